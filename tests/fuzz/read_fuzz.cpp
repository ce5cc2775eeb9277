#include <algorithm>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/import/administrations.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/inventory.hpp"
#include "scenarios/read/import/procedures.hpp"
#include "scenarios/read/import/site_candidates.hpp"
#include "scenarios/read/import/vm_classes.hpp"
#include "scenarios/read/import/vm_export.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "scenarios/read/study_source.hpp"
#include "scenarios/read/yaml_parser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mutator.hpp"
#include "tests/support/small_workbook.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// Spoilt documents of every kind: whatever comes in, a reader either reads it or throws `InvalidInput`.
using namespace verbund;
using test::Mutator;
using test::survives;

namespace {

std::vector<std::string> studies() {
    std::vector<std::string> texts{test::small_study, read::starter_study()};
    for (const std::string& name : read::shipped_studies()) texts.push_back(read::study_from(name));
    return texts;
}

}  // namespace

TEST_CASE("any spoilt YAML document is read or refused", "[fuzz]") {
    Mutator mutate{1};
    const std::vector<std::string> texts = studies();
    for (int round = 0; round < 6000; ++round) {
        const std::string& text = texts[mutate.below(texts.size())];
        const std::string spoilt = mutate.spoil(text, texts[mutate.below(texts.size())]);
        Diagnostics mistakes;
        survives([&] { static_cast<void>(read::parse_yaml(spoilt, "fuzz.yaml", mistakes)); });
    }
}

TEST_CASE("any spoilt study is read or refused with its mistakes", "[fuzz]") {
    Mutator mutate{2};
    const std::string small = test::small_study;
    const std::string starter = read::starter_study();
    int read_well = 0;
    constexpr int rounds = 300;
    for (int round = 0; round < rounds; ++round) {
        const std::string spoilt = mutate.spoil(round % 2 == 0 ? small : starter, starter);
        read_well +=
            survives([&] { static_cast<void>(read::read_study_text(spoilt, "fuzz.yaml", ".", {})); }) ? 1 : 0;
    }
    CHECK(read_well > 0);       // the changes are small enough to leave some studies whole
    CHECK(read_well < rounds);  // and large enough to break others
}

TEST_CASE("any spoilt override is applied or refused", "[fuzz]") {
    Mutator mutate{3};
    const std::string path = "variants.b.moves.everyone.years";
    const std::string value = "[2024, 2026]";
    for (int round = 0; round < 60; ++round) {
        const read::ReadOptions options{{{mutate.spoil(path, value), mutate.spoil(value, path)}}, {}};
        survives(
            [&] { static_cast<void>(read::read_study_text(test::small_study, "fuzz.yaml", ".", options)); });
    }
}

TEST_CASE("any spoilt CSV table is read or refused", "[fuzz]") {
    const catalog::Catalog catalog = read::load_catalog();
    const std::string stock =
        "workload,physical,count,vcpu,ram_gb,storage_gb\ngroupware,false,3,8,64,500\nfile,true,1,4,16,9\n";
    const std::string places =
        "id,name,state,lat,lon,population,seats\naa,\"Aa, "
        "b\",05,51.5,7.0,20000,\nbb,Bb,05,51.6,7.1,9000,40\n";
    const std::string procedures =
        "procedure,kind,servers,who,critical,run_by\n"
        "VOIS,citizen-register,1.5,aa;kind:city,ja,a; b\nX,library-archive,0,,,\n";
    Mutator mutate{4};
    for (int round = 0; round < 6000; ++round) {
        const std::string spoilt_stock = mutate.spoil(stock, places);
        const std::string spoilt_places = mutate.spoil(places, stock);
        survives([&] {
            Diagnostics mistakes;
            static_cast<void>(read::read_inventory(read::parse_csv(spoilt_stock, "stock.csv"), catalog,
                                                   DecimalSign::unstated, mistakes));
        });
        const std::string spoilt_list = mutate.spoil(procedures, stock);
        survives([&] {
            Diagnostics mistakes;
            static_cast<void>(read::read_procedures(read::parse_csv(spoilt_list, "list.csv"), catalog,
                                                    DecimalSign::unstated, mistakes));
        });
        survives([&] {
            Diagnostics mistakes;
            std::map<study::Id, study::Administration> administrations;
            study::KeyPlaces where;
            read::read_administrations(read::parse_csv(spoilt_places, "places.csv"), DecimalSign::unstated,
                                       administrations, where, mistakes);
        });
    }
}

TEST_CASE("any spoilt list of VMs or of their classes is read or refused", "[fuzz]") {
    const catalog::Catalog catalog = read::load_catalog();
    const std::string list =
        "VM;Powerstate;Template;SRM Placeholder;CPUs;Memory;Provisioned MB;In Use MB\n"
        "dc01;poweredOn;FALSCH;FALSCH;2;8.192;102.400;51.200\n\"a; "
        "b\";poweredOff;WAHR;;4;16.384;1.024.000;0\n";
    const std::string classes = "pattern,workload,note\nweb*,portal,\nfs,file,file server\n";
    Mutator mutate{6};
    for (int round = 0; round < 6000; ++round) {
        const std::string spoilt_list = mutate.spoil(list, classes);
        const std::string spoilt_classes = mutate.spoil(classes, list);
        survives([&] {
            Diagnostics mistakes;
            static_cast<void>(read::read_vm_export(read::parse_csv(spoilt_list, "vInfo.csv"), mistakes));
        });
        survives([&] {
            Diagnostics mistakes;
            static_cast<void>(
                read::read_vm_classes(read::parse_csv(spoilt_classes, "classes.csv"), catalog, mistakes));
        });
    }
}

TEST_CASE("any spoilt workbook is read or refused", "[fuzz]") {
    const std::string sheet =
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>)"
        R"(<row r="2"><c r="A2"><v>1.5</v></c><c r="B2" t="b"><v>1</v></c></row>)";
    const std::string whole = test::small_workbook(sheet, {"a"});
    Mutator mutate{7};
    for (int round = 0; round < 1500; ++round) {
        const std::string bytes = mutate.spoil(whole, sheet);
        survives([&] { static_cast<void>(read::parse_csv(bytes, "book.xlsx")); });
        const std::string inside =
            test::small_workbook(mutate.spoil(sheet, whole), {mutate.spoil("a", sheet)});
        survives([&] { static_cast<void>(read::parse_csv(inside, "book.xlsx")); });
    }
}

TEST_CASE("any spoilt table of candidate sites is read or refused", "[fuzz]") {
    const study::StudySet set = read::read_study_text(read::starter_study(), "starter.yaml", ".", {});
    const std::string places =
        "id,name,lat,lon,it_power,racks,storage,ups,cooling,grid_region,links,ducts,rent\n"
        "kassel,Kassel,51.31,9.49,200 kW,10,500 TB,modern,room-dx,tennet,,,90000 EUR/a\nsouth,,,,,,,,,,,,\n";
    Mutator mutate{5};
    for (int round = 0; round < 6000; ++round) {
        const std::string spoilt = mutate.spoil(places, read::starter_study());
        survives([&] {
            std::vector<Diagnostic> notes;
            static_cast<void>(read::read_site_candidates(read::parse_csv(spoilt, "places.csv"),
                                                         set.variants.back().study, set.catalog,
                                                         DecimalSign::unstated, notes));
        });
    }
}

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/import/administrations.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/inventory.hpp"
#include "scenarios/read/import/procedures.hpp"
#include "scenarios/read/import/site_candidates.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "scenarios/read/study_source.hpp"
#include "scenarios/read/yaml_parser.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// Spoilt documents of every kind: whatever comes in, a reader either reads it or throws `InvalidInput`.
using namespace verbund;

namespace {

/// Same numbers on every machine: the engine is specified by the standard, the distributions are not used.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : engine_{seed} {}

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

    /// `text` with up to five small changes; `other` lends pieces.
    std::string spoil(std::string text, const std::string& other) {
        for (std::size_t i = 0, n = 1 + below(5); i < n; ++i) change(text, other);
        return text;
    }

private:
    void change(std::string& text, const std::string& other) {
        static const std::vector<std::string> pieces{
            "\"",   "'",      "[",    "]",      "{",    "}",   ":",
            ": ",   ",",      "\n",   "\n  ",   "\t",   "#",   "&a ",
            "*a",   "!x",     "<<: ", "null",   "auto", "---", "| \n",
            "> \n", "? ",     "- ",   "1e999",  "-0",   "nan", "05162",
            "\r",   "\\",     "%",    "@",      "é",    "✓",   "true",
            "{}",   "[[[[[[", "all",  "group:", ".",    "°C",  "9999999999999999999"};
        if (text.empty()) text = "x";
        const std::size_t at = below(text.size());
        switch (below(6)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, 1 + below(20));
                break;
            case 2:
                text.resize(at);
                break;
            case 3:
                text.insert(at, other.substr(below(other.size()), below(80)));
                break;
            default:
                text.insert(at, pieces[below(pieces.size())]);
                break;
        }
    }

    std::mt19937_64 engine_;
};

/// Calls a reader; true when the input was read.  Anything but `InvalidInput` fails the test.
template <class Reader>
bool survives(Reader&& reader) {
    try {
        reader();
        return true;
    } catch (const InvalidInput& error) {
        REQUIRE_FALSE(error.mistakes().empty());
        return false;
    }
}

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

#include "scenarios/study/territory.hpp"

#include <algorithm>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using study::SelectedAdministration;
using study::Territory;

namespace {

const catalog::Catalog& shared_catalog() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

std::vector<SelectedAdministration> select(const Territory& territory) {
    return study::select_administrations(territory, shared_catalog());
}

}  // namespace

TEST_CASE("all districts are 294, with the cities 400", "[territory]") {
    Territory territory;
    territory.districts = study::DistrictSelection::all;
    CHECK(select(territory).size() == 294);
    territory.cities = true;
    CHECK(select(territory).size() == 400);
}

TEST_CASE("states narrow the selection, municipalities come with their districts", "[territory]") {
    Territory territory;
    territory.districts = study::DistrictSelection::all;
    territory.states = {"10"};  // Saarland: six districts
    CHECK(select(territory).size() == 6);
    territory.municipalities = true;
    const auto all = select(territory);
    const auto& municipalities = shared_catalog().municipalities;
    const auto in_saarland =
        std::count_if(municipalities.begin(), municipalities.end(),
                      [](const auto& municipality) { return municipality.ags.starts_with("10"); });
    CHECK(in_saarland > 40);
    CHECK(all.size() == 6 + static_cast<std::size_t>(in_saarland));
    CHECK(std::all_of(all.begin(), all.end(), [](const auto& a) { return a.state == "10"; }));
}

TEST_CASE("a stated administration corrects the catalog's one instead of doubling it", "[territory]") {
    Territory territory;
    territory.districts = study::DistrictSelection::all;
    territory.administrations["kreis"].ags = "05162";
    territory.administrations["kreis"].population = 500'000.0;
    const auto all = select(territory);
    CHECK(all.size() == 294);
    const auto found = std::find_if(all.begin(), all.end(), [](const auto& a) { return a.ags == "05162"; });
    REQUIRE(found != all.end());
    CHECK(found->id == "kreis");
    CHECK(found->population == 500'000.0);
    CHECK(found->kind == "district");
    CHECK(found->at.has_value());
}

TEST_CASE("selectors match by all, id, state, key and kind, and nothing else", "[territory]") {
    SelectedAdministration town;
    town.id = "neuss";
    town.ags = "05162024";
    town.kind = "municipality";
    town.state = "05";
    CHECK(study::matches("all", town));
    CHECK(study::matches("neuss", town));
    CHECK(study::matches("state:05", town));
    CHECK(study::matches("ags:05162", town));
    CHECK(study::matches("kind:municipality", town));
    CHECK_FALSE(study::matches("state:09", town));
    CHECK_FALSE(study::matches("ags:05161", town));
    CHECK_FALSE(study::matches("kind:district", town));
    CHECK_FALSE(study::matches("neus", town));
}

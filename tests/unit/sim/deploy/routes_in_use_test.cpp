#include "sim/deploy/routes_in_use.hpp"

#include <vector>

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

/// Of the small study: two administrations go to site 0 (north) from 2024 to 2026, which site 1 (south)
/// backs.
std::vector<RouteUse> uses_of(const std::string& text, bool first_year, bool last_year) {
    const study::StudySet set = test::read_text(text);
    const study::Study& study = set.variants.front().study;
    const VariantDeployment variant = deploy(set, study);
    std::vector<const Deployment*> years;
    if (first_year) years.push_back(&variant.phases.front());
    if (last_year) years.push_back(&variant.phases.back());
    return routes_in_use(study, variant, years);
}

constexpr RouteUse serves(std::size_t a) { return {RouteStart::administration, a, 0, RouteRole::serves}; }
constexpr RouteUse stands_by(std::size_t a) { return {RouteStart::administration, a, 1, RouteRole::backup}; }
constexpr RouteUse copies{RouteStart::center, 0, 1, RouteRole::replication};

TEST_CASE("people depend on the center that serves them and on its backup site, and centers on each other",
          "[deploy]") {
    const std::vector<RouteUse> all{serves(0), stands_by(0), serves(1), stands_by(1), copies};
    CHECK(uses_of(test::small_study, false, true) == all);
    CHECK(uses_of(test::small_study, true, true) == all);
}

TEST_CASE("nobody depends on a center before it stands", "[deploy]") {
    CHECK(uses_of(test::small_study, true, false).empty());  // 2022: everyone at home
    CHECK(uses_of(test::small_study, false, false).empty());
}

TEST_CASE("without standby nobody goes to the backup site, and without replication nothing is copied there",
          "[deploy]") {
    const std::vector<RouteUse> no_standby{serves(0), serves(1), copies};
    CHECK(uses_of(test::spoilt("standby: warm", "standby: none"), false, true) == no_standby);
    const std::vector<RouteUse> no_copies{serves(0), stands_by(0), serves(1), stands_by(1)};
    CHECK(uses_of(test::spoilt("standby: warm", "standby: warm, replication: none"), false, true) ==
          no_copies);
}

}  // namespace
}  // namespace verbund::deploy

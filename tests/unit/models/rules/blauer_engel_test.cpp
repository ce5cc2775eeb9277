#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "models/rules/rules.hpp"
#include "tests/support/catch.hpp"

namespace verbund::rules {
namespace {

using test::Approx;

CenterYear started(int year) {
    CenterYear center;
    center.center = "raum-a";
    center.year = 2030;
    center.commissioned = {year, 7, 1};
    center.pue = 1.28;
    center.cooling_efficiency_ratio = 9.0;
    center.server_utilisation = 0.20;
    return center;
}

std::optional<Finding> criterion(const CenterYear& center, const std::string& name) {
    for (const Finding& finding : check_blauer_engel(center))
        if (finding.rule == "blauer-engel." + name) return finding;
    return std::nullopt;
}

TEST_CASE("the PUE that the Blauer Engel asks for goes by the year of start") {
    CHECK(criterion(started(2014), "pue")->limit == 1.60);
    CHECK(criterion(started(2015), "pue")->limit == 1.50);
    CHECK(criterion(started(2018), "pue")->limit == 1.50);
    CHECK(criterion(started(2019), "pue")->limit == 1.30);
    CHECK(criterion(started(2023), "pue")->limit == 1.30);
    CHECK(criterion(started(2023), "pue")->verdict == Verdict::met);
    CHECK(criterion(started(2024), "pue")->limit == 1.25);
    CHECK(criterion(started(2024), "pue")->verdict == Verdict::not_reached);
}

TEST_CASE("cooling must remove more than nine times its electricity in centers from 2024") {
    CHECK_FALSE(criterion(started(2023), "cer"));
    CHECK(criterion(started(2024), "cer")->verdict == Verdict::not_reached);  // 9 is not more than 9
    CenterYear center = started(2024);
    center.cooling_efficiency_ratio = 9.01;
    CHECK(criterion(center, "cer")->verdict == Verdict::met);
    center.cooling_efficiency_ratio = std::numeric_limits<double>::infinity();
    CHECK_FALSE(criterion(center, "cer"));  // nothing was cooled by electricity
}

TEST_CASE("some heat must be reused in centers from 2023") {
    CHECK_FALSE(criterion(started(2022), "erf"));
    CenterYear center = started(2023);
    CHECK(criterion(center, "erf")->verdict == Verdict::not_reached);
    center.energy_reuse_factor = 0.001;
    const Finding some = *criterion(center, "erf");
    CHECK(some.verdict == Verdict::met);
    CHECK(some.value == Approx(0.1));
    CHECK(some.bound == Bound::more_than);
}

TEST_CASE("the Blauer Engel asks for 20 % mean utilisation where servers run") {
    CenterYear center = started(2010);
    CHECK(criterion(center, "utilisation")->verdict == Verdict::met);
    center.server_utilisation = 0.199;
    const Finding finding = *criterion(center, "utilisation");
    CHECK(finding.verdict == Verdict::not_reached);
    CHECK(finding.value == Approx(19.9));
    CHECK(finding.limit == Approx(20.0));
    CHECK(finding.bound == Bound::at_least);
    center.server_utilisation.reset();
    CHECK_FALSE(criterion(center, "utilisation"));
}

}  // namespace
}  // namespace verbund::rules

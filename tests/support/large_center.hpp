#pragma once

#include <algorithm>
#include <string>

#include "models/rules/rules.hpp"
#include "tests/support/catch.hpp"

/// A center that the Energieeffizienzgesetz binds, and what is found of it.
namespace verbund::test {

/// Of 600 kW, started in 2015, PUE 1.4, nothing reused, 80 % renewable.
inline rules::CenterYear large_center(int year) {
    rules::CenterYear center;
    center.center = "rz-1";
    center.year = year;
    center.commissioned = {2015, 3, 1};
    center.connection = 600.0 * kilowatt;
    center.pue = 1.4;
    center.renewable_share = 0.8;
    return center;
}

inline rules::Finding finding_of(const rules::CenterYear& center, rules::Law law, const std::string& rule) {
    const auto findings = rules::check_enefg(center, law);
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&rule](const rules::Finding& f) { return f.rule == rule; });
    REQUIRE(found != findings.end());
    return *found;
}

}  // namespace verbund::test

#pragma once

#include <map>
#include <string>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/read_study.hpp"
#include "tests/support/simulated_study.hpp"

/// Four towns that move with all they have into a center whose plant is stated, so that only what moves
/// decides its energy.
namespace verbund::test {

struct PhasePlanText {
    std::string moves;  ///< entries of section `moves`
    std::string center_dates = "commissioned: 2020-01-01";
    std::string more{};  ///< further top-level sections
    std::string horizon = "{first: 2025, last: 2027}";
};

inline study::StudySet phase_study(const PhasePlanText& text) {
    return read::read_study_text(
        "verbund: 1\ntitle: Phases\nhorizon: " + text.horizon +
            "\nterritory:\n  administrations:\n"
            "    neuss: {ags: \"05162024\"}\n"
            "    dormagen: {ags: \"05162004\", seats: 700}\n"
            "    grevenbroich: {ags: \"05162008\"}\n"
            "    meerbusch: {ags: \"05162022\"}\n"
            "estate: {provider_share: 0 %, growth: {compute: 0 %/a, storage: 0 %/a}}\n"
            "workloads: {network-core: {keep_local: false}}\n"
            "centers:\n"
            "  north:\n    at: {lat: 51.2, lon: 6.69}\n    " +
            text.center_dates +
            "\n    role: shared\n"
            "    rooms: {r1: {it_power: 200 kW, racks: 60, rack_power: 10 kW}}\n" +
            text.more + "moves: {" + text.moves + "}\nvariants: {v: {}}\n",
        "study.yaml", ".", {});
}

}  // namespace verbund::test

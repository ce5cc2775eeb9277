#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/read_study.hpp"

/// A study that reads without mistakes, to be spoilt in one place by a test.
namespace verbund::test {

inline const char* const small_study = R"(verbund: 1
title: Test
horizon: {first: 2022, last: 2030}
territory:
  administrations:
    neuss: {ags: "05162024"}
    dormagen: {ags: "05162004", seats: 700}
estate: {provider_share: 0 %}
centers:
  north:
    at: {lat: 51.2, lon: 6.69}
    commissioned: 2023-06-01
    rooms:
      r1: {it_power: 20 kW, racks: 6}
  south:
    at: {lat: 50.11, lon: 8.68}
    commissioned: 2023-06-01
    rooms: {r1: {}}
moves:
  everyone: {who: all, to: north, years: [2024, 2026]}
backups:
  north: {center: south, standby: warm}
variants:
  a: {}
  b: {base: a, home: {rooms: 2}}
)";

/// One mistake put into the small study, and everything that is said about it.
struct Spoilt {
    std::string from;
    std::string to;
    std::vector<std::string> messages;
};

/// `small_study` with the first `from` replaced.
inline std::string spoilt(const std::string& from, const std::string& to) {
    std::string text = small_study;
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error{"not in the small study: " + from};
    return text.replace(at, from.size(), to);
}

inline study::StudySet read_text(const std::string& text, const read::ReadOptions& options = {}) {
    return read::read_study_text(text, "study.yaml", ".", options);
}

/// The messages that reading gives, in order; empty when the study is fine.
inline std::vector<std::string> messages_of(const std::string& text, const read::ReadOptions& options = {}) {
    std::vector<std::string> messages;
    try {
        static_cast<void>(read_text(text, options));
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) messages.push_back(to_string(mistake));
    }
    return messages;
}

}  // namespace verbund::test

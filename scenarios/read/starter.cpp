#include "scenarios/read/starter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/study_source.hpp"

namespace verbund::read {
namespace {

constexpr const char* starter =
    R"(# A study asks one planning question and compares variants.  What you leave out has a documented default:
# `verbund check FILE --explain` lists all of them with their sources, `verbund schema` helps your editor.
verbund: 1
title: Three administrations, one new center
question: What does a shared center need, and what does it save against three server rooms?
horizon: {first: 2022, last: 2035}

# Whose IT it is.  AGS keys stand in quotation marks; name, place, people and state come from the catalog.
# Further ways: districts: all | states: ["05"] | file: places.csv
territory:
  administrations:
    neuss: {ags: "05162024"}
    dormagen: {ags: "05162004", seats: 700}
    grevenbroich: {ags: "05162008"}

# Survey figures hold unless changed.  Here nobody uses a provider today.
estate:
  provider_share: 0 %
  growth: {compute: 6 %/a, storage: 20 %/a}

# Data centers by name.  Every administration also has its own server room (section home).
centers:
  north:
    name: Shared center north
    at: {lat: 51.20, lon: 6.69}
    commissioned: 2023-06-01
    availability_class: 3
    rooms:
      r1: {rack_power: 8 kW, it_power: auto, ups: modern, redundancy: N+1, cooling: chilled-free-warm}
  south:
    name: Backup site south
    at: {lat: 50.11, lon: 8.68}
    commissioned: 2023-06-01
    availability_class: 2
    rooms:
      r1: {}  # every value left to the defaults, sizes to the run

# What is compared.  A variant may change anything above; base: inherits another variant, null removes an entry.
variants:
  status-quo:
    title: Everyone alone
  shared:
    title: Shared center with backup site
    moves:
      everyone: {who: all, to: north, years: [2024, 2026]}
    backups:
      north: {center: south, replication: async, standby: warm}
)";

}  // namespace

std::string starter_study() { return starter; }

std::string study_from(const std::string& name) {
    if (auto text = shipped_study(name)) return std::move(*text);
    const std::vector<std::string> names = shipped_studies();
    const std::string near = nearest_word(name, names);
    throw InvalidInput{{{{name, 0, 0},
                         "",
                         fmt::format("no shipped study of that name (there are: {})", fmt::join(names, ", ")),
                         near.empty() ? "Name one of them." : fmt::format("Did you mean \"{}\"?", near)}}};
}

}  // namespace verbund::read

#pragma once

#include <concepts>
#include <string>

#include "results/report/sentences/drills.hpp"
#include "results/report/sentences/findings.hpp"
#include "results/report/sentences/routes.hpp"
#include "results/report/sentences/sites.hpp"
#include "results/report/sentences/teller.hpp"

/// The rows that are told in a sentence each.  To add one: `sentence(row, teller)` in its topic's file and an
/// include above; CSV, Excel, JSON and the page then have it beside the row's columns.
namespace verbund::report {

template <class Row>
concept Told = requires(const Row& row, const Teller& teller) {
    { sentence(row, teller) } -> std::same_as<std::string>;
};

/// Names of the sentence's columns for other programs, German and English.
inline constexpr const char* told_german = "text_de";
inline constexpr const char* told_english = "text_en";

}  // namespace verbund::report

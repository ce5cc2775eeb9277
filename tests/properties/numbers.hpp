#pragma once

#include <functional>
#include <map>
#include <string>

#include "results/outcome/outcome.hpp"

/// Numbers of a run, to be held against those of another.
namespace verbund::properties {

/// By what they are, e.g. "center-0 in v0 2025: servers_placed".
using Numbers = std::map<std::string, double>;

/// What a thing is called in the other run.
using Renaming = std::map<std::string, std::string>;

/// Every number of summary, centers and administrations.  `main_center` is left out: it is a position.
[[nodiscard]] Numbers numbers_of(const outcome::Run& run, const Renaming& names = {});

/// Those whose description holds `part`, or does not.
[[nodiscard]] Numbers with(const Numbers& numbers, const std::function<bool(const std::string&)>& wanted);

/// The first number of `expected` that `found` lacks or has otherwise, in words; empty when there is none.
/// `tolerance` is relative; 0 asks for the same bits.
[[nodiscard]] std::string first_difference(const Numbers& expected, const Numbers& found, double tolerance);

}  // namespace verbund::properties

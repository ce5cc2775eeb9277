#pragma once

#include <cstddef>
#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What the virtualisation hosts of a variant's last year are: the kind of which there are most with its
/// cores, memory, year of purchase and power, and what their number comes from; a line, empty without hosts.
[[nodiscard]] std::string host_sentence(const outcome::Run& run, std::size_t variant, const Style& style);

}  // namespace verbund::report

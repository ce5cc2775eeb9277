#pragma once

#include <optional>
#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// Sentences on what the event and availability engines found, for the answer on the page.
namespace verbund::report::html {

/// Downtime of critical services in the last year simulated, with its interval; nothing without that engine.
[[nodiscard]] std::optional<std::string> downtime_sentence(const outcome::Run& run, std::size_t variant,
                                                           const Style& style);

/// The drill from which critical services recover last: time, data loss, workplaces; nothing without drills.
[[nodiscard]] std::optional<std::string> worst_drill_sentence(const outcome::Run& run, std::size_t variant,
                                                              const Style& style);

}  // namespace verbund::report::html

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

/// Sentences on what the event and availability engines found, for the answer on the page.
namespace verbund::report::page {

/// Downtime of critical services in the last year simulated, with its interval; nothing without that engine.
[[nodiscard]] std::optional<std::string> downtime_sentence(const outcome::Run& run, std::size_t variant,
                                                           const Style& style);

/// The drill from which critical services recover last: time, data loss, workplaces; nothing without drills.
[[nodiscard]] std::optional<std::string> worst_drill_sentence(const outcome::Run& run, std::size_t variant,
                                                              const Style& style);

/// Which choice of backup sites comes first in the last year compared, and why; one sentence each.  Empty
/// where no sites were compared.
[[nodiscard]] std::vector<std::string> site_sentences(const outcome::Run& run, const PlaceNames& names,
                                                      const Style& style);

}  // namespace verbund::report::page

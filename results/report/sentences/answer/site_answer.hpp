#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

/// What a comparison of backup sites found, in sentences, not yet wrapped.
namespace verbund::report {

/// The years of which a run compares sites.
[[nodiscard]] std::vector<int> site_years(const outcome::Run& run);

/// The choices of a year, the first rank first.
[[nodiscard]] std::vector<const outcome::SiteOption*> ranked_sites(const outcome::Run& run, int year);

/// The ids of a choice ("rz-1 + rz-2"), one each.
[[nodiscard]] std::vector<std::string> chosen_sites(std::string_view sites);

/// "RZ Nord (rz-nord)"; the id alone where the site has no other name.  Printable, at most 60 columns.
[[nodiscard]] std::string site_label(std::string_view site, const PlaceNames& names, const Style& style);
/// The labels of a choice, joined by " + ".
[[nodiscard]] std::string choice_label(std::string_view sites, const PlaceNames& names, const Style& style);

/// Which choice comes first in a year: its distance, round trip and replication; downtime and cost; why it is
/// first; what it must hold; a caution where servers find no place.  Empty without choices.
[[nodiscard]] std::vector<std::string> site_answer(const outcome::Run& run, int year, const PlaceNames& names,
                                                   const Style& style);

/// How far the cost that the shortlist's model gives lies from the simulated one, over the choices of a year
/// that have both: deviation = model / simulated - 1.  Nothing where no choice has both.
[[nodiscard]] std::optional<std::string> model_deviation(const outcome::Run& run, int year,
                                                         const Style& style);

}  // namespace verbund::report

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// Small questions that several reports ask of a run.
namespace verbund::report {

/// The rows of one variant, in their order.
template <class Row>
[[nodiscard]] std::vector<const Row*> rows_of(const std::vector<Row>& rows, std::size_t variant) {
    std::vector<const Row*> mine;
    for (const Row& row : rows)
        if (static_cast<std::size_t>(row.variant) == variant) mine.push_back(&row);
    return mine;
}

/// Position of a year or nothing.
[[nodiscard]] std::optional<std::size_t> year_index(const outcome::Run& run, int year);

/// Position of the variant with that id or nothing.
[[nodiscard]] std::optional<std::size_t> variant_index(const outcome::Run& run, const std::string& id);

/// The study's base variant; the first one where none is named.
[[nodiscard]] std::size_t base_index(const outcome::Run& run);

/// The milestones among the years; all years where there are none.
[[nodiscard]] std::vector<int> shown_years(const outcome::Run& run);

/// The summary of a variant in one of the run's years.
[[nodiscard]] const outcome::VariantYear& summary_of(const outcome::Run& run, std::size_t variant, int year);

/// True if both serve the same number of administrations and, within 0.1 %, of workplaces: only then is a
/// comparison of their needs fair.
[[nodiscard]] bool same_scope(const outcome::VariantYear& one, const outcome::VariantYear& other);

/// The first bottleneck of a variant up to a year, of those in the same year the one with the highest need /
/// limit; nullptr when nothing ran out.
[[nodiscard]] const outcome::Bottleneck* first_bottleneck(const outcome::Run& run, std::size_t variant,
                                                          int last_year);

[[nodiscard]] std::string_view resource_name(Resource resource, Language language);

/// The resource in at most eight columns, for tables: "WAN", "IT-kW".
[[nodiscard]] std::string_view short_resource_name(Resource resource, Language language);

/// "a, b und c".
[[nodiscard]] std::string enumeration(const std::vector<std::string>& parts, Language language);

}  // namespace verbund::report

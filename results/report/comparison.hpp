#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/figures.hpp"

/// Variants side by side, of one results file or of several.
namespace verbund::report {

/// A run to compare and how its variants are told apart from those of the other runs ("file").
struct LabelledRun {
    std::string label;
    const outcome::Run* run = nullptr;
};

/// What the caller asks to be compared.
struct CompareOptions {
    std::string base;         ///< column label or variant id; empty: the first run's base variant
    std::optional<int> year;  ///< empty: all milestone years
};

/// One variant as a column.
struct ComparedColumn {
    std::string label;  ///< variant id, or "file:variant" when several files are compared
    const outcome::Run* run = nullptr;
    std::size_t variant = 0;

    /// The summary row of a year; nullptr if the run does not hold that year.
    [[nodiscard]] const outcome::VariantYear* row(int year) const;
};

/// What is compared with what.
struct Comparison {
    std::vector<ComparedColumn> columns;
    std::size_t base = 0;
    std::vector<int> years;
};

/// Resolves labels and years.  Throws `RunFailed` naming what there is when the base or the year does not
/// exist.
[[nodiscard]] Comparison make_comparison(const std::vector<LabelledRun>& runs, const CompareOptions& options);

/// True if that figure is of the summary, or an engine found it for any of the variants in that year: only
/// then is it shown.
[[nodiscard]] bool is_compared(const Figure& figure, const Comparison& comparison, int year);

}  // namespace verbund::report

#include "results/report/terminal/sweep_cases_text.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/sweep_cells.hpp"
#include "results/report/terminal/sweep_columns.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::PlayedCase;
using outcome::SweepCases;

class CaseTeller {
public:
    CaseTeller(const SweepCases& found, const PlayedCase& of, const Style& style)
        : found_{found}, case_{of}, style_{style} {}

    [[nodiscard]] std::string text() const { return head() + table() + failures(); }

private:
    /// Listed values one by one; figures that are drawn are too many.
    [[nodiscard]] std::string head() const {
        std::string text = say(style_.language, "{}: Fall {} von {}\n", "{}: case {} of {}\n",
                               printable(found_.sweep.title), case_.number, found_.sweep.cases());
        const std::size_t listed = found_.sweep.listed_keys.size();
        for (std::size_t k = 0; k < listed; ++k)
            text +=
                fmt::format("  {} = {}\n", printable(case_.texts[k].first), printable(case_.texts[k].second));
        if (const std::size_t drawn = case_.texts.size() - listed; drawn > 0)
            text += say(style_.language, "  {} gezogene Größen (mit --json)\n",
                        "  {} figures drawn (with --json)\n", drawn);
        return text + "\n";
    }

    [[nodiscard]] double in_year(std::string_view outcome, std::size_t variant, std::size_t year) const {
        return found_.value(case_, variant, year, outcome::sweep_outcome(outcome));
    }

    [[nodiscard]] double over_horizon(std::string_view outcome, std::size_t variant) const {
        double sum = 0.0;
        for (std::size_t y = 0; y < found_.sweep.years.size(); ++y) sum += in_year(outcome, variant, y);
        return sum;
    }

    /// Largest number that the table has of an outcome; not below 0.
    [[nodiscard]] double most_of(const Shown& of, bool summed) const {
        double most = 0.0;
        for (std::size_t v = 0; v < found_.sweep.variants.size(); ++v) {
            const double sum = summed ? over_horizon(of.outcome, v) : 0.0;
            if (std::isfinite(sum)) most = std::max(most, sum);
            for (std::size_t y = 0; y < found_.sweep.years.size(); ++y)
                if (const double value = in_year(of.outcome, v, y); std::isfinite(value))
                    most = std::max(most, value);
        }
        return most;
    }

    [[nodiscard]] std::vector<std::size_t> shown_years() const {
        std::vector<std::size_t> shown;
        const std::vector<int>& milestones = found_.sweep.milestones;
        for (std::size_t y = 0; y < found_.sweep.years.size(); ++y) {
            const bool asked =
                std::find(milestones.begin(), milestones.end(), found_.sweep.years[y]) != milestones.end();
            if (asked || (milestones.empty() && y + 1 == found_.sweep.years.size())) shown.push_back(y);
        }
        return shown;
    }

    [[nodiscard]] std::string table() const {
        std::vector<ColumnNames> names{{{"Variante"}, {"Variant"}, Align::left}, {{"Jahr"}, {"Year"}}};
        std::vector<double> factors;
        const auto add_columns = [&](const ShownList& list, bool summed) {
            for (const Shown& of : list) {
                const double most = most_of(of, summed);
                names.push_back(of.names(most));
                factors.push_back(of.factor(most));
            }
        };
        add_columns(sweep_capacity(), false);
        add_columns(sweep_effort(), true);
        names.push_back({{"engste", "Grenze"}, {"tightest", "limit"}});
        names.push_back({{"Regeln", "verfehlt"}, {"rules", "missed"}});
        TextTable table{columns_in(style_.language, names)};
        for (std::size_t v = 0; v < found_.sweep.variants.size(); ++v) {
            for (const std::size_t y : shown_years()) table.add_row(year_row(v, y, factors));
            table.add_row(horizon_row(v, factors));
        }
        return table.render(style_);
    }

    [[nodiscard]] std::vector<TextCell> year_row(std::size_t variant, std::size_t year,
                                                 const std::vector<double>& factors) const {
        std::vector<TextCell> cells{sweep_name_cell(found_.sweep.variants[variant], style_),
                                    fmt::format("{}", found_.sweep.years[year])};
        auto factor = factors.begin();
        for (const ShownList& list : {sweep_capacity(), sweep_effort()})
            for (const Shown& of : list)
                cells.emplace_back(short_number(in_year(of.outcome, variant, year) * *factor++, style_));
        const double share = in_year("binding_share", variant, year);
        cells.emplace_back(std::isfinite(share) ? fixed_number(share * percent_per_one, 0, style_) + " %"
                                                : std::string{dash(style_)});
        cells.emplace_back(short_number(in_year("rules_missed", variant, year), style_));
        return cells;
    }

    [[nodiscard]] std::vector<TextCell> horizon_row(std::size_t variant,
                                                    const std::vector<double>& factors) const {
        std::vector<TextCell> cells{sweep_name_cell(found_.sweep.variants[variant], style_),
                                    say(style_.language, "alle", "all")};
        cells.insert(cells.end(), sweep_capacity().size(), TextCell{""});
        auto factor = factors.begin() + static_cast<std::ptrdiff_t>(sweep_capacity().size());
        for (const Shown& of : sweep_effort())
            cells.emplace_back(short_number(over_horizon(of.outcome, variant) * *factor++, style_));
        cells.insert(cells.end(), 2, TextCell{""});
        return cells;
    }

    [[nodiscard]] std::string failures() const {
        std::string text;
        for (const outcome::FailedPlay& play : found_.sweep.failed)
            if (static_cast<std::size_t>(play.case_number) == case_.number)
                text += say(style_.language, "  {} ohne Ergebnis: {}\n", "  {} without an outcome: {}\n",
                            printable(play.variant), printable(play.reason));
        return text;
    }

    const SweepCases& found_;
    const PlayedCase& case_;
    const Style& style_;
};

}  // namespace

std::string sweep_cases_text(const SweepCases& found, const Style& style) {
    std::string text;
    for (const PlayedCase& of : found.cases)
        text += (text.empty() ? "" : "\n") + CaseTeller{found, of, style}.text();
    return text;
}

}  // namespace verbund::report

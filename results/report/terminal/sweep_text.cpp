#include "results/report/terminal/sweep_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/counted.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/pairs.hpp"
#include "results/report/terminal/sweep_cells.hpp"
#include "results/report/terminal/sweep_columns.hpp"
#include "results/report/terminal/sweep_services.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::SweepRun;

constexpr int horizon = 0;  ///< in place of a year

class SweepTeller {
public:
    SweepTeller(const SweepRun& run, const Style& style) : run_{run}, style_{style} {
        for (const ShownList& list : {sweep_capacity(), sweep_effort()})
            for (const Shown& of : list) most_[of.outcome] = most_of(of.outcome);
    }

    [[nodiscard]] std::string text() {
        std::string all = head();
        if (run_.draws == 0 && run_.replications == 1)
            return all + combinations() + without_effect() + failures();
        for (std::size_t c = 0; c < told(); ++c) {
            combination_ = static_cast<std::int32_t>(c);
            if (!run_.listed_keys.empty()) all += fmt::format("\n{}\n", values_of(c));
            all += run_.one_at_a_time ? tornado() : bands() + chances() + pairs() + sensitivities();
        }
        return all + others() + without_effect() + failures();
    }

private:
    [[nodiscard]] std::string head() const {
        std::string text =
            fmt::format("{}: {}, {}, {}-{}\n", printable(run_.title),
                        counted(run_.cases(), style_.language, {"Fall", "Fälle"}, {"case", "cases"}),
                        counted(run_.variants.size(), style_.language, {"Variante", "Varianten"},
                                {"variant", "variants"}),
                        run_.years.front(), run_.years.back());
        if (run_.one_at_a_time) {
            text += say(style_.language, "{} Größen, jede für sich an beiden Enden\n",
                        "{} figures, each by itself at both ends\n", run_.drawn_keys.size());
        } else if (run_.draws > 0) {
            text += say(style_.language, "{} Größen in {} Gruppen, {} Ziehungen{}\n",
                        "{} figures in {} groups, {} draws{}\n", run_.drawn_keys.size(), run_.groups.size(),
                        run_.draws,
                        run_.combinations.size() > 1
                            ? say(style_.language, " je Kombination", " for each combination")
                            : std::string{});
            if (run_.sensitivity)
                text += say(style_.language,
                            "Bereiche und Anteile zählen die {} davon, die keine Werte miteinander teilen\n",
                            "Ranges and shares count the {} of them that share no values with each other\n",
                            run_.independent_draws());
            else if (run_.groups.size() > 1)
                text +=
                    say(style_.language,
                        "Was die Streuung trägt, wird nicht gesagt: dazu braucht es sensitivity: true und "
                        "mindestens {} Ziehungen\n",
                        "What carries the spread is not told: it takes sensitivity: true and at least {} "
                        "draws\n",
                        SweepRun::fewest_for_sensitivity(run_.groups.size()));
        }
        if (run_.replications > 1)
            text +=
                say(style_.language, "Jeder Fall {}-mal gespielt, jedes Mal mit anderen Zufallszahlen\n",
                    "Each case played {} times, each time with other random numbers\n", run_.replications);
        return text;
    }

    /// Combinations of which anything is told: a screen holds no thousands of tables.
    [[nodiscard]] std::size_t told() const {
        constexpr std::size_t most = 50;
        return std::min(most, run_.combinations.size());
    }

    [[nodiscard]] std::string others() const {
        if (told() == run_.combinations.size()) return {};
        return say(style_.language, "\nund {} weitere Kombinationen (in der Datei)\n",
                   "\nand {} more combinations (in the file)\n", run_.combinations.size() - told());
    }

    [[nodiscard]] std::string values_of(std::size_t combination) const {
        std::vector<std::string> parts;
        for (std::size_t k = 0; k < run_.listed_keys.size(); ++k)
            parts.push_back(fmt::format("{} = {}", printable(run_.listed_keys[k]),
                                        printable(run_.combinations[combination][k])));
        return fmt::format("{}", fmt::join(parts, ", "));
    }

    [[nodiscard]] const outcome::Band* band_of(const std::string& variant, int year,
                                               std::string_view name) const {
        const auto found = std::find_if(run_.bands.begin(), run_.bands.end(), [&](const outcome::Band& b) {
            return b.variant == variant && b.year == year && b.outcome == name &&
                   b.combination == combination_;
        });
        return found == run_.bands.end() ? nullptr : &*found;
    }

    /// Largest value of an outcome in all cases; not below 0.
    [[nodiscard]] double most_of(std::string_view outcome) const {
        double most = 0.0;
        const std::size_t o = outcome::sweep_outcome(outcome);
        std::vector<double> of_case(run_.variants.size() * run_.years.size());
        for (std::size_t number = 0; number < run_.cases(); ++number) {
            run_.values.read(run_.value_index(o, number, 0, 0), of_case);
            for (const double value : of_case)
                if (std::isfinite(value)) most = std::max(most, value);
        }
        return most;
    }

    [[nodiscard]] double factor(const Shown& of) const { return of.factor(most_.at(of.outcome)); }

    [[nodiscard]] std::vector<TextColumn> main_columns(std::vector<ColumnNames> names,
                                                       const ShownList& shown) const {
        for (const Shown& of : shown) names.push_back(of.names(most_.at(of.outcome)));
        return columns_in(style_.language, names);
    }

    [[nodiscard]] std::string band_table(const ShownList& shown) const {
        TextTable table{
            main_columns({{{"Variante"}, {"Variant"}, Align::left}, {{"Jahr"}, {"Year"}}}, shown)};
        for (const std::string& variant : run_.variants) {
            for (const int year : run_.milestones) {
                std::vector<TextCell> cells{sweep_name_cell(variant, style_), fmt::format("{}", year)};
                for (const Shown& of : shown) {
                    const outcome::Band* band = band_of(variant, year, of.outcome);
                    cells.emplace_back(band == nullptr ? std::string{dash(style_)}
                                                       : band_cell(*band, factor(of), style_));
                }
                table.add_row(std::move(cells));
            }
        }
        return table.render(style_);
    }

    /// What is counted.
    [[nodiscard]] std::string draws() const {
        return run_.draws > 0 ? say(style_.language, "Ziehungen", "draws")
                              : say(style_.language, "Wiederholungen", "replications");
    }

    [[nodiscard]] std::string bands() const {
        return say(style_.language, "\nMitte und Bereich, in dem acht von zehn {} liegen\n",
                   "\nMedian, and range that holds eight {} of ten\n", draws()) +
               band_table(sweep_capacity()) + "\n" + band_table(sweep_effort()) +
               service_bands(run_, static_cast<std::size_t>(combination_), style_);
    }

    [[nodiscard]] double chance_of(const std::string& variant, int year, std::string_view what) const {
        const auto found =
            std::find_if(run_.chances.begin(), run_.chances.end(), [&](const outcome::ChanceRow& c) {
                return c.variant == variant && c.year == year && c.what == what &&
                       c.combination == combination_;
            });
        return found == run_.chances.end() ? std::nan("") : found->share;
    }

    [[nodiscard]] std::string chances() const {
        std::vector<ColumnNames> names{{{"Variante"}, {"Variant"}, Align::left}};
        for (const int year : run_.milestones)
            names.push_back({{"Grenze", fmt::format("{}", year)}, {"limit", fmt::format("{}", year)}});
        names.push_back({{"ohne", "Platz"}, {"no", "place"}});
        names.push_back({{"Regel", "verfehlt"}, {"rule", "missed"}});
        names.push_back({{"am", "günstigsten"}, {"least", "cost"}});
        names.push_back({{"wenigster", "Strom"}, {"least", "energy"}});
        names.push_back({{"wenigstes", "CO2"}, {"least", "CO2"}});
        std::vector<std::string_view> over_horizon{"refused", "rule", "least-cost", "least-energy",
                                                   "least-co2"};
        if (run_.has_engine("availability")) {
            names.push_back({{"kürzester", "Ausfall"}, {"least", "outage"}});
            over_horizon.emplace_back("least-outage");
        }
        TextTable table{columns_in(style_.language, names)};
        for (const std::string& variant : run_.variants) {
            std::vector<TextCell> cells{sweep_name_cell(variant, style_)};
            const auto add = [&](int year, std::string_view what) {
                const double share = chance_of(variant, year, what);
                cells.emplace_back(std::isnan(share) ? std::string{dash(style_)}
                                                     : percent_cell(share, style_));
            };
            for (const int year : run_.milestones) add(year, "limit");
            for (const std::string_view what : over_horizon) add(horizon, what);
            table.add_row(std::move(cells));
        }
        return say(style_.language,
                   "\nAnteil der {}, in denen ein Zentrum eine Grenze überschreitet, Server keinen "
                   "Platz finden,\neine Regel verfehlt ist, und in denen die Variante die beste derer ist, "
                   "die dieselben Menschen\nversorgen\n",
                   "\nShare of the {} in which a center is beyond a limit, servers find no place, a rule "
                   "is missed,\nand in which the variant is the best of those that serve the same people\n",
                   draws()) +
               table.render(style_);
    }

    [[nodiscard]] std::string pairs() const {
        std::string lines;
        // Of cost every pair; of the rest those with the first variant that serves the same people.
        std::set<std::string> behind;
        for (const outcome::PairRow& pair : run_.pairs) {
            if (pair.combination != combination_) continue;
            behind.insert(pair.other);
            if (pair.outcome == "cost_total_eur" || !behind.contains(pair.variant))
                lines += fmt::format("  {}\n", pair_sentence(pair, style_));
        }
        if (lines.empty()) return {};
        return say(style_.language, "\nVarianten in denselben {}, über alle Jahre\n",
                   "\nVariants in the same {}, over all years\n", draws()) +
               lines;
    }

    /// Share of the spread of a variant's cost that a group carries; nothing where it is not known.
    [[nodiscard]] const outcome::SensitivityRow* sensitivity_of(const std::string& variant,
                                                                const std::string& group) const {
        const auto found = std::find_if(
            run_.sensitivities.begin(), run_.sensitivities.end(), [&](const outcome::SensitivityRow& s) {
                return s.variant == variant && s.group == group && s.year == horizon &&
                       s.outcome == "cost_total_eur" && s.combination == combination_;
            });
        return found == run_.sensitivities.end() ? nullptr : &*found;
    }

    /// A row for each variant, a column for each of the groups that carry most of the spread of its cost.
    [[nodiscard]] std::string sensitivities() const {
        constexpr std::size_t most = 5;
        std::vector<std::pair<double, std::string>> order;
        for (const std::string& group : run_.groups) {
            double heaviest = -1.0;
            for (const std::string& variant : run_.variants)
                if (const auto* row = sensitivity_of(variant, group))
                    heaviest = std::max(heaviest, row->total);
            if (heaviest >= 0.0) order.emplace_back(-heaviest, group);
        }
        if (order.empty()) return {};
        std::sort(order.begin(), order.end());
        order.resize(std::min(order.size(), most));
        std::vector<ColumnNames> names{{{"Variante"}, {"Variant"}, Align::left}};
        for (const auto& [negative, group] : order) {
            const std::vector<std::string> lines = lines_of(word("sweep-group", group, style_.language));
            names.push_back({lines, lines});
        }
        TextTable table{columns_in(style_.language, names)};
        for (const std::string& variant : run_.variants) {
            std::vector<TextCell> cells{sweep_name_cell(variant, style_)};
            for (const auto& [negative, group] : order) {
                const outcome::SensitivityRow* row = sensitivity_of(variant, group);
                cells.emplace_back(row == nullptr ? std::string{dash(style_)} : share_cell(*row));
            }
            table.add_row(std::move(cells));
        }
        return say(style_.language,
                   "\nWas die Kosten aller Jahre unsicher macht: Anteil der Streuung in %, der ohne Wissen "
                   "über die\nGruppe bleibt, mit 95-%-Bereich (Sobol-Gesamtindex; mehr Ziehungen machen ihn "
                   "enger)\n",
                   "\nWhat makes the cost of all years unsure: share of the variance in % that is left while "
                   "the\ngroup is unknown, with its 95 % interval (total Sobol index; more draws narrow "
                   "it)\n") +
               table.render(style_);
    }

    /// "78 (46-100)": per cent, with the 95 % interval.
    [[nodiscard]] std::string share_cell(const outcome::SensitivityRow& row) const {
        const auto text = [this](double share) {
            return fixed_number(std::clamp(share, 0.0, 1.0) * percent_per_one, 0, style_);
        };
        return fmt::format("{} ({}{}{})", text(row.total), text(row.total_low), style_.unicode ? "–" : "-",
                           text(row.total_high));
    }

    /// One word a line, for the head of a narrow column.
    [[nodiscard]] static std::vector<std::string> lines_of(const std::string& words) {
        std::vector<std::string> lines;
        std::istringstream stream{words};
        for (std::string word; stream >> word;) lines.push_back(word);
        return lines;
    }

    /// A row for each combination and variant, in the last milestone year.
    [[nodiscard]] std::string combinations() const {
        const int shown = run_.milestones.empty() ? run_.years.back() : run_.milestones.back();
        ShownList columns = sweep_capacity();
        columns.insert(columns.end(), sweep_effort().begin(), sweep_effort().end());
        TextTable table{
            main_columns({{{"Fall"}, {"Case"}}, {{"Variante"}, {"Variant"}, Align::left}}, columns)};
        std::string legend;
        for (std::size_t c = 0; c < told(); ++c) {
            legend += fmt::format("  {}: {}\n", c, values_of(c));
            for (std::size_t v = 0; v < run_.variants.size(); ++v) {
                std::vector<TextCell> cells{fmt::format("{}", c), sweep_name_cell(run_.variants[v], style_)};
                for (const Shown& of : columns) {
                    const double value = value_of_case(of.outcome, c, v, shown);
                    cells.emplace_back(short_number(value * factor(of), style_));
                }
                table.add_row(std::move(cells));
            }
        }
        return say(style_.language, "\nIm Jahr {}\n", "\nIn {}\n", shown) + table.render(style_) +
               service_values(run_, style_) + legend + others();
    }

    [[nodiscard]] double value_of_case(std::string_view outcome, std::size_t number, std::size_t variant,
                                       int year) const {
        const auto y = std::find(run_.years.begin(), run_.years.end(), year) - run_.years.begin();
        return run_.values[run_.value_index(outcome::sweep_outcome(outcome), number, variant,
                                            static_cast<std::size_t>(y))];
    }

    /// For each variant the figures that move the cost of all years furthest.
    [[nodiscard]] std::string tornado() const {
        std::string text =
            say(style_.language, "\nKosten aller Jahre, wenn eine Größe für sich niedrig oder hoch ist\n",
                "\nCost of all years where one figure by itself is low or high\n");
        for (const std::string& variant : run_.variants) text += tornado_of(variant);
        return text;
    }

    [[nodiscard]] std::string tornado_of(const std::string& variant) const {
        constexpr std::size_t most = 10;
        constexpr std::size_t key_width = 46;
        std::vector<const outcome::TornadoRow*> rows;
        for (const outcome::TornadoRow& row : run_.tornado)
            if (row.variant == variant && row.outcome == "cost_total_eur" && row.combination == combination_)
                rows.push_back(&row);
        const auto reach = [](const outcome::TornadoRow* row) {
            return std::max(std::abs(row->at_low - row->base), std::abs(row->at_high - row->base));
        };
        std::stable_sort(rows.begin(), rows.end(),
                         [&reach](const auto* a, const auto* b) { return reach(a) > reach(b); });
        rows.resize(std::min(rows.size(), most));
        TextTable table{
            columns_in(style_.language, {{{printable(variant)}, {printable(variant)}, Align::left},
                                         {{"niedrig"}, {"low"}},
                                         {{"hoch"}, {"high"}},
                                         {{"Kosten bei", "niedrig"}, {"cost at", "low"}},
                                         {{"Kosten bei", "hoch"}, {"cost at", "high"}}})};
        for (const outcome::TornadoRow* row : rows) {
            table.add_row({cut_to_width(printable(row->key), key_width, style_.unicode ? "…" : "~"),
                           printable(row->low), printable(row->high),
                           signed_percent(row->at_low - row->base, row->base, style_),
                           signed_percent(row->at_high - row->base, row->base, style_)});
        }
        return table.render(style_) + "\n";
    }

    [[nodiscard]] std::string without_effect() const {
        if (run_.without_effect.empty()) return {};
        std::vector<std::string> things;
        for (const std::string& thing : run_.without_effect)
            things.push_back(printable(word("sweep-group", thing, style_.language)));
        return say(style_.language, "\nÄndert an keiner dieser Zahlen etwas: {}\n",
                   "\nChanges none of these numbers: {}\n", fmt::join(things, ", "));
    }

    [[nodiscard]] std::string failures() const {
        if (run_.failed.empty()) return {};
        constexpr std::size_t most = 5;
        std::string text =
            say(style_.language, "\n{} ohne Ergebnis:\n", "\n{} without an outcome:\n", run_.failed.size());
        for (std::size_t f = 0; f < std::min(most, run_.failed.size()); ++f) {
            const outcome::FailedPlay& play = run_.failed[f];
            text += say(style_.language, "  Fall {}, {}: {}\n    nochmals: {}\n",
                        "  case {}, {}: {}\n    again: {}\n", play.case_number, printable(play.variant),
                        printable(play.reason), printable(play.repeat));
        }
        if (run_.failed.size() > most)
            text += say(style_.language, "  und {} weitere (Tabelle failed_cases)\n",
                        "  and {} more (table failed_cases)\n", run_.failed.size() - most);
        return text;
    }

    const SweepRun& run_;
    const Style& style_;
    std::int32_t combination_ = 0;
    std::map<std::string_view, double> most_;  ///< by outcome shown
};

}  // namespace

std::string sweep_text(const SweepRun& run, const Style& style) { return SweepTeller{run, style}.text(); }

}  // namespace verbund::report

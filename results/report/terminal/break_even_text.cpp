#include "results/report/terminal/break_even_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::BreakEven;

class BreakEvenTeller {
public:
    BreakEvenTeller(const BreakEven& found, const Style& style) : found_{found}, style_{style} {}

    [[nodiscard]] std::string text() const { return head() + costs() + turns() + unmoved(); }

private:
    [[nodiscard]] std::string value_text(double value) const {
        const std::string number = short_number(value, style_);
        return found_.unit.empty() ? number : fmt::format("{} {}", number, printable(found_.unit));
    }

    [[nodiscard]] std::string head() const {
        return say(style_.language, "{}: {} von {} bis {}, alles andere wie in der Studie\n",
                   "{}: {} from {} to {}, all else as in the study\n", printable(found_.title),
                   printable(found_.key), value_text(found_.samples.front()),
                   value_text(found_.samples.back()));
    }

    [[nodiscard]] std::string costs() const {
        constexpr std::size_t shown = 2;  // every second sample
        const double most = *std::max_element(found_.sums.begin(), found_.sums.end());
        const bool large = most >= euro_per_million;
        const double unit = large ? euro_per_million : euro_per_million / 1e3;
        std::vector<TextColumn> columns{{{say(style_.language, "Variante", "Variant")}, Align::left}};
        for (std::size_t s = 0; s < found_.samples.size(); s += shown)
            columns.push_back({{value_text(found_.samples[s])}});
        TextTable table{std::move(columns)};
        for (std::size_t v = 0; v < found_.variants.size(); ++v) {
            std::vector<TextCell> cells{printable(found_.variants[v])};
            for (std::size_t s = 0; s < found_.samples.size(); s += shown)
                cells.emplace_back(fixed_number(found_.sum(0, v, s) / unit, 1, style_));
            table.add_row(std::move(cells));
        }
        return say(style_.language, "\nKosten {}-{}, {} EUR\n", "\nCost {}-{}, {} EUR\n", found_.first_year,
                   found_.last_year,
                   large ? say(style_.language, "Mio.", "million")
                         : say(style_.language, "Tsd.", "thousand")) +
               table.render(style_);
    }

    [[nodiscard]] std::string turns() const {
        std::string text = "\n";
        for (const std::string& outcome : found_.outcomes) {
            const std::string what = word("sweep-outcome", outcome, style_.language);
            bool any = false;
            for (const outcome::BreakEvenPoint& point : found_.points) {
                if (point.outcome != outcome) continue;
                any = true;
                text += say(style_.language, "{}: unter {} braucht {} weniger, darüber {}\n",
                            "{}: below {} {} needs less, above it {}\n", what, value_text(point.value),
                            printable(point.less_below), printable(point.less_above));
            }
            if (!any)
                text += say(style_.language, "{}: die Reihenfolge kehrt sich nirgends dazwischen um\n",
                            "{}: the order turns nowhere between\n", what);
        }
        return text;
    }

    [[nodiscard]] std::string unmoved() const {
        if (found_.unmoved.empty()) return {};
        std::vector<std::string> names;
        for (const std::string& name : found_.unmoved) names.push_back(printable(name));
        return say(style_.language, "Mit eigenem Wert, bleibt stehen: {}\n",
                   "With a value of its own, not moved: {}\n", fmt::join(names, ", "));
    }

    const BreakEven& found_;
    const Style& style_;
};

}  // namespace

std::string break_even_text(const BreakEven& found, const Style& style) {
    return BreakEvenTeller{found, style}.text();
}

}  // namespace verbund::report

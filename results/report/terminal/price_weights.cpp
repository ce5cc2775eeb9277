#include "results/report/terminal/price_weights.hpp"

#include <cmath>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"

namespace verbund::report {

std::string price_weights_text(const outcome::PriceWeights& weights, const Style& style) {
    std::vector<ColumnNames> columns{{{"Preis"}, {"price"}, Align::left},
                                     {{"Wert"}, {"value"}},
                                     {{"niedrig"}, {"low"}},
                                     {{"hoch"}, {"high"}},
                                     {{"Beleg"}, {"mark"}}};
    columns.push_back({{"Kosten bei", "niedrig"}, {"cost at", "low"}});
    columns.push_back({{"Kosten bei", "hoch"}, {"cost at", "high"}});
    for (const std::string& id : weights.variants) columns.push_back({{"Gewicht", id}, {"weight", id}});
    TextTable table{columns_in(style.language, columns)};
    const auto percent_text = [&style](double value) {
        return std::isfinite(value) ? fixed_number(value * percent_per_one, 1, style) + " %"
                                    : std::string{"-"};
    };
    for (const outcome::PriceWeight& row : weights.rows) {
        std::vector<TextCell> cells{row.key, row.value, row.low, row.high, row.mark};
        cells.emplace_back(percent_text(row.at_low));
        cells.emplace_back(percent_text(row.at_high));
        for (const double weight : row.weight) cells.emplace_back(percent_text(weight));
        table.add_row(std::move(cells));
    }
    return table.render(style) +
           say(style.language,
               "Gewicht: um so viel ändern sich die Kosten aller Jahre, wenn der Preis sich verdoppelt. "
               "Diese {} tragen 90 % aller Gewichte, {} weitere den Rest.\n",
               "Weight: by this much the cost of all years changes as the price doubles. These {} carry "
               "90 % of all weights, {} others the rest.\n",
               weights.rows.size(), weights.others);
}

}  // namespace verbund::report

#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/html/json.hpp"

/// Metrics of `results/outcome` as JSON: their descriptions, and their course over the years.
namespace verbund::report::html {

/// [{"name", "unit", "de", "en"}]: name and unit as in FORMAT.md, labels in both languages.
template <class Row>
[[nodiscard]] Json metric_descriptions(const std::vector<outcome::Metric<Row>>& metrics) {
    Json list = Json::array();
    for (const outcome::Metric<Row>& metric : metrics) {
        list.push_back({{"name", metric.name},
                        {"unit", display_unit(metric.unit)},
                        {"de", metric.label_de},
                        {"en", metric.long_name}});
    }
    return list;
}

/// The metric of each of the rows.
template <class Row>
[[nodiscard]] std::vector<double> values_of(const outcome::Metric<Row>& metric,
                                            const std::vector<const Row*>& rows) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const Row* row : rows) {
        values.push_back(metric.get(*row));
    }
    return values;
}

/// The metric of that name; throws `std::out_of_range` when there is none.
template <class Row>
[[nodiscard]] const outcome::Metric<Row>& metric_named(const std::vector<outcome::Metric<Row>>& metrics,
                                                       std::string_view name) {
    for (const outcome::Metric<Row>& metric : metrics) {
        if (metric.name == name) {
            return metric;
        }
    }
    throw std::out_of_range{"no metric " + std::string{name}};
}

}  // namespace verbund::report::html

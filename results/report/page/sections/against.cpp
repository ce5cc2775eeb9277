#include "results/report/comparison.hpp"
#include "results/report/page/metric_json.hpp"
#include "results/report/page/section.hpp"
#include "results/report/text_width.hpp"

/// {"base", "columns": [{"label", "run", "variant"}], "metrics", "values": {metric: [column][year]}}, years
/// as in this run.
namespace verbund::report::page {

Json against_section(const Source& source) {
    if (source.against == nullptr) return nullptr;
    const Comparison comparison = make_comparison(
        {{source.label, &source.run}, {source.against_label, source.against}}, CompareOptions{});
    Json columns = Json::array();
    for (const ComparedColumn& column : comparison.columns) {
        columns.push_back({{"label", printable(column.label)},
                           {"other", column.run == source.against},
                           {"variant", printable(column.run->variants[column.variant].id)}});
    }
    Json values = Json::object();
    for (const auto& metric : outcome::columns_of<outcome::VariantYear>()) {
        Json list = Json::array();
        for (const ComparedColumn& column : comparison.columns) {
            std::vector<double> course;
            for (const int year : source.run.years) {
                const outcome::VariantYear* row = column.row(year);
                course.push_back(row == nullptr ? outcome::not_applicable : number_in(metric, *row));
            }
            list.push_back(numbers(course));
        }
        values[std::string{metric.name}] = std::move(list);
    }
    return {{"base", comparison.base},
            {"title", printable(source.against->title)},
            {"columns", std::move(columns)},
            {"metrics", metric_descriptions(outcome::columns_of<outcome::VariantYear>())},
            {"values", std::move(values)}};
}

}  // namespace verbund::report::page

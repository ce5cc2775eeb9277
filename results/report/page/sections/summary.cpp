#include "results/report/page/metric_json.hpp"
#include "results/report/page/section.hpp"

namespace verbund::report::page {

Json summary_section(const Source& source) {
    const outcome::Run& run = source.run;
    if (run.summary.empty()) return nullptr;
    Json values = Json::object();
    for (const auto& metric : outcome::columns_of<outcome::VariantYear>()) {
        Json by_variant = Json::array();
        for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
            std::vector<double> course;
            for (std::size_t year = 0; year < run.years.size(); ++year)
                course.push_back(number_in(metric, run.summary.at(run.summary_index(variant, year))));
            by_variant.push_back(numbers(course));
        }
        values[std::string{metric.name}] = std::move(by_variant);
    }
    return {{"metrics", metric_descriptions(outcome::columns_of<outcome::VariantYear>())},
            {"values", std::move(values)}};
}

}  // namespace verbund::report::page

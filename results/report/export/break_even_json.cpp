#include "results/report/export/break_even_json.hpp"

#include <vector>

#include "results/report/export/row_json.hpp"

namespace verbund::report {

std::string break_even_json(const outcome::BreakEven& found) {
    using Json = nlohmann::ordered_json;
    Json sums = Json::object();
    for (std::size_t o = 0; o < found.outcomes.size(); ++o) {
        Json of_outcome = Json::object();
        for (std::size_t v = 0; v < found.variants.size(); ++v) {
            std::vector<double> along;
            for (std::size_t s = 0; s < found.samples.size(); ++s) along.push_back(found.sum(o, v, s));
            of_outcome[found.variants[v]] = along;
        }
        sums[found.outcomes[o]] = of_outcome;
    }
    Json points = Json::array();
    for (const outcome::BreakEvenPoint& point : found.points)
        points.push_back({{"outcome", point.outcome},
                          {"value", point.value},
                          {"less_below", point.less_below},
                          {"less_above", point.less_above}});
    return dump({{"title", found.title},
                 {"key", found.key},
                 {"unit", found.unit},
                 {"first_year", found.first_year},
                 {"last_year", found.last_year},
                 {"samples", found.samples},
                 {"sums", sums},
                 {"turns", points},
                 {"not_moved", found.unmoved}});
}

}  // namespace verbund::report

#include "results/report/page/sweep_document.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "results/report/page/study_json.hpp"
#include "results/report/page/sweep_data.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

/// An outcome in the first case of each of the first combinations.
std::vector<double> first_cases(const store::SweepFile& sweep, std::string_view outcome,
                                std::size_t combinations) {
    const auto& all = sweep.outcomes();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [outcome](const auto& stored) { return stored.name == outcome; });
    if (found == all.end()) return {};
    const auto number = static_cast<std::size_t>(found - all.begin());
    const std::size_t of_each = sweep.cases() / sweep.run().combinations.size();
    if (of_each == 1) return sweep.values(number, 0, combinations);
    std::vector<double> values;
    for (std::size_t c = 0; c < combinations; ++c) {
        const std::vector<double> of = sweep.values(number, c * of_each, 1);
        values.insert(values.end(), of.begin(), of.end());
    }
    return values;
}

}  // namespace

Json sweep_section(const store::SweepFile& sweep) {
    return sweep_data(
        sweep.run(),
        [&sweep](std::string_view outcome, std::size_t combinations) {
            return first_cases(sweep, outcome, combinations);
        });
}

Json sweep_document(const store::SweepFile& sweep, Language language) {
    const outcome::SweepRun& run = sweep.run();
    Json variants = Json::array();
    for (const std::string& variant : run.variants)
        variants.push_back({{"id", printable(variant)}, {"title", ""}, {"text", ""}});
    return {{"kind", "sweep"},
            {"language", language == Language::german ? "de" : "en"},
            {"title", printable(run.title)},
            {"question", printable(run.question)},
            {"base", 0},
            {"years", run.years},
            {"milestones", run.milestones},
            {"variants", std::move(variants)},
            {"centers", Json::array()},
            {"sections", {{"sweep", sweep_section(sweep)}, {"study", study_json(run)}}}};
}

}  // namespace verbund::report::page

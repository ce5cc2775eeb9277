#include "results/report/sentences/answer/build_answers.hpp"

#include <map>
#include <set>

#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"

namespace verbund::report {
namespace {

using outcome::BuildStep;
using outcome::Run;

struct Built {
    std::size_t centers = 0;
    double it_power_kw = 0.0;
    double racks = 0.0;
};

/// The latest stage of each center and resource up to a year.
std::map<std::pair<std::string, Resource>, const BuildStep*> latest_stages(const Run& run,
                                                                           std::size_t variant, int year) {
    std::map<std::pair<std::string, Resource>, const BuildStep*> latest;
    for (const BuildStep& step : run.rows<outcome::BuildStep>()) {
        if (static_cast<std::size_t>(step.variant) == variant && step.year <= year) {
            const BuildStep*& stage = latest[{step.site, step.resource}];
            stage = stage == nullptr || step.year >= stage->year ? &step : stage;
        }
    }
    return latest;
}

Built built_until(const Run& run, std::size_t variant, int year) {
    Built built;
    std::set<std::string> centers;
    for (const auto& [key, stage] : latest_stages(run, variant, year)) {
        centers.insert(key.first);
        built.it_power_kw += key.second == Resource::it_power ? stage->to : 0.0;
        built.racks += key.second == Resource::racks ? stage->to : 0.0;
    }
    built.centers = centers.size();
    return built;
}

}  // namespace

std::string build_sentence(const Run& run, std::size_t variant, const Style& style) {
    std::string parts;
    for (const int year : shown_years(run)) {
        const Built built = built_until(run, variant, year);
        if (built.centers > 0) {
            parts +=
                say(style.language, "{} {}: {} kW IT und {} Racks in {} {}",
                    "{} {}: {} kW IT and {} racks in {} {}", parts.empty() ? "," : ";", year,
                    short_number(built.it_power_kw, style), short_number(built.racks, style), built.centers,
                    built.centers == 1 ? say(style.language, "Zentrum", "center")
                                       : say(style.language, "Zentren", "centers"));
        }
    }
    return parts.empty() ? parts
                         : say(style.language, "Ausbau in Summe{}.", "To be built in total{}.", parts);
}

}  // namespace verbund::report

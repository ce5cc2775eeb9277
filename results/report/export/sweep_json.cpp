#include "results/report/export/sweep_json.hpp"

#include <algorithm>
#include <vector>

#include "results/report/export/row_json.hpp"

namespace verbund::report {
namespace {

using Json = nlohmann::ordered_json;

template <class Row, class Keep>
Json rows_json(const std::vector<Row>& rows, const Keep& keep) {
    const outcome::Run no_names;
    Json all = Json::array();
    for (const Row& row : rows) {
        if (!keep(row)) continue;
        Json json = Json::object();
        add_columns(json, no_names, row);
        all.push_back(std::move(json));
    }
    return all;
}

Json case_json(const outcome::SweepCases& found, const outcome::PlayedCase& of) {
    Json texts = Json::object();
    for (const auto& [key, text] : of.texts) texts[key] = text;
    Json rows = Json::array();
    for (std::size_t v = 0; v < found.sweep.variants.size(); ++v) {
        for (std::size_t y = 0; y < found.sweep.years.size(); ++y) {
            Json row = {{"variant", found.sweep.variants[v]}, {"year", found.sweep.years[y]}};
            for (std::size_t o = 0; o < outcome::sweep_outcomes().size(); ++o)
                row[std::string{outcome::sweep_outcomes()[o].name}] = found.value(of, v, y, o);
            rows.push_back(std::move(row));
        }
    }
    return {{"case", of.number}, {"values", texts}, {"outcomes", rows}};
}

}  // namespace

std::string sweep_cases_json(const outcome::SweepCases& found) {
    Json cases = Json::array();
    for (const outcome::PlayedCase& of : found.cases) cases.push_back(case_json(found, of));
    return dump({{"title", found.sweep.title},
                 {"program_version", found.sweep.program_version},
                 {"study_sha256", found.sweep.study_sha256},
                 {"seed", found.sweep.seed},
                 {"cases", cases},
                 {"failed_cases", rows_json(found.sweep.failed, [](const auto&) { return true; })}});
}

std::string sweep_json(const outcome::SweepRun& run) {
    const auto all = [](const auto&) { return true; };
    const auto milestone = [&run](const outcome::Band& band) {
        return band.year == 0 ||
               std::find(run.milestones.begin(), run.milestones.end(), band.year) != run.milestones.end();
    };
    Json combinations = Json::array();
    for (const std::vector<std::string>& values : run.combinations) {
        Json of = Json::object();
        for (std::size_t k = 0; k < run.listed_keys.size(); ++k) of[run.listed_keys[k]] = values[k];
        combinations.push_back(std::move(of));
    }
    return dump({{"title", run.title},
                 {"program_version", run.program_version},
                 {"study_sha256", run.study_sha256},
                 {"seed", run.seed},
                 {"cases", run.cases()},
                 {"engines", run.engines},
                 {"draws", run.draws},
                 {"independent_draws", run.independent_draws()},
                 {"replications", run.replications},
                 {"seeds", run.seeds},
                 {"variants", run.variants},
                 {"years", run.years},
                 {"combinations", combinations},
                 {"groups", run.groups},
                 {"drawn_keys", rows_json(run.drawn_keys, all)},
                 {"bands", rows_json(run.bands, milestone)},
                 {"sensitivities", rows_json(run.sensitivities, all)},
                 {"chances", rows_json(run.chances, all)},
                 {"pairs", rows_json(run.pairs, all)},
                 {"tornado", rows_json(run.tornado, all)},
                 {"without_effect", run.without_effect},
                 {"failed_cases", rows_json(run.failed, all)}});
}

nlohmann::ordered_json comparison_json(const outcome::SweepComparison& comparison) {
    const auto all = [](const auto&) { return true; };
    return {{"base", comparison.base},
            {"variants", comparison.labels},
            {"same_draws", comparison.same_draws},
            {"other_people", comparison.other_people},
            {"bands", rows_json(comparison.bands, all)},
            {"pairs", rows_json(comparison.pairs, all)}};
}

std::string sweep_compare_json(const outcome::SweepComparison& comparison) {
    return dump(comparison_json(comparison));
}

}  // namespace verbund::report

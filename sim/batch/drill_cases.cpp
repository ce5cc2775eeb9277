#include "sim/batch/drill_cases.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/drill_year.hpp"
#include "sim/batch/drill_bytes.hpp"
#include "sim/batch/fitted_set.hpp"
#include "sim/batch/named_run.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/row_taker.hpp"
#include "sim/events/drill/single_failures.hpp"

namespace verbund::batch {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(std::string key, std::string problem, std::string remedy) {
    throw InvalidInput{{Diagnostic{
        .at = {}, .key = std::move(key), .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

std::size_t variant_of(const study::StudySet& set, const std::string& id) {
    if (id.empty()) return 0;
    std::vector<std::string> known;
    for (const study::Variant& v : set.variants) known.push_back(v.id);
    const auto found = std::find(known.begin(), known.end(), id);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    const std::string near = nearest_word(id, known);
    refuse("--variant",
           fmt::format("the study has no variant \"{}\" (variants: {})", id, fmt::join(known, ", ")),
           near.empty() ? "Name one of them." : fmt::format("Did you mean \"{}\"?", near));
}

int year_of(const study::StudySet& set, const study::Study& study, const DrillOrder& order) {
    const int year = order.year ? *order.year : study::drill_year(set, study).year;
    if (year < set.horizon.first || year > set.horizon.last) {
        refuse(
            "--year",
            fmt::format("{} is outside the study's years {}-{}", year, set.horizon.first, set.horizon.last),
            "Choose a year of the study.");
    }
    return year;
}

std::vector<continuity::FailureKind> kinds_of(const DrillOrder& order) {
    std::vector<continuity::FailureKind> kinds;
    for (const std::string& word : order.kinds) {
        const std::optional<continuity::FailureKind> kind = continuity::failure_kind_of(word);
        if (!kind) {
            study::UnknownName unknown =
                study::unknown_kind("kind of failure", word, continuity::failure_words());
            refuse("--kinds", std::move(unknown.problem), std::move(unknown.remedy));
        }
        kinds.push_back(*kind);
    }
    return kinds;
}

std::vector<events::DrillRequest> requests_of(const DrillOrder& order, const deploy::WorldYear& input) {
    if (!order.all_single) {
        const std::string id = fmt::format("{}", fmt::join(order.drill.fail, ", "));
        return {events::make_request(id, order.drill, input)};
    }
    std::vector<events::DrillRequest> requests;
    const events::SingleFailures singles = events::all_single_failures(input, kinds_of(order));
    if (singles.access_lines_left_out > 0 && order.left_out) order.left_out(singles.access_lines_left_out);
    for (const events::DrillTarget& target : singles.targets) {
        study::Drill drill = order.drill;
        drill.fail = {target.text};
        requests.push_back(events::make_request(target.text, drill, input, "drill"));
    }
    return requests;
}

}  // namespace

outcome::Run run_drills(const study::StudySet& stated, const DrillOrder& order, const EventOptions& options,
                        const Progress& progress) {
    const FittedSet fitted{stated};
    const study::StudySet& set = fitted.set();
    const std::size_t v = variant_of(set, order.variant);
    const int year = year_of(set, set.variants[v].study, order);
    const deploy::World world{set, v};
    const deploy::WorldYear input = world.year(year);
    outcome::Run run = named_run(world, year);
    const RowTaker take{world, 0, run};
    std::vector<IsolatedCase> cases;
    for (const events::DrillRequest& request : requests_of(order, input)) {
        cases.push_back(
            {.name = request.id,
             .repeat_command = fmt::format("{} --fail '{}'", options.repeat_command, request.id),
             .seed = set.seed,
             .run = [&input,
                     request] { return json::to_cbor(drill_json(events::simulate_drill(input, request))); }});
    }
    const auto ended = [&](std::size_t done, std::size_t total, std::string_view name) {
        if (progress) progress(static_cast<double>(done) / static_cast<double>(total), name);
    };
    const std::vector<CaseResult> results =
        run_isolated(cases, {.jobs = options.jobs, .time_limit = options.time_limit, .progress = ended});
    for (const CaseResult& result : results) {
        if (result.bytes) {
            take_drill(json::from_cbor(*result.bytes), take, run);
        } else {
            const CaseFailure& f = *result.failure;
            run.rows<outcome::FailedCase>().push_back(
                {f.name, f.reason, f.repeat_command, fmt::format("{}", f.seed)});
        }
    }
    return run;
}

}  // namespace verbund::batch

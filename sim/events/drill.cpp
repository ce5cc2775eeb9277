#include "sim/events/drill.hpp"

#include <cmath>

#include "sim/events/drill_paths.hpp"
#include "sim/events/drill_results.hpp"
#include "sim/events/drill_story.hpp"

namespace verbund::events {
namespace {

constexpr double seconds_per_hour = 3600.0;

std::vector<Fate> play_site_failure(const EventInput& input, const DrillRequest& request, const DayShape& day,
                                    Timeline& timeline) {
    const std::optional<Outage> outage = outage_of(input, request, timeline);
    if (!outage) return {};
    const RecoveryPlan plan = plan_recovery(input, request, day, *outage);
    const RecoveryCourse course = play_recovery(input, day, plan);
    tell_recovery(input, plan, course, request.at_s, timeline);
    std::vector<Fate> fates;
    for (std::size_t i = 0; i < plan.services.size(); ++i) {
        fates.push_back(
            {plan.services[i], plan.stops_s, course.services[i].people_s, course.services[i].rpo_s});
    }
    return fates;
}

std::vector<Fate> play_path_failure(const EventInput& input, const DrillRequest& request,
                                    Timeline& timeline) {
    const double lasts_s = cause_lasts_s(input, request);
    const double rerouting_s = input.study->events.recovery.rerouting.in(seconds);
    const PathFailure failure = find_path_failures(input, request.target.links);
    tell_path_failure(input, request.target, failure, lasts_s, timeline);
    std::vector<Fate> fates;
    for (const PlannedService& service : failure.services) {
        const double out_s = rerouting_s + (service.way == Way::cut_off ? lasts_s : 0.0);
        fates.push_back({service, request.at_s, request.at_s + out_s, 0.0});
    }
    return fates;
}

bool is_path_failure(FailureKind kind) { return kind == FailureKind::link || kind == FailureKind::duct; }

}  // namespace

DrillOutcome simulate_drill(const EventInput& input, const DrillRequest& request) {
    const DayShape day = day_shape(input, request.day);
    Timeline timeline;
    const std::vector<Fate> fates = is_path_failure(request.target.kind)
                                        ? play_path_failure(input, request, timeline)
                                        : play_site_failure(input, request, day, timeline);
    const double lasts_s = cause_lasts_s(input, request);
    DrillOutcome outcome;
    outcome.results = drill_results(input, day, fates);
    outcome.summary = summarise(input, fates, outcome.results);
    outcome.summary.drill = request.id;
    outcome.summary.fails = request.target.text;
    outcome.summary.day = day_id(request.day);
    outcome.summary.at_h = request.at_s / seconds_per_hour;
    outcome.summary.lasts_h = std::isfinite(lasts_s) ? lasts_s / seconds_per_hour : outcome::not_applicable;
    for (outcome::DrillResult& row : outcome.results) row.drill = request.id;
    outcome.timeline = timeline.sorted(request.id, input.year->year);
    return outcome;
}

}  // namespace verbund::events

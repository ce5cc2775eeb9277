#include "sim/events/drill/drill.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"
#include "sim/events/drill/fallback.hpp"
#include "sim/events/drill/narrow.hpp"
#include "sim/events/drill/office.hpp"
#include "sim/events/drill/paths.hpp"
#include "sim/events/drill/results.hpp"
#include "sim/events/drill/story.hpp"

namespace verbund::events {
namespace {

/// Copies run on before a site fails, so that their lag is that of any day and its growth shows.
constexpr double days_before = 2.0;

struct PlayedSites {
    std::vector<Fate> fates;
    std::vector<RecoveryPlan> plans;
    double failed_s = 0.0;  ///< after the first midnight played
};

PlayedSites play_site_failures(const deploy::WorldYear& whole, DrillRequest request, const DayShape& day,
                               Timeline& timeline) {
    request.at_s += days_before * seconds_per_day;
    const std::vector<Outage> outages = outages_of(whole, request, timeline);
    std::vector<std::size_t> failing;
    for (const Outage& outage : outages) failing.push_back(outage.site);
    const deploy::Deployment year = with_pooled_fallback(whole, failing);
    const deploy::WorldYear input = whole.with(year);
    PlayedSites played;
    played.failed_s = request.at_s;
    played.plans = plan_recovery(input, request, day, outages);
    const std::vector<RecoveryPlan>& plans = played.plans;
    const std::vector<RecoveryCourse> courses = play_recovery(input, day, plans);
    tell_recovery(input, plans, courses, request.at_s, timeline);
    for (std::size_t p = 0; p < plans.size(); ++p) {
        for (std::size_t i = 0; i < plans[p].services.size(); ++i) {
            const Recovered& r = courses[p].services[i];
            played.fates.push_back({plans[p].services[i], plans[p].stops_s, r.people_s, r.rpo_s});
        }
    }
    cut_off_offices(input, request.at_s, played.fates, timeline);
    return played;
}

std::vector<Fate> play_path_failure(const deploy::WorldYear& input, const DrillRequest& request,
                                    const DayShape& day, Timeline& timeline) {
    const double lasts_s = cause_lasts_s(input, request);
    const double rerouting_s = input.study().events.recovery.rerouting.in(seconds);
    std::vector<std::size_t> links;
    for (const DrillTarget& target : request.targets)
        links.insert(links.end(), target.links.begin(), target.links.end());
    const PathFailure failure = find_path_failures(input, links);
    tell_path_failure(input, request.targets, failure, lasts_s, timeline);
    const PathOutage outage{links, request.at_s, request.at_s + lasts_s};
    tell_narrow_links(input, narrow_links(input, day, outage, failure), timeline);
    std::vector<Fate> fates;
    for (const PlannedService& service : failure.services) {
        const double out_s = rerouting_s + (service.way == Way::cut_off ? lasts_s : 0.0);
        fates.push_back({service, request.at_s, request.at_s + out_s, 0.0});
    }
    return fates;
}

/// The worst that came of the takeovers.
void note_takeover(const std::vector<RecoveryPlan>& plans, outcome::DrillSummary& summary) {
    for (const RecoveryPlan& plan : plans) {
        if (plan.takeover == Takeover::not_tried) continue;
        const bool fails = plan.takeover == Takeover::fails;
        if (fails || summary.takeover.empty()) summary.takeover = fails ? "fails" : "succeeds";
        summary.takeover_failure = plan.takeover_failure;
    }
}

}  // namespace

DrillOutcome simulate_drill(const deploy::WorldYear& input, const DrillRequest& request) {
    const DayShape day = day_shape(input, request.day);
    Timeline timeline;
    PlayedSites played;
    if (request.of_paths())
        played.fates = play_path_failure(input, request, day, timeline);
    else
        played = play_site_failures(input, request, day, timeline);
    const double lasts_s = cause_lasts_s(input, request);
    DrillOutcome outcome;
    outcome.results = drill_results(input, day, played.fates);
    outcome.summary = summarise(input, played.fates, outcome.results);
    note_takeover(played.plans, outcome.summary);
    outcome.summary.drill = request.id;
    outcome.summary.fails = request.text();
    outcome.summary.day = day_id(request.day);
    outcome.summary.at_h = request.at_s / seconds_per_hour;
    outcome.summary.lasts_h = std::isfinite(lasts_s) ? lasts_s / seconds_per_hour : outcome::not_applicable;
    outcome.summary.destroyed =
        std::any_of(played.plans.begin(), played.plans.end(),
                    [](const RecoveryPlan& plan) { return plan.outage.destroyed && !plan.outage.attacked; });
    for (outcome::DrillResult& row : outcome.results) row.drill = request.id;
    outcome.timeline = timeline.sorted(request.id, input.year().year);
    return outcome;
}

}  // namespace verbund::events

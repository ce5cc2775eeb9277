#include "sim/events/drill/cause.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::events {
namespace {

using continuity::FailureEffect;
using continuity::HostsHit;
using continuity::UsualLength;

double in_s(Duration duration) { return duration.in(seconds); }

const study::Recovery& recovery(const deploy::WorldYear& input) { return input.study().events.recovery; }

/// A repair of the catalog or the study's own table, whose reader asks for the row.
double repair_s(const deploy::WorldYear& input, const std::string& id) {
    const catalog::Figure& figure = catalog::figure(input.set().catalog, id);
    const auto read = parse_quantity<Duration>(figure.value, PointMeaning::decimal);
    if (!read.value || !(*read.value > 0.0 * seconds)) {
        throw InvalidInput{
            {Diagnostic{.at = {},
                        .key = "catalog.figures: " + id,
                        .problem = fmt::format("\"{}\" is no duration above zero", figure.value),
                        .remedy = "Write how long that repair takes, e.g. \"10 h\"."}}};
    }
    return in_s(*read.value);
}

double usual_length_s(const deploy::WorldYear& input, UsualLength length) {
    switch (length) {
        case UsualLength::host_repair:
            return in_s(recovery(input).host_repair);
        case UsualLength::fibre_repair:
            return repair_s(input, "repair.fibre");
        case UsualLength::rebuild:
            return repair_s(input, input.study().availability.offline_copy ? "repair.ransomware.offline-copy"
                                                                           : "repair.ransomware");
        case UsualLength::utility_return:
            break;
    }
    return in_s(recovery(input).utility_return);
}

outcome::DrillEvent failed_by_kind(const deploy::WorldYear& input, const DrillTarget& target) {
    return site_step(input, target.site, "failure", std::string{target.facts().word});
}

/// Of hardware: a whole site is out or destroyed, a part of it fails by its kind.
outcome::DrillEvent failure_step(const deploy::WorldYear& input, const DrillTarget& target,
                                 const Outage& outage) {
    if (outage.attacked) return failed_by_kind(input, target);
    if (target.facts().hosts == HostsHit::all)
        return site_step(input, target.site, "failure", outage.destroyed ? "destroyed" : "outage");
    outcome::DrillEvent step = failed_by_kind(input, target);
    step.room = target.thing;
    step.count = static_cast<double>(outage.hosts.count());
    step.of = outage.hosts.of;
    return step;
}

/// Notes the standstill of a site that its supply or cooling leads to, unless the cause ends before.
std::optional<Outage> standstill(const deploy::WorldYear& input, const DrillTarget& target, double from_s,
                                 double until_s, const char* why, Timeline& timeline) {
    const std::size_t site = target.site;
    if (!(from_s < until_s)) return std::nullopt;
    timeline.add(from_s, site_step(input, site, "stop", why));
    return Outage{.site = site,
                  .hosts = failing_hosts(input, target),
                  .virtual_only = false,
                  .whole_site = true,
                  .destroyed = false,
                  .from_s = from_s,
                  .until_s = until_s};
}

outcome::DrillEvent lasting(outcome::DrillEvent step, Duration duration) {
    step.duration_s = in_s(duration);
    return step;
}

continuity::SupplyCourse supply_course(const deploy::WorldYear& input, std::size_t site,
                                       const continuity::SiteSupply& supply, double lasts_s) {
    RandomStream stream = drill_stream(input, "genset", site);
    const double chance = stream.uniform();
    const double life = stream.standard_exponential();
    std::optional<continuity::Generator> generator;
    if (supply.generator != continuity::EmergencyPower::none)
        generator = deploy::generator_of(input.study(), input.set().catalog);
    return continuity::ride_through(supply, generator, lasts_s * seconds, chance, life);
}

std::optional<Outage> utility_outage(const deploy::WorldYear& input, const DrillTarget& target,
                                     double lasts_s, Timeline& timeline) {
    using continuity::GeneratorRun;
    const std::size_t site = target.site;
    const continuity::SiteSupply supply = deploy::supply_of(input.study(), input.variant().sites[site]);
    const double starts_s = in_s(supply.generator_start);
    timeline.add(0.0, lasting(failed_by_kind(input, target), supply.ups_autonomy));
    const continuity::SupplyCourse course = supply_course(input, site, supply, lasts_s);
    const GeneratorRun run = course.generator;
    if (run == GeneratorRun::does_not_start)
        timeline.add(starts_s, site_step(input, site, "genset", "does-not-start"));
    else if (run != GeneratorRun::none && run != GeneratorRun::not_needed)
        timeline.add(starts_s, lasting(site_step(input, site, "genset", "runs"), supply.fuel));
    if (run == GeneratorRun::stops || run == GeneratorRun::out_of_fuel) {
        const char* how = run == GeneratorRun::stops ? "stops" : "used-up";
        timeline.add(in_s(course.generator_ends),
                     lasting(site_step(input, site, "fuel", how), supply.ups_autonomy));
    }
    if (!course.standstill) return std::nullopt;
    return standstill(input, target, in_s(course.standstill->from), in_s(course.standstill->until),
                      "ups-empty", timeline);
}

std::optional<Outage> cooling_outage(const deploy::WorldYear& input, const DrillTarget& target,
                                     double lasts_s, Timeline& timeline) {
    const Duration limit = recovery(input).thermal_limit;
    timeline.add(0.0, lasting(failed_by_kind(input, target), limit));
    return standstill(input, target, in_s(limit), lasts_s, "heat", timeline);
}

std::optional<Outage> hardware_outage(const deploy::WorldYear& input, const DrillTarget& target,
                                      bool destroyed, double lasts_s, Timeline& timeline) {
    Outage outage;
    outage.destroyed = destroyed;
    outage.attacked = target.facts().is_attack();
    outage.site = target.site;
    outage.hosts = failing_hosts(input, target);
    outage.whole_site = target.facts().hosts == HostsHit::all || outage.hosts.whole();
    outage.virtual_only = target.facts().hosts == HostsHit::one &&
                          host_count(input, target.site, deploy::PoolKind::cluster) > 0;
    outage.until_s = lasts_s;
    timeline.add(0.0, failure_step(input, target, outage));
    return outage;
}

std::optional<Outage> outage_of(const deploy::WorldYear& input, const DrillRequest& request,
                                const DrillTarget& target, Timeline& timeline) {
    const double lasts_s = cause_lasts_s(input, request, target);
    switch (target.facts().effect) {
        case FailureEffect::hosts_stop:
            return hardware_outage(input, target, is_destroyed(request, target), lasts_s, timeline);
        case FailureEffect::utility_lost:
            return utility_outage(input, target, lasts_s, timeline);
        case FailureEffect::cooling_lost:
            return cooling_outage(input, target, lasts_s, timeline);
        case FailureEffect::paths_cut:
            break;
    }
    return std::nullopt;
}

void merge(Outage& outage, const Outage& more) {
    outage.hosts.numbers.insert(more.hosts.numbers.begin(), more.hosts.numbers.end());
    outage.virtual_only = outage.virtual_only && more.virtual_only;
    outage.whole_site = outage.whole_site || more.whole_site || outage.hosts.whole();
    // New hardware is empty, whoever had attacked the old.
    outage.attacked = outage.destroyed && more.destroyed ? outage.attacked && more.attacked
                                                         : outage.attacked || more.attacked;
    outage.destroyed = outage.destroyed || more.destroyed;
    outage.from_s = std::min(outage.from_s, more.from_s);
    outage.until_s = std::max(outage.until_s, more.until_s);
}

/// What has become of a site when the cause has ended.
const char* end_of(const Outage& outage) {
    if (outage.attacked) return "site-rebuilt";
    return outage.destroyed ? "site-replaced" : "site-removed";
}

void tell_end(const deploy::WorldYear& input, std::size_t site, const Outage& outage, double lasts_s,
              Timeline& timeline) {
    if (!std::isfinite(lasts_s)) return;
    timeline.add(lasts_s, site_step(input, site, "cause-ends", end_of(outage)));
}

}  // namespace

bool is_destroyed(const DrillRequest& request, const DrillTarget& target) {
    const continuity::FailureKindFacts& kind = target.facts();
    return request.destroyed || kind.is_attack() || (kind.lost_without_length && !request.lasts_s);
}

double cause_lasts_s(const deploy::WorldYear& input, const DrillRequest& request, const DrillTarget& target) {
    const bool hardware_lost = is_destroyed(request, target) && !target.facts().is_attack();
    if (hardware_lost) return request.replaced_s.value_or(Outage::for_good);
    if (request.lasts_s) return *request.lasts_s;
    return usual_length_s(input, target.facts().lasts);
}

double cause_lasts_s(const deploy::WorldYear& input, const DrillRequest& request) {
    double longest = 0.0;
    for (const DrillTarget& target : request.targets)
        longest = std::max(longest, cause_lasts_s(input, request, target));
    return longest;
}

std::vector<Outage> outages_of(const deploy::WorldYear& input, const DrillRequest& request,
                               Timeline& timeline) {
    std::map<std::size_t, Outage> outages;
    std::map<std::size_t, double> ends;
    for (const DrillTarget& target : request.targets) {
        double& end = ends[target.site];
        end = std::max(end, cause_lasts_s(input, request, target));
        const std::optional<Outage> outage = outage_of(input, request, target, timeline);
        if (!outage) continue;
        const auto [site, added] = outages.emplace(target.site, *outage);
        if (!added) merge(site->second, *outage);
    }
    for (const auto& [site, lasts_s] : ends) {
        const auto outage = outages.find(site);
        tell_end(input, site, outage != outages.end() ? outage->second : Outage{}, lasts_s, timeline);
    }
    std::vector<Outage> all;
    for (const auto& [site, outage] : outages) all.push_back(outage);
    return all;
}

}  // namespace verbund::events

#include "sim/events/drill/story.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "sim/events/drill/steps.hpp"

namespace verbund::events {
namespace {

double in_s(Duration duration) { return duration.in(seconds); }

class Story {
public:
    Story(const deploy::WorldYear& input, const RecoveryPlan& plan, const RecoveryCourse& course,
          double failed_s, Timeline& timeline)
        : input_{input},
          plan_{plan},
          course_{course},
          failed_s_{failed_s},
          recovery_{input.study().events.recovery},
          timeline_{timeline},
          steps_{input, plan} {}

    void tell() {
        if (plan_.services.empty()) {
            tell_nothing_hit();
            return;
        }
        tell_copies();
        tell_decision();
        tell_places();
        tell_classes();
        tell_shortage();
        tell_failback();
    }

    /// Longest standstill of a critical class, s; infinity if one never works again, zero without any.
    double longest_standstill_s() const {
        const std::optional<std::size_t> last = last_critical();
        return last ? course_.services[*last].people_s - plan_.stops_s : 0.0;
    }

    void mark_critical_path() {
        const std::optional<std::size_t> last = last_critical();
        if (!last) return;
        const std::string begins = plan_.outage.from_s > 0.0 ? "stop" : "failure";
        timeline_.add_critical(at(plan_.stops_s), steps_.stands_still(begins));
        const Recovered& r = course_.services[*last];
        const std::size_t waits_for = r.logon_s > r.vms_run_s ? logon_service(*last) : *last;
        mark_start(waits_for);
        if (waits_for != *last)
            mark_application(waits_for, course_.services[waits_for].application_s, "logon");
        mark_application(*last, r.application_s, "application");
        mark_people(*last);
    }

private:
    double at(double time_s) const { return time_s - failed_s_; }

    void tell_nothing_hit() { timeline_.add(at(plan_.stops_s), steps_.nothing_hit()); }

    void tell_copies() {
        if (!plan_.any(Way::failover)) return;
        double lag_s = 0.0;
        for (std::size_t i = 0; i < plan_.services.size(); ++i)
            if (plan_.services[i].way == Way::failover) lag_s = std::max(lag_s, course_.services[i].rpo_s);
        if (!(lag_s > 0.0) || !std::isfinite(lag_s)) return;
        timeline_.add(at(plan_.stops_s), steps_.copies(lag_s));
    }

    void tell_decision() {
        timeline_.add(at(plan_.detected_s), steps_.detection());
        if (!plan_.away) return;
        timeline_.add(at(plan_.decided_s), steps_.decision());
        if (plan_.takeover == Takeover::not_tried) return;
        timeline_.add(at(plan_.decided_s), steps_.takeover());
    }

    void tell_places() {
        if (plan_.any(Way::failover)) {
            timeline_.add(at(course_.promoted_s), steps_.promotion());
            if (std::isfinite(course_.powered_s)) timeline_.add(at(course_.powered_s), steps_.standby_on());
        }
        if (plan_.any(Way::restore)) timeline_.add(at(prepared_s()), steps_.restoring(Way::restore));
        if (plan_.any(Way::primary_return) || plan_.any(Way::rebuild))
            timeline_.add(at(course_.returned_s), steps_.hosts_back());
        if (plan_.any(Way::rebuild)) timeline_.add(at(rebuild_s()), steps_.restoring(Way::rebuild));
    }

    double prepared_s() const { return plan_.decided_s + in_s(recovery_.restore_preparation); }
    double rebuild_s() const { return rebuild_starts_s(plan_, recovery_); }

    /// Services of one class that come back the same way.
    struct ClassCourse {
        int servers = 0;
        std::set<std::size_t> administrations;
        double data_s = 0.0;
        double vms_s = 0.0;
        double people_s = 0.0;
    };

    std::map<std::pair<Way, std::size_t>, ClassCourse> by_class() const {
        std::map<std::pair<Way, std::size_t>, ClassCourse> classes;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            const PlannedService& s = plan_.services[i];
            const Recovered& r = course_.services[i];
            ClassCourse& c = classes[{s.way, s.service.workload}];
            c.servers += s.service.servers;
            c.administrations.insert(s.service.administration);
            c.data_s = std::max(c.data_s, r.data_back_s);
            c.vms_s = std::max(c.vms_s, r.vms_run_s);
            c.people_s = std::max(c.people_s, r.people_s);
        }
        return classes;
    }

    void tell_classes() {
        for (const auto& [key, c] : by_class()) {
            const auto [way, workload] = key;
            if (!std::isfinite(c.people_s)) continue;
            if (way == Way::restore || way == Way::rebuild)
                timeline_.add(at(c.data_s), steps_.data_back(workload, way));
            const bool boots = !(way == Way::failover && plan_.hot());
            if (boots) timeline_.add(at(c.vms_s), steps_.boot(workload, way, c.servers));
            timeline_.add(at(c.people_s), steps_.restored(workload, way, c.administrations.size()));
        }
    }

    /// Servers without a place, and how much of what they are short of.
    struct Shortage {
        int servers = 0;
        double amount = 0.0;
    };

    static double amount_of(Lacks lacks, const Service& service) {
        return lacks == Lacks::storage ? service.storage_gb / gb_per_tb : service.total_ram_gb();
    }

    void tell_shortage() {
        std::map<Lacks, Shortage> shortages;
        int lost = 0;
        int waiting = 0;
        double gone_gb = 0.0;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            const PlannedService& s = plan_.services[i];
            if (!std::isfinite(course_.services[i].people_s)) lost += s.service.servers;
            if (s.way == Way::primary_return || s.way == Way::rebuild) waiting += s.service.servers;
            if (s.left == DataLeft::gone) gone_gb += s.service.storage_gb;
            if (s.lacks == Lacks::nothing) continue;
            shortages[s.lacks].servers += s.service.servers;
            shortages[s.lacks].amount += amount_of(s.lacks, s.service);
        }
        const double when = at(plan_.away ? plan_.decided_s : plan_.detected_s);
        for (const auto& [lacks, shortage] : shortages)
            timeline_.add(when, steps_.shortage(lacks, shortage.servers, shortage.amount));
        if (waiting > 0) timeline_.add(when, steps_.waiting(waiting));
        if (lost > 0) timeline_.add(when, steps_.never(lost));
        if (gone_gb > 0.0) timeline_.add(when, steps_.gone(gone_gb));
    }

    void tell_failback() {
        if (!course_.failback) return;
        timeline_.add(at(course_.failback->ends_s), steps_.failback(*course_.failback));
    }

    std::optional<std::size_t> last_critical() const {
        std::optional<std::size_t> last;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            if (!plan_.services[i].service.is_critical()) continue;
            if (!last || course_.services[i].people_s > course_.services[*last].people_s) last = i;
        }
        return last;
    }

    /// The service that lets people of this one's administration log on again.
    std::size_t logon_service(std::size_t i) const {
        for (std::size_t j = 0; j < plan_.services.size(); ++j) {
            const Service& other = plan_.services[j].service;
            if (other.logon && other.administration == plan_.services[i].service.administration &&
                course_.services[j].application_s == course_.services[i].logon_s)
                return j;
        }
        return i;
    }

    /// From the standstill until the VMs of a service run.
    void mark_start(std::size_t i) {
        const PlannedService& s = plan_.services[i];
        // Data may flow back before the site returns: then the later of the two is what it waits for.
        const bool data_last = s.way == Way::rebuild && course_.services[i].data_back_s >= course_.returned_s;
        const bool waits_for_data = rebuild_s() < course_.returned_s && data_last;
        const bool returns = s.way == Way::primary_return || (s.way == Way::rebuild && !waits_for_data);
        if (returns) {
            timeline_.add_critical(at(plan_.returns_s), steps_.cause_ends());
            timeline_.add_critical(at(course_.returned_s), steps_.hosts_back());
        } else {
            timeline_.add_critical(at(plan_.detected_s), steps_.detection());
        }
        if (goes_away(s.way)) timeline_.add_critical(at(plan_.decided_s), steps_.decision());
        if (s.way == Way::failover) mark_hosts_ready();
        if (s.way == Way::restore || data_last) mark_data(i);
        if (s.way == Way::failover && plan_.hot()) return;
        timeline_.add_critical(at(course_.services[i].vms_run_s), steps_.own_boot(s.service));
    }

    void mark_data(std::size_t i) {
        const PlannedService& s = plan_.services[i];
        const bool away = goes_away(s.way);
        timeline_.add_critical(at(away ? prepared_s() : rebuild_s()), steps_.restoring(s.way));
        timeline_.add_critical(at(course_.services[i].data_back_s),
                               steps_.data_back(s.service.workload, s.way));
    }

    /// What boots at the backup site waited for: cold hosts may take longer than the copies.
    void mark_hosts_ready() {
        const bool cold = running_standby_hosts(input_, *plan_.away) == 0 &&
                          std::isfinite(course_.powered_s) && course_.powered_s > course_.promoted_s;
        if (cold)
            timeline_.add_critical(at(course_.powered_s), steps_.standby_on());
        else
            timeline_.add_critical(at(course_.promoted_s), steps_.promotion());
    }

    void mark_application(std::size_t i, double time_s, const std::string& step) {
        const Service& service = plan_.services[i].service;
        if (plan_.hot() && plan_.services[i].way == Way::failover) return;
        timeline_.add_critical(at(time_s), steps_.application(step, service));
    }

    void mark_people(std::size_t i) {
        const PlannedService& s = plan_.services[i];
        timeline_.add_critical(at(course_.services[i].people_s),
                               steps_.restored(s.service.workload, s.way, 1));
    }

    const deploy::WorldYear& input_;
    const RecoveryPlan& plan_;
    const RecoveryCourse& course_;
    double failed_s_;
    const study::Recovery& recovery_;
    Timeline& timeline_;
    RecoverySteps steps_;
};

}  // namespace

void tell_recovery(const deploy::WorldYear& input, const std::vector<RecoveryPlan>& plans,
                   const std::vector<RecoveryCourse>& courses, double failed_s, Timeline& timeline) {
    std::optional<std::size_t> longest;
    std::vector<Story> stories;
    for (std::size_t p = 0; p < plans.size(); ++p) {
        stories.emplace_back(input, plans[p], courses[p], failed_s, timeline);
        stories[p].tell();
        const double standstill_s = stories[p].longest_standstill_s();
        if (!longest || standstill_s > stories[*longest].longest_standstill_s()) longest = p;
    }
    if (!longest || !std::isfinite(stories[*longest].longest_standstill_s())) return;
    stories[*longest].mark_critical_path();
}

}  // namespace verbund::events

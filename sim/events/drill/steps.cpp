#include "sim/events/drill/steps.hpp"

#include "models/base/unit_factors.hpp"
#include "sim/events/drill/timeline.hpp"

namespace verbund::events {
namespace {

using Step = RecoverySteps::Step;

const char* form_of(Way way) { return goes_away(way) ? "away" : "here"; }

Step with_servers(Step step, int servers) {
    step.servers = servers;
    return step;
}

}  // namespace

bool goes_away(Way way) { return way == Way::failover || way == Way::restore; }

Step RecoverySteps::here(const std::string& step, const std::string& form) const {
    return site_step(input_, plan_.outage.site, step, form);
}

Step RecoverySteps::there(const std::string& step, const std::string& form) const {
    return site_step(input_, *plan_.away, step, form);
}

Step RecoverySteps::of_class(const std::string& step, std::size_t workload, Way way,
                             const std::string& form) const {
    Step made = goes_away(way) ? there(step, form) : here(step, form);
    made.subject = input_.variant().workloads[workload].id;
    return made;
}

Step RecoverySteps::of_service(const std::string& step, const Service& service,
                               const std::string& form) const {
    Step made = drill_step(step, input_.variant().workloads[service.workload].id, form);
    made.who = input_.variant().administrations[service.administration].id;
    return made;
}

Step RecoverySteps::decision() const {
    const bool automatic = input_.study().events.recovery.automatic;
    const std::string what = plan_.takeover != Takeover::not_tried ? "takeover-" : "restore-";
    return there("decision", what + (automatic ? "automatic" : plan_.staffed ? "staff" : "on-call"));
}

Step RecoverySteps::takeover() const {
    Step step = there("takeover", plan_.takeover == Takeover::fails ? "fails" : "succeeds");
    step.amount = plan_.takeover_failure;
    step.unit = "1";
    return step;
}

Step RecoverySteps::copies(double lag_s) const {
    Step step = there("copies");
    step.duration_s = lag_s;
    return step;
}

const char* RecoverySteps::by_loss(const char* attacked, const char* destroyed, const char* out) const {
    if (plan_.outage.attacked) return attacked;
    return plan_.outage.destroyed ? destroyed : out;
}

Step RecoverySteps::cause_ends() const {
    return here("cause-ends", by_loss("rebuilt", "replaced", "removed"));
}

Step RecoverySteps::hosts_back() const { return here("power-on", by_loss("returned", "new", "returned")); }

Step RecoverySteps::restoring(Way way) const {
    return goes_away(way) ? there("restore", form_of(way)) : here("restore", form_of(way));
}

Step RecoverySteps::data_back(std::size_t workload, Way way) const {
    return of_class("data", workload, way, form_of(way));
}

Step RecoverySteps::boot(std::size_t workload, Way way, int servers) const {
    return with_servers(of_class("boot", workload, way, "class"), servers);
}

Step RecoverySteps::own_boot(const Service& service) const { return of_service("boot", service, "own"); }

Step RecoverySteps::application(const std::string& step, const Service& service) const {
    return of_service(step, service, "");
}

Step RecoverySteps::restored(std::size_t workload, Way way, std::size_t administrations) const {
    Step step = of_class("restored", workload, way, "class");
    step.administrations = static_cast<double>(administrations);
    return step;
}

Step RecoverySteps::shortage(Lacks lacks, int servers, double amount) const {
    Step step = with_servers(here("short"), servers);
    switch (lacks) {
        case Lacks::power:
            step.form = "power";
            return step;
        case Lacks::standby:
            step.form = "standby";
            return step;
        case Lacks::storage:
            step.form = "storage";
            step.unit = "TB";
            break;
        case Lacks::memory:
        case Lacks::nothing:
            step.form = "memory";
            step.unit = "GB";
            break;
    }
    step.amount = amount;
    return step;
}

Step RecoverySteps::waiting(int servers) const {
    return with_servers(here("waiting", by_loss("rebuild", "hardware", "return")), servers);
}

Step RecoverySteps::never(int servers) const { return with_servers(here("never"), servers); }

Step RecoverySteps::gone(double gb) const {
    Step step = here("gone");
    step.amount = gb;
    step.unit = "GB";
    return step;
}

Step RecoverySteps::failback(const Failback& failback) const {
    Step step = here("failback");
    step.amount = failback.bytes / bytes_per_gb;
    step.unit = "GB";
    step.duration_s = failback.ends_s - failback.starts_s;
    step.pause_s = failback.switch_s;
    return step;
}

}  // namespace verbund::events

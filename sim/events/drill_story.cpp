#include "sim/events/drill_story.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace verbund::events {
namespace {

double in_s(Duration duration) { return duration.in(seconds); }

Wording class_words(const EventInput& input, std::size_t workload) {
    const catalog::WorkloadClass& w = input.variant->workloads[workload];
    return {w.name_de.empty() ? w.id : w.name_de, w.name_en.empty() ? w.id : w.name_en};
}

class Story {
public:
    Story(const EventInput& input, const RecoveryPlan& plan, const RecoveryCourse& course, double failed_s,
          Timeline& timeline)
        : input_{input},
          plan_{plan},
          course_{course},
          failed_s_{failed_s},
          recovery_{input.study->events.recovery},
          timeline_{timeline},
          here_id_{input.variant->sites[plan.outage.site].id},
          here_{short_site_words(input, plan.outage.site)} {
        if (!plan.away) return;
        there_id_ = input.variant->sites[*plan.away].id;
        there_ = place_name(input, *plan.away);
    }

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
        timeline_.add_critical(at(plan_.stops_s), begins, here_id_,
                               {here_.de + " steht still", here_.en + " stands still"});
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

    void tell_nothing_hit() {
        timeline_.add(at(plan_.stops_s), "restored", here_id_,
                      {here_.de + ": dort läuft kein Dienst; niemand merkt es",
                       here_.en + ": no service runs there; nobody notices"});
    }

    Wording detection_words() const {
        return {fmt::format("{}: Ausfall erkannt", here_.de), fmt::format("{}: failure noticed", here_.en)};
    }

    Wording decision_words() const {
        const char* who_de = recovery_.automatic ? "automatisch"
                             : plan_.staffed     ? "Personal im Dienst"
                                                 : "Rufbereitschaft";
        const char* who_en = recovery_.automatic ? "automatic" : plan_.staffed ? "staff on duty" : "on call";
        if (plan_.any(Way::failover)) {
            return {fmt::format("Entscheidung ({}): {} übernimmt", who_de, there_),
                    fmt::format("decision ({}): {} takes over", who_en, there_)};
        }
        return {fmt::format("Entscheidung ({}): Wiederherstellung in {}", who_de, there_),
                fmt::format("decision ({}): restore in {}", who_en, there_)};
    }

    Wording promotion_words() const {
        return {fmt::format("Die Kopien in {} sind beschreibbar", there_),
                fmt::format("the copies in {} can be written", there_)};
    }

    Wording standby_on_words() const {
        return {fmt::format("Die ausgeschalteten Hosts in {} laufen", there_),
                fmt::format("the hosts in {} that stood switched off run", there_)};
    }

    Wording hosts_back_words() const {
        return {fmt::format("{}: die Hosts laufen wieder", here_.de),
                fmt::format("{}: the hosts run again", here_.en)};
    }

    Wording preparation_words() const {
        return {fmt::format("Die Wiederherstellung aus der Sicherung in {} beginnt", there_),
                fmt::format("restoring from backup in {} begins", there_)};
    }

    void tell_copies() {
        if (!plan_.any(Way::failover)) return;
        double lag_s = 0.0;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            if (plan_.services[i].way == Way::failover) lag_s = std::max(lag_s, course_.services[i].rpo_s);
        }
        if (lag_s <= 0.0) return;
        const Wording lag = duration_words(lag_s);
        timeline_.add(at(plan_.stops_s), "copies", there_id_,
                      {fmt::format("Die Kopien in {} sind höchstens {} alt", there_, lag.de),
                       fmt::format("the copies in {} are at most {} old", there_, lag.en)});
    }

    void tell_decision() {
        timeline_.add(at(plan_.detected_s), "detection", here_id_, detection_words());
        if (plan_.away) timeline_.add(at(plan_.decided_s), "decision", there_id_, decision_words());
    }

    void tell_places() {
        if (plan_.any(Way::failover)) {
            timeline_.add(at(course_.promoted_s), "promotion", there_id_, promotion_words());
            if (std::isfinite(course_.powered_s)) {
                timeline_.add(at(course_.powered_s), "power-on", there_id_, standby_on_words());
            }
        }
        if (plan_.any(Way::restore))
            timeline_.add(at(prepared_s()), "restore", there_id_, preparation_words());
        if (plan_.any(Way::primary_return)) {
            timeline_.add(at(course_.returned_s), "power-on", here_id_, hosts_back_words());
        }
    }

    double prepared_s() const { return plan_.decided_s + in_s(recovery_.restore_preparation); }

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

    bool goes_away(Way way) const { return way == Way::failover || way == Way::restore; }
    /// Short, since it stands at the end of many lines: a center by its id alone.
    Wording place(Way way) const {
        if (goes_away(way)) return {there_id_, there_id_};
        const bool center = input_.variant->sites[plan_.outage.site].center != nullptr;
        return center ? Wording{here_id_, here_id_} : here_;
    }

    void tell_classes() {
        for (const auto& [key, c] : by_class()) {
            const auto [way, workload] = key;
            const std::string& id = input_.variant->workloads[workload].id;
            if (!std::isfinite(c.people_s)) continue;
            if (way == Way::restore) timeline_.add(at(c.data_s), "data", id, data_back_words(workload));
            const bool boots = !(way == Way::failover && plan_.hot());
            if (boots) timeline_.add(at(c.vms_s), "boot", id, boot_words(workload, way, c.servers));
            timeline_.add(at(c.people_s), "restored", id,
                          restored_words(workload, way, c.administrations.size()));
        }
    }

    Wording data_back_words(std::size_t workload) const {
        const Wording name = class_words(input_, workload);
        return {fmt::format("{}: Daten in {} aus der Sicherung zurück", name.de, there_),
                fmt::format("{}: data are back from backup in {}", name.en, there_)};
    }

    Wording boot_words(std::size_t workload, Way way, int servers) const {
        const Wording name = class_words(input_, workload);
        const Wording count = count_words(static_cast<std::size_t>(servers), "Server läuft", "Server laufen",
                                          "server runs", "servers run");
        return {fmt::format("{}: {} ({})", name.de, count.de, place(way).de),
                fmt::format("{}: {} ({})", name.en, count.en, place(way).en)};
    }

    Wording restored_words(std::size_t workload, Way way, std::size_t administrations) const {
        const Wording name = class_words(input_, workload);
        const Wording who = administrations_words(administrations);
        const char* verb_de = administrations == 1 ? "arbeitet" : "arbeiten";
        const char* verb_en = administrations == 1 ? "works" : "work";
        return {fmt::format("{}: {} {} wieder ({})", name.de, who.de, verb_de, place(way).de),
                fmt::format("{}: {} {} again ({})", name.en, who.en, verb_en, place(way).en)};
    }

    void tell_shortage() {
        int short_servers = 0;
        double short_gb = 0.0;
        int lost = 0;
        int waiting = 0;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            const PlannedService& s = plan_.services[i];
            const bool comes_back = std::isfinite(course_.services[i].people_s);
            if (!comes_back) lost += s.service.servers;
            if (s.way == Way::primary_return) waiting += s.service.servers;
            if (!s.no_place) continue;
            short_servers += s.service.servers;
            short_gb += s.service.total_ram_gb();
        }
        const double when = at(plan_.away ? plan_.decided_s : plan_.detected_s);
        if (short_servers > 0) {
            timeline_.add(when, "short", here_id_,
                          {fmt::format("{} Server finden keinen Platz: {:.0f} GB Arbeitsspeicher fehlen",
                                       short_servers, short_gb),
                           fmt::format("{} servers find no place: {:.0f} GB of memory are missing",
                                       short_servers, short_gb)});
        }
        if (waiting > 0) {
            timeline_.add(when, "waiting", here_id_,
                          {fmt::format("{}: {} Server warten auf die Rückkehr", here_.de, waiting),
                           fmt::format("{}: {} servers wait for its return", here_.en, waiting)});
        }
        if (lost > 0) {
            timeline_.add(when, "never", here_id_,
                          {fmt::format("{} ist verloren: {} Server kommen nicht wieder", here_.de, lost),
                           fmt::format("{} is lost: {} servers do not come back", here_.en, lost)});
        }
    }

    void tell_failback() {
        if (!course_.failback) return;
        const Failback& f = *course_.failback;
        const Wording data = data_words(f.bytes);
        const Wording took = duration_words(f.ends_s - f.starts_s);
        const Wording pause = duration_words(f.switch_s);
        timeline_.add(at(f.ends_s), "failback", here_id_,
                      {fmt::format("{} an {} zurückgesandt in {}; geplante Pause zum Umschalten: {}", data.de,
                                   here_.de, took.de, pause.de),
                       fmt::format("{} sent back to {} in {}; planned pause for switching: {}", data.en,
                                   here_id_, took.en, pause.en)});
    }

    // --- Critical path
    // ------------------------------------------------------------------------------------------------------
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
                course_.services[j].application_s == course_.services[i].logon_s) {
                return j;
            }
        }
        return i;
    }

    /// From the standstill until the VMs of a service run.
    void mark_start(std::size_t i) {
        const PlannedService& s = plan_.services[i];
        const std::string& id = input_.variant->workloads[s.service.workload].id;
        if (s.way == Way::primary_return) {
            timeline_.add_critical(at(plan_.returns_s), "cause-ends", here_id_,
                                   {"Die Ursache ist behoben", "the cause is removed"});
            timeline_.add_critical(at(course_.returned_s), "power-on", here_id_, hosts_back_words());
        } else {
            timeline_.add_critical(at(plan_.detected_s), "detection", here_id_, detection_words());
        }
        if (goes_away(s.way)) {
            timeline_.add_critical(at(plan_.decided_s), "decision", there_id_, decision_words());
        }
        if (s.way == Way::failover) mark_hosts_ready();
        if (s.way == Way::restore) {
            timeline_.add_critical(at(prepared_s()), "restore", there_id_, preparation_words());
            timeline_.add_critical(at(course_.services[i].data_back_s), "data", id,
                                   data_back_words(s.service.workload));
        }
        if (s.way == Way::failover && plan_.hot()) return;
        timeline_.add_critical(at(course_.services[i].vms_run_s), "boot", id, own_boot_words(s.service));
    }

    /// What boots at the backup site waited for: cold hosts may take longer than the copies.
    void mark_hosts_ready() {
        const bool cold = running_standby_hosts(input_, *plan_.away) == 0 &&
                          std::isfinite(course_.powered_s) && course_.powered_s > course_.promoted_s;
        if (cold) {
            timeline_.add_critical(at(course_.powered_s), "power-on", there_id_, standby_on_words());
        } else {
            timeline_.add_critical(at(course_.promoted_s), "promotion", there_id_, promotion_words());
        }
    }

    Wording own_boot_words(const Service& service) const {
        const Wording name = class_words(input_, service.workload);
        const std::string who = administration_name(input_, service.administration);
        return {fmt::format("{} von {}: die Server laufen", name.de, who),
                fmt::format("{} of {}: the servers run", name.en, who)};
    }

    void mark_application(std::size_t i, double time_s, const std::string& step) {
        const Service& service = plan_.services[i].service;
        const Wording name = class_words(input_, service.workload);
        const std::string who = administration_name(input_, service.administration);
        if (plan_.hot() && plan_.services[i].way == Way::failover) return;
        timeline_.add_critical(at(time_s), step, input_.variant->workloads[service.workload].id,
                               {fmt::format("{} von {}: das Verfahren läuft", name.de, who),
                                fmt::format("{} of {}: the procedure runs", name.en, who)});
    }

    void mark_people(std::size_t i) {
        const PlannedService& s = plan_.services[i];
        timeline_.add_critical(at(course_.services[i].people_s), "restored",
                               input_.variant->workloads[s.service.workload].id,
                               restored_words(s.service.workload, s.way, 1));
    }

    const EventInput& input_;
    const RecoveryPlan& plan_;
    const RecoveryCourse& course_;
    double failed_s_;
    const study::Recovery& recovery_;
    Timeline& timeline_;
    std::string here_id_;
    Wording here_;
    std::string there_id_;
    std::string there_;
};

}  // namespace

void tell_recovery(const EventInput& input, const std::vector<RecoveryPlan>& plans,
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

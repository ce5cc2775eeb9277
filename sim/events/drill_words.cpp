#include "sim/events/drill_words.hpp"

#include <fmt/format.h>

namespace verbund::events {

Wording class_words(const EventInput& input, std::size_t workload) {
    const catalog::WorkloadClass& w = input.variant->workloads[workload];
    return {w.name_de.empty() ? w.id : w.name_de, w.name_en.empty() ? w.id : w.name_en};
}

bool goes_away(Way way) { return way == Way::failover || way == Way::restore; }

RecoveryWords::RecoveryWords(const EventInput& input, const RecoveryPlan& plan)
    : input_{input},
      plan_{plan},
      here_id_{input.variant->sites[plan.outage.site].id},
      here_{short_site_words(input, plan.outage.site)} {
    if (!plan.away) return;
    there_id_ = input.variant->sites[*plan.away].id;
    there_ = place_name(input, *plan.away);
}

Wording RecoveryWords::place(Way way) const {
    if (goes_away(way)) return {there_id_, there_id_};
    const bool center = input_.variant->sites[plan_.outage.site].center != nullptr;
    return center ? Wording{here_id_, here_id_} : here_;
}

Wording RecoveryWords::stands_still() const {
    return {here_.de + " steht still", here_.en + " stands still"};
}

Wording RecoveryWords::nothing_hit() const {
    return {here_.de + ": dort läuft kein Dienst; niemand merkt es",
            here_.en + ": no service runs there; nobody notices"};
}

Wording RecoveryWords::detection() const {
    return {fmt::format("{}: Ausfall erkannt", here_.de), fmt::format("{}: failure noticed", here_.en)};
}

Wording RecoveryWords::decision() const {
    const bool automatic = input_.study->events.recovery.automatic;
    const char* who_de = automatic ? "automatisch" : plan_.staffed ? "Personal im Dienst" : "Rufbereitschaft";
    const char* who_en = automatic ? "automatic" : plan_.staffed ? "staff on duty" : "on call";
    if (plan_.takeover != Takeover::not_tried) {
        return {fmt::format("Entscheidung ({}): {} übernimmt", who_de, there_),
                fmt::format("decision ({}): {} takes over", who_en, there_)};
    }
    return {fmt::format("Entscheidung ({}): Wiederherstellung in {}", who_de, there_),
            fmt::format("decision ({}): restore in {}", who_en, there_)};
}

Wording RecoveryWords::takeover() const {
    const double percent_per_one = 100.0;
    const double odds = percent_per_one * plan_.takeover_failure;
    if (plan_.takeover == Takeover::fails) {
        return {fmt::format("Die Übernahme in {} misslingt (so in {:.0f} % der Fälle)", there_, odds),
                fmt::format("the takeover in {} fails (as in {:.0f} % of cases)", there_, odds)};
    }
    return {fmt::format("Die Übernahme in {} gelingt (misslingt in {:.0f} % der Fälle)", there_, odds),
            fmt::format("the takeover in {} succeeds (fails in {:.0f} % of cases)", there_, odds)};
}

Wording RecoveryWords::copies(double lag_s) const {
    const Wording lag = duration_words(lag_s);
    return {fmt::format("Die Kopien in {} sind höchstens {} alt", there_, lag.de),
            fmt::format("the copies in {} are at most {} old", there_, lag.en)};
}

Wording RecoveryWords::promotion() const {
    return {fmt::format("Die Kopien in {} sind beschreibbar", there_),
            fmt::format("the copies in {} can be written", there_)};
}

Wording RecoveryWords::standby_on() const {
    return {fmt::format("Die ausgeschalteten Hosts in {} laufen", there_),
            fmt::format("the hosts in {} that stood switched off run", there_)};
}

Wording RecoveryWords::cause_ends() const {
    if (plan_.outage.destroyed) return {"Neue Technik steht bereit", "new hardware stands"};
    return {"Die Ursache ist behoben", "the cause is removed"};
}

Wording RecoveryWords::hosts_back() const {
    if (plan_.outage.destroyed) {
        return {fmt::format("{}: die neuen Hosts laufen", here_.de),
                fmt::format("{}: the new hosts run", here_.en)};
    }
    return {fmt::format("{}: die Hosts laufen wieder", here_.de),
            fmt::format("{}: the hosts run again", here_.en)};
}

Wording RecoveryWords::restoring(Way way) const {
    const Wording at = place(way);
    return {fmt::format("Die Wiederherstellung der Daten in {} beginnt", goes_away(way) ? there_ : at.de),
            fmt::format("restoring data in {} begins", goes_away(way) ? there_ : at.en)};
}

Wording RecoveryWords::data_back(std::size_t workload, Way way) const {
    const Wording name = class_words(input_, workload);
    const Wording at = place(way);
    return {fmt::format("{}: Daten in {} wiederhergestellt", name.de, goes_away(way) ? there_ : at.de),
            fmt::format("{}: data are restored in {}", name.en, goes_away(way) ? there_ : at.en)};
}

Wording RecoveryWords::boot(std::size_t workload, Way way, int servers) const {
    const Wording name = class_words(input_, workload);
    const Wording count = count_words(static_cast<std::size_t>(servers), "Server läuft", "Server laufen",
                                      "server runs", "servers run");
    return {fmt::format("{}: {} ({})", name.de, count.de, place(way).de),
            fmt::format("{}: {} ({})", name.en, count.en, place(way).en)};
}

Wording RecoveryWords::own_boot(const Service& service) const {
    const Wording name = class_words(input_, service.workload);
    const std::string who = administration_name(input_, service.administration);
    return {fmt::format("{} von {}: die Server laufen", name.de, who),
            fmt::format("{} of {}: the servers run", name.en, who)};
}

Wording RecoveryWords::application(const Service& service) const {
    const Wording name = class_words(input_, service.workload);
    const std::string who = administration_name(input_, service.administration);
    return {fmt::format("{} von {}: das Verfahren läuft", name.de, who),
            fmt::format("{} of {}: the procedure runs", name.en, who)};
}

Wording RecoveryWords::restored(std::size_t workload, Way way, std::size_t administrations) const {
    const Wording name = class_words(input_, workload);
    const Wording who = administrations_words(administrations);
    const char* verb_de = administrations == 1 ? "arbeitet" : "arbeiten";
    const char* verb_en = administrations == 1 ? "works" : "work";
    return {fmt::format("{}: {} {} wieder ({})", name.de, who.de, verb_de, place(way).de),
            fmt::format("{}: {} {} again ({})", name.en, who.en, verb_en, place(way).en)};
}

Wording RecoveryWords::shortage(Lacks lacks, int servers, double amount) const {
    switch (lacks) {
        case Lacks::storage:
            return {
                fmt::format("{} Server finden keinen Platz: {:.1f} TB Speicher fehlen", servers, amount),
                fmt::format("{} servers find no place: {:.1f} TB of storage are missing", servers, amount)};
        case Lacks::power:
            return {fmt::format("{} Server finden keinen Platz: Strom, Kühlung oder Racks reichen nicht",
                                servers),
                    fmt::format("{} servers find no place: power, cooling or racks do not suffice", servers)};
        case Lacks::standby:
            return {fmt::format("{} Server haben am Ausweichstandort keine Kopie oder keinen Host in "
                                "Bereitschaft (Jahresrechnung)",
                                servers),
                    fmt::format("{} servers have no copy or no standby host at the backup site (annual "
                                "engine)",
                                servers)};
        case Lacks::memory:
        case Lacks::nothing:
            break;
    }
    return {fmt::format("{} Server finden keinen Platz: {:.0f} GB Arbeitsspeicher fehlen", servers, amount),
            fmt::format("{} servers find no place: {:.0f} GB of memory are missing", servers, amount)};
}

Wording RecoveryWords::waiting(int servers) const {
    if (plan_.outage.destroyed) {
        return {fmt::format("{}: {} Server warten auf neue Technik", here_.de, servers),
                fmt::format("{}: {} servers wait for new hardware", here_.en, servers)};
    }
    return {fmt::format("{}: {} Server warten auf die Rückkehr", here_.de, servers),
            fmt::format("{}: {} servers wait for its return", here_.en, servers)};
}

Wording RecoveryWords::never(int servers) const {
    return {fmt::format("{} ist verloren: {} Server kommen nicht wieder", here_.de, servers),
            fmt::format("{} is lost: {} servers do not come back", here_.en, servers)};
}

Wording RecoveryWords::gone(double bytes) const {
    const Wording data = data_words(bytes);
    return {fmt::format("{}: von {} ist keine Kopie übrig", here_.de, data.de),
            fmt::format("{}: of {} no copy is left", here_.en, data.en)};
}

}  // namespace verbund::events

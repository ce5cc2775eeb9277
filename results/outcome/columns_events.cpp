#include "results/outcome/columns.hpp"

/// Row tables of the event engine.
namespace verbund::outcome {

template <>
const Columns<TransactionName>& columns_of<TransactionName>() {
    using R = TransactionName;
    static const Columns<R> table{
        {"id", "", "id in the catalog", "Kennung", &R::id},
        {"workload", "", "workload class that serves it", "Lastklasse", &R::workload},
        {"name_de", "", "name in German", "Name", &R::name_de},
        {"name_en", "", "name in English", "Name (englisch)", &R::name_en},
        {"threshold_ms", "ms", "response time above which work suffers", "Schwelle", &R::threshold_ms},
    };
    return table;
}

template <>
const Columns<LatencyDay>& columns_of<LatencyDay>() {
    using R = LatencyDay;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"day", "", "typical day; year = all days by their number in the year", "Tag", &R::day},
        {"transaction", "", "what people wait for; all = every kind", "Vorgang", &R::transaction,
         ColumnRole::transaction},
        {"samples", "1", "transactions simulated", "Stichproben", &R::samples},
        {"mean_ms", "ms", "mean response time", "Mittel", &R::mean_ms},
        {"p50_ms", "ms", "median response time", "Median", &R::p50_ms},
        {"p95_ms", "ms", "response time that 95 % stay within", "95 %", &R::p95_ms},
        {"p95_low_ms", "ms", "lower end of the 95 % interval of p95", "95 % von", &R::p95_low_ms},
        {"p95_high_ms", "ms", "upper end of the 95 % interval of p95", "95 % bis", &R::p95_high_ms},
        {"p99_ms", "ms", "response time that 99 % stay within", "99 %", &R::p99_ms},
        {"over_threshold", "1", "share of transactions above their threshold", "Über Schwelle",
         &R::over_threshold},
        {"workplaces_over", "1", "share of workplaces whose p95 is above the threshold",
         "Arbeitsplätze über Schwelle", &R::workplaces_over},
        {"saturated", "1", "share of transactions over a link loaded above 98 %", "Überlastet",
         &R::saturated},
        {"unloaded_ms", "ms", "mean response time without any other load (closed form)", "Unbelastet",
         &R::unloaded_ms},
    };
    return table;
}

template <>
const Columns<LatencyAdministration>& columns_of<LatencyAdministration>() {
    using R = LatencyAdministration;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"administration", "", "administration", "Verwaltung", &R::administration,
         ColumnRole::administration},
        {"transaction", "", "what people wait for", "Vorgang", &R::transaction, ColumnRole::transaction},
        {"samples", "1", "transactions simulated", "Stichproben", &R::samples},
        {"p50_ms", "ms", "median response time", "Median", &R::p50_ms},
        {"p95_ms", "ms", "response time that 95 % stay within", "95 %", &R::p95_ms},
        {"p95_low_ms", "ms", "lower end of the 95 % interval of p95", "95 % von", &R::p95_low_ms},
        {"p95_high_ms", "ms", "upper end of the 95 % interval of p95", "95 % bis", &R::p95_high_ms},
        {"p99_ms", "ms", "response time that 99 % stay within", "99 %", &R::p99_ms},
        {"over_threshold", "1", "share of transactions above their threshold", "Über Schwelle",
         &R::over_threshold},
        {"saturated", "1", "share of transactions over a link loaded above 98 %", "Überlastet",
         &R::saturated},
    };
    return table;
}

template <>
const Columns<BusyLink>& columns_of<BusyLink>() {
    using R = BusyLink;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"day", "", "typical day", "Tag", &R::day},
        {"link", "", "link, access (access:...) or uplink (uplink:...)", "Verbindung", &R::link},
        {"direction", "", "up (to the centers) or down", "Richtung", &R::direction},
        {"hour", "h", "busiest hour of the day, from 0", "Stunde", &R::hour},
        {"load_gbit_s", "Gbit/s", "load in that hour", "Last", &R::load_gbit_s},
        {"capacity_gbit_s", "Gbit/s", "capacity", "Kapazität", &R::capacity_gbit_s},
        {"utilisation", "1", "load / capacity", "Auslastung", &R::utilisation},
    };
    return table;
}

template <>
const Columns<NightBackup>& columns_of<NightBackup>() {
    using R = NightBackup;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"site", "", "center or administration", "Standort", &R::site},
        {"to", "", "site of the copy outside; empty = none", "Kopie in", &R::to},
        {"changed_gb", "GB", "changed blocks read", "Geändert", &R::changed_gb},
        {"sent_gb", "GB", "sent out of the site after reduction", "Gesendet", &R::sent_gb},
        {"local_end_h", "h", "end of the local backup after the window began", "Ende vor Ort",
         &R::local_end_h},
        {"outside_end_h", "h", "end of the copy outside after the window began", "Ende der Kopie",
         &R::outside_end_h},
        {"window_h", "h", "length of the window", "Fenster", &R::window_h},
        {"holds", "", "everything is done within the window", "Fenster hält", &R::holds},
    };
    return table;
}

template <>
const Columns<ReplicationLag>& columns_of<ReplicationLag>() {
    using R = ReplicationLag;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"primary", "", "center that is protected", "Primär", &R::primary},
        {"backup", "", "backup site", "Ausweich", &R::backup},
        {"workload", "", "workload class", "Lastklasse", &R::workload},
        {"mode", "", "sync or async", "Verfahren", &R::mode},
        {"verdict", "", "what the round trip allows", "Urteil", &R::verdict},
        {"rtt_ms", "ms", "round trip between the sites", "Umlaufzeit", &R::rtt_ms},
        {"write_delay_ms", "ms", "added to each write", "Schreibverzug", &R::write_delay_ms},
        {"change_gb", "GB", "changes of the day", "Änderungen", &R::change_gb},
        {"lag_p50_s", "s", "median lag of the copies", "Rückstand Median", &R::lag_p50_s},
        {"lag_p95_s", "s", "lag not exceeded 95 % of the day", "Rückstand 95 %", &R::lag_p95_s},
        {"lag_max_s", "s", "greatest lag", "Rückstand max.", &R::lag_max_s},
        {"growth_s_per_day", "s", "growth of a lag that never settles, per day; 0 = it is steady",
         "Wachstum je Tag", &R::growth_s_per_day},
        {"rpo_target_s", "s", "data loss the class may have", "RPO-Ziel", &R::rpo_target_s},
        {"met", "", "the 95 % lag is within the target", "Ziel erreicht", &R::met},
    };
    return table;
}

template <>
const Columns<MigrationWave>& columns_of<MigrationWave>() {
    using R = MigrationWave;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year of the wave", "Jahr", &R::year},
        {"move", "", "move in the study", "Umzug", &R::move},
        {"administrations", "1", "administrations that move", "Verwaltungen", &R::administrations},
        {"data_tb", "TB", "data copied", "Daten", &R::data_tb},
        {"seeded_tb", "TB", "first copy sent on disks", "Auf Datenträgern", &R::seeded_tb},
        {"resent_tb", "TB", "changed while it was copied and sent again", "Nachgesendet", &R::resent_tb},
        {"nights", "1", "nights until the last cut-over", "Nächte", &R::nights},
        {"finished", "", "ISO date of the last cut-over; empty = not within the year", "Fertig",
         &R::finished},
        {"downtime_mean_h", "h", "mean downtime of a cut-over", "Ausfall Mittel", &R::downtime_mean_h},
        {"downtime_max_h", "h", "longest downtime of a cut-over", "Ausfall max.", &R::downtime_max_h},
        {"others_p95_ms", "ms", "response time of others (95 %) while copies run", "Andere 95 %",
         &R::others_p95_ms},
        {"others_p95_alone_ms", "ms", "the same without copies", "Andere 95 % ohne Kopien",
         &R::others_p95_alone_ms},
    };
    return table;
}

template <>
const Columns<Cutover>& columns_of<Cutover>() {
    using R = Cutover;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year of the wave", "Jahr", &R::year},
        {"move", "", "move in the study", "Umzug", &R::move},
        {"administration", "", "administration", "Verwaltung", &R::administration,
         ColumnRole::administration},
        {"data_gb", "GB", "data copied", "Daten", &R::data_gb},
        {"starts_night", "1", "first night of its copy", "Beginn (Nacht)", &R::starts_night},
        {"finished_night", "1", "night of its cut-over", "Umschaltung (Nacht)", &R::finished_night},
        {"downtime_h", "h", "downtime of the cut-over", "Ausfall", &R::downtime_h},
    };
    return table;
}

template <>
const Columns<DrillSummary>& columns_of<DrillSummary>() {
    using R = DrillSummary;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"drill", "", "drill in the study, or what fails", "Übung", &R::drill},
        {"fails", "", "what fails", "Ausfall von", &R::fails},
        {"day", "", "typical day", "Tag", &R::day},
        {"at_h", "h", "hour of the day at which it fails", "Uhrzeit", &R::at_h},
        {"lasts_h", "h", "until the cause is removed or new hardware stands", "Dauer", &R::lasts_h},
        {"destroyed", "", "what failed is destroyed", "Zerstört", &R::destroyed},
        {"workplaces_hit", "1", "workplaces without a critical class for a time", "Arbeitsplätze betroffen",
         &R::workplaces_hit},
        {"servers_hit", "1", "servers that went down or out of reach", "Server betroffen", &R::servers_hit},
        {"servers_never", "1", "servers that never run again", "Server verloren", &R::servers_never},
        {"rto_max_s", "s", "longest recovery of a critical class", "RTO max.", &R::rto_max_s},
        {"rpo_max_s", "s", "greatest data loss of a critical class", "RPO max.", &R::rpo_max_s},
        {"rpo_all_max_s", "s", "greatest data loss of any class", "RPO max. aller", &R::rpo_all_max_s},
        {"data_lost_tb", "TB", "data of which no copy is left", "Daten verloren", &R::data_lost_tb},
        {"takeover", "", "what came of the takeover: succeeds, fails; empty = none was tried", "Übernahme",
         &R::takeover},
        {"takeover_failure", "1", "probability that a takeover fails", "Übernahme scheitert",
         &R::takeover_failure},
        {"transactions_lost", "1", "transactions that could not be made", "Vorgänge verloren",
         &R::transactions_lost},
        {"capacity_short", "1", "share of the servers hit that found no place", "Kapazität fehlt",
         &R::capacity_short},
        {"targets_missed", "1", "administrations x classes above their RTO or RPO target", "Ziele verfehlt",
         &R::targets_missed},
    };
    return table;
}

template <>
const Columns<DrillResult>& columns_of<DrillResult>() {
    using R = DrillResult;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"drill", "", "drill in the study, or what fails", "Übung", &R::drill},
        {"administration", "", "administration", "Verwaltung", &R::administration,
         ColumnRole::administration},
        {"workload", "", "workload class", "Lastklasse", &R::workload},
        {"servers", "1", "servers hit", "Server", &R::servers},
        {"servers_short", "1", "servers that found no place", "Ohne Platz", &R::servers_short},
        {"rto_s", "s", "time until people work again", "RTO", &R::rto_s},
        {"rpo_s", "s", "data lost, as time", "RPO", &R::rpo_s},
        {"rto_target_s", "s", "recovery time the class may have", "RTO-Ziel", &R::rto_target_s},
        {"rpo_target_s", "s", "data loss the class may have", "RPO-Ziel", &R::rpo_target_s},
        {"transactions_lost", "1", "transactions that could not be made", "Vorgänge verloren",
         &R::transactions_lost},
    };
    return table;
}

template <>
const Columns<DrillEvent>& columns_of<DrillEvent>() {
    using R = DrillEvent;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"drill", "", "drill in the study, or what fails", "Übung", &R::drill},
        {"at_s", "s", "after the failure", "Nach Ausfall", &R::at_s},
        {"step", "", "kind of step", "Schritt", &R::step},
        {"subject", "", "what it concerns", "Gegenstand", &R::subject},
        {"text_de", "", "what happens, in German", "Text", &R::text_de},
        {"text_en", "", "what happens, in English", "Text (englisch)", &R::text_en},
        {"critical_path", "", "on the path to the last critical class", "Kritischer Pfad", &R::critical_path},
    };
    return table;
}

template <>
const Columns<EnergyCheck>& columns_of<EnergyCheck>() {
    using R = EnergyCheck;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"day", "", "typical day", "Tag", &R::day},
        {"events_kwh", "kWh", "energy of all hosts, event engine", "Ereignisrechnung", &R::events_kwh},
        {"annual_kwh", "kWh", "energy of all hosts, annual engine", "Jahresrechnung", &R::annual_kwh},
        {"deviation", "1", "event engine / annual engine - 1", "Abweichung", &R::deviation},
    };
    return table;
}

template <>
const Columns<FailedCase>& columns_of<FailedCase>() {
    using R = FailedCase;
    static const Columns<R> table{
        {"name", "", "simulation", "Fall", &R::name},
        {"reason", "", "why it gave no outcome", "Grund", &R::reason},
        {"repeat", "", "command that repeats it", "Befehl", &R::repeat},
        {"seed", "", "seed", "Saat", &R::seed},
    };
    return table;
}

}  // namespace verbund::outcome

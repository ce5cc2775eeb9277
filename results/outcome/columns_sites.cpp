#include "results/outcome/columns.hpp"

/// Row tables of the comparison of sites.
namespace verbund::outcome {

template <>
const Columns<SiteOption>& columns_of<SiteOption>() {
    using R = SiteOption;
    static const Columns<R> table{
        {"variant", "", "variant made for this choice", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"sites", "", "chosen sites", "Standorte", &R::sites},
        {"rank", "1", "1 = first", "Rang", &R::rank},
        {"pareto", "1", "1 = no other choice is better in one goal and as good in all", "nicht übertroffen",
         &R::pareto},
        {"verdict", "", "suitable, justify or ruled-out", "Urteil", &R::verdict},
        {"distance_km", "km", "air line from a primary to its backup site, the least", "Abstand",
         &R::distance_km},
        {"spacing_km", "km", "air line between chosen sites, the least", "Abstand untereinander",
         &R::spacing_km},
        {"round_trip_ms", "ms", "round trip from a primary to its backup site, the greatest", "Umlaufzeit",
         &R::round_trip_ms},
        {"replication", "", "replication that the round trip allows", "Replikation", &R::replication},
        {"replication_gbit_s", "Gbit/s", "replication traffic into the chosen sites, link to plan",
         "Replikation Last", &R::replication_gbit_s},
        {"route_km", "km", "laid fibre between primaries and backup sites", "Trasse", &R::route_km},
        {"line_cost_eur", "EUR", "per year: cost of these routes", "Leitungskosten", &R::line_cost_eur},
        {"common_hazard", "1", "share of wide-area events at a primary that hit its backup site, too",
         "gemeinsame Gefahr", &R::common_hazard},
        {"disjoint_share", "1", "workplaces whose two routes to the backup site share nothing",
         "getrennte Wege", &R::disjoint_share},
        {"standby_hosts", "1", "standby hosts at the chosen sites", "Reservehosts", &R::standby_hosts},
        {"standby_racks", "1", "racks needed at the chosen sites", "Racks", &R::standby_racks},
        {"standby_it_kw", "kW", "peak IT load of the chosen sites", "IT-Last", &R::standby_it_kw},
        {"standby_storage_tb", "TB", "storage needed at the chosen sites", "Speicher",
         &R::standby_storage_tb},
        {"refused_servers", "1", "servers that found no place at the chosen sites", "ohne Platz",
         &R::refused_servers},
        {"latency_p50_ms", "ms", "round trip in normal operation, median", "Normal Median",
         &R::latency_p50_ms},
        {"latency_p95_ms", "ms", "round trip in normal operation, 95 %", "Normal 95 %", &R::latency_p95_ms},
        {"failover_p50_ms", "ms", "round trip to the backup site, median over workplaces", "Ersatz Median",
         &R::failover_p50_ms},
        {"failover_p95_ms", "ms", "round trip to the backup site, 95 % of workplaces", "Ersatz 95 %",
         &R::failover_p95_ms},
        {"downtime_h", "h", "downtime of critical services per year", "Ausfall", &R::downtime_h},
        {"downtime_low_h", "h", "lower end of the 95 % interval", "Ausfall von", &R::downtime_low_h},
        {"downtime_high_h", "h", "upper end of the 95 % interval", "Ausfall bis", &R::downtime_high_h},
        {"bsi_class", "1", "BSI availability class of critical services; -1 = below class 0", "BSI-Klasse",
         &R::bsi_class},
        {"energy_mwh", "MWh", "grid energy of all sites", "Strom", &R::energy_mwh},
        {"co2_t", "t", "CO2 of all sites, location-based, with embodied", "CO2", &R::co2_t},
        {"cost_eur", "EUR", "per year: cost of all sites", "Kosten", &R::cost_eur},
        {"rules_missed", "1", "rule findings missed", "Regeln verfehlt", &R::rules_missed},
        {"model_cost_eur", "EUR", "per year: cost of the chosen sites by the model of the shortlist",
         "Kosten im Modell", &R::model_cost_eur},
        {"simulated_cost_eur", "EUR", "per year: cost added against the study without these sites, simulated",
         "Kosten simuliert", &R::simulated_cost_eur},
    };
    return table;
}

template <>
const Columns<SiteCriterion>& columns_of<SiteCriterion>() {
    using R = SiteCriterion;
    static const Columns<R> table{
        {"variant", "", "variant made for this choice", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"sites", "", "chosen sites", "Standorte", &R::sites},
        {"site", "", "chosen site that decides; empty: the choice as a whole", "Standort", &R::site},
        {"criterion", "", "criterion", "Kriterium", &R::criterion},
        {"verdict", "", "met, justify, missed or info", "Urteil", &R::verdict},
        {"value", "1", "value, in the unit of column unit", "Wert", &R::value},
        {"limit", "1", "limit, in the unit of column unit", "Grenze", &R::limit},
        {"unit", "", "unit of value and limit", "Einheit", &R::unit},
        {"text_de", "", "what that means, in German", "Text", &R::text_de},
        {"text_en", "", "what that means, in English", "Text (englisch)", &R::text_en},
    };
    return table;
}

template <>
const Columns<SiteReach>& columns_of<SiteReach>() {
    using R = SiteReach;
    static const Columns<R> table{
        {"variant", "", "variant made for this choice", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"administration", "", "administration", "Verwaltung", &R::administration,
         ColumnRole::administration},
        {"primary", "", "site of most of its critical servers", "Hauptstandort", &R::primary},
        {"backup", "", "backup site of that", "Zweitstandort", &R::backup},
        {"workplaces", "1", "workplaces", "Arbeitsplätze", &R::workplaces},
        {"normal_ms", "ms", "round trip to the primary", "Normal", &R::normal_ms},
        {"failover_ms", "ms", "round trip to the backup site", "Ersatz", &R::failover_ms},
        {"disjoint", "1", "1 = two routes to the backup site share nothing", "getrennte Wege", &R::disjoint},
        {"shared_de", "", "what they share, in German", "gemeinsam", &R::shared_de},
        {"shared_en", "", "what they share, in English", "gemeinsam (englisch)", &R::shared_en},
    };
    return table;
}

template <>
const Columns<SiteLeftOut>& columns_of<SiteLeftOut>() {
    using R = SiteLeftOut;
    static const Columns<R> table{
        {"site", "", "candidate", "Standort", &R::site},
        {"name", "", "name", "Name", &R::name},
        {"latitude", "degrees_north", "latitude", "Breite", &R::latitude},
        {"longitude", "degrees_east", "longitude", "Länge", &R::longitude},
        {"criterion", "", "criterion that decides, or shortlist", "Kriterium", &R::criterion},
        {"value", "1", "value, in the unit of column unit", "Wert", &R::value},
        {"limit", "1", "limit, in the unit of column unit", "Grenze", &R::limit},
        {"unit", "", "unit of value and limit", "Einheit", &R::unit},
        {"text_de", "", "why, in German", "Grund", &R::text_de},
        {"text_en", "", "why, in English", "Grund (englisch)", &R::text_en},
    };
    return table;
}

}  // namespace verbund::outcome

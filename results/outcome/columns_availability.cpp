#include "results/outcome/columns.hpp"

/// Row tables of the availability engine.
namespace verbund::outcome {

template <>
const Columns<AvailabilitySummary>& columns_of<AvailabilitySummary>() {
    using R = AvailabilitySummary;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"group", "", "critical, other or local", "Gruppe", &R::group},
        {"workplaces", "1", "workplaces of administrations with such services", "Arbeitsplätze",
         &R::workplaces},
        {"availability", "1", "share of the time in which the services work", "Verfügbarkeit",
         &R::availability},
        {"downtime_h", "h", "downtime per year, mean weighted by workplaces", "Ausfall", &R::downtime_h},
        {"low_h", "h", "lower end of the 95 % interval", "Ausfall von", &R::low_h},
        {"high_h", "h", "upper end of the 95 % interval", "Ausfall bis", &R::high_h},
        {"outages", "1", "outages per year", "Ausfälle", &R::outages},
        {"over_1_h", "1", "outages of more than 1 h per year", "über 1 h", &R::over_1_h},
        {"over_8_h", "1", "outages of more than 8 h per year", "über 8 h", &R::over_8_h},
        {"over_24_h", "1", "outages of more than 24 h per year", "über 24 h", &R::over_24_h},
        {"p50_h", "h", "median length of an outage", "Dauer Median", &R::p50_h},
        {"p95_h", "h", "length that 95 % of the outages stay within", "Dauer 95 %", &R::p95_h},
        {"longest_h", "h", "longest outage in all simulated years", "Dauer max.", &R::longest_h},
        {"bsi_class", "1", "BSI availability class of the mean; -1 = below class 0", "BSI-Klasse",
         &R::bsi_class},
        {"worst_h", "h", "downtime per year of the administration that has most", "schlechteste",
         &R::worst_h},
        {"simulated_years", "1", "years simulated", "simulierte Jahre", &R::simulated_years},
    };
    return table;
}

template <>
const Columns<AvailabilityAdministration>& columns_of<AvailabilityAdministration>() {
    using R = AvailabilityAdministration;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"administration", "", "administration", "Verwaltung", &R::administration,
         ColumnRole::administration},
        {"group", "", "critical, other or local", "Gruppe", &R::group},
        {"servers", "1", "servers of the group", "Server", &R::servers},
        {"availability", "1", "share of the time in which the services work", "Verfügbarkeit",
         &R::availability},
        {"downtime_h", "h", "downtime per year of the average server", "Ausfall", &R::downtime_h},
        {"low_h", "h", "lower end of the 95 % interval", "Ausfall von", &R::low_h},
        {"high_h", "h", "upper end of the 95 % interval", "Ausfall bis", &R::high_h},
        {"outages", "1", "outages per year", "Ausfälle", &R::outages},
        {"over_1_h", "1", "outages of more than 1 h per year", "über 1 h", &R::over_1_h},
        {"over_8_h", "1", "outages of more than 8 h per year", "über 8 h", &R::over_8_h},
        {"over_24_h", "1", "outages of more than 24 h per year", "über 24 h", &R::over_24_h},
        {"p50_h", "h", "median length of an outage", "Dauer Median", &R::p50_h},
        {"p95_h", "h", "length that 95 % of the outages stay within", "Dauer 95 %", &R::p95_h},
        {"longest_h", "h", "longest outage in all simulated years", "Dauer max.", &R::longest_h},
        {"bsi_class", "1", "BSI availability class reached; -1 = below class 0", "BSI-Klasse", &R::bsi_class},
    };
    return table;
}

template <>
const Columns<AvailabilityCause>& columns_of<AvailabilityCause>() {
    using R = AvailabilityCause;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"group", "", "critical, other or local", "Gruppe", &R::group},
        {"cause", "", "what began the outages", "Ursache", &R::cause},
        {"downtime_h", "h", "downtime per year, mean weighted by workplaces", "Ausfall", &R::downtime_h},
        {"share", "1", "share of the group's downtime", "Anteil", &R::share},
    };
    return table;
}

template <>
const Columns<RoutePair>& columns_of<RoutePair>() {
    using R = RoutePair;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"from_kind", "", "administration or center", "Beginn", &R::from_kind},
        {"from", "", "where the routes begin", "von", &R::from},
        {"to", "", "center where they end", "nach", &R::to},
        {"role", "", "serves, backup or replication", "Aufgabe", &R::role},
        {"kind", "", "disjoint, same-place, one-access, one-route, sharing or unreachable", "Wegepaar",
         &R::kind},
        {"first_ms", "ms", "round trip on the shorter route", "1. Weg", &R::first_ms},
        {"second_ms", "ms", "round trip on the other route; NaN = there is none", "2. Weg", &R::second_ms},
        {"first_km", "km", "length of the shorter route", "Länge 1. Weg", &R::first_km},
        {"second_km", "km", "length of the other route; NaN = there is none", "Länge 2. Weg", &R::second_km},
        {"shared_de", "", "what prevents two separate routes, in German", "gemeinsam", &R::shared_de},
        {"shared_en", "", "what prevents two separate routes, in English", "gemeinsam (englisch)",
         &R::shared_en},
    };
    return table;
}

}  // namespace verbund::outcome

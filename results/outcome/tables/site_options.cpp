#include "results/outcome/tables/site_options.hpp"

namespace verbund::outcome {

template <>
const Table<SiteOption>& table_of<SiteOption>() {
    using R = SiteOption;
    static const Table<R> table{
        .name = "site_options",
        .columns =
            {
                {"variant", "", "variant made for this choice", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"sites", "", "chosen sites", &R::sites},
                {"rank", "1", "1 = first", &R::rank},
                {"pareto", "1", "1 = no other choice is better in one goal and as good in all", &R::pareto},
                {"verdict", "", "suitable, justify or ruled-out", &R::verdict},
                {"distance_km", "km", "air line from a primary to its backup site, the least",
                 &R::distance_km},
                {"spacing_km", "km", "air line between chosen sites, the least", &R::spacing_km},
                {"round_trip_ms", "ms", "round trip from a primary to its backup site, the greatest",
                 &R::round_trip_ms},
                {"replication", "", "replication that the round trip allows", &R::replication},
                {"replication_gbit_s", "Gbit/s", "replication traffic into the chosen sites, link to plan",
                 &R::replication_gbit_s},
                {"route_km", "km", "laid fibre between primaries and backup sites", &R::route_km},
                {"line_cost_eur", "EUR", "per year: cost of these routes", &R::line_cost_eur},
                {"common_hazard", "1", "share of wide-area events at a primary that hit its backup site, too",
                 &R::common_hazard},
                {"disjoint_share", "1", "workplaces whose two routes to the backup site share nothing",
                 &R::disjoint_share},
                {"standby_hosts", "1", "standby hosts at the chosen sites", &R::standby_hosts},
                {"standby_racks", "1", "racks needed at the chosen sites", &R::standby_racks},
                {"standby_it_kw", "kW", "peak IT load of the chosen sites", &R::standby_it_kw},
                {"standby_storage_tb", "TB", "storage needed at the chosen sites", &R::standby_storage_tb},
                {"refused_servers", "1", "servers that found no place at the chosen sites",
                 &R::refused_servers},
                {"latency_p50_ms", "ms", "round trip in normal operation, median", &R::latency_p50_ms},
                {"latency_p95_ms", "ms", "round trip in normal operation, 95 %", &R::latency_p95_ms},
                {"failover_p50_ms", "ms", "round trip to the backup site, median over workplaces",
                 &R::failover_p50_ms},
                {"failover_p95_ms", "ms", "round trip to the backup site, 95 % of workplaces",
                 &R::failover_p95_ms},
                {"downtime_h", "h", "downtime of critical services per year", &R::downtime_h},
                {"downtime_low_h", "h", "lower end of the 95 % interval", &R::downtime_low_h},
                {"downtime_high_h", "h", "upper end of the 95 % interval", &R::downtime_high_h},
                {"bsi_class", "1", "BSI availability class of critical services; -1 = below class 0",
                 &R::bsi_class},
                {"energy_mwh", "MWh", "grid energy of all sites", &R::energy_mwh},
                {"co2_t", "t", "CO2 of all sites, location-based, with embodied", &R::co2_t},
                {"cost_eur", "EUR", "per year: cost of all sites", &R::cost_eur},
                {"rules_missed", "1", "rule findings missed", &R::rules_missed},
                {"model_cost_eur", "EUR", "per year: cost of the chosen sites by the model of the shortlist",
                 &R::model_cost_eur},
                {"simulated_cost_eur", "EUR",
                 "per year: cost added against the study without these sites, simulated",
                 &R::simulated_cost_eur},
            },
    };
    return table;
}

}  // namespace verbund::outcome

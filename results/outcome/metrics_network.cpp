#include "results/outcome/member_metric.hpp"

namespace verbund::outcome {

const std::vector<Metric<AdministrationYear>>& administration_metrics() {
    using A = AdministrationYear;
    static const std::vector<Metric<A>> table{
        metric<A, &A::workplaces>({"workplaces", "1", "workplaces", "Arbeitsplätze"}),
        metric<A, &A::servers>({"servers", "1", "servers asked, wherever they run", "Server"}),
        metric<A, &A::servers_at_home>(
            {"servers_at_home", "1", "servers that run in the home room", "Server im eigenen Raum"}),
        metric<A, &A::home_racks>({"home_racks", "1", "racks in the home room", "Racks im eigenen Raum"}),
        metric<A, &A::home_it_power_mean_kw>(
            {"home_it_power_mean_kw", "kW", "mean IT power of the home room", "IT-Leistung eigener Raum"}),
        metric<A, &A::home_grid_energy_mwh>(
            {"home_grid_energy_mwh", "MW h", "grid energy of the home room", "Netzenergie eigener Raum"}),
        metric<A, &A::home_pue>({"home_pue", "1", "PUE of the home room", "PUE eigener Raum"}),
        metric<A, &A::home_binding_share>(
            {"home_binding_share", "1", "highest need over limit in the home room", "Anteil an der Grenze"}),
        metric<A, &A::latency_mean_ms>(
            {"latency_mean_ms", "ms", "mean round trip of its transactions", "Latenz Mittel"}),
        metric<A, &A::latency_p95_ms>(
            {"latency_p95_ms", "ms", "95th percentile of the round trip of its transactions", "Latenz p95"}),
        metric<A, &A::access_mean_gbit_s>({"access_mean_gbit_s", "Gbit s-1",
                                           "mean traffic on its access link", "Verkehr Anschluss Mittel"}),
        metric<A, &A::access_peak_gbit_s>({"access_peak_gbit_s", "Gbit s-1",
                                           "peak traffic on its access link", "Verkehr Anschluss Spitze"}),
        metric<A, &A::access_limit_gbit_s>(
            {"access_limit_gbit_s", "Gbit s-1", "capacity of its access link", "Kapazität Anschluss"}),
        metric<A, &A::main_center>(
            {"main_center", "1",
             "position on the center axis (from 0) of the center that runs most of its "
             "servers; -1 = home room",
             "Hauptrechenzentrum"}),
    };
    return table;
}

const std::vector<Metric<LinkYear>>& link_metrics() {
    using L = LinkYear;
    static const std::vector<Metric<L>> table{
        metric<L, &L::mean_gbit_s>({"mean_gbit_s", "Gbit s-1", "mean traffic", "Verkehr Mittel"}),
        metric<L, &L::peak_gbit_s>({"peak_gbit_s", "Gbit s-1", "peak traffic", "Verkehr Spitze"}),
        metric<L, &L::limit_gbit_s>({"limit_gbit_s", "Gbit s-1", "capacity", "Kapazität"}),
        metric<L, &L::need_gbit_s>(
            {"need_gbit_s", "Gbit s-1", "capacity needed: peak times sizing factor", "Kapazitätsbedarf"}),
    };
    return table;
}

}  // namespace verbund::outcome

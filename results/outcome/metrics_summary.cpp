#include "results/outcome/member_metric.hpp"

namespace verbund::outcome {
namespace {

using V = VariantYear;
using Table = std::vector<Metric<V>>;

void add_load(Table& t) {
    t.push_back(metric<V, &V::administrations>({"administrations", "1", "administrations", "Verwaltungen"}));
    t.push_back(metric<V, &V::workplaces>({"workplaces", "1", "workplaces", "Arbeitsplätze"}));
    t.push_back(metric<V, &V::servers_asked>(
        {"servers_asked", "1", "VMs and physical servers to be placed", "Server angefragt"}));
    t.push_back(metric<V, &V::servers_placed>(
        {"servers_placed", "1", "VMs and physical servers placed", "Server untergebracht"}));
    t.push_back(metric<V, &V::servers_refused>(
        {"servers_refused", "1", "VMs and physical servers without a place", "Server ohne Platz"}));
    t.push_back(metric<V, &V::hosts>(
        {"hosts", "1", "virtualisation hosts, standby included", "Virtualisierungshosts"}));
    t.push_back(
        metric<V, &V::physical_servers>({"physical_servers", "1", "physical servers", "Physische Server"}));
    t.push_back(metric<V, &V::standby_hosts>(
        {"standby_hosts", "1", "hosts held as standby for another site", "Hosts in Bereitschaft"}));
    t.push_back(
        metric<V, &V::sites>({"sites", "1", "sites that run servers or hold data", "Standorte in Betrieb"}));
    t.push_back(metric<V, &V::racks>({"racks", "1", "racks needed", "Racks"}));
    t.push_back(metric<V, &V::storage_tb>({"storage_tb", "Tbyte", "data stored", "Daten"}));
}

void add_power(Table& t) {
    t.push_back(
        metric<V, &V::it_power_mean_kw>({"it_power_mean_kw", "kW", "mean IT power", "IT-Leistung Mittel"}));
    t.push_back(metric<V, &V::it_power_peak_kw>(
        {"it_power_peak_kw", "kW", "peak IT power of all sites together", "IT-Leistung Spitze"}));
    t.push_back(metric<V, &V::grid_power_mean_kw>(
        {"grid_power_mean_kw", "kW", "mean power from the grid", "Netzleistung Mittel"}));
    t.push_back(metric<V, &V::grid_power_peak_kw>({"grid_power_peak_kw", "kW",
                                                   "peak power from the grid of all sites together",
                                                   "Netzleistung Spitze"}));
    t.push_back(metric<V, &V::utilisation_mean>({"utilisation_mean", "1",
                                                 "mean share of the running hosts' performance in use",
                                                 "Auslastung Mittel"}));
    add_energy<V, &V::energy>(t);
    t.push_back(metric<V, &V::pue>({"pue", "1", "power usage effectiveness of the year", "PUE"}));
    t.push_back(
        metric<V, &V::wue_l_per_kwh>({"wue_l_per_kwh", "L kW-1 h-1", "water usage effectiveness", "WUE"}));
    t.push_back(metric<V, &V::erf>({"erf", "1", "energy reuse factor", "ERF"}));
    t.push_back(metric<V, &V::water_m3>({"water_m3", "m3", "water used", "Wasser"}));
}

void add_effects(Table& t) {
    t.push_back(metric<V, &V::co2_location_t>(
        {"co2_location_t", "t", "CO2 of the grid energy, location-based", "CO2 standortbasiert"}));
    t.push_back(metric<V, &V::co2_market_t>(
        {"co2_market_t", "t", "CO2 of the grid energy, market-based", "CO2 marktbasiert"}));
    t.push_back(metric<V, &V::co2_embodied_t>(
        {"co2_embodied_t", "t", "CO2 of making the hardware, spread over its life", "CO2 Herstellung"}));
    t.push_back(metric<V, &V::energy_per_workplace_kwh>(
        {"energy_per_workplace_kwh", "kW h", "grid energy per workplace", "Energie je Arbeitsplatz"}));
    t.push_back(metric<V, &V::latency_p50_ms>(
        {"latency_p50_ms", "ms", "median round trip over the workplaces' transactions", "Latenz p50"}));
    t.push_back(metric<V, &V::latency_p95_ms>(
        {"latency_p95_ms", "ms", "95th percentile of the round trip over the workplaces' transactions",
         "Latenz p95"}));
    t.push_back(metric<V, &V::latency_over_limit_share>(
        {"latency_over_limit_share", "1", "share of transactions above their class's round-trip limit",
         "Anteil über Latenzgrenze"}));
    t.push_back(metric<V, &V::wan_peak_gbit_s>({"wan_peak_gbit_s", "Gbit s-1",
                                                "peak traffic, summed over the centers' uplinks",
                                                "WAN-Verkehr Spitze"}));
    add_cost<V, &V::cost>(t);
    t.push_back(metric<V, &V::rules_missed>(
        {"rules_missed", "1", "rule findings with verdict missed", "Verfehlte Regeln"}));
}

}  // namespace

const std::vector<Metric<VariantYear>>& summary_metrics() {
    static const Table table = [] {
        Table t;
        add_load(t);
        add_power(t);
        add_effects(t);
        return t;
    }();
    return table;
}

}  // namespace verbund::outcome

#include "results/outcome/member_metric.hpp"

namespace verbund::outcome {
namespace {

using S = SiteYear;
using Table = std::vector<Metric<S>>;

void add_load(Table& t) {
    t.push_back(metric<S, &S::in_operation>(
        {"in_operation", "1", "1 if the site runs anything, network gear of an office included, else 0",
         "In Betrieb"}));
    t.push_back(metric<S, &S::administrations>(
        {"administrations", "1", "administrations served", "Versorgte Verwaltungen"}));
    t.push_back(
        metric<S, &S::workplaces>({"workplaces", "1", "workplaces served", "Versorgte Arbeitsplätze"}));
    t.push_back(metric<S, &S::servers_asked>(
        {"servers_asked", "1", "VMs and physical servers to be placed", "Server angefragt"}));
    t.push_back(metric<S, &S::servers_placed>(
        {"servers_placed", "1", "VMs and physical servers placed", "Server untergebracht"}));
    t.push_back(metric<S, &S::servers_refused>(
        {"servers_refused", "1", "VMs and physical servers without a place", "Server ohne Platz"}));
    t.push_back(metric<S, &S::vms>({"vms", "1", "virtual machines placed", "Virtuelle Maschinen"}));
    t.push_back(metric<S, &S::physical_servers>(
        {"physical_servers", "1", "physical servers placed", "Physische Server"}));
}

void add_hosts(Table& t) {
    t.push_back(metric<S, &S::hosts>(
        {"hosts", "1", "virtualisation hosts, standby included", "Virtualisierungshosts"}));
    t.push_back(metric<S, &S::standby_hosts>(
        {"standby_hosts", "1", "hosts held as standby for another site", "Hosts in Bereitschaft"}));
    t.push_back(
        metric<S, &S::hosts_bought>({"hosts_bought", "1", "hosts bought in the year", "Hosts beschafft"}));
    t.push_back(metric<S, &S::vcpu>({"vcpu", "1", "virtual CPUs placed", "vCPU"}));
    t.push_back(
        metric<S, &S::ram_tb>({"ram_tb", "Tbyte", "main memory of the servers placed", "Arbeitsspeicher"}));
    t.push_back(metric<S, &S::storage_tb>({"storage_tb", "Tbyte", "data of the servers placed", "Daten"}));
    t.push_back(metric<S, &S::utilisation_mean>({"utilisation_mean", "1",
                                                 "mean share of the running hosts' performance in use",
                                                 "Auslastung Mittel"}));
    t.push_back(metric<S, &S::utilisation_peak>(
        {"utilisation_peak", "1", "highest hourly share of the running hosts' performance in use",
         "Auslastung Spitze"}));
    t.push_back(metric<S, &S::host_age_years>(
        {"host_age_years", "year", "mean age of the hosts", "Alter der Hosts"}));
}

void add_needs(Table& t) {
    add_need<S, &S::height_units>(
        t, {"height_units", "1", "rack height units needed", "Höheneinheiten"},
        {"limit_height_units", "1", "rack height units there", "Höheneinheiten, Grenze"});
    add_need<S, &S::racks>(t, {"racks", "1", "racks needed", "Racks"},
                           {"limit_racks", "1", "racks there", "Racks, Grenze"});
    add_need<S, &S::rack_power_kw>(
        t, {"rack_power_kw", "kW", "power that the racks needed may draw", "Rackleistung"},
        {"limit_rack_power_kw", "kW", "power that the racks there may draw", "Rackleistung, Grenze"});
    add_need<S, &S::it_power_kw>(
        t, {"it_power_kw", "kW", "peak IT power", "IT-Leistung Spitze"},
        {"limit_it_power_kw", "kW", "IT power the rooms carry", "IT-Leistung, Grenze"});
    add_need<S, &S::ups_kw>(
        t, {"ups_kw", "kW", "peak load on the UPS output", "USV-Last Spitze"},
        {"limit_ups_kw", "kW", "rated UPS power without the redundant modules", "USV, Grenze"});
    add_need<S, &S::cooling_kw>(t, {"cooling_kw", "kW", "peak heat to be removed", "Kühllast Spitze"},
                                {"limit_cooling_kw", "kW", "heat the cooling removes", "Kühlung, Grenze"});
    add_need<S, &S::grid_kw>(
        t, {"grid_kw", "kW", "peak power from the grid", "Netzleistung Spitze"},
        {"limit_grid_kw", "kW", "power of the grid connection", "Netzanschluss, Grenze"});
    add_need<S, &S::storage_need_tb>(
        t, {"storage_need_tb", "Tbyte", "storage needed, copies included", "Speicherbedarf"},
        {"limit_storage_need_tb", "Tbyte", "storage there", "Speicher, Grenze"});
    add_need<S, &S::uplink_gbit_s>(
        t,
        {"uplink_gbit_s", "Gbit s-1", "uplink needed: peak traffic times sizing factor",
         "Bedarf WAN-Anbindung"},
        {"limit_uplink_gbit_s", "Gbit s-1", "uplink there", "WAN-Anbindung, Grenze"});
}

void add_power(Table& t) {
    t.push_back(
        metric<S, &S::it_power_mean_kw>({"it_power_mean_kw", "kW", "mean IT power", "IT-Leistung Mittel"}));
    t.push_back(metric<S, &S::grid_power_mean_kw>(
        {"grid_power_mean_kw", "kW", "mean power from the grid", "Netzleistung Mittel"}));
    t.push_back(metric<S, &S::it_peak_hour>(
        {"it_peak_hour", "h", "hour of the year of the IT peak, from 0; -1 = none", "Stunde der IT-Spitze"}));
    t.push_back(metric<S, &S::grid_peak_hour>({"grid_peak_hour", "h",
                                               "hour of the year of the grid peak, from 0; -1 = none",
                                               "Stunde der Netzspitze"}));
    add_energy<S, &S::energy>(t);
    t.push_back(metric<S, &S::pue>({"pue", "1", "power usage effectiveness of the year", "PUE"}));
    t.push_back(
        metric<S, &S::wue_l_per_kwh>({"wue_l_per_kwh", "L kW-1 h-1", "water usage effectiveness", "WUE"}));
    t.push_back(metric<S, &S::erf>({"erf", "1", "energy reuse factor", "ERF"}));
    t.push_back(metric<S, &S::water_m3>({"water_m3", "m3", "water used", "Wasser"}));
    t.push_back(metric<S, &S::free_cooling_h>(
        {"free_cooling_h", "h", "hours of free cooling, weighted by its share", "Freie Kühlung"}));
}

void add_effects(Table& t) {
    t.push_back(metric<S, &S::co2_location_t>(
        {"co2_location_t", "t", "CO2 of the grid energy, location-based", "CO2 standortbasiert"}));
    t.push_back(metric<S, &S::co2_market_t>(
        {"co2_market_t", "t", "CO2 of the grid energy, market-based", "CO2 marktbasiert"}));
    t.push_back(metric<S, &S::co2_embodied_t>(
        {"co2_embodied_t", "t", "CO2 of making the hardware, spread over its life", "CO2 Herstellung"}));
    t.push_back(metric<S, &S::traffic_mean_gbit_s>(
        {"traffic_mean_gbit_s", "Gbit s-1", "mean wide-area traffic", "WAN-Verkehr Mittel"}));
    t.push_back(metric<S, &S::traffic_peak_gbit_s>(
        {"traffic_peak_gbit_s", "Gbit s-1", "peak wide-area traffic", "WAN-Verkehr Spitze"}));
    t.push_back(metric<S, &S::replication_gbit_s>(
        {"replication_gbit_s", "Gbit s-1", "replication traffic to the backup site", "Replikationsverkehr"}));
    add_cost<S, &S::cost>(t);
    t.push_back({"binding", "1", "resource with the highest share of its limit", "Engste Ressource",
                 [](const S& row) { return static_cast<double>(row.binding); },
                 [](S& row, double value) { row.binding = resource_from_code(value); },
                 MetricKind::resource});
    t.push_back(metric<S, &S::binding_share>(
        {"binding_share", "1", "need of that resource over its limit", "Anteil an der Grenze"}));
}

}  // namespace

const std::vector<Metric<SiteYear>>& site_metrics() {
    static const Table table = [] {
        Table t;
        add_load(t);
        add_hosts(t);
        add_needs(t);
        add_power(t);
        add_effects(t);
        return t;
    }();
    return table;
}

}  // namespace verbund::outcome

#pragma once

#include "results/outcome/outcome.hpp"

/// Builds metric tables from member pointers: the accessors are made by the compiler, so none can be
/// mistyped.
namespace verbund::outcome {

struct MetricText {
    std::string_view name;
    std::string_view unit;
    std::string_view long_name;
    std::string_view label_de;
};

/// Reads and writes the number at the end of a path of members, e.g. `&SiteYear::energy,
/// &EnergyParts::it_mwh`.
template <class Row, auto... Path>
struct MemberAccess {
    // clang-format off
    static double get(const Row& row) { return (row .* ... .* Path); }
    static void set(Row& row, double value) { (row .* ... .* Path) = value; }
    // clang-format on
};

template <class Row, auto... Path>
[[nodiscard]] Metric<Row> metric(const MetricText& text) {
    using Access = MemberAccess<Row, Path...>;
    return {text.name,    text.unit,    text.long_name,    text.label_de,
            &Access::get, &Access::set, MetricKind::number};
}

/// Adds the two metrics of a need against its limit.
template <class Row, Need Row::*Member>
void add_need(std::vector<Metric<Row>>& table, const MetricText& need, const MetricText& limit) {
    table.push_back(metric<Row, Member, &Need::need>(need));
    table.push_back(metric<Row, Member, &Need::limit>(limit));
}

/// Adds the parts of the energy chain.  `SiteYear` and `VariantYear` name them alike.
template <class Row, EnergyParts Row::*Member>
void add_energy(std::vector<Metric<Row>>& table) {
    table.push_back(metric<Row, Member, &EnergyParts::it_mwh>(
        {"energy_it_mwh", "MW h", "energy of IT equipment", "Energie IT"}));
    table.push_back(metric<Row, Member, &EnergyParts::distribution_mwh>(
        {"energy_distribution_mwh", "MW h", "energy lost in power distribution", "Energie Verteilverluste"}));
    table.push_back(metric<Row, Member, &EnergyParts::ups_mwh>(
        {"energy_ups_mwh", "MW h", "energy lost in the UPS", "Energie USV-Verluste"}));
    table.push_back(metric<Row, Member, &EnergyParts::auxiliary_mwh>(
        {"energy_auxiliary_mwh", "MW h", "energy of lighting, security and other building services",
         "Energie Nebenanlagen"}));
    table.push_back(metric<Row, Member, &EnergyParts::cooling_mwh>(
        {"energy_cooling_mwh", "MW h", "energy of cooling", "Energie Kühlung"}));
    table.push_back(metric<Row, Member, &EnergyParts::transformer_mwh>(
        {"energy_transformer_mwh", "MW h", "energy lost in the transformer", "Energie Trafoverluste"}));
    table.push_back(metric<Row, Member, &EnergyParts::grid_mwh>(
        {"energy_grid_mwh", "MW h", "energy drawn from the grid", "Energie aus dem Netz"}));
}

/// Adds the parts of the yearly cost.
template <class Row, Cost Row::*Member>
void add_cost(std::vector<Metric<Row>>& table) {
    table.push_back(metric<Row, Member, &Cost::energy_eur>(
        {"cost_energy_eur", "EUR", "cost of grid energy", "Kosten Energie"}));
    table.push_back(metric<Row, Member, &Cost::hardware_eur>(
        {"cost_hardware_eur", "EUR",
         "cost of hosts and storage, straight line over their lives, and of licences",
         "Kosten Hardware und Lizenzen"}));
    table.push_back(metric<Row, Member, &Cost::building_eur>(
        {"cost_building_eur", "EUR", "cost of rooms, UPS and cooling, straight line over their lives",
         "Kosten Gebäude und Technik"}));
    table.push_back(
        metric<Row, Member, &Cost::staff_eur>({"cost_staff_eur", "EUR", "cost of staff", "Kosten Personal"}));
    table.push_back(metric<Row, Member, &Cost::network_eur>(
        {"cost_network_eur", "EUR", "cost of wide-area links", "Kosten WAN"}));
    table.push_back(
        metric<Row, Member, &Cost::total_eur>({"cost_total_eur", "EUR", "cost in total", "Kosten gesamt"}));
}

}  // namespace verbund::outcome

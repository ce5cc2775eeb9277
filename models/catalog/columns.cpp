#include "models/catalog/columns.hpp"

#include <fmt/format.h>

#include "models/catalog/column_parts.hpp"

/// Tables of plant, electricity and figures.
namespace verbund::catalog {

void describe(Columns& c, ServerModel& row) {
    c.text({"id", "", "name in messages and results"}, {}, row.id);
    c.text({"series", "", "entry: one socket, up to 8 cores"}, {.words = server_series}, row.series);
    c.whole({"year", "", "hardware availability"}, calendar_year, row.year);
    c.text({"model", "", "as published"}, {}, row.model);
    c.whole({"sockets", "", "processors"}, {1.0, 16.0}, row.sockets);
    c.whole({"cores", "", "of all processors"}, {1.0, 4096.0}, row.cores);
    c.whole({"height_units", "", "in a rack"}, {1.0, 48.0}, row.height_units);
    c.number({"performance_ops", "ssj_ops", "at 100 % target load"}, {1.0, 1e12}, row.performance_ops);
    for (std::size_t i = 0; i < row.power_w.size(); ++i) {
        const std::string name = fmt::format("w_{}", 10 * i);
        const std::string text = fmt::format("power at {} % target load", 10 * i);
        c.number({name, "W", text}, {0.1, 100'000.0}, row.power_w[i]);
    }
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, ServerTrend& row) {
    const Between factor{0.05, 1000.0};
    c.whole({"year", "", "of purchase"}, calendar_year, row.year);
    c.number({"performance_per_watt_factor", "", "against the last measured generation"}, factor,
             row.performance_per_watt_factor);
    c.number({"full_load_power_factor", "", "against the last measured generation"}, factor,
             row.full_load_power_factor);
    c.number({"performance_per_core_factor", "", "against the last measured generation"}, factor,
             row.performance_per_core_factor);
    c.number({"idle_share", "", "idle power / full-load power"}, share, row.idle_share);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, UpsType& row) {
    c.text({"id", "", "name in a study"}, {}, row.id);
    c.text({"name", "", "kind of UPS"}, {}, row.name);
    c.number({"a0", "", "loss without load / installed power"}, {0.0, 0.5}, row.a0);
    c.number({"a1", "", "loss that grows with load / installed power"}, {-0.5, 0.5}, row.a1);
    c.number({"a2", "", "loss that grows with load squared / installed power"}, {-0.5, 0.5}, row.a2);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, GridEmission& row) {
    const Between intensity{0.0, 2000.0};
    c.whole({"year", "", "calendar year"}, calendar_year, row.year);
    describe_path(c, "direct", "g_per_kwh", "g/kWh", "CO2 per electricity consumed", intensity,
                  row.direct_g_per_kwh);
    c.number({"upstream_g_per_kwh", "g/kWh", "added for the whole chain"}, intensity, row.upstream_g_per_kwh);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, ElectricityPrice& row) {
    const Between price{0.0, 1000.0};
    c.whole({"year", "", "calendar year"}, calendar_year, row.year);
    describe_path(c, "commercial", "ct_per_kwh", "ct/kWh", "price of the first 100 MWh of a year", price,
                  row.commercial_ct_per_kwh);
    describe_path(c, "industry", "ct_per_kwh", "ct/kWh", "price of what is taken above 100 MWh", price,
                  row.industry_ct_per_kwh);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, Figure& row) {
    c.text({"id", "", "what the models ask for"}, {}, row.id);
    c.text({"value", "", "quantity with unit; a bare number for a count"}, {}, row.value);
    c.text({"low", "", "low end of the plausible range"}, {.optional = true}, row.low);
    c.text({"high", "", "high end of the plausible range"}, {.optional = true}, row.high);
    c.text({"text", "", "meaning, and per what (a core, a GB, a month)"}, {}, row.text);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, ColumnBound& row) {
    static constexpr std::string_view kinds[] = {"factor", "beside", "fixed"};
    c.text({"table", "", "table of the catalog"}, {}, row.table);
    c.text({"column", "", "column of that table"}, {}, row.column);
    describe_word(c, {"kind", "", "factor on the figure, columns beside it, or fixed"}, kinds, row.kind);
    const Column low{"low", "", "low end of the plausible range / the figure"};
    const Column high{"high", "", "high end of the plausible range / the figure"};
    if (row.kind == BoundKind::factor) {
        c.number(low, {0.0, 1.0}, row.low);
        c.number(high, {1.0, 100.0}, row.high);
    } else {
        c.unused(low, {0.0, 1.0});
        c.unused(high, {1.0, 100.0});
    }
    c.text({"reason", "", "why there is none; beside: which columns"}, {.optional = true}, row.reason);
    describe_evidence(c, row.evidence);
}

std::string row_key(const ServerModel& row) { return row.id; }
std::string row_key(const ServerTrend& row) { return std::to_string(row.year); }
std::string row_key(const UpsType& row) { return row.id; }
std::string row_key(const CoolingType& row) { return row.id; }
std::string row_key(const ClimateNormal& row) {
    return fmt::format("{}.{}.{}", row.region, row.try_year, row.month);
}
std::string row_key(const GridEmission& row) { return std::to_string(row.year); }
std::string row_key(const ElectricityPrice& row) { return std::to_string(row.year); }
std::string row_key(const WorkloadClass& row) { return row.id; }
std::string row_key(const Transaction& row) { return row.id; }
std::string row_key(const Profile& row) { return fmt::format("{}.{}", row.id, row.day_kind); }
std::string row_key(const HourShape& row) { return fmt::format("{}.{}", row.of, row.days); }
std::string row_key(const Figure& row) { return row.id; }
std::string row_key(const District& row) { return row.ags; }
std::string row_key(const Municipality& row) { return row.ags; }
std::string row_key(const Provider& row) { return row.id; }
std::string row_key(const PlantModule& row) { return row.id; }
std::string row_key(const GearDevice& row) { return row.id; }
std::string row_key(const EndpointDevice& row) { return row.id; }
std::string row_key(const ProcedureKind& row) { return row.id; }
std::string row_key(const ColumnBound& row) { return row.table + "." + row.column; }
std::string row_key(const AccessLink& row) { return fmt::format("{}.{}", row.kind, row.year); }
std::string row_key(const LineRate& row) { return fmt::format("{}", row.rate_mbit_s); }

}  // namespace verbund::catalog

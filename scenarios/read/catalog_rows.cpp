#include "scenarios/read/catalog_rows.hpp"

#include <fmt/format.h>

namespace verbund::read {
namespace {

Evidence read_evidence(CsvReader& row) { return {row.name("evidence"), row.name("source")}; }

/// Columns `<prefix>_low_<unit>`, `_mid_`, `_high_`.
catalog::Path read_path(CsvReader& row, std::string_view prefix, std::string_view unit) {
    const auto column = [&](std::string_view end) {
        return row.number(fmt::format("{}_{}_{}", prefix, end, unit));
    };
    return {column("low"), column("mid"), column("high")};
}

Place read_place(CsvReader& row) {
    const Place place{row.number("lat"), row.number("lon")};
    if (place.latitude < -90.0 || place.latitude > 90.0)
        row.mistake("lat", "lies outside -90..90", "Give degrees.");
    if (place.longitude < -180.0 || place.longitude > 180.0) {
        row.mistake("lon", "lies outside -180..180", "Give degrees.");
    }
    return place;
}

/// A key of exactly `digits` digits; spreadsheets like to drop its leading zero.
std::string read_key(CsvReader& row, std::string_view column, std::size_t digits) {
    std::string key = row.name(column);
    if (key.size() != digits || key.find_first_not_of("0123456789") != std::string::npos) {
        row.mistake(column, fmt::format("\"{}\" is no key of {} digits", key, digits),
                    "Keep leading zeros (format the column as text).");
    }
    return key;
}

/// A transaction that sends nothing, is never asked for or takes no exchange has no response time.
void find_transaction_without_traffic(CsvReader& row, const catalog::Transaction& t) {
    if (t.request_kb < 0.0 || t.response_kb < 0.0 || !(t.request_kb + t.response_kb > 0.0)) {
        row.mistake(
            "request_kb",
            fmt::format("transaction \"{}\" sends {} kB and receives {} kB (it needs traffic to have a "
                        "response time)",
                        t.id, t.request_kb, t.response_kb),
            "Give request_kb or response_kb a size above 0, or remove the row.");
    }
    if (!(t.rate_share > 0.0)) {
        row.mistake(
            "rate_share",
            fmt::format("transaction \"{}\" has the share {} of its class's requests (nobody asks for it)",
                        t.id, t.rate_share),
            "Give it a share above 0, or remove the row.");
    }
    if (t.round_trips < 1.0) {
        row.mistake("round_trips",
                    fmt::format("transaction \"{}\" takes {} exchanges (request and response are one)", t.id,
                                t.round_trips),
                    "Write at least 1.");
    }
    if (t.cpu_ms < 0.0) row.mistake("cpu_ms", "is negative", "Write 0 or more.");
    if (t.storage_kb < 0.0) row.mistake("storage_kb", "is negative", "Write 0 or more.");
}

}  // namespace

void read_row(CsvReader& row, catalog::ServerModel& server) {
    server.id = row.name("id");
    server.series = row.name("series");
    server.year = row.integer("year");
    server.model = row.name("model");
    server.sockets = row.integer("sockets");
    server.cores = row.integer("cores");
    server.height_units = row.integer("height_units");
    server.performance_ops = row.number("performance_ops");
    for (std::size_t i = 0; i < server.power_w.size(); ++i)
        server.power_w[i] = row.number(fmt::format("w_{}", 10 * i));
    server.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::ServerTrend& trend) {
    trend.year = row.integer("year");
    trend.performance_per_watt_factor = row.number("performance_per_watt_factor");
    trend.full_load_power_factor = row.number("full_load_power_factor");
    trend.performance_per_core_factor = row.number("performance_per_core_factor");
    trend.idle_share = row.number("idle_share");
    trend.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::UpsType& ups) {
    ups.id = row.name("id");
    ups.name = row.name("name");
    ups.a0 = row.number("a0");
    ups.a1 = row.number("a1");
    ups.a2 = row.number("a2");
    ups.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::CoolingType& cooling) {
    using Kind = catalog::CoolingKind;
    cooling.id = row.name("id");
    cooling.name = row.name("name");
    cooling.kind = static_cast<Kind>(row.choice(
        "kind", {"effective-cop", "direct-expansion", "chilled-water", "chilled-water-adiabatic"}));
    cooling.effective_cop = row.number("effective_cop");
    cooling.carnot_efficiency = row.number("carnot_efficiency");
    cooling.cop_limit = row.number("cop_limit");
    cooling.evaporator_c = row.number("evaporator_c");
    cooling.condenser_approach_k = row.number("condenser_approach_k");
    cooling.condenser_min_c = row.number("condenser_min_c");
    cooling.supply_c = row.number("supply_c");
    cooling.return_c = row.number("return_c");
    cooling.free_cooling_approach_k = row.number("free_cooling_approach_k");
    cooling.adiabatic_above_c = row.number("adiabatic_above_c");
    cooling.fan_share = row.number("fan_share");
    cooling.pump_share = row.number("pump_share");
    cooling.water_l_per_kwh = row.number("water_l_per_kwh");
    cooling.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::ClimateNormal& normal) {
    normal.region = row.integer("region");
    normal.station = row.name("station");
    normal.try_year = row.integer("try_year");
    normal.month = row.integer("month");
    normal.mean_c = row.number("mean_c");
    normal.mean_daily_min_c = row.number("mean_daily_min_c");
    normal.mean_daily_max_c = row.number("mean_daily_max_c");
    normal.sd_daily_mean_k = row.number("sd_daily_mean_k");
    normal.lag1_autocorrelation = row.number("lag1_autocorrelation");
    normal.mean_rh_pct = row.number("mean_rh_pct");
    normal.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::GridEmission& emission) {
    emission.year = row.integer("year");
    emission.direct_g_per_kwh = read_path(row, "direct", "g_per_kwh");
    emission.upstream_g_per_kwh = row.number("upstream_g_per_kwh");
    emission.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::ElectricityPrice& price) {
    price.year = row.integer("year");
    price.commercial_ct_per_kwh = read_path(row, "commercial", "ct_per_kwh");
    price.industry_ct_per_kwh = read_path(row, "industry", "ct_per_kwh");
    price.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::WorkloadClass& workload) {
    using catalog::Criticality;
    workload.id = row.name("id");
    workload.name_de = row.name("name_de");
    workload.name_en = row.name("name_en");
    workload.physical = row.boolean("physical");
    workload.criticality =
        static_cast<Criticality>(row.choice("criticality", {"very-critical", "critical", "normal", "low"}));
    workload.server_share = row.number("server_share");
    workload.vcpu = row.integer("vcpu");
    workload.ram_gb = row.number("ram_gb");
    workload.storage_gb = row.number("storage_gb");
    workload.storage_gb_per_seat = row.number("storage_gb_per_seat");
    workload.cpu_at_peak = row.number("cpu_at_peak");
    workload.cpu_floor = row.number("cpu_floor");
    workload.profile = row.name("profile");
    workload.interactions_per_seat_hour = row.number("interactions_per_seat_hour");
    workload.traffic_kbit_s = row.number("traffic_kbit_s");
    workload.active_share = row.number("active_share");
    workload.daily_change_share = row.number("daily_change_share");
    workload.rto_h = row.number("rto_h");
    workload.rpo_h = row.number("rpo_h");
    workload.rtt_limit_ms = row.number("rtt_limit_ms");
    workload.keep_local = row.boolean("keep_local");
    workload.containerisable_share = row.number("containerisable_share");
    workload.application_share = row.number("application_share");
    workload.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::Transaction& transaction) {
    transaction.id = row.name("id");
    transaction.workload = row.name("workload");
    transaction.name_de = row.name("name_de");
    transaction.name_en = row.name("name_en");
    transaction.rate_share = row.number("rate_share");
    transaction.request_kb = row.number("request_kb");
    transaction.response_kb = row.number("response_kb");
    transaction.cpu_ms = row.number("cpu_ms");
    transaction.storage_kb = row.number("storage_kb");
    transaction.round_trips = row.number("round_trips");
    transaction.threshold_ms = row.number("threshold_ms");
    transaction.evidence = read_evidence(row);
    find_transaction_without_traffic(row, transaction);
}

void read_row(CsvReader& row, catalog::Profile& profile) {
    profile.id = row.name("id");
    profile.day_kind = row.name("day_kind");
    for (std::size_t hour = 0; hour < profile.share.size(); ++hour) {
        profile.share[hour] = row.number(fmt::format("h{}", hour));
    }
    profile.quiet_factor = row.number("quiet_factor");
    profile.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::Figure& figure) {
    figure.id = row.name("id");
    figure.value = row.name("value");
    figure.low = row.text("low");
    figure.high = row.text("high");
    figure.text = row.name("text");
    figure.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::District& district) {
    district.ags = read_key(row, "ags", 5);
    district.name = row.name("name");
    district.kind = static_cast<catalog::DistrictKind>(row.choice("kind", {"district", "city"}));
    district.state = read_key(row, "state", 2);
    district.nuts3 = row.name("nuts3");
    district.area_km2 = row.number("area_km2");
    district.population = row.number("population");
    district.seat = row.name("seat");
    district.place = read_place(row);
    district.climate_region = row.integer("climate_region");
    district.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::Municipality& municipality) {
    municipality.ags = read_key(row, "ags", 8);
    municipality.name = row.name("name");
    municipality.district = read_key(row, "district", 5);
    municipality.place = read_place(row);
    municipality.population = row.number("population");
    municipality.evidence = read_evidence(row);
}

void read_row(CsvReader& row, catalog::AccessLink& link) {
    link.kind = row.name("kind");
    link.year = row.integer("year");
    link.capacity_mbit_s = row.number("capacity_mbit_s");
    link.low = row.number("low");
    link.high = row.number("high");
    link.evidence = read_evidence(row);
}

}  // namespace verbund::read

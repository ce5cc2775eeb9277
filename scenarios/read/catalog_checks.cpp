#include "scenarios/read/catalog_checks.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <utility>

#include <fmt/ranges.h>

namespace verbund::read {
namespace {

/// A power curve that falls with load, or a UPS that gives more than it takes, would make power for nothing.
void find_falling_power(const std::vector<catalog::ServerModel>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& power = rows[i].power_w;
        const auto falls = std::is_sorted_until(power.begin(), power.end());
        if (falls == power.end()) continue;
        const auto at = falls - power.begin();
        report.at_row(i, fmt::format("w_{}", 10 * at),
                      fmt::format("{} W is less than the {} W at {} % load (power rises with load)", *falls,
                                  *(falls - 1), 10 * (at - 1)),
                      "Write the measured watts in rising order.");
    }
}

/// Every value of `words` that no row has.
template <class Row, class Word>
void find_missing_words(const std::vector<Row>& rows, std::span<const std::string_view> words,
                        std::string_view thing, Word word_of, TableReport& report) {
    for (const std::string_view word : words) {
        const bool there =
            std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return word_of(row) == word; });
        if (there) continue;
        report.at_table(fmt::format("no row of {} \"{}\" (the run needs one of each)", thing, word),
                        "Copy one from the built-in table.");
    }
}

void find_unordered_path(const catalog::Path& path, std::string_view prefix, std::size_t row,
                         TableReport& report) {
    if (path.low <= path.mid && path.mid <= path.high) return;
    report.at_row(
        row, fmt::format("{}_mid", prefix),
        fmt::format("low {}, middle {} and high {} are not in rising order", path.low, path.mid, path.high),
        "Write the lowest value as low and the highest as high.");
}

/// Water that takes up heat and comes back no warmer.
void find_water_that_stays_cold(const catalog::CoolingType& type, std::size_t row, TableReport& report) {
    const auto* water = catalog::part_of<catalog::WaterCircuit>(type.plant);
    if (water == nullptr || water->return_c > water->supply_c) return;
    report.at_row(row, "return_c",
                  fmt::format("water comes back at {} °C and goes out at {} °C (it must come back warmer)",
                              water->return_c, water->supply_c),
                  "Write a return temperature above supply_c.");
}

}  // namespace

void check_table(const std::vector<catalog::ServerModel>& rows, TableReport& report) {
    find_missing_words(
        rows, catalog::server_series, "series", [](const auto& row) { return row.series; }, report);
    find_falling_power(rows, report);
}

void check_table(const std::vector<catalog::UpsType>& rows, TableReport& report) {
    constexpr int steps = 100;
    constexpr double rounding = 1e-12;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (int step = 0; step <= steps; ++step) {
            const double x = static_cast<double>(step) / steps;
            const double loss = rows[i].a0 + rows[i].a1 * x + rows[i].a2 * x * x;
            if (loss >= -rounding) continue;
            report.at_row(i, "a1",
                          fmt::format("at {} % load the loss is {:.4g} of the installed power (a loss cannot "
                                      "be negative)",
                                      step, loss),
                          "Check the fitted coefficients.");
            break;
        }
    }
}

void check_table(const std::vector<catalog::CoolingType>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) find_water_that_stays_cold(rows[i], i, report);
}

void check_table(const std::vector<catalog::ClimateNormal>& rows, TableReport& report) {
    std::map<std::pair<int, int>, std::set<int>> months;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const catalog::ClimateNormal& row = rows[i];
        months[{row.region, row.try_year}].insert(row.month);
        if (row.mean_daily_min_c <= row.mean_c && row.mean_c <= row.mean_daily_max_c) continue;
        report.at_row(i, "mean_c",
                      fmt::format("{} °C does not lie between the mean lowest {} °C and highest {} °C",
                                  row.mean_c, row.mean_daily_min_c, row.mean_daily_max_c),
                      "Check the three temperatures.");
    }
    constexpr int months_of_year = 12;
    for (const auto& [which, found] : months) {
        std::vector<int> missing;
        for (int month = 1; month <= months_of_year; ++month)
            if (!found.contains(month)) missing.push_back(month);
        if (missing.empty()) continue;
        report.at_table(fmt::format("region {}, reference year {} has no row for month {}", which.first,
                                    which.second, fmt::join(missing, ", ")),
                        "Give all twelve months of a region.");
    }
}

void check_table(const std::vector<catalog::GridEmission>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        find_unordered_path(rows[i].direct_g_per_kwh, "direct", i, report);
}

void check_table(const std::vector<catalog::ElectricityPrice>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        find_unordered_path(rows[i].commercial_ct_per_kwh, "commercial", i, report);
        find_unordered_path(rows[i].industry_ct_per_kwh, "industry", i, report);
    }
}

void check_table(const std::vector<catalog::Transaction>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const catalog::Transaction& t = rows[i];
        if (!(t.request_kb + t.response_kb > 0.0)) {
            report.at_row(
                i, "request_kb",
                fmt::format("transaction \"{}\" sends {} kB and receives {} kB (it needs traffic to have a "
                            "response time)",
                            t.id, t.request_kb, t.response_kb),
                "Give request_kb or response_kb a size above 0, or remove the row.");
        }
        if (!(t.rate_share > 0.0)) {
            report.at_row(
                i, "rate_share",
                fmt::format(
                    "transaction \"{}\" has the share {} of its class's requests (nobody asks for it)", t.id,
                    t.rate_share),
                "Give it a share above 0, or remove the row.");
        }
    }
}

void check_table(const std::vector<catalog::Profile>& rows, TableReport& report) {
    std::map<std::string, std::set<std::string>> kinds;
    for (const catalog::Profile& row : rows) kinds[row.id].insert(row.day_kind);
    for (const auto& [id, found] : kinds) {
        for (const std::string_view kind : catalog::day_kind_words) {
            if (found.contains(std::string{kind})) continue;
            report.at_table(fmt::format("profile \"{}\" has no row for {}", id, kind),
                            "Give each profile a row of every kind of day.");
        }
    }
}

void check_table(const std::vector<catalog::HourShape>& rows, TableReport& report) {
    std::map<std::string, std::set<std::string>> kinds;
    for (const catalog::HourShape& row : rows) kinds[row.of].insert(row.days);
    for (const auto& [of, found] : kinds) {
        for (const std::string_view day : catalog::hour_shape_days) {
            if (found.contains(std::string{day})) continue;
            report.at_table(fmt::format("{} has no row for {}", of, day),
                            "Give price and emission a row of every kind of day, or none at all.");
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& ratio = rows[i].ratio;
        if (std::any_of(ratio.begin(), ratio.end(), [](double one) { return one > 0.0; })) continue;
        report.at_row(i, "h0", "every hour of the day is 0 (nothing to compare hours by)",
                      "Write ratios or prices of the hours.");
    }
}

void check_table(const std::vector<catalog::District>& rows, TableReport& report) {
    const bool any = std::any_of(rows.begin(), rows.end(), [](const catalog::District& row) {
        return row.kind == catalog::DistrictKind::district;
    });
    if (!any) {
        report.at_table("no row of kind \"district\" (the survey's servers are a mean per district)",
                        "Keep at least one district.");
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].ags.starts_with(rows[i].state)) continue;
        report.at_row(i, "state",
                      fmt::format("\"{}\" is not the state of key \"{}\" (its first two digits)",
                                  rows[i].state, rows[i].ags),
                      "Correct one of them.");
    }
}

void check_table(const std::vector<catalog::Municipality>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].ags.starts_with(rows[i].district)) continue;
        report.at_row(i, "district",
                      fmt::format("\"{}\" is not the district of key \"{}\" (its first five digits)",
                                  rows[i].district, rows[i].ags),
                      "Correct one of them.");
    }
}

void check_table(const std::vector<catalog::AccessLink>& rows, TableReport& report) {
    find_missing_words(
        rows, catalog::access_kinds, "kind", [](const auto& row) { return row.kind; }, report);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const catalog::AccessLink& row = rows[i];
        if (row.low <= row.capacity_mbit_s && row.capacity_mbit_s <= row.high) continue;
        report.at_row(i, "capacity_mbit_s",
                      fmt::format("{} Mbit/s does not lie between low {} and high {}", row.capacity_mbit_s,
                                  row.low, row.high),
                      "Check the three capacities.");
    }
}

void check_table(const std::vector<catalog::Provider>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const catalog::Provider& row = rows[i];
        if (row.it_kw_low <= row.it_kw && row.it_kw <= row.it_kw_high) continue;
        report.at_row(i, "it_kw",
                      fmt::format("{} kW does not lie between low {} and high {}", row.it_kw, row.it_kw_low,
                                  row.it_kw_high),
                      "Check the three powers.");
    }
}

void check_table(const std::vector<catalog::PlantModule>& rows, TableReport& report) {
    find_missing_words(
        rows, catalog::module_kinds, "kind",
        [](const auto& row) {
            return std::string{catalog::module_kinds[static_cast<std::size_t>(row.kind)]};
        },
        report);
}

void check_table(const std::vector<catalog::GearDevice>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        find_unordered_path(rows[i].power_w, "power", i, report);
        find_unordered_path(rows[i].price_eur, "price", i, report);
        if (rows[i].per != catalog::GearBasis::racks || rows[i].height_units == 0) continue;
        report.at_row(i, "height_units",
                      fmt::format("{} height units of a device that is counted by racks (racks follow from "
                                  "the height units)",
                                  rows[i].height_units),
                      "Write 0, or count the device by something else.");
    }
}

void check_table(const std::vector<catalog::EndpointDevice>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        find_unordered_path(rows[i].power_w, "power", i, report);
        find_unordered_path(rows[i].price_eur, "price", i, report);
    }
}

void check_table(const std::vector<catalog::ProcedureKind>& rows, TableReport& report) {
    double district = 0.0;
    double city = 0.0;
    double municipality = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const catalog::ProcedureKind& row = rows[i];
        district += row.district;
        city += row.city;
        municipality += row.municipality;
        if (row.shared_low <= row.shared_share && row.shared_share <= row.shared_high) continue;
        report.at_row(i, "shared_share",
                      fmt::format("{} does not lie between low {} and high {}", row.shared_share,
                                  row.shared_low, row.shared_high),
                      "Check the three shares.");
    }
    if (district > 0.0 && city > 0.0 && municipality > 0.0) return;
    report.at_table("a kind of body has no procedures at all (their numbers sum to 0)",
                    "Give districts, cities and municipalities at least one.");
}

void check_table(const std::vector<catalog::ColumnBound>& rows, TableReport& report) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind == catalog::BoundKind::factor || !rows[i].reason.empty()) continue;
        report.at_row(i, "reason",
                      "a column without factors says why it has none, or which columns hold them",
                      "Write the reason, or kind factor with low and high.");
    }
}

}  // namespace verbund::read

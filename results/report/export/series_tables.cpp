#include "results/report/export/series_tables.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "models/base/calendar.hpp"

namespace verbund::report {
namespace {

using outcome::duration_points;
using outcome::HourlySeries;
using outcome::Run;
using Cells = std::vector<ExportCell>;

/// Row at which each series begins, and behind the last one their end.
std::vector<std::size_t> first_rows(const std::vector<HourlySeries>& all) {
    std::vector<std::size_t> first{0};
    for (const HourlySeries& series : all)
        first.push_back(first.back() + std::max(series.it_kw.size(), series.grid_kw.size()));
    return first;
}

/// Empty where a series of a file made elsewhere ends before the other, or has a gap.
ExportCell power_cell(const std::vector<float>& kw, std::size_t at) {
    return at < kw.size() && std::isfinite(kw[at]) ? ExportCell{double{kw[at]}}
                                                   : ExportCell{std::monostate{}};
}

/// Places of the curves, in units of a curve, of the centers that draw power.
std::vector<std::size_t> curves_drawn(const std::vector<float>& grid_kw) {
    std::vector<std::size_t> drawn;
    for (std::size_t curve = 0; curve * duration_points < grid_kw.size(); ++curve)
        if (grid_kw[curve * duration_points] > 0.0F) drawn.push_back(curve);
    return drawn;
}

}  // namespace

ExportTable hourly_table(const Run& run) {
    const auto first = std::make_shared<const std::vector<std::size_t>>(first_rows(run.hourly));
    ExportTable table{
        "hourly", {"variant", "year", "hour", "local_time", "it_kw [kW]", "grid_kw [kW]"}, first->back(), {}};
    table.fill = [&run, first](std::size_t row, Cells& cells) {
        const auto after = std::upper_bound(first->begin(), first->end(), row);
        const auto index = static_cast<std::size_t>(after - first->begin()) - 1;
        const HourlySeries& series = run.hourly[index];
        const std::size_t hour = row - (*first)[index];
        cells.emplace_back(std::string_view{run.variants[static_cast<std::size_t>(series.variant)].id});
        cells.emplace_back(std::int64_t{series.year});
        cells.emplace_back(static_cast<std::int64_t>(hour));
        cells.emplace_back(hour_label(series.year, static_cast<int>(hour)));
        cells.push_back(power_cell(series.it_kw, hour));
        cells.push_back(power_cell(series.grid_kw, hour));
    };
    return table;
}

ExportTable duration_table(const Run& run) {
    const auto curves = std::make_shared<const std::vector<std::size_t>>(curves_drawn(run.duration_grid_kw));
    ExportTable table{"duration",
                      {"variant", "year", "center", "center_name", "exceeded_percent [%]", "grid_kw [kW]"},
                      curves->size() * duration_points,
                      {}};
    table.fill = [&run, curves](std::size_t row, Cells& cells) {
        const std::size_t curve = (*curves)[row / duration_points];
        const std::size_t point = row % duration_points;
        const std::size_t year = curve / run.centers.size();
        const outcome::NamedPlace& center = run.centers[curve % run.centers.size()];
        cells.emplace_back(std::string_view{run.variants[year / run.milestones.size()].id});
        cells.emplace_back(std::int64_t{run.milestones[year % run.milestones.size()]});
        cells.emplace_back(std::string_view{center.id});
        cells.emplace_back(std::string_view{center.name});
        cells.emplace_back(static_cast<std::int64_t>(point));
        cells.push_back(power_cell(run.duration_grid_kw, curve * duration_points + point));
    };
    return table;
}

}  // namespace verbund::report

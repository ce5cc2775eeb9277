#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "results/store/column_writer.hpp"
#include "results/store/file_head.hpp"
#include "results/store/group_writer.hpp"
#include "results/store/layout.hpp"
#include "results/store/sealed_file.hpp"
#include "results/store/store.hpp"

namespace verbund::store {
namespace {

using outcome::Column;
using outcome::Run;
using Axis = std::string_view;

constexpr std::array<Axis, 2> summary_axes{"variant", "year"};

/// Adds an axis of named things and what is known of them: `center`, `center_name`, `center_latitude` ...
template <class Named>
void add_named_axis(const Run& run, GroupWriter& group, const std::string& axis, const std::string& long_name,
                    const std::vector<Named>& things) {
    group.add_axis({axis, "", long_name}, collect(things, [](const Named& thing) { return thing.id; }));
    const std::array<Axis, 1> axes{axis};
    ColumnWriter<Named> writer{run, group, axes, things};
    for (const Column<Named>& column : outcome::columns_of<Named>())
        if (column.name != "id") writer.write(column, fmt::format("{}_{}", axis, column.name));
}

void add_variants(const Run& run, GroupWriter& group) {
    add_named_axis(run, group, "variant", "variant of the study", run.variants);
}

void add_years(const Run& run, GroupWriter& group) {
    group.add_axis({"year", "1", "calendar year"},
                   std::vector<std::int32_t>(run.years.begin(), run.years.end()));
}

void add_milestones(const Run& run, GroupWriter& group) {
    group.add_axis({"milestone", "1", "calendar year looked at closely"},
                   std::vector<std::int32_t>(run.milestones.begin(), run.milestones.end()));
}

void write_summary(const Run& run, hid_t file) {
    GroupWriter group{file, "/summary"};
    add_variants(run, group);
    add_years(run, group);
    write_columns(run, group, summary_axes, run.summary);
}

template <class Named, class Row>
void write_per_thing(const Run& run, hid_t file, const std::string& path, const DatasetText& axis,
                     const std::vector<Named>& things, const std::vector<Row>& rows, Precision precision) {
    GroupWriter group{file, path};
    add_variants(run, group);
    add_years(run, group);
    add_named_axis(run, group, axis.name, std::string{axis.long_name}, things);
    const std::array<Axis, 3> axes{"variant", "year", axis.name};
    write_columns(run, group, axes, rows, precision);
}

/// The hours of all series, `_FillValue` where a year is shorter or a series is missing.
std::vector<float> all_hours(const Run& run, std::vector<float> outcome::HourlySeries::*part) {
    const std::size_t length = hours_per_leap_year;
    std::vector<float> all(run.variants.size() * run.milestones.size() * length,
                           std::numeric_limits<float>::quiet_NaN());
    for (const outcome::HourlySeries& series : run.hourly) {
        const auto milestone = std::find(run.milestones.begin(), run.milestones.end(), series.year);
        const auto index = static_cast<std::size_t>(milestone - run.milestones.begin()) +
                           static_cast<std::size_t>(series.variant) * run.milestones.size();
        std::copy((series.*part).begin(), (series.*part).end(),
                  all.begin() + static_cast<std::ptrdiff_t>(index * length));
    }
    return all;
}

void write_hourly(const Run& run, hid_t file) {
    GroupWriter group{file, "/hourly"};
    add_variants(run, group);
    add_milestones(run, group);
    add_counting_axis(group, {"hour", "h", "hour of the year in local time, from 0"}, hours_per_leap_year);
    const std::array<Axis, 3> axes{"variant", "milestone", "hour"};
    group.write({"it_kw", "kW", "IT power of all sites together"}, axes,
                all_hours(run, &outcome::HourlySeries::it_kw));
    group.write({"grid_kw", "kW", "power from the grid of all sites together"}, axes,
                all_hours(run, &outcome::HourlySeries::grid_kw));
}

void write_duration(const Run& run, hid_t file) {
    GroupWriter group{file, "/duration"};
    add_variants(run, group);
    add_milestones(run, group);
    add_named_axis(run, group, "center", "data center", run.centers);
    add_counting_axis(group, {"percent_of_year", "percent", "share of the year"}, outcome::duration_points);
    const std::array<Axis, 4> axes{"variant", "milestone", "center", "percent_of_year"};
    group.write(
        {"grid_kw", "kW", "power from the grid that is reached or exceeded during this share of the year"},
        axes, run.duration_grid_kw);
}

void write_groups(const Run& run, hid_t file) {
    write_head(head_of(run, format_name, schema_major, schema_minor), file, run.base_variant);
    write_summary(run, file);
    write_per_thing(run, file, "/yearly", {"center", "", "data center"}, run.centers, run.yearly,
                    Precision::full);
    write_per_thing(run, file, "/administrations", {"administration", "", "administration"},
                    run.administrations, run.administration, Precision::single);
    write_per_thing(run, file, "/links", {"link", "", "network link"}, run.links, run.link_loads,
                    Precision::single);
    write_hourly(run, file);
    write_duration(run, file);
    outcome::for_each_table(run, [&](const auto& table, const auto& rows) {
        write_rows(run, file, fmt::format("/{}", table.name), rows);
    });
}

void require(bool holds, std::string_view what) {
    if (!holds) throw RunFailed{fmt::format("internal error: the run's {} do not fit its axes", what)};
}

/// How many things a role's indices may name.
std::size_t named_by(const Run& run, outcome::ColumnRole role) {
    switch (role) {
        case outcome::ColumnRole::variant:
            return run.variants.size();
        case outcome::ColumnRole::administration:
            return run.administrations.size();
        case outcome::ColumnRole::transaction:
            return run.rows<outcome::TransactionName>().size();
        default:
            return 0;
    }
}

/// Every index column names something that is there; of transactions -1, all of them, too.
template <class Row>
bool name_things(const Run& run, const std::vector<Row>& rows) {
    for (const Column<Row>& column : outcome::columns_of<Row>()) {
        const auto* member = std::get_if<std::int32_t Row::*>(&column.member);
        if (member == nullptr || column.role == outcome::ColumnRole::plain) continue;
        const std::int32_t least = column.role == outcome::ColumnRole::transaction ? -1 : 0;
        const auto size = static_cast<std::int32_t>(named_by(run, column.role));
        for (const Row& row : rows)
            if (row.**member < least || row.**member >= size) return false;
    }
    return true;
}

void check_hourly(const Run& run) {
    for (const outcome::HourlySeries& series : run.hourly) {
        require(series.variant >= 0 && static_cast<std::size_t>(series.variant) < run.variants.size(),
                "hourly series");
        const auto& years = run.milestones;
        require(std::find(years.begin(), years.end(), series.year) != years.end(), "hourly series");
        require(series.it_kw.size() <= hours_per_leap_year && series.grid_kw.size() <= hours_per_leap_year,
                "hourly series");
    }
}

void check_shape(const Run& run) {
    const std::size_t cases = run.variants.size() * run.years.size();
    require(run.summary.size() == cases, "summary rows");
    require(run.yearly.size() == cases * run.centers.size(), "yearly rows");
    require(run.administration.size() == cases * run.administrations.size(), "administration rows");
    require(run.link_loads.size() == cases * run.links.size(), "link rows");
    require(run.duration_grid_kw.size() ==
                run.variants.size() * run.milestones.size() * run.centers.size() * outcome::duration_points,
            "duration curves");
    check_hourly(run);
    outcome::for_each_table(
        run, [&](const auto& table, const auto& rows) { require(name_things(run, rows), table.name); });
}

}  // namespace

void write_run(const Run& run, const std::filesystem::path& target, bool overwrite) {
    check_shape(run);
    write_sealed(target, overwrite, [&run](hid_t file) { write_groups(run, file); });
}

}  // namespace verbund::store

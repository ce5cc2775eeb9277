#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "results/store/column_reader.hpp"
#include "results/store/file_head.hpp"
#include "results/store/group_reader.hpp"
#include "results/store/layout.hpp"
#include "results/store/open_file.hpp"
#include "results/store/run_groups.hpp"
#include "results/store/store.hpp"

namespace verbund::store {
namespace {

using h5::Failure;
using outcome::Column;
using outcome::Run;
using Shape = GroupReader::Shape;

template <class Named>
std::vector<Named> read_named_axis(const GroupReader& group, const std::string& axis) {
    std::vector<std::string> ids = group.text_axis(axis);
    std::vector<Named> things(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) things[i].id = std::move(ids[i]);
    const Indices no_indices;
    ColumnReader<Named> reader{group, {things.size()}, no_indices, things};
    for (const Column<Named>& column : outcome::columns_of<Named>())
        if (column.name != "id") reader.read(column, fmt::format("{}_{}", axis, column.name));
    return things;
}

void read_summary(hid_t file, Run& run) {
    const GroupReader group{file, "/summary"};
    run.variants = read_named_axis<outcome::VariantName>(group, "variant");
    run.years = group.integer_axis("year");
    const Shape shape{run.variants.size(), run.years.size()};
    run.summary.resize(run.variants.size() * run.years.size());
    read_columns(group, shape, {}, run.summary);
}

template <class Named, class Row>
void read_per_thing(hid_t file, const std::string& path, const std::string& axis, const Run& run,
                    std::vector<Named>& things, std::vector<Row>& rows) {
    const GroupReader group{file, path};
    things = read_named_axis<Named>(group, axis);
    const Shape shape{run.variants.size(), run.years.size(), things.size()};
    if (run.summary.size() * things.size() > max_elements)
        throw Failure{fmt::format("group {} claims an absurd size", path)};
    rows.resize(run.summary.size() * things.size());
    read_columns(group, shape, {}, rows);
}

/// The values of a series up to the first hour that the year does not have.
std::vector<float> hours_of(const std::vector<float>& all, std::size_t series) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(series * hours_per_leap_year);
    const auto is_missing = [](float value) { return std::isnan(value); };
    return {begin, std::find_if(begin, begin + hours_per_leap_year, is_missing)};
}

void read_hourly(hid_t file, Run& run) {
    const GroupReader group{file, "/hourly"};
    run.milestones = group.integer_axis("milestone");
    const Shape shape{run.variants.size(), run.milestones.size(), hours_per_leap_year};
    const std::vector<float> it_kw = group.floats("it_kw", shape);
    const std::vector<float> grid_kw = group.floats("grid_kw", shape);
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        for (std::size_t milestone = 0; milestone < run.milestones.size(); ++milestone) {
            const std::size_t series = variant * run.milestones.size() + milestone;
            outcome::HourlySeries hours{static_cast<std::int32_t>(variant), run.milestones[milestone],
                                        hours_of(it_kw, series), hours_of(grid_kw, series)};
            if (!hours.it_kw.empty() || !hours.grid_kw.empty()) run.hourly.push_back(std::move(hours));
        }
    }
}

void read_duration(hid_t file, Run& run) {
    const GroupReader group{file, "/duration"};
    run.duration_grid_kw = group.floats("grid_kw", {run.variants.size(), run.milestones.size(),
                                                    run.centers.size(), outcome::duration_points});
}

/// Tables that a later minor version added are not in an older file.
void read_tables(hid_t file, Indices& indices, Run& run) {
    outcome::for_each_table(
        run,
        [&](const auto& table, auto& rows) {
            const std::string path = fmt::format("/{}", table.name);
            if (H5Lexists(file, path.c_str(), H5P_DEFAULT) <= 0) return;
            read_rows(file, path, indices, rows);
            using Row = typename std::decay_t<decltype(rows)>::value_type;
            if constexpr (std::is_same_v<Row, outcome::TransactionName>) {
                indices.transactions = index_ids(rows);
                indices.transactions.emplace("all", -1);
            }
        });
}

}  // namespace

Run read_run_groups(hid_t file) {
    Run run;
    take_head(read_head(file), run);
    run.base_variant = GroupReader{file, "/study"}.text_attribute("base_variant");
    read_summary(file, run);
    read_per_thing(file, "/yearly", "center", run, run.centers, run.yearly);
    read_per_thing(file, "/administrations", "administration", run, run.administrations, run.administration);
    read_per_thing(file, "/links", "link", run, run.links, run.link_loads);
    read_hourly(file, run);
    read_duration(file, run);
    Indices indices{index_ids(run.variants), index_ids(run.administrations), {}};
    read_tables(file, indices, run);
    return run;
}

Run read_run(const std::filesystem::path& file) {
    const h5::QuietErrors quiet;
    try {
        const OpenFile opened = open_any(file);
        if (opened.kind == FileKind::sweep)
            throw Failure{"is the file of a sweep, and one of a run is needed"};
        return read_run_groups(opened.file.get());
    } catch (const Failure& failure) {
        throw RunFailed{fmt::format("{}: {}", file.string(), failure.what())};
    }
}

}  // namespace verbund::store

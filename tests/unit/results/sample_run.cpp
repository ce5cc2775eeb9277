#include "tests/unit/results/sample_run.hpp"

#include <fmt/format.h>

namespace verbund::test {
namespace {

using namespace outcome;

/// Column k of row i gets i + k / 128: exact in float32 too, for rows below 131072; a resource its code.
template <class Row>
void number_grid(std::vector<Row>& rows) {
    const std::vector<Column<Row>>& columns = columns_of<Row>();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = 0; k < columns.size(); ++k) {
            std::visit(
                [&](const auto& member) {
                    using Value = ValueOf<Row, std::decay_t<decltype(member)>>;
                    if constexpr (std::is_same_v<Value, Resource>)
                        set_value(rows[i], member, static_cast<Resource>(i % resource_count));
                    else if constexpr (std::is_same_v<Value, double>)
                        set_value(rows[i], member, static_cast<double>(i) + static_cast<double>(k) / 128.0);
                },
                columns[k].member);
        }
    }
}

void add_names(Run& run, const RunSize& size) {
    for (std::size_t v = 0; v < size.variants; ++v)
        run.variants.push_back({fmt::format("v{}", v), fmt::format("Variante {}", v), "Größe"});
    for (std::size_t c = 0; c < size.centers; ++c) {
        run.centers.push_back(
            {fmt::format("rz-{}", c), fmt::format("Zentrum {}", c), 50.0 + c, 7.0 + c, "own"});
    }
    for (std::size_t a = 0; a < size.administrations; ++a) {
        run.administrations.push_back(
            {fmt::format("{:05}", a), fmt::format("Kreis {}", a), 51.0, 8.0, "district"});
    }
    for (std::size_t l = 0; l < size.links; ++l) {
        run.links.push_back(
            {fmt::format("l{}", l), "00000", "rz-0", 12.5 + static_cast<double>(l), l % 2 == 0});
    }
}

/// Two rows whose every column holds another value; indices name things that are there.
template <class Row>
void number_columns(std::vector<Row>& rows) {
    rows.assign(2, Row{});
    int next = 0;
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ++next;
            std::visit(
                [&](const auto& member) {
                    using Value = ValueOf<Row, std::decay_t<decltype(member)>>;
                    if constexpr (std::is_same_v<Value, std::string>)
                        set_value(rows[i], member, fmt::format("{}-{}", column.name, i));
                    else if constexpr (std::is_same_v<Value, bool>)
                        set_value(rows[i], member, i == 1);
                    else if constexpr (std::is_same_v<Value, std::int32_t>)
                        set_value(rows[i], member,
                                  column.role == outcome::ColumnRole::plain ? 2000 + next
                                                                            : static_cast<std::int32_t>(i));
                    else if constexpr (std::is_same_v<Value, double>)
                        set_value(rows[i], member, i == 1 && next % 3 == 0 ? not_applicable : 0.5 * next);
                },
                column.member);
        }
    }
}

/// Two rows in every table that many runs leave empty.
void add_engine_tables(Run& run) {
    outcome::for_each_table(run, [](const auto& table, auto& rows) {
        if (!table.always) number_columns(rows);
    });
    run.rows<outcome::LatencyDay>().front().transaction = -1;  // all kinds together
}

void add_rows(Run& run) {
    run.rows<outcome::BuildStep>() = {{1, 2025, "rz-0", Resource::ups, 100.0, 150.0, "kW"}};
    run.rows<outcome::LineBuild>() = {{0, 2024, "link:rz-0--rz-1", 10.0, 20.0},
                                      {1, 2025, "access:00001", 1.0, 2.0}};
    run.rows<outcome::Refusal>() = {{0, 2024, "rz-0", "00001", "vdi", 7.0, Resource::racks}};
    run.rows<outcome::Bottleneck>() = {{0, 2024, "rz-0", Resource::cooling, 120.0, 100.0, "kW"},
                                       {1, 2025, "00001", Resource::grid, 30.0, 25.0, "kW"}};
    run.rows<outcome::RuleFinding>() = {
        {1, 2025, "enefg.pue", "rz-0", "missed", "", 1.6, "at-most", 1.5, "1", "2027-07-01", "",
         "EnEfG § 11"},
        {0, 2024, "bsi-distance", "rz-0", "info", "", not_applicable, "", not_applicable, "", "", "", ""}};
    run.rows<outcome::AssumptionRow>() = {
        {"estate.growth.compute", "6 %/a", true, "Wachstum", "E2", "survey", "", "", ""},
        {"estate.growth.storage", "20 %/a", false, "Wachstum", "E3", "estimate", "", "", ""}};
}

void add_series(Run& run) {
    for (std::size_t v = 0; v < run.variants.size(); ++v) {
        for (const int year : run.milestones) {
            const std::size_t hours = year % 4 == 0 ? 8784 : 8760;
            HourlySeries series{static_cast<std::int32_t>(v), year, {}, {}};
            for (std::size_t h = 0; h < hours; ++h) {
                series.it_kw.push_back(static_cast<float>(h + v));
                series.grid_kw.push_back(static_cast<float>(2 * h + v));
            }
            run.hourly.push_back(std::move(series));
        }
    }
}

void set_year(VariantYear& row, double factor, double latency_ms) {
    row.administrations = 2.0;
    row.workplaces = 1000.0;
    row.servers_asked = row.servers_placed = 300.0;
    row.hosts = 20.0 * factor;
    row.racks = 6.0 * factor;
    row.it_power_mean_kw = 40.0 * factor;
    row.it_power_peak_kw = 50.0 * factor;
    row.grid_power_peak_kw = 90.0 * factor;
    row.energy.it_mwh = 350.0 * factor;
    row.energy.grid_mwh = 600.0 * factor;
    row.pue = 600.0 / 350.0;
    row.co2_location_t = 240.0 * factor;
    row.cost.energy_eur = 150'000.0 * factor;
    row.cost.total_eur = 1'234'567.0 * factor;
    row.latency_p50_ms = latency_ms;
    row.latency_p95_ms = 2.0 * latency_ms;
}

}  // namespace

Run numbered_run(const RunSize& size) {
    Run run;
    run.title = "Zwei Räume?";
    run.question = "Was wird knapp?";
    run.base_variant = "v0";
    run.seed = 18'446'744'073'709'551'615ULL;  // the largest: must survive as text
    run.program_version = "0.1.0";
    run.program_commit = "abcdef0";
    run.study_sha256 = "00ff";
    run.resolved_study = "verbund: 1\ntitle: Zwei Räume?\n";
    run.years = size.years;
    run.milestones = size.milestones;
    add_names(run, size);
    const std::size_t cases = size.variants * size.years.size();
    run.summary.resize(cases);
    run.yearly.resize(cases * size.centers);
    run.administration.resize(cases * size.administrations);
    run.link_loads.resize(cases * size.links);
    number_grid(run.summary);
    number_grid(run.yearly);
    number_grid(run.administration);
    number_grid(run.link_loads);
    run.duration_grid_kw.resize(size.variants * size.milestones.size() * size.centers * duration_points);
    for (std::size_t i = 0; i < run.duration_grid_kw.size(); ++i)
        run.duration_grid_kw[i] = static_cast<float>(i);
    add_series(run);
    if (size.variants > 1 && size.administrations > 1) {
        add_rows(run);
        add_engine_tables(run);
    }
    return run;
}

Run planners_run() {
    Run run;
    run.title = "Zusammenlegen?";
    run.question = "Lohnt es sich?";
    run.base_variant = "status-quo";
    run.seed = 1;
    run.program_version = "0.1.0";
    run.program_commit = "abcdef0";
    run.study_sha256 = "00ff";
    run.variants = {{"status-quo", "Wie heute", ""}, {"pooled", "Gemeinsam", ""}};
    run.years = run.milestones = {2024, 2025};
    run.centers = {{"rz-1", "Rechenzentrum Nord", 51.0, 7.0, "shared"}};
    run.administrations = {{"05162", "Rhein-Kreis Neuss", 51.2, 6.7, "district"},
                           {"05166", "Kreis Viersen", 51.3, 6.4, "district"}};
    run.summary.resize(4);
    run.yearly.resize(4);
    run.administration.resize(8);
    for (std::size_t year = 0; year < 2; ++year) {
        set_year(run.summary[year], 1.0 + 0.1 * static_cast<double>(year), 2.0);
        set_year(run.summary[2 + year], 0.5 + 0.05 * static_cast<double>(year), 6.0);
    }
    run.duration_grid_kw.resize(std::size_t{4} * duration_points);
    run.rows<outcome::Bottleneck>() = {{0, 2025, "05162", Resource::cooling, 12.0, 10.0, "kW"}};
    for (int year : run.years) {
        run.rows<outcome::RuleFinding>().push_back({0, year, "enefg.pue", "05162", "missed", "", 1.7,
                                                    "at-most", 1.5, "1", "2027-07-01", "", "EnEfG"});
    }
    run.summary[0].rules_missed = run.summary[1].rules_missed = 1.0;
    run.rows<outcome::AssumptionRow>() = {
        {"estate.growth.compute", "=6 %/a", false, "Wachstum", "E2", "survey", "", "", ""}};
    return run;
}

}  // namespace verbund::test

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/catalog/columns.hpp"
#include "models/catalog/figure_rules.hpp"
#include "models/compute/holding.hpp"
#include "results/outcome/outcome.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/study/catalog_values.hpp"
#include "scenarios/study/price_book.hpp"
#include "sim/annual/embodied.hpp"
#include "sim/availability/figures.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/event_cases.hpp"
#include "sim/batch/row_bytes.hpp"
#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// What `check --explain` lists against what the engines read: values that it leaves out are changed, and no
/// result may move.
namespace verbund::batch {
namespace {

/// Changes every number of a row that is no year, month or count.
class Shaker : public catalog::Columns {
public:
    void text(const catalog::Column& column, const catalog::TextRule&, std::string& value) override {
        const bool quantity = column.name == "value" || column.name == "low" || column.name == "high";
        if (!quantity || value.empty()) return;
        std::size_t digits = 0;
        const double number = std::stod(value, &digits);
        value = fmt::format("{:.6f}{}", number * factor, value.substr(digits));
    }
    void whole(const catalog::Column&, catalog::Between, int&) override {}
    void number(const catalog::Column& column, catalog::Between, double& value) override {
        const bool place = column.name == "lat" || column.name == "lon";
        value *= place ? 1.0 + 1e-4 : factor;
    }
    void number_or(const catalog::Column& column, catalog::Between limits, double& value, double) override {
        number(column, limits, value);
    }
    void flag(const catalog::Column&, bool&) override {}
    void word(const catalog::Column&, std::span<const std::string_view>, std::size_t&) override {}
    void unused(const catalog::Column&, catalog::Between) override {}

private:
    static constexpr double factor = 1.07;
};

/// `set` with every row of the catalog shaken for which `wanted(table, "catalog.<table>.<row>")`.
template <class Wanted>
study::StudySet shaken(study::StudySet set, Wanted wanted) {
    Shaker shaker;
    catalog::for_each_table(set.catalog, [&](const catalog::TableName& table, auto& rows) {
        for (auto& row : rows)
            if (wanted(table.name, fmt::format("catalog.{}.{}", table.name, catalog::row_key(row))))
                describe(shaker, row);
    });
    return set;
}

template <class Row>
void append(std::vector<double>& values, const std::vector<Row>& rows,
            const std::vector<outcome::Column<Row>>& metrics) {
    for (const Row& row : rows) {
        for (const outcome::Column<Row>& metric : metrics) {
            const double value = number_in(metric, row);
            values.push_back(std::isnan(value) ? -1.0 : value);
        }
    }
}

/// Every number that the annual and the availability engine find.
std::vector<double> results_of(const study::StudySet& set) {
    AvailabilityCases availability{1};
    outcome::Run run = run_study(set, {.jobs = 1, .progress = {}, .next = {availability}});
    std::vector<double> values;
    append(values, run.summary, outcome::columns_of<outcome::VariantYear>());
    append(values, run.yearly, outcome::columns_of<outcome::SiteYear>());
    append(values, run.administration, outcome::columns_of<outcome::AdministrationYear>());
    append(values, run.link_loads, outcome::columns_of<outcome::LinkYear>());
    for (const outcome::AvailabilitySummary& row : run.rows<outcome::AvailabilitySummary>())
        values.push_back(row.availability);
    for (const outcome::AvailabilityCause& row : run.rows<outcome::AvailabilityCause>())
        values.push_back(row.downtime_h);
    return values;
}

/// The small study over two years with rooms of its own plant and few simulated years.
study::StudySet small_set() {
    std::string text = test::spoilt("last: 2030", "last: 2027");
    text.replace(text.find("years: [2024, 2026]"), 19, "years: [2024, 2025]");
    text.insert(text.find("    neuss:"),
                "    district: {ags: \"05162\"}\n");  // sized by the survey of districts
    return test::read_text(text + "availability: {years: [2026], simulated_years: 300}\n");
}

std::set<std::string> listed(const study::StudySet& set) {
    std::set<std::string> keys;
    for (const study::Assumption& value : study::catalog_values(set)) keys.insert(value.key);
    return keys;
}

/// What the event engine finds, by table.
std::map<std::string, std::string> events_of(const study::StudySet& set) {
    EventCases events{set, {.jobs = 1}};
    outcome::Run run = run_study(set, {.jobs = 1, .progress = {}, .next = {events}});
    REQUIRE(run.rows<outcome::FailedCase>().empty());
    std::map<std::string, std::string> tables;
    outcome::for_each_table(run, [&](const auto& table, const auto& rows) {
        if (!table.always) tables[std::string{table.name}] = rows_to_json(rows).dump();
    });
    return tables;
}

/// One variant with everything that the event engine plays: days, nights, a wave, a drill.
study::StudySet small_events() {
    std::string text = test::spoilt("first: 2022, last: 2030", "first: 2024, last: 2026");
    text.replace(text.find("years: [2024, 2026]"), 19, "years: [2025, 2025]");
    text.replace(text.find("  b: {base: a, home: {rooms: 2}}\n"), 33, "");
    return test::read_text(text +
                           "events: {years: [2026], latency: {fewest_samples: 20, most_samples: 20}}\n"
                           "drills:\n"
                           "  fire: {fail: [\"center:north\"], destroyed: true, replaced_after: 30 d}\n"
                           "  dark: {fail: [\"utility:north\"], for: 10 h}\n"
                           "  dig: {fail: [\"link:north--neuss\"]}\n");
}

/// `set` with all that the explanation leaves out shaken, a few thousand rows.
study::StudySet shaken_untold(const study::StudySet& set) {
    const std::set<std::string> told = listed(set);
    int left_out = 0;
    study::StudySet other = shaken(set, [&](std::string_view, const std::string& key) {
        left_out += told.contains(key) ? 0 : 1;
        return !told.contains(key);
    });
    CHECK(left_out > 6000);  // the other municipalities alone
    return other;
}

TEST_CASE("a value of the catalog that the explanation leaves out enters no result", "[batch]") {
    const study::StudySet set = small_set();
    CHECK(results_of(shaken_untold(set)) == results_of(set));
}

TEST_CASE("a value of the catalog that the explanation leaves out enters no day, night, move or drill",
          "[batch]") {
    const study::StudySet set = small_events();
    const auto before = events_of(set);
    for (const char* table :
         {"latency_days", "busy_links", "backups", "replication", "waves", "cutovers", "drill_results"}) {
        INFO(table);
        CHECK(before.at(table).find("\"rows\":0") == std::string::npos);
    }
    CHECK(events_of(shaken_untold(set)) == before);
}

TEST_CASE("transactions, classes, rates of lines, repairs and generators enter what the event engine finds",
          "[batch]") {
    // The twin of the test above: what the explanation lists does move them, the fibre's repair in a drill
    // alone.
    const study::StudySet set = small_events();
    const auto before = events_of(set);
    const auto moved_by = [&](std::string_view told) {
        return events_of(shaken(set, [&](std::string_view, const std::string& key) {
                   return key.starts_with(told);
               })) != before;
    };
    for (const char* told :
         {"catalog.transactions.mail", "catalog.workloads.file", "catalog.line_rates.",
          "catalog.figures.repair.fibre", "catalog.profiles.office.workday", "catalog.servers."}) {
        INFO(told);
        CHECK(moved_by(told));
    }
}

TEST_CASE(
    "every table but those of transactions, desks and ranges enters the annual results or the availability",
    "[batch]") {
    // The twin of the test above: what the explanation lists does move them.
    study::StudySet set = small_set();
    for (study::Variant& variant : set.variants)
        variant.study.centers.at("south").other_load.emplace().provider = "dataport";
    for (study::Variant& variant : set.variants) {
        variant.study.estate.procedures.basis = study::ProcedureBasis::survey;
        variant.study.estate.procedures.fixed_share = 0.6 * one;
        variant.study.economics.hourly_shape = true;
    }
    const std::vector<double> before = results_of(set);
    for (const std::string& table : read::catalog_tables()) {
        INFO(table);
        const study::StudySet other =
            shaken(set, [&](std::string_view name, const std::string&) { return name == table; });
        const bool elsewhere = table == "transactions" || table == "endpoints" ||  // a table of their own
                               table == "bounds";                                  // of ranges alone
        CHECK((results_of(other) != before) == !elsewhere);
    }
}

/// Whether one of the readers of figures misses it.
bool is_missed(const catalog::Catalog& catalog) {
    try {
        static_cast<void>(annual::EmbodiedBook::from(catalog));
        static_cast<void>(study::price_book(catalog, {}));
        static_cast<void>(compute::host_offer(catalog, {"entry"}, 2025, {}));
        static_cast<void>(compute::host_parts(catalog.figures));
        for (const study::Care care : {study::Care::well, study::Care::poorly}) {
            for (const bool offline_copy : {true, false}) {
                study::Availability study;
                study.genset_care = care;
                study.offline_copy = offline_copy;
                static_cast<void>(availability::read_figures(catalog, study));
            }
        }
    } catch (const std::exception&) {
        return true;
    }
    return false;
}

TEST_CASE("the engines read every figure of the list and none of those said to be unread", "[batch]") {
    const catalog::Catalog whole = read::load_catalog();
    REQUIRE_FALSE(is_missed(whole));
    const auto without = [&](std::string_view id) {
        catalog::Catalog catalog = whole;
        std::erase_if(catalog.figures, [id](const catalog::Figure& figure) { return figure.id == id; });
        return catalog;
    };
    for (const catalog::FigureRule& rule : catalog::figure_rules()) {
        INFO(rule.id);
        CHECK(is_missed(without(rule.id)));
    }
    for (const read::UnreadFigure& figure : read::unread_figures()) {
        INFO(figure.figure);
        CHECK_FALSE(is_missed(without(figure.figure)));
    }
}

TEST_CASE("the explanation names failure rates, repairs, access defaults, prices and emissions", "[batch]") {
    const std::set<std::string> told = listed(small_set());
    for (const char* key :
         {"catalog.figures.failure.server", "catalog.figures.repair.server",
          "catalog.figures.demand.genset.well", "catalog.figures.cost.host.core",
          "catalog.access_links.municipality.2020", "catalog.transactions.mail",
          "catalog.electricity_price.2025", "catalog.grid_emission.2025", "catalog.workloads.file",
          "catalog.profiles.office.workday", "catalog.ups.modern", "catalog.districts.05162",
          "catalog.municipalities.05162024", "catalog.climate_normals.5.2015.1"}) {
        INFO(key);
        CHECK(told.contains(key));
    }
    // Nobody has poorly kept generators, region 1 or a year before the horizon; nobody works in Berlin, which
    // is no district of the survey; a stage of five years that begins in 2027 ends in 2031.
    CHECK(told.contains("catalog.server_trend.2031"));
    CHECK(told.contains("catalog.districts.09190"));
    for (const char* key : {"catalog.figures.demand.genset.poorly", "catalog.figures.embodied.host",
                            "catalog.climate_normals.1.2015.1", "catalog.electricity_price.2018",
                            "catalog.districts.11000", "catalog.server_trend.2032"}) {
        INFO(key);
        CHECK_FALSE(told.contains(key));
    }
}

}  // namespace
}  // namespace verbund::batch

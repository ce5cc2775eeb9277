#include "results/outcome/outcome.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

namespace verbund::outcome {
namespace {

/// Sets one column at a time and looks whether only that column changed.
template <class Row>
bool columns_are_independent() {
    for (const Column<Row>& set : columns_of<Row>()) {
        Row row;
        std::visit(
            [&](const auto& member) {
                using Value = ValueOf<Row, std::decay_t<decltype(member)>>;
                if constexpr (std::is_same_v<Value, Resource>)
                    set_value(row, member, Resource::cooling);
                else if constexpr (std::is_same_v<Value, double>)
                    set_value(row, member, 7.0);
            },
            set.member);
        for (const Column<Row>& other : columns_of<Row>()) {
            const double before = number_in(other, Row{});
            const double after = number_in(other, row);
            const bool is_same = before == after || (std::isnan(before) && std::isnan(after));
            if ((&other == &set) == is_same) return false;
        }
    }
    return true;
}

/// A row of n doubles (and one int8 that fills a double's place) has n columns.
template <class Row>
std::size_t doubles_in() {
    return sizeof(Row) / sizeof(double);
}

TEST_CASE("every member of a site's, a variant's, an administration's and a link's year has a column",
          "[outcome]") {
    // All members are doubles, apart from SiteYear::binding, which takes the place of one after alignment.
    CHECK(columns_of<SiteYear>().size() == doubles_in<SiteYear>());
    CHECK(columns_of<VariantYear>().size() == doubles_in<VariantYear>());
    CHECK(columns_of<AdministrationYear>().size() == doubles_in<AdministrationYear>());
    CHECK(columns_of<LinkYear>().size() == doubles_in<LinkYear>());
}

TEST_CASE("setting a column changes its member and no other", "[outcome]") {
    CHECK(columns_are_independent<SiteYear>());
    CHECK(columns_are_independent<VariantYear>());
    CHECK(columns_are_independent<AdministrationYear>());
    CHECK(columns_are_independent<LinkYear>());
}

TEST_CASE("tables and their columns are named once, and what a column means stands there", "[outcome]") {
    std::set<std::string_view> tables;
    const Run run;
    for_each_table(run, [&](const auto& table, const auto& rows) {
        CAPTURE(table.name);
        CHECK(tables.insert(table.name).second);
        CHECK(rows.empty());
        std::set<std::string_view> columns;
        for (const auto& column : table.columns) {
            CAPTURE(column.name);
            CHECK(columns.insert(column.name).second);
            CHECK_FALSE(column.text.empty());
        }
        if (!table.worst) return;
        for (const std::string_view group : table.worst->groups) CHECK(columns.count(group) == 1);
    });
    CHECK(tables.size() == std::tuple_size_v<RowTables>);
}

TEST_CASE("a need has a column for the need and one for the limit", "[outcome]") {
    SiteYear site;
    site.resources[Resource::cooling] = {12.0, 10.0};
    double need = 0.0;
    double limit = 0.0;
    for (const auto& column : columns_of<SiteYear>()) {
        need = column.name == "cooling_kw" ? number_in(column, site) : need;
        limit = column.name == "limit_cooling_kw" ? number_in(column, site) : limit;
    }
    CHECK(need == 12.0);
    CHECK(limit == 10.0);
}

TEST_CASE("the columns of a site's resources stand in their order, the limit named after the need",
          "[outcome]") {
    const auto& columns = columns_of<SiteYear>();
    auto column =
        std::find_if(columns.begin(), columns.end(), [](const auto& c) { return c.name == "height_units"; });
    for (const Resource resource : site_resources) {
        CAPTURE(resource_id(resource));
        SiteYear site;
        site.resources[resource] = {3.0, 4.0};
        REQUIRE(columns.end() - column >= 2);
        CHECK(column->name == need_columns[resource].name);
        CHECK(number_in(*column++, site) == 3.0);
        CHECK(column->name == "limit_" + std::string{need_columns[resource].name});
        CHECK(number_in(*column++, site) == 4.0);
    }
}

TEST_CASE("resources have distinct ids, and unknown codes mean none", "[outcome]") {
    std::set<std::string_view> ids;
    for (int code = 0; code < resource_count; ++code) {
        const Resource resource = resource_from_code(code);
        CHECK(static_cast<int>(resource) == code);
        CHECK(ids.insert(resource_id(resource)).second);
        CHECK(resource_id(resource).find(' ') ==
              std::string_view::npos);  // CF flag_meanings are blank-separated
    }
    CHECK(resource_id(Resource::height_units) == "height-units");
    CHECK(resource_from_code(-1.0) == Resource::none);
    CHECK(resource_from_code(resource_count) == Resource::none);
    CHECK(resource_from_code(not_applicable) == Resource::none);
}

}  // namespace
}  // namespace verbund::outcome

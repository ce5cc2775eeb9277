#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "models/base/quantity_text.hpp"
#include "models/catalog/catalog.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

/// The tables of facility, electricity and figures as they are shipped.
namespace verbund::catalog {
namespace {

const Catalog& shipped() {
    static const Catalog catalog = read::load_catalog();
    return catalog;
}

/// Value in base units when the text is a quantity of one of the kinds, or a bare count; nothing otherwise.
template <class... Kinds>
std::optional<std::pair<std::size_t, double>> read_as_any(const std::string& text) {
    std::optional<std::pair<std::size_t, double>> found;
    std::size_t kind = 0;
    const auto attempt = [&]<class Q>(std::optional<Q> value) {
        ++kind;
        if (value && !found) found.emplace(kind, *value / Q{1.0, {1.0}});
    };
    (attempt(parse_quantity<Kinds>(text, PointMeaning::decimal).value), ...);
    return found;
}

std::optional<std::pair<std::size_t, double>> read_figure(const std::string& text) {
    if (!text.empty() && text.find_first_not_of("0123456789.") == std::string::npos)
        return {{0, std::stod(text)}};
    return read_as_any<Money, MoneyRate, PowerPrice, DataPrice, LengthPrice, Duration, CarbonMass, Fraction,
                       Rate, CarbonIntensity, Length, Power, Data>(text);
}

void check_evidence(const Evidence& evidence) {
    static const std::set<std::string> marks{"S", "S-ex", "C", "M-h", "M-m", "M-l", "A"};
    CHECK(marks.contains(evidence.mark));
    CHECK_FALSE(evidence.source.empty());
}

TEST_CASE("every shipped figure is a quantity or a count within its range", "[catalog]") {
    for (const Figure& figure : shipped().figures) {
        INFO(figure.id);
        const auto value = read_figure(figure.value);
        REQUIRE(value);
        check_evidence(figure.evidence);
        for (const auto& [text, sign] : {std::pair{figure.low, 1.0}, std::pair{figure.high, -1.0}}) {
            if (text.empty()) continue;
            const auto end = read_figure(text);
            REQUIRE(end);
            CHECK(end->first == value->first);  // same kind of quantity
            CHECK(sign * (value->second - end->second) >= 0.0);
        }
    }
}

TEST_CASE("shipped figures, UPS and cooling types have different ids", "[catalog]") {
    const auto distinct = [](const auto& rows) {
        std::set<std::string> ids;
        for (const auto& row : rows) ids.insert(row.id);
        return ids.size() == rows.size();
    };
    CHECK(distinct(shipped().figures));
    CHECK(distinct(shipped().ups));
    CHECK(distinct(shipped().cooling));
}

TEST_CASE("shipped climate normals cover 15 regions, 12 months and two years with evidence", "[catalog]") {
    CHECK(shipped().climate.size() == std::size_t{15} * 12 * 2);
    for (const ClimateNormal& row : shipped().climate) {
        INFO(row.station << " " << row.try_year << " month " << row.month);
        CHECK(row.mean_daily_min_c < row.mean_c);
        CHECK(row.mean_c < row.mean_daily_max_c);
        CHECK(row.sd_daily_mean_k > 0.0);
        check_evidence(row.evidence);
    }
}

TEST_CASE("shipped electricity tables have a row for every year and ordered paths", "[catalog]") {
    const auto check_rows = [](const auto& rows, int first, int last, auto paths_of) {
        REQUIRE(rows.size() == std::size_t(last - first + 1));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            INFO(rows[i].year);
            CHECK(rows[i].year == first + int(i));
            check_evidence(rows[i].evidence);
            for (const Path& path : paths_of(rows[i])) {
                CHECK(path.low > 0.0);
                CHECK(path.low <= path.mid);
                CHECK(path.mid <= path.high);
            }
        }
    };
    check_rows(
        shipped().grid_emission, 2014, 2035,
        [](const GridEmission& row) { return std::array{row.direct_g_per_kwh}; });
    check_rows(shipped().electricity_price, 2015, 2035, [](const ElectricityPrice& row) {
        return std::array{row.commercial_ct_per_kwh, row.industry_ct_per_kwh};
    });
}

TEST_CASE("shipped key years of grid emission and price are the published ones", "[catalog]") {
    const auto emission = [](int year) { return shipped().grid_emission.at(std::size_t(year - 2014)); };
    CHECK(emission(2024).direct_g_per_kwh.mid == 363.0);  // UBA, 2024
    CHECK(emission(2014).direct_g_per_kwh.mid == 564.0);  // UBA, 2014
    const auto price = [](int year) { return shipped().electricity_price.at(std::size_t(year - 2015)); };
    CHECK(price(2022).industry_ct_per_kwh.mid == 43.20);    // BDEW, 2022
    CHECK(price(2024).commercial_ct_per_kwh.mid == 30.52);  // BNetzA, 1 April 2024
}

TEST_CASE("a provider's IT power follows from the first figure known, as its column says", "[catalog]") {
    // 0.5 kW: the table is rounded to whole kilowatts, below 20 kW to tenths.
    for (const Provider& p : shipped().providers) {
        INFO(p.id);
        check_evidence(p.evidence);
        CHECK(p.it_kw_low <= p.it_kw);
        CHECK(p.it_kw <= p.it_kw_high);
        const double pue = p.pue > 0.0 ? p.pue : 1.5;
        const double seats = p.seats > 0.0    ? p.seats
                             : p.people > 0.0 ? p.people * 9.0 / 1000.0
                                              : p.staff * 50.0;
        const double servers = p.servers > 0.0 ? p.servers : seats * 0.08;
        const double it_kw = p.energy_mwh > 0.0 ? p.energy_mwh / 8.76 / pue : servers * 0.230;
        CHECK(std::abs(p.it_kw - it_kw) <= 0.5);
        CHECK((p.evidence.mark == "A" || p.energy_mwh > 0.0));  // no metered energy: an assumption
    }
    CHECK(shipped().providers.size() >= 25);
    CHECK(provider(shipped(), "dataport").it_kw == 485.0);  // 5,309 MWh / 8,760 h / 1.25
}

TEST_CASE("sizes of plant are given ascending, one kind at a time", "[catalog]") {
    CHECK(module_sizes(shipped(), ModuleKind::ups) == std::vector<double>{1, 2, 3, 5, 10, 20, 25, 50});
    CHECK(module_sizes(shipped(), ModuleKind::cooling_dx) == std::vector<double>{5, 10, 20});
    CHECK(module_sizes(shipped(), ModuleKind::cooling_chilled) == std::vector<double>{50, 100});
    CHECK(module_sizes(shipped(), ModuleKind::generator) ==
          std::vector<double>{30, 60, 100, 160, 250, 400, 630});
}

}  // namespace
}  // namespace verbund::catalog

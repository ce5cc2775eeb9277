#include "tests/validation/real_bodies/board.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/base/tasks.hpp"
#include "models/catalog/figure_value.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/study/catalog_values.hpp"
#include "scenarios/study/resolve.hpp"
#include "sim/deploy/sites.hpp"
#include "tests/support/simulated_study.hpp"
#include "tests/support/source_folder.hpp"

namespace verbund::test {
namespace {

std::filesystem::path folder() { return source_folder() / "tests" / "validation" / "real_bodies"; }

constexpr std::string_view figure_key = "catalog.figures.";
constexpr std::string_view gear_key = "catalog.gear";  // all devices together

/// Engines that the board does not play, how accurately they do, and figures of money, carbon and failures.
bool acts_here(const std::string& key) {
    constexpr std::array others{"events.",
                                "drills.",
                                "network.",
                                "availability.s",
                                "availability.l",
                                "economics.discount_rate",
                                "economics.price_rise."};
    constexpr std::array figures{"power.", "disks.", "modules.", "size.", "year.", "repair.cooling-unit"};
    const auto begins = [](const std::string& text) {
        return [&text](const char* begin) { return text.starts_with(begin); };
    };
    if (!key.starts_with(figure_key)) return std::none_of(others.begin(), others.end(), begins(key));
    const std::string id = key.substr(figure_key.size());
    return std::any_of(figures.begin(), figures.end(), begins(id));
}

/// A body's only year, and the sums over its own rooms: what a provider runs for it is not counted.
struct BodyYear {
    const study::StudySet& set;
    Simulated run;

    [[nodiscard]] const std::vector<outcome::SiteYear>& sites() const { return run.years.front().sites; }
    template <class Value>
    [[nodiscard]] double sum(const Value& value) const {
        double sum = 0.0;
        for (std::size_t s = deploy::center_count(run.variant.sites); s < sites().size(); ++s)
            sum += value(sites()[s]);
        return sum;
    }
    [[nodiscard]] double constant_w() const {
        const auto& sites = run.variant.phases.front().sites;
        double sum = 0.0;
        for (std::size_t s = deploy::center_count(run.variant.sites); s < sites.size(); ++s)
            sum += sites[s].constant_it_w;
        return sum;
    }
    [[nodiscard]] double machines() const {
        return sum([](const auto& s) { return s.hosts + s.physical_servers; });
    }
    [[nodiscard]] double seats() const {
        double seats = 0.0;
        for (const auto& a : run.variant.phases.front().administrations) seats += a.seats;
        return seats;
    }
};

/// People, once: those of a municipality are its district's too.
double people_of(const study::StudySet& set) {
    double people = 0.0;
    double in_districts = 0.0;
    for (const auto& a : study::resolve_territory(set.variants.front().study, set.catalog)) {
        people += a.population;
        if (a.kind != "municipality") in_districts += a.population;
    }
    return in_districts > 0.0 ? in_districts : people;
}

/// Without any cooling: the repair of a unit, then the start of the services.
double cooling_outage_h(const study::StudySet& set) {
    const auto repair = catalog::figure_of<Duration>(set.catalog, "repair.cooling-unit");
    return (repair + set.variants.front().study.availability.restart).in(hours);
}

Values values_of(const study::StudySet& set) {
    const BodyYear body{set, simulate(set)};
    const outcome::SiteYear& first = body.sites().front();
    const auto grid = [](const auto& s) { return s.energy.grid_mwh; };
    const auto it = [](const auto& s) { return s.energy.it_mwh; };
    const double watts = 1e6 / (365.25 * 24.0);  // of one MWh a year
    const double copies = body.run.variant.phases.front().sites.back().copies;
    const double storage_tb = body.sum([](const auto& s) { return s.storage_tb; }) / copies;
    // What is bought has to last until it is replaced.
    const double growth = set.variants.front().study.estate.growth.storage.in(per_year);
    const double life = std::pow(1.0 + growth, 5.0);
    // Without storage and network gear.
    const double server_it_w = (body.sum(it) * watts - body.constant_w()) / body.machines();
    const double energy_eur = body.sum([](const auto& s) { return s.cost.energy_eur; });
    return {
        {"servers", body.sum([](const auto& s) { return s.vms + s.physical_servers; })},
        {"vms", body.sum([](const auto& s) { return s.vms; })},
        {"hosts", body.sum([](const auto& s) { return s.hosts; })},
        {"machines", body.machines()},
        {"storage_tb", storage_tb},
        {"storage_bought_tb", storage_tb * life},
        {"racks_built", body.sum([](const auto& s) { return s.resources[Resource::racks].limit; })},
        {"grid_mwh", body.sum(grid)},
        {"cooling_kw", body.sum([](const auto& s) { return s.resources[Resource::cooling].need; })},
        {"grid_w_per_server", server_it_w * body.sum(grid) / body.sum(it)},
        {"it_w_per_machine", body.sum(it) * watts / body.machines()},
        {"it_w_per_seat", body.sum(it) * watts / body.seats()},
        {"cooling_outage_h", cooling_outage_h(set)},
        {"pue", body.sum(grid) / body.sum(it)},
        {"energy_eur", energy_eur},
        {"eur_per_kwh", energy_eur / (body.sum(grid) * 1e3)},
        {"center_servers", first.servers_placed},
        {"servers_per_seat", first.servers_placed / body.seats()},
        {"center_storage_bought_tb", first.storage_tb * life},
        {"center_pue", first.pue},
        {"seats_per_thousand", body.seats() / people_of(set) * 1e3},
    };
}

void put_gear(catalog::Catalog& catalog, bool high) {
    for (catalog::GearDevice& device : catalog.gear)
        device.power_w.mid = high ? device.power_w.high : device.power_w.low;
}

void put_figure(catalog::Catalog& catalog, std::string_view id, const std::string& value) {
    for (catalog::Figure& figure : catalog.figures)
        if (figure.id == id) figure.value = value;
}

/// The study with one value put to another: a field by its path, a figure by its key of `check --explain`,
/// all gear to its low or high end.
study::StudySet body_study(const std::string& study, const std::string& key = {},
                           const std::string& value = {}) {
    const bool of_catalog = key.starts_with("catalog.");
    read::ReadOptions options;
    if (!key.empty() && !of_catalog) options.overrides.emplace_back(key, value);
    study::StudySet set = read::read_study(folder() / "bodies" / (study + ".yaml"), options);
    if (key == gear_key) put_gear(set.catalog, value == "high");
    if (key.starts_with(figure_key)) put_figure(set.catalog, key.substr(figure_key.size()), value);
    return set;
}

/// Defaults and figures with bounds, by key.
std::vector<std::pair<std::string, Bounds>> open_values(const study::StudySet& set) {
    std::vector<study::Assumption> values = set.assumptions;
    for (study::Assumption& value : study::catalog_values(set)) values.push_back(std::move(value));
    std::vector<std::pair<std::string, Bounds>> open{{std::string{gear_key}, {"low", "high", {}}}};
    for (const study::Assumption& a : values)
        if (!a.given && a.bounds.stated() && acts_here(a.key)) open.emplace_back(a.key, a.bounds);
    return open;
}

/// Squares of the logarithms by which a quantity rises and falls.
struct Spread {
    double up = 0.0;
    double down = 0.0;

    void add(double at, double low, double high) {
        constexpr double least = 0.5;  // a count of none is as far from one as one from two
        const auto log_of = [&](double end) {
            return std::log((at >= least ? std::max(end, least) : end) / at);
        };
        const double rise = std::max({0.0, log_of(low), log_of(high)});
        const double fall = std::min({0.0, log_of(low), log_of(high)});
        up += rise * rise;
        down += fall * fall;
    }
    [[nodiscard]] Range around(double at) const {
        // Bounds are ends of triangular distributions: sigma = half their width / sqrt(6); 5 and 95 % lie
        // at 1.645 sigma of the sum.
        const double factor = 1.645 / std::sqrt(6.0);
        return {at, at * std::exp(-factor * std::sqrt(down)), at * std::exp(factor * std::sqrt(up))};
    }
};

/// A figure for a table: three digits.
std::string digits(double value) {
    if (value >= 1000.0) return fmt::format("{:.0f}", value);
    return fmt::format("{:.3g}", value);
}

std::string published(const BoardRow& row) {
    if (row.use == "upper") return "<= " + digits(row.high);
    if (row.use == "lower") return ">= " + digits(row.low);
    return row.low == row.high ? digits(row.low) : fmt::format("{}-{}", digits(row.low), digits(row.high));
}

}  // namespace

const std::map<std::string, std::string>& quantities() {
    static const std::map<std::string, std::string> units{
        {"servers", "physical and virtual servers"},
        {"vms", "virtual servers"},
        {"hosts", "virtualisation hosts"},
        {"machines", "physical machines"},
        {"storage_tb", "TB"},
        {"storage_bought_tb", "TB bought for five years"},
        {"racks_built", "racks"},
        {"grid_mwh", "MWh/a"},
        {"cooling_kw", "kW of heat"},
        {"grid_w_per_server", "W per stand-alone server with cooling"},
        {"it_w_per_machine", "W of IT per machine"},
        {"it_w_per_seat", "W of IT per seat"},
        {"cooling_outage_h", "h out after the cooling failed"},
        {"pue", "PUE"},
        {"energy_eur", "EUR/a"},
        {"eur_per_kwh", "EUR/kWh"},
        {"center_servers", "physical and virtual servers, at the provider"},
        {"servers_per_seat", "servers per seat, at the provider"},
        {"center_storage_bought_tb", "TB bought for five years, at the provider"},
        {"center_pue", "PUE of the center"},
        {"seats_per_thousand", "seats per 1,000 people"},
    };
    return units;
}

std::vector<BoardRow> board_rows() {
    std::vector<BoardRow> rows;
    for (const read::CsvRecord& record : read::load_csv(folder() / "rows.csv").records) {
        const std::vector<std::string>& c = record.cells;
        const auto number = [](const std::string& text) { return text.empty() ? 0.0 : std::stod(text); };
        rows.push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], number(c[7]), number(c[8]), c[9], c[10]});
    }
    return rows;
}

Ranges ranges_of(const std::string& study) {
    const study::StudySet set = body_study(study);
    const Values at = values_of(set);
    const auto open = open_values(set);
    std::vector<std::array<Values, 2>> ends(open.size());
    run_tasks(open.size() * 2, [&](std::size_t i) {
        const auto& [key, bounds] = open[i / 2];
        ends[i / 2][i % 2] = values_of(body_study(study, key, i % 2 == 0 ? bounds.low : bounds.high));
    });
    Ranges ranges;
    for (const auto& [quantity, value] : at) {
        Spread spread;
        for (const auto& [low, high] : ends) spread.add(value, low.at(quantity), high.at(quantity));
        ranges[quantity] = spread.around(value);
    }
    return ranges;
}

bool agrees(const BoardRow& row, const Range& simulated) {
    if (row.use == "upper") return simulated.low <= row.high;
    if (row.use == "lower") return simulated.high >= row.low;
    return simulated.low <= row.high && row.low <= simulated.high;
}

bool counts(const BoardRow& row, const std::vector<BoardRow>& rows) {
    constexpr std::ptrdiff_t fewest = 3;
    const auto is_scored = [](const BoardRow& r) { return r.use != "none" && r.use != "shown"; };
    const auto of_kind = [&](const BoardRow& r) { return is_scored(r) && r.kind == row.kind; };
    return is_scored(row) && std::count_if(rows.begin(), rows.end(), of_kind) >= fewest;
}

std::string board_text(const std::vector<BoardRow>& rows, const std::map<std::string, Ranges>& simulated) {
    std::string text =
        "| id | body, year | what | published | simulated | range | | reading "
        "|\n|---|---|---|---|---|---|---|---|\n";
    for (const BoardRow& row : rows) {
        if (row.use == "none") continue;
        const Range& range = simulated.at(row.study).at(row.quantity);
        const std::string_view verdict = !counts(row, rows)   ? "shown"
                                         : agrees(row, range) ? "inside"
                                                              : "**outside**";
        text += fmt::format("| {} | {}, {} | {} | {} | {} | {}-{} | {} | {} |\n", row.id, row.body, row.year,
                            quantities().at(row.quantity), published(row), digits(range.at),
                            digits(range.low), digits(range.high), verdict, row.reading);
    }
    return text;
}

}  // namespace verbund::test

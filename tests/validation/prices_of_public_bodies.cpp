#include <array>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/compute/host_parts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/price_books.hpp"
#include "tests/support/source_folder.hpp"

/// Prices that public bodies published against those of the price book: the board of
/// models/economics/README.md.  Sizes are as published, or what is said beside each.

using namespace verbund;
using economics::PriceBook;
using test::End;
using verbund::test::Approx;

namespace {

/// Plant in place for one kW that is needed: class 1 and 2 N, class 3 N+1 of three, class 4 2N.
double installed(int availability_class) {
    constexpr std::array<double, 4> by_class{1.0, 1.0, 4.0 / 3.0, 2.0};
    return by_class.at(static_cast<std::size_t>(availability_class - 1));
}

constexpr double heat_per_it = 1.1;  // losses of the UPS and light
constexpr double racks_per_kw = 0.2;

/// UPS, batteries and cooling for IT of `kw`, of redundant parts.
double plant_eur(const PriceBook& book, double kw, int availability_class) {
    const double heat_kw = heat_per_it * kw;
    return installed(availability_class) *
           (kw * (book.ups_eur_per_kw + book.battery_eur_per_kw) + book.cooling_eur_per_kw.total(heat_kw));
}

/// Generators for IT of `kw`: one, of class 4 two, with cooling at a power factor of 0.8.
double generators_eur(const PriceBook& book, double kw, int availability_class) {
    constexpr double with_cooling = 1.4;
    constexpr double power_factor = 0.8;
    const double count = availability_class == 4 ? 2.0 : 1.0;
    return count * book.generator_eur_per_kva.total(kw * with_cooling / power_factor);
}

/// New building with all plant and racks of 5 kW.
double center_eur(const PriceBook& book, double kw, int availability_class) {
    return book.building_eur_per_kw.total(kw) * book.class_factor(availability_class) +
           plant_eur(book, kw, availability_class) + generators_eur(book, kw, availability_class) +
           racks_per_kw * kw * book.rack_eur;
}

/// Room of an existing building with racks, UPS and cooling, without a generator.
double room_eur(const PriceBook& book, double racks, double kw, int availability_class) {
    return racks * (book.room_eur_per_rack * book.class_factor(availability_class) + book.rack_eur) +
           plant_eur(book, kw, availability_class);
}

/// Yearly cost of a VM of 4 vCPU, 16 GB and 300 GB in a provider's cluster of hosts with 64 cores and 1 TB,
/// 48 of them a host, without energy.
double vm_eur(const PriceBook& book, const compute::HostParts& parts) {
    constexpr double vms_per_host = 48.0;
    constexpr double host_life_years = 5.0;
    constexpr double stored_tb = 0.3;
    constexpr int cores = 64;
    const double host = compute::price_eur(parts, "two-socket", cores, 1024.0, 2023) / host_life_years +
                        cores * book.licence_eur_per_core;
    const double storage =
        stored_tb * (book.storage_eur_per_tb + book.backup_eur_per_tb) / book.life_storage_years;
    return host / vms_per_host + storage + book.staff.per_server * book.staff_eur_per_year;
}

struct Row {
    std::string id;
    std::string body;
    std::string what;  ///< as the price book is asked
    double published = 0.0;
    bool held = false;  ///< must lie between low and high; else the size is not published or it is the source
    std::function<double(const PriceBook&)> price;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> rows{
        {"F056", "Rostock 2025", "new building, 300 kW, class 3", 6e6, true,
         [](const PriceBook& b) { return center_eur(b, 300.0, 3); }},
        {"G", "Europe 2023 (savills)", "greenfield, 5 MW, class 3", 42e6, true,
         [](const PriceBook& b) { return center_eur(b, 5000.0, 3); }},
        {"F005", "Landau 2014", "new building, 50 kW (from 120,000 EUR a year of energy), class 3", 1.3e6,
         true, [](const PriceBook& b) { return center_eur(b, 50.0, 3); }},
        {"F061", "Salzlandkreis 2019", "new building with offices, 100 kW (no size published), class 3",
         2.7e6, false, [](const PriceBook& b) { return center_eur(b, 100.0, 3); }},
        {"F066", "Oder-Spree 2009", "room of 9 racks, 27 kW, class 2", 368e3, true,
         [](const PriceBook& b) { return room_eur(b, 9.0, 27.0, 2); }},
        {"F177", "Bad Kissingen 2014", "bunker made a room, 5 racks, 15 kW (no size published), class 2",
         200e3, false, [](const PriceBook& b) { return room_eur(b, 5.0, 15.0, 2); }},
        {"F080", "Nienburg 2018", "second room, 3 racks, 9 kW (no size published), class 2", 130e3, false,
         [](const PriceBook& b) { return room_eur(b, 3.0, 9.0, 2); }},
        {"F014", "Ebersberg 2022", "cooling renewed, twice 40 kW of heat (no size published)", 345e3, false,
         [](const PriceBook& b) { return 2.0 * b.cooling_eur_per_kw.total(40.0); }},
        {"F155", "Marburg 2011", "cooling, 9 kW of heat", 80e3, true,
         [](const PriceBook& b) { return b.cooling_eur_per_kw.total(9.0); }},
        {"F107", "Wiefelstede 2015", "generator, 30 kVA", 38e3, true,
         [](const PriceBook& b) { return b.generator_eur_per_kva.total(30.0); }},
        {"F108", "Rodgau 2023", "generator, 130 kVA", 250e3, true,
         [](const PriceBook& b) { return b.generator_eur_per_kva.total(130.0); }},
        {"F109", "Kamen 2019", "generator, 160 kVA", 220e3, true,
         [](const PriceBook& b) { return b.generator_eur_per_kva.total(160.0); }},
        {"F038", "Paderborn-Lemgo 2017", "two dark fibres of 35 km, once", 455e3, true,
         [](const PriceBook& b) { return 2.0 * 35.0 * b.wan.fibre_once_eur_per_km; }},
        {"F039", "Paderborn-Lemgo 2017", "two dark fibres of 35 km, a year", 160e3, true,
         [](const PriceBook& b) { return 2.0 * 35.0 * b.wan.fibre_eur_per_km; }},
        {"F104", "ITDZ Berlin 2024", "licence of a processor of 16 cores, a year", 2600.0, true,
         [](const PriceBook& b) { return b.licence().licensed_cores(16, 1) * b.licence_eur_per_core; }},
    };
    return rows;
}

std::string money(double eur) {
    if (eur >= 1e6) return fmt::format("{:.2f} M", eur / 1e6);
    return eur >= 1e4 ? fmt::format("{:.0f} k", eur / 1e3) : fmt::format("{:.0f}", eur);
}

std::string line(const std::string& id, const std::string& body, const std::string& what,
                 const std::string& published, const std::array<double, 3>& found, bool held) {
    return fmt::format("| {} | {} | {} | {} | {} | {}-{} | {} |\n", id, body, what, published,
                       money(found[1]), money(found[0]), money(found[2]), held ? "yes" : "no");
}

std::array<double, 3> found_of(const Row& row) {
    return {row.price(test::prices_at(End::low)), row.price(test::prices_at(End::mid)),
            row.price(test::prices_at(End::high))};
}

std::array<double, 3> vm_found() {
    std::array<double, 3> found{};
    std::size_t i = 0;
    for (const End end : {End::low, End::mid, End::high}) {
        const compute::HostParts parts = compute::host_parts(test::figures_at(end));
        found.at(i++) = vm_eur(test::prices_at(end), parts);
    }
    return found;
}

std::string board() {
    std::string text =
        "| figure | body | asked of the price book | published EUR | EUR | low-high | held |\n"
        "|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows())
        text += line(row.id, row.body, row.what, money(row.published), found_of(row), row.held);
    return text + line("F040, F041", "universities 2021-2023",
                       "VM of 4 vCPU, 16 GB, 300 GB, a year, no energy", "480-1200", vm_found(), true);
}

}  // namespace

TEST_CASE("what public bodies paid lies in the range of the price book where the size is known",
          "[validation]") {
    for (const Row& row : rows()) {
        if (!row.held) continue;
        const auto [low, mid, high] = found_of(row);
        CAPTURE(row.id, row.what, row.published, low, mid, high);
        CHECK(row.published >= low);
        CHECK(row.published <= high);
    }
}

TEST_CASE("building and plant of 300 kW and of 5 MW meet the published price per kW within a tenth",
          "[validation]") {
    const PriceBook book = test::prices_at(End::mid);
    CHECK(center_eur(book, 300.0, 3) / 300.0 == Approx(20'000.0).epsilon(0.1));
    CHECK(center_eur(book, 5000.0, 3) / 5000.0 == Approx(8'400.0).epsilon(0.1));
}

TEST_CASE("a small center of 20 to 200 kW costs 15,000 to 30,000 EUR per kW", "[validation]") {
    const PriceBook book = test::prices_at(End::mid);
    for (const double kw : {20.0, 60.0, 200.0}) {
        CAPTURE(kw);
        CHECK(center_eur(book, kw, 3) / kw > 15'000.0);
        CHECK(center_eur(book, kw, 3) / kw < 30'000.0);
    }
}

TEST_CASE("Tier IV costs 25 to 45 % more than Tier III and twice Tier II", "[validation]") {
    const PriceBook book = test::prices_at(End::mid);
    const double three = center_eur(book, 5000.0, 3);
    CHECK(center_eur(book, 5000.0, 4) / three > 1.25);
    CHECK(center_eur(book, 5000.0, 4) / three < 1.45);
    CHECK(center_eur(book, 5000.0, 4) / center_eur(book, 5000.0, 2) == Approx(2.0).epsilon(0.1));
}

TEST_CASE("a VM at a provider costs what universities ask for one", "[validation]") {
    const auto [low, mid, high] = vm_found();
    CAPTURE(low, mid, high);
    CHECK(mid > 480.0);
    CHECK(mid < 1200.0);
    CHECK(low < 480.0);
}

TEST_CASE("the board of prices in the card is the one found", "[validation]") {
    std::ifstream file(test::source_folder() / "models" / "economics" / "README.md");
    std::stringstream text;
    text << file.rdbuf();
    INFO("what models/economics/README.md should hold:\n" << board());
    CHECK((text.str().find(board()) != std::string::npos));
}

#include "models/economics/price_book.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/price_books.hpp"

using namespace verbund;
using namespace verbund::economics;
using verbund::test::Approx;

namespace {

std::vector<catalog::Figure> with(const std::string& id, const std::string& value) {
    std::vector<catalog::Figure> figures = test::figures_at(test::End::mid);
    std::find_if(figures.begin(), figures.end(), [&](const auto& f) { return f.id == id; })->value = value;
    return figures;
}

}  // namespace

TEST_CASE("the price book holds each figure in its unit", "[economics]") {
    const PriceBook book = test::prices_at(test::End::mid);
    CHECK(book.building_eur_per_kw.small_eur == Approx(15'500.0));
    CHECK(book.building_eur_per_kw.large_at == Approx(5'000.0));
    CHECK(book.cooling_eur_per_kw.small_at == Approx(10.0));
    CHECK(book.generator_eur_per_kva.small_eur == Approx(1'500.0));
    CHECK(book.storage_eur_per_tb == Approx(750.0));
    CHECK(book.storage_fall_per_year == Approx(0.10));
    CHECK(book.life_battery_years == Approx(7.5));
    CHECK(book.plant_maintenance_share == Approx(0.02));
    CHECK(book.staff_eur_per_year == Approx(87'500.0));
    CHECK(book.wan.fibre_eur_per_km == Approx(2'300.0));
    CHECK(book.wan.fibre_reach_km == Approx(80.0));
    CHECK(book.water_eur_per_m3 == Approx(2.0));
    CHECK(book.value_added_tax == 0.19);
}

TEST_CASE("a better class costs more, four times over", "[economics]") {
    const PriceBook book = test::prices_at(test::End::mid);
    CHECK(book.class_factor(3) == 1.0);
    CHECK(book.class_factor(1) < book.class_factor(2));
    CHECK(book.class_factor(2) < 1.0);
    CHECK(book.class_factor(4) == Approx(1.25));
    CHECK_THROWS_AS(book.class_factor(5), std::invalid_argument);
}

TEST_CASE("each price comes from its own figure", "[economics]") {
    CHECK(PriceBook::from(with("cost.room", "12345 EUR"), {}).room_eur_per_rack == Approx(12'345.0));
    CHECK(PriceBook::from(with("cost.genset.large-at", "2 MW"), {}).generator_eur_per_kva.large_at ==
          Approx(2'000.0));
    CHECK(PriceBook::from(with("life.wan-route", "10 a"), {}).wan.fibre_term_years == Approx(10.0));
}

TEST_CASE("a figure that is no quantity of its kind stops the run", "[economics]") {
    CHECK_THROWS_AS(PriceBook::from(with("cost.room", "12345 kW"), {}), RunFailed);
}

#include "scenarios/study/price_book.hpp"

#include <algorithm>
#include <set>

#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/study/price_keys.hpp"
#include "scenarios/study/resolve.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::study;
using verbund::test::Approx;

namespace {

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

}  // namespace

TEST_CASE("a price's key is its figure's name with hyphens, without cost", "[prices]") {
    CHECK(price_key("cost.host.core") == "host-core");
    CHECK(price_key("cost.licence") == "licence");
    CHECK(price_key("life.ups") == "life-ups");
    CHECK(price_key("staff.per-site") == "staff-per-site");
    CHECK(price_key("price.water") == "price-water");
    CHECK(price_key("failure.server").empty());
    CHECK(price_key("embodied.host").empty());
}

TEST_CASE("no two figures have one key, and each key leads back to its figure", "[prices]") {
    const std::vector<std::string>& keys = price_keys();
    CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size());
    CHECK(keys.size() > 50);
    for (const std::string& key : keys) CHECK(price_key(priced_figure(key)->id) == key);
    CHECK(priced_figure("licences") == nullptr);
    CHECK(priced_figure("") == nullptr);
}

TEST_CASE("stated prices stand in place of the catalog's and of nothing else", "[prices]") {
    Study study;
    study.prices = {{"licence", "25 EUR/a"}, {"building-large", "9000 EUR/kW"}, {"staff-per-site", "1.5"}};
    const economics::PriceBook book = price_book(shipped(), study);
    CHECK(book.licence_eur_per_core == Approx(25.0));
    CHECK(book.building_eur_per_kw.large_eur == Approx(9'000.0));
    CHECK(book.staff.per_site == 1.5);
    CHECK(book.building_eur_per_kw.small_eur == price_book(shipped(), {}).building_eur_per_kw.small_eur);
    CHECK(effective_figures(shipped(), {}).size() == shipped().figures.size());
}

TEST_CASE("hosts are bought at the study's prices", "[prices]") {
    Study study;
    study.prices = {{"host-core", "100 EUR"}, {"host-memory", "20000 EUR/TB"}};
    const compute::HostParts parts = resolve_host_rules(study, shipped()).parts;
    CHECK(parts.core_eur == Approx(100.0));
    CHECK(parts.memory_eur_per_gb == Approx(20.0));
}

TEST_CASE("the study chooses products and tax", "[prices]") {
    Study study;
    study.economics.hypervisor = economics::Hypervisor::open_source;
    study.economics.guest_licences = economics::GuestLicences::windows_datacenter;
    study.economics.value_added_tax = 7.0 * percent;
    study.network.access_product = economics::AccessProduct::business_fibre;
    const economics::PriceBook book = price_book(shipped(), study);
    CHECK(book.licence_eur_per_core == Approx(25.0));
    CHECK(book.guest_licence_eur_per_core == Approx(355.0));
    CHECK(book.value_added_tax == Approx(0.07));
    CHECK(book.wan.access.one_gbit_eur == Approx(6'000.0));
}

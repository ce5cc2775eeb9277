#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/study/resolve.hpp"
#include "sim/annual/embodied.hpp"
#include "sim/annual/site_stock.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

/// A center that runs four hosts of 64 cores and two physical servers, and stores nothing.
deploy::SiteDeployment six_machines() {
    deploy::SiteDeployment site;
    site.pools = {{.kind = deploy::PoolKind::cluster, .hosts = {{0, 4}}, .load_ops = {}},
                  {.kind = deploy::PoolKind::physical, .hosts = {{1, 2}}, .load_ops = {}}};
    return site;
}

std::vector<compute::HostType> types() {
    compute::HostType host;
    host.series = "two-socket";
    host.cores = 64;
    compute::HostType physical;
    physical.series = "entry";
    host.sockets = 2;
    host.ram_gb = 512.0;
    physical.height_units = 1;
    physical.ram_gb = 32.0;
    host.year = physical.year = 2026;
    host.price_eur = 26'000.0;
    physical.price_eur = 6'000.0;
    return {host, physical};
}

study::Study study_with_refresh(double years) {
    study::Study study;
    study.hosts.refresh = years * julian_years;
    study.hosts.stand_alone_refresh = 2.0 * years * julian_years;
    return study;
}

/// Depreciation of machines in the year in which they are bought.
double hardware_eur(double refresh_years) {
    const study::Study study = study_with_refresh(refresh_years);
    deploy::VariantDeployment variant;
    variant.host_types = types();
    deploy::SiteDeployment site = six_machines();
    site.in_operation = true;
    const economics::PriceBook prices;
    annual::PricedThings things;
    const auto stock =
        annual::site_stock({study, {}, variant, prices, prices.wan, things}, {}, site, whole_year(2026));
    economics::Holdings holdings;
    double eur = 0.0;
    for (const economics::BookEntry& entry : holdings.pass(stock, 1.0))
        eur += entry.depreciation *
               annual::unit_price({study, {}, variant, prices}, things[entry.price], 2026).eur;
    return eur;
}

double embodied_t(double refresh_years) {
    static const annual::EmbodiedBook book = annual::EmbodiedBook::from(read::load_catalog());
    return annual::embodied(book, study_with_refresh(refresh_years), six_machines(), types(), 1.0).total_t();
}

}  // namespace

TEST_CASE("hosts are paid over the years after which the study replaces them", "[annual]") {
    // Hosts: 4 x 26,000 = 104,000 EUR; stand-alone servers, which live twice as long here: 2 x 6,000 EUR.
    CHECK(hardware_eur(5.0) == test::Approx(104'000.0 / 5.0 + 12'000.0 / 10.0));
    CHECK(hardware_eur(8.0) == test::Approx(104'000.0 / 8.0 + 12'000.0 / 16.0));
}

TEST_CASE("embodied carbon is spread over the years after which the study replaces hosts", "[annual]") {
    // Host: chassis 375 + 2 processors of 30 + 512 GB x 1.65 + 4 TB x 17.3 + network card 58 = 1,407 kg; a
    // stand-alone server of one unit: 350 + 30 + 32 GB x 1.65 + 4 TB x 17.3 = 502 kg, and lives twice as
    // long.
    CHECK(embodied_t(5.0) == test::Approx(4 * 1.407 / 5.0 + 2 * 0.502 / 10.0));
    CHECK(embodied_t(8.0) == test::Approx(4 * 1.407 / 8.0 + 2 * 0.502 / 16.0));
}

TEST_CASE("a refresh is the same number of years in whatever unit it is written", "[annual]") {
    study::Study study;
    study.hosts.refresh = 2191.5 * days;  // 6 x 365.25
    CHECK(study::refresh_years(study.hosts) == 6);
}

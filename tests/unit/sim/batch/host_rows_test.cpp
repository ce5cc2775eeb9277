#include <map>

#include "sim/batch/rows.hpp"
#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

TEST_CASE("the hosts listed are all of a center's cluster and standby hosts", "[batch]") {
    const outcome::Run run = run_study(test::read_text(test::small_study), {}, nullptr);
    std::map<std::tuple<int, int, std::string>, double> listed;
    for (const outcome::SiteHosts& row : run.rows<outcome::SiteHosts>()) {
        listed[{row.variant, row.year, row.site}] += row.count;
        CHECK(row.bought <= row.year);
        CHECK(row.idle_w < row.full_w);
        CHECK(row.price_eur > 0.0);
        CHECK((row.bound_by == "cores" || row.bound_by == "memory" || row.bound_by == "performance" ||
               row.bound_by == "reserve"));
    }
    for (std::size_t v = 0; v < run.variants.size(); ++v) {
        for (std::size_t y = 0; y < run.years.size(); ++y) {
            double all = 0.0;
            for (std::size_t c = 0; c < run.centers.size(); ++c) {
                const double hosts = run.yearly.at(run.yearly_index(v, y, c)).hosts;
                CHECK(listed[{static_cast<int>(v), run.years[y], run.centers[c].id}] == hosts);
                all += hosts;
            }
            all += listed[{static_cast<int>(v), run.years[y], "home"}];
            CHECK(all == run.summary.at(run.summary_index(v, y)).hosts);
        }
    }
}

/// Hosts of two sites without a center: three of one kind bound by memory at each, one bound by the reserve.
TEST_CASE("hosts of one kind are one row for all home rooms, apart by what bounds their number", "[batch]") {
    compute::HostType type;
    type.series = "one-socket";
    type.year = 2024;
    type.cores = 26;
    type.ram_gb = 416.0;
    type.power_w.fill(100.0);
    type.power_w.back() = 300.0;
    type.price_eur = 12'000.0;
    deploy::VariantDeployment variant;
    variant.host_types = {type, type};  // two indices, one kind
    variant.sites.resize(3);
    for (deploy::Site& site : variant.sites) site.kind = deploy::SiteKind::home;
    deploy::Deployment year;
    year.year = 2025;
    year.sites.resize(3);
    using deploy::HostBound;
    using deploy::PoolKind;
    const auto pool = [](std::uint32_t host, int count, HostBound bound) {
        return deploy::Pool{PoolKind::cluster, {{host, count}}, {}, 1.0, {}, bound};
    };
    year.sites[0].pools = {pool(0, 3, HostBound::memory)};
    year.sites[1].pools = {pool(1, 3, HostBound::memory)};
    year.sites[2].pools = {pool(0, 2, HostBound::reserve), {PoolKind::physical, {{0, 9}}, {}}};
    const auto rows = host_rows(variant, year, 1);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].site == "home");
    CHECK(rows[0].bound_by == "memory");
    CHECK(rows[0].count == 6.0);
    CHECK(rows[0].sites == 2.0);
    CHECK(rows[0].ram_gb == 416.0);
    CHECK(rows[0].idle_w == 100.0);
    CHECK(rows[0].full_w == 300.0);
    CHECK(rows[1].bound_by == "reserve");
    CHECK(rows[1].count == 2.0);
    CHECK(rows[1].bought == 2024);
}

}  // namespace
}  // namespace verbund::batch

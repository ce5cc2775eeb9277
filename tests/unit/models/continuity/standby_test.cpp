#include "models/continuity/standby.hpp"

#include "tests/support/catch.hpp"

namespace verbund::continuity {
namespace {

using test::Approx;

TEST_CASE("without standby the backup site holds nothing", "[continuity]") {
    const StandbyShares shares = standby_shares(StandbyMode::none, 0.3);
    CHECK(shares.hosts_installed == 0.0);
    CHECK(shares.hosts_running == 0.0);
    CHECK(shares.storage == 0.0);
}

TEST_CASE("every standby mode holds the hosts and the data of the protected load", "[continuity]") {
    for (const StandbyMode mode : {StandbyMode::cold, StandbyMode::warm, StandbyMode::hot}) {
        CHECK(standby_shares(mode, 0.3).hosts_installed == 1.0);
        CHECK(standby_shares(mode, 0.3).storage == 1.0);
    }
}

TEST_CASE("cold standby runs no host, warm a part, hot all", "[continuity]") {
    CHECK(standby_shares(StandbyMode::cold, 0.3).hosts_running == 0.0);
    CHECK(standby_shares(StandbyMode::warm, 0.3).hosts_running == 0.3);
    CHECK(standby_shares(StandbyMode::hot, 0.3).hosts_running == 1.0);
}

TEST_CASE("own standby is the sum of what the primaries need, shared standby what the largest needs",
          "[continuity]") {
    // Three primaries of 10, 6 and 4 hosts on one backup site: 10 + 6 + 4 = 20, and max(10, 6, 4) = 10
    const std::vector<std::vector<double>> losses{{10.0}, {6.0}, {4.0}};
    CHECK(standby_capacity(StandbySizing::own, losses) == std::vector<double>{20.0});
    CHECK(standby_capacity(StandbySizing::shared, losses) == std::vector<double>{10.0});
}

TEST_CASE("a shared pool holds each single loss in every resource", "[continuity]") {
    // Cores are most for the first primary (100), memory for the second (900): neither alone is enough
    const std::vector<std::vector<double>> losses{{100.0, 200.0}, {60.0, 900.0}};
    const std::vector<double> pool = standby_capacity(StandbySizing::shared, losses);
    CHECK(pool == std::vector<double>{100.0, 900.0});
    CHECK(standby_capacity(StandbySizing::own, losses) == std::vector<double>{160.0, 1100.0});
}

TEST_CASE("for a single primary own and shared standby are the same, and without one there is none",
          "[continuity]") {
    const std::vector<std::vector<double>> loss{{7.0, 3.0}};
    CHECK(standby_capacity(StandbySizing::shared, loss) == standby_capacity(StandbySizing::own, loss));
    CHECK(standby_capacity(StandbySizing::shared, {}).empty());
}

TEST_CASE("replication sends the daily change in its window, without a reserve", "[continuity]") {
    // 4.5 TB in 10 h = 125 MB/s = 1 Gbit/s
    CHECK(replication_rate(4.5 * terabyte, 10.0 * hours).in(gigabit_per_second) == Approx(1.0));
}

TEST_CASE("a replication window longer than a day does not shrink the rate below the mean change",
          "[continuity]") {
    const DataRate all_day = replication_rate(1.0 * terabyte, 24.0 * hours);
    CHECK(replication_rate(1.0 * terabyte, 48.0 * hours).in(megabit_per_second) ==
          Approx(all_day.in(megabit_per_second)));
    // 1 TB / 86400 s = 92.59 Mbit/s
    CHECK(all_day.in(megabit_per_second) == Approx(92.593).epsilon(1e-4));
}

}  // namespace
}  // namespace verbund::continuity

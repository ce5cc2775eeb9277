#include "sim/events/drill/fallback.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace verbund::events {
namespace {

/// Four centers a degree of longitude (70 km) apart that back each other up.  Each has a pool for the three
/// others, of as many hosts as its index + 1.
class Federation {
public:
    explicit Federation(study::FallbackSpread spread) {
        study::Backup rule;
        rule.center = "group:ring";
        rule.min_distance = 50.0 * kilometre;
        rule.spread = spread;
        study_.backups = {{"group:ring", rule}};
        for (int i = 0; i < 4; ++i) {
            study::Center center;
            center.at = {51.0, 6.0 + i};
            center.group = "ring";
            center.commissioned = {2020, 1, 1};
            study_.centers.emplace("c" + std::to_string(i), center);
        }
        year_.year = 2030;
        for (const auto& [id, center] : study_.centers) {
            deploy::Site site;
            site.id = id;
            site.at = center.at;
            site.center = &center;
            variant_.sites.push_back(site);
            year_.sites.push_back(holding(static_cast<std::uint32_t>(year_.sites.size())));
        }
    }

    [[nodiscard]] int standby_hosts(const std::vector<std::size_t>& failing, std::size_t site) const {
        const study::StudySet set;
        const deploy::NetworkPlan network;
        const workload::ProfileSet profiles({});
        const deploy::Deployment seen =
            with_pooled_fallback({set, study_, variant_, year_, network, profiles}, failing);
        int hosts = 0;
        for (const deploy::Pool& pool : seen.sites[site].pools) hosts += deploy::host_count(pool.hosts);
        return hosts;
    }

private:
    static deploy::SiteDeployment holding(std::uint32_t index) {
        deploy::Pool shared;
        shared.kind = deploy::PoolKind::standby;
        shared.hosts = {{0, static_cast<int>(index) + 1}};
        for (std::uint32_t other = 0; other < 4; ++other)
            if (other != index) shared.primaries.push_back(other);
        deploy::SiteDeployment site;
        site.pools = {shared};
        return site;
    }

    study::Study study_;
    deploy::VariantDeployment variant_;
    deploy::Deployment year_;
};

TEST_CASE("the nearest partner stands for all that share a failed site's load, with their standby hosts",
          "[events][drill]") {
    const Federation federation(study::FallbackSpread::all);
    // c0 fails; nearest is c1 with 2 hosts; c2 and c3 hold 3 and 4 for it: 2 + 3 + 4
    CHECK(federation.standby_hosts({0}, 1) == 9);
    CHECK(federation.standby_hosts({0}, 2) == 3);
    CHECK(federation.standby_hosts({0}, 3) == 4);
}

TEST_CASE("a partner that fails too adds no standby hosts", "[events][drill]") {
    const Federation federation(study::FallbackSpread::all);
    // c0 and c3 fail: c1 stands for c0 with its own 2 and the 3 of c2; c2 for c3 with its own 3 and the 2 of
    // c1
    CHECK(federation.standby_hosts({0, 3}, 1) == 5);
    CHECK(federation.standby_hosts({0, 3}, 2) == 5);
}

TEST_CASE("with one partner each site holds what it holds", "[events][drill]") {
    const Federation federation(study::FallbackSpread::nearest);
    for (std::size_t site = 0; site < 4; ++site)
        CHECK(federation.standby_hosts({0}, site) == static_cast<int>(site) + 1);
}

}  // namespace
}  // namespace verbund::events

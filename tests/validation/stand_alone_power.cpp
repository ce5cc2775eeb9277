#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/deploy/deploy.hpp"
#include "sim/deploy/pool.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// What stand-alone servers draw, against published ones.
///
/// Replaced stand-alone servers of 2005-2015 drew 200-260 W of IT power each: 370-425 W with cooling per
/// server removed (Nidderau about 2013, TDC NET 2019), PUE 1.8 (real_bodies F123, F090).  Eight of 100
/// servers of a council were used by more than 10 % (Bracknell Forest 2008, real_bodies F118).

namespace verbund::deploy {
namespace {

/// What the stand-alone servers of a town of 200 physical servers draw.
struct Draw {
    double watt_each = 0.0;
    double use = 0.0;  ///< mean over the servers, at the profile's peak
};

Draw stand_alone_in(int year) {
    const std::string text = fmt::format(R"(verbund: 1
title: Stand-alone servers
horizon: {{first: {0}, last: {0}}}
territory:
  administrations:
    town: {{at: {{lat: 51.0, lon: 7.0}}, state: "05", population: 100000, seats: 1000, servers: 200}}
estate: {{provider_share: 0 %, physical_share: 100 %, physical_includes_hosts: false}}
hosts: {{virtualise_on_refresh: 0 %}}
variants: {{a: {{}}}}
)",
                                         year);
    const study::StudySet set = test::read_text(text);
    const VariantDeployment variant = deploy(set, set.variants.front().study);
    Draw draw;
    for (const Pool& pool : variant.phases.front().sites.front().pools) {
        if (pool.kind != PoolKind::physical) continue;
        double ops = 0.0;
        double work = 0.0;
        for (const HostSet& hosts : pool.hosts)
            ops += hosts.count * variant.host_types[hosts.type].performance_ops;
        for (const LoadTerm& term : pool.load_ops) work += term.base + term.swing;
        draw.use = work / ops;
        for (const HostSet& hosts : pool.hosts)
            draw.watt_each +=
                hosts.count * compute::host_power_w(variant.host_types[hosts.type], draw.use) / 200.0;
    }
    return draw;
}

TEST_CASE("stand-alone servers of 2013 draw what replaced ones drew") {
    const Draw draw = stand_alone_in(2013);
    const double with_ports = draw.watt_each + study::Gear{}.per_host.in(watt);
    CHECK(with_ports > 200.0);
    CHECK(with_ports < 260.0);
    CHECK(draw.use < 0.25);
}

TEST_CASE("those of 2022 draw half of it, not an eighth, and are used by less than a tenth") {
    // As entry servers near idle without their disks they drew 26 W.
    const Draw draw = stand_alone_in(2022);
    CHECK(draw.watt_each > 90.0);
    CHECK(draw.watt_each < 130.0);
    CHECK(draw.use < 0.10);
}

}  // namespace
}  // namespace verbund::deploy

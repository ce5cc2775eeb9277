#include "sim/deploy/stand_alone.hpp"

#include <map>
#include <string>

#include <fmt/format.h>

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// Which machines physical servers are, and since when.
namespace verbund::deploy {
namespace {

/// A town of 100 servers, all of them physical, at a latitude.
VariantDeployment town(double latitude, const std::string& rules = "", int last = 2024) {
    const std::string text = fmt::format(R"(verbund: 1
title: Physical servers
horizon: {{first: 2022, last: {}}}
territory:
  administrations:
    town: {{at: {{lat: {:.3f}, lon: 7.0}}, state: "05", population: 50000, seats: 1000, servers: 100}}
estate: {{provider_share: 0 %, physical_share: 100 %, physical_includes_hosts: false}}
hosts: {{virtualise_on_refresh: 0 %{}}}
variants: {{a: {{}}}}
)",
                                         last, latitude, rules);
    const study::StudySet set = test::read_text(text);
    return deploy(set, set.variants.front().study);
}

/// Stand-alone servers of the first site by type.
std::map<std::string, int> machines(const VariantDeployment& variant, std::size_t year) {
    std::map<std::string, int> found;
    for (const Pool& pool : variant.phases.at(year).sites.front().pools) {
        if (pool.kind != PoolKind::physical) continue;
        for (const HostSet& set : pool.hosts) {
            const compute::HostType& type = variant.host_types[set.type];
            found[type.series + " of " + std::to_string(type.year)] += set.count;
        }
    }
    return found;
}

TEST_CASE("an equal part of the stand-alone servers was bought in each year of their life", "[deploy]") {
    std::map<int, int> bought;
    const VariantDeployment variant = town(51.0);
    for (const auto& [type, count] : machines(variant, 0))
        bought[std::stoi(type.substr(type.size() - 4))] += count;
    REQUIRE(bought.size() == 6);
    CHECK(bought.begin()->first == 2017);
    int all = 0;
    for (const auto& [year, count] : bought) {
        CHECK(count >= 16);  // 100 / 6 = 16.7
        CHECK(count <= 17);
        all += count;
    }
    CHECK(all == 100);
}

TEST_CASE("a machine stays what it was bought as until its life ends", "[deploy]") {
    const VariantDeployment variant = town(51.0);
    const auto before = machines(variant, 0);
    auto after = machines(variant, 1);
    for (const auto& [type, count] : before) {
        const bool ends = type.ends_with("2017");
        CAPTURE(type);
        CHECK(after[type] == (ends ? 0 : count));
    }
}

TEST_CASE("a single server was bought in the year that its place says", "[deploy]") {
    // Over many places each of the six years has its turn.
    std::map<std::string, int> years;
    for (int i = 0; i < 60; ++i) {
        const std::string rules = ", stand_alone_refresh: 6 a";
        const std::string text = fmt::format(R"(verbund: 1
title: One server
horizon: {{first: 2022, last: 2022}}
territory:
  administrations:
    town: {{at: {{lat: {:.3f}, lon: 7.0}}, state: "05", population: 2000, seats: 8, servers: 1}}
estate: {{provider_share: 0 %, physical_share: 100 %, physical_includes_hosts: false}}
hosts: {{virtualise_on_refresh: 0 %{}}}
variants: {{a: {{}}}}
)",
                                             50.0 + 0.013 * i, rules);
        const study::StudySet set = test::read_text(text);
        const auto found = machines(deploy(set, set.variants.front().study), 0);
        REQUIRE(found.size() == 1);
        ++years[found.begin()->first.substr(found.begin()->first.size() - 4)];
    }
    CHECK(years.size() == 6);
    for (const auto& [year, count] : years) CHECK(count <= 20);  // ten of 60 each in the mean
}

TEST_CASE("servers of 16 cores are no entry machines, and none was bought before it was on sale",
          "[deploy]") {
    for (const auto& [type, count] : machines(town(51.0), 0)) {
        CAPTURE(type, count);
        const int year = std::stoi(type.substr(type.size() - 4));
        if (type.starts_with("one-socket")) CHECK(year >= 2019);
        CHECK_FALSE(
            type.starts_with("entry"));  // 8 cores, grown by 6 %/a until the end of their life, are more
    }
}

}  // namespace
}  // namespace verbund::deploy

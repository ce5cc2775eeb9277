#include "models/compute/holding.hpp"

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

HostOffer offer_of(const std::vector<std::string>& series, int year = 2022) {
    return host_offer(shipped(), series, year, HostRules{});
}

PackItem server(double vcpu, double ram_gb, double peak_ops = 0.0) {
    PackItem item;
    item.vcpu = vcpu;
    item.ram_gb = ram_gb;
    item.peak_ops = peak_ops;
    return item;
}

TEST_CASE("a VM that one of the series on offer holds lacks nothing") {
    // entry 2022: 8 cores x 12 GB = 96 GB; two sockets: 128 x 12 = 1,536 GB
    CHECK(misfit(server(4, 100), offer_of({"entry"}), {}).has_value());
    CHECK_FALSE(misfit(server(4, 100), offer_of({"entry", "two-socket"}), {}).has_value());
    CHECK_FALSE(misfit(server(4, 1536), offer_of({"two-socket"}), {}).has_value());
}

TEST_CASE("what the host that comes nearest lacks is named with need and limit") {
    const auto memory = misfit(server(16, 4096), offer_of({"entry", "one-socket", "two-socket"}), {});
    REQUIRE(memory.has_value());
    CHECK(memory->resource == Resource::host_memory);
    CHECK(memory->need == 4096.0);
    CHECK(memory->limit == 1536.0);
    CHECK(memory->host.id == "two-socket/2022");
    const auto cores = misfit(server(1024, 64), offer_of({"two-socket"}), {});
    REQUIRE(cores.has_value());
    CHECK(cores->resource == Resource::host_cores);
    CHECK(cores->limit == 512.0);  // 128 cores x 4
    const auto work = misfit(server(4, 16, 1e8), offer_of({"two-socket"}), {});
    REQUIRE(work.has_value());
    CHECK(work->resource == Resource::host_performance);
}

TEST_CASE("of several resources that are short the one that is shortest is named") {
    // 600 of 512 vCPU is 1.17; 6,144 of 1,536 GB is 4
    const auto found = misfit(server(600, 6144), offer_of({"two-socket"}), {});
    REQUIRE(found.has_value());
    CHECK(found->resource == Resource::host_memory);
}

TEST_CASE("what holds a VM by this test is what packing fills") {
    const HostOffer offer = offer_of({"entry", "one-socket", "two-socket"});
    for (const HostType& type : offer.hosts) {
        for (const double factor : {0.5, 1.0, 1.0 + 1e-6, 2.0}) {
            PackRules rules;
            rules.reserve_hosts = 0;
            PackItem item = server(factor * type.cores * rules.overcommit, factor * type.ram_gb,
                                   factor * type.performance_ops * rules.cpu_target);
            HostOffer alone;
            alone.hosts = {type};
            const bool fits = !misfit(item, alone, rules);
            item.count = 1;
            CHECK(fits == (pack({item}, {{type, 1}}, rules).placed[0] == 1));
            CHECK(fits == (factor <= 1.0));
        }
    }
}

TEST_CASE("a physical server takes the smallest machine with its memory and performance") {
    const HostOffer offer = offer_of({"two-socket"});
    const auto series = [&](const PackItem& item) {
        const auto found = stand_alone_for(item, offer, {});
        return found ? offer.stand_alone[*found].type.series : std::string{"none"};
    };
    CHECK(series(server(8, 128)) == "entry");  // 128 GB: what a Xeon E-2388G takes
    CHECK(series(server(8, 129)) == "one-socket");
    CHECK(series(server(16, 4096)) == "one-socket");  // 4 TB: what an EPYC takes
    CHECK(series(server(16, 4097)) == "two-socket");
    CHECK(series(server(16, 8193)) == "none");
    const double entry_ops = offer.stand_alone[0].type.performance_ops * PackRules{}.cpu_target;
    CHECK(series(server(8, 32, entry_ops)) == "entry");
    CHECK(series(server(8, 32, 1.01 * entry_ops)) == "one-socket");
    const auto lacking = stand_alone_misfit(server(16, 9000), offer, {});
    REQUIRE(lacking.has_value());
    CHECK(lacking->resource == Resource::host_memory);
    CHECK(lacking->limit == 8192.0);
}

TEST_CASE("a server of 16 cores is no entry machine, one of 8 is") {
    // 820,751 ssj_ops of the entry server of 2022 are those of 9 reference cores (5,079,736 / 56 = 90,710
    // each).
    const HostOffer offer = offer_of({});
    const double cores = offer.stand_alone[0].type.performance_ops / offer.reference_core_ops;
    CHECK(cores == test::Approx(9.05).margin(0.05));
    CHECK(stand_alone_for(server(8, 64), offer, {}) == 0U);
    CHECK(stand_alone_for(server(16, 64), offer, {}) == 1U);
    // Nothing has 1,000 cores; what holds its work and memory is bought all the same: the largest.
    CHECK(stand_alone_for(server(1000, 64), offer, {}) == 2U);
}

TEST_CASE("a series counts from its first measured year, two-socket servers always") {
    const auto series = [](int year) {
        std::vector<std::string> names;
        for (const auto& machine : offer_of({}, year).stand_alone) names.push_back(machine.type.series);
        return names;
    };
    CHECK(series(2005) == std::vector<std::string>{"two-socket"});
    CHECK(series(2014) == std::vector<std::string>{"entry", "two-socket"});
    CHECK(series(2019) == std::vector<std::string>{"entry", "one-socket", "two-socket"});
}

TEST_CASE("memory of entry servers rises with the years, so that growing servers keep their kind") {
    // 128 GB x 1.07^13 = 308 GB against 128 GB x 1.10^13 = 442 GB
    CHECK(stand_alone_for(server(8, 308), offer_of({}, 2035), {}) == 0U);
    CHECK(stand_alone_for(server(8, 450), offer_of({}, 2035), {}) == 1U);
}

}  // namespace
}  // namespace verbund::compute

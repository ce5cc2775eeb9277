#include "models/compute/host_offers.hpp"

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/one_machine.hpp"

namespace verbund::compute {
namespace {

using test::Approx;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

/// One machine of 2022; prices and parts round.
catalog::Catalog one_machine(const std::string& series) {
    catalog::Catalog catalog = test::one_machine(series, 2022);
    catalog.figures = shipped().figures;
    return catalog;
}

HostRules round_rules() {
    HostRules rules;
    rules.real_host_factor = 1.0;
    rules.by_need = MemoryRange{};
    rules.parts.core_eur = 100.0;
    rules.parts.memory_eur_per_gb = 10.0;
    rules.parts.of_series = {{"two-socket", {1000.0, 1.0, 5000.0}}, {"entry", {1000.0, 1.0, 2000.0}}};
    return rules;
}

TEST_CASE("memory a core is on offer in steps of a half and a third from the least to the most") {
    CHECK(memory_steps_gb({8.0, 32.0, 0.0}, 2022) == std::vector<double>{8.0, 12.0, 16.0, 24.0, 32.0});
    CHECK(memory_steps_gb({8.0, 20.0, 0.0}, 2030) == std::vector<double>{8.0, 12.0, 16.0, 20.0});
    CHECK(memory_steps_gb({8.0, 8.0, 0.0}, 2022) == std::vector<double>{8.0});
    // 3 %/a since 2022: 8 x 1.03^2 in 2024.
    CHECK(memory_steps_gb({8.0, 32.0, 0.03}, 2024).front() == Approx(8.4872));
    CHECK(memory_steps_gb({8.0, 32.0, 0.03}, 2024).back() == Approx(33.9488));
}

TEST_CASE("cores and memory are offered apart, the largest first, each at the price of its parts") {
    // 40, 20 and 10 cores x 8, 12, 16, 24, 32 GB: 15 configurations.  The largest: 5,000 + 40 x 100 + 1,280
    // x 10.
    const auto offers = host_configurations(one_machine("two-socket"), "two-socket", 2022, round_rules());
    REQUIRE(offers.size() == 15);
    CHECK(offers.front().cores == 40);
    CHECK(offers.front().ram_gb == 1280.0);
    CHECK(offers.front().price_eur == Approx(21'800.0));
    CHECK(offers.back().cores == 10);
    CHECK(offers.back().ram_gb == 80.0);
    CHECK(offers.back().price_eur == Approx(5000.0 + 1000.0 + 800.0));
    CHECK(offers.back().id == "two-socket/2022/10 cores/80 GB");
}

TEST_CASE("with a quarter of the cores a host does a quarter of the work and draws what it drew when idle") {
    const auto offers = host_configurations(one_machine("two-socket"), "two-socket", 2022, round_rules());
    const HostType& small = offers.back();
    CHECK(small.performance_ops == Approx(1e6));
    CHECK(small.power_w.front() == Approx(60.0));
    CHECK(small.power_w.back() == Approx(60.0 + 100.0 / 4.0));
    // Were half of the idle power that of the cores: 60 (1 - 0.5 x 0.75) = 37.5 W.
    HostRules rules = round_rules();
    rules.parts.idle_with_cores = 0.5;
    const auto other = host_configurations(one_machine("two-socket"), "two-socket", 2022, rules);
    CHECK(other.back().power_w.front() == Approx(37.5));
    CHECK(other.front().power_w.front() == Approx(60.0));
}

TEST_CASE("memory comes in modules of a quarter of the usual size") {
    // 64 GB are usual in 2022, so 16, 32 and 64 GB are sold: 10 cores x 12 GB = 120 GB are bought as 128.
    const auto offers = host_configurations(one_machine("two-socket"), "two-socket", 2022, round_rules());
    CHECK(offers[offers.size() - 2].ram_gb == 128.0);
    HostParts parts;
    CHECK(memory_bought_gb(parts, 120.0, 2022) == 128.0);
    CHECK(memory_bought_gb(parts, 128.0, 2022) == 128.0);
    CHECK(memory_bought_gb(parts, 120.0, 2018) == 120.0);  // 8 GB
}

TEST_CASE("an entry server has its cores alone and no more memory than its platform takes") {
    // 128 GB in 2022: 40 cores x 8 GB would be 320.
    const auto offers = host_configurations(one_machine("entry"), "entry", 2022, round_rules());
    REQUIRE(offers.size() == 1);
    CHECK(offers.front().cores == 40);
    CHECK(offers.front().ram_gb == 128.0);
    // The shipped one of 2022 has 8 cores: 64, 96 and 128 GB.
    HostRules rules = round_rules();
    const auto shipped_offers = host_configurations(shipped(), "entry", 2022, rules);
    REQUIRE(shipped_offers.size() == 3);
    CHECK(shipped_offers.front().ram_gb == 128.0);
    CHECK(shipped_offers.back().ram_gb == 64.0);
}

TEST_CASE("a memory per core that is stated is the one on offer, with the measured processors") {
    HostRules rules = round_rules();
    rules.by_need.reset();
    rules.ram_gb_per_core = 9.0;
    const auto offers = host_configurations(one_machine("two-socket"), "two-socket", 2022, rules);
    REQUIRE(offers.size() == 1);
    CHECK(offers.front().cores == 40);
    CHECK(offers.front().ram_gb == 360.0);
    CHECK(offers.front().price_eur == Approx(5000.0 + 4000.0 + 368.0 * 10.0));  // bought in 16 GB
}

}  // namespace
}  // namespace verbund::compute

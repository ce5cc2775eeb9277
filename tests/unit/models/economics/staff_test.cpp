#include "models/economics/staff.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/price_books.hpp"

using namespace verbund;
using namespace verbund::economics;
using verbund::test::Approx;

namespace {

StaffLaw shipped() { return test::prices_at(test::End::mid).staff; }

constexpr StaffAsk small_operator{.sites = 1, .servers = 100, .procedures = 60};
constexpr StaffAsk provider{.sites = 2, .servers = 4000, .procedures = 500};

}  // namespace

TEST_CASE("positions are the sum over sites, servers and procedures", "[economics]") {
    const StaffLaw law{.per_site = 0.5, .per_server = 0.01, .per_procedure = 0.1};
    CHECK(law.positions({.sites = 2, .servers = 30, .procedures = 4}) == Approx(1.7));
}

TEST_CASE("one law meets the small operator and the provider", "[economics]") {
    // 100 / 125 = 0.8 and 4,000 / 400 = 10 positions, within a twentieth.
    CHECK(shipped().positions(small_operator) == Approx(0.8).epsilon(0.05));
    CHECK(shipped().positions(provider) == Approx(10.0).epsilon(0.05));
}

TEST_CASE("the law's ends keep within the published productivity of both", "[economics]") {
    // 100-150 VMs a position of 100 VMs, 300-500 of 4,000.
    const double low = test::prices_at(test::End::low).staff.positions(small_operator);
    const double high = test::prices_at(test::End::high).staff.positions(small_operator);
    CHECK(low < 100.0 / 125.0);
    CHECK(low > 0.7 * 100.0 / 150.0);
    CHECK(high > 100.0 / 125.0);
    CHECK(high < 1.3 * 100.0 / 100.0);
}

TEST_CASE("an operator on call or staffed round the clock has positions for it", "[economics]") {
    StaffAsk ask = small_operator;
    ask.on_call = true;
    CHECK(shipped().positions(ask) == 2.0);
    ask.round_the_clock = true;
    CHECK(shipped().positions(ask) == 5.0);
    StaffAsk large = provider;
    large.round_the_clock = true;
    CHECK(shipped().positions(large) == shipped().positions(provider));
}

TEST_CASE("who runs no server needs nobody", "[economics]") {
    CHECK(shipped().positions({.sites = 1, .servers = 0, .procedures = 20, .round_the_clock = true}) == 0.0);
}

TEST_CASE("a second site and a further procedure cost positions", "[economics]") {
    StaffAsk more = small_operator;
    more.sites = 2;
    CHECK(shipped().positions(more) == Approx(shipped().positions(small_operator) + 0.5));
    more.procedures += 100;
    CHECK(shipped().positions(more) == Approx(shipped().positions(small_operator) + 0.7));
}

TEST_CASE("an operator's sites share one floor in the proportions of their servers", "[economics]") {
    const StaffLaw law{.per_server = 0.01, .floor_office = 0.1, .floor_on_call = 2.0};
    const auto at = [&law](std::vector<StaffAsk> sites) { return law.positions_at(sites); };
    const StaffAsk first{.sites = 1, .servers = 30, .on_call = true};
    const StaffAsk other{.sites = 1, .servers = 10, .on_call = true};
    CHECK(at({first, other}) == std::vector{1.5, 0.5});
    CHECK(at({first}) == std::vector{2.0});
    const std::vector<double> large = at({{.sites = 1, .servers = 300, .on_call = true}, other});
    CHECK(large == std::vector{3.0, 0.1});  // more than the floor: what each takes
    CHECK(at({first, {.sites = 1, .servers = 0}}) == std::vector{2.0, 0.0});
    CHECK(at({}).empty());
}

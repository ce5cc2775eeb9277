#include "models/economics/tariff.hpp"

#include "tests/support/catch.hpp"

namespace verbund::economics {
namespace {

using test::Approx;

TEST_CASE("a bill is the sum of prices times quantities", "[economics]") {
    const Tariff tariff{.per_client_eur = 1'000.0,
                        .per_workplace_eur = 360.0,
                        .per_server_eur = 700.0,
                        .per_tb_eur = 100.0,
                        .per_gbit_s_eur = 5'000.0};
    const Served served{
        .clients = 1.0, .workplaces = 50.0, .servers = 10.0, .storage_tb = 4.0, .gbit_s = 0.2};
    CHECK(tariff.bill_eur(served) == Approx(1'000.0 + 18'000.0 + 7'000.0 + 400.0 + 1'000.0));
    CHECK(tariff.bill_eur(served.times(0.5)) == Approx(0.5 * tariff.bill_eur(served)));
    Served both = served;
    both += served;
    CHECK(tariff.bill_eur(both) == Approx(2.0 * tariff.bill_eur(served)));
    CHECK(Tariff{}.bill_eur(served) == 0.0);
}

}  // namespace
}  // namespace verbund::economics

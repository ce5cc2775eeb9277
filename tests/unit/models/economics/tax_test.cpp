#include "models/economics/tax.hpp"

#include "tests/support/catch.hpp"

using namespace verbund::economics;
using verbund::test::Approx;

TEST_CASE("tax comes on top of everything bought and never of one's own staff", "[economics]") {
    CHECK(gross(100.0, 0.19) == Approx(119.0));
    CHECK(charged(100.0, TaxKind::bought, 0.19, false) == Approx(119.0));
    CHECK(charged(100.0, TaxKind::own_staff, 0.19, false) == 100.0);
}

TEST_CASE("a provider's services are taxed by its rule and year", "[economics]") {
    CHECK_FALSE(provider_taxed(ProviderVat::exempt, 2035));
    CHECK_FALSE(provider_taxed(ProviderVat::from_2027, 2026));
    CHECK(provider_taxed(ProviderVat::from_2027, 2027));
    CHECK(provider_taxed(ProviderVat::always, 2022));
}

TEST_CASE("a taxed provider deducts tax on purchases and charges it on staff too", "[economics]") {
    const auto bill = [](double bought_eur, double own_staff_eur, bool taxed) {
        return charged(bought_eur, TaxKind::bought, 0.19, taxed) +
               charged(own_staff_eur, TaxKind::own_staff, 0.19, taxed);
    };
    // Exempt: 600 x 1.19 + 400; taxed: 1,000 x 1.19.  The difference is the tax on staff, 76 EUR.
    CHECK(bill(600.0, 400.0, false) == Approx(1114.0));
    CHECK(bill(600.0, 400.0, true) == Approx(1190.0));
    CHECK(bill(600.0, 0.0, true) == Approx(bill(600.0, 0.0, false)));
}

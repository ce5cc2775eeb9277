#include "models/economics/licences.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/price_books.hpp"

using namespace verbund;
using namespace verbund::economics;
using continuity::StandbyMode;

TEST_CASE("a vendor's licence counts 16 cores of each processor at least, and 72 an order", "[economics]") {
    const PriceBook book = test::prices_at(test::End::mid);
    const LicenceCount licence = book.licence();
    CHECK(licence.licensed_cores(8, 1) == 16.0);
    CHECK(licence.licensed_cores(24, 2) == 32.0);  // two processors of 12 cores
    CHECK(licence.licensed_cores(64, 2) == 64.0);
    CHECK(licence.ordered_cores(48.0) == 72.0);  // three small hosts
    CHECK(licence.ordered_cores(128.0) == 128.0);
    CHECK(licence.ordered_cores(0.0) == 0.0);  // who has no host orders nothing
    CHECK(book.licence_eur_per_core == 250.0);
}

TEST_CASE("support of an open-source hypervisor is paid for the cores there are", "[economics]") {
    const PriceBook book = test::prices_at(test::End::mid, {.hypervisor = Hypervisor::open_source});
    const LicenceCount licence = book.licence();
    CHECK(licence.licensed_cores(8, 1) == 8.0);
    CHECK(licence.ordered_cores(8.0) == 8.0);
    CHECK(book.licence_eur_per_core == 25.0);
}

TEST_CASE("Windows Datacenter counts 16 cores of a host and 8 of a processor at least", "[economics]") {
    const PriceBook book =
        test::prices_at(test::End::mid, {.guest_licences = GuestLicences::windows_datacenter});
    const LicenceCount licence = book.guest_licence();
    CHECK(licence.licensed_cores(8, 1) == 16.0);
    CHECK(licence.licensed_cores(20, 4) == 32.0);
    CHECK(licence.licensed_cores(64, 2) == 64.0);
    CHECK(licence.ordered_cores(16.0) == 16.0);
    CHECK(book.guest_licences);
    CHECK(book.guest_licence_eur_per_core == 355.0);
    const PriceBook none = test::prices_at(test::End::mid);
    CHECK_FALSE(none.guest_licences);
    CHECK(none.guest_licence_eur_per_core == 0.0);
}

TEST_CASE("a cold standby host needs a licence only where all do", "[economics]") {
    CHECK_FALSE(standby_licensed(StandbyLicences::running, StandbyMode::cold));
    CHECK(standby_licensed(StandbyLicences::running, StandbyMode::warm));
    CHECK(standby_licensed(StandbyLicences::running, StandbyMode::hot));
    CHECK(standby_licensed(StandbyLicences::all, StandbyMode::cold));
    CHECK_FALSE(standby_licensed(StandbyLicences::all, StandbyMode::none));
}

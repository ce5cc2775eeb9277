#include "sim/annual/bills.hpp"

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

constexpr std::size_t centers = 3;

/// Centers 0 and 1 of one operator, whose tariff stands at 0, and 2 of another; homes 3 and 4.  A has 30 of
/// its 40 servers at 0 and 10 at home, B 10 at 0 and 20 at 2.
class TwoClients {
public:
    TwoClients() {
        centers_[0].run_by = centers_[1].run_by = "zv";
        centers_[0].tariff.workplace = 100.0 * euro_per_year;
        centers_[0].tariff.server = 10.0 * euro_per_year;
        centers_[0].tariff.terabyte = 5.0 * euro_per_year;
        centers_[0].tariff.client = 7.0 * euro_per_year;
        variant_.sites.resize(5);
        for (std::size_t c = 0; c < centers; ++c) {
            variant_.sites[c].id = "c" + std::to_string(c);
            variant_.sites[c].center = &centers_.at(c);
        }
        variant_.administrations.resize(2);
        deploy::Deployment phase;
        static_cast<Phase&>(phase) = whole_year(2027);
        deploy::AdministrationDeployment a;
        a.home = 3;
        a.seats = 40.0;
        a.servers_at_home = 10;
        a.parts = {{.site = 0, .servers = 30, .storage_gb = 2000.0F}, {.site = 3, .servers = 10}};
        deploy::AdministrationDeployment b;
        b.home = 4;
        b.seats = 60.0;
        b.parts = {{.site = 0, .servers = 10}, {.site = 2, .servers = 20}};
        phase.administrations = {a, b};
        phase.sites.resize(5);
        phases_ = {phase};
        sites_.resize(5);
        sites_[0].cost.total_eur = 4000.0;
        sites_[1].cost.total_eur = 500.0;
        sites_[2].cost.total_eur = 900.0;
        sites_[3].cost.total_eur = 50.0;
        rows_.resize(2);
        rows_[0].access_peak_gbit_s = 0.3;
        rows_[1].access_peak_gbit_s = 0.9;
    }
    TwoClients(const TwoClients&) = delete;

    std::vector<CenterBill> bills() {
        const ClientShares shares{SharedThing::cost,        economics::ShareKey::servers,
                                  variant_.administrations, variant_.host_types,
                                  phases_.back(),           centers};
        return bill_clients({study_, variant_, phases_}, shares, sites_, rows_);
    }
    study::Study& study() { return study_; }
    std::vector<deploy::Deployment>& phases() { return phases_; }
    study::Center& center(std::size_t c) { return centers_.at(c); }
    [[nodiscard]] double paid(std::size_t a) const { return rows_[a].bill_eur; }

private:
    study::Study study_;
    std::array<study::Center, centers> centers_;
    deploy::VariantDeployment variant_;
    std::vector<deploy::Deployment> phases_;
    std::vector<outcome::SiteYear> sites_;
    std::vector<outcome::AdministrationYear> rows_;
};

TEST_CASE("clients of a charging operator pay its tariff, of others their share", "[annual]") {
    TwoClients made;
    const std::vector<CenterBill> bills = made.bills();
    // A: 7 + 30 workplaces x 100 + 30 servers x 10 + 2 TB x 5; B: 7 + 20 x 100 + 10 x 10, and all of
    // center 2.
    CHECK(made.paid(0) == Approx(50.0 + 7.0 + 3000.0 + 300.0 + 10.0));
    CHECK(made.paid(1) == Approx(7.0 + 2000.0 + 100.0 + 900.0));
    CHECK(bills[0].billed_eur == Approx(3317.0 + 2107.0));
    CHECK(bills[0].served.clients == 2.0);
    CHECK(bills[0].served.workplaces == Approx(50.0));
    CHECK(bills[0].served.servers == 40.0);
    CHECK(bills[0].served.gbit_s == Approx(0.3 + 0.3));  // all of A's, a third of B's
    CHECK(bills[1].charges);  // it is of the same operator, so nobody shares its cost
    CHECK_FALSE(bills[2].charges);
    CHECK(bills[2].billed_eur == 0.0);
}

TEST_CASE("a provider whose services are taxed adds the tax to its bills, a room of one's own does not",
          "[annual]") {
    TwoClients taxed;
    taxed.study().economics.provider_vat = economics::ProviderVat::from_2027;
    CHECK(taxed.bills()[0].billed_eur == Approx(1.19 * (3317.0 + 2107.0)));
    TwoClients own;
    own.study().economics.provider_vat = economics::ProviderVat::from_2027;
    own.center(0).role = study::CenterRole::own;
    CHECK(own.bills()[0].billed_eur == Approx(3317.0 + 2107.0));
}

TEST_CASE("a year in two phases is billed by days", "[annual]") {
    TwoClients made;
    deploy::Deployment second = made.phases()[0];
    made.phases()[0].end_day = second.first_day = 73;  // a fifth of the year
    second.administrations[0].parts = {{.site = 3, .servers = 40}};
    made.phases().push_back(second);
    const std::vector<CenterBill> bills = made.bills();
    CHECK(bills[0].billed_eur == Approx(0.2 * 3317.0 + 2107.0));
    CHECK(bills[0].served.clients == Approx(1.2));
}

}  // namespace
}  // namespace verbund::annual

#include "sim/annual/line_costs.hpp"

#include <memory>

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

/// Two towns and a center on one meridian, one degree of latitude (111.2 km) apart, and an inner node in the
/// middle; prices 100 EUR per km of air line, 19 % tax left out.  Nobody sells less than 1 Gbit/s.
class Drawn {
public:
    Drawn() {
        catalog_.line_rates = {{1000.0, {}}, {10'000.0, {}}};
        study_.network.sizing_factor = 2.0;
        prices_.wan.fibre_eur_per_km = 100.0;
        prices_.wan.fibre_reach_km = 1'000.0;
        prices_.wan.wavelength_eur = 1e9;
        prices_.wan.ethernet = {1e9, 1e9};
        prices_.wan.access = {25'000.0, 100'000.0};
        variant_.sites.resize(3);
        variant_.sites[0].center = &center_;
        variant_.sites[1].kind = variant_.sites[2].kind = deploy::SiteKind::home;
        variant_.administrations.resize(2);
        phase_ = deploy::Deployment{};
        static_cast<Phase&>(phase_) = whole_year(2026);
        phase_.sites.resize(3);
        phase_.administrations.resize(2);
        phase_.administrations[0].home = 1;
        phase_.administrations[1].home = 2;
        network_.topology.nodes = {{"a", {50.0, 10.0}},
                                   {"b", {51.0, 10.0}},
                                   {"rz", {52.0, 10.0}, network::NodeKind::center},
                                   {"inner", {51.5, 10.0}, network::NodeKind::transit},
                                   {"inner-2", {52.5, 10.0}, network::NodeKind::transit}};
        network_.administration_node = {0, 1};
        network_.site_node = {2};
    }
    Drawn(const Drawn&) = delete;

    void link(std::size_t from, std::size_t to, double peak_gbit_s) {
        network::Link drawn;
        drawn.from = from;
        drawn.to = to;
        drawn.route = 1'000.0 * kilometre;  // laid; paid by the air line
        network_.topology.links.push_back(drawn);
        year_.peaks.link_gbit_s.push_back(peak_gbit_s);
    }
    void accesses(std::vector<double> peaks_gbit_s) {
        year_.access_gbit_s.assign(peaks_gbit_s.size(), 100.0);
        year_.peaks.access_gbit_s = std::move(peaks_gbit_s);
    }
    study::Study& study() { return study_; }
    deploy::NetworkPlan& network() { return network_; }
    deploy::Deployment& phase() { return phase_; }
    /// EUR a year by site: center, towns.
    [[nodiscard]] std::vector<double> eur() const {
        deploy::NetworkPlan plan = network_;
        plan.lines = std::make_shared<const deploy::Lines>(deploy::Lines{{{2026, year_}}, {}});
        PricedThings things;
        const LineCosts costs =
            line_costs({study_, catalog_, variant_, prices_, prices_.wan, things}, plan, phase_);
        const CostContext context{study_, catalog_, variant_, prices_};
        std::vector<double> sums;
        for (const auto& site : costs.running) {
            sums.push_back(0.0);
            for (const RunningCost& cost : site)
                sums.back() += cost.quantity * unit_price(context, things[cost.thing], 2026).eur;
        }
        return sums;
    }

private:
    catalog::Catalog catalog_;
    study::Study study_;
    study::Center center_;
    deploy::VariantDeployment variant_;
    economics::PriceBook prices_;
    deploy::Deployment phase_;
    deploy::NetworkPlan network_;
    deploy::LineYear year_;
};

constexpr double degree_eur = 111.2 * 100.0;

TEST_CASE("a drawn link is paid by the air line, by the administrations at its ends in equal parts",
          "[annual]") {
    Drawn drawn;
    drawn.link(0, 1, 0.3);  // between both towns: half each
    drawn.link(1, 2, 0.3);  // from b to the center: b alone
    const std::vector<double> eur = drawn.eur();
    CHECK(eur[0] == 0.0);
    CHECK(eur[1] == Approx(0.5 * degree_eur).epsilon(2e-3));
    CHECK(eur[2] == Approx(1.5 * degree_eur).epsilon(2e-3));
    // The other way round in the list of administrations, each town pays the same.
    std::swap(drawn.network().administration_node[0], drawn.network().administration_node[1]);
    std::swap(drawn.phase().administrations[0].home, drawn.phase().administrations[1].home);
    CHECK(drawn.eur() == eur);
}

TEST_CASE("a drawn link without an administration is paid by the center at its end, else by all centers",
          "[annual]") {
    Drawn drawn;
    drawn.link(2, 3, 0.3);
    drawn.link(3, 4, 0.3);
    CHECK(drawn.eur()[0] == Approx(1.5 * degree_eur).epsilon(2e-3));
}

TEST_CASE("an access is paid at the rate sold for its need, twice where there is a second one", "[annual]") {
    // 0.4 Gbit/s x 2 fit 1 Gbit/s at 25,000 EUR, 0.6 x 2 take 10 Gbit/s at 100,000; 100 Gbit/s stand there.
    Drawn drawn;
    drawn.accesses({0.4, 0.6});
    CHECK(drawn.eur() == std::vector<double>{0.0, 25'000.0, 100'000.0});
    drawn.study().availability.second_access = true;
    CHECK(drawn.eur() == std::vector<double>{0.0, 50'000.0, 200'000.0});
}

}  // namespace
}  // namespace verbund::annual

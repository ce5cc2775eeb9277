#include "sim/annual/staff_positions.hpp"

#include <array>

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

const economics::StaffLaw law{.per_server = 0.01,
                              .per_procedure = 0.1,
                              .floor_office = 0.05,
                              .floor_on_call = 2.0,
                              .floor_round_the_clock = 5.0};

/// Two shared centers and a home room.
class ThreeSites {
public:
    ThreeSites() {
        variant_.sites.resize(3);
        for (std::size_t c = 0; c < centers_.size(); ++c) {
            variant_.sites[c].id = "c" + std::to_string(c);
            variant_.sites[c].center = &centers_.at(c);
        }
        variant_.procedures.resize(2);
        phase_.sites.resize(3);
        for (deploy::SiteDeployment& site : phase_.sites) site.in_operation = true;
    }
    ThreeSites(const ThreeSites&) = delete;

    study::Center& center(std::size_t c) { return centers_.at(c); }
    deploy::SiteDeployment& site(std::size_t s) { return phase_.sites[s]; }
    deploy::Deployment& phase() { return phase_; }
    [[nodiscard]] std::vector<double> positions() const { return staff_positions(law, variant_, phase_); }

private:
    std::array<study::Center, 2> centers_;
    deploy::VariantDeployment variant_;
    deploy::Deployment phase_;
};

/// Positions at a shared center with so many servers and standby hosts.
double positions(int servers, int standby_hosts) {
    ThreeSites made;
    made.site(0).servers_placed = servers;
    made.site(0).standby_hosts = standby_hosts;
    return made.positions()[0];
}

TEST_CASE("who runs servers for others is on call, a site that only waits is not staffed for it",
          "[annual]") {
    CHECK(positions(100, 0) == 2.0);
    CHECK(positions(300, 4) == Approx(3.0));
    CHECK(positions(0, 10) == Approx(0.1));  // by its hosts
    CHECK(positions(0, 2) == 0.05);          // the least that anyone has
    CHECK(positions(0, 0) == 0.0);
}

TEST_CASE("centers of one operator share its people, own rooms are cared for alone", "[annual]") {
    ThreeSites made;
    made.site(0).servers_placed = 30;
    made.site(1).servers_placed = 10;
    made.site(2).servers_placed = 7;
    CHECK(made.positions() == std::vector{2.0, 2.0, 0.07});
    made.center(0).run_by = made.center(1).run_by = "association";
    CHECK(made.positions() == std::vector{1.5, 0.5, 0.07});
    made.center(1).round_the_clock = true;
    CHECK(made.positions()[0] == Approx(3.75));
    made.center(1).run_by = "c0";  // the other as an operator of its own
    made.center(0).run_by.reset();
    CHECK(made.positions()[1] == Approx(1.25));
}

TEST_CASE("procedures count once at a center and by servers in own rooms", "[annual]") {
    ThreeSites made;
    made.center(0).role = study::CenterRole::own;
    made.site(0).servers_placed = 10;
    made.site(2).servers_placed = 10;
    // Four clients with 20 procedures at the center are 5 there; 3 at home; those of no procedure do not
    // count.
    made.phase().procedures = {{.site = 0, .procedure = 0, .clients = 4, .procedures = 20.0},
                               {.site = 0, .procedure = 2, .clients = 4, .procedures = 9.0},
                               {.site = 2, .procedure = 1, .clients = 1, .procedures = 3.0}};
    CHECK(made.positions()[0] == Approx(0.1 + 0.5));
    CHECK(made.positions()[2] == Approx(0.1 + 0.3));
}

TEST_CASE("who is on call is shared with the clients outside the study by IT power", "[annual]") {
    ThreeSites made;
    made.site(0).servers_placed = 50;
    made.site(0).needs.of[Resource::it_power] = 80.0;
    made.site(0).other_it_w = 60'000.0;
    CHECK(made.positions()[0] == Approx(0.5));  // a quarter of the two positions
    made.site(0).servers_placed = 90;
    CHECK(made.positions()[0] == Approx(0.9));  // its own work is more than that
}

}  // namespace
}  // namespace verbund::annual

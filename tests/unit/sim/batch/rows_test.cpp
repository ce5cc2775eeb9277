#include "sim/batch/rows.hpp"

#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

using test::Approx;

TEST_CASE("refusals of one administration, class and cause are one row", "[batch]") {
    // Shapes 0 and 1 of class mail of town a lack racks: 4 + 3; the same class lacks storage for 2 more, and
    // town b has one of its own.
    deploy::VariantDeployment variant;
    variant.sites.resize(2);
    variant.sites[0].id = "north";
    variant.sites[1].id = "south";
    variant.administrations.resize(2);
    variant.administrations[0].id = "a";
    variant.administrations[1].id = "b";
    variant.workloads.resize(2);
    variant.workloads[0].id = "file";
    variant.workloads[1].id = "mail";
    deploy::Deployment year;
    year.year = 2031;
    year.sites.resize(2);
    year.sites[1].refused = {{0, 0, 1, 4, Resource::racks, {}},
                             {1, 0, 0, 1, Resource::racks, {}},
                             {0, 1, 1, 3, Resource::racks, {}},
                             {0, 2, 1, 2, Resource::storage, {}}};
    const auto rows = refusal_rows(variant, year, 3);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].variant == 3);
    CHECK(rows[0].year == 2031);
    CHECK(rows[0].site == "south");
    CHECK(rows[0].administration == "a");
    CHECK(rows[0].workload == "mail");
    CHECK(rows[0].servers == 7.0);
    CHECK(rows[0].binding == Resource::racks);
    CHECK(rows[1].servers == 2.0);
    CHECK(rows[1].binding == Resource::storage);
    CHECK(rows[2].administration == "b");
    CHECK(rows[2].workload == "file");
    CHECK(rows[2].servers == 1.0);
}

TEST_CASE("a building stage is told with what stood before and in its unit", "[batch]") {
    deploy::VariantDeployment variant;
    variant.sites.resize(2);
    variant.sites[1].id = "south";
    variant.build_steps = {{2027, 1, Resource::it_power, 30.0, 45.0}, {2028, 1, Resource::storage, 0.0, 9.0}};
    const auto rows = build_rows(variant, 2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].variant == 2);
    CHECK(rows[0].year == 2027);
    CHECK(rows[0].site == "south");
    CHECK(rows[0].resource == Resource::it_power);
    CHECK(rows[0].from == 30.0);
    CHECK(rows[0].to == 45.0);
    CHECK(rows[0].unit == "kW");
    CHECK(rows[1].unit == "TB");
}

/// One center, one administration, an access and a link, over three years.
class Horizon {
public:
    explicit Horizon(bool synthetic = true) : years_(3) {
        variant_.sites.resize(1);
        variant_.sites[0].id = "rz";
        variant_.administrations.resize(1);
        variant_.administrations[0].id = "town";
        variant_.phases.resize(years_.size());
        int calendar_year = 2025;
        for (deploy::Deployment& year : variant_.phases) {
            static_cast<Phase&>(year) = whole_year(calendar_year++);
            year.sites.resize(1);
            year.administrations.resize(1);
        }
        variant_.administrations[0].stated.access = 1.0 * gigabit_per_second;
        network_.topology.links.resize(2);
        for (network::Link& link : network_.topology.links) link.capacity = 1.0 * gigabit_per_second;
        network_.topology.synthetic = synthetic;
        network_.topology.links[0].id = "last-mile";
        network_.topology.links[0].access = true;
        network_.topology.links[1].id = "trunk";
        for (annual::YearOutcome& year : years_) {
            year.tightness.resize(1);
            year.administrations.resize(1);
            year.links.resize(2);
        }
    }
    annual::YearOutcome& year(std::size_t y) { return years_[y]; }
    void drop_access() { variant_.administrations[0].stated.access.reset(); }
    void state_nothing() {
        drop_access();
        for (network::Link& link : network_.topology.links) link.capacity = {};
    }
    [[nodiscard]] std::vector<outcome::Bottleneck> rows() const {
        return bottleneck_rows(variant_, network_, years_, 1.4, 1);
    }

private:
    deploy::VariantDeployment variant_;
    deploy::NetworkPlan network_;
    std::vector<annual::YearOutcome> years_;
};

TEST_CASE("only the first year in which a limit is passed is a bottleneck", "[batch]") {
    Horizon horizon;
    horizon.year(0).tightness[0] = {Resource::racks, 6.0, 6.0};  // full is not too full
    horizon.year(1).tightness[0] = {Resource::racks, 7.0, 6.0};
    horizon.year(2).tightness[0] = {Resource::it_power, 90.0, 60.0};
    const auto rows = horizon.rows();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].variant == 1);
    CHECK(rows[0].year == 2026);
    CHECK(rows[0].site == "rz");
    CHECK(rows[0].resource == Resource::racks);
    CHECK(rows[0].need == 7.0);
    CHECK(rows[0].limit == 6.0);
}

TEST_CASE("an access runs out when its peak times the sizing factor does, and its link is not told twice",
          "[batch]") {
    // 0.8 x 1.4 = 1.12 Gbit/s of 1 in 2025; the trunk needs 11 of 10 in 2027.
    Horizon horizon;
    for (std::size_t y = 0; y < 3; ++y) {
        horizon.year(y).administrations[0].access_peak_gbit_s = 0.8;
        horizon.year(y).administrations[0].access_limit_gbit_s = 1.0;
        horizon.year(y).links[0].need_gbit_s = 1.12;
        horizon.year(y).links[0].limit_gbit_s = 1.0;
        horizon.year(y).links[1].limit_gbit_s = 10.0;
    }
    horizon.year(2).links[1].need_gbit_s = 11.0;
    const auto rows = horizon.rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].year == 2025);
    CHECK(rows[0].site == "access:town");
    CHECK(rows[0].need == Approx(1.12));
    CHECK(rows[0].limit == 1.0);
    CHECK(rows[1].year == 2027);
    CHECK(rows[1].site == "link:trunk");
    CHECK(rows[1].need == 11.0);
    CHECK(rows[1].unit == "Gbit s-1");
}

TEST_CASE("a drawn access is told as the link that was drawn", "[batch]") {
    Horizon horizon{false};
    horizon.drop_access();
    horizon.year(0).administrations[0].access_peak_gbit_s = 0.8;
    horizon.year(0).administrations[0].access_limit_gbit_s = 1.0;
    horizon.year(0).links[0].need_gbit_s = 1.12;
    horizon.year(0).links[0].limit_gbit_s = 1.0;
    const auto rows = horizon.rows();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].site == "link:last-mile");
}

TEST_CASE("a line whose capacity nobody stated never runs out", "[batch]") {
    Horizon horizon{GENERATE(true, false)};
    horizon.state_nothing();
    horizon.year(0).administrations[0].access_peak_gbit_s = 5.0;
    horizon.year(0).administrations[0].access_limit_gbit_s = 1.0;
    for (outcome::LinkYear& link : horizon.year(0).links) {
        link.need_gbit_s = 11.0;
        link.limit_gbit_s = 10.0;
    }
    CHECK(horizon.rows().empty());
}

TEST_CASE("what has no known limit never runs out", "[batch]") {
    Horizon horizon;
    horizon.year(0).tightness[0] = {Resource::grid, 5.0, outcome::not_applicable};
    horizon.year(0).administrations[0].access_peak_gbit_s = 5.0;
    CHECK(horizon.rows().empty());
}

}  // namespace
}  // namespace verbund::batch

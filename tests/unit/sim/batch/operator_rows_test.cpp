#include <array>
#include <cmath>

#include "sim/batch/cost_rows.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

using test::Approx;

/// Two centers of one operator and a third of its own, which closed; one year.
class Operators {
public:
    Operators() {
        variant_.sites.resize(centers_.size());
        for (std::size_t c = 0; c < centers_.size(); ++c) {
            variant_.sites[c].id = "c" + std::to_string(c);
            variant_.sites[c].center = &centers_.at(c);
        }
        centers_[0].run_by = centers_[1].run_by = "zv";
        years_.resize(1);
        years_[0].sites.resize(centers_.size());
        years_[0].bills.resize(centers_.size());
        for (const std::size_t c : {0, 1}) {
            years_[0].sites[c].in_operation = 1.0;
            years_[0].sites[c].cost.total_eur = 6'000.0;
            years_[0].bills[c].served = {.clients = 2.0, .workplaces = 50.0, .servers = 10.0};
        }
    }
    Operators(const Operators&) = delete;

    study::Center& center(std::size_t c) { return centers_.at(c); }
    annual::CenterBill& bill(std::size_t c) { return years_[0].bills[c]; }
    [[nodiscard]] std::vector<outcome::OperatorYear> rows() const {
        return operator_rows({}, variant_, years_, 2027, 0);
    }

private:
    std::array<study::Center, 3> centers_;
    deploy::VariantDeployment variant_;
    std::vector<annual::YearOutcome> years_;
};

TEST_CASE("an operator has the sums of its centers, one without a center in operation no row", "[batch]") {
    const auto rows = Operators{}.rows();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].name == "zv");
    CHECK(rows[0].centers == 2.0);
    CHECK(rows[0].cost_eur == 12'000.0);
    CHECK(rows[0].workplace_month_eur == Approx(12'000.0 / 100.0 / 12.0));
    CHECK(rows[0].server_month_eur == Approx(12'000.0 / 20.0 / 12.0));
    CHECK(std::isnan(rows[0].billed_eur));
    CHECK(std::isnan(rows[0].covering_factor));
    CHECK(std::isnan(rows[0].positions_missing));
}

TEST_CASE("a tariff is set against the cost, and positions filled against those needed", "[batch]") {
    Operators made;
    for (const std::size_t c : {0, 1}) made.bill(c).charges = true;
    made.bill(0).billed_eur = 8'000.0;
    made.center(1).positions = 1.5;
    const auto rows = made.rows();
    CHECK(rows[0].billed_eur == 8'000.0);
    CHECK(rows[0].covering_factor == Approx(1.5));
    CHECK(rows[0].positions_filled == 1.5);
    CHECK(rows[0].positions_missing == 0.0);  // a plan without staff needs none
}

}  // namespace
}  // namespace verbund::batch

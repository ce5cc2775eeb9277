#include "sim/batch/price_weights.hpp"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::batch {
namespace {

using test::Approx;

study::StudySet small_set() {
    study::StudySet set = test::starter_set();
    set.horizon = {2023, 2025};
    set.milestones = {2025};
    return set;
}

const outcome::PriceWeight* find(const outcome::PriceWeights& weights, const std::string& key) {
    const auto found = std::find_if(weights.rows.begin(), weights.rows.end(),
                                    [&](const outcome::PriceWeight& row) { return row.key == key; });
    return found == weights.rows.end() ? nullptr : &*found;
}

double total_cost(const study::StudySet& set) {
    const outcome::Run run = run_study(set, {.jobs = 1, .progress = {}});
    double eur = 0.0;
    for (std::size_t y = 0; y < run.years.size(); ++y)
        eur += run.summary[run.summary_index(0, y)].cost.total_eur;
    return eur;
}

TEST_CASE("a price weighs what doubling it does to the cost of the whole run", "[batch]") {
    const study::StudySet set = small_set();
    const outcome::PriceWeights weights = price_weights(set, 1.0, {});
    REQUIRE(weights.variants.size() == set.variants.size());
    const double before = total_cost(set);
    CHECK(weights.cost_eur[0] == Approx(before));
    const outcome::PriceWeight* staff = find(weights, "staff-fte");
    REQUIRE(staff != nullptr);
    CHECK(staff->value == "87500 EUR/a");
    study::StudySet dearer = set;
    for (study::Variant& variant : dearer.variants) variant.study.prices["staff-fte"] = "175000 EUR/a";
    CHECK(staff->weight[0] == Approx((total_cost(dearer) - before) / before));
    const double most = *std::max_element(staff->weight.begin(), staff->weight.end());
    CHECK(staff->at_low == Approx(most * (80'000.0 / 87'500.0 - 1.0)));
    // Prices of parts change what hosts cost, lives count against the cost, electricity has its bills.
    REQUIRE(find(weights, "host-core") != nullptr);
    CHECK(find(weights, "host-core")->weight[0] > 0.0);
    CHECK(find(weights, "life-rack")->weight[0] < 0.0);
    REQUIRE(find(weights, "electricity") != nullptr);
    CHECK(find(weights, "electricity")->weight[0] > 0.0);
    CHECK(find(weights, "electricity")->value == "path mid");
}

TEST_CASE("the heaviest come first, up to the part asked for, and a stated price is told as given",
          "[batch]") {
    study::StudySet set = small_set();
    set.variants[0].study.prices["staff-fte"] = "90000 EUR/a";
    const outcome::PriceWeights most = price_weights(set, 0.9, {});
    const outcome::PriceWeights all = price_weights(set, 1.0, {});
    CHECK(most.rows.size() + most.others == all.rows.size() + all.others);
    CHECK(most.rows.size() < all.rows.size() / 2);
    const auto heaviest = [](const outcome::PriceWeight& row) {
        double weight = 0.0;
        for (const double one : row.weight) weight = std::max(weight, std::abs(one));
        return weight;
    };
    for (std::size_t i = 1; i < all.rows.size(); ++i)
        CHECK(heaviest(all.rows[i - 1]) >= heaviest(all.rows[i]));
    const outcome::PriceWeight* staff = find(all, "staff-fte");
    REQUIRE(staff != nullptr);
    CHECK(staff->value == "90000 EUR/a");
    CHECK(staff->mark == "G");
}

}  // namespace
}  // namespace verbund::batch

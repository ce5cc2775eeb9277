#include "sim/annual/cost_quantities.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "scenarios/study/price_book.hpp"
#include "scenarios/study/price_keys.hpp"
#include "sim/annual/cost_plan.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::annual {
namespace {

/// Two centers 22 km apart, so that every product may join them.
study::StudySet near_centers() {
    return test::read_text(test::spoilt("{lat: 50.11, lon: 8.68}", "{lat: 51.4, lon: 6.69}"));
}

/// A variant whose prices are changed one by one.
class Priced {
public:
    [[nodiscard]] CostContext context() const { return {study_, set_.catalog, world_.variant(), prices_}; }
    [[nodiscard]] CostQuantities count() const {
        return cost_quantities(context(), world_.network(), world_.variant().phases, set_.horizon.last);
    }
    [[nodiscard]] CostPlan plan() const {
        return {context(), world_.network(), world_.variant().phases, set_.horizon.last};
    }
    [[nodiscard]] const catalog::Figure& figure(const std::string& key) const {
        const catalog::FigureRule* rule = study::priced_figure(key);
        return *std::find_if(set_.catalog.figures.begin(), set_.catalog.figures.end(),
                             [rule](const catalog::Figure& f) { return f.id == rule->id; });
    }
    void set(const std::map<std::string, std::string>& prices) {
        study_.prices = prices;
        prices_ = study::price_book(set_.catalog, study_);
    }
    study::Economics& economics() { return study_.economics; }
    [[nodiscard]] const economics::PriceBook& prices() const { return prices_; }

private:
    study::StudySet set_ = near_centers();
    deploy::World world_{set_, 0};
    study::Study study_ = world_.study();
    economics::PriceBook prices_ = study::price_book(set_.catalog, study_);
};

/// The same bits in every year.
bool same(const CostPlan& a, const CostPlan& b) {
    const auto eur = [](const CostPlan& plan) {
        std::vector<double> all;
        for (const auto& [year, books] : plan.budget())
            all.insert(all.end(), {books.opening_eur, books.purchases_eur, books.depreciation_eur,
                                   books.written_off_eur, books.closing_eur, books.running_eur});
        for (const auto& [key, sum] : plan.purchases()) all.insert(all.end(), {sum.quantity, sum.eur});
        for (const auto& [key, sum] : plan.running()) all.insert(all.end(), {sum.quantity, sum.eur});
        return all;
    };
    return eur(a) == eur(b);
}

bool decides_quantities(const std::string& key) {
    static const std::set<std::string> more{"room-up-to", "licence-cores-per-socket",
                                            "licence-cores-per-order", "guest-licence-cores-per-host"};
    return key.starts_with("life-") || (key.starts_with("staff-") && key != "staff-fte") ||
           more.contains(key);
}

TEST_CASE("quantities hold at every price, and not where one decides what is bought or how long it lives",
          "[annual]") {
    Priced priced;
    const CostQuantities before = priced.count();
    int held = 0;
    for (const std::string& key : study::price_keys()) {
        const catalog::Figure& figure = priced.figure(key);
        const std::string& other = figure.high == figure.value ? figure.low : figure.high;
        if (other.empty() || other == figure.value) continue;
        priced.set({{key, other}});
        INFO(key << " = " << other);
        const bool holds = before.hold_at(priced.prices());
        CHECK(holds == !decides_quantities(key));
        held += holds ? 1 : 0;
        CHECK(same(CostPlan{priced.context(), holds ? before : priced.count()}, priced.plan()));
    }
    CHECK(held > 40);
}

TEST_CASE("what is chosen among products decides quantities, what is taxed and how prices rise does not",
          "[annual]") {
    Priced priced;
    const CostQuantities before = priced.count();
    priced.economics().value_added_tax = 7.0 * percent;
    priced.economics().provider_vat = economics::ProviderVat::always;
    priced.economics().price_rise.staff = 3.0 * percent_per_year;
    priced.economics().double_running = 90.0 * days;
    priced.set({});
    CHECK(before.hold_at(priced.prices()));
    CHECK(same(CostPlan{priced.context(), before}, priced.plan()));
    priced.economics().guest_licences = economics::GuestLicences::windows_datacenter;
    priced.set({});
    CHECK_FALSE(before.hold_at(priced.prices()));
    priced.economics().guest_licences = economics::GuestLicences::none;
    priced.economics().standby_licences = economics::StandbyLicences::all;
    priced.set({});
    CHECK_FALSE(before.hold_at(priced.prices()));
}

TEST_CASE("a fibre that becomes the cheapest line is laid, and one that is no longer so is not", "[annual]") {
    // 22 km at 2,300 EUR a year and km are dearer than Ethernet at 12,000 to 36,000 EUR; at 100 EUR a km,
    // and as much once, they cost 2,300 EUR a year.
    Priced priced;
    const CostQuantities rented = priced.count();
    const CostKey laid{2024, 1, economics::CostKind::joins_once, {}};
    CHECK_FALSE(priced.plan().purchases().contains(laid));
    priced.set({{"wan-route", "100 EUR/km"}, {"wan-route-once", "100 EUR/km"}});
    CHECK_FALSE(rented.hold_at(priced.prices()));
    CHECK(priced.plan().purchases().contains(laid));
    const CostQuantities fibre = priced.count();
    CHECK(same(CostPlan{priced.context(), fibre}, priced.plan()));
    priced.set({});
    CHECK_FALSE(fibre.hold_at(priced.prices()));
}

}  // namespace
}  // namespace verbund::annual

#include "sim/batch/cost_rows.hpp"

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

/// Two years whose books close: 100 EUR bought over 4 years, 30 EUR paid a year, one administration.
struct Money {
    std::vector<outcome::BudgetRow> budget{{.year = 2026,
                                            .purchases_eur = 100.0,
                                            .depreciation_eur = 25.0,
                                            .closing_eur = 75.0,
                                            .running_eur = 30.0},
                                           {.year = 2027,
                                            .opening_eur = 75.0,
                                            .depreciation_eur = 25.0,
                                            .closing_eur = 50.0,
                                            .running_eur = 30.0}};
    std::vector<outcome::PurchaseRow> purchases = std::vector<outcome::PurchaseRow>(1);
    std::vector<outcome::RunningRow> running = std::vector<outcome::RunningRow>(2);
    std::vector<annual::YearOutcome> years;

    Money() {
        purchases[0].year = running[0].year = 2026;
        purchases[0].eur = 100.0;
        running[1].year = 2027;
        running[0].eur = running[1].eur = 30.0;
        years.resize(2);
        for (annual::YearOutcome& year : years) {
            year.summary.cost.total_eur = 55.0;
            year.administrations.resize(1);
            year.administrations[0].cost_eur = 55.0;
            year.administrations[0].bill_eur = 15.0 + 28.0;  // a center of 40 EUR charges 28
            year.sites.resize(1);
            year.sites[0].cost.total_eur = 40.0;
            year.bills = {{.served = {}, .billed_eur = 28.0, .charges = true}};
        }
    }
    void check() const { check_money(budget, purchases, running, years); }
};

TEST_CASE("books that close pass, and each that does not is named", "[batch]") {
    CHECK_NOTHROW(Money{}.check());
    const auto wrong = [](auto spoil, const std::string& what) {
        Money money;
        spoil(money);
        CHECK_THROWS_WITH(money.check(), test::contains(what));
    };
    wrong([](Money& m) { m.budget[1].opening_eur = 74.0; }, "end of the year before against begin) in 2027");
    wrong([](Money& m) { m.budget[0].written_off_eur = 1.0; }, "against closing) in 2026");
    wrong([](Money& m) { m.years[1].summary.cost.total_eur = 54.0; }, "against the sum of sites) in 2027");
    wrong([](Money& m) { m.purchases[0].eur = 99.0; }, "purchases (items against books) in 2026");
    wrong([](Money& m) { m.running[1].eur = 31.0; }, "running costs (items against books) in 2027");
    wrong([](Money& m) { m.years[0].administrations[0].cost_eur = 50.0; },
          "administrations' shares against the whole) in 2026");
    wrong([](Money& m) { m.years[0].administrations[0].bill_eur = 44.0; },
          "what administrations pay against what is charged) in 2026");
}

}  // namespace
}  // namespace verbund::batch

#include <algorithm>

#include "models/base/random.hpp"
#include "results/outcome/outcome.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

/// Nothing hangs on how the same input is cut, ordered or named.
namespace verbund::deploy {
namespace {

using Rows = std::vector<study::InventoryGroup>;

/// Two classes in several sizes and physical servers, one row a machine for some.
Rows stock() {
    Rows rows{
        {"groupware", false, 7, 4.0, 16.0, 200.0},        {"groupware", false, 3, 8.0, 64.0, 500.0},
        {"specialist", false, 41, 2.0, 8.0, 80.0},        {"specialist", false, 9, 6.0, 24.0, 100.0},
        {"database-server", true, 5, 16.0, 128.0, 900.0}, {"backup-server", true, 3, 8.0, 64.0, 4000.0}};
    for (int i = 0; i < 12; ++i) rows.push_back({"dms", false, 1, 2.0 + i, 8.0 * (1 + i % 4), 50.0 * i});
    return rows;
}

Rows cut_up(const Rows& rows) {
    Rows cut;
    for (const study::InventoryGroup& row : rows) {
        study::InventoryGroup one_server = row;
        one_server.count = 1;
        cut.insert(cut.end(), static_cast<std::size_t>(row.count), one_server);
    }
    RandomStream random(9, "test/cut");
    for (std::size_t i = cut.size() - 1; i > 0; --i) std::swap(cut[i], cut[random.below(i + 1)]);
    return cut;
}

/// The starter study's plan with a tight center, a provider, moves that round in every way, and an inventory;
/// `rename` gives the administrations their ids.
study::StudySet plan(const Rows& rows, const std::function<std::string(const std::string&)>& rename) {
    study::StudySet set = test::starter_set();
    set.horizon = {2022, 2027};
    set.variants.erase(set.variants.begin());
    set.inventories["stock.csv"] = rows;
    study::Study& study = set.variants[0].study;
    std::map<study::Id, study::Administration> renamed;
    for (auto& [id, administration] : study.territory.administrations) {
        administration.name = id;
        renamed[rename(id)] = administration;
    }
    study.territory.administrations = renamed;
    study::Administration& counted = study.territory.administrations.at(rename("neuss"));
    counted.inventory = "stock.csv";
    counted.provider_share = 17.0 * percent;
    study::Center& north = study.centers.at("north");
    north.commissioned = {2020, 1, 1};
    study.centers.at("south").commissioned = {2020, 1, 1};
    study.centers.at("south").role = study::CenterRole::provider;
    north.rooms.at("r1").it_power = 4.0 * kilowatt;  // refuses some
    study::Move& move = study.moves.begin()->second;
    move.years = {2024, 2025};
    move.virtualise_physical = 49.0 * percent;
    move.multi_tenant_saving = 7.0 * percent;
    return set;
}

std::string as_it_is(const std::string& id) { return id; }

/// Reverses the order of the three: dormagen, grevenbroich, neuss.
std::string turned_round(const std::string& id) {
    return id == "dormagen" ? "z" : id == "grevenbroich" ? "y" : "x";
}

/// Every number of every center and of the sum, in every year.
void check_alike(const study::StudySet& a, const study::StudySet& b, double tolerance) {
    const test::Simulated first = test::simulate(a);
    const test::Simulated second = test::simulate(b);
    double refused = 0.0;
    for (std::size_t y = 0; y < first.years.size(); ++y) {
        for (std::size_t s = 0; s < 2; ++s) {
            for (const auto& metric : outcome::columns_of<outcome::SiteYear>()) {
                const double left = number_in(metric, first.years[y].sites[s]);
                const double right = number_in(metric, second.years[y].sites[s]);
                INFO(metric.name << " of site " << s << " in year " << y);
                if (std::isnan(left) && std::isnan(right)) continue;
                CHECK(std::abs(left - right) <= tolerance * std::abs(left));
            }
        }
        for (const auto& metric : outcome::columns_of<outcome::VariantYear>()) {
            const double left = number_in(metric, first.years[y].summary);
            const double right = number_in(metric, second.years[y].summary);
            INFO(metric.name << " in year " << y);
            if (std::isnan(left) && std::isnan(right)) continue;
            CHECK(std::abs(left - right) <= tolerance * std::abs(left));
        }
        refused += first.years[y].summary.servers_refused;
    }
    CHECK(refused > 0.0);  // tight enough that ties and trimming matter
}

TEST_CASE("an inventory cut into one row a machine, in any order, gives the same bits", "[deploy]") {
    check_alike(plan(stock(), as_it_is), plan(cut_up(stock()), as_it_is), 0.0);
    Rows turned = stock();
    std::reverse(turned.begin(), turned.end());
    check_alike(plan(stock(), as_it_is), plan(turned, as_it_is), 0.0);
}

TEST_CASE("other ids for the administrations change no number of the sites", "[deploy]") {
    // Sums over links may run in another order: a billionth of a part is rounding.
    check_alike(plan(stock(), as_it_is), plan(stock(), turned_round), 1e-9);
}

}  // namespace
}  // namespace verbund::deploy

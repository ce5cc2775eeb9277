#include <algorithm>
#include <string>

#include "scenarios/study/catalog_values.hpp"
#include "scenarios/study/price_book.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// `prices:` of a study file.

using namespace verbund;
using test::Approx;
using test::contains;
using test::messages_of;

namespace {

std::string priced(const std::string& prices) { return test::small_study + ("prices: " + prices + "\n"); }

std::string the_message(const std::string& prices) {
    const std::vector<std::string> messages = messages_of(priced(prices));
    REQUIRE(messages.size() == 1);
    return messages.front();
}

double licence_of(const study::StudySet& set, std::size_t variant) {
    return study::price_book(set.catalog, set.variants.at(variant).study).licence_eur_per_core;
}

const study::Assumption* find(const std::vector<study::Assumption>& list, const std::string& key) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& a) { return a.key == key; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a price holds in all variants, and a variant changes one of them", "[prices]") {
    std::string text = priced("{licence: 25 EUR/a, host-core: 80 EUR}");
    text.replace(text.find("b: {base: a,"), 12, "b: {base: a, prices: {licence: 300 EUR/a},");
    const study::StudySet set = test::read_text(text);
    CHECK(licence_of(set, 0) == Approx(25.0));
    CHECK(licence_of(set, 1) == Approx(300.0));
    CHECK(set.variants[1].study.prices.at("host-core") == "80 EUR");
}

TEST_CASE("a price is set on the command line", "[prices]") {
    const study::StudySet set = test::read_text(
        test::small_study,
        {.overrides = {{"prices.licence", "25 EUR/a"}, {"prices.staff-per-site", "1"}}, .seed = {}});
    CHECK(licence_of(set, 0) == Approx(25.0));
    CHECK(study::price_book(set.catalog, set.variants[0].study).staff.per_site == 1.0);
}

TEST_CASE("an unknown price names the nearest", "[prices]") {
    CHECK_THAT(the_message("{licenc: 25 EUR/a}"), contains("no price \"licenc\" (there are: "));
    CHECK_THAT(the_message("{licenc: 25 EUR/a}"), contains("Did you mean \"licence\"?"));
    CHECK_THAT(the_message("{licenc: 25 EUR/a}"), contains("study.yaml:26:10: prices.licenc"));
    CHECK_THAT(the_message("{cost.licence: 25 EUR/a}"), contains("no price"));
}

TEST_CASE("a price of another kind names its figure, range and the unit", "[prices]") {
    const std::string message = the_message("{licence: 25 EUR}");
    CHECK_THAT(message, contains("figure \"cost.licence\": "));
    CHECK_THAT(message, contains("from 0 EUR/a to 10000000 EUR/a"));
    CHECK_THAT(message, contains("\"25 EUR/a\""));
    CHECK_THAT(the_message("{staff-per-site: half}"), contains("figure \"staff.per-site\""));
}

TEST_CASE("a price out of range names its figure, range and a value that fits", "[prices]") {
    const std::string message = the_message("{life-ups: 300 a}");
    CHECK_THAT(message, contains("\"300 a\" is out of range (figure \"life.ups\": "));
    CHECK_THAT(message, contains("from 1 a to 100 a"));
    CHECK_THAT(message, contains("Write for example \"100 a\"."));
}

TEST_CASE("a price with two readings is refused", "[prices]") {
    CHECK_THAT(the_message("{rack: 1.500 EUR}"), contains("1.5 or as 1500"));
    CHECK_THAT(the_message("{licence-cores-per-order: 1.500}"), contains("1.5 or as 1500"));
}

TEST_CASE("a larger purchase must not be the cheaper one", "[prices]") {
    // 5 MW at 100 EUR/kW are 0.5 million EUR, 300 kW at 15,500 EUR/kW 4.65.
    const std::string message = the_message("{building-large: 100 EUR/kW}");
    CHECK_THAT(message, contains("prices.building-large"));
    CHECK_THAT(message, contains("5000 kW at 100 EUR/kW cost less in all than 300 kW at 15500 EUR/kW"));
    CHECK_THAT(the_message("{genset-small-at: 3 MW}"), contains("does not lie below"));
    CHECK_THAT(the_message("{ethernet-10-gbit: 5000 EUR/a}"), contains("costs less than one of 1 Gbit/s"));
}

TEST_CASE("a stated price is listed as given, and its figure no more", "[prices]") {
    const study::StudySet set = test::read_text(priced("{licence: 25 EUR/a}"));
    const study::Assumption* stated = find(set.assumptions, "prices.licence");
    REQUIRE(stated != nullptr);
    CHECK(stated->given);
    CHECK(stated->evidence.mark == "G");
    CHECK(stated->value == "25 EUR/a");
    const std::vector<study::Assumption> values = study::catalog_values(set);
    CHECK(find(values, "catalog.figures.cost.licence") == nullptr);
    CHECK(find(values, "catalog.figures.cost.host.core") != nullptr);
}

TEST_CASE("a figure that one variant replaces is still listed for the others", "[prices]") {
    const study::StudySet set =
        test::read_text(test::spoilt("b: {base: a,", "b: {base: a, prices: {licence: 300 EUR/a},"));
    CHECK(find(study::catalog_values(set), "catalog.figures.cost.licence") != nullptr);
    CHECK(find(set.assumptions, "b:prices.licence") != nullptr);
}

TEST_CASE("the resolved study states its prices and reads back the same", "[prices]") {
    const study::StudySet set = test::read_text(priced("{licence: 25 EUR/a, licence-cores-per-order: 16}"));
    CHECK_THAT(set.resolved_text, contains("\"licence\": 25 EUR/a"));
    const study::StudySet again = test::read_text(set.resolved_text);
    CHECK(again.variants[0].study.prices == set.variants[0].study.prices);
}

#include "results/report/sentences/tell.hpp"

#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

TEST_CASE("a sentence rounds, and has the decimal mark of its language and no mark of thousands",
          "[sentences]") {
    const auto scope = [](Language language, double kw) {
        return tell("finding", {"enefg.scope/none-such", "enefg.pue/met"}, language, fmt::arg("value", kw),
                    fmt::arg("limit", 1300.0), fmt::arg("since", "X"))
            .value();
    };
    CHECK(scope(Language::german, 1.456) ==
          "PUE 1,46 erfüllt den Grenzwert von höchstens 1300,00, der seit X gilt.");
    CHECK(scope(Language::english, 1.456) == "PUE 1.46 meets the limit of at most 1300.00 in force since X.");
    CHECK_FALSE(tell("finding", {"none-such"}, Language::german));
}

TEST_CASE("days stand as they are written in each language", "[sentences]") {
    CHECK(day_text("2027-07-01", Language::german) == "1.7.2027");
    CHECK(day_text("2027-07-01", Language::english) == "1 July 2027");
    CHECK(day_text("2025-12-31", Language::english) == "31 December 2025");
    CHECK(day_text("", Language::german).empty());
    CHECK(day_text("soon\x1b[1m", Language::german).find('\x1b') == std::string::npos);
}

TEST_CASE("value and limit stand with their unit, without one where there is none", "[sentences]") {
    CHECK(value_and_limit(42.0, 100.0, "km", Language::german) == "42 km (Grenze 100 km)");
    CHECK(value_and_limit(1.5, 2.0, "1", Language::english) == "1.5 (limit 2)");
}

}  // namespace
}  // namespace verbund::report

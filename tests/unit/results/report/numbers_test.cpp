#include "results/report/numbers.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "results/report/terminal/sparkline.hpp"
#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

const Style german{};
const Style ascii{Language::english, false, false, 100};
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("numbers keep three significant digits and the language's decimal mark", "[report]") {
    CHECK(short_number(0.0, german) == "0");
    CHECK(short_number(0.12345, german) == "0,123");
    CHECK(short_number(1.5, ascii) == "1.5");
    CHECK(short_number(99.96, german) == "100");
    CHECK(short_number(1234.0, german) == "1.230");
    CHECK(short_number(12345.0, german) == "12.300");
    CHECK(short_number(12345.0, ascii) == "12,300");
    CHECK(short_number(-1234567.0, ascii) == "-1,230,000");
    CHECK(short_number(999'600.0, ascii) == "1,000,000");
}

TEST_CASE("measured numbers keep their zeros, and two decimals at most", "[report]") {
    CHECK(measured_number(13.04, german) == "13,0");
    CHECK(measured_number(0.00845, german) == "0,01");
    CHECK(measured_number(1234.5, german) == "1.230");
    CHECK(measured_number(0.0, german) == "0");
    CHECK(measured_number(nothing, ascii) == "-");
}

TEST_CASE("what is no number is shown as a dash, not as nan", "[report]") {
    CHECK(short_number(nothing, german) == "\u2013");
    CHECK(short_number(nothing, ascii) == "-");
    CHECK(fixed_number(nothing, 2, ascii) == "-");
    CHECK(short_number(std::numeric_limits<double>::infinity(), ascii) == "inf");
}

TEST_CASE("differences carry their sign and percentages refer to the base", "[report]") {
    CHECK(signed_number(12.3, german) == "+12,3");
    CHECK(signed_number(-12.3, german) == "-12,3");
    CHECK(signed_number(0.0, german) == "0");
    CHECK(signed_percent(-50.0, 200.0, german) == "-25 %");
    CHECK(signed_percent(1.0, 3.0, german) == "+33 %");  // 33.3 to whole percents from 10 % on
    CHECK(signed_percent(1.0, -4.0, ascii) == "+25 %");  // what grows is a plus, also below zero
    CHECK(signed_percent(-1.0, -4.0, ascii) == "-25 %");
    CHECK(signed_percent(1.0, 0.0, ascii) == "-");
}

TEST_CASE("a sparkline rises from its lowest to its highest step", "[report]") {
    // shares of 8: 0 -> step 0; 4/8 * 7 = 3.5 -> step 4; 8/8 -> step 7
    const std::array<double, 4> values{0.0, 4.0, 8.0, nothing};
    CHECK(sparkline(values, 8.0, german) == "\u2581\u2585\u2588 ");
    CHECK(sparkline(values, 8.0, ascii) == "_=# ");
    CHECK(sparkline(values, 0.0, ascii) == "___ ");
}

TEST_CASE("times are told in the unit people use, and never is a word", "[report]") {
    CHECK(time_text(42.0, german) == "42 s");
    CHECK(time_text(3600.0, german) == "60 min");
    CHECK(time_text(24.0 * 3600.0, german) == "24 h");
    CHECK(time_text(30.0 * 86400.0, german) == "30 Tage");
    Style english;
    english.language = Language::english;
    CHECK(time_text(30.0 * 86400.0, english) == "30 days");
    CHECK(recovery_text(std::nan(""), german) == "nie");
    CHECK(loss_text(std::nan(""), german) == "alles");
    CHECK(recovery_text(60.0, german) == time_text(60.0, german));
    CHECK(time_text(std::nan(""), german) == dash(german));
}

TEST_CASE("units are shown as people write them", "[report]") {
    CHECK(display_unit("Gbit s-1") == "Gbit/s");
    CHECK(display_unit("MW h") == "MWh");
    CHECK(display_unit("kW") == "kW");
    CHECK(display_unit("1").empty());
}

}  // namespace
}  // namespace verbund::report

#include "scenarios/read/weather/weather_file.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/support/catch.hpp"
#include "tests/support/weather_texts.hpp"

using namespace verbund;

namespace {

/// Hour of the day, so that a shift shows.
double hour_of_day(int hour) { return hour % 24; }

class Weather {
public:
    explicit Weather(const std::string& bytes) : file_{read::read_weather(bytes, "w.dat", mistakes_)} {}

    [[nodiscard]] const read::WeatherFile& file() const { return file_; }
    [[nodiscard]] const std::vector<double>& temperatures() const { return file_.year.hours.temperature_c; }
    [[nodiscard]] const std::vector<double>& humidities() const {
        return file_.year.hours.relative_humidity_pct;
    }
    [[nodiscard]] std::string mistakes() const { return joined(mistakes_.sorted()); }
    [[nodiscard]] std::string notes() const { return joined(mistakes_.notes()); }

private:
    static std::string joined(const std::vector<Diagnostic>& all) {
        std::string text;
        for (const Diagnostic& one : all) text += to_string(one) + "\n";
        return text;
    }

    Diagnostics mistakes_;
    read::WeatherFile file_;
};

/// Rows without times, hour of the day as temperature.
std::string plain_rows(int count, int left_empty_from, int left_empty) {
    return test::weather_rows(
        "temperature_c,relative_humidity_pct", 0, count,
        [&](int hour) {
            const bool empty = hour >= left_empty_from && hour < left_empty_from + left_empty;
            return empty ? std::string{",70"} : fmt::format("{},70", hour % 24);
        });
}

}  // namespace

TEST_CASE("a test reference year is read with its place", "[weather]") {
    const Weather weather{test::reference_year(hour_of_day)};
    REQUIRE(weather.mistakes().empty());
    CHECK(weather.file().format == "TRY");
    REQUIRE(weather.file().year.at);
    CHECK(weather.file().year.at->latitude == test::Approx(51.5708).margin(1e-4));
    REQUIRE(weather.temperatures().size() == 8760);
    CHECK(weather.temperatures()[0] == 0.0);  // hour 1 is from 00:00 to 01:00
    CHECK(weather.temperatures()[23] == 23.0);
    CHECK(weather.humidities()[0] == 80.0);
}

TEST_CASE("an EnergyPlus file of another time zone is shifted to winter time", "[weather]") {
    const Weather here{test::energy_plus(1, hour_of_day)};
    REQUIRE(here.mistakes().empty());
    CHECK(here.file().format == "EPW");
    CHECK(here.file().year.at->longitude == 9.45);
    CHECK(here.temperatures()[5] == 5.0);
    CHECK(here.humidities()[5] == 85.0);
    CHECK(here.notes().empty());
    // 05:00 winter time is 04:00 UTC, and 06:00 in a zone one hour further east.
    const Weather greenwich{test::energy_plus(0, hour_of_day)};
    CHECK(greenwich.temperatures()[5] == 4.0);
    CHECK_THAT(greenwich.notes(), test::contains("UTC+0"));
    CHECK(Weather{test::energy_plus(2, hour_of_day)}.temperatures()[5] == 6.0);
}

TEST_CASE("99.9 degrees of an EnergyPlus file are no value", "[weather]") {
    const Weather weather{
        test::energy_plus(1, [](int hour) { return hour == 100 ? 99.9 : hour_of_day(hour); })};
    REQUIRE(weather.mistakes().empty());
    CHECK(weather.temperatures()[100] == 4.0);  // between 3 and 5
    CHECK_THAT(weather.notes(), test::contains("no temperature for 1 hours"));
}

TEST_CASE("rows of a table without times are the hours of a year", "[weather]") {
    const Weather common{plain_rows(8760, 0, 0)};
    REQUIRE(common.mistakes().empty());
    CHECK(common.file().format == "CSV");
    CHECK_FALSE(common.file().year.at);
    CHECK(common.temperatures()[25] == 1.0);
    CHECK(Weather{plain_rows(8784, 0, 0)}.temperatures().size() == 8784);
    CHECK_THAT(Weather{plain_rows(8761, 0, 0)}.mistakes(), test::contains("has 8761 hours"));
}

TEST_CASE("up to six hours without a value are interpolated, more are refused", "[weather]") {
    const Weather six{plain_rows(8760, 10, 6)};
    REQUIRE(six.mistakes().empty());
    CHECK(six.temperatures()[12] == test::Approx(12.0));  // on the line from 9 to 16
    CHECK_THAT(six.notes(), test::contains("no temperature for 6 hours"));
    CHECK_THAT(Weather{plain_rows(8760, 10, 7)}.mistakes(),
               test::contains("w.dat:12") && test::contains("7 hours"));
    CHECK(Weather{plain_rows(8760, 0, 2)}.temperatures()[0] == 2.0);  // the first value holds back
    CHECK(Weather{plain_rows(8760, 8758, 2)}.temperatures()[8759] == 21.0);
}

TEST_CASE("of several years of hourly measurements the last whole one counts, in winter time", "[weather]") {
    // From 31 December 2021 on, in UTC, to 2 January 2024; the hours of 2023 carry 2023.
    const long first = days_since_epoch({2021, 12, 31}) * 24;
    const std::string text = test::weather_rows(
        "STATIONS_ID;MESS_DATUM;QN_9;TT_TU;RF_TU;eor", 0, 24 * (1 + 365 + 365 + 2), [&](int row) {
            const long hour = first + row;
            const Date day = date_from_days(hour / 24);
            const bool winter_time_2023 = date_from_days((hour + 1) / 24).year == 2023;
            return fmt::format("2532;{:04}{:02}{:02}{:02};3;{:.1f};{};eor", day.year, day.month, day.day,
                               hour % 24, winter_time_2023 ? 20.23 : 0.0, row == 9000 ? "-999" : "80.0");
        });
    const Weather weather{text};
    REQUIRE(weather.mistakes().empty());
    CHECK(weather.file().format == "DWD CDC");
    CHECK_THAT(weather.notes(), test::contains("the weather of 2023 counts"));
    REQUIRE(weather.temperatures().size() == 8760);
    CHECK(std::all_of(weather.temperatures().begin(), weather.temperatures().end(),
                      [](double t) { return t == 20.2; }));
}

TEST_CASE("written times may state their zone, and a missing row has no value", "[weather]") {
    const auto rows = [](const std::string& zone, int shift_h, int left_out) {
        const long first = days_since_epoch({2023, 1, 1}) * 24 - shift_h;
        return test::weather_rows("time,temperature_c,relative_humidity_pct", 0, 8760, [&](int row) {
            const long hour = first + row + (row >= left_out ? 1 : 0);
            const Date day = date_from_days(hour / 24);
            return fmt::format("{} {:02}:00{},{},50", to_string(day), hour % 24, zone, row % 24);
        });
    };
    CHECK(Weather{rows("", 0, 9000)}.temperatures()[7] == 7.0);
    CHECK(Weather{rows("Z", 1, 9000)}.temperatures()[7] == 7.0);
    CHECK(Weather{rows("+01:00", 0, 9000)}.temperatures()[7] == 7.0);
    // 8,760 rows with one hour left out reach into the next year, which does not count.
    const Weather hole{rows("", 0, 30)};
    REQUIRE(hole.mistakes().empty());
    CHECK_THAT(hole.notes(), test::contains("no temperature for 1 hours"));
    CHECK(hole.temperatures()[31] == 6.0);  // the row behind the hole
    CHECK_THAT(Weather{rows("", 24, 9000)}.mistakes(), test::contains("no whole calendar year"));
    CHECK_THAT(Weather{rows(" MEZ", 0, 9000)}.mistakes(), test::contains("is no full hour"));
}

TEST_CASE("what cannot be weather is refused where it stands", "[weather]") {
    std::string swapped = test::reference_year(hour_of_day);
    const std::size_t second = swapped.find("  1  1  2 ");
    swapped.replace(second, 10, "  1  1  3 ");
    CHECK_THAT(Weather{swapped}.mistakes(), test::contains("w.dat:7: is hour 3"));
    CHECK_THAT(Weather{test::reference_year([](int hour) { return hour == 5 ? 66.6 : 1.0; })}.mistakes(),
               test::contains("w.dat:11") && test::contains("lies outside -60 to 60 degC"));
    CHECK_THAT(Weather{"a,b\n1,2\n"}.mistakes(), test::contains("no columns temperature_c"));
    CHECK_THAT(Weather{"a b c\n***\n1 2 3\n"}.mistakes(),
               test::contains("names no column MM, DD, HH, t, RF"));
    CHECK_THAT(Weather{"LOCATION,a,b\n"}.mistakes(), test::contains("too short"));
    CHECK_FALSE(Weather{""}.mistakes().empty());
    std::string cut = test::reference_year(hour_of_day);
    cut.resize(cut.size() - 30);
    CHECK_THAT(Weather{cut}.mistakes(), test::contains("values, where the header names 17 columns"));
}

#include "models/base/quantity_text.hpp"

#include "tests/support/catch.hpp"

using namespace verbund;
using verbund::test::Approx;
using verbund::test::contains;

namespace {

template <class Q>
[[nodiscard]] Q read(std::string_view text) {
    const auto parsed = parse_quantity<Q>(text);
    CAPTURE(text, parsed.problem.problem);
    REQUIRE(parsed);
    return *parsed.value;
}

template <class Q>
[[nodiscard]] std::string message(std::string_view text) {
    const auto parsed = parse_quantity<Q>(text);
    CAPTURE(text);
    REQUIRE_FALSE(parsed);
    return parsed.problem.problem + ". " + parsed.problem.remedy;
}

template <class Q>
void check_round_trip(std::string_view text) {
    CAPTURE(text);
    const Q value = read<Q>(text);
    CHECK(read<Q>(to_text(value)) == value);
}

}  // namespace

TEST_CASE("every unit is read with its scale") {
    CHECK(read<Power>("350 W") == 350 * watt);
    CHECK(read<Power>("20 kW") == 20 * kilowatt);
    CHECK(read<Power>("1.2 MW") == 1.2 * megawatt);
    CHECK(read<Energy>("3.6e6 J") == 1 * kilowatt_hour);
    CHECK(read<Energy>("1000 Wh") == 1 * kilowatt_hour);
    CHECK(read<Energy>("120 MWh") == 120 * megawatt_hour);
    CHECK(read<Energy>("7.5 GWh") == 7.5 * gigawatt_hour);
    CHECK(read<Duration>("5 us") == 5 * microseconds);
    CHECK(read<Duration>("5 µs") == 5 * microseconds);
    CHECK(read<Duration>("2 ms") == 2 * milliseconds);
    CHECK(read<Duration>("90 s") == 90 * seconds);
    CHECK(read<Duration>("15 min") == 15 * minutes);
    CHECK(read<Duration>("8 h") == 8 * hours);
    CHECK(read<Duration>("14 d") == 14 * days);
    CHECK(read<Duration>("20 a") == 20 * julian_years);
    CHECK(read<Data>("8 B") == 8 * byte);
    CHECK(read<Data>("8 kB") == 8 * kilobyte);
    CHECK(read<Data>("8 MB") == 8 * megabyte);
    CHECK(read<Data>("8 GB") == 8 * gigabyte);
    CHECK(read<Data>("8 TB") == 8 * terabyte);
    CHECK(read<Data>("8 PB") == 8 * petabyte);
    CHECK(read<DataRate>("150 kbit/s") == 150 * kilobit_per_second);
    CHECK(read<DataRate>("150 Mbit/s") == 150 * megabit_per_second);
    CHECK(read<DataRate>("10 Gbit/s") == 10 * gigabit_per_second);
    CHECK(read<Length>("200 km") == 200 * kilometre);
    CHECK(read<Length>("30 m") == 30 * metre);
    CHECK(read<Money>("26000 EUR") == 26000 * euro);
    CHECK(read<Money>("26 kEUR") == 26000 * euro);
    CHECK(read<Money>("1.6 MEUR") == 1.6e6 * euro);
    CHECK(read<Money>("5 €") == 5 * euro);
    CHECK(read<CarbonMass>("45 t") == 45 * tonne_co2);
    CHECK(read<CarbonMass>("45 kg") == 45 * kilogram_co2);
    CHECK(read<TemperatureDifference>("5 K") == 5 * kelvin);
    CHECK(read<Fraction>("30 %") == 30 * percent);
    CHECK(read<Rate>("0.25 /a") == 0.25 * per_year);
    CHECK(read<CarbonIntensity>("380 g/kWh") == 380 * gram_co2_per_kilowatt_hour);
    CHECK(read<EnergyPrice>("17 ct/kWh") == 17 * cent_per_kilowatt_hour);
    CHECK(read<PowerPrice>("20000 EUR/kW") == 20000 * euro_per_kilowatt);
    CHECK(read<DataPrice>("700 EUR/TB") == 700 * euro_per_terabyte);
    CHECK(read<LengthPrice>("13000 EUR/km") == 13000 * euro_per_kilometre);
    CHECK(read<MoneyRate>("1200 EUR/a") == 1200 * euro_per_year);
    CHECK(read<MoneyRate>("30 EUR/month").in(euro_per_year) == test::Approx(360.0));
    CHECK(read<PowerPerData>("6 W/TB") == 6 * watt_per_terabyte);
    CHECK(read<PowerPerDataRate>("5 W/(Gbit/s)") == 5 * watt_per_gigabit_per_second);
}

TEST_CASE("units mean what physics says, not only what the constant says") {
    // 1 kW for 1 h is 3.6 MJ; 1 Gbit/s moves 125 MB in a second; 6 %/a over a Julian year is 0.06.
    CHECK((read<Power>("1 kW") * read<Duration>("1 h")).in(joule) == Approx(3.6e6));
    CHECK((read<DataRate>("1 Gbit/s") * read<Duration>("1 s")).in(byte) == Approx(125e6));
    CHECK(read<Rate>("6 %/a") * read<Duration>("1 a") == Approx(0.06));
    CHECK((read<CarbonIntensity>("400 g/kWh") * read<Energy>("1 MWh")).in(kilogram_co2) == Approx(400.0));
    CHECK((read<EnergyPrice>("17 ct/kWh") * read<Energy>("1 MWh")).in(euro) == Approx(170.0));
    CHECK((read<PowerPrice>("900 EUR/kW") * read<Power>("2 kW")).in(euro) == Approx(1800.0));
    CHECK((read<PowerPerDataRate>("5 W/(Gbit/s)") * read<DataRate>("2 Gbit/s")).in(watt) == Approx(10.0));
}

TEST_CASE("a temperature is a point and a kelvin is a difference") {
    CHECK(read<Temperature>("27 °C").celsius() == 27.0);
    CHECK(read<Temperature>("-12.5 degC").celsius() == -12.5);
    CHECK_THAT(message<Temperature>("5 K"),
               contains("\"5 K\" is a temperature difference (a temperature is needed)"));
    CHECK_THAT(message<TemperatureDifference>("5 °C"),
               contains("is a temperature (a temperature difference is needed)"));
}

TEST_CASE("blanks between number and unit do not matter, also those of word processors") {
    for (const char* text : {"20kW", "20 kW", "  20   kW ", "20\tkW", "20\u00a0kW", "20\u202fkW"}) {
        CAPTURE(text);
        CHECK(read<Power>(text) == 20 * kilowatt);
    }
}

TEST_CASE("another dimension is named and the likely unit offered") {
    CHECK(message<Power>("20 kWh") == "\"20 kWh\" is an energy (a power is needed). Did you mean \"20 kW\"?");
    CHECK(message<Energy>("20 MW") == "\"20 MW\" is a power (an energy is needed). Did you mean \"20 MWh\"?");
    CHECK(message<Rate>("6 %") == "\"6 %\" is a share (a yearly rate is needed). Did you mean \"6 %/a\"?");
    CHECK(message<DataRate>("10 GB") ==
          "\"10 GB\" is an amount of data (a data rate is needed). "
          "Write a data rate in kbit/s, Mbit/s or Gbit/s, e.g. \"10 Gbit/s\".");
}

TEST_CASE("a bare number is refused, even where a share is due") {
    CHECK(message<Power>("20") == "\"20\" has no unit (a power is needed). Did you mean \"20 kW\"?");
    CHECK(message<Fraction>("30") == "\"30\" has no unit (a share is needed). Did you mean \"30 %\"?");
    CHECK(message<Fraction>("0.3") == "\"0.3\" has no unit (a share is needed). Did you mean \"30 %\"?");
    CHECK(message<Rate>("6") == "\"6\" has no unit (a yearly rate is needed). Did you mean \"6 %/a\"?");
    CHECK(message<Power>("0") == "\"0\" has no unit (a power is needed). Did you mean \"0 kW\"?");
}

TEST_CASE("a decimal comma is refused and the point shown") {
    CHECK(message<Power>("1,65 kW") ==
          "\"1,65 kW\" has a decimal comma (numbers have a decimal point). Write \"1.65 kW\".");
    CHECK_THAT(message<Power>("1.024.000 kW"), contains("Write \"1024000 kW\"."));
    CHECK_THAT(message<Power>("1.650,5 kW"), contains("Write \"1650.5 kW\"."));
    CHECK_THAT(message<Power>("1 000 kW"), contains("Write \"1000 kW\"."));
}

TEST_CASE("a quantity that can mean a thousand times as much is refused with both readings") {
    // One to three digits that do not start with 0, a sign, three digits: "1.500" is 1.5 or 1500.
    CHECK(message<Power>("1.500 kW") ==
          "\"1.500 kW\" can be read as 1.5 or as 1500 (a point before three digits). "
          "Write \"1.5 kW\" or \"1500 kW\".");
    CHECK(message<MoneyRate>("90.000 EUR/a") ==
          "\"90.000 EUR/a\" can be read as 90 or as 90000 (a point before three digits). "
          "Write \"90 EUR/a\" or \"90000 EUR/a\".");
    CHECK_THAT(message<Power>("1,650 kW"), contains("Write \"1.65 kW\" or \"1650 kW\"."));
    // The decimal reading of 1.234 needs a fourth decimal to have one reading only.
    CHECK_THAT(message<Length>("-1.234 km"), contains("Write \"-1.2340 km\" or \"-1234 km\"."));
    CHECK_THAT(message<Power>("1.500"), contains("can be read as 1.5 or as 1500"));
}

TEST_CASE("a quantity with one reading is read, and so are shares and tables with a known decimal sign") {
    CHECK(read<Power>("1.5 kW") == 1500 * watt);
    CHECK(read<Power>("0.500 kW") == 500 * watt);
    CHECK(read<Power>("1.2340 kW") == 1234 * watt);
    CHECK(read<Power>("1500.000 kW") == 1500 * kilowatt);
    CHECK(read<Power>("1.500e0 kW") == 1500 * watt);
    CHECK(read<Fraction>("12.345 %") == 12.345 * percent);
    CHECK(read<Rate>("2.500 %/a") == 2.5 * percent_per_year);
    CHECK(*parse_quantity<Power>("1.500 kW", PointMeaning::decimal).value == 1500 * watt);
}

TEST_CASE("a quantity is never written so that it has two readings") {
    CHECK(to_text(1234 * watt) == "1.2340 kW");
    CHECK(to_text(12.345 * kilometre) == "12.3450 km");
}

TEST_CASE("wrong case and foreign spellings lead to the unit that is meant") {
    CHECK(message<Power>("20 KW") ==
          "\"20 KW\" has an unknown unit (upper and lower case matter: kW). Did you mean \"20 kW\"?");
    CHECK_THAT(message<DataRate>("10 Gbps"), contains("Did you mean \"10 Gbit/s\"?"));
    CHECK_THAT(message<DataRate>("10 GBit/s"), contains("Did you mean \"10 Gbit/s\"?"));
    CHECK_THAT(message<Duration>("20 years"), contains("Did you mean \"20 a\"?"));
    CHECK_THAT(message<Temperature>("27 C"), contains("Did you mean \"27 °C\"?"));
    CHECK_THAT(message<Power>("20 KWH"), contains("Did you mean \"20 kW\"?"));
}

TEST_CASE("what is no decimal number is refused") {
    for (const char* text :
         {"", " ", "kW", "nan kW", "inf kW", "-inf kW", "infinity kW", "0x10 kW", "--5 kW", "+5 kW", ". kW",
          "1.2.3 kW", "1e kW", "20 kW foo", "20 kW;", "5 kW 3 kW", "1e999 kW", "1e308 MW"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_quantity<Power>(text));
    }
}

TEST_CASE("messages stay short and printable whatever the text") {
    CHECK(message<Power>(std::string(100000, '9')).size() < 300);
    CHECK(message<Power>(std::string(100000, 'x')).size() < 300);
    CHECK(message<Power>("1," + std::string(100000, '1') + " kW").size() < 400);
    CHECK(message<Power>("20 \x1b[31mkX\n").find_first_of("\x1b\n") == std::string::npos);
    // 63 letters and a two-byte one: the cut must not split the umlaut.
    CHECK_THAT(message<Power>(std::string(63, 'x') + "ü und mehr"), contains(std::string(63, 'x') + "...\""));
}

TEST_CASE("a quantity is written with the largest unit that keeps the number short") {
    CHECK(to_text(20 * kilowatt) == "20 kW");
    CHECK(to_text(300 * kilowatt) == "300 kW");
    CHECK(to_text(1500 * watt) == "1.5 kW");
    CHECK(to_text(0 * watt) == "0 W");
    CHECK(to_text(-3 * kilowatt) == "-3 kW");
    CHECK(to_text(6 * percent_per_year) == "6 %/a");
    CHECK(to_text(30 * percent) == "30 %");
    CHECK(to_text(15 * minutes) == "15 min");
    CHECK(to_text(8760 * hours) == "365 d");
    CHECK(to_text(20 * julian_years) == "20 a");
    CHECK(to_text(26000 * euro) == "26 kEUR");
    CHECK(to_text(5 * watt_per_gigabit_per_second) == "5 W/(Gbit/s)");
    CHECK(to_text(Temperature::from_celsius(27.0)) == "27 °C");
    CHECK(to_text(0.2 * microseconds) == "0.2 us");
}

TEST_CASE("what is written reads back as the same value") {
    for (int i = 1; i <= 200; ++i) {
        const std::string number = std::to_string(i * 37 % 1000) + "." + std::to_string(i) + "000";
        check_round_trip<Power>(number + " kW");
        check_round_trip<Energy>(number + " MWh");
        check_round_trip<Duration>(number + " h");
        check_round_trip<Duration>(number + " a");
        check_round_trip<Data>(number + " TB");
        check_round_trip<DataRate>(number + " Mbit/s");
        check_round_trip<Fraction>(number + " %");
        check_round_trip<Rate>(number + " %/a");
        check_round_trip<Rate>(number + " /a");
        check_round_trip<EnergyPrice>(number + " ct/kWh");
        check_round_trip<CarbonIntensity>(number + " g/kWh");
        check_round_trip<Temperature>(number + " °C");
    }
}

TEST_CASE("names and units of a quantity are available to messages and schemas") {
    CHECK(quantity_name<Power>() == "a power");
    CHECK(quantity_units<Power>() == std::vector<std::string>{"W", "kW", "MW"});
    CHECK(quantity_units<Temperature>() == std::vector<std::string>{"°C", "degC"});
}

#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "models/base/calendar.hpp"
#include "models/base/diagnostics.hpp"
#include "models/facility/weather_year.hpp"
#include "scenarios/read/network/network_file.hpp"
#include "scenarios/read/weather/weather_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mutator.hpp"
#include "tests/support/weather_texts.hpp"

/// Spoilt weather and networks: whatever comes in is read and can be used, or is refused.
using namespace verbund;
using test::Mutator;
using test::survives;

namespace {

const std::string gml =
    "Creator \"x\"\ngraph [ label \"&quot;x&quot;\" directed 1 node [ id 0 label \"Köln\" Latitude 50.9 "
    "Longitude 6.9 ]\n"
    "node [ id 1 label \"?\" graphics [ x 1 ] ] edge [ source 0 target 1 LinkSpeedRaw 1e10 length \"85 km\" "
    "]\n"
    "edge [ source 1 target 0 LinkSpeed 10 LinkSpeedUnits \"G\" ] edge [ source 0 target 0 ] ]\n";
const std::string graphml =
    "<?xml version=\"1.0\"?><graphml><key id=\"d0\" attr.name=\"Latitude\"/><graph edgedefault=\"directed\">"
    "<node id=\"0\"><data key=\"d0\">50.9</data></node><node id=\"1\"/><edge source=\"0\" target=\"1\"/>"
    "</graph></graphml>";

void networks_survive(const std::string& text, std::uint64_t seed) {
    constexpr int rounds = 4000;
    Mutator mutate{seed};
    int read_well = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string spoilt = mutate.spoil(text, gml);
        const bool well = survives([&] {
            const read::NetworkFile network = read::read_network_file(spoilt, "n");
            static_cast<void>(read::decisions(network));
            study::Network drawn;
            Diagnostics mistakes;
            read::add_to_network(network, {}, drawn, mistakes);
            for (const auto& [id, link] : drawn.links) REQUIRE(link.from != link.to);
        });
        if (well) ++read_well;
    }
    CHECK(read_well > 0);
}

/// A year that was read has all its hours, within their limits.
void weather_survives(const std::string& text, std::uint64_t seed) {
    constexpr int rounds = 40;  // of a year each
    Mutator mutate{seed};
    for (int round = 0; round < rounds; ++round) {
        const std::string spoilt = mutate.spoil(text, text);
        Diagnostics mistakes;
        const read::WeatherFile weather = read::read_weather(spoilt, "w", mistakes);
        if (!mistakes.empty()) continue;
        const facility::HourlyClimate leap = facility::hours_in(weather.year, 2028);
        REQUIRE(leap.temperature_c.size() == 8784);
        for (const double t : leap.temperature_c) REQUIRE((t >= -60.0 && t <= 60.0));
        for (const double rh : leap.relative_humidity_pct) REQUIRE((rh >= 0.0 && rh <= 100.0));
    }
}

}  // namespace

TEST_CASE("any spoilt GML is a network or refused", "[fuzz]") { networks_survive(gml, 31); }

TEST_CASE("any spoilt GraphML is a network or refused", "[fuzz]") { networks_survive(graphml, 32); }

TEST_CASE("any spoilt weather is a year or refused", "[fuzz]") {
    const auto even = [](int) { return 8.5; };
    weather_survives(test::reference_year(even), 33);
    weather_survives(test::energy_plus(1, even), 34);
    weather_survives(
        test::weather_rows("time,temperature_c,relative_humidity_pct", 0, 8760,
                           [](int hour) {
                               const Date day = date_from_days(days_since_epoch({2023, 1, 1}) + hour / 24);
                               return fmt::format("{} {:02}:00,1.5,80", to_string(day), hour % 24);
                           }),
        35);
}

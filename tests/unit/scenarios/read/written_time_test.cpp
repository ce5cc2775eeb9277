#include "scenarios/read/import/written_time.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace verbund;
using read::written_time;

TEST_CASE("times are read as programs and people write them", "[import]") {
    // 2026-03-02 is day 20514 since 1970; 86,400 s each.
    constexpr double midnight = 20'514.0 * 86'400.0;
    for (const char* const text : {"2026-03-02 00:05", "2026-03-02T00:05:00", "2026-03-02 00:05:00.000",
                                   "02.03.2026 00:05", "02.03.2026 00:05:00", "Mar 2, 2026 12:05:00 AM"}) {
        CAPTURE(text);
        const auto time = written_time(text);
        REQUIRE(time);
        CHECK(time->since_epoch_s == midnight + 300.0);
        CHECK_FALSE(time->zone_min);
    }
    CHECK(written_time("2026-03-02T00:05:00Z")->zone_min == 0);
    CHECK(written_time("2026-03-02 00:05:00.5+01:00")->zone_min == 60);
    CHECK(written_time("2026-03-02T00:05-0330")->zone_min == -210);
    CHECK(read::compact_hour_s("2026030205") == midnight + 5.0 * 3600.0);
}

TEST_CASE("what is no time is none", "[import]") {
    for (const char* const text :
         {"", "2026-03-02", "2026-02-30 00:00", "2026-03-02 25:00", "2026-03-02 00:00 MEZ", "12:00", "x",
          "2026-03-02 00:00+1", "31.04.2026 00:00"}) {
        CAPTURE(text);
        CHECK_FALSE(written_time(text));
    }
    CHECK_FALSE(read::compact_hour_s("20260302"));
    CHECK_FALSE(read::compact_hour_s("2026023005"));
    CHECK_FALSE(read::compact_hour_s("202603020x"));
}

#include "sim/events/migration/estate_copy.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/isolated.hpp"

namespace verbund::events {
namespace {

/// Windows of a length at the beginning of every 1,000 s.
struct Windows {
    double length_s = 1000.0;
    int count = 10;
};

constexpr double period_s = 1000.0;

/// {finished, downtime, resent bytes} of a copy over a link of 1 MB/s; finished is -1 if it never is.
std::vector<double> copy(double bytes, double changed_per_s, const CopyRules& rules, const Windows& windows) {
    return test::isolated_numbers([&] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId link = engine.add_link("link", 1e6, 0.0);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        EstateCopy copy{engine, {from, to, bytes, changed_per_s, 0.0}, rules, [] {}};
        copy.begin(windows.length_s);
        for (int n = 0; n < windows.count; ++n) {
            if (n > 0) copy.open_window(n * period_s + windows.length_s);
            engine.run_until(n * period_s + windows.length_s);
            copy.close_window();
            engine.run_until((n + 1) * period_s);
        }
        return std::vector<double>{copy.finished_s().value_or(-1.0), copy.downtime_s(), copy.resent_bytes()};
    });
}

TEST_CASE("rounds of copying shrink as the ratio of change to copy", "[events][migration]") {
    // 500 MB at 1 MB/s: 500 s.  0.1 MB/s change: rounds of 500, 50, 5 s; the rest after the second round
    // (5 MB) takes 5 s <= 20 s: cut-over.  Sum 555 s, then 30 s of tests.
    const std::vector<double> out = copy(500e6, 1e5, {20.0, 30.0}, {});
    CHECK(out[0] == test::Approx(555.0 + 30.0));
    CHECK(out[1] == test::Approx(5.0 + 30.0));
    CHECK(out[2] == test::Approx(55e6));
}

TEST_CASE("a copy stops when its window closes and goes on in the next", "[events][migration]") {
    // 250 MB, windows of 100 s: 100 + 100 + 50 s; at 2,050 s 2.05 MB have changed, 2.05 s more.
    const std::vector<double> out = copy(250e6, 1000.0, {20.0, 0.0}, {100.0, 5});
    CHECK(out[0] == test::Approx(2052.05));
    CHECK(out[1] == test::Approx(2.05));
}

TEST_CASE("a cut-over that does not fit into what is left of the window waits for the next",
          "[events][migration]") {
    // 299 MB: 1 s is left at 2,099 s and the rest needs 2.1 s.  At 3,000 s it is 3 MB.
    const std::vector<double> out = copy(299e6, 1000.0, {20.0, 0.0}, {100.0, 5});
    CHECK(out[0] == test::Approx(3003.0));
    CHECK(out[1] == test::Approx(3.0));
}

TEST_CASE("a last copy longer than the window is not interrupted", "[events][migration]") {
    // Windows of 10 s a 1,000 s, 9 MB, 0.1 MB/s change: at 9 s the rest is 0.9 MB and fits.  With 0.05 MB/s
    // and 19 MB: at 1,009 s 50.45 MB; waits; at 2,000 s 100 MB take 100 s at once.
    const std::vector<double> out = copy(19e6, 5e4, {150.0, 0.0}, {10.0, 5});
    CHECK(out[0] == test::Approx(2100.0));
    CHECK(out[1] == test::Approx(100.0));
}

TEST_CASE("an estate that changes as fast as it is copied never comes to an end", "[events][migration]") {
    const std::vector<double> out = copy(100e6, 1e6, {20.0, 0.0}, {});
    CHECK(out[0] == -1.0);
    CHECK(out[2] > 1e9);
}

TEST_CASE("an estate at rest is down for no more than the tests", "[events][migration]") {
    const std::vector<double> out = copy(100e6, 0.0, {20.0, 7.0}, {});
    CHECK(out[0] == test::Approx(107.0));
    CHECK(out[1] == test::Approx(7.0).margin(1e-4));
}

}  // namespace
}  // namespace verbund::events

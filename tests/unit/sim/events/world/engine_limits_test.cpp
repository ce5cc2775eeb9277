#include <stdexcept>

#include "sim/events/world/engine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/isolated.hpp"

namespace verbund::events {
namespace {

TEST_CASE("a flow with a rate limit leaves the rest of the link to others", "[events]") {
    // 100 MB/s: the limited flow sends 10 MB at 1 MB/s in 10 s, the other 990 MB at 99 MB/s in 10 s.
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId link = engine.add_link("link", 100e6, 0.0);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        std::vector<double> out(2);
        engine.transfer(
            from, to, 10e6, [&] { out[0] = engine.now(); }, 1e6);
        engine.transfer(from, to, 990e6, [&] { out[1] = engine.now(); });
        engine.run();
        return out;
    });
    CHECK(ends[0] == test::Approx(10.0));
    CHECK(ends[1] == test::Approx(10.0));
}

TEST_CASE("a rate limit above that of the TCP window does not lift it", "[events]") {
    // Window 1 MB, round trip 2 x 0.05 s: 10 MB/s; 20 MB take 2 s and arrive 0.05 s later.
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({.tcp_window_bytes = 1e6});
        const LinkId link = engine.add_link("link", 100e6, 0.05);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        std::vector<double> out(1);
        engine.transfer(
            from, to, 20e6, [&] { out[0] = engine.now(); }, 50e6);
        engine.run();
        return out;
    });
    CHECK(ends[0] == test::Approx(2.05));
}

TEST_CASE("an execution with a rate limit leaves the rest of the processor to others", "[events]") {
    // Speed 10: the limited one does 20 at 2 per second, the other 80 at 8 per second.
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({});
        const ProcessorId processor = engine.add_processor("store", 1, 10.0);
        std::vector<double> out(2);
        engine.execute(
            processor, 20.0, [&] { out[0] = engine.now(); }, 1, 2.0);
        engine.execute(processor, 80.0, [&] { out[1] = engine.now(); });
        engine.run();
        return out;
    });
    CHECK(ends[0] == test::Approx(10.0));
    CHECK(ends[1] == test::Approx(10.0));
}

TEST_CASE("an exception in a callback ends the simulation with its text", "[events][failures]") {
    const auto thrown = [] { throw std::runtime_error("thrown here"); };
    const auto at_a_time = [&] {
        Engine engine({});
        engine.at(1.0, thrown);
        engine.run();
        return std::vector<double>{};
    };
    const auto at_the_end_of_an_activity = [&] {
        Engine engine({});
        const ProcessorId processor = engine.add_processor("store", 1, 10.0);
        engine.execute(processor, 20.0, thrown);
        engine.execute(processor, 80.0, [] {});
        engine.run();
        return std::vector<double>{};
    };
    CHECK_THROWS_WITH(test::isolated_numbers(at_a_time), "thrown here");
    CHECK_THROWS_WITH(test::isolated_numbers(at_the_end_of_an_activity), "thrown here");
}

TEST_CASE("an engine may end while activities are under way", "[events]") {
    const std::vector<double> now = test::isolated_numbers([] {
        Engine engine({});
        const LinkId link = engine.add_link("link", 1e6, 0.0);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        for (int i = 0; i < 100; ++i) engine.transfer(from, to, 1e9, nullptr);
        engine.run_until(1.0);
        return std::vector<double>{engine.now()};
    });
    CHECK(now[0] == 1.0);
}

}  // namespace
}  // namespace verbund::events

#include "sim/events/world/engine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/isolated.hpp"

// Bandwidth sharing and transfer times by hand, as SimGrid's documented fluid models have them
// (Velho, Schnorr, Casanova, Legrand: On the validity of flow-level TCP network models, TOMACS 23, 2013).

using namespace verbund;
using namespace verbund::events;

namespace {

constexpr double mb = 1e6;

}  // namespace

TEST_CASE("two flows on a bottleneck share it evenly, and the longer one has it alone afterwards") {
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId bottleneck = engine.add_link("bottleneck", 10.0 * mb, 0.0);
        const EndpointId from = engine.add_endpoint("from", {bottleneck}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        std::vector<double> out(2);
        engine.transfer(from, to, 10.0 * mb, [&] { out[0] = engine.now(); });
        engine.transfer(from, to, 30.0 * mb, [&] { out[1] = engine.now(); });
        engine.run();
        return out;
    });
    CHECK(ends[0] == Approx(2.0));  // 10 MB at 10 / 2 MB/s
    CHECK(ends[1] == Approx(4.0));  // 10 MB in the first 2 s, then 20 MB at 10 MB/s
}

TEST_CASE("of three flows on a bottleneck one that is limited elsewhere leaves its rest to the others") {
    // Max-min: the limited flow gets its 2 MB/s, the other two (10 - 2) / 2 = 4 MB/s each; an even share
    // would give each 10 / 3.
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId bottleneck = engine.add_link("bottleneck", 10.0 * mb, 0.0);
        const LinkId narrow = engine.add_link("narrow", 2.0 * mb, 0.0);
        const EndpointId wide = engine.add_endpoint("wide", {bottleneck}, {});
        const EndpointId limited = engine.add_endpoint("limited", {narrow, bottleneck}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        std::vector<double> out(3);
        engine.transfer(limited, to, 20.0 * mb, [&] { out[0] = engine.now(); });
        engine.transfer(wide, to, 40.0 * mb, [&] { out[1] = engine.now(); });
        engine.transfer(wide, to, 40.0 * mb, [&] { out[2] = engine.now(); });
        engine.run();
        return out;
    });
    for (const double end : ends) CHECK(end == Approx(10.0));
}

TEST_CASE("flows with different round trips share in inverse proportion to them, as TCP's do") {
    // One-way latencies 1 and 4 ms on a link of 10 MB/s: rates 8 and 2 MB/s (RTT fairness of the CM02 model).
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId bottleneck = engine.add_link("bottleneck", 10.0 * mb, 0.0);
        const EndpointId near = engine.add_endpoint("near", {engine.add_link("1 ms", 1e12, 1e-3)}, {});
        const EndpointId far = engine.add_endpoint("far", {engine.add_link("4 ms", 1e12, 4e-3)}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {bottleneck});
        std::vector<double> out(1);
        engine.transfer(far, to, 1000.0 * mb, nullptr);
        engine.after(1.0, [&] { engine.transfer(near, to, 80.0 * mb, [&] { out[0] = engine.now(); }); });
        engine.run_until(30.0);
        return out;
    });
    CHECK(ends[0] == Approx(11.0).epsilon(1e-3));
}

TEST_CASE("a transfer takes latency + size / bandwidth") {
    const std::vector<double> ends = test::isolated_numbers([] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId first = engine.add_link("first", 8.0 * mb, 0.010);
        const LinkId second = engine.add_link("second", 4.0 * mb, 0.005);
        const EndpointId from = engine.add_endpoint("from", {first}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {second});
        std::vector<double> out(1);
        engine.transfer(from, to, 2.0 * mb, [&] { out[0] = engine.now(); });
        engine.run();
        return out;
    });
    CHECK(ends[0] == Approx(0.515));  // 15 ms + 2 MB / 4 MB/s
}

TEST_CASE("one TCP connection is no faster than window / round trip") {
    const auto end = [](double window) {
        return test::isolated_numbers([=] {
            Engine engine({.tcp_window_bytes = window});
            const LinkId link = engine.add_link("link", 1000.0 * mb, 0.020);
            const EndpointId from = engine.add_endpoint("from", {link}, {});
            const EndpointId to = engine.add_endpoint("to", {}, {});
            std::vector<double> out(1);
            engine.transfer(from, to, 100.0 * mb, [&] { out[0] = engine.now(); });
            engine.run();
            return out;
        })[0];
    };
    CHECK(end(4.0 * mb) == Approx(0.020 + 1.0));  // 4 MB / 40 ms = 100 MB/s
    CHECK(end(0.0) == Approx(0.020 + 0.1));       // the link alone: 1000 MB/s
}

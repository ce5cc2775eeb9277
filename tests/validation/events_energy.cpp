#include "sim/events/world/engine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/isolated.hpp"

// SimGrid's own worked examples of its energy plugins, through our engine.
// Source: SimGrid 3.32, examples/cpp/energy-exec/s4u-energy-exec.tesh and
// examples/cpp/energy-link/s4u-energy-link.tesh, platform examples/platforms/energy_platform.xml.

using namespace verbund;
using namespace verbund::events;

TEST_CASE("SimGrid's host energy example gives 1000, 1120, 1645, 2005 and 2905 J") {
    // 4 cores; 10 s idle at 100 W; 1e8 operations on one core at 1e8/s: 1 s at 93.3 + (200 - 93.3) / 4 = 120
    // W; state 2: 1e8 operations at 2e7/s: 5 s at 90 + (150 - 90) / 4 = 105 W; 4 s and 10 s idle at 90 W.
    const std::vector<double> joules = test::isolated_numbers([] {
        EngineSettings settings;
        settings.processor_energy = true;
        Engine engine(settings);
        const ProcessorId host =
            engine.add_processor("MyHost1", 4,
                                 {PowerState{1e8, 100.0, 280.0 / 3.0, 200.0},
                                  PowerState{5e7, 93.0, 90.0, 170.0}, PowerState{2e7, 90.0, 90.0, 150.0}});
        std::vector<double> out;
        const auto read = [&] { out.push_back(engine.processor_energy_j(host)); };
        engine.at(10.0, [&] {
            read();
            engine.execute(host, 1e8, [&] {
                read();
                engine.set_power_state(host, 2);
                engine.execute(host, 1e8, read);
            });
        });
        engine.at(20.0, read);
        engine.at(30.0, read);
        engine.run_until(31.0);
        return out;
    });
    REQUIRE(joules.size() == 5);
    CHECK(joules[0] == Approx(1000.0));
    CHECK(joules[1] == Approx(1120.0));
    CHECK(joules[2] == Approx(1645.0));
    CHECK(joules[3] == Approx(2005.0));
    CHECK(joules[4] == Approx(2905.0));
}

TEST_CASE("SimGrid's link energy example gives 10.75 J for 25 kB in 10.25 s, and 1510 J for 50 MB in 510 s") {
    // A bus of 100 kB/s, 1 W idle and 3 W full: 10 s idle, then 0.25 s or 500 s at full use.
    const auto example = [](double bytes) {
        return test::isolated_numbers([=] {
            EngineSettings settings;
            settings.link_energy = true;
            Engine engine(settings);
            const LinkId bus = engine.add_link("bus", 1e5, 0.0, 1.0, 3.0);
            const EndpointId from = engine.add_endpoint("MyHost1", {bus}, {});
            const EndpointId to = engine.add_endpoint("MyHost2", {}, {});
            std::vector<double> out;
            engine.at(10.0, [&] {
                engine.transfer(from, to, bytes, [&] { out = {engine.now(), engine.link_energy_j(bus)}; });
            });
            engine.run();
            return out;
        });
    };
    const std::vector<double> small = example(25'000.0);
    CHECK(small[0] == Approx(10.25));
    CHECK(small[1] == Approx(10.75));
    const std::vector<double> large = example(5e7);
    CHECK(large[0] == Approx(510.0));
    CHECK(large[1] == Approx(1510.0));
}

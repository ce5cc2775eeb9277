#include <cmath>
#include <functional>
#include <memory>

#include "models/base/random.hpp"
#include "sim/events/latency/sample_others.hpp"
#include "sim/events/world/engine.hpp"
#include "sim/events/world/platform.hpp"
#include "tests/support/batch_means.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/isolated.hpp"

// Closed forms of queues against the event engine, each with a wrong model that the same test refuses.
// Sources: Kleinrock, Queueing Systems I, 1975, section 3.5 (M/M/c) and II, 1976, section 4.4 (M/G/1
// processor sharing); Pollaczek and Khinchine (M/G/1 first come first served).

using namespace verbund;
using namespace verbund::events;
using test::batch_estimate;
using test::Estimate;

namespace {

constexpr std::size_t batches = 30;

/// A source of customers: `serve(size, done)` starts one and calls `done` when it has ended.
struct Queue {
    double per_s = 1.0;
    std::function<double(RandomStream&)> size;
    std::function<void(double size, Callback done)> serve;
};

/// Response times of `count` customers in the order in which they end.
std::vector<double> play(Engine& engine, const Queue& queue, std::size_t count, const std::string& name) {
    std::vector<double> responses;
    RandomStream arrivals(1, name + "/arrivals");
    RandomStream sizes(1, name + "/sizes");
    std::size_t arrived = 0;
    std::function<void()> arrive = [&] {
        const double start = engine.now();
        queue.serve(queue.size(sizes), [&, start] { responses.push_back(engine.now() - start); });
        if (++arrived < count) engine.after(arrivals.standard_exponential() / queue.per_s, arrive);
    };
    engine.at(0.0, arrive);
    engine.run();
    return responses;
}

std::vector<double> multi_server(int servers, double load, std::size_t count) {
    return test::isolated_numbers([=] {
        Engine engine({});
        const ProcessorId pool = engine.add_processor("pool", servers, 1.0);
        const Queue queue{load * servers, [](RandomStream& r) { return r.standard_exponential(); },
                          [&](double size, Callback done) { engine.execute(pool, size, std::move(done)); }};
        return play(engine, queue, count, "multi-server");
    });
}

/// Mean response time of M/M/c at service rate 1: 1 + C(c, a) / (c - a), a = offered load; Erlang's C from
/// the recursion of Erlang's B.
double multi_server_mean(int servers, double offered) {
    double b = 1.0;
    for (int k = 1; k <= servers; ++k) b = offered * b / (k + offered * b);
    const double load = offered / servers;
    const double c = b / (1.0 - load * (1.0 - b));
    return 1.0 + c / (servers - offered);
}

/// Four hosts of one core that the platform builds, as a pool or one by one with requests dealt by lot.
std::vector<double> four_hosts(study::HostDetail detail, double load, std::size_t count) {
    return test::isolated_numbers([=] {
        test::DrillWorld world;
        world.study.events.hosts = detail;
        world.variant.host_types.front().cores = 1;
        world.variant.host_types.front().performance_ops = world.variant.reference_core_ops;
        const deploy::WorldYear input = world.input();
        Engine engine({});
        const Background background(input);
        Platform platform(engine, input, background);
        RandomStream lots(1, "four-hosts/lots");
        const Queue queue{4.0 * load, [](RandomStream& r) { return r.standard_exponential(); },
                          [&](double size, Callback done) {
                              engine.execute(
                                  *platform.host_of(test::DrillWorld::p, HostGroup::cluster, lots.uniform()),
                                  size, std::move(done));
                          }};
        static_cast<void>(platform.host_of(test::DrillWorld::p, HostGroup::cluster, 0.0));
        return play(engine, queue, count, "four-hosts");
    });
}

enum class Sizes { deterministic, exponential, hyperexponential };

/// Mean 1; hyperexponential: nine of ten of mean 1/2, one of mean 5.5.
double draw(Sizes sizes, RandomStream& random) {
    switch (sizes) {
        case Sizes::deterministic:
            return 1.0;
        case Sizes::exponential:
            return random.standard_exponential();
        case Sizes::hyperexponential:
            break;
    }
    return (random.uniform() < 0.9 ? 0.5 : 5.5) * random.standard_exponential();
}

/// E[S^2] of the sizes above: 1; 2; 0.9 x 2 x 0.25 + 0.1 x 2 x 30.25 = 6.5.
double second_moment(Sizes sizes) {
    return sizes == Sizes::deterministic ? 1.0 : sizes == Sizes::exponential ? 2.0 : 6.5;
}

constexpr double link_bytes_per_s = 1e6;

std::vector<double> shared_link(Sizes sizes, double load, std::size_t count) {
    return test::isolated_numbers([=] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId link = engine.add_link("link", link_bytes_per_s, 0.0);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        const Queue queue{load, [=](RandomStream& r) { return draw(sizes, r); },
                          [&](double size, Callback done) {
                              engine.transfer(from, to, size * link_bytes_per_s, std::move(done));
                          }};
        return play(engine, queue, count, "shared-link");
    });
}

std::size_t customers(double load) { return load > 0.8 ? 240'000 : 60'000; }

}  // namespace

TEST_CASE("an M/M/4 queue responds as Erlang's C says, and not as one with 3 servers") {
    const double load = GENERATE(0.3, 0.6, 0.9);
    CAPTURE(load);
    const Estimate mean = batch_estimate(multi_server(4, load, customers(load)), batches, test::mean_of);
    CHECK(mean.holds(multi_server_mean(4, 4.0 * load)));
    // The same customers at one server fewer; at load 0.9 (offered 3.6) three servers have no stationary
    // state.
    if (4.0 * load < 3.0) CHECK_FALSE(mean.holds(multi_server_mean(3, 4.0 * load)));
    if (4.0 * load > 3.0) CHECK_FALSE(mean.holds(multi_server_mean(5, 4.0 * load)));
}

TEST_CASE("four single hosts are four M/M/1 queues, and a pool of them is one M/M/4 queue") {
    const double load = GENERATE(0.3, 0.6, 0.9);
    CAPTURE(load);
    const double pool_mean = multi_server_mean(4, 4.0 * load);
    // Poisson arrivals dealt by lot are Poisson at each host: 1 / (1 - rho).
    const double single_mean = 1.0 / (1.0 - load);
    const auto mean_with = [load](study::HostDetail detail) {
        return batch_estimate(four_hosts(detail, load, customers(load)), batches, test::mean_of);
    };
    const Estimate single = mean_with(study::HostDetail::single);
    CHECK(single.holds(single_mean));
    CHECK_FALSE(single.holds(pool_mean));
    const Estimate pool = mean_with(study::HostDetail::pool);
    CHECK(pool.holds(pool_mean));
    CHECK_FALSE(pool.holds(single_mean));
}

TEST_CASE("a shared link is M/G/1 processor sharing for any sizes, and not first come first served") {
    const double load = GENERATE(0.3, 0.6, 0.9);
    const Sizes sizes = GENERATE(Sizes::deterministic, Sizes::exponential, Sizes::hyperexponential);
    CAPTURE(load, static_cast<int>(sizes));
    const Estimate mean = batch_estimate(shared_link(sizes, load, customers(load)), batches, test::mean_of);
    // Processor sharing: E[S] / (1 - rho), insensitive to the distribution.
    CHECK(mean.holds(1.0 / (1.0 - load)));
    // First come first served: E[S] + lambda E[S^2] / (2 (1 - rho)); for exponential sizes the two agree, so
    // there the wrong model is the one of deterministic sizes.
    const double moment = sizes == Sizes::exponential ? 1.0 : second_moment(sizes);
    CHECK_FALSE(mean.holds(1.0 + load * moment / (2.0 * (1.0 - load))));
}

namespace {

/// Nine of ten flows of mean 1/2 s, one of mean 5.5 s, and what a flow of the first kind of 1 s sees.
constexpr double short_mean = 0.5;
constexpr double long_mean = 5.5;
constexpr double short_share = 0.9;

/// Response times of the flows of the first kind when everything is simulated.
std::vector<double> everything(double load, std::size_t count) {
    return test::isolated_numbers([=] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId link = engine.add_link("link", link_bytes_per_s, 0.0);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        std::vector<double> responses;
        RandomStream random(2, "everything");
        std::size_t arrived = 0;
        std::function<void()> arrive = [&] {
            const double start = engine.now();
            const bool is_short = random.uniform() < short_share;
            const double bytes =
                (is_short ? short_mean : long_mean) * random.standard_exponential() * link_bytes_per_s;
            engine.transfer(
                from, to, bytes,
                [&, start, is_short] {
                    if (is_short) responses.push_back(engine.now() - start);
                });
            if (++arrived < count) engine.after(random.standard_exponential() / load, arrive);
        };
        engine.at(0.0, arrive);
        engine.run();
        return responses;
    });
}

/// The same flows one by one, each among stationary others; or without others on the capacity they leave.
std::vector<double> sampled(double load, std::size_t count, bool with_others) {
    return test::isolated_numbers([=] {
        Engine engine({.tcp_window_bytes = 0.0});
        const double capacity = with_others ? link_bytes_per_s : (1.0 - load) * link_bytes_per_s;
        const LinkId link = engine.add_link("link", capacity, 0.0);
        const EndpointId from = engine.add_endpoint("from", {link}, {});
        const EndpointId to = engine.add_endpoint("to", {}, {});
        const std::vector<FlowClass> classes{
            {from, to, load * short_share, short_mean * link_bytes_per_s},
            {from, to, load * (1.0 - short_share), long_mean * link_bytes_per_s}};
        std::vector<double> responses;
        RandomStream random(3, "sampled");
        std::shared_ptr<StationaryOthers> others;
        std::function<void()> next = [&] {
            const double start = engine.now();
            if (with_others)
                others = StationaryOthers::start(
                    engine, classes, capacity, RandomStream(3, "others/" + std::to_string(responses.size())));
            const double bytes = short_mean * random.standard_exponential() * link_bytes_per_s;
            engine.transfer(
                from, to, bytes,
                [&, start] {
                    if (others) others->leave();
                    responses.push_back(engine.now() - start);
                    if (responses.size() < count) engine.after(1.0, next);
                });
        };
        engine.at(0.0, next);
        engine.run();
        return responses;
    });
}

bool agree(const Estimate& a, const Estimate& b) {
    return std::abs(a.mean - b.mean) <= std::hypot(a.half_width, b.half_width);
}

double p95(const std::vector<double>& values) { return test::quantile_of(values, 0.95); }

}  // namespace

TEST_CASE("a flow among stationary others responds as in the whole queue; on a narrower link it does not") {
    const double load = GENERATE(0.3, 0.6, 0.9);
    CAPTURE(load);
    const std::vector<double> whole = everything(load, load > 0.8 ? 400'000 : 100'000);
    const std::vector<double> among = sampled(load, 12'000, true);
    CHECK(
        agree(batch_estimate(whole, batches, test::mean_of), batch_estimate(among, batches, test::mean_of)));
    CHECK(agree(batch_estimate(whole, batches, p95), batch_estimate(among, batches, p95)));
    // E[T | class] = mean size / (1 - rho) in both.
    CHECK(batch_estimate(among, batches, test::mean_of).holds(short_mean / (1.0 - load)));
    // Wrong model: the others as a mere loss of capacity have the same mean but not the tail.
    CHECK_FALSE(agree(batch_estimate(whole, batches, p95),
                      batch_estimate(sampled(load, 12'000, false), batches, p95)));
}

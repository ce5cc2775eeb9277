#pragma once

#include <cstdint>

/// SimGrid without anything of ours, as a yardstick.
namespace verbund::benchmark {

struct SiteWork {
    int sites = 300;
    int transactions = 400;  ///< per site
    double latency_s = 0.005;
    double bytes_per_s = 1e8;

    [[nodiscard]] static double request_bytes(int i) { return 2000.0 + 100.0 * (i % 7); }
    [[nodiscard]] static double operations(int i) { return 0.02 + 0.01 * (i % 5); }
    [[nodiscard]] static double read_bytes(int i) { return 4e5 + 1e5 * (i % 3); }
    [[nodiscard]] static double response_bytes(int i) { return 2e5 + 1e4 * (i % 11); }
    static constexpr double storage_bytes_per_s = 2e9;
    static constexpr int cores = 32;
    static constexpr int steps = 4;
};

/// Returns the simulated time at the end, so that drivers can be seen to do the same.
double run_bare_callbacks(const SiteWork& work);
double run_bare_actors(const SiteWork& work);

}  // namespace verbund::benchmark

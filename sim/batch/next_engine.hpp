#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string_view>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {

/// Called as work is finished, from any thread but never from two at once; may throw to stop the run.
using Progress = std::function<void(double share, std::string_view what)>;

/// Progress of a part of the work that takes `part` of the time from `begin` on; `whole` must outlive it.
[[nodiscard]] inline Progress part_of(const Progress& whole, double begin, double part) {
    if (!whole) return {};
    return [&whole, begin, part](double share, std::string_view what) { whole(begin + part * share, what); };
}

/// What plays the worlds of a run once the annual engine has: each variant is deployed a single time.
class NextEngine {
public:
    virtual ~NextEngine() = default;

    /// Its part of the run's time, a guess for the progress bar.
    [[nodiscard]] virtual double part_of_time() const = 0;

    /// Right after variant `v` is deployed, while the world has all its years: finds what is wrong and what
    /// needs all years.  Returns the years that `play` needs.  Called from several threads, for a variant
    /// each. Throws `InvalidInput`, with places.
    [[nodiscard]] virtual std::set<int> prepare(std::size_t v, const deploy::World& world) = 0;

    /// Adds what it finds to a run whose annual outcome is complete, variant after variant.  The world has
    /// the years that the engines of the run asked for; a variant of which none asked for any is left out.
    virtual void play(std::size_t v, const deploy::World& world, const Progress& progress,
                      outcome::Run& run) = 0;
};

}  // namespace verbund::batch

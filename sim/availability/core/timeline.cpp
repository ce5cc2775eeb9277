#include "sim/availability/core/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"

namespace verbund::availability {
namespace {

RandomStream stream_of(std::uint64_t seed, const std::string& name, std::size_t block) {
    return {seed, fmt::format("availability/{}#{}", name, block)};
}

double equilibrium_down(double per_hour, double repair_h) {
    return per_hour * repair_h / (1.0 + per_hour * repair_h);
}

/// One component by itself: alternating working and repair times.
class SingleSampler {
public:
    SingleSampler(const Component& component, std::uint32_t index)
        : component_{component},
          index_{index},
          true_per_h_{component.failures_per_year / hours_per_year},
          per_h_{
              (component.sampled_per_year > 0.0 ? component.sampled_per_year : component.failures_per_year) /
              hours_per_year},
          true_down_{equilibrium_down(true_per_h_, mean_h(component.repair))},
          down_{equilibrium_down(per_h_, mean_h(component.repair))},
          quiet_{(1.0 - down_) * std::exp(-per_h_ * hours_per_year)},
          log_quiet_{std::log(quiet_)} {}

    [[nodiscard]] bool never_fails() const { return true_per_h_ <= 0.0; }

    void draw(RandomStream random, RandomStream keeping, BlockTimeline& timeline) {
        std::vector<double>& weights = timeline.weights[index_];
        const std::size_t years = timeline.years.size();
        const bool weighted = component_.sampled_per_year > 0.0;
        const double quiet_weight = (1.0 - true_down_) / (1.0 - down_) * working(hours_per_year);
        if (weighted) {
            weights.assign(years, quiet_weight);
            timeline.own_rate[index_].assign(years, true);
        }
        for (double year = skip(random); year < static_cast<double>(years); year += 1.0 + skip(random)) {
            const auto y = static_cast<std::size_t>(year);
            const double weight = draw_year(random, timeline.years[y]);
            if (!weighted) continue;
            weights[y] = weight;
            timeline.own_rate[index_][y] = keeping.uniform() * quiet_weight < weight;
        }
    }

private:
    /// Number of quiet years before the next one with an event.
    double skip(RandomStream& random) const { return std::floor(std::log(random.uniform()) / log_quiet_); }

    [[nodiscard]] double working(double up_h) const { return std::exp(-(true_per_h_ - per_h_) * up_h); }

    /// A year given that something happens in it; its likelihood ratio.
    double draw_year(RandomStream& random, std::vector<ComponentEvent>& events) const {
        double weight = 1.0;
        double up_h = 0.0;
        double time = 0.0;
        if (random.uniform() < down_ / (1.0 - quiet_)) {
            weight *= true_down_ / down_;
            const double length = sample_under_way_h(component_.repair, random);
            const double left = length * random.uniform();
            time = add(events, left - length, length);
        } else {
            weight *= (1.0 - true_down_) / (1.0 - down_);
            const double fails_in_year = -std::expm1(-per_h_ * hours_per_year);
            const double first = -std::log1p(-random.uniform() * fails_in_year) / per_h_;
            up_h += first;
            weight *= true_per_h_ / per_h_;
            time = add(events, first, sample_h(component_.repair, random));
        }
        while (time < hours_per_year) {
            const double fails = time + random.standard_exponential() / per_h_;
            up_h += std::min(fails, hours_per_year) - time;
            if (fails >= hours_per_year) break;
            weight *= true_per_h_ / per_h_;
            time = add(events, fails, sample_h(component_.repair, random));
        }
        return weight * working(up_h);
    }

    double add(std::vector<ComponentEvent>& events, double fails_h, double length_h) const {
        events.push_back({fails_h, index_, false});
        events.push_back({fails_h + length_h, index_, true});
        return fails_h + length_h;
    }

    const Component& component_;
    std::uint32_t index_;
    double true_per_h_;
    double per_h_;
    double true_down_;
    double down_;
    double quiet_;  ///< probability of a year without any event, as sampled
    double log_quiet_;
};

/// Components that share a repair crew, first come first served.
class CrewSampler {
public:
    CrewSampler(const System& system, const RepairCrew& crew) : system_{system}, crew_{crew} {
        for (const std::uint32_t c : crew_)
            warm_up_h_ += warm_up_repairs * mean_h(system_.components()[c].repair);
    }

    void draw(RandomStream random, BlockTimeline& timeline) {
        for (std::vector<ComponentEvent>& events : timeline.years) draw_year(random, events);
    }

private:
    /// Begins with all working, long enough before the year for equilibrium.
    void draw_year(RandomStream& random, std::vector<ComponentEvent>& events) {
        std::vector<double> fails(crew_.size());
        for (std::size_t i = 0; i < crew_.size(); ++i) fails[i] = next_failure(i, -warm_up_h_, random);
        double crew_free = -warm_up_h_;
        while (true) {
            const auto first = std::min_element(fails.begin(), fails.end());
            const double at = *first;
            if (at >= hours_per_year) return;
            const auto i = static_cast<std::size_t>(first - fails.begin());
            crew_free = std::max(crew_free, at) + sample_h(system_.components()[crew_[i]].repair, random);
            if (crew_free > 0.0) {
                events.push_back({at, crew_[i], false});
                events.push_back({crew_free, crew_[i], true});
            }
            fails[i] = next_failure(i, crew_free, random);
        }
    }

    double next_failure(std::size_t i, double from, RandomStream& random) const {
        const double per_h = system_.components()[crew_[i]].failures_per_year / hours_per_year;
        if (per_h <= 0.0) return std::numeric_limits<double>::infinity();
        return from + random.standard_exponential() / per_h;
    }

    static constexpr double warm_up_repairs = 30.0;  ///< mean repair times of each member before the year
    const System& system_;
    const RepairCrew& crew_;
    double warm_up_h_ = 0.0;
};

}  // namespace

void draw_block(const System& system, const PartContent& part, std::uint64_t seed, std::size_t block,
                std::size_t years, BlockTimeline& timeline) {
    timeline.years.resize(years);
    for (std::vector<ComponentEvent>& events : timeline.years) events.clear();
    timeline.weights.resize(system.components().size());
    timeline.own_rate.resize(system.components().size());
    for (const std::uint32_t c : part.components) {
        const Component& component = system.components()[c];
        SingleSampler sampler{component, c};
        if (sampler.never_fails()) continue;
        RandomStream random = stream_of(seed, component.name, block);
        RandomStream keeping =
            component.sampled_per_year > 0.0 ? stream_of(seed, component.name + "/own-rate", block) : random;
        sampler.draw(random, keeping, timeline);
    }
    for (const std::uint32_t crew : part.crews) {
        CrewSampler sampler{system, system.crews()[crew]};
        const std::string& first = system.components()[system.crews()[crew].front()].name;
        sampler.draw(stream_of(seed, "crew/" + first, block), timeline);
    }
    for (std::vector<ComponentEvent>& events : timeline.years) {
        std::sort(
            events.begin(), events.end(),
            [](const ComponentEvent& a, const ComponentEvent& b) {
                return std::tie(a.at_h, a.component, a.up) < std::tie(b.at_h, b.component, b.up);
            });
    }
}

}  // namespace verbund::availability

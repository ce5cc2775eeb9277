#include "sim/batch/sweep/break_even.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/tasks.hpp"
#include "results/outcome/sweep.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/study/sweep_draws.hpp"
#include "sim/batch/sweep/as_many.hpp"
#include "sim/batch/sweep/case_player.hpp"

namespace verbund::batch {
namespace {

constexpr std::array<std::string_view, 3> compared{"cost_total_eur", "energy_grid_mwh", "co2_location_t"};
constexpr std::size_t steps = 8;     ///< between the ends
constexpr std::size_t halvings = 6;  ///< of a step in which an order turns

[[noreturn]] void refuse(const std::string& key, std::string problem, std::string remedy) {
    throw InvalidInput{
        {Diagnostic{.at = {}, .key = key, .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

std::string remedy_of(const std::string& key) {
    return fmt::format("State them: \"{}=LOW..HIGH\", each with its unit.", key);
}

/// The figure as one that takes all values between its ends alike.
study::DrawnKey drawn_key(const study::StudySet& set, const FigureRange& range) {
    study::Sweep sweep;
    const bool stated = range.low && range.high;
    if (stated) {
        study::SweepAxis& axis = sweep.axes.emplace_back();
        axis.key = range.key;
        axis.uniform = {*range.low, *range.high};
    } else {
        sweep.uncertain = study::Uncertain::catalog;
    }
    Diagnostics mistakes;
    std::vector<study::DrawnKey> keys = study::drawn_keys(set, sweep, mistakes);
    read::throw_if_any(mistakes);
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const study::DrawnKey& key) {
        return key.key == range.key && key.words.empty();
    });
    if (found == keys.end()) refuse(range.key, "has no ends of its own", remedy_of(range.key));
    if (const auto* triangle = std::get_if<statistics::Triangular>(&found->distribution))
        found->distribution = statistics::Uniform{triangle->low, triangle->high};
    return *found;
}

/// With the annual engine alone: its sums are compared, and players on several threads may not start others.
study::StudySet annual_alone(study::StudySet set) {
    set.sweep.engines = {study::SweepEngine::annual};
    return set;
}

std::vector<study::CaseKey> case_keys(const study::StudySet& set, const std::string& key) {
    std::vector<study::CaseKey> keys = study::resolve_keys(set, {{key, study::KeyReach::stated}});
    if (keys.front().variants.empty()) refuse(key, keys.front().problem.problem, keys.front().problem.remedy);
    return keys;
}

/// A variant at any place between the ends.
class Course {
public:
    struct Sums {
        std::array<double, compared.size()> outcomes{};
        double administrations = 0.0;  ///< in the last year
        double workplaces = 0.0;
    };

    Course(const study::StudySet& set, std::size_t variant, const std::vector<study::CaseKey>& keys,
           const study::DrawnKey& figure)
        : player_{set, variant, keys}, figure_{figure} {}

    /// Plays it unless it is known.
    const Sums& at(double place) {
        const auto [known, added] = sums_.try_emplace(place);
        if (added) known->second = sums_of(player_.play(std::vector<std::string>{figure_.text_at(place)}));
        return known->second;
    }

private:
    static Sums sums_of(const std::vector<double>& numbers) {
        const std::size_t outcomes = outcome::sweep_outcomes().size();
        Sums sums;
        for (std::size_t year = 0; year < numbers.size(); year += outcomes) {
            for (std::size_t o = 0; o < compared.size(); ++o)
                sums.outcomes.at(o) += numbers[year + outcome::sweep_outcome(compared.at(o))];
            sums.administrations = numbers[year + outcome::sweep_outcome("administrations")];
            sums.workplaces = numbers[year + outcome::sweep_outcome("workplaces")];
        }
        return sums;
    }

    CasePlayer player_;
    const study::DrawnKey& figure_;
    std::map<double, Sums> sums_;
};

bool serve_the_same(const Course::Sums& a, const Course::Sums& b) {
    return as_many(a.administrations, b.administrations) && as_many(a.workplaces, b.workplaces);
}

class BreakEvenSearch {
public:
    BreakEvenSearch(const study::StudySet& set, const FigureRange& range, const Progress& progress)
        : set_{annual_alone(set)},
          progress_{progress},
          figure_{drawn_key(set, range)},
          keys_{case_keys(set, range.key)} {
        for (std::size_t v = 0; v < set.variants.size(); ++v)
            courses_.push_back(std::make_unique<Course>(set_, v, keys_, figure_));
    }

    outcome::BreakEven find() {
        play_steps();
        describe();
        for (std::size_t a = 0; a < courses_.size(); ++a)
            for (std::size_t b = a + 1; b < courses_.size(); ++b)
                if (serve_the_same(courses_[a]->at(0.0), courses_[b]->at(0.0))) compare(a, b);
        return std::move(found_);
    }

private:
    static double place_of(std::size_t step) {
        return static_cast<double>(step) / static_cast<double>(steps);
    }

    [[nodiscard]] double value_at(double place) const {
        const auto& ends = std::get<statistics::Uniform>(figure_.distribution);
        return ends.low + place * (ends.high - ends.low);
    }

    void play_steps() {
        double done = 0.0;
        std::mutex mutex;
        run_tasks(courses_.size(), [&](std::size_t v) {
            for (std::size_t s = 0; s <= steps; ++s) {
                courses_[v]->at(place_of(s));
                const std::lock_guard lock{mutex};
                done += 1.0 / static_cast<double>(courses_.size() * (steps + 1));
                if (progress_) progress_(std::min(1.0, done), set_.variants[v].id);
            }
        });
    }

    void describe() {
        found_.title = set_.title;
        found_.key = figure_.key;
        found_.unit = figure_.unit;
        found_.first_year = set_.horizon.first;
        found_.last_year = set_.horizon.last;
        for (const study::Variant& variant : set_.variants) found_.variants.push_back(variant.id);
        for (const std::string_view name : compared) found_.outcomes.emplace_back(name);
        for (std::size_t s = 0; s <= steps; ++s) found_.samples.push_back(value_at(place_of(s)));
        for (std::size_t o = 0; o < compared.size(); ++o)
            for (const auto& course : courses_)
                for (std::size_t s = 0; s <= steps; ++s)
                    found_.sums.push_back(course->at(place_of(s)).outcomes.at(o));
        const std::vector<std::size_t>& reached = keys_.front().variants;
        for (std::size_t v = 0; v < courses_.size(); ++v)
            if (std::find(reached.begin(), reached.end(), v) == reached.end())
                found_.unmoved.push_back(set_.variants[v].id);
    }

    /// How much more the first of two variants needs; both are played at once.
    double difference(std::size_t a, std::size_t b, std::size_t o, double place) {
        const std::array<std::size_t, 2> both{a, b};
        run_tasks(both.size(), [&](std::size_t i) { courses_[both.at(i)]->at(place); });
        return courses_[a]->at(place).outcomes.at(o) - courses_[b]->at(place).outcomes.at(o);
    }

    /// Every turn between two samples whose signs differ; samples where both need the same stand between.
    void compare(std::size_t a, std::size_t b) {
        for (std::size_t o = 0; o < compared.size(); ++o) {
            std::optional<Side> before;
            for (std::size_t s = 0; s <= steps; ++s) {
                const Side now{place_of(s), difference(a, b, o, place_of(s))};
                if (now.difference == 0.0) continue;
                if (before && before->first_less() != now.first_less()) {
                    const std::size_t below = before->first_less() ? a : b;
                    found_.points.push_back({std::string{compared.at(o)},
                                             value_at(turn(a, b, o, *before, now)), set_.variants[below].id,
                                             set_.variants[below == a ? b : a].id});
                }
                before = now;
            }
        }
    }

    struct Side {
        double place = 0.0;
        double difference = 0.0;
        [[nodiscard]] bool first_less() const { return difference < 0.0; }
    };

    double turn(std::size_t a, std::size_t b, std::size_t o, Side low, Side high) {
        for (std::size_t i = 0; i < halvings; ++i) {
            const double middle = 0.5 * (low.place + high.place);
            const Side between{middle, difference(a, b, o, middle)};
            (between.first_less() == low.first_less() ? low : high) = between;
        }
        return 0.5 * (low.place + high.place);
    }

    study::StudySet set_;
    const Progress& progress_;
    study::DrawnKey figure_;
    std::vector<study::CaseKey> keys_;
    std::vector<std::unique_ptr<Course>> courses_;
    outcome::BreakEven found_;
};

}  // namespace

FigureRange figure_range(const std::string& text) {
    constexpr std::string_view between = "..";
    const std::size_t equals = text.find('=');
    FigureRange range{text.substr(0, equals)};
    if (equals == std::string::npos) return range;
    const std::size_t dots = text.find(between, equals);
    if (dots == std::string::npos)
        refuse(range.key, fmt::format("\"{}\" has no two ends", text.substr(equals + 1)),
               remedy_of(range.key));
    range.low = text.substr(equals + 1, dots - equals - 1);
    range.high = text.substr(dots + between.size());
    return range;
}

outcome::BreakEven break_even(const study::StudySet& set, const FigureRange& range,
                              const Progress& progress) {
    return BreakEvenSearch{set, range, progress}.find();
}

}  // namespace verbund::batch

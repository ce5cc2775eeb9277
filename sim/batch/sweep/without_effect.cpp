#include "sim/batch/sweep/without_effect.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace verbund::batch {
namespace {

using outcome::SweepRun;

/// A number that tells which numbers came in which order (finalizer of SplitMix64: Steele, Lea, Flood, "Fast
/// splittable pseudorandom number generators", 2014); any not-a-number is as good as another, and so is a
/// zero.
std::uint64_t mixed(std::uint64_t mark, double value) {
    const double same = std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value + 0.0;
    std::uint64_t z = mark + 0x9e3779b97f4a7c15U + std::bit_cast<std::uint64_t>(same);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

/// A number for each case, made of all its outcomes: two cases whose numbers differ differ in an outcome, and
/// two that differ in one have the same number once in 2^64 times.
std::vector<std::uint64_t> marks_of(const SweepRun& run) {
    constexpr std::size_t values_at_once = std::size_t{1} << 17U;
    const std::size_t size = run.variants.size() * run.years.size();
    const std::size_t most = std::max<std::size_t>(1, values_at_once / size);
    std::vector<std::uint64_t> marks(run.cases());
    std::vector<double> piece;
    for (std::size_t o = 0; o < outcome::sweep_outcomes().size(); ++o) {
        for (std::size_t first = 0; first < marks.size(); first += most) {
            const std::size_t count = std::min(most, marks.size() - first);
            piece.resize(count * size);
            run.values.read(run.value_index(o, first, 0, 0), piece);
            for (std::size_t i = 0; i < piece.size(); ++i) {
                std::uint64_t& mark = marks[first + i / size];
                mark = mixed(mark, piece[i]);
            }
        }
    }
    return marks;
}

/// Which of the things that are varied change nothing.
class EffectSearch {
public:
    explicit EffectSearch(SweepRun& run) : run_{run}, marks_{marks_of(run)} {}

    void tell() {
        run_.without_effect.clear();
        for (std::size_t k = 0; k < run_.listed_keys.size(); ++k)
            if (!list_matters(k)) run_.without_effect.push_back(run_.listed_keys[k]);
        if (!run_.sensitivity) return;
        const std::size_t points = run_.draws / (run_.groups.size() + 2);
        for (std::size_t g = 0; g < run_.groups.size(); ++g)
            if (!group_matters(g, points)) run_.without_effect.push_back(run_.groups[g]);
    }

private:
    /// Whether two cases differ in any outcome.
    [[nodiscard]] bool differ(std::size_t a, std::size_t b) const { return marks_[a] != marks_[b]; }

    /// Compares each combination with the first that has the same values of all other lists.
    [[nodiscard]] bool list_matters(std::size_t key) const {
        const std::size_t cases = run_.cases_of_combination();
        std::map<std::vector<std::string>, std::size_t> first;
        bool varies = false;
        for (std::size_t c = 0; c < run_.combinations.size(); ++c) {
            std::vector<std::string> others;
            for (std::size_t k = 0; k < run_.listed_keys.size(); ++k)
                if (run_.list_of_key[k] != run_.list_of_key[key]) others.push_back(run_.combinations[c][k]);
            const auto [with, added] = first.emplace(std::move(others), c);
            if (added || run_.combinations[c][key] == run_.combinations[with->second][key]) continue;
            varies = true;
            for (std::size_t i = 0; i < cases; ++i)
                if (differ(with->second * cases + i, c * cases + i)) return true;
        }
        return !varies;
    }

    [[nodiscard]] bool group_matters(std::size_t group, std::size_t points) const {
        const std::size_t of_set = points * run_.replications;
        for (std::size_t c = 0; c < run_.combinations.size(); ++c) {
            const std::size_t begin = c * run_.cases_of_combination();
            for (std::size_t i = 0; i < of_set; ++i)
                if (differ(begin + i, begin + (group + 2) * of_set + i)) return true;
        }
        return false;
    }

    SweepRun& run_;
    std::vector<std::uint64_t> marks_;  ///< [case]
};

}  // namespace

void find_without_effect(SweepRun& run) { EffectSearch{run}.tell(); }

}  // namespace verbund::batch

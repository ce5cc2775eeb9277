#include "scenarios/study/checks_sweep.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "scenarios/study/key_path.hpp"
#include "scenarios/study/sweep_case.hpp"
#include "scenarios/study/sweep_draws.hpp"

namespace verbund::study {
namespace {

class SweepCheck {
public:
    SweepCheck(const StudySet& set, Diagnostics& mistakes)
        : sweep_{set.sweep}, set_{set}, mistakes_{mistakes} {}

    void run() {
        for (const SweepAxis& axis : sweep_.axes) check_form(axis);
        check_contradictions();
        if (!mistakes_.empty()) return;
        const std::vector<DrawnKey> drawn = drawn_keys(set_, sweep_, mistakes_);
        check_count(drawn);
        if (mistakes_.empty()) check_values(drawn);
    }

private:
    void note(const SweepAxis& axis, std::string problem, std::string remedy) {
        mistakes_.add({axis.at, "sweep." + axis.key, std::move(problem), std::move(remedy)});
    }

    void check_form(const SweepAxis& axis) {
        const std::array stated{axis.values.has_value(),    axis.normal.has_value(),
                                axis.lognormal.has_value(), axis.triangular.has_value(),
                                axis.uniform.has_value(),   axis.discrete.has_value()};
        const auto forms = std::count(stated.begin(), stated.end(), true);
        if (forms != 1) {
            note(axis,
                 forms == 0 ? "says neither which values it takes nor how it is drawn"
                            : "says more than one thing of how its values come about",
                 "State one of values, normal, lognormal, triangular, uniform and discrete.");
        }
        if (axis.zip && !axis.values)
            note(axis, "is drawn, and what is drawn has nothing to be put side by side",
                 "Write group: for what is to be drawn together.");
        if (axis.group && axis.values)
            note(axis, "lists its values, which are not drawn", "Write zip: for lists that go side by side.");
        if (!axis.weights.empty() && !axis.discrete)
            note(axis, "has weights without discrete values", "Write discrete: and the values.");
    }

    void check_contradictions() {
        std::map<std::string, const SweepAxis*> zips;
        for (const SweepAxis& axis : sweep_.axes) {
            if (axis.zip && axis.values) {
                const auto [first, added] = zips.emplace(*axis.zip, &axis);
                const std::size_t wanted = first->second->values->size();
                if (!added && axis.values->size() != wanted) {
                    note(axis,
                         fmt::format("has {} values, and {}, which goes side by side with it, {}",
                                     axis.values->size(), first->second->key, wanted),
                         "List as many.");
                }
            }
            const auto [variant, everywhere] = take_apart(axis.key);
            if (variant.empty()) continue;
            const auto other =
                std::find_if(sweep_.axes.begin(), sweep_.axes.end(),
                             [path = everywhere](const SweepAxis& a) { return a.key == path; });
            if (other != sweep_.axes.end())
                note(axis, fmt::format("contradicts {}, which holds in this variant too", everywhere),
                     "Vary the key once for all variants, or once for each.");
        }
    }

    void check_count(const std::vector<DrawnKey>& drawn) {
        std::map<std::string, std::size_t> lists;
        for (const SweepAxis& axis : sweep_.axes)
            if (axis.values) lists[axis.zip ? "zip " + *axis.zip : axis.key] = axis.values->size();
        if (sweep_.replications > 1) lists["replications"] = static_cast<std::size_t>(sweep_.replications);
        std::size_t cases = drawn.empty() ? 1 : static_cast<std::size_t>(sweep_.draws);
        std::string product = drawn.empty() ? "" : fmt::format("{} draws", sweep_.draws);
        for (const auto& [name, values] : lists) {
            const std::string_view of = name == "replications" ? "" : "of ";
            product += fmt::format("{}{} {}{}", product.empty() ? "" : " x ", values, of, name);
            cases = std::min(cases * values, most_cases + 1);  // never overflows
        }
        if (cases > most_cases) {
            mistakes_.add({{},
                           "sweep",
                           fmt::format("has more than {} cases ({})", most_cases, product),
                           "Draw instead of crossing, or put lists side by side with zip."});
        }
    }

    /// Every value that is listed, and both ends of what is drawn.
    void check_values(const std::vector<DrawnKey>& drawn) {
        std::vector<std::pair<std::string, KeyReach>> keys;
        std::vector<std::vector<std::string>> values;
        for (const SweepAxis& axis : sweep_.axes) {
            if (!axis.values) continue;
            keys.emplace_back(axis.key, KeyReach::stated);
            values.push_back(*axis.values);
        }
        const double end = 0.5 / static_cast<double>(sweep_.draws);
        for (const DrawnKey& key : drawn) {
            keys.emplace_back(key.key, key.reach);
            values.push_back(key.words.empty()
                                 ? std::vector<std::string>{key.text_at(end), key.text_at(1.0 - end)}
                                 : key.words);
        }
        const std::vector<CaseKey> resolved = resolve_keys(set_, keys);
        for (std::size_t k = 0; k < resolved.size(); ++k) check_key(resolved[k], keys[k].second, values[k]);
    }

    void check_key(const CaseKey& key, KeyReach reach, const std::vector<std::string>& values) {
        if (key.variants.empty()) {
            if (reach == KeyReach::defaults) return;  // the study states it everywhere
            mistakes_.add({place_of(key.key), "sweep." + key.key, key.problem.problem, key.problem.remedy});
            return;
        }
        for (const std::size_t v : key.variants) {
            const CaseValues target{set_, v, {key}};
            for (const std::string& value : values) {
                Diagnostics found;
                target.put(std::vector<std::string>{value}, found);
                if (found.empty()) continue;
                Diagnostic mistake = found.sorted().front();
                mistake.at = place_of(key.key);
                mistakes_.add(std::move(mistake));
                return;  // once a key
            }
        }
    }

    [[nodiscard]] SourcePosition place_of(const std::string& key) const {
        const auto axis = std::find_if(sweep_.axes.begin(), sweep_.axes.end(),
                                       [&](const SweepAxis& a) { return a.key == key; });
        return axis == sweep_.axes.end() ? SourcePosition{} : axis->at;
    }

    const Sweep& sweep_;
    StudySet set_;  ///< a copy to try values on
    Diagnostics& mistakes_;
};

}  // namespace

void check_sweep(const StudySet& set, Diagnostics& mistakes) {
    const bool asked = !set.sweep.axes.empty() || set.sweep.uncertain != Uncertain::none;
    if (asked) SweepCheck{set, mistakes}.run();
}

}  // namespace verbund::study

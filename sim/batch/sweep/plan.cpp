#include "sim/batch/sweep/plan.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/random.hpp"
#include "results/outcome/sweep.hpp"
#include "scenarios/read/import/csv.hpp"

namespace verbund::batch {
namespace {

std::vector<SweepLists> lists_of(const study::Sweep& sweep) {
    std::vector<SweepLists> lists;
    std::map<std::string, std::size_t> zips;
    for (const study::SweepAxis& axis : sweep.axes) {
        if (!axis.values) continue;
        std::size_t at = lists.size();
        if (axis.zip) at = zips.emplace(*axis.zip, at).first->second;
        if (at == lists.size()) lists.emplace_back();
        lists[at].keys.push_back(axis.key);
        lists[at].values.push_back(*axis.values);
    }
    return lists;
}

/// Draws that reach no variant would only be counted.
std::vector<study::DrawnKey> drawn_of(const study::StudySet& set) {
    Diagnostics mistakes;
    std::vector<study::DrawnKey> drawn = study::drawn_keys(set, set.sweep, mistakes);
    read::throw_if_any(mistakes);
    std::vector<std::pair<std::string, study::KeyReach>> names;
    for (const study::DrawnKey& key : drawn) names.emplace_back(key.key, key.reach);
    const std::vector<study::CaseKey> resolved = study::resolve_keys(set, names);
    std::vector<study::DrawnKey> kept;
    for (std::size_t k = 0; k < drawn.size(); ++k)
        if (!resolved[k].variants.empty()) kept.push_back(std::move(drawn[k]));
    return kept;
}

/// Every key at its ends, each a group of its own.
void lay_out_tornado(SweepPlan& plan) {
    statistics::Point middle;
    statistics::Point low;
    statistics::Point high;
    for (study::DrawnKey& key : plan.drawn) {
        key.group = key.key;
        middle.push_back(key.middle());
        low.push_back(key.low_end());
        high.push_back(1.0 - key.low_end());
    }
    plan.groups = study::groups_of(plan.drawn);
    plan.points = statistics::one_at_a_time(middle, low, high);
    plan.tornado = true;
}

void lay_out(const study::StudySet& set, SweepPlan& plan) {
    const std::size_t groups = plan.groups.size();
    if (groups == 0) return;
    if (set.sweep.sequence == statistics::Sequence::one_at_a_time) {
        lay_out_tornado(plan);
        return;
    }
    const auto draws = static_cast<std::size_t>(set.sweep.draws);
    const std::size_t points = draws / (groups + 2);
    plan.sensitivity =
        set.sweep.sensitivity && groups > 1 && draws >= outcome::SweepRun::fewest_for_sensitivity(groups);
    plan.points = plan.sensitivity
                      ? statistics::sensitivity_design(set.sweep.sequence, points, groups, set.seed)
                      : statistics::design(set.sweep.sequence, draws, groups, set.seed);
}

}  // namespace

std::size_t SweepPlan::combinations() const {
    std::size_t product = 1;
    for (const SweepLists& of : lists) product *= of.size();
    return product;
}

std::vector<std::string> SweepPlan::listed_texts(std::size_t combination) const {
    std::vector<std::string> texts;
    std::size_t below = combinations();
    for (const SweepLists& of : lists) {
        below /= of.size();
        const std::size_t at = combination / below % of.size();
        for (const std::vector<std::string>& values : of.values) texts.push_back(values[at]);
    }
    return texts;
}

std::vector<std::string> SweepPlan::drawn_texts(std::size_t draw) const {
    std::vector<std::string> texts;
    for (const study::DrawnKey& key : drawn) {
        const auto group = std::find(groups.begin(), groups.end(), key.group) - groups.begin();
        texts.push_back(key.text_at(points[draw][static_cast<std::size_t>(group)]));
    }
    return texts;
}

std::vector<std::string> SweepPlan::texts(std::size_t number) const {
    const std::size_t draw = number / replications;
    std::vector<std::string> all = listed_texts(draw / draws());
    if (points.empty()) return all;
    std::vector<std::string> drawn_part = drawn_texts(draw % draws());
    all.insert(all.end(), std::make_move_iterator(drawn_part.begin()),
               std::make_move_iterator(drawn_part.end()));
    return all;
}

std::uint64_t replication_seed(std::uint64_t seed, std::size_t replication) {
    constexpr int bits_beyond_53 = 11;
    if (replication == 0) return seed;
    return RandomStream{seed, fmt::format("sweep/replication/{}", replication)}.bits() >> bits_beyond_53;
}

SweepPlan plan_sweep(const study::StudySet& set) {
    SweepPlan plan;
    plan.lists = lists_of(set.sweep);
    plan.drawn = drawn_of(set);
    plan.groups = study::groups_of(plan.drawn);
    plan.replications = static_cast<std::size_t>(set.sweep.replications);
    if (plan.lists.empty() && plan.drawn.empty() && plan.replications == 1) {
        throw InvalidInput{{Diagnostic{
            .at = {},
            .key = "sweep",
            .problem = "the study varies nothing",
            .remedy = "Write sweep: {uncertain: catalog}, or which keys take which values: sweep: "
                      "{estate.growth.compute: [3 %/a, 6 %/a, 9 %/a]}."}}};
    }
    std::vector<std::pair<std::string, study::KeyReach>> names;
    for (const SweepLists& of : plan.lists)
        for (const std::string& key : of.keys) names.emplace_back(key, study::KeyReach::stated);
    for (const study::DrawnKey& key : plan.drawn) names.emplace_back(key.key, key.reach);
    plan.keys = study::resolve_keys(set, names);
    lay_out(set, plan);
    return plan;
}

}  // namespace verbund::batch

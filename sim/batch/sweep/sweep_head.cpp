#include "sim/batch/sweep/sweep_head.hpp"

#include <string>
#include <vector>

#include "models/base/version.hpp"
#include "sim/batch/sweep/plays.hpp"

namespace verbund::batch {

outcome::SweepRun sweep_head(const study::StudySet& set, const SweepPlan& plan) {
    outcome::SweepRun run;
    run.title = set.title;
    run.question = set.question;
    run.program_version = program_version();
    run.program_commit = program_commit();
    run.study_sha256 = set.resolved_sha256;
    run.resolved_study = set.resolved_text;
    run.seed = set.seed;
    for (const study::Variant& variant : set.variants) run.variants.push_back(variant.id);
    for (int year = set.horizon.first; year <= set.horizon.last; ++year) run.years.push_back(year);
    run.milestones = set.milestones;
    run.engines = engine_words(set);
    run.replications = plan.replications;
    for (std::size_t r = 0; r < plan.replications; ++r) run.seeds.push_back(replication_seed(set.seed, r));
    for (std::size_t l = 0; l < plan.lists.size(); ++l) {
        const std::vector<std::string>& keys = plan.lists[l].keys;
        run.listed_keys.insert(run.listed_keys.end(), keys.begin(), keys.end());
        run.list_of_key.insert(run.list_of_key.end(), keys.size(), l);
    }
    for (std::size_t c = 0; c < plan.combinations(); ++c) run.combinations.push_back(plan.listed_texts(c));
    for (const study::DrawnKey& key : plan.drawn)
        run.drawn_keys.push_back({key.key, key.group, key.text_at(0.1), key.text_at(0.5), key.text_at(0.9),
                                  key.text_at(key.low_end()), key.text_at(1.0 - key.low_end())});
    run.groups = plan.groups;
    run.draws = plan.points.size();
    run.sensitivity = plan.sensitivity;
    run.one_at_a_time = plan.tornado;
    for (const statistics::Point& point : plan.points)
        run.quantiles.insert(run.quantiles.end(), point.begin(), point.end());
    return run;
}

}  // namespace verbund::batch

#include "sim/batch/named_run.hpp"

#include "models/base/version.hpp"
#include "sim/batch/index.hpp"
#include "sim/batch/thresholds.hpp"

namespace verbund::batch {

outcome::Run named_run(const deploy::World& world, int year) {
    const study::StudySet& set = world.set();
    const study::Variant& variant = world.stated();
    outcome::Run run;
    run.title = set.title;
    run.question = set.question;
    run.base_variant = variant.id;
    run.seed = set.seed;
    run.program_version = program_version();
    run.program_commit = program_commit();
    run.study_sha256 = set.resolved_sha256;
    run.variants.push_back({variant.id, variant.title, variant.text});
    run.years = run.milestones = {year};
    run.rows<outcome::TransactionName>() = transaction_rows(set.catalog);
    run.rows<outcome::WorkloadLimit>() = workload_limit_rows(set);
    RunIndex index(run);
    static_cast<void>(index.add(places_of(world.variant())));
    static_cast<void>(index.add_links(world.network().topology));
    return run;
}

}  // namespace verbund::batch

#include "sim/batch/thresholds.hpp"

#include <cmath>

#include "scenarios/study/resolve.hpp"

namespace verbund::batch {

std::vector<outcome::TransactionName> transaction_rows(const catalog::Catalog& catalog) {
    std::vector<outcome::TransactionName> rows;
    for (const catalog::Transaction& t : catalog.transactions)
        rows.push_back({t.id, t.workload, t.name_de, t.name_en, t.threshold_ms});
    return rows;
}

std::vector<outcome::WorkloadLimit> workload_limit_rows(const study::StudySet& set) {
    std::vector<outcome::WorkloadLimit> rows;
    const std::set<study::Id> with_gpus = study::gpu_classes_of(set);
    std::vector<std::size_t> index;
    for (std::size_t i = 0; i < set.catalog.workloads.size(); ++i) {
        const catalog::WorkloadClass& one = set.catalog.workloads[i];
        if (one.gpus > 0.0 && !with_gpus.contains(one.id)) continue;  // off
        rows.push_back({one.id, one.name_de, one.name_en, outcome::not_applicable});
        index.push_back(i);
    }
    for (const study::Variant& variant : set.variants) {
        const auto classes = study::resolve_workloads(variant.study, set.catalog);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            // fmin: the number where the other is none
            const double limit_ms = classes[index[i]].rtt_limit_ms;
            if (limit_ms > 0.0) rows[i].rtt_limit_ms = std::fmin(rows[i].rtt_limit_ms, limit_ms);
        }
    }
    return rows;
}

}  // namespace verbund::batch

#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"

/// How long people wait without harm to their work, as rows of a run.
namespace verbund::batch {

/// Kinds of transaction with the response times that people bear.
[[nodiscard]] std::vector<outcome::TransactionName> transaction_rows(const catalog::Catalog& catalog);

/// Classes of the catalog, corrected by the study, with the round trips that people bear.  Where variants
/// correct a class differently, the strictest limit stands for it.
[[nodiscard]] std::vector<outcome::WorkloadLimit> workload_limit_rows(const study::StudySet& set);

}  // namespace verbund::batch

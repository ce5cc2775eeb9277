#include <algorithm>

#include <fmt/format.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {
namespace {

/// Names of the transactions that people wait for in a class: "mail", "call, video"; empty if there are none.
std::string transactions_of(const catalog::Catalog& catalog, const std::string& workload) {
    std::string names;
    for (const catalog::Transaction& t : catalog.transactions) {
        if (t.workload == workload) names += (names.empty() ? "" : ", ") + t.id;
    }
    return names;
}

/// Whether a study takes all traffic from a class of the catalog.
bool silenced(const Study& study, const std::string& workload) {
    const auto found = study.workloads.find(workload);
    return found != study.workloads.end() && found->second.traffic &&
           !(*found->second.traffic > 0.0 * kilobit_per_second);
}

}  // namespace

void find_sampled_class_without_traffic(const CheckInput& input) {
    std::vector<std::string> known;
    std::vector<std::string> waited_for;
    for (const catalog::WorkloadClass& w : input.set.catalog.workloads) {
        known.push_back(w.id);
        if (!transactions_of(input.set.catalog, w.id).empty()) waited_for.push_back(w.id);
    }
    for (const std::string& name : input.study.events.latency.workloads) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            UnknownName unknown = unknown_name("workload class", name, known);
            input.report("events.latency.workloads", std::move(unknown.problem), std::move(unknown.remedy));
        } else if (std::find(waited_for.begin(), waited_for.end(), name) == waited_for.end()) {
            input.report("events.latency.workloads",
                         fmt::format("class \"{}\" has no traffic that people wait for (the table of "
                                     "transactions has no row of it), so it has no response time",
                                     name),
                         fmt::format("Name one of {}, or add a row in a table of your own (catalog: "
                                     "{{transactions: ...}}).",
                                     fmt::join(waited_for, ", ")));
        }
    }
}

void find_waited_for_class_without_traffic(const CheckInput& input) {
    for (const auto& [id, workload] : input.study.workloads) {
        const std::string transactions = transactions_of(input.set.catalog, id);
        if (!silenced(input.study, id) || transactions.empty()) continue;
        input.report(
            fmt::format("workloads.{}.traffic", id),
            fmt::format("class \"{}\" would have no traffic, but people wait for its transactions ({})", id,
                        transactions),
            "Give it traffic, or leave the transactions out in a table of your own (catalog: "
            "{transactions: ...}).");
    }
}

}  // namespace verbund::study

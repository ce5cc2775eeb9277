#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/resolve.hpp"

namespace verbund::study {
namespace {

/// Names of the transactions that people wait for in a class: "mail", "call, video"; empty if there are none.
std::string transactions_of(const catalog::Catalog& catalog, const std::string& workload) {
    std::string names;
    for (const catalog::Transaction& t : catalog.transactions)
        if (t.workload == workload) names += (names.empty() ? "" : ", ") + t.id;
    return names;
}

/// Whether response times of a class are computed: the study names it, or names none and so means all.
bool is_sampled(const Study& study, const std::string& workload) {
    const std::vector<std::string>& asked = study.events.latency.workloads;
    return asked.empty() || std::find(asked.begin(), asked.end(), workload) != asked.end();
}

/// Where the traffic of a class stands: at the study's correction, else in its own table of classes.
std::string traffic_path(const Study& study, const std::string& workload) {
    const auto found = study.workloads.find(workload);
    const bool corrected = found != study.workloads.end() && found->second.traffic;
    return corrected ? fmt::format("workloads.{}.traffic", workload)
                     : workload_cell_path(workload, "traffic_kbit_s");
}

std::string remedy(const Study& study, std::string_view thing) {
    return fmt::format(
        "Give it {}, {} events.latency.workloads, or leave the transactions out in a table of "
        "your own (catalog: {{transactions: ...}}).",
        thing, study.events.latency.workloads.empty() ? "name only the other classes in" : "leave it out of");
}

}  // namespace

std::string workload_cell_path(const std::string& workload, const std::string& column) {
    return fmt::format("catalog.workloads.{}.{}", workload, column);
}

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
    for (const catalog::WorkloadClass& w : resolve_workloads(input.study, input.set.catalog)) {
        const std::string transactions = transactions_of(input.set.catalog, w.id);
        if (transactions.empty() || !is_sampled(input.study, w.id)) continue;
        if (!(w.traffic_kbit_s > 0.0)) {
            input.report(
                traffic_path(input.study, w.id),
                fmt::format("class \"{}\" would have no traffic, but people wait for its transactions ({})",
                            w.id, transactions),
                remedy(input.study, "traffic"));
        }
        if (!(w.interactions_per_seat_hour > 0.0)) {
            input.report(workload_cell_path(w.id, "interactions_per_seat_hour"),
                         fmt::format("nobody would use class \"{}\" (no interactions per seat and hour), but "
                                     "people wait for its transactions ({})",
                                     w.id, transactions),
                         remedy(input.study, "interactions"));
        }
    }
}

}  // namespace verbund::study

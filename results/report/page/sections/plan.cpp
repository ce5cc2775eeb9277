#include <map>
#include <tuple>

#include "results/report/page/row_table.hpp"
#include "results/report/page/section.hpp"

namespace verbund::report::page {
namespace {

using outcome::Refusal;
using outcome::Run;

/// Servers without a place at a site for lack of a resource: the year with most of them stands for all.
std::vector<Refusal> worst_refusals(const Run& run) {
    std::map<std::tuple<std::int32_t, std::string, Resource, std::int32_t>, double> sums;
    for (const Refusal& refusal : run.rows<outcome::Refusal>())
        sums[{refusal.variant, refusal.site, refusal.binding, refusal.year}] += refusal.servers;
    std::vector<Refusal> worst;
    for (const auto& [key, servers] : sums) {
        const auto& [variant, site, binding, year] = key;
        const bool is_same = !worst.empty() && worst.back().variant == variant && worst.back().site == site &&
                             worst.back().binding == binding;
        if (!is_same) {
            worst.push_back({variant, year, site, {}, {}, servers, binding});
        } else if (servers > worst.back().servers) {
            worst.back().year = year;
            worst.back().servers = servers;
        }
    }
    return worst;
}

Json refusals(const Source& source) {
    Json table = row_table(source, worst_refusals(source.run));
    if (!table.is_null()) {  // summed over administrations and classes
        std::erase_if(
            table.get_ref<Json::array_t&>(),
            [](const Json& column) {
                return column["name"] == "administration" || column["name"] == "workload";
            });
    }
    return table;
}

}  // namespace

Json plan_section(const Source& source) {
    const Run& run = source.run;
    if (run.rows<outcome::BuildStep>().empty() && run.rows<outcome::Bottleneck>().empty() &&
        run.rows<outcome::Refusal>().empty())
        return nullptr;
    return {{"steps", row_table(source, run.rows<outcome::BuildStep>())},
            {"bottlenecks", row_table(source, run.rows<outcome::Bottleneck>())},
            {"refusals", refusals(source)}};
}

}  // namespace verbund::report::page

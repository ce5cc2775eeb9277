#include "results/report/sentences/answer/host_answers.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::SiteHosts;

std::vector<const SiteHosts*> hosts_of(const outcome::Run& run, std::size_t variant) {
    std::vector<const SiteHosts*> rows;
    for (const SiteHosts& row : run.rows<SiteHosts>())
        if (row.variant == static_cast<std::int32_t>(variant) && row.year == run.years.back())
            rows.push_back(&row);
    return rows;
}

/// A kind of host whatever it is used for, and how many there are.
std::pair<const SiteHosts*, double> most_frequent(const std::vector<const SiteHosts*>& rows) {
    std::map<std::tuple<std::string, int, double, double, double>, std::pair<const SiteHosts*, double>> kinds;
    for (const SiteHosts* row : rows) {
        auto& kind = kinds[{row->host, row->bought, row->cores, row->ram_gb, row->gpus}];
        kind.first = row;
        kind.second += row->count;
    }
    const auto fewer = [](const auto& a, const auto& b) { return a.second.second < b.second.second; };
    return std::max_element(kinds.begin(), kinds.end(), fewer)->second;
}

/// "reserve (N+1) 62 %, memory 30 %": shares of the hosts, the largest first.
std::string bounds_text(const std::vector<const SiteHosts*>& rows, double all, const Style& style) {
    std::map<std::string, double> counts;
    for (const SiteHosts* row : rows) counts[row->bound_by] += row->count;
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [bound, count] : counts) order.emplace_back(count, bound);
    std::sort(order.begin(), order.end(), std::greater<>{});
    std::string text;
    for (const auto& [count, bound] : order) {
        text += fmt::format("{}{} {} %", text.empty() ? "" : ", ", word("bound_by", bound, style.language),
                            fixed_number(percent_per_one * count / all, 0, style));
    }
    return text;
}

}  // namespace

std::string host_sentence(const outcome::Run& run, std::size_t variant, const Style& style) {
    const std::vector<const SiteHosts*> rows = hosts_of(run, variant);
    if (rows.empty()) return {};
    double all = 0.0;
    for (const SiteHosts* row : rows) all += row->count;
    const auto [kind, count] = most_frequent(rows);
    return say(style.language,
               "Hosts {}: {}, davon {} mit {} Kernen und {} GB ({}, gekauft {}, {}/{} W im Leerlauf/unter "
               "Volllast); Anzahl bestimmt durch: {}.",
               "Hosts {}: {}, of them {} with {} cores and {} GB ({}, bought {}, {}/{} W idle/at full load); "
               "number bound by: {}.",
               run.years.back(), fixed_number(all, 0, style), fixed_number(count, 0, style),
               fixed_number(kind->cores, 0, style), fixed_number(kind->ram_gb, 0, style),
               word("host", kind->host, style.language), kind->bought, fixed_number(kind->idle_w, 0, style),
               fixed_number(kind->full_w, 0, style), bounds_text(rows, all, style));
}

}  // namespace verbund::report

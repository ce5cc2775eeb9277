#include "results/report/sentences/answer/standby_answers.hpp"

#include <algorithm>
#include <map>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::MissingStandby;

}  // namespace

std::string missing_standby_sentence(const outcome::Run& run, std::size_t variant, const PlaceNames& names,
                                     const Style& style) {
    const std::vector<const MissingStandby*> rows = rows_of(run.rows<outcome::MissingStandby>(), variant);
    if (rows.empty()) return {};
    std::map<int, double> servers;  // by year
    for (const MissingStandby* row : rows) servers[row->year] += row->missing;
    const auto [year, all] = *std::max_element(
        servers.begin(), servers.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const MissingStandby* most = nullptr;
    for (const MissingStandby* row : rows)
        if (row->year == year && (most == nullptr || row->missing > most->missing)) most = row;
    return say(
        style.language,
        "Reserve fehlt für {} % der {}en Server von {} in {} ({}; knapp: {}), insgesamt für {} Server.",
        "Standby for {} % of the {} servers of {} is missing at {} ({}; short of: {}), for {} servers "
        "in all.",
        short_number(percent_per_one * most->share, style),
        word("criticality", most->criticality, style.language), names.of(most->primary), names.of(most->site),
        year, resource_name(most->binding, style.language), short_number(all, style));
}

}  // namespace verbund::report

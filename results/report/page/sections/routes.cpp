#include <algorithm>

#include "results/report/lookup.hpp"
#include "results/report/page/section.hpp"
#include "results/report/route_counts.hpp"

namespace verbund::report::page {
namespace {

Json json_of(const RouteCount& count) {
    return {{"all", count.all},
            {"apart", count.apart},
            {"one_access", count.one_access},
            {"sharing", count.sharing()}};
}

}  // namespace

Json routes_section(const Source& source) {
    const outcome::Run& run = source.run;
    if (run.rows<outcome::RoutePair>().empty()) return nullptr;
    Json variants = Json::array();
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        const RouteCounts counts = count_routes(run, variant);
        variants.push_back({{"served", json_of(counts.served)},
                            {"backed_up", json_of(counts.backed_up)},
                            {"replicated", json_of(counts.replicated)},
                            {"rows", rows_of(run.rows<outcome::RoutePair>(), variant).size()}});
    }
    const bool synthetic =
        std::any_of(run.links.begin(), run.links.end(), [](const auto& link) { return link.synthetic; });
    return {{"variants", std::move(variants)}, {"synthetic", synthetic}};
}

}  // namespace verbund::report::page

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "models/network/nearest_place.hpp"
#include "models/network/topology.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/hints.hpp"
#include "scenarios/study/price_keys.hpp"
#include "scenarios/study/territory.hpp"
#include "scenarios/study/variant_mistakes.hpp"

namespace verbund::study {
namespace {

/// Reports variant by variant; what all variants share is told once.
void for_each_variant(const StudySet& set, Diagnostics& hints,
                      const std::function<void(const Variant&, Reporter&)>& find) {
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        Diagnostics own;
        Reporter report{variant.places, own};
        find(variant, report);
        found.add(variant.id, own);
    }
    found.move_to(hints, set.variants.size());
}

bool takes_a_site(const std::string& target) {
    return target.starts_with("center:") || target.starts_with("room:");
}

/// A center, and the rule that gives it a share of standby hosts.
struct Sharer {
    Id center;
    std::string rule;
};

/// Centers whose standby hosts are shared, by the center where these stand.
std::map<Id, std::vector<Sharer>> sharers(const Study& study) {
    std::map<Id, std::vector<Sharer>> by;
    for (const auto& [key, rule] : study.backups) {
        if (rule.sizing != continuity::StandbySizing::shared) continue;
        for (const auto& [id, center] : study.centers) {
            const bool meant = key == id || key == "all" || key == "group:" + center.group;
            if (!meant || (key != id && study.backups.contains(id))) continue;
            const Id at = rule.center == "partner" ? center.partner.value_or("") : rule.center;
            if (at != id && study.centers.contains(at)) by[at].push_back({id, key});
        }
    }
    return by;
}

}  // namespace

void find_long_outages(const StudySet& set, Diagnostics& hints) {
    const Duration long_for_an_outage = 7.0 * days;
    for_each_variant(set, hints, [&](const Variant& variant, Reporter& report) {
        for (const auto& [id, drill] : variant.study.drills) {
            const bool site = std::any_of(drill.fail.begin(), drill.fail.end(), takes_a_site);
            if (!site || drill.destroyed || !drill.lasts || *drill.lasts < long_for_an_outage) continue;
            report(fmt::format("drills.{}.for", id),
                   fmt::format("{} off, and whole afterwards: no data are lost", to_text(*drill.lasts)),
                   "Of a fire write destroyed: true and replaced_after in place of for.");
        }
    });
}

void find_shared_reserve_of_neighbours(const StudySet& set, Diagnostics& hints) {
    const Length near = 5.0 * kilometre;
    for_each_variant(set, hints, [&](const Variant& variant, Reporter& report) {
        const std::map<Id, Center>& centers = variant.study.centers;
        for (const auto& [at, primaries] : sharers(variant.study)) {
            for (std::size_t i = 1; i < primaries.size(); ++i) {
                const Id& one = primaries[i - 1].center;
                const Id& other = primaries[i].center;
                const Length apart = network::great_circle(centers.at(one).at, centers.at(other).at);
                if (apart >= near) continue;
                report(
                    fmt::format("backups.{}.sizing", primaries[i].rule),
                    fmt::format("standby hosts in \"{}\" hold either \"{}\" or \"{}\", which lie {:.1f} km "
                                "apart and may fail together",
                                at, one, other, apart.in(kilometre)),
                    "Write sizing: own if they must carry both.");
            }
        }
    });
}

void find_uplinks_without_other_traffic(const StudySet& set, Diagnostics& hints) {
    for_each_variant(
        set, hints,
        [&](const Variant& variant, Reporter& report) {
            for (const auto& [id, center] : variant.study.centers) {
                if (!center.other_load || center.other_load->traffic || center.uplink) continue;
                report(fmt::format("centers.{}.other_load", id),
                       "the line of this center is sized for the study's users alone",
                       "State traffic of the others' users at its peak, or the uplink.");
                return;
            }
        });
}

void find_distant_hubs(const StudySet& set, Diagnostics& hints) {
    const Length far = 60.0 * kilometre;
    for_each_variant(set, hints, [&](const Variant& variant, Reporter& report) {
        if (variant.study.network.topology != TopologyKind::synthetic) return;
        std::vector<Place> hubs;
        std::vector<SelectedAdministration> towns;
        for (const SelectedAdministration& one :
             select_administrations(variant.study.territory, set.catalog)) {
            if (!one.at) continue;
            if (one.kind == "municipality")
                towns.push_back(one);
            else
                hubs.push_back(*one.at);
        }
        for (const auto& [id, center] : variant.study.centers) hubs.push_back(center.at);
        if (hubs.empty() || towns.empty()) return;
        const network::NearestPlace nearest{hubs};
        std::pair<Length, Id> farthest;
        for (const SelectedAdministration& town : towns)
            farthest =
                std::max(farthest, {network::great_circle(*town.at, hubs[nearest.to(*town.at)]), town.id});
        if (farthest.first < far) return;
        report("network.topology",
               fmt::format("the access line of \"{}\" is {:.0f} km long: no district, city or center of the "
                           "study is nearer",
                           farthest.second, farthest.first.in(kilometre)),
               "Add its district to the territory, or draw the network (topology: given).");
    });
}

void find_unheeded_licence_prices(const StudySet& set, Diagnostics& hints) {
    constexpr std::array<std::string_view, 3> licences{"cost.licence", "cost.licence.open-source",
                                                       "cost.guest-licence"};
    for_each_variant(set, hints, [&](const Variant& variant, Reporter& report) {
        const Hosts& hosts = variant.study.hosts;
        if (hosts.choose != HostChoice::cost || hosts.compared_licence) return;
        for (const std::string_view figure : licences) {
            const std::string key = price_key(figure);
            if (!variant.study.prices.contains(key)) continue;
            report("prices." + key,
                   "decides what hosts cost, not which are bought: they are compared at the catalog's price",
                   "State hosts.compared_licence (of a core and year) to choose hosts by it.");
            return;
        }
    });
}

}  // namespace verbund::study

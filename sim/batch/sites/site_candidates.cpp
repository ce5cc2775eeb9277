#include "sim/batch/sites/site_candidates.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/economics/tax.hpp"
#include "models/network/sold_rate.hpp"
#include "models/network/topology.hpp"
#include "scenarios/study/price_book.hpp"

namespace verbund::batch {
namespace {

/// A district's seat this near to a center is not proposed: it is the center's own town, and nearer than 5 km
/// two rooms are not even operationally redundant (BSI, rule of thumb).  Wider than what the reader of a
/// table calls a mistake (1 km), because nobody has named this place.
constexpr double same_town_km = 5.0;

double distance_km(Place a, Place b) { return network::great_circle(a, b).in(kilometre); }

/// "Bad Homburg v. d. Höhe" -> "rz-bad-homburg-v-d-hoehe".
std::string id_from(const std::string& name) {
    static const std::map<std::string, std::string> spelled{
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}};
    std::string id = "rz";
    bool gap = true;
    for (std::size_t i = 0; i < name.size();) {
        const auto umlaut = spelled.find(name.substr(i, 2));
        const auto c = static_cast<unsigned char>(name[i]);
        std::string letters;
        if (umlaut != spelled.end())
            letters = umlaut->second;
        else if (c >= 'A' && c <= 'Z')
            letters = std::string(1, static_cast<char>(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters = std::string(1, static_cast<char>(c));
        i += umlaut != spelled.end() ? 2 : 1;
        gap = gap || letters.empty();
        if (letters.empty()) continue;
        if (gap) id += '-';
        gap = false;
        id += letters;
    }
    return id;
}

std::set<std::string> ids_taken(const SiteQuestion& question) {
    std::set<std::string> taken;
    for (const auto& [id, center] : question.study.centers) taken.insert(id);
    for (const auto& [id, administration] : question.study.territory.administrations) taken.insert(id);
    for (const auto& [id, node] : question.study.network.nodes) taken.insert(id);
    return taken;
}

bool at_some_center(const study::Study& study, Place place) {
    return std::any_of(
        study.centers.begin(), study.centers.end(),
        [&](const auto& entry) { return distance_km(entry.second.at, place) < same_town_km; });
}

bool is_primary(const SiteQuestion& question, const study::Id& id) {
    return std::any_of(
        question.primaries.begin(), question.primaries.end(),
        [&](const PrimarySite& primary) { return primary.id == id; });
}

bool synchronous_asked(const PrimarySite& primary) {
    return !primary.replication_open && primary.rule.replication == continuity::ReplicationMode::synchronous;
}

bool round_trip_allows(const SiteQuestion& question, const PrimarySite& primary, Place place) {
    if (!synchronous_asked(primary)) return true;
    const Duration trip = direct_round_trip(question.study.network, primary.at, place);
    return continuity::replication_verdict(trip) != continuity::ReplicationVerdict::asynchronous_only;
}

double mean_failover_ms(const SiteQuestion& question, std::size_t primary, Place place) {
    double weight = 0.0;
    double sum = 0.0;
    for (const ServedPlace& served : question.places) {
        if (served.primary != primary) continue;
        weight += served.workplaces;
        sum +=
            served.workplaces * direct_round_trip(question.study.network, served.at, place).in(milliseconds);
    }
    return weight > 0.0 ? sum / weight : 0.0;
}

/// With fewer primaries than sites each primary's load is shared out among all of them.
double part_of_load(const SiteQuestion& question, const SiteOrder& order) {
    const auto primaries = static_cast<int>(question.primaries.size());
    return primaries < order.sites ? 1.0 / order.sites : 1.0;
}

struct DistantPrimary {
    const PrimarySite* primary = nullptr;
    double km = 0.0;
};

DistantPrimary farthest_primary(const SiteQuestion& question, Place place) {
    DistantPrimary found;
    for (const PrimarySite& primary : question.primaries) {
        const double km = distance_km(primary.at, place);
        if (found.primary == nullptr || km > found.km) found = {&primary, km};
    }
    return found;
}

outcome::SiteLeftOut row_of(const study::SiteCandidate& candidate) {
    outcome::SiteLeftOut row;
    row.site = candidate.id;
    row.name = candidate.name;
    row.latitude = candidate.at.latitude;
    row.longitude = candidate.at.longitude;
    return row;
}

outcome::SiteLeftOut too_near(const study::SiteCandidate& candidate, const DistantPrimary& farthest,
                              const SiteOrder& order) {
    outcome::SiteLeftOut row = row_of(candidate);
    row.criterion = "distance";
    row.value = farthest.km;
    row.limit = order.min_distance.in(kilometre);
    row.unit = "km";
    row.primary = farthest.primary->id;
    return row;
}

outcome::SiteLeftOut too_slow(const SiteQuestion& question, const study::SiteCandidate& candidate,
                              const PrimarySite& primary) {
    outcome::SiteLeftOut row = row_of(candidate);
    row.criterion = "round-trip";
    row.value = direct_round_trip(question.study.network, primary.at, candidate.at).in(milliseconds);
    row.limit = continuity::synchronous_warned_limit.in(milliseconds);
    row.unit = "ms";
    row.primary = primary.id;
    return row;
}

/// Row of the first limit that no primary's standby fits in.
std::optional<outcome::SiteLeftOut> too_small(const study::SiteCandidate& candidate,
                                              const siting::SiteCandidate& offer,
                                              const siting::SitePrimary& least) {
    for (const Resource r : siting::compared) {
        const std::optional<double>& limit = offer.limit[r];
        if (!limit || *limit >= least.need[r]) continue;
        outcome::SiteLeftOut row = row_of(candidate);
        row.criterion = "capacity";
        row.binding = r;
        row.value = least.need[r];
        row.limit = *limit;
        row.unit = resource_kinds[r].unit;
        return row;
    }
    return std::nullopt;
}

siting::SitePrimary least_need(const siting::SitingProblem& problem) {
    siting::SitePrimary least = problem.primaries.front();
    for (const siting::SitePrimary& p : problem.primaries)
        for (const Resource r : siting::compared) least.need[r] = std::min(least.need[r], p.need[r]);
    return least;
}

std::string resource_words(const siting::SitingConflict& conflict) {
    if (!conflict.resource) return "room for it";
    switch (*conflict.resource) {
        case Resource::it_power:
            return fmt::format("the {:.1f} kW of IT power it needs (the largest has {:.1f} kW)",
                               conflict.needed, conflict.largest);
        case Resource::racks:
            return fmt::format("the {:.1f} racks it needs (the largest has {:.0f})", conflict.needed,
                               conflict.largest);
        default:
            break;
    }
    return fmt::format("the {:.1f} TB of storage it needs (the largest has {:.1f} TB)", conflict.needed,
                       conflict.largest);
}

/// Why no candidate may back up `primary`: by distance, by round trip, or by both together.
std::string nothing_allowed(const SiteQuestion& question, const PrimarySite& primary,
                            const std::vector<study::SiteCandidate>& candidates, const SiteOrder& order) {
    const study::SiteCandidate* near = nullptr;
    double farthest = 0.0;
    for (const study::SiteCandidate& candidate : candidates) {
        const double km = distance_km(primary.at, candidate.at);
        farthest = std::max(farthest, km);
        if (km < order.min_distance.in(kilometre)) continue;
        if (near == nullptr || km < distance_km(primary.at, near->at)) near = &candidate;
    }
    if (near == nullptr) {
        return fmt::format(
            "no candidate is {:.0f} km or more from center \"{}\" (the farthest is {:.0f} km away)",
            order.min_distance.in(kilometre), primary.id, farthest);
    }
    return fmt::format(
        "synchronous replication for center \"{}\" and {:.0f} km distance contradict each other (the nearest "
        "candidate that far, \"{}\" at {:.0f} km, has a round trip of {:.1f} ms or more; synchronous works "
        "up to "
        "{:.0f} ms)",
        primary.id, order.min_distance.in(kilometre), near->id, distance_km(primary.at, near->at),
        direct_round_trip(question.study.network, primary.at, near->at).in(milliseconds),
        continuity::synchronous_warned_limit.in(milliseconds));
}

}  // namespace

Duration direct_round_trip(const study::Network& network, Place a, Place b) {
    const Length route = network::great_circle(a, b) * network.route_factor;
    return 2.0 * (route.in(kilometre)*network.per_kilometre + network.per_hop + 2.0 * network.gateway);
}

double lines_eur(const SiteQuestion& question, const PrimarySite& primary, Place to, double part) {
    const catalog::Catalog& catalog = question.set->catalog;
    const economics::PriceBook prices = study::price_book(catalog, question.study);
    const DataRate rate = network::sold_rate(catalog, part * primary.copies_gbit_s * gigabit_per_second);
    const economics::Join join = prices.wan.join_eur_per_year(
        network::great_circle(primary.at, to).in(kilometre), rate.in(megabit_per_second));
    return economics::gross(2.0 * join.in_all_eur_per_year, prices.value_added_tax);
}

std::vector<study::SiteCandidate> usual_candidates(const SiteQuestion& question) {
    std::vector<study::SiteCandidate> candidates;
    for (const auto& [id, center] : question.study.centers) {
        const bool stands = center.commissioned <= question.commissioned && !center.closed;
        if (center.role == study::CenterRole::own || is_primary(question, id) || !stands) continue;
        study::SiteCandidate candidate;
        candidate.id = id;
        candidate.name = center.name;
        candidate.at = center.at;
        candidate.existing = true;
        candidates.push_back(std::move(candidate));
    }
    // places without a line into a given network cannot be reached
    if (question.study.network.topology == study::TopologyKind::given) return candidates;
    std::set<std::string> taken = ids_taken(question);
    for (const catalog::District& district : question.set->catalog.districts) {
        if (at_some_center(question.study, district.place)) continue;
        study::SiteCandidate candidate;
        candidate.id = id_from(district.seat);
        if (!taken.insert(candidate.id).second) candidate.id += "-" + district.ags;
        candidate.name = district.seat;
        candidate.at = district.place;
        candidate.state = district.state;
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

siting::SitingProblem siting_problem(const SiteQuestion& question,
                                     const std::vector<study::SiteCandidate>& candidates,
                                     const SiteOrder& order) {
    siting::SitingProblem problem;
    problem.sites = order.sites;
    const double part = part_of_load(question, order);
    for (const PrimarySite& p : question.primaries) {
        siting::SitePrimary& primary = problem.primaries.emplace_back();
        for (const Resource r : siting::compared) primary.need[r] = p.need[r] * part;
        primary.workplaces = std::max(p.workplaces, 1.0);
        problem.shared_standby = problem.shared_standby || p.rule.sizing == continuity::StandbySizing::shared;
    }
    for (const study::SiteCandidate& c : candidates) {
        siting::SiteCandidate offer;
        offer.fixed_eur = c.rent.in(euro_per_year);
        if (c.it_power) offer.limit[Resource::it_power] = c.it_power->in(kilowatt);
        if (c.racks) offer.limit[Resource::racks] = *c.racks;
        if (c.storage) offer.limit[Resource::storage] = c.storage->in(terabyte);
        problem.candidates.push_back(offer);
    }
    for (std::size_t p = 0; p < question.primaries.size(); ++p) {
        const PrimarySite& primary = question.primaries[p];
        std::vector<siting::SitePair> pairs;
        for (const study::SiteCandidate& c : candidates) {
            pairs.push_back({.allowed = network::great_circle(primary.at, c.at) >= order.min_distance &&
                                        round_trip_allows(question, primary, c.at),
                             .cost_eur = primary.cost_eur * part + lines_eur(question, primary, c.at, part),
                             .failover_ms = mean_failover_ms(question, p, c.at)});
        }
        problem.pairs.push_back(std::move(pairs));
    }
    if (order.sites > 1) {
        for (const study::SiteCandidate& a : candidates) {
            std::vector<bool> row;
            for (const study::SiteCandidate& b : candidates)
                row.push_back(&a == &b || network::great_circle(a.at, b.at) >= order.min_distance);
            problem.compatible.push_back(std::move(row));
        }
    }
    return problem;
}

std::vector<outcome::SiteLeftOut> left_out_by_rule(const SiteQuestion& question,
                                                   const std::vector<study::SiteCandidate>& candidates,
                                                   const siting::SitingProblem& problem,
                                                   const SiteOrder& order) {
    std::vector<outcome::SiteLeftOut> rows;
    const siting::SitePrimary least = least_need(problem);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const bool allowed = std::any_of(problem.pairs.begin(), problem.pairs.end(),
                                         [&](const auto& pairs) { return pairs[c].allowed; });
        if (!allowed) {
            const DistantPrimary far = farthest_primary(question, candidates[c].at);
            rows.push_back(far.km < order.min_distance.in(kilometre)
                               ? too_near(candidates[c], far, order)
                               : too_slow(question, candidates[c], *far.primary));
        } else if (auto row = too_small(candidates[c], problem.candidates[c], least)) {
            rows.push_back(std::move(*row));
        }
    }
    return rows;
}

void refuse_contradiction(const SiteQuestion& question, const std::vector<study::SiteCandidate>& candidates,
                          const siting::SitingProblem& problem, const SiteOrder& order) {
    using Kind = siting::SitingConflict::Kind;
    const siting::SitingConflict conflict =
        siting::explain_infeasible(problem).value_or(siting::SitingConflict{});
    const PrimarySite& primary = question.primaries[conflict.primary];
    std::string problem_text;
    std::string remedy = "Name further candidates, or relax a rule.";
    switch (conflict.kind) {
        case Kind::none_allowed:
            problem_text = nothing_allowed(question, primary, candidates, order);
            break;
        case Kind::too_small:
            problem_text = fmt::format(
                "the standby of center \"{}\" fits nowhere: none of the {} candidates that "
                "are far enough has {}",
                primary.id, conflict.candidates, resource_words(conflict));
            remedy = "Name larger candidates, more sites (--k), or --sizing shared.";
            break;
        case Kind::incompatible:
            problem_text = fmt::format(
                "--k {} asks for {} sites at least {:.0f} km from each other, and only {} of "
                "the {} candidates are that far apart",
                order.sites, order.sites, order.min_distance.in(kilometre), conflict.found,
                conflict.candidates);
            remedy = "Ask for fewer sites or name candidates farther apart.";
            break;
        case Kind::together:
            problem_text = fmt::format(
                "no choice of {} of the candidates meets all rules at once ({})", order.sites,
                conflict.capacity_decides  ? "without limits of capacity there would be one"
                : conflict.spacing_decides ? "without the distance between the sites there would be one"
                                           : "distance of each center from its backup site, spacing and "
                                             "capacity contradict each other");
            break;
        case Kind::not_found:
            problem_text = "the search for a choice of sites stopped at its limit without one";
            remedy = "Name fewer candidates.";
            break;
    }
    throw InvalidInput{
        {Diagnostic{.at = {}, .key = "--candidates", .problem = problem_text, .remedy = remedy}}};
}

}  // namespace verbund::batch

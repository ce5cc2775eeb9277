#include "sim/batch/sites/site_question.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "sim/batch/run_study.hpp"
#include "sim/batch/sites/main_primary.hpp"
#include "sim/batch/sites/site_variants.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {
namespace {

[[noreturn]] void refuse(std::string key, std::string problem, std::string remedy) {
    throw InvalidInput{{Diagnostic{
        .at = {}, .key = std::move(key), .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

int year_of(const study::StudySet& set, const SiteOrder& order) {
    const int year = order.year.value_or(set.milestones.empty() ? set.horizon.last : set.milestones.back());
    if (year >= set.horizon.first && year <= set.horizon.last) return year;
    refuse("--year",
           fmt::format("{} is outside the horizon ({} to {})", year, set.horizon.first, set.horizon.last),
           "Name a year of the study.");
}

/// Shared centers that run servers: rooms of a single administration are backed up by its own rules.
std::vector<std::size_t> primaries_in(const deploy::World& world, const deploy::Deployment& year) {
    std::vector<std::size_t> primaries;
    const std::vector<deploy::Site>& sites = world.variant().sites;
    for (std::size_t s = 0; s < deploy::center_count(sites); ++s) {
        const bool shared = sites[s].center->role != study::CenterRole::own;
        if (shared && year.sites[s].servers_placed > 0) primaries.push_back(s);
    }
    return primaries;
}

std::vector<std::size_t> variants_to_try(const study::StudySet& set, const std::string& wanted) {
    std::vector<std::size_t> indices;
    std::vector<std::string> ids;
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        ids.push_back(set.variants[v].id);
        if (wanted.empty() || ids.back() == wanted) indices.push_back(v);
    }
    if (indices.empty()) {
        refuse("--variant", fmt::format("no variant \"{}\" (there are: {})", wanted, fmt::join(ids, ", ")),
               "Name one of them.");
    }
    return indices;
}

study::Backup rule_of(const study::Backup* stated, const SiteOrder& order) {
    study::Backup rule = stated != nullptr ? *stated : study::Backup{};
    if (order.standby) rule.standby = *order.standby;
    if (order.replication) rule.replication = *order.replication;
    if (order.sizing) rule.sizing = *order.sizing;
    rule.from.reset();
    return rule;
}

/// Every other center keeps its rule under its own name; the primaries lose theirs.
std::map<study::Id, study::Backup> rules_without(const std::vector<std::size_t>& primaries,
                                                 const study::Study& study,
                                                 const std::vector<deploy::Site>& sites) {
    std::map<study::Id, study::Backup> rules;
    for (std::size_t s = 0; s < deploy::center_count(sites); ++s) {
        if (std::find(primaries.begin(), primaries.end(), s) != primaries.end()) continue;
        if (const study::Backup* rule = deploy::backup_rule(study, sites[s]))
            rules.emplace(sites[s].id, *rule);
    }
    return rules;
}

/// Where each administration has most of the servers that a backup site would protect.
std::vector<ServedPlace> served_places(const deploy::World& world, const deploy::Deployment& year,
                                       const std::vector<std::size_t>& primaries,
                                       const std::vector<PrimarySite>& described) {
    std::vector<ProtectedSite> protected_sites;
    for (std::size_t p = 0; p < primaries.size(); ++p)
        protected_sites.push_back({primaries[p], described[p].rule.protects});
    std::vector<ServedPlace> places;
    for (std::size_t a = 0; a < year.administrations.size(); ++a) {
        const auto primary =
            main_primary(year.administrations[a], world.variant().workloads, protected_sites);
        if (!primary) continue;
        places.push_back({.primary = *primary,
                          .at = world.variant().administrations[a].at,
                          .workplaces = year.administrations[a].seats});
    }
    return places;
}

/// A new site opens on the first milestone's 1 January, or in `year` if that comes earlier.
Date opening(const study::StudySet& set, int year) {
    const auto first = std::find_if(set.milestones.begin(), set.milestones.end(),
                                    [&](int milestone) { return milestone <= year; });
    return {first != set.milestones.end() ? *first : year, 1, 1};
}

std::string probe_id(const study::Id& primary) { return "probe:" + primary; }

/// Fills in what a site without limits at the primary's own place holds and costs.
void probe(SiteQuestion& question, int jobs) {
    study::StudySet set = *question.set;
    study::Study study = question.study;
    for (const PrimarySite& primary : question.primaries) {
        study::SiteCandidate here;
        here.id = here.name = probe_id(primary.id);
        here.at = primary.at;
        study.centers.emplace(here.id, study::center_of(here, question.commissioned));
        study::Backup rule = primary.rule;
        rule.center = here.id;
        study.backups.emplace(primary.id, rule);
        if (study.network.topology == study::TopologyKind::given) {
            study.network.links.emplace(
                here.id, study::NetworkLink{
                             .from = here.id, .to = primary.id, .length = {}, .capacity = {}, .ducts = {}});
        }
    }
    set.variants = {made_variant("probe", "", std::move(study))};
    set.base_variant.clear();
    const outcome::Run run = run_study(set, {.jobs = jobs, .progress = {}}, nullptr);
    const auto year = static_cast<std::size_t>(question.year - set.horizon.first);
    for (PrimarySite& primary : question.primaries) {
        for (std::size_t c = 0; c < run.centers.size(); ++c) {
            const outcome::SiteYear& site = run.yearly[run.yearly_index(0, year, c)];
            if (run.centers[c].id != probe_id(primary.id)) continue;
            for (const Resource r : site_resources) primary.need[r] = site.resources[r].need;
            primary.cost_eur = site.cost.total_eur;  // a line to the same place costs nothing
            primary.copies_gbit_s = site.replication_gbit_s;
        }
    }
}

}  // namespace

SiteQuestion ask_for_sites(const study::StudySet& set, const SiteOrder& order, int jobs) {
    SiteQuestion question;
    question.set = &set;
    question.year = year_of(set, order);
    question.commissioned = opening(set, question.year);
    for (const std::size_t v : variants_to_try(set, order.variant)) {
        const deploy::World world{set, v};
        const deploy::WorldYear at = world.year(question.year);
        const deploy::Deployment& year = at.year();
        const std::vector<std::size_t> primaries = primaries_in(world, year);
        if (primaries.empty()) continue;
        question.variant = v;
        question.study = set.variants[v].study;
        question.study.backups = rules_without(primaries, question.study, world.variant().sites);
        for (const std::size_t s : primaries) {
            const deploy::Site& site = world.variant().sites[s];
            const study::Backup* stated = deploy::backup_rule(set.variants[v].study, site);
            question.primaries.push_back({.id = site.id,
                                          .name = site.name,
                                          .at = site.at,
                                          .state = site.state,
                                          .rule = rule_of(stated, order),
                                          .replication_open = !order.replication && stated == nullptr,
                                          .workplaces = year.sites[s].workplaces});
        }
        question.places = served_places(world, year, primaries, question.primaries);
        probe(question, jobs);
        return question;
    }
    const std::string who =
        order.variant.empty() ? "no variant runs" : fmt::format("variant \"{}\" does not run", order.variant);
    refuse("--variant",
           fmt::format("{} anything in a shared center in {} (a backup site is looked for such centers)", who,
                       question.year),
           "Name a variant with moves to a center, or a later year.");
}

}  // namespace verbund::batch

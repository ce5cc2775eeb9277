#include "sim/batch/sites/site_variants.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/quantity_text.hpp"
#include "models/network/topology.hpp"
#include "sim/batch/sites/site_candidates.hpp"

namespace verbund::batch {
namespace {

constexpr const char* backup_group = "backup-sites";

std::vector<std::string> chosen_ids(const siting::SiteChoice& choice,
                                    const std::vector<study::SiteCandidate>& candidates) {
    std::vector<std::string> ids;
    for (const std::size_t c : choice.sites) ids.push_back(candidates[c].id);
    return ids;
}

void add_links(study::Network& network, const study::SiteCandidate& candidate) {
    for (const study::Id& end : candidate.links) {
        study::NetworkLink link;
        link.from = candidate.id;
        link.to = end;
        link.ducts = candidate.ducts;
        network.links.emplace(fmt::format("{}--{}", candidate.id, end), std::move(link));
    }
}

continuity::ReplicationMode replication_for(const SiteQuestion& question, const PrimarySite& primary,
                                            const study::SiteCandidate& site) {
    if (!primary.replication_open) return primary.rule.replication;
    const Duration trip = direct_round_trip(question.study.network, primary.at, site.at);
    return continuity::replication_verdict(trip) == continuity::ReplicationVerdict::synchronous
               ? continuity::ReplicationMode::synchronous
               : continuity::ReplicationMode::asynchronous;
}

study::Variant variant_for(const SiteQuestion& question, const std::vector<study::SiteCandidate>& candidates,
                           const siting::SiteChoice& choice) {
    study::Study study = question.study;
    const bool shared_out = question.primaries.size() < choice.sites.size();
    std::vector<std::string> names;
    for (const std::size_t c : choice.sites) {
        const study::SiteCandidate& candidate = candidates[c];
        if (!candidate.existing)
            study.centers.emplace(candidate.id, study::center_of(candidate, question.commissioned));
        if (shared_out) study.centers.at(candidate.id).group = backup_group;
        add_links(study.network, candidate);
        names.push_back(candidate.name);
    }
    for (std::size_t p = 0; p < question.primaries.size(); ++p) {
        const PrimarySite& primary = question.primaries[p];
        const study::SiteCandidate& site = candidates[choice.backup_of[p]];
        study::Backup rule = primary.rule;
        rule.center = shared_out ? fmt::format("group:{}", backup_group) : site.id;
        rule.spread = shared_out ? study::FallbackSpread::all : study::FallbackSpread::nearest;
        rule.replication = replication_for(question, primary, site);
        study.backups.insert_or_assign(primary.id, std::move(rule));
    }
    return made_variant(fmt::format("mit-{}", fmt::join(chosen_ids(choice, candidates), "-und-")),
                        fmt::format("{}", fmt::join(names, " + ")), std::move(study));
}

/// What the table of candidates brought into the run.
void note_candidates(study::StudySet& set, const std::vector<study::SiteCandidate>& candidates,
                     const std::vector<siting::SiteChoice>& choices) {
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const study::SiteCandidate& candidate = candidates[c];
        bool chosen = false;
        for (const siting::SiteChoice& choice : choices)
            chosen = chosen || std::find(choice.sites.begin(), choice.sites.end(), c) != choice.sites.end();
        if (!chosen || candidate.existing) continue;
        const Evidence evidence{"G", "candidate of this comparison"};
        set.assumptions.push_back(
            {fmt::format("candidates.{}.at", candidate.id),
             fmt::format("lat {}, lon {}", candidate.at.latitude, candidate.at.longitude), true,
             "Place of the candidate.", evidence});
        if (candidate.it_power) {
            set.assumptions.push_back({fmt::format("candidates.{}.it_power", candidate.id),
                                       to_text(*candidate.it_power), true, "IT power the candidate offers.",
                                       evidence});
        }
    }
}

}  // namespace

study::Variant made_variant(study::Id id, std::string title, study::Study study) {
    study::Variant variant;
    variant.id = std::move(id);
    variant.title = std::move(title);
    variant.study = std::move(study);
    return variant;
}

std::string choice_name(const siting::SiteChoice& choice,
                        const std::vector<study::SiteCandidate>& candidates) {
    return fmt::format("{}", fmt::join(chosen_ids(choice, candidates), " + "));
}

study::StudySet variants_of(const SiteQuestion& question, const std::vector<study::SiteCandidate>& candidates,
                            const std::vector<siting::SiteChoice>& choices) {
    study::StudySet set = *question.set;
    const std::string& title = set.variants[question.variant].title;
    set.variants = {made_variant("ohne-zweitstandort", title, question.study)};
    set.base_variant = set.variants.front().id;
    for (const siting::SiteChoice& choice : choices)
        set.variants.push_back(variant_for(question, candidates, choice));
    for (study::Variant& variant : set.variants) variant.study.availability.years = {question.year};
    note_candidates(set, candidates, choices);
    return set;
}

}  // namespace verbund::batch

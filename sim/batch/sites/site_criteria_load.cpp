#include "sim/batch/sites/site_criteria.hpp"

namespace verbund::batch {
namespace {

/// Figures of a center in a variant of the run; null where it does not stand.
const outcome::SiteYear* site_year(const ChoiceFacts& facts, std::size_t variant, const std::string& id) {
    const outcome::Run& run = *facts.choice.run;
    for (std::size_t c = 0; c < run.centers.size(); ++c)
        if (run.centers[c].id == id) return &run.yearly[run.yearly_index(variant, facts.year_index(), c)];
    return nullptr;
}

void judge_capacity_of(const study::SiteCandidate& candidate, const ChoiceFacts& facts, ChoiceRows& rows) {
    int asked = 0;
    int missing = 0;
    Resource binding = Resource::none;
    for (std::size_t s = 0; s < facts.sites.size(); ++s) {
        if (facts.sites[s].id != candidate.id) continue;
        for (const deploy::ProtectedServers& servers : facts.year.sites[s].protected_servers) {
            asked += servers.asked;
            missing += servers.asked - servers.placed;
            if (servers.asked > servers.placed) binding = servers.binding;
        }
    }
    rows.option.refused_servers += missing;
    outcome::SiteCriterion& row =
        add_criterion(facts, rows, "capacity", candidate.id, missing > 0 ? "missed" : "met");
    row.value = missing;
    row.limit = 0.0;
    row.unit = "1";
    row.other_value = asked;
    row.other_unit = "1";
    row.binding = binding;
}

const outcome::AvailabilitySummary* critical(const ChoiceFacts& facts, std::size_t variant) {
    for (const outcome::AvailabilitySummary& row : facts.choice.run->rows<outcome::AvailabilitySummary>()) {
        const bool here = row.variant == static_cast<std::int32_t>(variant) && row.group == "critical";
        if (here && row.year == facts.choice.question->year) return &row;
    }
    return nullptr;
}

}  // namespace

/// What the chosen sites hold beyond what they would hold anyway.
void judge_capacity(const ChoiceFacts& facts, ChoiceRows& rows) {
    outcome::SiteOption& option = rows.option;
    for (const study::SiteCandidate* candidate : facts.choice.sites) {
        const outcome::SiteYear* with = site_year(facts, facts.choice.variant, candidate->id);
        const outcome::SiteYear* without = candidate->existing ? site_year(facts, 0, candidate->id) : nullptr;
        const outcome::SiteYear none;
        if (with == nullptr) continue;
        const outcome::SiteYear& before = without != nullptr ? *without : none;
        option.standby_hosts += with->standby_hosts - before.standby_hosts;
        const auto beyond = [&](Resource r) { return with->resources[r].need - before.resources[r].need; };
        option.standby_racks += beyond(Resource::racks);
        option.standby_it_kw += beyond(Resource::it_power);
        option.standby_storage_tb += beyond(Resource::storage);
    }
    const double to_plan = facts.choice.world->study().network.sizing_factor;
    for (const JudgedPair& judged : facts.pairs) option.replication_gbit_s += judged.pair.gbit_s * to_plan;
    for (const study::SiteCandidate* candidate : facts.choice.sites)
        judge_capacity_of(*candidate, facts, rows);
}

void judge_availability(const ChoiceFacts& facts, ChoiceRows& rows) {
    const outcome::AvailabilitySummary* with = critical(facts, facts.choice.variant);
    const outcome::AvailabilitySummary* without = critical(facts, 0);
    if (with == nullptr || without == nullptr) return;
    outcome::SiteOption& option = rows.option;
    option.downtime_h = with->downtime_h;
    option.downtime_low_h = with->low_h;
    option.downtime_high_h = with->high_h;
    option.bsi_class = with->bsi_class;
    outcome::SiteCriterion& row = add_criterion(facts, rows, "availability", "",
                                                with->downtime_h < without->downtime_h ? "met" : "info");
    row.value = with->downtime_h;
    row.limit = without->downtime_h;
    row.unit = "h";
}

/// Duties of the Energy Efficiency Act at the chosen sites; a site may still be built better.
void judge_rules(const ChoiceFacts& facts, ChoiceRows& rows) {
    bool any = false;
    for (const outcome::RuleFinding& finding : facts.choice.run->rows<outcome::RuleFinding>()) {
        const bool here = finding.variant == static_cast<std::int32_t>(facts.choice.variant) &&
                          finding.year == facts.choice.question->year && finding.verdict == "missed" &&
                          finding.rule.starts_with("enefg");
        if (!here) continue;
        for (const study::SiteCandidate* candidate : facts.choice.sites) {
            if (finding.subject != candidate->name) continue;
            any = true;
            outcome::SiteCriterion& row = add_criterion(facts, rows, "rules", candidate->id, "justify");
            row.value = finding.value;
            row.limit = finding.limit;
            row.unit = finding.unit;
            row.reason = "duty-missed";
            row.rule = finding.rule;
            row.since = finding.since;
        }
    }
    if (!any) add_criterion(facts, rows, "rules", "", "met");
}

}  // namespace verbund::batch

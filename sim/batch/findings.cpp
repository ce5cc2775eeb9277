#include "sim/batch/findings.hpp"

#include <algorithm>

#include "models/network/topology.hpp"

namespace verbund::batch {
namespace {

/// Reused / used energy of the last three of the years given, as far as the center ran.
double reuse_of_three_years(std::span<const annual::YearOutcome> years, std::size_t site) {
    constexpr std::size_t averaged = 3;
    double reused = 0.0;
    double used = 0.0;
    for (const annual::YearOutcome& year : years.last(std::min(averaged, years.size()))) {
        const double grid_mwh = year.whole[site].grid_mwh;
        if (year.sites[site].in_operation == 0.0 || grid_mwh <= 0.0) continue;
        reused += year.sites[site].erf * grid_mwh;
        used += grid_mwh;
    }
    return used > 0.0 ? reused / used : 0.0;
}

rules::CenterYear facts_of(const study::Study& study, const deploy::Site& site,
                           std::span<const annual::YearOutcome> years, std::size_t index, int year) {
    const study::Center& center = *site.center;
    const outcome::SiteYear& out = years.back().sites[index];
    rules::CenterYear facts;
    facts.center = site.name;
    facts.year = year;
    facts.commissioned = center.commissioned;
    facts.connection = out.resources[Resource::grid].limit * kilowatt;
    facts.public_operator = center.public_operator;
    facts.pue = out.pue;
    facts.cooling_efficiency_ratio = out.cer;
    facts.water_usage_effectiveness = out.wue_l_per_kwh;
    facts.energy_reuse_factor = out.erf;
    facts.energy_reuse_factor_three_years = reuse_of_three_years(years, index);
    facts.renewable_share = annual::renewable_share(study.economics, &center, year);
    facts.energy_management_system = center.energy_management;
    facts.energy_management_certified = center.energy_management;
    facts.heat_network_within_5_km = center.heat_network_near;
    if (out.servers_placed > 0.0) facts.server_utilisation = out.utilisation_mean;
    facts.colocation = center.colocation;
    facts.serves_others = center.role != study::CenterRole::own;
    facts.clients = out.administrations;
    facts.operator_staff = center.operator_staff;
    facts.proofs = center.proofs;
    facts.it_energy = years.back().whole[index].it_mwh * megawatt_hour;
    facts.annual_energy = years.back().whole[index].grid_mwh * megawatt_hour;
    facts.it_power = out.resources[Resource::it_power].limit * kilowatt;
    return facts;
}

void append(std::vector<rules::Finding>& all, std::vector<rules::Finding> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string day_text(const std::optional<Date>& day) { return day ? to_string(*day) : std::string{}; }

}  // namespace

std::vector<rules::Finding> find_rules(const study::Study& study, const deploy::VariantDeployment& variant,
                                       const deploy::Deployment& year,
                                       std::span<const annual::YearOutcome> years) {
    const annual::YearOutcome& outcome = years.back();
    std::vector<rules::Finding> all;
    for (std::size_t s = 0; s < variant.sites.size() && variant.sites[s].center != nullptr; ++s) {
        if (outcome.sites[s].in_operation == 0.0) continue;
        const deploy::Site& site = variant.sites[s];
        const rules::CenterYear facts = facts_of(study, site, years, s, year.year);
        append(all, rules::check_enefg(facts, study.rules.law));
        append(all, rules::check_it_operator(facts));
        append(all, rules::check_public_body(facts));
        all.push_back(rules::check_eed_scope(facts));
        append(all, rules::check_eed_values(facts));
        append(all, rules::check_nis2(facts));
        append(all, rules::check_proofs(facts));
        all.push_back(rules::check_kritis_scope(facts));
        append(all, rules::check_blauer_engel(facts));
        all.push_back(
            rules::check_availability_class({.center = site.name,
                                             .year = year.year,
                                             .power = site.center->power_path,
                                             .cooling = site.center->cooling_path,
                                             .network = site.center->network_path,
                                             .claimed_class = site.center->availability_class.value_or(0)}));
    }
    for (const deploy::Replication& r : year.replications) {
        if (!r.nearest) continue;  // the others lie farther away
        const deploy::Site& primary = variant.sites[r.primary];
        const deploy::Site& backup = variant.sites[r.backup];
        append(all, rules::check_distance({.first = primary.name,
                                           .second = backup.name,
                                           .distance = network::great_circle(primary.at, backup.at),
                                           .year = year.year}));
    }
    return all;
}

outcome::RuleFinding to_row(const rules::Finding& f, std::size_t variant) {
    return {.variant = static_cast<std::int32_t>(variant),
            .year = f.year,
            .rule = f.rule,
            .subject = f.subject,
            .verdict = std::string{code(f.verdict)},
            .reason = std::string{code(f.reason)},
            .value = f.value,
            .bound = std::string{code(f.bound)},
            .limit = f.limit,
            .unit = f.unit,
            .since = day_text(f.since),
            .starts = day_text(f.starts),
            .source = f.source};
}

std::vector<rules::Finding> judge_year(const study::Study& study, const deploy::VariantDeployment& variant,
                                       const deploy::Deployment& year, std::span<annual::YearOutcome> years) {
    std::vector<rules::Finding> findings = find_rules(study, variant, year, years);
    for (const rules::Finding& f : findings)
        years.back().summary.rules_missed += f.verdict == rules::Verdict::missed ? 1.0 : 0.0;
    return findings;
}

}  // namespace verbund::batch

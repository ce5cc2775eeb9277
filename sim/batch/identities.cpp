#include "sim/batch/identities.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>

#include "models/base/calendar.hpp"
#include "models/base/diagnostics.hpp"
#include "models/base/unit_factors.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

constexpr double rounding = 1e-9;  // relative; sums of some 9,000 hours in double precision stay far below

/// `least`: what counts as much where both are smaller.
void require_equal(double left, double right, std::string_view what, std::string_view where, int year,
                   double least = 1e-12) {
    const double scale = std::max({std::abs(left), std::abs(right), least});
    if (std::abs(left - right) <= rounding * scale) return;
    throw RunFailed(fmt::format("conservation violated: {} of {} in {}: {:.17g} against {:.17g}", what, where,
                                year, left, right));
}

/// For sums of what is kept in single precision.
void require_close(double left, double right, std::string_view what, int year) {
    constexpr double single_precision = 1e-5;
    if (std::abs(left - right) <= single_precision * std::max({left, right, 1e-12})) return;
    throw RunFailed(fmt::format("conservation violated: {} of all sites in {}: {:.9g} against {:.9g}", what,
                                year, left, right));
}

double sum_of(const outcome::EnergyParts& e) {
    return e.it_mwh + e.distribution_mwh + e.ups_mwh + e.auxiliary_mwh + e.cooling_mwh + e.transformer_mwh;
}

deploy::Amounts refused_amounts(const deploy::SiteDeployment& site) {
    deploy::Amounts sum;
    for (const deploy::Refused& r : site.refused) sum += r.amounts;
    return sum;
}

/// What a site runs and stores is what it was asked for less what it refused.
void check_amounts(const deploy::Site& where, const deploy::SiteDeployment& site, int year) {
    const deploy::Amounts refused = refused_amounts(site);
    double ops = 0.0;
    for (const deploy::Pool& pool : site.pools)
        for (const deploy::LoadTerm& term : pool.load_ops) ops += term.base + term.swing;
    require_equal(site.vcpu + refused.vcpu, site.asked.vcpu, "vCPUs (placed + refused against asked)",
                  where.id, year);
    require_equal(site.ram_gb + refused.ram_gb, site.asked.ram_gb, "memory (placed + refused against asked)",
                  where.id, year);
    require_equal(ops + refused.peak_ops, site.asked.peak_ops,
                  "work (load of the hosts + refused against asked, ssj_ops)", where.id, year);
    constexpr double least_gb = 1.0;  // what is left of sums of millions of GB: less than a byte
    require_equal(site.storage_tb * gb_per_tb + site.copies * refused.storage_gb,
                  site.copies * site.asked.storage_gb + site.copies_gb,
                  "data (stored + refused against asked and copies held, GB)", where.id, year, least_gb);
}

void require_room(double need, double room, std::string_view what, std::string_view where, int year) {
    if (need <= room * (1.0 + rounding)) return;
    throw RunFailed(fmt::format("more placed than hosts hold: {} of {} in {}: {:.17g} on {:.17g}", what,
                                where, year, need, room));
}

/// Nothing is placed without a host that has room for it.
void check_hosts(const deploy::VariantDeployment& variant, const deploy::Site& where,
                 const deploy::SiteDeployment& site, int year) {
    const std::vector<deploy::HostSet> cluster = deploy::hosts_of(site.pools, deploy::PoolKind::cluster);
    const int machines = deploy::host_count(deploy::hosts_of(site.pools, deploy::PoolKind::physical));
    const double cores = deploy::sum_over_hosts(cluster, variant.host_types, &compute::HostType::cores);
    const double ram_gb = deploy::sum_over_hosts(cluster, variant.host_types, &compute::HostType::ram_gb);
    require_room(site.vms > 0 ? 1 : 0, deploy::host_count(cluster), "VMs (hosts of the cluster)", where.id,
                 year);
    require_room(site.copies * site.vcpu, cores * variant.pack_rules.overcommit, "vCPUs", where.id, year);
    require_room(site.copies * site.vm_ram_gb, ram_gb, "memory of VMs (GB)", where.id, year);
    require_equal(machines, site.physical_servers, "physical servers (machines against servers)", where.id,
                  year);
}

/// Nothing that a year adds up to falls below zero.
void require_not_negative(double value, std::string_view what, std::string_view where, int year) {
    if (value >= 0.0) return;
    throw RunFailed(
        fmt::format("impossible: {} of {} in {} is {:.6g} (below zero)", what, where, year, value));
}

using Parts = std::initializer_list<std::pair<std::string_view, double>>;

void require_no_part_negative(const Parts& parts, std::string_view where, int year) {
    for (const auto& [what, value] : parts) require_not_negative(value, what, where, year);
}

/// A center takes at least what its IT takes, and no part of its chain is negative.
void require_possible(const outcome::SiteYear& year_of, std::string_view where, int year) {
    const outcome::EnergyParts& e = year_of.energy;
    require_no_part_negative({{"energy of IT (MWh)", e.it_mwh},
                              {"energy of distribution (MWh)", e.distribution_mwh},
                              {"energy of the UPS (MWh)", e.ups_mwh},
                              {"energy of auxiliaries (MWh)", e.auxiliary_mwh},
                              {"energy of cooling (MWh)", e.cooling_mwh},
                              {"energy of transformers (MWh)", e.transformer_mwh},
                              {"water (m3)", year_of.water_m3}},
                             where, year);
    if (e.it_mwh > 0.0 && !(year_of.pue >= 1.0 - rounding)) {
        throw RunFailed(
            fmt::format("impossible: the PUE of {} in {} is {:.6g} (below 1)", where, year, year_of.pue));
    }
}

/// No emission and no cost is negative; of a site, or of all together.
template <class YearOf>
void require_possible_account(const YearOf& year_of, std::string_view where, int year) {
    const outcome::Cost& c = year_of.cost;
    require_no_part_negative({{"CO2, location-based (t)", year_of.co2_location_t},
                              {"CO2, market-based (t)", year_of.co2_market_t},
                              {"CO2, embodied (t)", year_of.co2_embodied_t},
                              {"cost of energy (EUR)", c.energy_eur},
                              {"cost of hardware (EUR)", c.hardware_eur},
                              {"cost of licences (EUR)", c.licences_eur},
                              {"cost of buildings (EUR)", c.building_eur},
                              {"cost of staff (EUR)", c.staff_eur},
                              {"cost of networks (EUR)", c.network_eur},
                              {"cost of moving servers (EUR)", c.change_eur}},
                             where, year);
}

/// What the study's clients are told and what others have of a center come to the whole of it.
void check_whole(const deploy::Site& where, std::size_t site, std::span<const deploy::Deployment> phases,
                 const annual::WholeCenter& whole, const outcome::SiteYear& year_of) {
    const int year = phases.front().year;
    double other_mwh = 0.0;
    for (const deploy::Deployment& phase : phases)
        if (phase.sites[site].in_operation)
            other_mwh += phase.sites[site].other_it_w * hours_of(phase) * mwh_per_wh;
    require_equal(year_of.energy.it_mwh + other_mwh, whole.it_mwh, "IT energy (the study's and others', MWh)",
                  where.id, year);
    if (phases.size() > 1) return;  // its share of the grid is that of each phase
    require_equal(year_of.energy.grid_mwh, whole.clients_share * whole.grid_mwh,
                  "energy (the study's share of the whole, MWh)", where.id, year);
}

void check_year_of_site(const deploy::Site& where, const outcome::SiteYear& year_of, int year) {
    require_equal(year_of.energy.grid_mwh, sum_of(year_of.energy), "energy (grid against its parts, MWh)",
                  where.id, year);
    require_equal(year_of.servers_placed + year_of.servers_refused, year_of.servers_asked,
                  "servers (placed + refused against asked)", where.id, year);
    require_possible(year_of, where.id, year);
}

void check_site(const deploy::Site& where, const deploy::SiteDeployment& site, int year) {
    int refused = 0;
    for (const deploy::Refused& r : site.refused) refused += r.servers;
    require_equal(site.servers_placed + refused, site.servers_asked,
                  "servers of a phase (placed + refused against asked)", where.id, year);
    double shares = 0.0;
    for (const deploy::RoomPlant& room : site.plant->rooms) shares += room.load_share;
    require_equal(shares, 1.0, "load shares of the rooms", where.id, year);
}

/// What merged is away, and nothing else: procedures have all servers that are asked of their site.
void check_procedures(const deploy::VariantDeployment& variant, const deploy::Deployment& phase) {
    if (phase.procedures.empty()) return;
    const std::size_t centers = deploy::center_count(variant.sites);
    std::vector<double> after(centers + 1, 0.0);
    std::vector<double> asked(centers + 1, 0.0);
    const auto name_of = [&](std::size_t site) -> std::string_view {
        if (site >= centers) return "home";
        return variant.sites[site].id;
    };
    for (const deploy::ProcedureServers& row : phase.procedures) {
        after[row.site] += row.after;
        const std::string_view where = name_of(row.site);
        require_not_negative(row.after, "servers of a procedure after merging", where, phase.year);
        require_not_negative(row.before - row.after, "servers of a procedure that merged", where, phase.year);
        require_not_negative(row.after - row.critical, "servers of a procedure beside critical ones", where,
                             phase.year);
    }
    for (std::size_t s = 0; s < phase.sites.size(); ++s)
        if (phase.sites[s].in_operation) asked[std::min(s, centers)] += phase.sites[s].servers_asked;
    for (std::size_t s = 0; s <= centers; ++s)
        require_equal(after[s], asked[s], "servers (of procedures after merging against asked)", name_of(s),
                      phase.year);
}

void require_owned(double asked, double owned, int year) {
    require_equal(asked, owned, "servers (asked of sites against owned by administrations)", "all sites",
                  year);
}

/// What is asked of the sites is what the administrations have.
void check_owners(const deploy::Deployment& phase, int asked, const deploy::Amounts& asked_gb) {
    double owned = 0.0;
    deploy::Amounts owned_gb;
    for (const deploy::AdministrationDeployment& a : phase.administrations) {
        owned += a.servers;
        int parts = 0;
        for (const deploy::Part& part : a.parts) {
            parts += part.servers;
            owned_gb.ram_gb += part.ram_gb;
            owned_gb.storage_gb += part.storage_gb;
        }
        require_equal(parts, a.servers, "servers (parts against whole)", "an administration", phase.year);
    }
    require_owned(asked, owned, phase.year);
    require_close(asked_gb.ram_gb, owned_gb.ram_gb, "memory (asked of sites against owned)", phase.year);
    require_close(asked_gb.storage_gb, owned_gb.storage_gb, "data (asked of sites against owned)",
                  phase.year);
}

void check_phase(const deploy::VariantDeployment& variant, const deploy::Deployment& phase) {
    int asked = 0;
    deploy::Amounts asked_gb;
    for (std::size_t s = 0; s < phase.sites.size(); ++s) {
        const deploy::SiteDeployment& site = phase.sites[s];
        if (!site.in_operation) continue;
        check_site(variant.sites[s], site, phase.year);
        check_amounts(variant.sites[s], site, phase.year);
        check_hosts(variant, variant.sites[s], site, phase.year);
        asked += site.servers_asked;
        asked_gb += site.asked;
    }
    check_owners(phase, asked, asked_gb);
    check_procedures(variant, phase);
}

/// The year is the sum of its phases, which cover it without a gap.
void check_sums(std::span<const deploy::Deployment> phases, const annual::YearOutcome& outcome) {
    const int year = phases.front().year;
    outcome::VariantPhase sum;
    for (const outcome::VariantPhase& phase : outcome.phases) {
        sum.hours += phase.hours;
        sum.energy_it_mwh += phase.energy_it_mwh;
        sum.energy_grid_mwh += phase.energy_grid_mwh;
        sum.cost_total_eur += phase.cost_total_eur;
    }
    const outcome::VariantYear& of_year = outcome.summary;
    require_equal(sum.hours, hours_in_year(year), "hours (phases against year)", "all sites", year);
    require_equal(sum.energy_it_mwh, of_year.energy.it_mwh, "IT energy (phases against year, MWh)",
                  "all sites", year);
    require_equal(sum.energy_grid_mwh, of_year.energy.grid_mwh, "energy (phases against year, MWh)",
                  "all sites", year);
    require_equal(sum.cost_total_eur, of_year.cost.total_eur, "cost (phases against year, EUR)", "all sites",
                  year);
}

}  // namespace

void check_played(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                  const std::vector<outcome::SiteYear>& sites, const outcome::VariantYear& summary) {
    const int year = phases.front().year;
    for (const deploy::Deployment& phase : phases) check_phase(variant, phase);
    double asked = 0.0;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        if (sites[s].in_operation == 0.0) continue;
        check_year_of_site(variant.sites[s], sites[s], year);
        asked += sites[s].servers_asked;
    }
    double owned = 0.0;
    for (const deploy::AdministrationDeployment& a : phases.back().administrations) owned += a.servers;
    require_owned(asked, owned, year);
    require_equal(summary.energy.grid_mwh, sum_of(summary.energy), "energy (grid against its parts, MWh)",
                  "all sites", year);
}

void check_account(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                   const annual::YearOutcome& outcome) {
    const int year = phases.front().year;
    for (std::size_t s = 0; s < outcome.sites.size(); ++s) {
        if (outcome.sites[s].in_operation == 0.0) continue;
        require_possible_account(outcome.sites[s], variant.sites[s].id, year);
        if (s < outcome.whole.size())
            check_whole(variant.sites[s], s, phases, outcome.whole[s], outcome.sites[s]);
    }
    require_possible_account(outcome.summary, "all sites", year);
    check_sums(phases, outcome);
}

void check_identities(const deploy::VariantDeployment& variant, std::span<const deploy::Deployment> phases,
                      const annual::YearOutcome& outcome) {
    check_played(variant, phases, outcome.sites, outcome.summary);
    check_account(variant, phases, outcome);
}

}  // namespace verbund::batch

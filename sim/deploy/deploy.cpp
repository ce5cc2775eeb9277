#include "sim/deploy/deploy.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/deploy/demand.hpp"
#include "sim/deploy/exchange.hpp"
#include "sim/deploy/fleet.hpp"
#include "sim/deploy/itinerary.hpp"
#include "sim/deploy/line_sizing.hpp"
#include "sim/deploy/phase_plan.hpp"
#include "sim/deploy/procedures.hpp"
#include "sim/deploy/provider_choice.hpp"
#include "sim/deploy/site_builder.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/sizing.hpp"
#include "sim/deploy/stream_names.hpp"

namespace verbund::deploy {
namespace {

FleetRules fleet_rules(const study::Study& study, const catalog::Catalog& catalog) {
    const study::Hosts& h = study.hosts;
    return {.pack = study::resolve_pack_rules(h),
            .refresh_years = refresh_years(h),
            .stand_alone_years = stand_alone_years(h),
            .terms = study::resolve_host_terms(study, catalog),
            .most_entry = h.most_entry};
}

/// The base year of the estate, or the last year in which the hosts that stand today were bought.
int start_year(const study::Study& study) {
    const std::vector<int>& bought = study.hosts.installed;
    const int base = study.estate.base_year;
    return bought.empty() ? base : std::max(base, *std::max_element(bought.begin(), bought.end()));
}

/// What is asked of all sites in a phase.
struct Asked {
    std::vector<SiteDemand> demands;
    std::vector<SiteAsk> sites;
};

/// Pairs and transfers that a phase has beside its sites, of sites that run something.
std::vector<Replication> in_operation(const Deployment& phase) {
    std::vector<Replication> pairs;
    for (const Replication& r : phase.replications)
        if (phase.sites[r.backup].in_operation) pairs.push_back(r);
    return pairs;
}

std::vector<std::vector<study::ProcedureUse>> paid_procedures(const study::ProcedurePlan& plan) {
    std::vector<std::vector<study::ProcedureUse>> paid(plan.of.size());
    bool any = false;
    for (std::size_t a = 0; a < plan.of.size(); ++a) {
        for (const study::ProcedureUse& use : plan.of[a].uses)
            if (use.licence_eur > 0.0 || use.fee_eur > 0.0) paid[a].push_back(use);
        any = any || !paid[a].empty();
    }
    if (!any) paid.clear();
    return paid;
}

/// Plays one variant through its phases: from the start year, or the first asked for if that is earlier, to
/// the end of the last building stage that begins in the years asked for.
class Player {
public:
    Player(const study::StudySet& set, const study::Study& study)
        : set_{set},
          study_{study},
          profiles_{set.catalog.profiles},
          hosts_{set.catalog, study},
          growth_{study::resolve_growth(study.estate.growth)} {
        variant_.administrations = study::resolve_territory(study, set.catalog);
        variant_.workloads = study::resolve_workloads(study, set.catalog);
        SiteTable table = make_sites(study, set.catalog, variant_.administrations);
        legs_ = itineraries(study, table, variant_.administrations);
        plan_.emplace(study, legs_);
        variant_.sites = std::move(table.sites);
        variant_.streams = stream_names(variant_.administrations, variant_.sites);
        home_of_ = std::move(table.home_of);
        estates_.emplace(set, study, variant_.workloads);
        procedures_ =
            study::resolve_procedures(set, study, variant_.administrations, variant_.workloads, *estates_);
        variant_.procedures = procedures_.procedures;
        variant_.paid_procedures = paid_procedures(procedures_);
        order_ = order_by_content(variant_.administrations);
        context_ = {.study = &study_,
                    .catalog = &set_.catalog,
                    .workloads = &variant_.workloads,
                    .profiles = &profiles_,
                    .hosts = &hosts_,
                    .patterns = &patterns_,
                    .fleet_rules = fleet_rules(study, set.catalog),
                    .start_year = start_year(study)};
        states_.reserve(variant_.sites.size());
        for (std::size_t i = 0; i < variant_.sites.size(); ++i)
            states_.emplace_back(Fleet{hosts_, context_.fleet_rules});
    }

    VariantDeployment play() {
        play_years();
        return finish();
    }

    Connected play_connected() {
        play_years();
        const int last_stage_ends = set_.horizon.last + study_.network.stage_years - 1;
        while (variant_.phases.back().year < last_stage_ends) play_next();
        NetworkPlan network = plan_network(study_, variant_);
        Lines lines = size_lines(network, study_, set_.catalog, context_.start_year, variant_, profiles_);
        std::erase_if(
            lines.years, [this](const auto& entry) { return is_outside(entry.first); });
        std::erase_if(lines.steps, [this](const LineStep& step) { return is_outside(step.year); });
        network.lines = std::make_shared<const Lines>(std::move(lines));
        return {finish(), std::move(network)};
    }

private:
    void play_next() { play_year(variant_.phases.back().year + 1); }

    void play_years() {
        const study::Horizon& asked = set_.horizon;
        const int from = std::min(asked.first, context_.start_year);
        for (int year = from; year <= asked.last; ++year) play_year(year);
        size_centers(study_, set_.catalog, context_.start_year, variant_, [this] { play_next(); });
    }

    VariantDeployment finish() {
        keep_asked_years();
        variant_.pack_rules = context_.fleet_rules.pack;
        variant_.reference_core_ops = hosts_.reference_core_ops();
        variant_.host_types = std::move(hosts_).release();
        variant_.growth = growth_;
        variant_.base_year = study_.estate.base_year;
        return std::move(variant_);
    }

    [[nodiscard]] bool is_outside(int year) const {
        return year < set_.horizon.first || year > set_.horizon.last;
    }

    /// What is played before and after the years asked for, so that these do not depend on where they begin
    /// and end, is not told.
    void keep_asked_years() {
        const auto outside = [this](const auto& of) { return is_outside(of.year); };
        std::erase_if(variant_.phases, outside);
        std::erase_if(variant_.build_steps, outside);
    }

    std::vector<Placement> place(std::size_t i, const estate::Estate& estate, Date day) {
        const study::ResolvedAdministration& a = variant_.administrations[i];
        const double share = study::provider_share(a.stated, a.kind, study_.estate).in(one);
        std::vector<Placement> placements =
            allocate({.estate = &estate,
                      .workloads = &variant_.workloads,
                      .legs = &legs_[i],
                      .home = home_of_[i],
                      .provider = share > 0.0 ? providers_.on(day)[i] : std::nullopt,
                      .provider_share = share,
                      .day = day,
                      .renewed_as_vms = study::renewed_as_vms(a.stated, study_, day.year),
                      .via_terminal_share = study_.estate.terminals.via_terminal_share.in(one),
                      .container_memory = study_.hosts.container_memory.in(one),
                      .phase = phase_of_place(a.at)});
        for (const Placement& p : placements) require_standing(p.site, a, day);
        return placements;
    }

    void require_standing(std::size_t site, const study::ResolvedAdministration& a, Date day) const {
        const study::Center* center = variant_.sites[site].center;
        if (center == nullptr || study::stands_on(*center, day) || is_outside(day.year)) return;
        throw InvalidInput{
            {Diagnostic{.at = {},
                        .key = "centers." + variant_.sites[site].id,
                        .problem = fmt::format(
                            "the servers of \"{}\" stand in center \"{}\" on {}, but it does not exist then "
                            "(commissioned {}, closed {})",
                            a.name, variant_.sites[site].id, to_string(day), to_string(center->commissioned),
                            center->closed ? to_string(*center->closed) : "never"),
                        .remedy = "Move them elsewhere before it closes, or change its dates."}}};
    }

    /// Takes the servers off that an outside service stands in for; their people's traffic stays, that of
    /// sessions on terminal servers on the line of the site where these run.
    [[nodiscard]] std::vector<LineUse> take_outside(std::size_t i, const estate::Estate& estate, int year,
                                                    std::vector<Placement>& placements,
                                                    std::vector<SiteDemand>& demands) const {
        const auto state = static_cast<std::uint8_t>(variant_.administrations[i].state.number);
        std::map<std::uint16_t, double> kbit_s;
        std::erase_if(placements, [&](const Placement& p) {
            const estate::VmGroup& group = estate.groups[p.group];
            const auto stated = study_.workloads.find(variant_.workloads[group.workload].id);
            const bool outside = stated != study_.workloads.end() && stated->second.outside_from &&
                                 *stated->second.outside_from <= year;
            if (!outside) return false;
            kbit_s[static_cast<std::uint16_t>(group.workload)] +=
                p.share * group.traffic_kbit_s - p.inside_kbit_s;
            const int profile = profiles_.index(variant_.workloads[group.workload].profile);
            if (p.inside_kbit_s > 0.0)
                add_term(demands[p.site].traffic_gbit_s,
                         {state, static_cast<std::uint8_t>(profile), 0.0, p.inside_kbit_s * gbit_per_kbit});
            return true;
        });
        std::vector<LineUse> uses;
        for (const auto& [workload, traffic] : kbit_s)
            uses.push_back({{}, workload, traffic * gbit_per_kbit});
        return uses;
    }

    void describe(std::size_t i, const estate::Estate& estate, const std::vector<Placement>& placements,
                  AdministrationDeployment& out) const {
        out.seats = estate.seats;
        out.home = static_cast<std::uint32_t>(home_of_[i]);
        out.parts.reserve(placements.size());
        for (const Placement& p : placements) {
            out.servers += p.count;
            if (p.site == home_of_[i]) out.servers_at_home += p.count;
            const estate::VmGroup& group = estate.groups[p.group];
            const double traffic_kbit_s = p.share * group.traffic_kbit_s;
            // What sessions ask of services beside them crosses no line: of it nobody outside waits for the
            // answer, and people's own waiting is that for the session's screen.
            const double crosses =
                traffic_kbit_s > 0.0 ? (traffic_kbit_s - p.inside_kbit_s) / traffic_kbit_s : 1.0;
            out.parts.push_back(
                {.site = static_cast<std::uint32_t>(p.site),
                 .workload = static_cast<std::uint16_t>(group.workload),
                 .servers = p.count,
                 .traffic_gbit_s = static_cast<float>((traffic_kbit_s - p.inside_kbit_s) * gbit_per_kbit),
                 .interactions_per_h = static_cast<float>(crosses * p.share * group.interactions_per_hour),
                 .storage_gb = static_cast<float>(p.share * group.storage_gb),
                 .ram_gb = static_cast<float>(p.count * p.memory_factor * group.ram_gb),
                 .physical = p.physical});
        }
    }

    void play_year(int year) {
        std::vector<Date> given_up;
        for (std::size_t s = 0; s < states_.size(); ++s)
            if (const auto day = given_up_on(study_, variant_.sites[s], states_[s])) given_up.push_back(*day);
        const std::vector<PlannedPhase> planned = plan_->of(year, given_up);
        for (std::size_t p = 0; p < planned.size(); ++p) {
            play_phase(planned[p]);
            if (p + 1 == planned.size()) asked_ = {};  // only phases of one year are held against each other
        }
    }

    /// A phase in which nothing differs from the one before lengthens that one.
    void play_phase(const PlannedPhase& planned) {
        Deployment out;
        static_cast<Phase&>(out) = planned.phase;
        out.starts_with = planned.starts_with;
        Asked asked = ask_sites(out);
        bool changed = out.first_day == 0;
        out.sites.reserve(variant_.sites.size());
        for (std::size_t s = 0; s < variant_.sites.size(); ++s) {
            if (goes_on(asked.sites[s], s)) {
                out.sites.push_back(variant_.phases.back().sites[s]);
                out.sites.back().hosts_bought = 0;
                continue;
            }
            out.sites.push_back(build_site(context_, asked.sites[s], states_[s]));
            if (variant_.phases.empty()) continue;
            changed = changed || out.sites[s].in_operation || variant_.phases.back().sites[s].in_operation;
            record_home_steps(variant_.phases.back(), out, s);
        }
        asked_ = std::move(asked);
        if (changed || !lasts(out))
            variant_.phases.push_back(std::move(out));
        else
            variant_.phases.back().end_day = out.end_day;
    }

    /// Whether a site stays as it was in the phase of the same year before.
    [[nodiscard]] bool goes_on(const SiteAsk& ask, std::size_t site) const {
        if (ask.phase.first_day == 0 || !asks_the_same(ask, asked_.sites[site])) return false;
        const auto given_up = given_up_on(study_, variant_.sites[site], states_[site]);
        return !given_up || first_date(ask.phase) < *given_up;
    }

    /// Whether all beside the sites is as in the phase before.
    [[nodiscard]] bool lasts(const Deployment& now) const {
        const Deployment& before = variant_.phases.back();
        return now.administrations == before.administrations && now.outside_copies == before.outside_copies &&
               in_operation(now) == in_operation(before);
    }

    /// Fills in who has what where, and returns what that asks of the sites.
    Asked ask_sites(Deployment& out) {
        const Date day = first_date(out);
        std::vector<SiteDemand> demands(variant_.sites.size());
        std::vector<double> home_seats(variant_.sites.size(), 0.0);
        const DemandInput input{&variant_.administrations, &variant_.workloads, &profiles_, &home_of_,
                                hosts_.reference_core_ops()};
        out.administrations.resize(variant_.administrations.size());
        std::vector<estate::Estate> estates(variant_.administrations.size());
        std::vector<std::vector<Placement>> placements(variant_.administrations.size());
        for (const std::size_t i : order_) {
            estates[i] = estates_->of(variant_.administrations[i], out.year);
            placements[i] = place(i, estates[i], day);
            out.administrations[i].outside = take_outside(i, estates[i], out.year, placements[i], demands);
        }
        out.procedures = merge_procedures({&procedures_, &variant_.sites, &variant_.workloads, &order_},
                                          estates, placements);
        for (const std::size_t i : order_) {
            add_demand(input, static_cast<std::uint32_t>(i), estates[i], placements[i], demands);
            home_seats[home_of_[i]] += estates[i].seats;
            describe(i, estates[i], placements[i], out.administrations[i]);
        }
        add_exchanges(
            {study_, variant_.administrations, variant_.sites, variant_.workloads, profiles_, growth_}, out,
            demands);
        for (SiteDemand& demand : demands) sort_by_content(demand);
        const std::vector<catalog::WorkloadClass> classes = classes_of(out.year);
        std::vector<std::vector<StandbyAsk>> standby =
            standby_asks(demands, classes, out.procedures, day, out.replications);
        std::vector<double> sent(variant_.sites.size(), 0.0);
        for (const Replication& r : out.replications) sent[r.primary] += r.gbit_s;
        out.outside_copies = outside_transfers(study_, variant_.sites, demands, classes, day);
        const std::vector<double> night =
            night_copies(variant_.sites.size(), out.replications, out.outside_copies);
        std::vector<double> outside_gb(variant_.sites.size(), 0.0);
        for (const OutsideTransfer& t : out.outside_copies)
            if (t.to != t.from) outside_gb[t.to] += t.data_gb;
        Asked asked{std::move(demands), {}};
        asked.sites.reserve(variant_.sites.size());
        for (std::size_t s = 0; s < variant_.sites.size(); ++s) {
            const study::Center* center = variant_.sites[s].center;
            asked.sites.push_back({.site = &variant_.sites[s],
                                   .demand = &asked.demands[s],
                                   .standby = std::move(standby[s]),
                                   .copies_sent_gbit_s = sent[s],
                                   .night_copies_gbit_s = night[s],
                                   .outside_copies_gb = outside_gb[s],
                                   .home_seats = home_seats[s],
                                   .moves_made = moves_made(s, day),
                                   .stands = center == nullptr || study::stands_on(*center, day),
                                   .phase = static_cast<const Phase&>(out)});
        }
        return asked;
    }

    /// Of a room that is built on; what it gets at the start and after a move is no step.
    void record_home_steps(const Deployment& before, const Deployment& now, std::size_t site) {
        const auto& was = before.sites[site].plant;
        const auto& is = now.sites[site].plant;
        const bool same_use = before.sites[site].given_up == now.sites[site].given_up &&
                              moves_made(site, first_date(before)) == moves_made(site, first_date(now));
        const bool after_start = now.year > context_.start_year || now.first_day > 0;
        const bool carried_on = was && is && was != is && after_start && same_use;
        if (carried_on) record_steps(variant_, now.year, site, was->limits, is->limits);
    }

    /// Classes with the share of their data that changes on a day of the year.
    std::vector<catalog::WorkloadClass> classes_of(int year) const {
        std::vector<catalog::WorkloadClass> classes = variant_.workloads;
        for (catalog::WorkloadClass& c : classes)
            c.daily_change_share = estate::daily_change_share(c, growth_, year - study_.estate.base_year);
        return classes;
    }

    std::vector<std::vector<StandbyAsk>> standby_asks(const std::vector<SiteDemand>& demands,
                                                      const std::vector<catalog::WorkloadClass>& classes,
                                                      const std::vector<ProcedureServers>& procedures,
                                                      Date day,
                                                      std::vector<Replication>& replications) const {
        std::vector<std::vector<StandbyAsk>> asks(variant_.sites.size());
        for (const BackupPair& pair : backup_pairs(study_, variant_.sites, day)) {
            const std::vector<std::size_t> sites = pair.sites();
            for (std::size_t part = 0; part < sites.size(); ++part) {
                StandbyAsk ask = standby_ask(pair, demands[pair.primary], classes, study_, part, procedures);
                ask.since = in_force_since(pair, variant_.sites, sites[part]);
                replications.push_back({static_cast<std::uint32_t>(pair.primary),
                                        static_cast<std::uint32_t>(sites[part]), ask.replication_gbit_s,
                                        part == 0, ask.replication_mean_gbit_s});
                asks[sites[part]].push_back(std::move(ask));
            }
        }
        const auto earlier = [&](const StandbyAsk& a, const StandbyAsk& b) {
            return before_by_content(variant_.sites[a.primary], variant_.sites[b.primary]);
        };
        for (std::vector<StandbyAsk>& of_site : asks)
            std::stable_sort(of_site.begin(), of_site.end(), earlier);
        return asks;
    }

    int moves_made(std::size_t site, Date day) const {
        if (variant_.sites[site].center != nullptr) return 0;
        const std::vector<Leg>& legs = legs_[variant_.sites[site].owner];
        return static_cast<int>(
            std::count_if(legs.begin(), legs.end(), [&](const Leg& leg) { return leg.day <= day; }));
    }

    const study::StudySet& set_;
    const study::Study& study_;
    workload::ProfileSet profiles_;
    HostCatalog hosts_;
    estate::Growth growth_;
    PatternCache patterns_;
    VariantDeployment variant_;
    std::vector<std::size_t> home_of_;
    ProviderChoice providers_{variant_.sites, variant_.administrations};
    std::vector<std::vector<Leg>> legs_;
    std::optional<PhasePlan> plan_;
    std::optional<study::EstateBook> estates_;
    study::ProcedurePlan procedures_;
    std::vector<std::size_t> order_;  ///< administrations in the order of their content
    BuildContext context_;
    std::vector<SiteState> states_;
    Asked asked_;  ///< in the phase before, while the year goes on
};

}  // namespace

VariantDeployment deploy(const study::StudySet& set, const study::Study& study) {
    return Player{set, study}.play();
}

Connected deploy_connected(const study::StudySet& set, const study::Study& study) {
    return Player{set, study}.play_connected();
}

}  // namespace verbund::deploy

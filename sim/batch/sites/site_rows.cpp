#include "sim/batch/sites/site_rows.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "models/network/disjoint.hpp"
#include "models/network/disjoint_words.hpp"
#include "models/rules/rules.hpp"
#include "models/rules/wording.hpp"
#include "models/siting/control_area.hpp"
#include "models/siting/hazard.hpp"
#include "sim/batch/sites/site_candidates.hpp"
#include "sim/batch/sites/site_reach.hpp"

namespace verbund::batch {
namespace {

using rules::number_de;
using rules::number_en;

constexpr double georedundant_km = rules::georedundancy_distance.in(kilometre);
constexpr double never_georedundant_km = rules::georedundancy_floor_distance.in(kilometre);

/// A pair of sites with what the network and the map say of it.
struct JudgedPair {
    SitePairYear pair;
    double km = 0.0;
    double round_trip_ms = 0.0;
    bool replicates_synchronously = false;
};

class ChoiceJudge {
public:
    explicit ChoiceJudge(const SimulatedChoice& choice)
        : choice_{choice},
          sites_{choice.world->deployment().sites},
          year_{choice.world->deployment().years.at(
              static_cast<std::size_t>(choice.question->year - choice.question->set->horizon.first))} {
        const std::vector<SitePairYear> pairs = pairs_of(choice);
        if (pairs.empty()) throw RunFailed{fmt::format("{}: no primary has a backup site", choice.name)};
        const deploy::NetworkPlan& network = choice.world->network();
        for (const SitePairYear& pair : pairs) {
            const Duration trip = network::round_trip(network.trees[pair.backup],
                                                      network.site_node[pair.primary], network.delays);
            pairs_.push_back(
                {pair, network::great_circle(sites_[pair.primary].at, sites_[pair.backup].at).in(kilometre),
                 trip.in(milliseconds), synchronous_asked(sites_[pair.primary].id)});
        }
        rows_.reach = reach_of(choice, pairs);
        over_limit_ = over_limit_after_failover(choice, pairs);
    }

    ChoiceRows judge() {
        outcome::SiteOption& option = rows_.option;
        option.variant = static_cast<std::int32_t>(choice_.variant);
        option.year = choice_.question->year;
        option.sites = choice_.name;
        option.model_cost_eur = choice_.model_cost_eur;
        judge_distance();
        judge_spacing();
        judge_hazard();
        judge_grid_region();
        judge_routes();
        judge_round_trip();
        judge_capacity();
        judge_latency();
        judge_availability();
        judge_rules();
        take_totals();
        option.verdict = worst_verdict();
        for (outcome::SiteReach& row : rows_.reach) row.variant = option.variant;
        return std::move(rows_);
    }

private:
    bool synchronous_asked(const study::Id& primary) const {
        const study::Backup& rule = choice_.world->study().backups.at(primary);
        return rule.replication == continuity::ReplicationMode::synchronous;
    }

    outcome::SiteCriterion& add(std::string criterion, std::string site, std::string verdict) {
        outcome::SiteCriterion row;
        row.variant = static_cast<std::int32_t>(choice_.variant);
        row.year = choice_.question->year;
        row.sites = choice_.name;
        row.site = std::move(site);
        row.criterion = std::move(criterion);
        row.verdict = std::move(verdict);
        rows_.criteria.push_back(std::move(row));
        return rows_.criteria.back();
    }

    const std::string& name(std::size_t site) const { return sites_[site].name; }

    static std::string verdict_of_distance(double km) {
        if (km >= georedundant_km) return "met";
        return km >= never_georedundant_km ? "justify" : "missed";
    }

    void judge_distance() {
        const JudgedPair& least = *std::min_element(pairs_.begin(), pairs_.end(),
                                                    [](const auto& a, const auto& b) { return a.km < b.km; });
        rows_.option.distance_km = least.km;
        outcome::SiteCriterion& row =
            add("distance", sites_[least.pair.backup].id, verdict_of_distance(least.km));
        row.value = least.km;
        row.limit = georedundant_km;
        row.unit = "km";
        row.text_de = fmt::format("{} liegt {} km von {}{}.", name(least.pair.backup), number_de(least.km, 0),
                                  name(least.pair.primary), distance_words(row.verdict, true));
        row.text_en = fmt::format("{} is {} km from {}{}.", name(least.pair.backup), number_en(least.km, 0),
                                  name(least.pair.primary), distance_words(row.verdict, false));
    }

    static std::string distance_words(const std::string& verdict, bool german) {
        if (verdict == "met") {
            return german ? " und gilt als georedundant (BSI: 200 km)"
                          : " and counts as georedundant (BSI: 200 km)";
        }
        if (verdict == "justify") {
            return german ? "; unter 200 km verlangt das BSI eine schriftliche Begründung mit Risikoanalyse"
                          : "; below 200 km the BSI asks for a written justification with a risk analysis";
        }
        return german ? "; unter 100 km gilt das BSI-Kriterium der Georedundanz nie als erfüllt"
                      : "; below 100 km the BSI's criterion of georedundancy is never met";
    }

    void judge_spacing() {
        double least = outcome::not_applicable;
        for (std::size_t i = 0; i < choice_.sites.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double km =
                    network::great_circle(choice_.sites[i]->at, choice_.sites[j]->at).in(kilometre);
                least = std::isnan(least) ? km : std::min(least, km);
            }
        }
        rows_.option.spacing_km = least;
        if (std::isnan(least)) return;
        outcome::SiteCriterion& row = add("spacing", "", verdict_of_distance(least));
        row.value = least;
        row.limit = georedundant_km;
        row.unit = "km";
        row.text_de = fmt::format("Die gewählten Standorte liegen mindestens {} km auseinander{}.",
                                  number_de(least, 0), distance_words(row.verdict, true));
        row.text_en = fmt::format("The chosen sites are at least {} km apart{}.", number_en(least, 0),
                                  distance_words(row.verdict, false));
    }

    /// Wide-area events reach far less than the distance rule asks for; a choice that breaks it shows here.
    void judge_hazard() {
        const catalog::Figure& figure =
            catalog::figure(choice_.question->set->catalog, "length.utility-wide");
        const Parsed<Length> reach = parse_quantity<Length>(figure.value);
        if (!reach) throw RunFailed{"figure \"length.utility-wide\": " + reach.problem.problem};
        double most = 0.0;
        for (const JudgedPair& judged : pairs_) {
            most = std::max(most, siting::common_hazard(judged.km * kilometre, *reach.value));
        }
        rows_.option.common_hazard = most;
        outcome::SiteCriterion& row = add("hazard", "", most > 0.0 ? "missed" : "met");
        row.value = most;
        row.limit = 0.0;
        row.unit = "1";
        const double km = reach.value->in(kilometre);
        row.text_de = fmt::format("{} % der großflächigen Ausfälle ({} km) treffen Haupt- und Zweitstandort.",
                                  number_de(100.0 * most, 0), number_de(km, 0));
        row.text_en = fmt::format("{} % of wide-area events ({} km) hit primary and backup site.",
                                  number_en(100.0 * most, 0), number_en(km, 0));
    }

    std::string region_of(std::size_t site) const {
        for (const study::SiteCandidate* candidate : choice_.sites) {
            if (candidate->id == sites_[site].id && !candidate->grid_region.empty())
                return candidate->grid_region;
        }
        return std::string{siting::control_area(sites_[site].state)};
    }

    void judge_grid_region() {
        const auto common = std::find_if(pairs_.begin(), pairs_.end(), [&](const JudgedPair& judged) {
            return region_of(judged.pair.primary) == region_of(judged.pair.backup);
        });
        const bool same = common != pairs_.end();
        outcome::SiteCriterion& row =
            add("grid-region", same ? sites_[common->pair.backup].id : "", same ? "info" : "met");
        if (same) {
            const std::string region = region_of(common->pair.backup);
            row.text_de = fmt::format("{} und {} liegen in einer Netzregion ({}).",
                                      name(common->pair.primary), name(common->pair.backup), region);
            row.text_en = fmt::format("{} and {} are in one grid region ({}).", name(common->pair.primary),
                                      name(common->pair.backup), region);
        } else {
            row.text_de = "Haupt- und Zweitstandorte liegen in verschiedenen Netzregionen.";
            row.text_en = "Primaries and backup sites are in different grid regions.";
        }
    }

    void judge_routes() {
        double all = 0.0;
        double apart = 0.0;
        for (const outcome::SiteReach& row : rows_.reach) {
            all += row.workplaces;
            apart += row.disjoint * row.workplaces;
        }
        rows_.option.disjoint_share = all > 0.0 ? apart / all : 0.0;
        judge_lines();
        outcome::SiteCriterion& row = add("path", "", "info");
        row.value = rows_.option.disjoint_share;
        row.limit = 1.0;
        row.unit = "1";
        row.text_de =
            fmt::format("{} % der Arbeitsplätze erreichen den Zweitstandort auf zwei getrennten Wegen.",
                        number_de(100.0 * row.value, 0));
        row.text_en = fmt::format("{} % of workplaces reach the backup site on two separate routes.",
                                  number_en(100.0 * row.value, 0));
    }

    /// Between a primary and its backup site: two routes for replication and people.  Where the network is
    /// made from coordinates, a missing second route says more of the method than of the place.
    void judge_lines() {
        const deploy::NetworkPlan& plan = choice_.world->network();
        const network::NetworkNames names = network::names_by_id(plan.topology);
        for (const JudgedPair& judged : pairs_) {
            const std::size_t a = plan.site_node[judged.pair.primary];
            const std::size_t b = plan.site_node[judged.pair.backup];
            const network::DisjointPaths paths = network::disjoint_paths(plan.topology, a, b, plan.delays);
            if (paths.kind == network::PairKind::disjoint) continue;
            outcome::SiteCriterion& row =
                add("path", sites_[judged.pair.backup].id, plan.topology.synthetic ? "info" : "justify");
            row.text_de =
                network::describe(paths, plan.topology, a, b, names, network::Language::german) + ".";
            row.text_en =
                network::describe(paths, plan.topology, a, b, names, network::Language::english) + ".";
        }
    }

    void judge_round_trip() {
        const JudgedPair& most =
            *std::max_element(pairs_.begin(), pairs_.end(),
                              [](const auto& a, const auto& b) { return a.round_trip_ms < b.round_trip_ms; });
        const auto verdict = continuity::replication_verdict(most.round_trip_ms * milliseconds);
        const bool asynchronous = verdict == continuity::ReplicationVerdict::asynchronous_only;
        const bool warned = verdict == continuity::ReplicationVerdict::synchronous_warned;
        rows_.option.round_trip_ms = most.round_trip_ms;
        rows_.option.replication = asynchronous ? "asynchronous-only"
                                   : warned     ? "synchronous-warned"
                                                : "synchronous";
        const bool asked = std::any_of(pairs_.begin(), pairs_.end(),
                                       [](const JudgedPair& p) { return p.replicates_synchronously; });
        std::string judged = asked ? "met" : "info";
        if (asked && warned) judged = "justify";
        if (asked && asynchronous) judged = "missed";
        outcome::SiteCriterion& row = add("round-trip", sites_[most.pair.backup].id, judged);
        row.value = most.round_trip_ms;
        row.limit = continuity::synchronous_warned_limit.in(milliseconds);
        row.unit = "ms";
        const char* de = asynchronous ? "nur asynchrone Replikation"
                         : warned     ? "synchrone Replikation nur mit Vorbehalt (über 2 ms)"
                                      : "synchrone Replikation möglich";
        const char* en = asynchronous ? "asynchronous replication only"
                         : warned     ? "synchronous replication with reservations (above 2 ms)"
                                      : "synchronous replication possible";
        row.text_de = fmt::format("{} ms Umlaufzeit zwischen {} und {}: {}.", number_de(row.value, 1),
                                  name(most.pair.primary), name(most.pair.backup), de);
        row.text_en = fmt::format("{} ms round trip between {} and {}: {}.", number_en(row.value, 1),
                                  name(most.pair.primary), name(most.pair.backup), en);
    }

    /// Figures of a center in a variant of the run; null where it does not stand.
    const outcome::SiteYear* site_year(std::size_t variant, const std::string& id) const {
        const outcome::Run& run = *choice_.run;
        for (std::size_t c = 0; c < run.centers.size(); ++c) {
            if (run.centers[c].id == id) return &run.yearly[run.yearly_index(variant, year_index(), c)];
        }
        return nullptr;
    }

    std::size_t year_index() const {
        return static_cast<std::size_t>(choice_.question->year - choice_.question->set->horizon.first);
    }

    /// What the chosen sites hold beyond what they would hold anyway.
    void judge_capacity() {
        outcome::SiteOption& option = rows_.option;
        for (const study::SiteCandidate* candidate : choice_.sites) {
            const outcome::SiteYear* with = site_year(choice_.variant, candidate->id);
            const outcome::SiteYear* without = candidate->existing ? site_year(0, candidate->id) : nullptr;
            const outcome::SiteYear none;
            if (with == nullptr) continue;
            const outcome::SiteYear& before = without != nullptr ? *without : none;
            option.standby_hosts += with->standby_hosts - before.standby_hosts;
            option.standby_racks += with->racks.need - before.racks.need;
            option.standby_it_kw += with->it_power_kw.need - before.it_power_kw.need;
            option.standby_storage_tb += with->storage_need_tb.need - before.storage_need_tb.need;
        }
        for (const JudgedPair& judged : pairs_) option.replication_gbit_s += judged.pair.gbit_s;
        for (const study::SiteCandidate* candidate : choice_.sites) judge_capacity_of(*candidate);
    }

    void judge_capacity_of(const study::SiteCandidate& candidate) {
        int asked = 0;
        int missing = 0;
        Resource binding = Resource::none;
        for (std::size_t s = 0; s < sites_.size(); ++s) {
            if (sites_[s].id != candidate.id) continue;
            for (const deploy::ProtectedServers& servers : year_.sites[s].protected_servers) {
                asked += servers.asked;
                missing += servers.asked - servers.placed;
                if (servers.asked > servers.placed) binding = servers.binding;
            }
        }
        rows_.option.refused_servers += missing;
        outcome::SiteCriterion& row = add("capacity", candidate.id, missing > 0 ? "missed" : "met");
        row.value = missing;
        row.limit = 0.0;
        row.unit = "1";
        if (missing > 0) {
            row.text_de = fmt::format("{} trägt den Ersatz für {} von {} Servern nicht; es fehlt: {}.",
                                      candidate.name, missing, asked, outcome::resource_name_de(binding));
            row.text_en = fmt::format("{} has no standby for {} of {} servers; it lacks: {}.", candidate.name,
                                      missing, asked, outcome::resource_name_en(binding));
        } else {
            row.text_de = fmt::format("{} trägt den Ersatz für alle {} Server.", candidate.name, asked);
            row.text_en = fmt::format("{} holds standby for all {} servers.", candidate.name, asked);
        }
    }

    void judge_latency() {
        std::vector<std::pair<double, double>> failover;
        for (const outcome::SiteReach& row : rows_.reach)
            failover.emplace_back(row.failover_ms, row.workplaces);
        if (!failover.empty()) {
            rows_.option.failover_p50_ms = network::weighted_quantile(failover, 0.5);
            rows_.option.failover_p95_ms = network::weighted_quantile(failover, 0.95);
        }
        outcome::SiteCriterion& row = add("latency", "", over_limit_ > 0.0 ? "justify" : "met");
        row.value = over_limit_;
        row.limit = 0.0;
        row.unit = "1";
        row.text_de = fmt::format(
            "Im Ersatzbetrieb sind {} % der Vorgänge langsamer, als ihre Lastklasse verträgt "
            "(95 % der Arbeitsplätze: bis {} ms).",
            number_de(100.0 * over_limit_, 1), number_de(rows_.option.failover_p95_ms, 1));
        row.text_en = fmt::format(
            "In failover operation {} % of transactions are slower than their class bears "
            "(95 % of workplaces: up to {} ms).",
            number_en(100.0 * over_limit_, 1), number_en(rows_.option.failover_p95_ms, 1));
    }

    const outcome::AvailabilitySummary* critical(std::size_t variant) const {
        for (const outcome::AvailabilitySummary& row : choice_.run->availability) {
            const bool here = row.variant == static_cast<std::int32_t>(variant) && row.group == "critical";
            if (here && row.year == choice_.question->year) return &row;
        }
        return nullptr;
    }

    void judge_availability() {
        const outcome::AvailabilitySummary* with = critical(choice_.variant);
        const outcome::AvailabilitySummary* without = critical(0);
        if (with == nullptr || without == nullptr) return;
        outcome::SiteOption& option = rows_.option;
        option.downtime_h = with->downtime_h;
        option.downtime_low_h = with->low_h;
        option.downtime_high_h = with->high_h;
        option.bsi_class = with->bsi_class;
        outcome::SiteCriterion& row =
            add("availability", "", with->downtime_h < without->downtime_h ? "met" : "info");
        row.value = with->downtime_h;
        row.limit = without->downtime_h;
        row.unit = "h";
        row.text_de = fmt::format("Kritische Dienste fallen {} h im Jahr aus, ohne Zweitstandort {} h.",
                                  number_de(with->downtime_h, 2), number_de(without->downtime_h, 2));
        row.text_en = fmt::format("Critical services are down {} h a year, without a backup site {} h.",
                                  number_en(with->downtime_h, 2), number_en(without->downtime_h, 2));
    }

    /// Duties of the Energy Efficiency Act at the chosen sites; a site may still be built better.
    void judge_rules() {
        bool any = false;
        for (const outcome::RuleFinding& finding : choice_.run->findings) {
            const bool here = finding.variant == static_cast<std::int32_t>(choice_.variant) &&
                              finding.year == choice_.question->year && finding.verdict == "missed" &&
                              finding.rule.starts_with("enefg");
            if (!here) continue;
            for (const study::SiteCandidate* candidate : choice_.sites) {
                if (finding.subject != candidate->name) continue;
                any = true;
                outcome::SiteCriterion& row = add("rules", candidate->id, "justify");
                row.value = finding.value;
                row.limit = finding.limit;
                row.unit = finding.unit;
                row.text_de = fmt::format("{}: {}", candidate->name, finding.text_de);
                row.text_en = fmt::format("{}: {}", candidate->name, finding.text_en);
            }
        }
        if (any) return;
        outcome::SiteCriterion& row = add("rules", "", "met");
        row.text_de =
            "Kein Pflichtwert des Energieeffizienzgesetzes wird an den gewählten Standorten verfehlt.";
        row.text_en = "No duty of the Energy Efficiency Act is missed at the chosen sites.";
    }

    void take_totals() {
        const outcome::Run& run = *choice_.run;
        const outcome::VariantYear& with = run.summary[run.summary_index(choice_.variant, year_index())];
        const outcome::VariantYear& without = run.summary[run.summary_index(0, year_index())];
        outcome::SiteOption& option = rows_.option;
        option.latency_p50_ms = with.latency_p50_ms;
        option.latency_p95_ms = with.latency_p95_ms;
        option.energy_mwh = with.energy.grid_mwh;
        option.co2_t = with.co2_location_t + with.co2_embodied_t;
        option.rules_missed = with.rules_missed;
        double rent = 0.0;
        for (const study::SiteCandidate* candidate : choice_.sites) rent += candidate->rent.in(euro_per_year);
        option.cost_eur = with.cost.total_eur + rent;
        option.simulated_cost_eur = option.cost_eur - without.cost.total_eur;
        for (const JudgedPair& judged : pairs_) {
            option.line_cost_eur +=
                lines_eur(*choice_.question, sites_[judged.pair.primary].at, sites_[judged.pair.backup].at);
            option.route_km += 2.0 * judged.km * choice_.world->study().network.route_factor;
        }
    }

    std::string worst_verdict() const {
        const auto has = [&](std::string_view verdict) {
            return std::any_of(rows_.criteria.begin(), rows_.criteria.end(),
                               [&](const outcome::SiteCriterion& row) { return row.verdict == verdict; });
        };
        if (has("missed")) return "ruled-out";
        return has("justify") ? "justify" : "suitable";
    }

    const SimulatedChoice& choice_;
    const std::vector<deploy::Site>& sites_;
    const deploy::Deployment& year_;
    std::vector<JudgedPair> pairs_;
    double over_limit_ = 0.0;
    ChoiceRows rows_;
};

}  // namespace

ChoiceRows rows_of_choice(const SimulatedChoice& choice) { return ChoiceJudge{choice}.judge(); }

}  // namespace verbund::batch

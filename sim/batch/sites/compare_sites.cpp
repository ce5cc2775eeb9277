#include "sim/batch/sites/compare_sites.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "models/rules/rules.hpp"
#include "models/siting/pareto.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/row_taker.hpp"
#include "sim/batch/run_study.hpp"
#include "sim/batch/sites/site_candidates.hpp"
#include "sim/batch/sites/site_rows.hpp"
#include "sim/batch/sites/site_variants.hpp"

namespace verbund::batch {
namespace {

// where the progress bar stands: guesses at the parts of the time
constexpr double questioned = 0.05;
constexpr double shortlisted = 0.15;

bool is_ruled_out(const outcome::SiteOption& option) { return option.verdict == "ruled-out"; }

int order_of_verdict(const outcome::SiteOption& option) {
    if (option.verdict == "suitable") return 0;
    return option.verdict == "justify" ? 1 : 2;
}

/// Marks the front among the choices that are not ruled out.
void mark_front(std::vector<outcome::SiteOption>& options) {
    std::vector<std::vector<siting::Goal>> goals;
    std::vector<outcome::SiteOption*> compared;
    for (outcome::SiteOption& o : options) {
        if (is_ruled_out(o)) continue;
        const auto exactly = [](double value) { return siting::Goal{value, value}; };
        goals.push_back({exactly(order_of_verdict(o)),
                         exactly(o.cost_eur),
                         {o.downtime_low_h, o.downtime_high_h},
                         exactly(o.failover_p95_ms),
                         exactly(o.co2_t)});
        compared.push_back(&o);
    }
    const std::vector<bool> front = siting::non_dominated(goals);
    for (std::size_t i = 0; i < compared.size(); ++i) compared[i]->pareto = front[i] ? 1.0 : 0.0;
}

void rank(std::vector<outcome::SiteOption>& options) {
    mark_front(options);
    const auto key = [](const outcome::SiteOption& o) {
        return std::tuple{order_of_verdict(o), 1.0 - o.pareto, o.cost_eur, o.sites};
    };
    std::sort(options.begin(), options.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < options.size(); ++i) options[i].rank = static_cast<double>(i + 1);
}

/// Half of the choices keep the distance that needs no justification; the rest need not.
std::vector<siting::SiteChoice> shortlist_of(const SiteQuestion& question,
                                             const std::vector<study::SiteCandidate>& candidates,
                                             const siting::SitingProblem& problem, const SiteOrder& order) {
    SiteOrder georedundant = order;
    georedundant.min_distance = std::max(order.min_distance, rules::georedundancy_distance);
    std::vector<siting::SiteChoice> choices =
        siting::shortlist(siting_problem(question, candidates, georedundant), (order.shortlist + 1) / 2);
    for (siting::SiteChoice& choice : siting::shortlist(problem, order.shortlist)) {
        const bool known = std::any_of(choices.begin(), choices.end(),
                                       [&](const auto& other) { return other.sites == choice.sites; });
        if (!known && choices.size() < order.shortlist) choices.push_back(std::move(choice));
    }
    return choices;
}

/// Candidates that could serve but are in no choice that was simulated.
std::vector<outcome::SiteLeftOut> left_out_by_model(const std::vector<study::SiteCandidate>& candidates,
                                                    const std::vector<siting::SiteChoice>& choices,
                                                    const std::vector<outcome::SiteLeftOut>& ruled_out) {
    std::set<std::string> named;
    for (const outcome::SiteLeftOut& row : ruled_out) named.insert(row.site);
    for (const siting::SiteChoice& choice : choices)
        for (const std::size_t c : choice.sites) named.insert(candidates[c].id);
    std::vector<outcome::SiteLeftOut> rows;
    for (const study::SiteCandidate& candidate : candidates) {
        if (named.count(candidate.id) != 0) continue;
        outcome::SiteLeftOut row;
        row.site = candidate.id;
        row.name = candidate.name;
        row.latitude = candidate.at.latitude;
        row.longitude = candidate.at.longitude;
        row.criterion = "shortlist";
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Judges each choice once the engines have simulated it; variant 0 is the one without backup sites.
class JudgedChoices : public NextEngine {
public:
    JudgedChoices(const SiteQuestion& question, const std::vector<study::SiteCandidate>& candidates,
                  const std::vector<siting::SiteChoice>& choices)
        : question_{question}, candidates_{candidates}, choices_{choices} {}

    [[nodiscard]] double part_of_time() const override { return 0.1; }
    [[nodiscard]] std::set<int> prepare(std::size_t, const deploy::World&) override {
        return {question_.year};
    }
    void play(std::size_t v, const deploy::World& world, const Progress& progress,
              outcome::Run& run) override {
        if (v == 0) return;
        const siting::SiteChoice& chosen = choices_[v - 1];
        SimulatedChoice choice{.question = &question_,
                               .world = &world,
                               .run = &run,
                               .variant = v,
                               .sites = {},
                               .name = choice_name(chosen, candidates_),
                               .model_cost_eur = chosen.cost_eur};
        for (const std::size_t c : chosen.sites) choice.sites.push_back(&candidates_[c]);
        ChoiceRows rows = rows_of_choice(choice);
        const RowTaker take{world, v, run};
        run.rows<outcome::SiteOption>().push_back(std::move(rows.option));
        take(std::move(rows.criteria), run.rows<outcome::SiteCriterion>());
        take(std::move(rows.reach), run.rows<outcome::SiteReach>());
        take(std::move(rows.cuts), cuts_);
        if (progress) progress(1.0, choice.name);
    }

    /// What routes of the choices share beside what the engines list, to be told after it.
    [[nodiscard]] std::vector<outcome::RouteCut> take_cuts() { return std::move(cuts_); }

private:
    const SiteQuestion& question_;
    const std::vector<study::SiteCandidate>& candidates_;
    const std::vector<siting::SiteChoice>& choices_;
    std::vector<outcome::RouteCut> cuts_;
};

}  // namespace

outcome::Run compare_sites(const study::StudySet& set, const SiteOrder& order, const SiteOptions& options) {
    const auto at = [&](double share, std::string_view what) {
        if (options.progress) options.progress(share, what);
    };
    const SiteQuestion question = ask_for_sites(set, order, options.jobs);
    if (options.compared) options.compared(set.variants[question.variant].id, question.year);
    at(questioned, "shortlist");
    const std::vector<study::SiteCandidate> candidates =
        order.candidates.empty() ? usual_candidates(question) : order.candidates;
    const siting::SitingProblem problem = siting_problem(question, candidates, order);
    const std::vector<siting::SiteChoice> choices = shortlist_of(question, candidates, problem, order);
    if (choices.empty()) refuse_contradiction(question, candidates, problem, order);
    at(shortlisted, "hours of the year");

    const study::StudySet variants = variants_of(question, candidates, choices);
    AvailabilityCases availability{options.jobs};
    JudgedChoices judged{question, candidates, choices};
    outcome::Run run =
        run_study(variants, {.jobs = options.jobs,
                             .progress = part_of(options.progress, shortlisted, 1.0 - shortlisted),
                             .next = {availability, judged}});
    outcome::append(run.rows<outcome::RouteCut>(), judged.take_cuts());
    rank(run.rows<outcome::SiteOption>());
    run.rows<outcome::SiteLeftOut>() = left_out_by_rule(question, candidates, problem, order);
    const std::vector<outcome::SiteLeftOut> others =
        left_out_by_model(candidates, choices, run.rows<outcome::SiteLeftOut>());
    run.rows<outcome::SiteLeftOut>().insert(run.rows<outcome::SiteLeftOut>().end(), others.begin(),
                                            others.end());
    return run;
}

}  // namespace verbund::batch

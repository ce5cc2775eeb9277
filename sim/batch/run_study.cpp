#include "sim/batch/run_study.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "models/base/tasks.hpp"
#include "models/base/version.hpp"
#include "scenarios/study/price_book.hpp"
#include "sim/annual/annual.hpp"
#include "sim/batch/cost_rows.hpp"
#include "sim/batch/findings.hpp"
#include "sim/batch/fitted_set.hpp"
#include "sim/batch/identities.hpp"
#include "sim/batch/index.hpp"
#include "sim/batch/rows.hpp"
#include "sim/batch/thresholds.hpp"
#include "sim/batch/variant_failures.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {
namespace {

/// Counts finished pieces; a variant's deployment weighs as much as three of its years.
class Counter {
public:
    Counter(Progress progress, double total) : progress_{std::move(progress)}, total_{total} {}

    void add(double pieces, std::string_view what) {
        const std::lock_guard lock{mutex_};
        done_ += pieces;
        if (progress_) progress_(std::min(1.0, done_ / total_), what);
    }

private:
    Progress progress_;
    double total_;
    double done_ = 0.0;
    std::mutex mutex_;
};

constexpr double deployment_pieces = 3.0;

/// The annual engine's part of the time.
double annual_part(const RunOptions& options) {
    double part = 1.0;
    for (const NextEngine& engine : options.next) part -= engine.part_of_time();
    return part;
}

/// A variant between the annual engine and those that follow.
struct Waiting {
    std::set<int> years;                   ///< that these engines need
    std::unique_ptr<deploy::World> world;  ///< with those years; null where it is too large to be kept
};

/// What is kept of a variant once its deployment is gone.
struct VariantOutcome {
    std::vector<annual::YearOutcome> years;
    outcome::RowTables tables;

    template <class Row>
    void add(std::vector<Row> rows) {
        outcome::append(std::get<std::vector<Row>>(tables), std::move(rows));
    }
};

bool is_milestone(const study::StudySet& set, int year) {
    return std::find(set.milestones.begin(), set.milestones.end(), year) != set.milestones.end();
}

void head_of_run(const study::StudySet& set, outcome::Run& run) {
    run.title = set.title;
    run.question = set.question;
    run.base_variant = set.base_variant.empty() ? set.variants.front().id : set.base_variant;
    run.seed = set.seed;
    run.program_version = program_version();
    run.program_commit = program_commit();
    run.study_sha256 = set.resolved_sha256;
    run.resolved_study = set.resolved_text;
    for (const study::Variant& v : set.variants) run.variants.push_back({v.id, v.title, v.text});
    for (int year = set.horizon.first; year <= set.horizon.last; ++year) run.years.push_back(year);
    run.milestones = set.milestones;
    for (const study::Assumption& a : set.assumptions) {
        run.rows<outcome::AssumptionRow>().push_back({a.key, a.value, a.given, a.text, a.evidence.mark,
                                                      a.evidence.source, a.bounds.low, a.bounds.high,
                                                      a.bounds.fixed});
    }
    run.rows<outcome::TransactionName>() = transaction_rows(set.catalog);
    run.rows<outcome::WorkloadLimit>() = workload_limit_rows(set);
}

/// Runs the variants and writes each into the run's tables as soon as it is finished.
class StudyRunner {
public:
    StudyRunner(const study::StudySet& set, const RunOptions& options)
        : set_{set},
          options_{options},
          embodied_{annual::EmbodiedBook::from(set.catalog)},
          counter_{part_of(options.progress, 0.0, annual_part(options)),
                   static_cast<double>(set.variants.size()) *
                       (set.horizon.last - set.horizon.first + 1 + deployment_pieces)} {
        head_of_run(set, run_);
        outcomes_.resize(set.variants.size());
        waiting_.resize(set.variants.size());
        places_.resize(set.variants.size());
        plans_.resize(set.variants.size());
        indices_.resize(set.variants.size());
    }

    outcome::Run run(RunStatistics* statistics) {
        std::optional<tbb::global_control> threads;
        if (options_.jobs > 0) {
            threads.emplace(tbb::global_control::max_allowed_parallelism,
                            static_cast<std::size_t>(options_.jobs));
        }
        std::vector<annual::CoolingKey> keys;
        for (const study::Variant& v : set_.variants) {
            const auto more =
                annual::weather_keys(v.study, set_.catalog, set_.horizon.first, set_.horizon.last);
            keys.insert(keys.end(), more.begin(), more.end());
        }
        weather_.emplace(set_.catalog, set_.seed, keys, set_.weathers);
        run_variants();
        collect();
        statistics_.deployments = deployments_;
        if (statistics != nullptr) *statistics = statistics_;
        return std::move(run_);
    }

    /// By variant, what the engines that follow play.
    std::vector<Waiting> take_waiting() { return std::move(waiting_); }

private:
    /// Every variant is deployed, whatever happens to the others, so that all mistakes are told at once.
    void run_variants() {
        TaskFailures failures(set_.variants.size());
        tbb::parallel_for(std::size_t{0}, set_.variants.size(),
                          [&](std::size_t v) { failures.guard(v, [&] { run_variant(v, failures); }); });
        throw_failures(set_, failures);
    }

    void run_variant(std::size_t v, const TaskFailures& failures) {
        auto world = std::make_unique<deploy::World>(set_, v);
        ++deployments_;
        std::set<int> needed;
        for (NextEngine& engine : options_.next) needed.merge(engine.prepare(v, *world));
        counter_.add(deployment_pieces, world->id());
        if (failures.any_before(v)) return;
        VariantOutcome& out = outcomes_[v];
        out.years.resize(run_.years.size());
        const economics::PriceBook prices = study::price_book(set_.catalog, world->study());
        const annual::CostPlan plan{{world->study(), set_.catalog, world->variant(), prices},
                                    world->network(),
                                    world->variant().phases,
                                    set_.horizon.last};
        // Isolated, so that a thread waiting here does not begin another variant and hold two deployments.
        tbb::this_task_arena::isolate([&] {
            run_tasks(run_.years.size(), [&](std::size_t y) {
                out.years[y] = simulate(*world, plan, run_.years[y]);
                counter_.add(1.0, world->id());
            });
        });
        describe(v, *world, out);
        describe_money(v, *world, plan, out);
        const std::size_t to_keep = world->variant().administrations.size() * needed.size();
        waiting_[v].years = std::move(needed);
        if (waiting_[v].years.empty() || to_keep * waiting_.size() > options_.kept_administration_years)
            return;
        world->keep_years(waiting_[v].years);
        waiting_[v].world = std::move(world);
    }

    annual::YearOutcome simulate(const deploy::World& world, const annual::CostPlan& plan, int year) const {
        annual::YearOutcome out = annual::simulate_year({.at = world.year(year),
                                                         .phases = world.phases(year),
                                                         .weather = *weather_,
                                                         .costs = plan,
                                                         .embodied = embodied_,
                                                         .keep_hours = is_milestone(set_, year)});
        check_identities(world.variant(), world.phases(year), out);
        drop_homes(out, world.variant());
        return out;
    }

    /// Row tables, and what the final tables need to know of the deployment before it is dropped.
    void describe(std::size_t v, const deploy::World& world, VariantOutcome& out) {
        const study::Study& study = world.study();
        const deploy::VariantDeployment& variant = world.variant();
        out.add(build_rows(variant, v));
        out.add(plant_rows(variant, v));
        out.add(line_build_rows(variant, world.network(), v));
        out.add(bottleneck_rows(variant, world.network(), out.years, study.network.sizing_factor, v));
        for (std::size_t y = 0; y < run_.years.size(); ++y) {
            const int year = run_.years[y];
            const deploy::WorldYear at = world.year(year);
            out.add(phase_rows(out.years[y], v));
            out.add(shared_rows(variant, out.years[y], year, v));
            out.add(endpoint_rows(at, v));
            out.add(gear_rows(set_.catalog.gear, variant, at.year(), v));
            out.add(host_rows(variant, at.year(), v));
            out.add(procedure_rows(study, set_.catalog.procedures, variant, at.year(), v));
            out.add(refusal_rows(variant, at.year(), v));
            out.add(missing_standby_rows(variant, at.year(), v));
            for (const rules::Finding& f :
                 judge_year(study, variant, at.year(), std::span{out.years}.first(y + 1))) {
                const bool missed = f.verdict == rules::Verdict::missed;
                if (missed || is_milestone(set_, f.year)) out.add(std::vector{to_row(f, v)});
            }
        }
        places_[v] = places_of(variant);
        plans_[v] = world.network().topology;
    }

    void describe_money(std::size_t v, const deploy::World& world, const annual::CostPlan& plan,
                        VariantOutcome& out) const {
        const auto purchases = purchase_rows(plan, world.variant(), v);
        const auto running = running_rows(plan, world.variant(), out.years, set_.horizon.first, v);
        const auto budget =
            budget_rows(plan, out.years, world.study().economics.discount_rate.in(per_year), v);
        check_money(budget, purchases, running, out.years);
        out.add(purchases);
        out.add(running);
        out.add(budget);
        out.add(operator_rows(plan, world.variant(), out.years, set_.horizon.first, v));
    }

    /// Home rooms are reported by their administrations; their full rows would be most of the memory.
    static void drop_homes(annual::YearOutcome& year, const deploy::VariantDeployment& variant) {
        year.sites.resize(deploy::center_count(variant.sites));
        year.sites.shrink_to_fit();
    }

    void collect() {
        RunIndex index(run_);
        for (std::size_t v = 0; v < outcomes_.size(); ++v) {
            indices_[v] = index.add(places_[v]);
            indices_[v].link = index.add_links(plans_[v]);
        }
        const std::size_t cases = run_.variants.size() * run_.years.size();
        run_.summary.resize(cases);
        run_.yearly.resize(cases * run_.centers.size());
        // The two large tables grow variant by variant, each freeing what it came from.
        run_.administration.reserve(cases * run_.administrations.size());
        run_.link_loads.reserve(cases * run_.links.size());
        run_.duration_grid_kw.assign(
            run_.variants.size() * run_.milestones.size() * run_.centers.size() * outcome::duration_points,
            0.0F);
        for (std::size_t v = 0; v < outcomes_.size(); ++v) collect_variant(v);
    }

    void collect_variant(std::size_t v) {
        VariantOutcome& out = outcomes_[v];
        const std::size_t cases = (v + 1) * run_.years.size();
        run_.administration.resize(cases * run_.administrations.size());
        run_.link_loads.resize(cases * run_.links.size());
        for (std::size_t y = 0; y < out.years.size(); ++y) {
            collect_year(v, y, out.years[y]);
            out.years[y] = {};
        }
        outcome::append(run_.tables, std::move(out.tables));
    }

    void collect_year(std::size_t v, std::size_t y, annual::YearOutcome& year) {
        const std::size_t row = run_.summary_index(v, y);
        const VariantIndex& index = indices_[v];
        run_.summary[row] = year.summary;
        for (std::size_t c = 0; c < index.center.size(); ++c)
            run_.yearly[row * run_.centers.size() + index.center[c]] = year.sites[c];
        for (std::size_t a = 0; a < index.administration.size(); ++a) {
            outcome::AdministrationYear line = year.administrations[a];
            if (line.main_center >= 0.0) {
                line.main_center =
                    static_cast<double>(index.center[static_cast<std::size_t>(line.main_center)]);
            }
            run_.administration[row * run_.administrations.size() + index.administration[a]] = line;
        }
        for (std::size_t l = 0; l < index.link.size(); ++l)
            run_.link_loads[row * run_.links.size() + index.link[l]] = year.links[l];
        collect_hours(v, run_.years[y], index, year);
        statistics_.host_hours += year.host_hours;
        statistics_.site_years += year.summary.sites;
    }

    void collect_hours(std::size_t v, int calendar_year, const VariantIndex& index,
                       annual::YearOutcome& year) {
        const auto milestone = std::find(run_.milestones.begin(), run_.milestones.end(), calendar_year);
        if (milestone == run_.milestones.end()) return;
        run_.hourly.push_back(
            {static_cast<std::int32_t>(v), calendar_year, std::move(year.it_kw), std::move(year.grid_kw)});
        const auto m = static_cast<std::size_t>(milestone - run_.milestones.begin());
        for (std::size_t c = 0; c < index.center.size(); ++c) {
            const std::size_t to =
                ((v * run_.milestones.size() + m) * run_.centers.size() + index.center[c]) *
                outcome::duration_points;
            std::copy_n(
                year.duration_grid_kw.begin() + static_cast<std::ptrdiff_t>(c * outcome::duration_points),
                outcome::duration_points, run_.duration_grid_kw.begin() + static_cast<std::ptrdiff_t>(to));
        }
    }

    const study::StudySet& set_;
    const RunOptions& options_;
    annual::EmbodiedBook embodied_;
    Counter counter_;
    std::optional<annual::Weather> weather_;
    outcome::Run run_;
    std::vector<VariantOutcome> outcomes_;
    std::vector<Waiting> waiting_;
    std::atomic<std::size_t> deployments_{0};
    std::vector<VariantPlaces> places_;
    std::vector<network::Topology> plans_;
    std::vector<VariantIndex> indices_;
    RunStatistics statistics_;
};

/// The engines that follow; each world is freed when the last of them is through with it.  Returns how many
/// worlds had to be made anew.
std::size_t play_next(const study::StudySet& set, const RunOptions& options, std::vector<Waiting>& waiting,
                      outcome::Run& run) {
    std::size_t made_anew = 0;
    double begin = annual_part(options);
    for (std::size_t v = 0; v < waiting.size(); ++v) {
        std::unique_ptr<deploy::World> world = std::move(waiting[v].world);
        if (!world && !waiting[v].years.empty()) {
            world = std::make_unique<deploy::World>(set, v);
            world->keep_years(waiting[v].years);
            ++made_anew;
        }
        for (NextEngine& engine : options.next) {
            const double part = engine.part_of_time() / static_cast<double>(waiting.size());
            if (world) engine.play(v, *world, part_of(options.progress, begin, part), run);
            begin += part;
        }
    }
    return made_anew;
}

}  // namespace

outcome::Run run_study(const study::StudySet& set, const RunOptions& options, RunStatistics* statistics) {
    const FittedSet fitted{set};
    const study::StudySet& played = fitted.set();
    std::optional<StudyRunner> annual{std::in_place, played, options};
    outcome::Run run = annual->run(statistics);
    run.rows<outcome::MeteredFit>() = fitted.fits();
    std::vector<Waiting> waiting = annual->take_waiting();
    annual.reset();  // what only the annual engine needs
    if (options.annual_done) options.annual_done(run);
    const std::size_t made_anew = play_next(played, options, waiting, run);
    if (statistics != nullptr) statistics->deployments += made_anew;
    return run;
}

}  // namespace verbund::batch

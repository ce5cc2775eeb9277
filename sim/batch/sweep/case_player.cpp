#include "sim/batch/sweep/case_player.hpp"

#include <algorithm>
#include <utility>

#include "models/base/diagnostics.hpp"
#include "results/outcome/sweep.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/price_book.hpp"
#include "sim/annual/year_play.hpp"
#include "sim/batch/findings.hpp"
#include "sim/batch/identities.hpp"
#include "sim/batch/sweep/plan.hpp"

namespace verbund::batch {
namespace {

study::StudySet alone(const study::StudySet& set, std::size_t variant) {
    study::StudySet one = set;
    one.variants = {set.variants[variant]};
    return one;
}

/// Keys as they reach the one variant of `alone`.
std::vector<study::CaseKey> keys_alone(std::vector<study::CaseKey> keys, std::size_t variant) {
    for (study::CaseKey& key : keys) {
        const bool reached =
            std::find(key.variants.begin(), key.variants.end(), variant) != key.variants.end();
        key.variants = reached ? std::vector<std::size_t>{0} : std::vector<std::size_t>{};
    }
    return keys;
}

/// Largest share of a limit that a center needs.
double binding_share(const annual::YearOutcome& year) {
    double most = 0.0;
    for (const outcome::SiteYear& site : year.sites) most = std::max(most, site.binding_share);
    return most;
}

}  // namespace

CasePlayer::CasePlayer(const study::StudySet& set, std::size_t variant,
                       const std::vector<study::CaseKey>& keys)
    : set_{alone(set, variant)}, values_{set_, 0, keys_alone(keys, variant)}, stated_seed_{set.seed} {
    for (std::size_t k = 0; k < keys.size(); ++k)
        if (values_.reached(k) && study::moves_machines(keys[k].key)) moving_.push_back(k);
}

void CasePlayer::put_values(std::span<const std::string> texts, std::size_t replication) {
    Diagnostics mistakes;
    set_.seed = stated_seed_;
    values_.put(texts, mistakes);
    set_.seed = replication_seed(set_.seed, replication);
    read::throw_if_any(mistakes);
    study::Reporter report{set_.variants.front().places, mistakes};
    study::check_variant(set_, set_.variants.front().study, report);
    read::throw_if_any(mistakes);
}

std::vector<double> CasePlayer::play(std::span<const std::string> texts, std::size_t replication) {
    put_values(texts, replication);
    std::vector<std::string> moved;
    for (const std::size_t k : moving_) moved.push_back(texts[k]);
    // What was fitted to meters is a copy, which other prices would not reach.
    const bool fitted = fitted_ && !fitted_->fits().empty();
    if (!moved_ || *moved_ != moved || fitted) {
        moved_.reset();
        deploy();
        moved_ = std::move(moved);
    }
    see_to_seed();

    const deploy::World& world = *world_;
    if (engine_numbers_.empty()) engine_numbers_ = play_engines(world, set_.sweep.engines);
    const annual::EmbodiedBook embodied = annual::EmbodiedBook::from(set_.catalog);
    const economics::PriceBook prices = study::price_book(set_.catalog, world.study());
    const annual::CostPlan costs = plan_costs(prices);
    std::vector<annual::YearOutcome> years;
    std::vector<double> numbers;
    for (int year = set_.horizon.first; year <= set_.horizon.last; ++year) {
        years.push_back(play_year({.at = world.year(year),
                                   .phases = world.phases(year),
                                   .weather = *weather_,
                                   .costs = costs,
                                   .embodied = embodied}));
        judge_year(world.study(), world.variant(), world.year(year).year(), years);
        for (const auto& column : outcome::columns_of<outcome::VariantYear>())
            numbers.push_back(number_in(column, years.back().summary));
        numbers.push_back(binding_share(years.back()));
        const EngineNumbers& others = engine_numbers_[years.size() - 1];
        numbers.insert(numbers.end(), others.begin(), others.end());
    }
    return numbers;
}

annual::CostPlan CasePlayer::plan_costs(const economics::PriceBook& prices) {
    const deploy::World& world = *world_;
    const annual::CostContext context{world.study(), world.set().catalog, world.variant(), prices};
    if (!quantities_ || !quantities_->hold_at(prices)) {
        quantities_ =
            annual::cost_quantities(context, world.network(), world.variant().phases, set_.horizon.last);
    }
    return {context, *quantities_};
}

annual::YearOutcome CasePlayer::play_year(const annual::YearTask& task) {
    const int year = task.at.year().year;
    const deploy::VariantDeployment& variant = task.at.variant();
    if (!played_.contains(year)) {
        annual::PlayedYear played = annual::play_year(task);
        check_played(variant, task.phases, played.sites, played.summary);  // kept only where it holds
        played_.emplace(year, std::move(played));
    }
    annual::YearOutcome outcome = annual::account_year(task, played_.at(year));
    check_account(variant, task.phases, outcome);
    return outcome;
}

void CasePlayer::forget_deployment() {
    moved_.reset();
    quantities_.reset();
    world_.reset();
    fitted_.reset();
    played_.clear();
    engine_numbers_.clear();
    played_seed_.reset();
}

void CasePlayer::deploy() {
    forget_deployment();
    fitted_.emplace(set_);
    world_.emplace(fitted_->set(), 0);
}

void CasePlayer::see_to_seed() {
    if (played_seed_ == set_.seed) return;
    played_.clear();
    engine_numbers_.clear();
    see_to_weather();
    played_seed_ = set_.seed;
}

void CasePlayer::see_to_weather() {
    std::vector<annual::CoolingKey> climate =
        annual::weather_keys(world_->study(), set_.catalog, set_.horizon.first, set_.horizon.last);
    if (weather_ && climate == climate_ && weather_seed_ == set_.seed) return;
    weather_.emplace(set_.catalog, set_.seed, climate, set_.weathers);
    climate_ = std::move(climate);
    weather_seed_ = set_.seed;
}

}  // namespace verbund::batch

#include "sim/batch/price_weights.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include <fmt/ranges.h>

#include "models/base/number_text.hpp"
#include "models/base/tasks.hpp"
#include "models/compute/host_parts.hpp"
#include "results/outcome/not_applicable.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/enum_words.hpp"
#include "scenarios/study/price_book.hpp"
#include "scenarios/study/price_keys.hpp"
#include "sim/annual/cost_plan.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {
namespace {

using outcome::PriceWeight;
using outcome::PriceWeights;

constexpr double step = 0.01;

/// The same quantity, raised by the step; nothing for one of zero or that is no number.
std::optional<std::string> raised(const std::string& text) {
    const WrittenNumber number = number_at_start(text);
    const std::optional<double> value = number_value(number.decimal);
    if (!value || *value == 0.0) return std::nullopt;
    return without_second_reading(fmt::format("{}", *value * (1.0 + step))) + text.substr(number.length);
}

/// The same hosts with their parts at other prices.
deploy::HostTypes repriced(const deploy::HostTypes& types, const compute::HostParts& before,
                           const compute::HostParts& now) {
    deploy::HostTypes hosts = types;
    for (compute::HostType& host : hosts) {
        const std::string series = host.gpus > 0 ? "two-socket" : host.series;  // what GPUs are put into
        const auto price = [&](const compute::HostParts& parts) {
            return compute::price_eur(parts, series, host.cores, host.ram_gb, host.year) +
                   host.gpus * parts.gpu.price_eur;
        };
        host.price_eur += price(now) - price(before);
    }
    return hosts;
}

double cost_of_plan(const deploy::World& world, const study::Study& priced) {
    const study::StudySet& set = world.set();
    const economics::PriceBook prices = study::price_book(set.catalog, priced);
    const deploy::HostTypes hosts =
        repriced(world.variant().host_types, study::resolve_host_rules(world.study(), set.catalog).parts,
                 study::resolve_host_rules(priced, set.catalog).parts);
    const annual::CostPlan plan{{priced, set.catalog, world.variant(), prices, &hosts},
                                world.network(),
                                world.variant().phases,
                                set.horizon.last};
    double eur = 0.0;
    for (const auto& [year, books] : plan.budget()) eur += books.depreciation_eur + books.running_eur;
    return eur;
}

/// Of the electricity price in the variants: "mid", or "low/mid" where they differ.
std::string paths_of(const study::StudySet& set) {
    std::set<std::string> paths;
    for (const study::Variant& variant : set.variants)
        paths.insert(study::Codec<economics::PathChoice>::write(variant.study.economics.price));
    return fmt::format("{}", fmt::join(paths, "/"));
}

double quantity_of(const catalog::FigureRule& rule, const std::string& text) {
    const Parsed<double> parsed = rule.read(text, PointMeaning::decimal);
    return parsed ? *parsed.value : outcome::not_applicable;
}

double heaviest(const PriceWeight& row) {
    double most = 0.0;
    for (const double weight : row.weight)
        if (std::abs(weight) > std::abs(most)) most = weight;
    return most;
}

class Weigher {
public:
    Weigher(const study::StudySet& set, const Progress& progress) : set_{set}, progress_{progress} {
        for (const study::Variant& variant : set.variants) weights_.variants.push_back(variant.id);
        total_ = 1.0 + static_cast<double>(set.variants.size() * study::price_keys().size());
    }

    PriceWeights take(double part) {
        weigh_electricity();
        make_rows();
        for (std::size_t v = 0; v < set_.variants.size(); ++v) weigh_variant(v);
        for (PriceWeight& row : weights_.rows) add_ends(row);
        keep_heaviest(part);
        return std::move(weights_);
    }

private:
    /// The bills of the hours that the annual engine plays.
    void weigh_electricity() {
        const outcome::Run run =
            run_study(set_, {.jobs = 0, .progress = part_of(progress_, 0.0, first_part)});
        PriceWeight electricity;
        electricity.key = "electricity";
        electricity.value = "path " + paths_of(set_);
        electricity.low = "path low";
        electricity.high = "path high";
        electricity.mark = set_.catalog.electricity_price.back().evidence.mark;  // of the years to come
        electricity.at_low = electricity.at_high = outcome::not_applicable;
        for (std::size_t v = 0; v < set_.variants.size(); ++v) {
            double energy = 0.0;
            double all = 0.0;
            for (std::size_t y = 0; y < run.years.size(); ++y) {
                const outcome::Cost& cost = run.summary[run.summary_index(v, y)].cost;
                energy += cost.energy_eur;
                all += cost.total_eur;
            }
            weights_.cost_eur.push_back(all);
            electricity.weight.push_back(all > 0.0 ? energy / all : 0.0);
        }
        weights_.rows.push_back(std::move(electricity));
    }

    void make_rows() {
        for (const catalog::Figure& figure : set_.catalog.figures) {
            const std::string key = study::price_key(figure.id);
            if (key.empty() || study::priced_figure(key) == nullptr) continue;
            figures_.push_back(figure);
            weights_.rows.push_back({.key = key,
                                     .value = figure.value,
                                     .low = figure.low,
                                     .high = figure.high,
                                     .mark = figure.evidence.mark,
                                     .weight = std::vector<double>(set_.variants.size(), 0.0)});
        }
    }

    void weigh_variant(std::size_t v) {
        const deploy::World world{set_, v};
        const double before = cost_of_plan(world, world.study());
        run_tasks(figures_.size(), [&](std::size_t f) {
            PriceWeight& row = weights_.rows[f + 1];
            study::Study priced = world.study();
            const auto stated = world.study().prices.find(row.key);
            const bool given = stated != world.study().prices.end();
            if (given) tell_stated(row, stated->second);
            if (const std::optional<std::string> more = raised(given ? stated->second : figures_[f].value)) {
                priced.prices[row.key] = *more;
                const double after = cost_of_plan(world, priced);
                row.weight[v] = (after - before) / (step * weights_.cost_eur[v]);
            }
            count(set_.variants[v].id);
        });
    }

    static void tell_stated(PriceWeight& row, const std::string& stated) {
        row.value = stated;
        row.mark = "G";
    }

    void add_ends(PriceWeight& row) const {
        const catalog::FigureRule* rule = study::priced_figure(row.key);
        if (rule == nullptr) return;
        const double value = quantity_of(*rule, row.value);
        row.at_low = heaviest(row) * (quantity_of(*rule, row.low) / value - 1.0);
        row.at_high = heaviest(row) * (quantity_of(*rule, row.high) / value - 1.0);
    }

    void keep_heaviest(double part) {
        std::vector<PriceWeight>& rows = weights_.rows;
        std::stable_sort(rows.begin(), rows.end(), [](const PriceWeight& one, const PriceWeight& other) {
            return std::abs(heaviest(one)) > std::abs(heaviest(other));
        });
        double all = 0.0;
        for (const PriceWeight& row : rows) all += std::abs(heaviest(row));
        double carried = 0.0;
        std::size_t kept = 0;
        while (kept < rows.size() && carried < part * all) carried += std::abs(heaviest(rows[kept++]));
        weights_.others = rows.size() - kept;
        rows.resize(kept);
    }

    void count(const study::Id& variant) {
        const std::lock_guard lock{mutex_};
        done_ += 1.0;
        if (progress_) progress_(std::min(1.0, first_part + (1.0 - first_part) * done_ / total_), variant);
    }

    static constexpr double first_part = 0.2;  ///< of the time: playing all years

    const study::StudySet& set_;
    const Progress& progress_;
    PriceWeights weights_;
    std::vector<catalog::Figure> figures_;  ///< of the rows after the first
    double total_ = 1.0;
    double done_ = 0.0;
    std::mutex mutex_;
};

}  // namespace

outcome::PriceWeights price_weights(const study::StudySet& set, double part, const Progress& progress) {
    return Weigher{set, progress}.take(part);
}

}  // namespace verbund::batch

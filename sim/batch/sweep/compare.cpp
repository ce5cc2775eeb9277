#include "sim/batch/sweep/compare.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/statistics/interval.hpp"
#include "models/statistics/sensitivity.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "sim/batch/sweep/as_many.hpp"

namespace verbund::batch {
namespace {

using outcome::PairRow;
using outcome::SweepRun;
using store::SweepFile;

/// A variant of one of the files.
struct Column {
    std::string label;
    const SweepFile* file = nullptr;
    std::size_t variant = 0;

    [[nodiscard]] const std::string& id() const { return file->run().variants[variant]; }
};

std::vector<Column> columns_of(const std::vector<LabelledSweep>& sweeps) {
    std::vector<Column> columns;
    for (const LabelledSweep& of : sweeps) {
        const std::vector<std::string>& variants = of.file->run().variants;
        for (std::size_t v = 0; v < variants.size(); ++v)
            columns.push_back(
                {sweeps.size() > 1 ? fmt::format("{}:{}", of.label, variants[v]) : variants[v], of.file, v});
    }
    return columns;
}

std::size_t find_base(const std::vector<Column>& columns, const std::string& wanted) {
    if (wanted.empty()) return 0;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].label == wanted || columns[i].id() == wanted) return i;
        labels.push_back(columns[i].label);
    }
    throw RunFailed{
        fmt::format("no variant \"{}\" to compare with (there are: {})", wanted, fmt::join(labels, ", "))};
}

void require_draws(const LabelledSweep& of) {
    const SweepRun& run = of.file->run();
    if (run.draws == 0 || run.one_at_a_time) {
        throw RunFailed{fmt::format(
            "{}: draws nothing, so there are no draws to compare in. Show it: verbund report FILE --terminal",
            of.label)};
    }
    if (run.combinations.size() > 1) {
        throw RunFailed{
            fmt::format("{}: lists values besides its draws, and only a sweep without listed values can be "
                        "compared. Show "
                        "it: verbund report FILE --terminal",
                        of.label)};
    }
}

bool same_draws(const SweepRun& a, const SweepRun& b) {
    const auto same_key = [](const outcome::DrawnKey& x, const outcome::DrawnKey& y) {
        return x.key == y.key && x.group == y.group;
    };
    return a.draws == b.draws && a.groups == b.groups && a.quantiles == b.quantiles &&
           std::equal(a.drawn_keys.begin(), a.drawn_keys.end(), b.drawn_keys.begin(), b.drawn_keys.end(),
                      same_key);
}

/// What variants are compared by: what the files compare them by.
std::vector<std::string> aims_of(const std::vector<LabelledSweep>& sweeps) {
    std::vector<std::string> aims;
    for (const LabelledSweep& of : sweeps)
        for (const PairRow& pair : of.file->run().pairs)
            if (std::find(aims.begin(), aims.end(), pair.outcome) == aims.end()) aims.push_back(pair.outcome);
    if (aims.empty()) aims = {"cost_total_eur", "energy_grid_mwh", "co2_location_t"};
    return aims;
}

/// An outcome summed over years and replications in every independent draw; not-a-number where there is none.
/// Of what has a mean over the years the sum has the same order and the same relative differences.
std::vector<double> over_horizon(const Column& column, std::string_view outcome) {
    const SweepRun& run = column.file->run();
    const std::vector<double> values = column.file->values(outcome);
    if (values.empty()) return {};
    const std::size_t of_draw = column.file->cases() / run.draws;  // replications
    const std::size_t years = run.years.size();
    std::vector<double> sums;
    for (std::size_t d = 0; d < run.independent_draws(); ++d) {
        double sum = std::nan("");
        for (std::size_t number = d * of_draw; number < (d + 1) * of_draw; ++number) {
            for (std::size_t y = 0; y < years; ++y) {
                const double value = values[(number * run.variants.size() + column.variant) * years + y];
                if (!std::isnan(value)) sum = std::isnan(sum) ? value : sum + value;
            }
        }
        sums.push_back(sum);
    }
    return sums;
}

/// Relative differences of the one to the other, and how often the one is less.
class Meeting {
public:
    void add(double one, double other) {
        if (!std::isfinite(one) || !std::isfinite(other) || other == 0.0) return;
        differences_.push_back(one / other - 1.0);
        less_ += one < other ? 1 : 0;
    }

    /// `draws` are those that the interval counts.
    [[nodiscard]] PairRow row(const std::string& variant, const std::string& other, std::string_view outcome,
                              std::size_t draws) const {
        const double share = static_cast<double>(less_) / static_cast<double>(differences_.size());
        const auto hits = static_cast<std::size_t>(std::lround(share * static_cast<double>(draws)));
        const statistics::Interval range = statistics::wilson_interval(hits, draws);
        return {variant,
                other,
                0,
                std::string{outcome},
                share,
                range.low,
                range.high,
                statistics::quantile(differences_, 0.1),
                statistics::quantile(differences_, 0.5),
                statistics::quantile(differences_, 0.9),
                told_apart(share)};
    }
    [[nodiscard]] std::size_t count() const { return differences_.size(); }

private:
    std::vector<double> differences_;
    std::size_t less_ = 0;
};

/// At most so many, evenly spread.
std::vector<double> thinned(const std::vector<double>& values) {
    constexpr std::size_t most = 2000;
    if (values.size() <= most) return values;
    std::vector<double> kept;
    for (std::size_t i = 0; i < most; ++i) kept.push_back(values[i * values.size() / most]);
    return kept;
}

class Comparer {
public:
    Comparer(const std::vector<LabelledSweep>& sweeps, const std::string& base)
        : columns_{columns_of(sweeps)}, base_{columns_[find_base(columns_, base)]} {
        found_.base = base_.label;
        for (const Column& column : columns_) {
            found_.labels.push_back(column.label);
            found_.same_draws = found_.same_draws && same_draws(base_.file->run(), column.file->run());
            if (!serves_the_same_people(column)) found_.other_people.push_back(column.label);
        }
        for (const std::string& aim : aims_of(sweeps)) compare(aim);
    }
    [[nodiscard]] outcome::SweepComparison take() { return std::move(found_); }

private:
    [[nodiscard]] static double people(const Column& column, std::string_view outcome) {
        const SweepRun& run = column.file->run();
        const std::vector<double> values = column.file->values(outcome);
        const std::size_t last = run.years.size() - 1;
        for (std::size_t number = 0; (number + 1) * run.variants.size() * run.years.size() <= values.size();
             ++number) {
            const double value =
                values[(number * run.variants.size() + column.variant) * run.years.size() + last];
            if (std::isfinite(value)) return value;
        }
        return std::nan("");
    }

    [[nodiscard]] bool serves_the_same_people(const Column& column) const {
        for (const std::string_view name : {"administrations", "workplaces"})
            if (!as_many(people(column, name), people(base_, name))) return false;
        return true;
    }

    void compare(const std::string& aim) {
        const std::vector<double> base = over_horizon(base_, aim);
        for (const Column& column : columns_) {
            for (const outcome::Band& band : column.file->run().bands) {
                if (band.variant != column.id() || band.outcome != aim || band.year != 0) continue;
                found_.bands.push_back(band);
                found_.bands.back().variant = column.label;
            }
            const bool other_people = std::find(found_.other_people.begin(), found_.other_people.end(),
                                                column.label) != found_.other_people.end();
            if (column.label != base_.label && !other_people)
                meet(column, over_horizon(column, aim), base, aim);
        }
    }

    void meet(const Column& column, const std::vector<double>& ours, const std::vector<double>& base,
              const std::string& aim) {
        Meeting meeting;
        const bool by_draw = same_draws(column.file->run(), base_.file->run());
        if (by_draw) {
            for (std::size_t d = 0; d < std::min(ours.size(), base.size()); ++d)
                meeting.add(ours[d], base[d]);
        } else {
            const std::vector<double> others = thinned(base);
            for (const double one : thinned(ours))
                for (const double other : others) meeting.add(one, other);
        }
        if (meeting.count() == 0) return;
        const std::size_t draws = by_draw ? meeting.count() : std::min(ours.size(), base.size());
        found_.pairs.push_back(meeting.row(column.label, base_.label, aim, draws));
    }

    std::vector<Column> columns_;
    Column base_;
    outcome::SweepComparison found_;
};

}  // namespace

outcome::SweepComparison compare_sweeps(const std::vector<LabelledSweep>& sweeps, const std::string& base) {
    for (const LabelledSweep& of : sweeps) require_draws(of);
    return Comparer{sweeps, base}.take();
}

}  // namespace verbund::batch

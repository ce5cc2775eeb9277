#include "results/outcome/sweep.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace verbund::outcome {
namespace {

/// Columns of the summary whose sum over the years says something.
bool is_summed(std::string_view name) {
    constexpr std::array<std::string_view, 5> summed{"energy_grid_mwh", "co2_location_t", "co2_market_t",
                                                     "co2_embodied_t", "cost_total_eur"};
    return std::find(summed.begin(), summed.end(), name) != summed.end();
}

}  // namespace

const std::vector<SweepOutcome>& sweep_outcomes() {
    static const std::vector<SweepOutcome> outcomes = [] {
        std::vector<SweepOutcome> all;
        for (const Column<VariantYear>& column : columns_of<VariantYear>())
            all.push_back({column.name, column.unit, column.text, column.display, annual_engine,
                           is_summed(column.name) ? OverYears::sum : OverYears::none});
        all.push_back(
            {"binding_share", "1", "largest share of a limit that any center needs", Display::share});
        all.push_back({"downtime_h", "h",
                       "downtime of critical services per year, mean weighted by workplaces", Display::number,
                       "availability", OverYears::mean});
        all.push_back({"downtime_other_h", "h",
                       "downtime of other services per year, mean weighted by workplaces", Display::number,
                       "availability", OverYears::mean});
        all.push_back({"response_p95_ms", "ms",
                       "response time of all transactions of the year, 95 % quantile", Display::number,
                       "events", OverYears::mean});
        all.push_back({"drills_rto_max_s", "s", "longest recovery of a drill of the year; infinite: never",
                       Display::recovery, "events", OverYears::most});
        all.push_back({"drills_rpo_max_s", "s",
                       "largest data loss of a drill of the year; infinite: all data", Display::loss,
                       "events", OverYears::most});
        return all;
    }();
    return outcomes;
}

std::size_t sweep_outcome(std::string_view name) {
    const std::vector<SweepOutcome>& all = sweep_outcomes();
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const SweepOutcome& o) { return o.name == name; });
    if (found == all.end()) throw std::out_of_range("no outcome of that name");
    return static_cast<std::size_t>(found - all.begin());
}

void SweepValues::assign(std::size_t size, double value) {
    size_ = size;
    memory_.assign(size, value);
    source_ = {};
}

double SweepValues::operator[](std::size_t at) const {
    double value = 0.0;
    read(at, {&value, 1});
    return value;
}

void SweepValues::read(std::size_t first, std::span<double> into) const {
    if (first > size_ || into.size() > size_ - first) throw std::out_of_range("more values than a sweep has");
    if (source_)
        source_(first, into);
    else
        std::copy_n(memory_.begin() + static_cast<std::ptrdiff_t>(first), into.size(), into.begin());
}

template <>
const Table<DrawnKey>& table_of<DrawnKey>() {
    using R = DrawnKey;
    static const Table<R> table{
        .name = "drawn_keys",
        .columns =
            {
                {"key", "", "key of the study, price or figure that is drawn", &R::key},
                {"group", "", "figures that move together", &R::group},
                {"p10", "", "its value at the first tenth of its distribution", &R::p10},
                {"p50", "", "its value in the middle", &R::p50},
                {"p90", "", "its value at the last tenth", &R::p90},
                {"low", "", "its low end; where it has none, its value at the first twentieth", &R::low},
                {"high", "", "its high end; where it has none, its value at the last twentieth", &R::high},
            },
    };
    return table;
}

template <>
const Table<Band>& table_of<Band>() {
    using R = Band;
    static const Table<R> table{
        .name = "bands",
        .columns =
            {
                {"variant", "", "variant", &R::variant},
                {"combination", "1", "number of the listed values, from 0", &R::combination},
                {"year", "1",
                 "calendar year; 0: over the horizon, a sum; of downtime and response time the mean, of "
                 "drills the worst of the years played",
                 &R::year},
                {"outcome", "", "outcome, as in the group cases", &R::outcome},
                {"unit", "", "unit of the numbers", &R::unit, ColumnRole::unit},
                {"p10", "1", "a tenth of the independent draws lies below", &R::p10},
                {"p50", "1", "half of them lies below", &R::p50},
                {"p90", "1", "nine tenths of them lie below", &R::p90},
                {"mean", "1", "mean of them", &R::mean},
            },
        .many_rows = true,
    };
    return table;
}

template <>
const Table<SensitivityRow>& table_of<SensitivityRow>() {
    using R = SensitivityRow;
    static const Table<R> table{
        .name = "sensitivities",
        .columns =
            {
                {"variant", "", "variant", &R::variant},
                {"combination", "1", "number of the listed values, from 0", &R::combination},
                {"year", "1",
                 "calendar year; 0: over the horizon, a sum; of downtime and response time the mean, of "
                 "drills the worst of the years played",
                 &R::year},
                {"outcome", "", "outcome, as in the group cases", &R::outcome},
                {"group", "", "figures that move together", &R::group},
                {"first_order", "1", "share of the variance that goes if the group alone were known",
                 &R::first_order, ColumnRole::plain, Display::share},
                {"first_low", "1", "its 95 % interval, low end", &R::first_low, ColumnRole::plain,
                 Display::share},
                {"first_high", "1", "its 95 % interval, high end", &R::first_high, ColumnRole::plain,
                 Display::share},
                {"total", "1", "share of the variance that is left if all other groups were known", &R::total,
                 ColumnRole::plain, Display::share},
                {"total_low", "1", "its 95 % interval, low end", &R::total_low, ColumnRole::plain,
                 Display::share},
                {"total_high", "1", "its 95 % interval, high end", &R::total_high, ColumnRole::plain,
                 Display::share},
            },
        .many_rows = true,
    };
    return table;
}

template <>
const Table<ChanceRow>& table_of<ChanceRow>() {
    using R = ChanceRow;
    static const Table<R> table{
        .name = "chances",
        .columns =
            {
                {"variant", "", "variant", &R::variant},
                {"combination", "1", "number of the listed values, from 0", &R::combination},
                {"year", "1", "calendar year; 0: over the horizon", &R::year},
                {"what", "",
                 "limit: a center needs more than a limit; refused: servers find no place; rule: a rule is "
                 "missed; least-cost, least-energy, least-co2, least-outage: least of all variants",
                 &R::what},
                {"share", "1", "share of the independent draws", &R::share, ColumnRole::plain,
                 Display::share},
                {"low", "1", "95 % interval (Wilson), low end", &R::low, ColumnRole::plain, Display::share},
                {"high", "1", "95 % interval (Wilson), high end", &R::high, ColumnRole::plain,
                 Display::share},
            },
        .many_rows = true,
    };
    return table;
}

template <>
const Table<PairRow>& table_of<PairRow>() {
    using R = PairRow;
    static const Table<R> table{
        .name = "pairs",
        .columns =
            {
                {"variant", "", "variant", &R::variant},
                {"other", "", "variant beside it, in the same draws", &R::other},
                {"combination", "1", "number of the listed values, from 0", &R::combination},
                {"outcome", "", "outcome over the horizon, as in the group cases", &R::outcome},
                {"less_share", "1", "share of the draws in which the variant needs less than the other",
                 &R::less_share, ColumnRole::plain, Display::share},
                {"low", "1", "its 95 % interval (Wilson), low end", &R::low, ColumnRole::plain,
                 Display::share},
                {"high", "1", "its 95 % interval (Wilson), high end", &R::high, ColumnRole::plain,
                 Display::share},
                {"difference_p10", "1", "variant less other / other: a tenth of the draws lies below",
                 &R::difference_p10, ColumnRole::plain, Display::share},
                {"difference_p50", "1", "half of the draws lies below", &R::difference_p50, ColumnRole::plain,
                 Display::share},
                {"difference_p90", "1", "nine tenths of the draws lie below", &R::difference_p90,
                 ColumnRole::plain, Display::share},
                {"apart", "", "whether the order of the two is the same in nine draws of ten", &R::apart},
            },
    };
    return table;
}

template <>
const Table<TornadoRow>& table_of<TornadoRow>() {
    using R = TornadoRow;
    static const Table<R> table{
        .name = "tornado",
        .columns =
            {
                {"variant", "", "variant", &R::variant},
                {"combination", "1", "number of the listed values, from 0", &R::combination},
                {"outcome", "", "outcome over the horizon, as in the group cases", &R::outcome},
                {"key", "", "figure that is varied by itself", &R::key},
                {"low", "", "its low end", &R::low},
                {"high", "", "its high end", &R::high},
                {"base", "1", "outcome with all figures as they are", &R::base},
                {"at_low", "1", "outcome at the low end", &R::at_low},
                {"at_high", "1", "outcome at the high end", &R::at_high},
            },
        .many_rows = true,
    };
    return table;
}

template <>
const Table<FailedPlay>& table_of<FailedPlay>() {
    using R = FailedPlay;
    static const Table<R> table{
        .name = "failed_cases",
        .columns =
            {
                {"case", "1", "number of the case, from 0", &R::case_number},
                {"variant", "", "variant", &R::variant},
                {"reason", "", "why it has no outcome", &R::reason},
                {"repeat", "", "command that plays it again", &R::repeat},
            },
        .always = true,
    };
    return table;
}

}  // namespace verbund::outcome

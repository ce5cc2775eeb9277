#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "results/outcome/tables/summary.hpp"
#include "results/outcome/tables/table.hpp"

/// What a sweep found: an outcome of every case, and what they say together.
namespace verbund::outcome {

inline constexpr std::string_view annual_engine = "annual";

/// What an outcome is over all years.
enum class OverYears {
    none,  ///< told by year alone
    sum,
    mean,  ///< of the years that were played
    most,  ///< of the years that were played
};

/// An outcome that every case has for each variant and year; not-a-number in years that its engine does not
/// play, infinite for a recovery that never is and for the loss of all data.
struct SweepOutcome {
    std::string_view name;
    std::string_view unit;
    std::string_view text;
    Display display = Display::number;
    std::string_view engine = annual_engine;  ///< that finds it, as `sweep: engines` names it
    OverYears over_years = OverYears::none;
};

/// The columns of `summary`, then "binding_share": the largest share of a limit that any center needs; then
/// what the other engines find: downtime of critical and of other services, response time, longest recovery
/// and largest data loss of a drill, as the glance at a run tells them (`engine_numbers.hpp`).
[[nodiscard]] const std::vector<SweepOutcome>& sweep_outcomes();
/// Place of an outcome in that list; throws `std::out_of_range` for a name that is none.
[[nodiscard]] std::size_t sweep_outcome(std::string_view name);

/// A key that is drawn.
struct DrawnKey {
    std::string key;
    std::string group;
    std::string p10;  ///< value at that quantile
    std::string p50;
    std::string p90;
    std::string low;  ///< end; where there is none, the twentieth
    std::string high;
};

/// Spread of an outcome over the draws.
struct Band {
    std::string variant;
    std::int32_t combination = 0;  ///< of the listed values
    std::int32_t year = 0;         ///< 0: sum over the horizon
    std::string outcome;
    std::string unit;
    double p10 = 0.0;
    double p50 = 0.0;
    double p90 = 0.0;
    double mean = 0.0;
};

/// How much of the spread of an outcome a group of figures carries (Sobol indices).
struct SensitivityRow {
    std::string variant;
    std::int32_t combination = 0;
    std::int32_t year = 0;
    std::string outcome;
    std::string group;
    double first_order = 0.0;
    double first_low = 0.0;
    double first_high = 0.0;
    double total = 0.0;
    double total_low = 0.0;
    double total_high = 0.0;
};

/// In how many of the draws something comes about.
struct ChanceRow {
    std::string variant;
    std::int32_t combination = 0;
    std::int32_t year = 0;  ///< 0: over the horizon
    /// "limit", "refused", "rule", "least-cost", "least-energy", "least-co2", "least-outage"
    std::string what;
    double share = 0.0;
    double low = 0.0;  ///< 95 % interval
    double high = 0.0;
};

/// Two variants side by side in the same draws.
struct PairRow {
    std::string variant;
    std::string other;
    std::int32_t combination = 0;
    std::string outcome;      ///< over the horizon
    double less_share = 0.0;  ///< of the draws in which the first needs less
    double low = 0.0;         ///< 95 % interval
    double high = 0.0;
    double difference_p10 = 0.0;  ///< first less other, relative to the other
    double difference_p50 = 0.0;
    double difference_p90 = 0.0;
    bool apart = false;  ///< whether the order is the same in nine draws of ten
};

/// An outcome with one figure at its low and at its high end, all others as they are.
struct TornadoRow {
    std::string variant;
    std::int32_t combination = 0;
    std::string outcome;  ///< over the horizon
    std::string key;
    std::string low;  ///< value of the key
    std::string high;
    double base = 0.0;
    double at_low = 0.0;
    double at_high = 0.0;
};

/// A case, or a variant of it, without an outcome.
struct FailedPlay {
    std::int32_t case_number = 0;
    std::string variant;
    std::string reason;
    std::string repeat;  ///< command that plays it again
};

template <>
const Table<DrawnKey>& table_of<DrawnKey>();
template <>
const Table<Band>& table_of<Band>();
template <>
const Table<SensitivityRow>& table_of<SensitivityRow>();
template <>
const Table<ChanceRow>& table_of<ChanceRow>();
template <>
const Table<PairRow>& table_of<PairRow>();
template <>
const Table<TornadoRow>& table_of<TornadoRow>();
template <>
const Table<FailedPlay>& table_of<FailedPlay>();

/// Numbers one behind the other: in memory, or wherever a source finds them, so that what grows with the
/// number of cases need not lie in memory.
class SweepValues {
public:
    /// Fills `into` with the numbers from that place on; throws `RunFailed` where they cannot be read.
    using Source = std::function<void(std::size_t first, std::span<double> into)>;

    SweepValues() = default;
    SweepValues(std::vector<double> values) : size_{values.size()}, memory_{std::move(values)} {}
    SweepValues(std::size_t size, Source source) : size_{size}, source_{std::move(source)} {}

    /// In memory: so many times one value.
    void assign(std::size_t size, double value);
    [[nodiscard]] std::size_t size() const { return size_; }
    /// One that lies in memory; throws `std::out_of_range` where it does not.
    [[nodiscard]] double& operator[](std::size_t at) { return memory_.at(at); }
    [[nodiscard]] double operator[](std::size_t at) const;
    /// As many as fit `into`, from that place on.
    void read(std::size_t first, std::span<double> into) const;

private:
    std::size_t size_ = 0;
    std::vector<double> memory_;
    Source source_;  ///< empty: they lie in memory
};

/// A whole sweep.
struct SweepRun {
    std::string title;
    std::string question;
    std::string program_version;
    std::string program_commit;
    std::string study_sha256;
    std::string resolved_study;
    std::uint64_t seed = 0;
    std::vector<std::string> variants;
    std::vector<int> years;
    std::vector<int> milestones;

    std::vector<std::string> listed_keys;                ///< whose values are listed
    std::vector<std::size_t> list_of_key;                ///< [listed key] those of one list go side by side
    std::vector<std::vector<std::string>> combinations;  ///< [combination][listed key] value; one without any
    std::vector<DrawnKey> drawn_keys;
    std::vector<std::string> groups;
    std::vector<std::string> engines{std::string{annual_engine}};
    std::vector<std::uint64_t> seeds{};  ///< [replication] of the study's seed, which is the first
    std::size_t replications = 1;        ///< of each draw, one behind the other among the cases
    std::size_t draws = 0;               ///< of each combination; 0: nothing is drawn
    bool one_at_a_time = false;          ///< whether they are the ends of each figure instead
    bool sensitivity = false;            ///< whether the draws are laid out for it
    std::vector<double> quantiles;       ///< [draw][group]
    SweepValues values;  ///< [outcome][case][variant][year]; as `SweepOutcome`, NaN too for no outcome

    std::vector<Band> bands;
    std::vector<SensitivityRow> sensitivities;
    std::vector<ChanceRow> chances;
    std::vector<PairRow> pairs;
    std::vector<TornadoRow> tornado;
    std::vector<FailedPlay> failed;
    std::vector<std::string>
        without_effect;  ///< listed keys and groups that change no outcome of any variant

    /// Cases of a combination: its draws, each as often as there are replications.
    [[nodiscard]] std::size_t cases_of_combination() const {
        return std::max<std::size_t>(1, draws) * replications;
    }
    [[nodiscard]] std::size_t cases() const { return combinations.size() * cases_of_combination(); }
    /// Draws from which on it can be told what carries the spread: of fewer no correlation can be taken.
    [[nodiscard]] static std::size_t fewest_for_sensitivity(std::size_t groups) {
        constexpr std::size_t fewest_points = 4;
        return fewest_points * (groups + 2);
    }
    /// Draws that do not share values with each other, which stand first: of a design for sensitivity its
    /// sets A and B.  Only these say how often something comes about.
    [[nodiscard]] std::size_t independent_draws() const {
        return sensitivity ? 2 * (draws / (groups.size() + 2)) : draws;
    }
    [[nodiscard]] bool has_engine(std::string_view engine) const {
        return std::find(engines.begin(), engines.end(), engine) != engines.end();
    }
    [[nodiscard]] std::size_t value_index(std::size_t outcome, std::size_t number, std::size_t variant,
                                          std::size_t year) const {
        return ((outcome * cases() + number) * variants.size() + variant) * years.size() + year;
    }
};

/// A case with its outcomes.
struct PlayedCase {
    std::size_t number = 0;
    std::vector<std::pair<std::string, std::string>> texts;  ///< key, its value in the case
    std::vector<double> values;  ///< [variant][year][outcome]; NaN where there is none
};

/// Some cases of a sweep, without its tables.
struct SweepCases {
    SweepRun sweep;  ///< title, variants, years and what failed of these cases; without values
    std::vector<PlayedCase> cases;

    [[nodiscard]] double value(const PlayedCase& of, std::size_t variant, std::size_t year,
                               std::size_t outcome) const {
        return of.values[(variant * sweep.years.size() + year) * sweep_outcomes().size() + outcome];
    }
};

}  // namespace verbund::outcome

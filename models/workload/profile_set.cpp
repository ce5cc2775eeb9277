#include "models/workload/profile_set.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"

namespace verbund::workload {
namespace {

/// In the order of `DayKind`.
constexpr std::array<std::string_view, day_kinds_count> kind_names{"workday", "long-thursday", "friday",
                                                                   "weekend-or-holiday"};

[[nodiscard]] DayKind kind_of(const catalog::Profile& row) {
    const auto* found = std::find(kind_names.begin(), kind_names.end(), row.day_kind);
    if (found == kind_names.end()) {
        throw std::invalid_argument(fmt::format("profile \"{}\": no kind of day \"{}\" (kinds: {})", row.id,
                                                row.day_kind, fmt::join(kind_names, ", ")));
    }
    return static_cast<DayKind>(found - kind_names.begin());
}

/// The row of each kind of day, per profile.
using RowsByKind = std::array<const catalog::Profile*, day_kinds_count>;

void check_complete(const std::string& id, const RowsByKind& rows) {
    for (std::size_t kind = 0; kind < rows.size(); ++kind) {
        if (rows[kind] == nullptr) {
            throw std::invalid_argument(
                fmt::format("profile \"{}\" has no row for {}", id, kind_names[kind]));
        }
    }
}

/// The day types of all states on one day.
[[nodiscard]] std::vector<std::uint8_t> types_on(std::size_t day, bool quiet,
                                                 const std::vector<std::vector<DayKind>>& kinds_of_state) {
    std::vector<std::uint8_t> types;
    types.reserve(kinds_of_state.size());
    for (const std::vector<DayKind>& kinds : kinds_of_state)
        types.push_back(static_cast<std::uint8_t>(day_type(kinds[day], quiet)));
    return types;
}

}  // namespace

ProfileSet::ProfileSet(const std::vector<catalog::Profile>& rows) {
    std::vector<RowsByKind> profiles;
    for (const catalog::Profile& row : rows) {
        auto at = static_cast<std::size_t>(std::find(ids_.begin(), ids_.end(), row.id) - ids_.begin());
        if (at == ids_.size()) {
            ids_.push_back(row.id);
            profiles.push_back({});
        }
        const catalog::Profile*& place = profiles[at][static_cast<std::size_t>(kind_of(row))];
        if (place != nullptr) {
            throw std::invalid_argument(
                fmt::format("profile \"{}\" has two rows for {}", row.id, row.day_kind));
        }
        place = &row;
    }
    shares_.reserve(ids_.size() * day_types_count * hours_per_day);
    for (std::size_t profile = 0; profile < profiles.size(); ++profile) {
        check_complete(ids_[profile], profiles[profile]);
        for (const catalog::Profile* row : profiles[profile]) {
            for (const double factor : {1.0, row->quiet_factor}) {  // the order of `day_type`
                std::transform(
                    row->share.begin(), row->share.end(), std::back_inserter(shares_),
                    [factor](double share) { return share * factor; });
            }
        }
    }
}

int ProfileSet::index(const std::string& id) const {
    const auto found = std::find(ids_.begin(), ids_.end(), id);
    if (found == ids_.end()) {
        throw std::out_of_range(
            fmt::format("no load profile \"{}\" (profiles: {})", id, fmt::join(ids_, ", ")));
    }
    return static_cast<int>(found - ids_.begin());
}

YearPatterns year_patterns(int year, std::vector<FederalState> states) {
    return phase_patterns(whole_year(year), std::move(states));
}

YearPatterns phase_patterns(const Phase& phase, std::vector<FederalState> states) {
    const int year = phase.year;
    std::vector<std::vector<DayKind>> kinds_of_state;
    kinds_of_state.reserve(states.size());
    for (const FederalState state : states) kinds_of_state.push_back(day_kinds(state, year));
    YearPatterns patterns;
    patterns.year = year;
    patterns.first_day = phase.first_day;
    patterns.states = std::move(states);
    std::map<std::string, std::uint16_t> known;  // by the types as bytes
    const std::vector<bool> quiet = quiet_season(year);
    const auto end = static_cast<std::size_t>(phase.end_day);
    for (auto day = static_cast<std::size_t>(phase.first_day); day < end; ++day) {
        const auto types = types_on(day, quiet[day], kinds_of_state);
        const auto [entry, is_new] = known.try_emplace(std::string(types.begin(), types.end()),
                                                       static_cast<std::uint16_t>(known.size()));
        if (is_new) {
            patterns.day_type_of.push_back(types);
            patterns.days_of_pattern.push_back(0);
        }
        patterns.pattern_of_day.push_back(entry->second);
        ++patterns.days_of_pattern[entry->second];
    }
    return patterns;
}

}  // namespace verbund::workload

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/quantity_text.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/resolve.hpp"
#include "scenarios/study/wave_days.hpp"

namespace verbund::study {
namespace {

/// Whether the dates of the target's centers could be read and do not contradict each other.
bool operation_known(const CheckInput& input, const std::string& target) {
    for (const auto& [id, center] : input.study.centers) {
        const bool meant = target == id || target == "group:" + center.group;
        const std::string path = "centers." + id;
        const bool broken =
            input.report.broken(path + ".commissioned") || input.report.broken(path + ".closed");
        if (meant && (broken || (center.closed && *center.closed <= center.commissioned))) return false;
    }
    return true;
}

/// First wave on whose day no center of the target stands.
std::optional<Date> first_unbuilt_wave(const std::vector<const Center*>& targets,
                                       const std::vector<Date>& days) {
    const auto unbuilt = std::find_if(days.begin(), days.end(), [&](Date day) {
        return std::none_of(targets.begin(), targets.end(),
                            [day](const Center* center) { return stands_on(*center, day); });
    });
    return unbuilt == days.end() ? std::nullopt : std::optional{*unbuilt};
}

/// A wave as its move names it: its year, quarter or date.
std::string wave_name(const Move& move, Date day) {
    constexpr int months_of_quarter = 3;
    if (move.quarters) return to_string(Quarter{day.year, (day.month - 1) / months_of_quarter + 1});
    return move.date ? to_string(day) : fmt::format("{}", day.year);
}

/// The times that a move states, by their keys.
std::vector<std::string> stated_times(const Move& move) {
    std::vector<std::string> keys;
    if (move.years) keys.emplace_back("years");
    if (move.quarters) keys.emplace_back("quarters");
    if (move.date) keys.emplace_back("date");
    return keys;
}

bool any_time_broken(const CheckInput& input, const std::string& id) {
    const auto broken = [&](const char* key) { return input.report.broken("moves." + id + key); };
    return broken(".years") || broken(".quarters") || broken(".date");
}

/// Whether a move states one time, and that could be read.
bool time_known(const CheckInput& input, const std::string& id, const Move& move) {
    return stated_times(move).size() == 1 && !any_time_broken(input, id);
}

std::string operation_text(const std::vector<const Center*>& targets) {
    const auto earliest =
        std::min_element(targets.begin(), targets.end(),
                         [](const Center* a, const Center* b) { return a->commissioned < b->commissioned; });
    const Center& center = **earliest;
    const std::string from = fmt::format("commissioned {}", to_string(center.commissioned));
    return center.closed ? fmt::format("{}, closed {}", from, to_string(*center.closed)) : from;
}

/// Workload classes that a move takes along.
std::set<std::string> classes_of(const CheckInput& input, const Move& move) {
    std::set<std::string> classes;
    for (const catalog::WorkloadClass& workload : input.set.catalog.workloads) {
        const auto correction = input.study.workloads.find(workload.id);
        const bool stays = correction == input.study.workloads.end()
                               ? workload.keep_local
                               : correction->second.keep_local.value_or(workload.keep_local);
        if (!stays) classes.insert(workload.id);
    }
    if (move.only) {
        const std::set<std::string> only{move.only->begin(), move.only->end()};
        std::erase_if(classes, [&](const std::string& id) { return only.count(id) == 0; });
    }
    for (const std::string& id : move.keep_local) classes.erase(id);
    return classes;
}

bool claims(const Move& move, const SelectedAdministration& administration) {
    return std::any_of(
        move.who.begin(), move.who.end(),
        [&](const std::string& selector) { return matches(selector, administration); });
}

/// First administration whose same classes both moves claim, if any.
const SelectedAdministration* claimed_twice(const CheckInput& input, const Move& a, const Move& b) {
    const std::vector<Date> of_a = wave_days(a);
    const std::vector<Date> of_b = wave_days(b);
    if (of_a.empty() || of_b.empty() || of_a.back() < of_b.front() || of_b.back() < of_a.front())
        return nullptr;
    const std::set<std::string> classes = classes_of(input, a);
    const std::set<std::string> others = classes_of(input, b);
    if (std::none_of(classes.begin(), classes.end(),
                     [&](const std::string& id) { return others.count(id) != 0; }))
        return nullptr;
    for (const SelectedAdministration& administration : input.administrations)
        if (claims(a, administration) && claims(b, administration)) return &administration;
    return nullptr;
}

}  // namespace

void find_move_without_one_time(const CheckInput& input) {
    for (const auto& [id, move] : input.study.moves) {
        const std::string path = "moves." + id;
        const std::vector<std::string> stated = stated_times(move);
        if (stated.size() == 1 || any_time_broken(input, id)) continue;
        if (stated.empty()) {
            input.report(path, "no time is stated (one of years, quarters and date is needed)",
                         "State when it moves, e.g. years: [2026, 2028] or quarters: [2026-Q3, 2027-Q2].");
        } else {
            input.report(path + "." + stated.back(),
                         fmt::format("{} state several times (one of years, quarters and date is needed)",
                                     fmt::join(stated, " and ")),
                         "Keep one; a variant takes out one that it inherits with null, e.g. years: null.");
        }
    }
}

void find_move_outside_horizon(const CheckInput& input) {
    if (!horizon_known(input)) return;
    const Horizon& horizon = input.set.horizon;
    for (const auto& [id, move] : input.study.moves) {
        if (!time_known(input, id, move)) continue;
        const std::vector<Date> days = wave_days(move);
        if (days.front().year <= horizon.last) continue;  // one that is over by then is played all the same
        const std::string first = wave_name(move, days.front());
        const std::string time =
            move.date ? first
                      : fmt::format("{}{}{}", first, move.years ? "-" : " to ", wave_name(move, days.back()));
        input.report(fmt::format("moves.{}.{}", id, wave_key(move)),
                     fmt::format("{} lies after the horizon {}-{}", time, horizon.first, horizon.last),
                     "Move within the horizon, or extend it.");
    }
}

void find_host_that_cannot_stand(const CheckInput& input) {
    const Hosts& hosts = input.study.hosts;
    if (hosts.installed.empty() || !horizon_known(input) || input.report.broken("hosts.refresh")) return;
    const int last = input.set.horizon.last;
    const auto [oldest, newest] = std::minmax_element(hosts.installed.begin(), hosts.installed.end());
    const int today = std::max(*newest, input.study.estate.base_year);
    if (*newest > last) {
        input.report("hosts.installed",
                     fmt::format("{} lies after the last year computed, {}", *newest, last),
                     "Name the years in which the hosts that stand today were bought.");
    } else if (today - *oldest >= refresh_years(hosts)) {
        input.report(
            "hosts.installed",
            fmt::format("hosts of {} are {} years old in {}, but hosts.refresh replaces them after {}",
                        *oldest, today - *oldest, today, to_text(hosts.refresh)),
            "Leave out the years whose hosts are gone, or lengthen hosts.refresh.");
    }
}

void find_broken_years(const CheckInput& input) {
    const auto require_whole = [&](const std::string& path, Duration value, std::string_view why) {
        constexpr double rounding = 1e-6;  // of a year, half a minute
        const double years = value.in(julian_years);
        if (input.report.broken(path) || std::abs(years - std::round(years)) < rounding) return;
        input.report(path, fmt::format("{} is no whole number of years ({})", to_text(value), why),
                     fmt::format("Write \"{:.0f} a\" or \"{:.0f} a\".", std::floor(years), std::ceil(years)));
    };
    constexpr std::string_view given_up = "a room is given up whole years after it was emptied";
    require_whole("hosts.refresh", input.study.hosts.refresh, "hosts are bought and replaced on 1 January");
    require_whole("hosts.stand_alone_refresh", input.study.hosts.stand_alone_refresh,
                  "hosts are bought and replaced on 1 January");
    require_whole("home.given_up", input.study.home.given_up, given_up);
    for (const auto& [id, center] : input.study.centers)
        if (center.given_up)
            require_whole(fmt::format("centers.{}.given_up", id), *center.given_up, given_up);
}

void find_move_to_unbuilt_center(const CheckInput& input) {
    for (const auto& [id, move] : input.study.moves) {
        const auto targets = centers_of(input.study.centers, move.to);
        if (targets.empty() || !operation_known(input, move.to) || !time_known(input, id, move)) continue;
        const auto day = first_unbuilt_wave(targets, wave_days(move));
        if (!day) continue;
        input.report(fmt::format("moves.{}.{}", id, wave_key(move)),
                     fmt::format("\"{}\" does not stand on {}, when the wave of {} moves ({})", move.to,
                                 to_string(*day), wave_name(move, *day), operation_text(targets)),
                     "Move later, or commission it earlier.");
    }
}

void find_closing_before_opening(const CheckInput& input) {
    for (const auto& [id, center] : input.study.centers) {
        if (!center.closed || center.commissioned < *center.closed) continue;
        input.report(fmt::format("centers.{}.closed", id),
                     fmt::format("{} does not lie after commissioned {}", to_string(*center.closed),
                                 to_string(center.commissioned)),
                     "Correct one of the dates.");
    }
}

void find_backup_before_opening(const CheckInput& input) {
    for (const auto& [primary, backup] : input.study.backups) {
        const auto sites = centers_of(input.study.centers, backup.center);
        if (!backup.from || sites.empty() || !operation_known(input, backup.center)) continue;
        const Date first = backup.from->date;
        const bool whole_year = first == Date{first.year, 1, 1};
        const Date day = whole_year ? Date{first.year, 12, 31} : first;
        if (std::any_of(sites.begin(), sites.end(),
                        [&](const Center* site) { return stands_on(*site, day); }))
            continue;
        input.report(fmt::format("backups.{}.from", primary),
                     fmt::format("\"{}\" does not stand {} {} ({})", backup.center, whole_year ? "in" : "on",
                                 Codec<StartDay>::write(*backup.from), operation_text(sites)),
                     "Start later, or leave from out.");
    }
}

void find_overlapping_moves(const CheckInput& input) {
    const auto& moves = input.study.moves;
    for (auto a = moves.begin(); a != moves.end(); ++a) {
        if (input.report.broken("moves." + a->first)) continue;
        for (auto b = std::next(a); b != moves.end(); ++b) {
            const SelectedAdministration* twice = claimed_twice(input, a->second, b->second);
            if (twice == nullptr) continue;
            input.report(fmt::format("moves.{}", b->first),
                         fmt::format("takes the same workloads of \"{}\" in the same years as move \"{}\"",
                                     twice->id, a->first),
                         "Let their years, administrations (who) or workloads (only, keep_local) differ.");
        }
    }
}

}  // namespace verbund::study

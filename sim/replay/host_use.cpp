#include "sim/replay/host_use.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <utility>

#include "sim/replay/step_stream.hpp"

namespace verbund::replay {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
/// Shares of the capacity.  Sums of some thousand uses differ by less than the first from what they are; a
/// host is not called overloaded for what rounding makes of a use that just fills it.
constexpr double nothing = 1e-12;
constexpr double rounding = 1e-9;

constexpr std::int64_t slots_per_window = 16'384;
constexpr double steps_per_window = 1e6;

/// A change of the sum of uses.
struct Change {
    double at_s;
    double by_mhz;
};

struct Span {
    double begin_s;
    double end_s;
};

/// Slots of equal length, counted from an origin.
struct Grid {
    double origin_s = 0.0;
    double slot_s = 0.0;  ///< 0: there is none

    [[nodiscard]] bool exists() const { return slot_s > 0.0; }
    [[nodiscard]] double at(std::int64_t slot) const { return origin_s + static_cast<double>(slot) * slot_s; }
    /// Whether there is a grid, and it can be counted on until then.
    [[nodiscard]] bool reaches(double time_s) const {
        constexpr double countable = 1e15;
        return exists() && std::abs(time_s - origin_s) < countable * slot_s;
    }
    /// The slot in which a time lies; a slot begins when the division says so and the product, too.
    [[nodiscard]] std::int64_t slot_of(double time_s) const {
        auto slot = static_cast<std::int64_t>(std::floor((time_s - origin_s) / slot_s));
        if (at(slot + 1) <= time_s) ++slot;
        if (at(slot) > time_s) --slot;
        return slot;
    }
    /// Whether a slot begins exactly then.
    [[nodiscard]] bool has(double time_s) const { return reaches(time_s) && at(slot_of(time_s)) == time_s; }
};

/// A stream, and how far it has been taken into the sum.
struct Taken {
    StepStream stream;
    bool on_grid = false;
    std::int64_t slot = 0;        ///< of the first step, on the grid
    std::uint64_t next = 0;       ///< step
    double next_s = 0.0;          ///< when it begins, or the last one ends; `never` once that is taken
    double level_mhz = 0.0;       ///< of the step before, where steps are changes
    std::uint64_t looked_at = 0;  ///< steps below this number were judged for overload

    /// Steps on the grid are slots but for the last one, which may end anywhere.
    [[nodiscard]] std::uint64_t slots() const {
        return on_grid && stream.in_effect() > 0 ? stream.in_effect() - 1 : 0;
    }
    void find_next() { next_s = next < stream.in_effect() ? stream.time_s(next) : stream.end_s(); }
};

class HostSum {
public:
    HostSum(const HostGroup& host, const std::vector<Stay>& stays, const Input& input) : host_{host} {
        for (const Stay& stay : stays) {
            for (std::size_t run = 0; run < input.steps.runs(stay.vm); ++run) {
                Taken taken{.stream = StepStream{input, stay, run}};
                found_.steps += taken.stream.count();
                found_.whole += taken.stream.whole();
                if (taken.stream.in_effect() > 0) taken_.push_back(taken);
            }
        }
        capacity_mhz_ = host.capacity_mhz();
        idle_w_ = compute::power_w(host.power, 0.0);
        choose_grid();
        for (Taken& taken : taken_) taken.find_next();
        choose_window();
    }

    HostUse sum() {
        for (double from_s = first_next(); from_s < never; from_s = first_next()) play_window(from_s);
        return found_;
    }

private:
    /// Most steps share their interval and phase with the grid.
    void choose_grid() {
        std::map<std::pair<double, double>, std::uint64_t> steps;
        for (const Taken& taken : taken_) {
            if (!taken.stream.regular()) continue;
            const double interval_s = taken.stream.interval_s();
            steps[{interval_s, std::fmod(taken.stream.begin_s(), interval_s)}] += taken.stream.in_effect();
        }
        if (steps.empty()) return;
        const auto most = std::max_element(steps.begin(), steps.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        grid_ = {most->first.second, most->first.first};
        for (Taken& taken : taken_) {
            taken.on_grid = taken.stream.interval_s() == grid_.slot_s &&
                            grid_.reaches(taken.stream.end_s()) && grid_.has(taken.stream.begin_s());
            if (taken.on_grid) taken.slot = grid_.slot_of(taken.stream.begin_s());
        }
    }

    /// As long as a million steps take on the average, and no more than the slots there is room for.
    void choose_window() {
        double steps = 0.0;
        double begin_s = never;
        for (const Taken& taken : taken_) {
            steps += static_cast<double>(taken.stream.in_effect());
            begin_s = std::min(begin_s, taken.stream.begin_s());
            last_end_s_ = std::max(last_end_s_, taken.stream.end_s());
        }
        window_s_ = (last_end_s_ - begin_s) * std::min(1.0, steps_per_window / std::max(1.0, steps));
        if (grid_.exists()) {
            window_s_ =
                std::clamp(window_s_, grid_.slot_s, static_cast<double>(slots_per_window) * grid_.slot_s);
        }
    }

    [[nodiscard]] double first_next() const {
        double first = never;
        for (const Taken& taken : taken_) first = std::min(first, taken.next_s);
        return first;
    }

    void play_window(double from_s) {
        double until_s = from_s + window_s_;
        first_slot_ = 0;
        slots_ = 0;
        if (grid_.reaches(from_s)) {
            first_slot_ = grid_.slot_of(from_s);
            const std::int64_t needed = grid_.slot_of(std::min(last_end_s_, until_s)) + 1 - first_slot_;
            slots_ = std::clamp<std::int64_t>(needed, 1, slots_per_window);
            until_s = grid_.at(first_slot_ + slots_);
        }
        if (!(until_s > from_s)) until_s = std::nextafter(from_s, never);
        sum_mhz_.assign(static_cast<std::size_t>(slots_), 0.0);
        changes_.clear();
        run_ends_.clear();
        slots_used_ = false;
        for (Taken& taken : taken_) {
            if (taken.on_grid) add_slots(taken);
            add_changes(taken, until_s);
            run_ends_.push_back(changes_.size());
        }
        merge_changes();
        overloads_.clear();
        integrate(from_s, until_s);
        if (!overloads_.empty())
            for (Taken& taken : taken_) judge_steps(taken);
    }

    void add_slots(Taken& taken) {
        const std::uint64_t end = taken.slots();
        if (taken.next >= end) return;
        const std::int64_t window_end = first_slot_ + slots_;
        while (taken.next < end) {
            const std::int64_t slot = taken.slot + static_cast<std::int64_t>(taken.next);
            if (slot >= window_end) break;
            const auto count = std::min(end - taken.next, static_cast<std::uint64_t>(window_end - slot));
            const std::span<const double> values =
                taken.stream.values(taken.next, static_cast<std::size_t>(count), room_);
            double* const sum = sum_mhz_.data() + (slot - first_slot_);
            for (std::size_t i = 0; i < values.size(); ++i) sum[i] += values[i];
            taken.next += values.size();
            slots_used_ = true;
        }
        taken.find_next();
    }

    /// Steps that begin before `until_s` as changes, and the end of the last one.
    void add_changes(Taken& taken, double until_s) {
        if (taken.on_grid && taken.next < taken.slots()) return;
        if (taken.next < taken.stream.in_effect() && taken.next_s < until_s) {
            const std::uint64_t end = std::min(taken.stream.in_effect(), taken.stream.first_from(until_s));
            const auto count = static_cast<std::size_t>(end - taken.next);
            const std::span<const double> values = taken.stream.values(taken.next, count, room_);
            const std::span<const double> times = taken.stream.times(taken.next, count, times_);
            for (std::size_t i = 0; i < count; ++i) {
                changes_.push_back({times[i], values[i] - taken.level_mhz});
                taken.level_mhz = values[i];
            }
            taken.next = end;
            taken.find_next();
        }
        if (taken.next == taken.stream.in_effect() && taken.next_s < until_s) {
            changes_.push_back({taken.next_s, -taken.level_mhz});
            taken.level_mhz = 0.0;
            taken.next_s = never;
        }
    }

    /// Each stream's changes are in order; merging neighbours again and again costs n log(streams).
    void merge_changes() {
        const auto earlier = [](const Change& a, const Change& b) { return a.at_s < b.at_s; };
        while (run_ends_.size() > 1) {
            merged_.resize(changes_.size());
            std::vector<std::size_t> ends;
            std::size_t begin = 0;
            for (std::size_t r = 0; r < run_ends_.size(); r += 2) {
                const std::size_t middle = run_ends_[r];
                const std::size_t end = r + 1 < run_ends_.size() ? run_ends_[r + 1] : middle;
                const auto at = [&](std::size_t i) {
                    return changes_.begin() + static_cast<std::ptrdiff_t>(i);
                };
                std::merge(at(begin), at(middle), at(middle), at(end),
                           merged_.begin() + static_cast<std::ptrdiff_t>(begin), earlier);
                ends.push_back(end);
                begin = end;
            }
            changes_.swap(merged_);
            run_ends_.swap(ends);
        }
    }

    /// From where the last window ended to the end of this one.
    void integrate(double from_s, double until_s) {
        if (level_mhz_ != 0.0 && from_s > at_s_) add_piece(at_s_, from_s, level_mhz_);
        at_s_ = from_s;
        if (slots_used_ && changes_.empty())
            integrate_slots();
        else
            integrate_changes();
        if (slots_used_ || level_mhz_ == 0.0) at_s_ = until_s;
    }

    void integrate_slots() {
        if (const auto* table = std::get_if<compute::PowerTable>(&host_.power))
            add_slots_with([table](double u) { return compute::interpolate(*table, u); });
        else
            add_slots_with([&curve = std::get<compute::ShapedPower>(host_.power)](double u) {
                return compute::shaped_power_w(curve, u);
            });
    }

    template <class Curve>
    void add_slots_with(const Curve& curve) {
        double watts = 0.0;
        double share_sum = 0.0;
        double asked = 0.0;
        const double per_capacity = 1.0 / capacity_mhz_;
        for (std::size_t i = 0; i < sum_mhz_.size(); ++i) {
            const double use = clean(sum_mhz_[i] + level_mhz_);
            asked += use;
            const double share = std::min(use * per_capacity, 1.0);
            share_sum += share;
            watts += curve(share) - idle_w_;
            if (use > capacity_mhz_) note_overload(slot_begin(i), slot_begin(i + 1), use);
        }
        found_.dynamic_j += watts * grid_.slot_s;
        found_.utilised_s += share_sum * grid_.slot_s;
        found_.asked_mhz_s += asked * grid_.slot_s;
    }

    [[nodiscard]] double slot_begin(std::size_t i) const {
        return grid_.at(first_slot_ + static_cast<std::int64_t>(i));
    }

    void integrate_changes() {
        std::size_t change = 0;
        for (std::size_t i = 0; slots_used_ && i < sum_mhz_.size(); ++i) {
            at_s_ = std::max(at_s_, slot_begin(i));
            take_changes(change, slot_begin(i + 1), sum_mhz_[i]);
        }
        take_changes(change, never, 0.0);
    }

    /// Pieces between the changes before `until_s`, on top of a sum of slots, and the piece after them; for
    /// an open end, which has no slots, up to the last change.
    void take_changes(std::size_t& change, double until_s, double slot_mhz) {
        for (; change < changes_.size() && changes_[change].at_s < until_s; ++change) {
            add_piece(at_s_, changes_[change].at_s, slot_mhz + level_mhz_);
            at_s_ = std::max(at_s_, changes_[change].at_s);
            level_mhz_ = clean(level_mhz_ + changes_[change].by_mhz);
        }
        if (until_s == never) return;
        add_piece(at_s_, until_s, slot_mhz + level_mhz_);
        at_s_ = until_s;
    }

    /// What differs from nothing by rounding alone is nothing.
    [[nodiscard]] double clean(double mhz) const { return mhz > nothing * capacity_mhz_ ? mhz : 0.0; }

    void add_piece(double begin_s, double end_s, double use_mhz) {
        const double use = clean(use_mhz);
        if (!(end_s > begin_s) || use == 0.0) return;
        const double length_s = end_s - begin_s;
        const double share = std::min(use / capacity_mhz_, 1.0);
        found_.asked_mhz_s += use * length_s;
        found_.utilised_s += share * length_s;
        found_.dynamic_j += (compute::power_w(host_.power, share) - idle_w_) * length_s;
        if (use > capacity_mhz_) note_overload(begin_s, end_s, use);
    }

    void note_overload(double begin_s, double end_s, double use_mhz) {
        found_.clipped_mhz_s += (use_mhz - capacity_mhz_) * (end_s - begin_s);
        if (use_mhz <= capacity_mhz_ * (1.0 + rounding)) return;
        found_.overloaded_s += end_s - begin_s;
        if (!overloads_.empty() && overloads_.back().end_s == begin_s)
            overloads_.back().end_s = end_s;
        else
            overloads_.push_back({begin_s, end_s});
    }

    /// Counts the whole steps with a use that held while the host was overloaded in this window.
    void judge_steps(Taken& taken) {
        const StepStream& stream = taken.stream;
        const std::uint64_t before = stream.first_from(overloads_.front().begin_s);
        const std::uint64_t first = std::max(taken.looked_at, before > 0 ? before - 1 : 0);
        const std::uint64_t end =
            std::min({stream.whole(), stream.in_effect(), stream.first_from(overloads_.back().end_s)});
        if (first >= end || stream.end_s() <= overloads_.front().begin_s) return;
        const auto count = static_cast<std::size_t>(end - first);
        const std::span<const double> values = stream.values(first, count, room_);
        const std::span<const double> times = stream.times(first, count, times_);
        std::size_t over = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const bool is_last = first + i + 1 == stream.in_effect();
            const double end_s = is_last         ? stream.end_s()
                                 : i + 1 < count ? times[i + 1]
                                                 : stream.time_s(first + i + 1);
            while (over < overloads_.size() && overloads_[over].end_s <= times[i]) ++over;
            if (over == overloads_.size()) break;
            if (values[i] <= 0.0 || overloads_[over].begin_s >= end_s) continue;
            ++found_.over_capacity;
            taken.looked_at = first + i + 1;
        }
    }

    const HostGroup& host_;
    std::vector<Taken> taken_;
    Grid grid_;
    double capacity_mhz_ = 0.0;
    double idle_w_ = 0.0;
    double window_s_ = 0.0;
    double last_end_s_ = 0.0;

    std::int64_t first_slot_ = 0;
    std::int64_t slots_ = 0;
    bool slots_used_ = false;
    std::vector<double> sum_mhz_;  ///< by slot of the window
    std::vector<Change> changes_;
    std::vector<Change> merged_;
    std::vector<std::size_t> run_ends_;  ///< of each stream's changes
    std::vector<Span> overloads_;        ///< of the window
    StepStream::Room room_;
    StepStream::Room times_;

    double at_s_ = 0.0;       ///< integrated up to here
    double level_mhz_ = 0.0;  ///< sum of the changes so far
    HostUse found_;
};

}  // namespace

HostUse use_of(const HostGroup& host, const std::vector<Stay>& stays, const Input& input) {
    return HostSum{host, stays, input}.sum();
}

}  // namespace verbund::replay

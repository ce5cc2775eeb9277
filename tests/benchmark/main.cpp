#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "tests/benchmark/availability.hpp"
#include "tests/benchmark/compare.hpp"
#include "tests/benchmark/engine.hpp"
#include "tests/benchmark/events.hpp"
#include "tests/benchmark/replays.hpp"
#include "tests/benchmark/sites.hpp"
#include "tests/benchmark/studies.hpp"
#include "tests/benchmark/sweeps.hpp"

/// Prints how fast the program is and how its cost grows; see README.md.  Asserts nothing: times differ by
/// machine, ratios taken in one run are what to look at.
namespace verbund::benchmark {
namespace {

constexpr double bytes_per_mb = 1024.0 * 1024.0;

void print_engine_row(const char* what, const Effort& effort, double target) {
    fmt::print("{:<42}{:>12.0f}{:>14.4f}{:>12.0f}\n", what, effort.host_hours / effort.simulate_s / 1e6,
               effort.work_mb * bytes_per_mb / effort.host_hours, target);
}

void print_engine() {
    fmt::print("(a) annual engine on one core\n{:<42}{:>12}{:>14}{:>12}\n", "", "M host-h/s", "B/host-hour",
               "target");
    print_engine_row("grouped: flagship, variant land", in_child(flagship_years), 500.0);
    print_engine_row("every host distinct: 4000 hosts, 14 years",
                     in_child([] { return distinct_hosts(4000, 14); }), 100.0);
}

void print_growth() {
    fmt::print(
        "\n(b) whole study, 2 variants x 14 years; limit 2.2 per doubling\n{:>16}{:>10}{:>10}{:>10}{:>14}\n",
        "administrations", "seconds", "ratio", "MB", "ratio");
    Effort before;
    for (const int administrations : {75, 150, 300, 600, 1200}) {
        const Effort effort = in_child([&] { return study_of_size(administrations); });
        fmt::print("{:>16}{:>10.2f}", administrations, effort.total_s());
        if (before.peak_mb > 0.0) {
            fmt::print("{:>10.2f}{:>10.0f}{:>14.2f}\n", effort.total_s() / before.total_s(), effort.peak_mb,
                       effort.peak_mb / before.peak_mb);
        } else {
            fmt::print("{:>10}{:>10.0f}{:>14}\n", "", effort.peak_mb, "");
        }
        before = effort;
    }
}

void print_study_row(const char* what, const Effort& effort) {
    fmt::print("{:<42}{:>9.2f}{:>9.2f}{:>9.2f}{:>9.2f}{:>9.0f}\n", what, effort.total_s(), effort.read_s,
               effort.simulate_s, effort.write_s, effort.peak_mb);
}

void print_flagship() {
    fmt::print("\n(c) flagship study, {} threads; target 10 s, 500 MB\n{:<42}{:>9}{:>9}{:>9}{:>9}{:>9}\n",
               std::thread::hardware_concurrency(), "", "seconds", "read", "simulate", "write", "MB");
    print_study_row("294 districts, 4 variants", in_child([] { return flagship_study(false, 0); }));
    print_study_row("the same and with municipalities, 8", in_child([] { return flagship_study(true, 0); }));
}

void print_threads() {
    const Effort one = in_child([] { return flagship_study(false, 1); });
    const Effort two = in_child([] { return flagship_study(false, 2); });
    fmt::print(
        "\n(d) simulation of 294 districts, 4 variants\n--jobs 1: {:.2f} s   --jobs 2: {:.2f} s   ratio "
        "{:.2f}\n",
        one.simulate_s, two.simulate_s, one.simulate_s / two.simulate_s);
}

void print_availability() {
    constexpr int years = 10'000;
    fmt::print("\n(e) availability, {} simulated years; targets in seconds of one thread\n", years);
    fmt::print("{:<26}{:>16}{:>9}{:>10}{:>9}{:>9}{:>9}\n", "variant", "administrations", "target", "1 thread",
               "2", "ratio", "MB");
    struct Work {
        const char* variant;
        int administrations;
        double target_s;
    };
    for (const Work& work : {Work{"status-quo", 294, 2.0}, Work{"land", 294, 2.0},
                             Work{"status-quo-gemeinden", 6591, 60.0}, Work{"land-gemeinden", 6591, 60.0}}) {
        const Effort one = in_child([&] { return flagship_failures(work.variant, years, 1); });
        const Effort two = in_child([&] { return flagship_failures(work.variant, years, 2); });
        fmt::print("{:<26}{:>16}{:>9.0f}{:>10.2f}{:>9.2f}{:>9.2f}{:>9.0f}\n", work.variant,
                   work.administrations, work.target_s, one.simulate_s, two.simulate_s,
                   one.simulate_s / two.simulate_s, two.work_mb);
    }
}

/// The fastest of three runs: what else the machine does only ever adds.
template <class Work>
Effort fastest(const Work& work) {
    Effort best = in_child(work);
    for (int again = 0; again < 2; ++again) {
        const Effort effort = in_child(work);
        if (effort.simulate_s < best.simulate_s) best = effort;
    }
    return best;
}

void print_events() {
    const auto rate_of = [](Driver driver) { return fastest([driver] { return same_activities(driver); }); };
    const Effort ours = rate_of(Driver::engine);
    fmt::print("\n(f) event engine, the same activities; target 80 % of bare SimGrid\n{:<42}{:>16}{:>12}\n",
               "", "activities/s", "ours / it");
    const auto print_row = [&](const char* what, const Effort& effort) {
        fmt::print("{:<42}{:>16.0f}{:>12.2f}\n", what, effort.activities / effort.simulate_s,
                   effort.simulate_s / ours.simulate_s);
    };
    print_row("our engine", ours);
    print_row("bare SimGrid, completion signal", rate_of(Driver::bare_callbacks));
    print_row("bare SimGrid, an actor per site", rate_of(Driver::bare_actors));
    fmt::print(
        "\n    one typical day, variant land, 2025; limit 2.2 per doubling\n{:>16}{:>10}{:>10}{:>10}\n",
        "administrations", "seconds", "ratio", "MB");
    double before = 0.0;
    for (const int administrations : {75, 150, 300, 600}) {
        const Effort day = fastest([=] { return typical_day_of_size(administrations); });
        fmt::print("{:>16}{:>10.2f}", administrations, day.simulate_s);
        fmt::print("{:>10}{:>10.0f}\n",
                   before > 0.0 ? fmt::format("{:.2f}", day.simulate_s / before) : std::string{},
                   day.peak_mb);
        before = day.simulate_s;
    }
}

void print_default_run() {
    const Effort effort = in_child(default_run);
    fmt::print(
        "\n(h) default run of the flagship: all engines, quick precision\n{:<42}{:>9}{:>9}{:>9}\n"
        "{:<42}{:>9.0f}{:>9.2f}{:>9.2f}\n{:<42}{:>9.0f}{:>9.2f}{:>9.2f}\npeak memory {:.0f} MB\n",
        "", "target", "seconds", "ratio", "until the annual part is shown", 5.0, effort.annual_s,
        effort.annual_s / 5.0, "whole, written", 60.0, effort.total_s(), effort.total_s() / 60.0,
        effort.peak_mb);
}

void print_sites() {
    fmt::print(
        "\n(g) 40 candidates for a second site of a center of 31 districts; target 120 s on 2 cores\n"
        "{:>16}{:>10}{:>10}{:>10}{:>10}\n",
        "simulated", "1 thread", "2", "ratio", "MB");
    for (const std::size_t simulated : {12U, 40U}) {
        const Effort one = in_child([&] { return compare_candidates(simulated, 1); });
        const Effort two = in_child([&] { return compare_candidates(simulated, 2); });
        fmt::print("{:>16}{:>10.2f}{:>10.2f}{:>10.2f}{:>10.0f}\n", simulated, one.simulate_s, two.simulate_s,
                   one.simulate_s / two.simulate_s, two.peak_mb);
    }
}

void print_merging() {
    fmt::print(
        "\n    merging, analysing and writing draws of one municipality; target 60 s for 10,000, same "
        "memory\n"
        "{:>16}{:>10}{:>10}{:>10}{:>10}{:>10}\n",
        "draws", "merged s", "written s", "ratio", "MB", "ratio");
    Effort before;
    for (const int draws : {100, 1000, 10000, 100000}) {
        const Effort effort = in_child([draws] { return merge_of_draws(draws); });
        const bool first = before.peak_mb == 0.0;
        fmt::print("{:>16}{:>10.2f}{:>10.2f}{:>10}{:>10.0f}{:>10}\n", draws, effort.simulate_s,
                   effort.write_s, first ? "" : fmt::format("{:.1f}", effort.total_s() / before.total_s()),
                   effort.peak_mb, first ? "" : fmt::format("{:.2f}", effort.peak_mb / before.peak_mb));
        before = effort;
    }
}

void print_sweeps() {
    fmt::print(
        "\n(i) sweep of the flagship's 4 variants with districts, as if of 1,000 draws\n"
        "{:<42}{:>9}{:>9}{:>9}{:>9}{:>9}\n",
        "", "target", "seconds", "ratio", "draws", "MB");
    struct Work {
        const char* what;
        Drawn drawn;
        int draws;
        double target_s;
    };
    for (const Work& work : {Work{"every default and price", Drawn::everything, 56, 360.0},
                             Work{"five figures of money", Drawn::money, 210, 15.0}}) {
        const Effort effort = in_child([&] { return draws_of_flagship(work.drawn, work.draws); });
        const double of_thousand = effort.simulate_s * 1000.0 / effort.activities;
        fmt::print("{:<42}{:>9.0f}{:>9.1f}{:>9.2f}{:>9.0f}{:>9.0f}\n", work.what, work.target_s, of_thousand,
                   of_thousand / work.target_s, effort.activities, effort.peak_mb);
    }
    print_merging();
}

std::filesystem::path program_beside() {
    return std::filesystem::canonical("/proc/self/exe").parent_path() / "verbund";
}

void print_replays() {
    const double bytes_per_s = memory_bytes_per_s();
    fmt::print(
        "\n(j) replay, from the program's start to its end; steps 300 s apart; memory read at {:.1f} GB/s\n"
        "{:>8}{:>8}{:>14}{:>9}{:>9}{:>7}{:>9}{:>9}{:>7}{:>7}{:>14}\n",
        bytes_per_s / 1e9, "VMs", "hosts", "steps", "target", "text s", "ratio", "target", "bundle s",
        "ratio", "MB", "s from memory");
    struct Work {
        ReplaySize size;
        double text_target_s;
        double bundle_target_s;
    };
    for (const Work& work : {Work{{1000, 288, 800}, 0.15, 0.03}, Work{{6300, 92, 279}, 0.1, 0.03},
                             Work{{6300, 366, 279}, 0.4, 0.05}, Work{{6300, 1464, 279}, 1.6, 0.2}}) {
        const ReplayTimes times = replay_of_size(program_beside(), work.size);
        const double steps = static_cast<double>(work.size.vms) * work.size.steps;
        fmt::print("{:>8}{:>8}{:>14.0f}{:>9.2f}{:>9.3f}{:>7.2f}{:>9.2f}{:>9.3f}{:>7.2f}{:>7.0f}{:>14.4f}\n",
                   work.size.vms, work.size.hosts, steps, work.text_target_s, times.text_s,
                   times.text_s / work.text_target_s, work.bundle_target_s, times.bundle_s,
                   times.bundle_s / work.bundle_target_s, times.text_mb,
                   steps * static_cast<double>(sizeof(double)) / bytes_per_s);
    }
    constexpr double year_target_s = 20.0;
    const Effort year = in_child([] { return replay_of_year({5000, 105'120, 250}); });
    fmt::print(
        "    a year of 5,000 VMs, made as it is read: {:.0f} steps in {:.1f} s (target {:.0f}), {:.0f} MB\n",
        year.activities, year.simulate_s, year_target_s, year.peak_mb);
}

}  // namespace
}  // namespace verbund::benchmark

/// Without arguments all parts, else those named: `verbund_benchmark e f`; `--compare OLD` runs another build
/// of the program and the one beside this benchmark in turn.
int main(int argc, char** argv) {
    using namespace verbund::benchmark;
    if (argc == 3 && std::string_view{argv[1]} == "--compare") {
        compare_programs(std::filesystem::canonical(argv[2]), program_beside());
        return 0;
    }
    constexpr std::array<std::pair<char, void (*)()>, 10> parts{{{'a', print_engine},
                                                                 {'b', print_growth},
                                                                 {'c', print_flagship},
                                                                 {'d', print_threads},
                                                                 {'e', print_availability},
                                                                 {'f', print_events},
                                                                 {'g', print_sites},
                                                                 {'h', print_default_run},
                                                                 {'i', print_sweeps},
                                                                 {'j', print_replays}}};
    std::string wanted;
    for (int i = 1; i < argc; ++i) wanted += argv[i];
    for (const auto& [name, print] : parts)
        if (wanted.empty() || wanted.find(name) != std::string::npos) print();
}

#include "tests/benchmark/compare.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "tests/benchmark/program_run.hpp"

namespace verbund::benchmark {
namespace {

constexpr int pairs = 5;

/// Arguments of the program; those of the first line prepare, without being measured.
struct Work {
    const char* what;
    const char* prepare;
    const char* arguments;
};

constexpr std::array works{
    Work{"check, flagship", "", "check landkreise-2025"},
    Work{"annual engine, flagship", "", "run landkreise-2025 --engines annual -o run.h5"},
    Work{"all engines, Dormagen", "", "run dormagen -o run.h5"},
    Work{"70 draws, Dormagen", "", "sweep dormagen --uncertain catalog --draws 70 -o sweep"},
    Work{"CSV, Dormagen", "run dormagen -o run.h5", "export run.h5 --csv tables"},
    Work{"page, Dormagen", "run dormagen -o run.h5", "report run.h5 -o page.html"},
};

ProgramRun run_in_empty_folder(const std::filesystem::path& program, const Work& work) {
    std::string name = (std::filesystem::temp_directory_path() / "verbund-benchmark-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    if (*work.prepare != '\0') static_cast<void>(run_program(program, work.prepare, name));
    const ProgramRun run = run_program(program, work.arguments, name);
    std::filesystem::remove_all(name);
    return run;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> each(const std::vector<ProgramRun>& runs, double ProgramRun::*figure) {
    std::vector<double> values;
    for (const ProgramRun& run : runs) values.push_back(run.*figure);
    return values;
}

void print_row(const Work& work, const std::vector<ProgramRun>& before,
               const std::vector<ProgramRun>& after) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < before.size(); ++i) ratios.push_back(after[i].wall_s / before[i].wall_s);
    const auto [least, greatest] = std::minmax_element(ratios.begin(), ratios.end());
    fmt::print("{:<26}{:>9.2f}{:>9.2f}{:>8.2f} ({:.2f}-{:.2f}){:>9.2f}{:>8.0f}{:>8.0f}\n", work.what,
               median(each(before, &ProgramRun::wall_s)), median(each(after, &ProgramRun::wall_s)),
               median(ratios), *least, *greatest,
               median(each(after, &ProgramRun::cpu_s)) / median(each(before, &ProgramRun::cpu_s)),
               median(each(before, &ProgramRun::peak_mb)), median(each(after, &ProgramRun::peak_mb)));
}

}  // namespace

void compare_programs(const std::filesystem::path& old_program, const std::filesystem::path& new_program) {
    fmt::print("{} pairs of runs, old and new in turn; below 1 the new one is faster\n", pairs);
    fmt::print("{:<26}{:>9}{:>9}{:>8} {:<11}{:>9}{:>8}{:>8}\n", "", "old s", "new s", "ratio", "", "CPU",
               "old MB", "new MB");
    for (const Work& work : works) {
        std::vector<ProgramRun> before;
        std::vector<ProgramRun> after;
        for (int pair = 0; pair < pairs; ++pair) {
            before.push_back(run_in_empty_folder(old_program, work));
            after.push_back(run_in_empty_folder(new_program, work));
        }
        print_row(work, before, after);
        std::fflush(stdout);
    }
}

}  // namespace verbund::benchmark

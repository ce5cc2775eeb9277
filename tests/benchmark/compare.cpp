#include "tests/benchmark/compare.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/benchmark/in_child.hpp"

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
    Work{"CSV, Dormagen", "run dormagen -o run.h5", "export run.h5 --format csv -o csv"},
    Work{"page, Dormagen", "run dormagen -o run.h5", "report run.h5 -o page.html"},
};

struct Run {
    double wall_s = 0.0;
    double cpu_s = 0.0;
    double peak_mb = 0.0;
};

[[noreturn]] void become(const std::filesystem::path& program, const std::string& arguments,
                         const std::filesystem::path& folder) {
    std::vector<std::string> words{program.string()};
    std::istringstream rest{arguments};
    for (std::string word; rest >> word;) words.push_back(word);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const int silence = open("/dev/null", O_WRONLY);
    if (chdir(folder.c_str()) == 0 && dup2(silence, STDOUT_FILENO) >= 0 && dup2(silence, STDERR_FILENO) >= 0)
        execv(program.c_str(), pointers.data());
    std::_Exit(EXIT_FAILURE);
}

Run run_once(const std::filesystem::path& program, const std::string& arguments,
             const std::filesystem::path& folder) {
    const Stopwatch watch;
    const pid_t child = fork();
    if (child < 0) std::abort();
    if (child == 0) become(program, arguments, folder);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (status != 0) {
        fmt::print(stderr, "benchmark: {} {} failed\n", program.string(), arguments);
        std::exit(EXIT_FAILURE);
    }
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return {watch.seconds(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024.0};
}

Run run_in_empty_folder(const std::filesystem::path& program, const Work& work) {
    std::string name = (std::filesystem::temp_directory_path() / "verbund-benchmark-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    if (*work.prepare != '\0') static_cast<void>(run_once(program, work.prepare, name));
    const Run run = run_once(program, work.arguments, name);
    std::filesystem::remove_all(name);
    return run;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> each(const std::vector<Run>& runs, double Run::*figure) {
    std::vector<double> values;
    for (const Run& run : runs) values.push_back(run.*figure);
    return values;
}

void print_row(const Work& work, const std::vector<Run>& before, const std::vector<Run>& after) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < before.size(); ++i) ratios.push_back(after[i].wall_s / before[i].wall_s);
    const auto [least, greatest] = std::minmax_element(ratios.begin(), ratios.end());
    fmt::print("{:<26}{:>9.2f}{:>9.2f}{:>8.2f} ({:.2f}-{:.2f}){:>9.2f}{:>8.0f}{:>8.0f}\n", work.what,
               median(each(before, &Run::wall_s)), median(each(after, &Run::wall_s)), median(ratios), *least,
               *greatest, median(each(after, &Run::cpu_s)) / median(each(before, &Run::cpu_s)),
               median(each(before, &Run::peak_mb)), median(each(after, &Run::peak_mb)));
}

}  // namespace

void compare_programs(const std::filesystem::path& old_program, const std::filesystem::path& new_program) {
    fmt::print("{} pairs of runs, old and new in turn; below 1 the new one is faster\n", pairs);
    fmt::print("{:<26}{:>9}{:>9}{:>8} {:<11}{:>9}{:>8}{:>8}\n", "", "old s", "new s", "ratio", "", "CPU",
               "old MB", "new MB");
    for (const Work& work : works) {
        std::vector<Run> before;
        std::vector<Run> after;
        for (int pair = 0; pair < pairs; ++pair) {
            before.push_back(run_in_empty_folder(old_program, work));
            after.push_back(run_in_empty_folder(new_program, work));
        }
        print_row(work, before, after);
        std::fflush(stdout);
    }
}

}  // namespace verbund::benchmark

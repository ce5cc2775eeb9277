#include "tests/benchmark/studies.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <fmt/format.h>
#include <unistd.h>

#include "results/store/store.hpp"
#include "scenarios/read/read_study.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/event_cases.hpp"
#include "sim/batch/run_study.hpp"

namespace verbund::benchmark {
namespace {

constexpr const char* flagship = "landkreise-2025";
constexpr std::string_view with_municipalities_suffix = "-gemeinden";
constexpr double step_degrees = 0.02;  // between the copies of a district, some 2 km

std::vector<catalog::District> only_districts(const std::vector<catalog::District>& all) {
    std::vector<catalog::District> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out),
                 [](const catalog::District& d) { return d.kind == catalog::DistrictKind::district; });
    return out;
}

/// `count` districts, evenly from all over Germany, with AGS keys of their own.
std::vector<catalog::District> districts_of_number(const std::vector<catalog::District>& all, int count) {
    const std::vector<catalog::District> known = only_districts(all);
    const auto rounds = (static_cast<std::size_t>(count) + known.size() - 1) / known.size();
    std::map<std::string, int> numbered;
    std::vector<catalog::District> out;
    for (int i = 0; i < count; ++i) {
        const std::size_t spread =
            static_cast<std::size_t>(i) * known.size() * rounds / static_cast<std::size_t>(count);
        catalog::District district = known[spread / rounds];
        const double step = static_cast<double>(spread % rounds) * step_degrees;
        district.place.latitude += step;
        district.place.longitude += step;
        district.ags = fmt::format("{}{:03}", district.state, ++numbered[district.state]);
        out.push_back(district);
    }
    return out;
}

/// Simulates and writes to a file that is removed again.
Effort run(const study::StudySet& set, batch::RunOptions options, Effort effort) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / fmt::format("verbund-benchmark-{}.h5", getpid());
    batch::RunStatistics statistics;
    const Stopwatch simulation;
    options.annual_done = [&](const outcome::Run&) {
        effort.annual_s = effort.read_s + simulation.seconds();
    };
    const outcome::Run outcome = batch::run_study(set, options, &statistics);
    effort.simulate_s = simulation.seconds();
    const Stopwatch writing;
    store::write_run(outcome, file, true);
    effort.write_s = writing.seconds();
    effort.host_hours = statistics.host_hours;
    std::filesystem::remove(file);
    return effort;
}

}  // namespace

study::StudySet study_with_districts(int administrations) {
    study::StudySet set = read::read_study(flagship, {});
    set.catalog.districts = districts_of_number(set.catalog.districts, administrations);
    return set;
}

Effort study_of_size(int administrations) {
    Effort effort;
    const Stopwatch reading;
    study::StudySet set = study_with_districts(administrations);
    std::erase_if(set.variants,
                  [](const study::Variant& v) { return v.id != "status-quo" && v.id != "land"; });
    effort.read_s = reading.seconds();
    return run(set, {.jobs = 0, .progress = {}}, effort);
}

Effort flagship_study(bool with_municipalities, int jobs) {
    Effort effort;
    const Stopwatch reading;
    study::StudySet set = read::read_study(flagship, {});
    if (!with_municipalities) {
        std::erase_if(
            set.variants, [](const study::Variant& v) { return v.id.ends_with(with_municipalities_suffix); });
    }
    effort.read_s = reading.seconds();
    return run(set, {.jobs = jobs, .progress = {}}, effort);
}

Effort default_run() {
    Effort effort;
    const Stopwatch reading;
    const study::StudySet set = read::read_study(flagship, {});
    effort.read_s = reading.seconds();
    batch::EventCases events{set, {}};
    batch::AvailabilityCases availability{0};
    return run(set, {.jobs = 0, .progress = {}, .next = {events, availability}}, effort);
}

}  // namespace verbund::benchmark

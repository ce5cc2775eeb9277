#include "sim/cli/journal.hpp"

#include <chrono>

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>

#include "models/base/version.hpp"
#include "results/store/new_file.hpp"

namespace verbund::cli {

namespace {

nlohmann::ordered_json checks_json(const Journal& j) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const JournalEnergyCheck& c : j.energy_checks) {
        rows.push_back({{"variant", c.variant},
                        {"year", c.year},
                        {"day", c.day},
                        {"host_energy_events_kwh", c.events_kwh},
                        {"host_energy_annual_kwh", c.annual_kwh},
                        {"deviation", c.deviation}});
    }
    return rows;
}

nlohmann::ordered_json failures_json(const Journal& j) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const JournalFailure& f : j.failed_cases)
        rows.push_back({{"case", f.name}, {"reason", f.reason}, {"repeat", f.repeat}});
    return rows;
}

}  // namespace

std::filesystem::path write_journal(const Journal& j) {
    const nlohmann::ordered_json text = {
        {"program", {{"version", program_version()}, {"commit", program_commit()}}},
        {"command", j.command},
        {"started", j.started},
        {"results", j.results.string()},
        {"study_sha256", j.study_sha256},
        {"jobs", j.jobs},
        {"seconds",
         {{"total", j.seconds},
          {"read", j.read_seconds},
          {"simulate", j.simulate_seconds},
          {"write", j.write_seconds}}},
        {"peak_memory_mb", j.peak_memory_mb},
        {"site_years", j.site_years},
        {"host_hours", j.host_hours},
        {"energy_checks", checks_json(j)},
        {"failed_cases", failures_json(j)},
    };
    std::filesystem::path target = j.results.string() + ".journal.json";
    store::NewFile file(target, true);
    file.write(text.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    file.commit();
    return target;
}

std::string utc_now() {
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace verbund::cli

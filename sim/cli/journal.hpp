#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace verbund::cli {

/// A day's host energy by both engines.
struct JournalEnergyCheck {
    std::string variant;
    int year = 0;
    std::string day;
    double events_kwh = 0.0;
    double annual_kwh = 0.0;
    double deviation = 0.0;
};
/// A simulation without an outcome.
struct JournalFailure {
    std::string name;
    std::string reason;
    std::string repeat;
};

/// What a run was and took; everything that differs from one run of the same study to the next.
struct Journal {
    std::vector<std::string> command;
    std::string started;  ///< UTC, ISO 8601
    double seconds = 0.0;
    double read_seconds = 0.0;
    double simulate_seconds = 0.0;
    double write_seconds = 0.0;
    double peak_memory_mb = 0.0;
    int jobs = 0;
    double host_hours = 0.0;
    double site_years = 0.0;
    std::string study_sha256;
    std::filesystem::path results;
    std::vector<JournalEnergyCheck> energy_checks;
    std::vector<JournalFailure> failed_cases;
};

/// "<results>.journal.json"; replaces the journal of an earlier run.
[[nodiscard]] std::filesystem::path write_journal(const Journal& journal);
[[nodiscard]] std::string utc_now();

}  // namespace verbund::cli

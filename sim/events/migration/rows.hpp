#pragma once

#include <optional>
#include <vector>

#include "models/base/calendar.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/events/migration/moved_data.hpp"

/// What became of the copies of a day's waves, as rows.
namespace verbund::events {

/// End of one copy; times in seconds after the beginning of the wave's day, empty = never.
struct CopyResult {
    const MovedData* data = nullptr;
    std::optional<double> began_s;
    std::optional<double> finished_s;  ///< tests after the last copy included
    double downtime_s = 0.0;
    double resent_bytes = 0.0;
    bool seeded = false;  ///< its first copy came on disks
};

/// When a wave began and ended.
struct WaveClock {
    Date first_day;
    double opens_s = 0.0;          ///< of the nightly window, after midnight
    double cutover_fixed_s = 0.0;  ///< tests after the last copy
    int most_nights = 365;         ///< played at most
};

/// By move and administration; one copy that never finishes keeps the whole administration.
[[nodiscard]] std::vector<outcome::Cutover> cutover_rows(const std::vector<CopyResult>& results,
                                                         const WaveClock& clock);
/// By move; without what others see.
[[nodiscard]] std::vector<outcome::MigrationWave> wave_rows(const std::vector<CopyResult>& results,
                                                            const WaveClock& clock);

}  // namespace verbund::events

#pragma once

#include "results/report/page/json.hpp"
#include "results/report/style.hpp"
#include "results/store/read_sweep.hpp"

namespace verbund::report::page {

/// The sections on draws.
[[nodiscard]] Json sweep_section(const store::SweepFile& sweep);

/// The data of a sweep's page, as `document` makes that of a run's: the sections on draws and the study.
[[nodiscard]] Json sweep_document(const store::SweepFile& sweep, Language language);

}  // namespace verbund::report::page

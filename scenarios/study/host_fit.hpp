#pragma once

#include <string>
#include <vector>

#include "models/compute/holding.hpp"
#include "scenarios/study/key_places.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::study {

/// Servers that no host on offer holds.
struct TooLargeServer {
    SourcePosition at;     ///< first row of an inventory with them; without a file: of a workload class
    std::string workload;  ///< class id
    bool physical = false;
    bool larger_series = false;  ///< a series that the study does not allow would hold them
    int like = 1;                ///< rows of the inventory, or classes, of which this is the worst
    int year = 0;                ///< first year in which they fit nowhere
    compute::Misfit misfit;
};

/// Servers of the variant's inventories, by row, and of its workload classes (the worst of them), each with
/// the first year from `first` to `last` in which no host on offer holds them.  Growth is that of the study.
[[nodiscard]] std::vector<TooLargeServer> servers_too_large(const StudySet& set, const Study& study,
                                                            int first, int last);

/// Tells them where they are stated; `ending` says what the run makes of it.
void report_too_large(const TooLargeServer& server, const Study& study, const std::string& ending,
                      Reporter& report);

}  // namespace verbund::study

#include "results/outcome/engine_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace verbund::outcome {
namespace {

template <class Row>
bool is_of(const Row& row, std::size_t variant, int year) {
    return static_cast<std::size_t>(row.variant) == variant && row.year == year;
}

template <class Row, class Wanted>
const Row* first_of(const std::vector<Row>& rows, const Wanted& wanted) {
    const auto found = std::find_if(rows.begin(), rows.end(), wanted);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const AvailabilitySummary* availability_of(const Run& run, std::size_t variant, int year,
                                           std::string_view group) {
    return first_of(
        run.rows<AvailabilitySummary>(),
        [&](const AvailabilitySummary& row) {
            return is_of(row, variant, year) && row.group == group && row.workplaces > 0.0;
        });
}

const LatencyDay* response_of(const Run& run, std::size_t variant, int year) {
    return first_of(
        run.rows<LatencyDay>(),
        [&](const LatencyDay& row) {
            return is_of(row, variant, year) && row.day == "year" && row.transaction < 0;
        });
}

double worst_drill(const Run& run, std::size_t variant, int year, double DrillSummary::*of) {
    double worst = not_applicable;
    for (const DrillSummary& row : run.rows<DrillSummary>()) {
        if (!is_of(row, variant, year)) continue;
        const double here = std::isnan(row.*of) ? std::numeric_limits<double>::infinity() : row.*of;
        worst = std::isnan(worst) ? here : std::max(worst, here);
    }
    return worst;
}

}  // namespace verbund::outcome

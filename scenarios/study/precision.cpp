#include "scenarios/study/precision.hpp"

namespace verbund::study {

void set_precision(Study& study, Precision precision) {
    if (precision == Precision::full) return;
    LatencySampling& latency = study.events.latency;
    latency.days = {TypicalDay::winter_workday};
    latency.precision = 20.0 * percent;
    latency.fewest_samples = 20;
    latency.most_samples = 120;
    latency.administrations = 100;
    study.availability.administrations = 100;
}

}  // namespace verbund::study

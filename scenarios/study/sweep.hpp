#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/statistics/design.hpp"

/// Many runs of one study: what is varied, and how often it is drawn.
namespace verbund::study {

/// Whether the defaults and figures that have a low and a high end are varied.
enum class Uncertain { none, catalog };

/// What plays a case.  The annual engine always does, whether it is named or not.
enum class SweepEngine { annual, availability, events };

/// How the value of one key varies: exactly one of the lists is stated.
struct SweepAxis {
    std::string key;      ///< as `--set` names it
    SourcePosition at{};  ///< where it is written

    std::optional<std::vector<std::string>> values;      ///< every one of them
    std::optional<std::string> zip;                      ///< side by side with axes of the same name
    std::optional<std::vector<std::string>> normal;      ///< mean, standard deviation
    std::optional<std::vector<std::string>> lognormal;   ///< median, factor of one standard deviation
    std::optional<std::vector<std::string>> triangular;  ///< least, most likely, greatest
    std::optional<std::vector<std::string>> uniform;     ///< least, greatest
    std::optional<std::vector<std::string>> discrete;    ///< one of them
    std::vector<double> weights;                         ///< of `discrete`; empty: all alike
    std::optional<std::string> group;                    ///< drawn together with axes of the same name
};

struct Sweep {
    std::vector<SweepEngine> engines{SweepEngine::annual};
    int replications = 1;  ///< plays of each case, each with a seed of its own
    int draws = 200;
    statistics::Sequence sequence = statistics::Sequence::sobol;
    bool sensitivity = true;
    Uncertain uncertain = Uncertain::none;
    std::vector<SweepAxis> axes;  ///< in the order of their keys
};

}  // namespace verbund::study

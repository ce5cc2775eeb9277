#include "tests/properties/played.hpp"

#include <sstream>

#include <rapidcheck.h>

#include "models/base/diagnostics.hpp"
#include "sim/batch/run_study.hpp"

namespace verbund::properties {

Played played(const study::StudySet& set, int jobs, const Renaming& names) {
    Played out;
    try {
        out.numbers = numbers_of(batch::run_study(set, {.jobs = jobs, .progress = {}}), names);
    } catch (const InvalidInput& invalid) {
        out.is_mistake = true;
        for (const Diagnostic& mistake : invalid.mistakes()) out.error += to_string(mistake) + "\n";
    } catch (const std::exception& error) {
        out.error = error.what();
    }
    return out;
}

Sketch draw_valid(const SketchRules& rules) {
    Sketch sketch = draw_sketch(rules);
    RC_PRE(is_valid(build(sketch)));
    return sketch;
}

void fail(const std::string& what, const Sketch& sketch) {
    std::ostringstream study;
    showValue(sketch, study);
    RC_FAIL(what + " in\n" + study.str());
}

void require_same(const Played& expected, const Played& found, double tolerance, const Sketch& sketch) {
    // A mistake that only shows when played is told with its place in the file, where the study has one.
    const bool same_text = (expected.is_mistake && found.is_mistake) || expected.error == found.error;
    if (expected.error.empty() != found.error.empty() || (tolerance == 0.0 && !same_text))
        fail("\"" + expected.error + "\" becomes \"" + found.error + "\"", sketch);
    const std::string difference = first_difference(expected.numbers, found.numbers, tolerance);
    if (!difference.empty()) fail(difference, sketch);
}

}  // namespace verbund::properties

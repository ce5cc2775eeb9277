#include "sim/batch/variant_failures.hpp"

#include "models/base/diagnostics.hpp"
#include "scenarios/study/variant_mistakes.hpp"

namespace verbund::batch {
namespace {

/// The mistakes that an exception carries; none when it is of another kind.
Diagnostics mistakes_in(const std::exception_ptr& thrown) {
    Diagnostics mistakes;
    try {
        std::rethrow_exception(thrown);
    } catch (const InvalidInput& invalid) {
        for (const Diagnostic& mistake : invalid.mistakes()) mistakes.add(mistake);
    } catch (...) {
        return mistakes;
    }
    return mistakes;
}

}  // namespace

void throw_failures(const study::StudySet& set, const TaskFailures& failures) {
    study::VariantMistakes found;
    for (std::size_t v = 0; v < set.variants.size(); ++v)
        if (failures.thrown()[v]) found.add(set.variants[v].id, mistakes_in(failures.thrown()[v]));
    Diagnostics mistakes;
    found.move_to(mistakes, set.variants.size());
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    failures.rethrow_first();
}

}  // namespace verbund::batch

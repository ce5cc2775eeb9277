// Whatever stands in a study that the reader takes: the run ends with numbers that can be, or with a message.
#include <cmath>

#include <fmt/format.h>

#include "tests/properties/played.hpp"
#include "tests/properties/property.hpp"

namespace verbund::properties {
namespace {

/// Numbers that may be below zero: positions and hours that mean "none".
bool may_be_negative(const std::string& what) { return what.find("_hour") != std::string::npos; }

/// The first number that cannot be, in words.
std::string first_absurd(const Numbers& numbers) {
    for (const auto& [what, number] : numbers) {
        if (std::isinf(number)) return fmt::format("{} is {}", what, number);
        if (number < 0.0 && !may_be_negative(what)) return fmt::format("{} is {}", what, number);
        if (what.ends_with("pue") && number < 1.0) return fmt::format("{} is {}", what, number);
    }
    return "";
}

PROPERTY("any values within the ranges of the field table give possible numbers or a message") {
    const Sketch sketch = draw_valid({.most_fields = 12, .most_variants = 2});
    const Played run = played(build(sketch));
    if (run.is_mistake) return;  // a contradiction that shows in some year, with its place
    if (!run.error.empty()) fail(run.error, sketch);
    const std::string absurd = first_absurd(run.numbers);
    if (!absurd.empty()) fail(absurd, sketch);
}

}  // namespace
}  // namespace verbund::properties

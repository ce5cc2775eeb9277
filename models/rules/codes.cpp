#include <array>

#include "models/rules/rules.hpp"

namespace verbund::rules {

std::string_view code(Verdict verdict) {
    constexpr std::array<std::string_view, 7> codes{"met",  "missed",      "exempt",     "upcoming",
                                                    "info", "not-reached", "to-be-shown"};
    return codes.at(static_cast<std::size_t>(verdict));
}

std::string_view code(Reason reason) {
    constexpr std::array<std::string_view, 11> codes{"",
                                                     "not-started",
                                                     "below-scope",
                                                     "started-before-duty",
                                                     "no-heat-network",
                                                     "small-and-reusing",
                                                     "private-operator",
                                                     "to-be-justified",
                                                     "never-georedundant",
                                                     "no-class-claimed",
                                                     "simplified"};
    return codes.at(static_cast<std::size_t>(reason));
}

std::string_view code(Bound bound) {
    constexpr std::array<std::string_view, 4> codes{"", "at-most", "at-least", "more-than"};
    return codes.at(static_cast<std::size_t>(bound));
}

}  // namespace verbund::rules

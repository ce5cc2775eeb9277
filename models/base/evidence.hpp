#pragma once

#include <string>

namespace verbund {

/// How sure a figure is and where it comes from; every catalog row and every default carries one.
///
/// Marks: S seen in the source named, S-ex only an excerpt seen, C computed from the data named, M-h / M-m /
/// M-l general knowledge of high / medium / low confidence, A modelling assumption, G given by the study's
/// author.
struct Evidence {
    std::string mark;
    std::string source;
};

/// How far the truth may lie from a figure, as quantity texts; or why it is not in doubt.
struct Bounds {
    std::string low;    ///< empty = no bounds stated
    std::string high;   ///< not below `low`
    std::string fixed;  ///< why there are none: a law, a definition, a choice of whoever writes the study

    [[nodiscard]] bool stated() const noexcept { return !low.empty(); }
};

}  // namespace verbund

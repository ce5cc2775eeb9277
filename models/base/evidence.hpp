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

}  // namespace verbund

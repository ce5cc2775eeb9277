#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Which rules are missed by how many centers or pairs of centers in the milestone years, law apart from
/// recommendations; which criteria of a voluntary label are not reached, and how many proofs of the check
/// list are open.  Each rule and subject counts once a year, a pair once whichever center comes first.
/// Nothing is said of rules that were not checked.
[[nodiscard]] std::vector<std::string> rule_sentences(const outcome::Run& run, std::size_t variant,
                                                      const Style& style);

}  // namespace verbund::report

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"

namespace verbund::study {

/// Mistakes of all variants.  Variants share most of their study: one that shows in some of them only says in
/// which.
class VariantMistakes {
public:
    void add(const std::string& variant, const Diagnostics& found);

    void move_to(Diagnostics& mistakes, std::size_t variant_count) const;

private:
    std::map<Diagnostic, std::vector<std::string>> variants_;
};

}  // namespace verbund::study

#include "scenarios/study/variant_mistakes.hpp"

#include <utility>

#include <fmt/format.h>

namespace verbund::study {

void VariantMistakes::add(const std::string& variant, const Diagnostics& found) {
    for (const Diagnostic& mistake : found.sorted()) variants_[mistake].push_back(variant);
}

void VariantMistakes::move_to(Diagnostics& mistakes, std::size_t variant_count) const {
    for (const auto& [mistake, variants] : variants_) {
        Diagnostic named = mistake;
        if (variants.size() < variant_count && !mistake.key.starts_with("variants.")) {
            named.problem += fmt::format(" in variant \"{}\"", variants.front());
            if (variants.size() > 1) named.problem += fmt::format(" and {} more", variants.size() - 1);
        }
        mistakes.add(std::move(named));
    }
}

}  // namespace verbund::study

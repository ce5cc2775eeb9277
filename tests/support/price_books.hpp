#pragma once

#include <string>
#include <vector>

#include "models/economics/price_book.hpp"
#include "scenarios/read/catalog_reader.hpp"

/// Shipped price books at the ends of the figures' ranges.
namespace verbund::test {

enum class End { low, mid, high };

/// The shipped figures, each at that end of its range.
inline std::vector<catalog::Figure> figures_at(End end) {
    static const std::vector<catalog::Figure> shipped = read::load_catalog().figures;
    std::vector<catalog::Figure> figures = shipped;
    for (catalog::Figure& figure : figures) {
        const std::string& text = end == End::low ? figure.low : figure.high;
        if (end != End::mid && !text.empty()) figure.value = text;
    }
    return figures;
}

inline economics::PriceBook prices_at(End end, const economics::PriceChoices& choices = {}) {
    return economics::PriceBook::from(figures_at(end), choices);
}

}  // namespace verbund::test

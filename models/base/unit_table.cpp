#include "models/base/unit_table.hpp"

#include <algorithm>

namespace verbund::detail {

const KindName& names_of(QuantityKind kind) {
    static constexpr KindName unnamed{{}, "a quantity", ""};
    const auto* found = std::find_if(kind_names.begin(), kind_names.end(),
                                     [kind](const KindName& entry) { return entry.kind == kind; });
    return found == kind_names.end() ? unnamed : *found;
}

const UnitSymbol* find_unit(std::string_view symbol) {
    const auto* found = std::find_if(unit_table.begin(), unit_table.end(),
                                     [symbol](const UnitSymbol& unit) { return unit.symbol == symbol; });
    return found == unit_table.end() ? nullptr : found;
}

std::string_view kind_name(QuantityKind kind) { return names_of(kind).name; }

std::vector<std::string> unit_symbols(QuantityKind kind) {
    std::vector<std::string> symbols;
    for (const UnitSymbol& unit : unit_table)
        if (unit.kind == kind) symbols.emplace_back(unit.symbol);
    return symbols;
}

}  // namespace verbund::detail

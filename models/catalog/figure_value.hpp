#pragma once

#include <span>
#include <string>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "models/catalog/catalog.hpp"

/// Figures of the catalog as values.
namespace verbund::catalog {

/// The figure `id` as a quantity.  Throws `std::out_of_range` without a row of that id, `RunFailed` if its
/// text is no quantity of this kind.
template <class Q>
[[nodiscard]] Q figure_of(std::span<const Figure> figures, const std::string& id) {
    const Parsed<Q> parsed = parse_quantity<Q>(figure(figures, id).value, PointMeaning::decimal);
    if (!parsed) throw RunFailed(fmt::format("figure \"{}\": {}", id, parsed.problem.problem));
    return *parsed.value;
}
template <class Q>
[[nodiscard]] Q figure_of(const Catalog& catalog, const std::string& id) {
    return figure_of<Q>(catalog.figures, id);
}

/// The figure `id` as a bare number.  Throws as `figure_of`.
[[nodiscard]] double count_of(std::span<const Figure> figures, const std::string& id);
[[nodiscard]] double count_of(const Catalog& catalog, const std::string& id);

}  // namespace verbund::catalog

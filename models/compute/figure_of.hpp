#pragma once

#include <string>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "models/catalog/catalog.hpp"

/// Figures of the catalog as quantities.
namespace verbund::compute {

/// The figure `id`; throws `RunFailed` if its text is no quantity of this kind.
template <class Q>
[[nodiscard]] Q figure_of(const catalog::Catalog& catalog, const std::string& id) {
    const Parsed<Q> parsed = parse_quantity<Q>(catalog::figure(catalog, id).value, PointMeaning::decimal);
    if (!parsed) throw RunFailed(fmt::format("figure \"{}\": {}", id, parsed.problem.problem));
    return *parsed.value;
}

}  // namespace verbund::compute

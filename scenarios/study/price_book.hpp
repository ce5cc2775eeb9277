#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/economics/price_book.hpp"
#include "scenarios/study/study.hpp"

/// Prices that a study states in place of the catalog's.
namespace verbund::study {

/// Key of a money figure under `prices`: "cost.host.core" -> "host-core", "life.ups" -> "life-ups"; empty for
/// figures that are no prices.
[[nodiscard]] std::string price_key(std::string_view figure);

/// All of them, in the order of the rules of figures.
[[nodiscard]] const std::vector<std::string>& price_keys();

/// The catalog's figures with those that the study states under `prices` in their place.
[[nodiscard]] std::vector<catalog::Figure> effective_figures(const catalog::Catalog& catalog,
                                                             const Study& study);

/// Prices that hold in a study, with its choice of products and its tax.
[[nodiscard]] economics::PriceBook price_book(const catalog::Catalog& catalog, const Study& study);

}  // namespace verbund::study

#pragma once

#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/economics/price_book.hpp"
#include "scenarios/study/study.hpp"

/// Prices that hold in a study: the catalog's, and its own in their place.
namespace verbund::study {

/// The catalog's figures with those that the study states under `prices` in their place.
[[nodiscard]] std::vector<catalog::Figure> effective_figures(const catalog::Catalog& catalog,
                                                             const Study& study);

/// Prices that hold in a study, with its choice of products and its tax.
[[nodiscard]] economics::PriceBook price_book(const catalog::Catalog& catalog, const Study& study);

/// The catalog's prices of the same products, whatever the study states in their place.
[[nodiscard]] economics::PriceBook catalog_prices(const catalog::Catalog& catalog, const Study& study);

}  // namespace verbund::study

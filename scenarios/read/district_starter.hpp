#pragma once

#include <string>

#include "models/catalog/catalog.hpp"

namespace verbund::read {

/// A commented study of one district or district-free city to begin with: itself with all its municipalities,
/// the nearest provider of its state (of the country where the state has none) with its other clients, a new
/// center at the district's seat, and three variants: everyone alone, all in the district's center with the
/// provider as backup site, all at the provider.  It reads without mistakes.  Where the provider's center
/// stands is the place of its seat; its plant is assumed.  Throws `InvalidInput` naming the nearest keys
/// where the catalog has no such district.
[[nodiscard]] std::string district_starter(const catalog::Catalog& catalog, const std::string& ags);

}  // namespace verbund::read

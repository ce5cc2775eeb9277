#include "models/catalog/catalog.hpp"

/// How the large records are made, copied and ended: compiled once, not again by every source that holds one.
namespace verbund::catalog {

Catalog::Catalog() = default;
Catalog::Catalog(const Catalog&) = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(const Catalog&) = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

}  // namespace verbund::catalog

#include "models/catalog/catalog.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include <fmt/format.h>

namespace verbund::catalog {
namespace {

template <typename Rows>
const auto& by_id(const Rows& rows, std::string_view id, std::string_view table) {
    for (const auto& row : rows)
        if (row.id == id) return row;
    throw std::out_of_range{fmt::format("{}: no row \"{}\"", table, id)};
}

/// Direction of a place from the centre of a spherical Earth.
std::array<double, 3> direction(Place place) {
    const double latitude = place.latitude * std::numbers::pi / 180.0;
    const double longitude = place.longitude * std::numbers::pi / 180.0;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

/// Cosine of the angle between two places: the larger, the nearer.
double nearness(const std::array<double, 3>& a, const std::array<double, 3>& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

}  // namespace

const UpsType& ups_type(const Catalog& catalog, std::string_view id) { return by_id(catalog.ups, id, "ups"); }

const CoolingType& cooling_type(const Catalog& catalog, std::string_view id) {
    return by_id(catalog.cooling, id, "cooling");
}

const EndpointDevice& endpoint_device(const Catalog& catalog, std::string_view id) {
    return by_id(catalog.endpoints, id, "endpoints");
}

const Figure& figure(std::span<const Figure> figures, std::string_view id) {
    return by_id(figures, id, "figures");
}

const Figure& figure(const Catalog& catalog, std::string_view id) { return figure(catalog.figures, id); }

const Provider& provider(const Catalog& catalog, std::string_view id) {
    return by_id(catalog.providers, id, "providers");
}

std::vector<double> module_sizes(const Catalog& catalog, ModuleKind kind) {
    std::vector<double> sizes;
    for (const PlantModule& module : catalog.plant_modules)
        if (module.kind == kind) sizes.push_back(module.size);
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

int climate_region_at(const Catalog& catalog, Place place) {
    const std::array<double, 3> here = direction(place);
    const District* nearest = nullptr;
    double best = 0.0;
    for (const District& district : catalog.districts) {
        const double near = nearness(here, direction(district.place));
        if (nearest && near <= best) continue;
        nearest = &district;
        best = near;
    }
    if (!nearest) throw std::out_of_range{"districts: the table is empty"};
    return nearest->climate_region;
}

}  // namespace verbund::catalog

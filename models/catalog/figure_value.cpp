#include "models/catalog/figure_value.hpp"

#include <charconv>

namespace verbund::catalog {

double count_of(std::span<const Figure> figures, const std::string& id) {
    const std::string& text = figure(figures, id).value;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw RunFailed(fmt::format("figure \"{}\": \"{}\" is not a number", id, text));
    return value;
}

double count_of(const Catalog& catalog, const std::string& id) { return count_of(catalog.figures, id); }

}  // namespace verbund::catalog

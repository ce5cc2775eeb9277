#include "models/catalog/figure_value.hpp"

#include <charconv>

namespace verbund::catalog {

double count_of(const Catalog& catalog, const std::string& id) {
    const std::string& text = figure(catalog, id).value;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw RunFailed(fmt::format("figure \"{}\": \"{}\" is not a number", id, text));
    return value;
}

}  // namespace verbund::catalog

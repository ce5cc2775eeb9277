#include "scenarios/study/price_book.hpp"

#include "scenarios/study/price_keys.hpp"

namespace verbund::study {
namespace {

economics::PriceChoices choices_of(const Study& study) {
    const Economics& chosen = study.economics;
    return {.hypervisor = chosen.hypervisor,
            .guest_licences = chosen.guest_licences,
            .standby_licences = chosen.standby_licences,
            .access = study.network.access_product,
            .value_added_tax = chosen.value_added_tax.in(one)};
}

}  // namespace

std::vector<catalog::Figure> effective_figures(const catalog::Catalog& catalog, const Study& study) {
    std::vector<catalog::Figure> figures = catalog.figures;
    if (study.prices.empty()) return figures;
    for (catalog::Figure& figure : figures) {
        const auto stated = study.prices.find(price_key(figure.id));
        if (stated != study.prices.end()) figure.value = stated->second;
    }
    return figures;
}

economics::PriceBook price_book(const catalog::Catalog& catalog, const Study& study) {
    return economics::PriceBook::from(effective_figures(catalog, study), choices_of(study));
}

economics::PriceBook catalog_prices(const catalog::Catalog& catalog, const Study& study) {
    return economics::PriceBook::from(catalog.figures, choices_of(study));
}

}  // namespace verbund::study

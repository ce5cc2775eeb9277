#include "models/economics/tax.hpp"

namespace verbund::economics {

double gross(double net_eur, double value_added_tax) { return net_eur * (1.0 + value_added_tax); }

double paid(double net_eur, TaxKind kind, double value_added_tax) {
    return kind == TaxKind::bought ? gross(net_eur, value_added_tax) : net_eur;
}

bool provider_taxed(ProviderVat rule, int year) {
    constexpr int first_taxed_year = 2027;  // end of the transition of paragraph 2b UStG on 31 December 2026
    return rule == ProviderVat::always || (rule == ProviderVat::from_2027 && year >= first_taxed_year);
}

double provider_bill(const NetCost& cost, double value_added_tax, bool taxed) {
    if (taxed) return gross(cost.bought_eur + cost.own_staff_eur, value_added_tax);
    return paid(cost.bought_eur, TaxKind::bought, value_added_tax) +
           paid(cost.own_staff_eur, TaxKind::own_staff, value_added_tax);
}

}  // namespace verbund::economics

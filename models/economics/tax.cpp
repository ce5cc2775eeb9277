#include "models/economics/tax.hpp"

namespace verbund::economics {

double gross(double net_eur, double value_added_tax) { return net_eur * (1.0 + value_added_tax); }

bool provider_taxed(ProviderVat rule, int year) {
    constexpr int first_taxed_year = 2027;  // end of the transition of paragraph 2b UStG on 31 December 2026
    return rule == ProviderVat::always || (rule == ProviderVat::from_2027 && year >= first_taxed_year);
}

double charged(double net_eur, TaxKind kind, double value_added_tax, bool taxed_provider) {
    return kind == TaxKind::bought || taxed_provider ? gross(net_eur, value_added_tax) : net_eur;
}

}  // namespace verbund::economics

#pragma once

#include "models/economics/price_choices.hpp"

/// Value added tax, in one place.
namespace verbund::economics {

/// What a cost is to the tax: everything bought (energy, hardware, works, licences, lines, services of
/// taxed providers) has it on top, one's own staff and services free of tax do not.
enum class TaxKind { bought, own_staff, untaxed_service };

/// An operator's costs of a year without tax.
struct NetCost {
    double bought_eur = 0.0;
    double own_staff_eur = 0.0;
};

/// Price with tax: net (1 + v).
[[nodiscard]] double gross(double net_eur, double value_added_tax);

/// What a public body, which cannot deduct tax, pays for a net cost of a kind.
[[nodiscard]] double paid(double net_eur, TaxKind kind, double value_added_tax);

/// Whether a provider's services of a year are taxed.
[[nodiscard]] bool provider_taxed(ProviderVat rule, int year);

/// What clients pay for a provider's cost.  Free of tax: bought (1 + v) + staff, as it cannot deduct.  Taxed:
/// (bought + staff) (1 + v), as it deducts what it paid and charges the tax on everything.
[[nodiscard]] double provider_bill(const NetCost& cost, double value_added_tax, bool taxed);

}  // namespace verbund::economics

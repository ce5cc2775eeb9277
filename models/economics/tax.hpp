#pragma once

#include <cstdint>

#include "models/economics/price_choices.hpp"

/// Value added tax, in one place.
namespace verbund::economics {

/// What a cost is to the tax: everything bought (energy, hardware, works, licences, lines) has it on top,
/// one's own staff does not.
enum class TaxKind : std::uint8_t { bought, own_staff };

/// Price with tax: net (1 + v).
[[nodiscard]] double gross(double net_eur, double value_added_tax);

/// Whether a provider's services of a year are taxed.
[[nodiscard]] bool provider_taxed(ProviderVat rule, int year);

/// What clients, who cannot deduct tax, pay for a net cost of a kind.  Of one's own, or of a provider free of
/// tax, who cannot deduct either: net (1 + v) of what is bought, net of staff.  Of a taxed provider, who
/// deducts what it paid and charges the tax on everything: net (1 + v) of both.
[[nodiscard]] double charged(double net_eur, TaxKind kind, double value_added_tax, bool taxed_provider);

}  // namespace verbund::economics

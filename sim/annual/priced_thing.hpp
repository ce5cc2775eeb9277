#pragma once

#include <cstdint>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/economics/cost_kind.hpp"
#include "models/economics/price_book.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"

/// What money is spent on, told apart from what it costs.
namespace verbund::annual {

/// What prices are applied to.
struct CostContext {
    const study::Study& study;
    const catalog::Catalog& catalog;
    const deploy::VariantDeployment& variant;
    const economics::PriceBook& prices;
    const deploy::HostTypes* repriced = nullptr;  ///< the variant's hosts at other prices; null: at its own

    [[nodiscard]] const compute::HostType& host(std::size_t type) const {
        return (repriced != nullptr ? *repriced : variant.host_types)[type];
    }
};

/// One unit of a kind of cost, in whatever decides its price besides the price book.
struct PricedThing {
    economics::CostKind kind = economics::CostKind::building;
    economics::CostKind of = kind;  ///< upkeep: of what; else the kind
    int year = 0;                   ///< in which it is paid
    bool by_provider = false;       ///< at a center that is run for others (`provider_tax`)
    bool route = false;          ///< a line between two places; else one whose price goes by its rate alone
    int availability_class = 1;  ///< room, building
    std::uint32_t key = 0;   ///< what it is within its kind: host type, device, procedure (after all of them:
                             ///< class that an outside service does), site
    double size = 0.0;       ///< kW, kVA or Mbit/s that decide a price by size; EUR a year where stated
    double length_km = 0.0;  ///< route

    friend bool operator==(const PricedThing&, const PricedThing&) = default;
};

/// Things by number, each once.
class PricedThings {
public:
    [[nodiscard]] std::uint32_t number_of(const PricedThing& thing);
    [[nodiscard]] const PricedThing& operator[](std::uint32_t number) const { return things_[number]; }
    [[nodiscard]] std::size_t size() const { return things_.size(); }

private:
    using OfYear =
        EnumArray<std::vector<std::uint32_t>, economics::CostKind::building, economics::CostKind::exit>;

    std::vector<PricedThing> things_;
    int year_ = 0;    ///< of what was asked for last; things come in the order of time
    OfYear of_year_;  ///< numbers of that year's things
};

struct UnitPrice {
    double eur = 0.0;  ///< with tax
    double told =
        1.0;  ///< what one adds to the quantity that is told: of upkeep the price of what is kept up
};

/// Price of a thing in its year: net price of the first year x its rise since x tax.  Storage falls by the
/// year, upkeep is a share of the price of what is kept up, lines go by rate and length.
[[nodiscard]] UnitPrice unit_price(const CostContext& context, const PricedThing& thing, int first_year);

/// Whether a route is a fibre that is laid once and paid by the year, at these prices.
[[nodiscard]] bool is_laid(const economics::WanPrices& prices, const PricedThing& route);

}  // namespace verbund::annual

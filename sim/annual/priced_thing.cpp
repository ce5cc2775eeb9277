#include "sim/annual/priced_thing.hpp"

#include <algorithm>

#include "models/economics/money_in_time.hpp"
#include "models/economics/tax.hpp"

namespace verbund::annual {
namespace {

using economics::CostKind;
using economics::CostPart;

double rise_of(const study::PriceRise& rise, CostKind kind) {
    switch (economics::cost_kinds[kind].part) {
        case CostPart::hardware:
            return rise.hardware.in(per_year);
        case CostPart::licences:
            return rise.licences.in(per_year);
        case CostPart::building:
            return rise.building.in(per_year);
        case CostPart::network:
            return rise.wan.in(per_year);
        case CostPart::staff:
        case CostPart::change:
            return rise.staff.in(per_year);
        case CostPart::energy:
            break;  // its path says what it costs in which year
    }
    return 0.0;
}

economics::Join join_of(const economics::WanPrices& prices, const PricedThing& route) {
    return prices.join_eur_per_year(route.length_km, route.size);
}

/// Of lines and of what is paid by the year or once.
double running_eur(const CostContext& context, const PricedThing& thing) {
    const economics::PriceBook& p = context.prices;
    switch (thing.kind) {
        case CostKind::licences:
            return p.licence_eur_per_core;
        case CostKind::access:
        case CostKind::uplinks:
        case CostKind::joins:
            return thing.route ? join_of(p.wan, thing).yearly_eur : p.wan.access_eur_per_year(thing.size);
        case CostKind::staff:
            return p.staff_eur_per_year;
        case CostKind::colocation:
            return p.colocation_eur_per_kw;
        case CostKind::software:
        case CostKind::provider_fees:
            return thing.size;
        case CostKind::migration:
            return p.migration_eur_per_server;
        case CostKind::exit:
            return p.exit_eur_per_rack;
        default:
            return 0.0;  // by the year's hours, or by what was paid before
    }
}

/// Of one of `thing.of` in the first year, without tax.
double net_eur(const CostContext& context, const PricedThing& thing) {
    const economics::PriceBook& p = context.prices;
    const auto fallen = [&](double eur, double fall) {
        return eur * economics::price_factor(-fall, thing.year - context.study.estate.base_year);
    };
    switch (thing.of) {
        case CostKind::building:
            return p.building_eur_per_kw.each(thing.size) * p.class_factor(thing.availability_class);
        case CostKind::room:
            return p.room_eur_per_rack * p.class_factor(thing.availability_class);
        case CostKind::racks:
            return p.rack_eur;
        case CostKind::ups:
            return p.ups_eur_per_kw;
        case CostKind::batteries:
            return p.battery_eur_per_kw;
        case CostKind::cooling:
            return p.cooling_eur_per_kw.each(thing.size);
        case CostKind::generator:
            return p.generator_eur_per_kva.each(thing.size);
        case CostKind::hosts:
        case CostKind::servers:
            return context.host(thing.key).price_eur;
        case CostKind::storage:
            return fallen(p.storage_eur_per_tb, p.storage_fall_per_year);
        case CostKind::backup_storage:
            return fallen(p.backup_eur_per_tb, p.backup_fall_per_year);
        case CostKind::gear:
            return context.catalog.gear[thing.key].price_eur.mid;
        case CostKind::guest_licences:
            return p.guest_licence_eur_per_core;
        case CostKind::joins_once:
            return join_of(p.wan, thing).once_eur;
        default:
            return running_eur(context, thing);
    }
}

}  // namespace

std::uint32_t PricedThings::number_of(const PricedThing& thing) {
    if (thing.year != year_) {
        of_year_ = {};
        year_ = thing.year;
    }
    std::vector<std::uint32_t>& alike = of_year_[thing.kind];
    const auto same = std::find_if(alike.begin(), alike.end(),
                                   [&](std::uint32_t number) { return things_[number] == thing; });
    if (same != alike.end()) return *same;
    alike.push_back(static_cast<std::uint32_t>(things_.size()));
    things_.push_back(thing);
    return alike.back();
}

UnitPrice unit_price(const CostContext& context, const PricedThing& thing, int first_year) {
    const study::Economics& e = context.study.economics;
    const bool taxed_provider = thing.by_provider && economics::provider_taxed(e.provider_vat, thing.year);
    const double charged = economics::charged(
        economics::price_factor(rise_of(e.price_rise, thing.kind), thing.year - first_year),
        economics::cost_kinds[thing.kind].tax, context.prices.value_added_tax, taxed_provider);
    const double net = net_eur(context, thing);
    switch (thing.kind) {
        case CostKind::plant_maintenance:
            return {net * context.prices.plant_maintenance_share * charged, net};
        case CostKind::gear_maintenance:
            return {net * context.prices.gear_maintenance_share * charged, net};
        default:
            return {net * charged};
    }
}

bool is_laid(const economics::WanPrices& prices, const PricedThing& route) {
    return join_of(prices, route).once_eur > 0.0;
}

}  // namespace verbund::annual

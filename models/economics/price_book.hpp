#pragma once

#include <span>

#include "models/catalog/catalog.hpp"
#include "models/economics/electricity.hpp"
#include "models/economics/licences.hpp"
#include "models/economics/price_choices.hpp"
#include "models/economics/sized_price.hpp"
#include "models/economics/staff.hpp"
#include "models/economics/wan_prices.hpp"

/// Every price that a plan needs, in EUR without tax.
namespace verbund::economics {

/// What a study chooses of the price book.
struct PriceChoices {
    Hypervisor hypervisor = Hypervisor::vendor;
    GuestLicences guest_licences = GuestLicences::none;
    StandbyLicences standby_licences = StandbyLicences::running;
    AccessProduct access = AccessProduct::administration_network;
    double value_added_tax = 0.19;
};

/// What of a price book decides how much is bought and when.  All else multiplies: two books with equal rules
/// buy the same at other prices, lines apart (`WanPrices`), whose cheapest product is bought.
struct BuyingRules {
    double room_up_to_kw = 0.0;  ///< IT power up to which rooms are converted, not built

    double life_building_years = 0.0;
    double life_room_years = 0.0;
    double life_ups_years = 0.0;
    double life_battery_years = 0.0;
    double life_cooling_years = 0.0;
    double life_generator_years = 0.0;
    double life_rack_years = 0.0;
    double life_storage_years = 0.0;

    double licence_least_cores_per_socket = 0.0;
    double licence_least_cores = 0.0;  ///< per order
    StandbyLicences standby_licences = StandbyLicences::running;
    bool guest_licences = false;             ///< whether any are bought
    double guest_licence_least_cores = 0.0;  ///< per host, half of it per processor
    double guest_licence_life_years = 0.0;
    StaffLaw staff;

    friend bool operator==(const BuyingRules&, const BuyingRules&) = default;

    /// What the chosen hypervisor and guest licences count.
    [[nodiscard]] LicenceCount licence() const;
    [[nodiscard]] LicenceCount guest_licence() const;
};

/// Prices, lives and minimums, from figures `cost.*`, `life.*`, `staff.*` and `price.*`.  Servers are priced
/// by their parts (compute/host_parts), devices of the network by catalog `gear`.
struct PriceBook : BuyingRules {
    SizedPrice building_eur_per_kw;  ///< of IT power, class 3, with installation, without plant and racks
    double building_class_1 = 1.0;   ///< factors on class 3
    double building_class_2 = 1.0;
    double building_class_4 = 1.0;
    double room_eur_per_rack = 0.0;    ///< conversion of a room, class 3, without plant and racks
    SizedPrice cooling_eur_per_kw;     ///< of heat removed
    SizedPrice generator_eur_per_kva;  ///< of its rating
    double ups_eur_per_kw = 0.0;       ///< without batteries
    double battery_eur_per_kw = 0.0;   ///< of UPS
    double rack_eur = 0.0;
    double storage_eur_per_tb = 0.0;
    double backup_eur_per_tb = 0.0;
    double storage_fall_per_year = 0.0;  ///< of the price of a TB, for `price_factor(-fall, years)`
    double backup_fall_per_year = 0.0;

    double plant_maintenance_share = 0.0;  ///< of the purchase price, per year
    double gear_maintenance_share = 0.0;   ///< of the purchase price, per year beyond the support in it

    double licence_eur_per_core = 0.0;        ///< per year, of the chosen hypervisor
    double guest_licence_eur_per_core = 0.0;  ///< bought once; none: 0

    double staff_eur_per_year = 0.0;  ///< of a position
    WanPrices wan;
    double demand_medium_eur_per_kw = 0.0;  ///< of a year's peak, at medium voltage
    double demand_low_eur_per_kw = 0.0;     ///< at low voltage
    double demand_contained_hours = 0.0;    ///< full-load hours that the prices per kWh stand for
    double colocation_eur_per_kw = 0.0;     ///< a year, of IT power rented
    double exit_eur_per_rack = 0.0;         ///< once, for clearing a room that is given up
    double water_eur_per_m3 = 0.0;
    double migration_eur_per_server = 0.0;  ///< once, for a server that moves to another center
    double value_added_tax = 0.0;           ///< share on top of everything bought

    /// Price of a building of a class (1 to 4) over one of class 3.  Source: savills (Tiers).
    [[nodiscard]] double class_factor(int availability_class) const;
    /// What metered power costs at a voltage.  The mean prices of the catalog are of medium voltage.
    [[nodiscard]] DemandPrice demand(bool medium_voltage) const;

    /// Throws `std::out_of_range` without a figure, `RunFailed` if one is no quantity of its kind.
    [[nodiscard]] static PriceBook from(std::span<const catalog::Figure> figures,
                                        const PriceChoices& choices);
};

}  // namespace verbund::economics

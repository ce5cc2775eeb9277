#pragma once

#include <cstdint>
#include <string_view>

#include "models/base/enum_array.hpp"
#include "models/economics/tax.hpp"

/// What money is spent on: every purchase and every running cost is of one kind.
namespace verbund::economics {

/// What kinds add up to in tables of a year.
enum class CostPart : std::uint8_t { energy, hardware, licences, building, staff, network, change };

/// Purchases first, then what is paid by the year, then what is paid once and lasts for nothing.
enum class CostKind : std::uint8_t {
    building,        ///< shell, installation, safety; without the plant below
    room,            ///< conversion of a room in a building that stands, by racks
    racks,           ///< with their power strips
    ups,             ///< without batteries
    batteries,       ///< of the UPS
    cooling,         ///< chillers, condensers, air handling
    generator,       ///< with tank
    hosts,           ///< virtualisation hosts, five years of support included
    servers,         ///< physical servers that stand alone
    storage,         ///< arrays, by usable data
    backup_storage,  ///< by usable data
    gear,            ///< switches, firewalls and other devices of catalog `gear`
    guest_licences,  ///< of operating systems in VMs, perpetual
    joins_once,      ///< laying the fibre between sites
    energy,          ///< electricity from the grid
    water,           ///< of adiabatic cooling
    licences,        ///< of hypervisors
    plant_maintenance,
    gear_maintenance,
    access,   ///< lines of administrations
    uplinks,  ///< lines of centers
    joins,    ///< routes between sites that back each other up
    staff,
    colocation,      ///< rooms and plant of another operator, rented by kW of IT power
    software,        ///< licences of procedures, as stated
    provider_fees,   ///< of procedures, as stated
    migration,       ///< once, for servers that move
    double_running,  ///< of the old machines and licences while the new ones run already
    exit,            ///< once, for clearing a room that is given up
};

struct CostKindFacts {
    std::string_view id;
    CostPart part = CostPart::hardware;
    std::string_view unit;  ///< of its quantity
    TaxKind tax = TaxKind::bought;
};

inline constexpr EnumArray<CostKindFacts, CostKind::building, CostKind::exit> cost_kinds{
    {{"building", CostPart::building, "kW"},
     {"room", CostPart::building, "1"},
     {"racks", CostPart::building, "1"},
     {"ups", CostPart::building, "kW"},
     {"batteries", CostPart::building, "kW"},
     {"cooling", CostPart::building, "kW"},
     {"generator", CostPart::building, "kVA"},
     {"hosts", CostPart::hardware, "1"},
     {"servers", CostPart::hardware, "1"},
     {"storage", CostPart::hardware, "Tbyte"},
     {"backup-storage", CostPart::hardware, "Tbyte"},
     {"gear", CostPart::hardware, "1"},
     {"guest-licences", CostPart::licences, "1"},
     {"joins-once", CostPart::network, "1"},
     {"energy", CostPart::energy, "MW h"},
     {"water", CostPart::energy, "m3"},
     {"licences", CostPart::licences, "1"},
     {"plant-maintenance", CostPart::building, "EUR"},
     {"gear-maintenance", CostPart::hardware, "EUR"},
     {"access", CostPart::network, "1"},
     {"uplinks", CostPart::network, "1"},
     {"joins", CostPart::network, "1"},
     {"staff", CostPart::staff, "1", TaxKind::own_staff},
     {"colocation", CostPart::building, "kW"},
     {"software", CostPart::licences, "1"},
     {"provider-fees", CostPart::licences, "1"},
     {"migration", CostPart::change, "1"},
     {"double-running", CostPart::change, "1"},
     {"exit", CostPart::change, "1"}}};

/// Paid once and whole, however short the phase in which it falls.
[[nodiscard]] constexpr bool paid_once(CostKind kind) { return kind >= CostKind::migration; }

inline constexpr auto all_cost_kinds = decltype(cost_kinds)::keys();
template <class Value>
using ByCostPart = EnumArray<Value, CostPart::energy, CostPart::change>;

}  // namespace verbund::economics

#include "models/economics/price_book.hpp"

#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "models/catalog/figure_value.hpp"

namespace verbund::economics {
namespace {

/// Figures as plain numbers.
class Figures {
public:
    explicit Figures(std::span<const catalog::Figure> rows) : rows_{rows} {}

    [[nodiscard]] double eur(const std::string& id) const { return of<Money>(id).in(euro); }
    [[nodiscard]] double eur_per_kw(const std::string& id) const {
        return of<PowerPrice>(id).in(euro_per_kilowatt);
    }
    [[nodiscard]] double eur_per_tb(const std::string& id) const {
        return of<DataPrice>(id).in(euro_per_terabyte);
    }
    [[nodiscard]] double eur_per_km(const std::string& id) const {
        return of<LengthPrice>(id).in(euro_per_kilometre);
    }
    [[nodiscard]] double eur_per_year(const std::string& id) const {
        return of<MoneyRate>(id).in(verbund::euro_per_year);
    }
    [[nodiscard]] double years(const std::string& id) const { return of<Duration>(id).in(julian_years); }
    [[nodiscard]] double kilowatts(const std::string& id) const { return of<Power>(id).in(kilowatt); }
    [[nodiscard]] double kilometres(const std::string& id) const { return of<Length>(id).in(kilometre); }
    [[nodiscard]] double share(const std::string& id) const { return of<Fraction>(id).in(one); }
    [[nodiscard]] double per_a_year(const std::string& id) const { return of<Rate>(id).in(per_year); }
    [[nodiscard]] double count(const std::string& id) const { return catalog::count_of(rows_, id); }

    /// Of `cost.<what>.small`, `.small-at`, `.large` and `.large-at`.
    [[nodiscard]] SizedPrice sized(const std::string& what) const {
        return {.small_eur = eur_per_kw(what + ".small"),
                .small_at = kilowatts(what + ".small-at"),
                .large_eur = eur_per_kw(what + ".large"),
                .large_at = kilowatts(what + ".large-at")};
    }
    /// Of `cost.<what>1-gbit` and `cost.<what>10-gbit`.
    [[nodiscard]] RatePrice by_rate(const std::string& what) const {
        return {.one_gbit_eur = eur_per_year(what + "1-gbit"),
                .ten_gbit_eur = eur_per_year(what + "10-gbit")};
    }

private:
    template <class Q>
    [[nodiscard]] Q of(const std::string& id) const {
        return catalog::figure_of<Q>(rows_, id);
    }

    std::span<const catalog::Figure> rows_;
};

void read_sites(PriceBook& book, const Figures& f) {
    book.building_eur_per_kw = f.sized("cost.building");
    book.building_class_1 = f.share("cost.building.class-1");
    book.building_class_2 = f.share("cost.building.class-2");
    book.building_class_4 = f.share("cost.building.class-4");
    book.room_eur_per_rack = f.eur("cost.room");
    book.room_up_to_kw = f.kilowatts("cost.room.up-to");
    book.cooling_eur_per_kw = f.sized("cost.cooling");
    book.generator_eur_per_kva = f.sized("cost.genset");
    book.ups_eur_per_kw = f.eur_per_kw("cost.ups");
    book.battery_eur_per_kw = f.eur_per_kw("cost.ups-battery");
    book.rack_eur = f.eur("cost.rack");
    book.storage_eur_per_tb = f.eur_per_tb("cost.storage");
    book.backup_eur_per_tb = f.eur_per_tb("cost.backup-storage");
    book.storage_fall_per_year = f.per_a_year("cost.storage.fall");
    book.backup_fall_per_year = f.per_a_year("cost.backup-storage.fall");
    book.water_eur_per_m3 = f.eur("price.water");
    book.demand_medium_eur_per_kw = f.eur_per_kw("price.demand.medium-voltage");
    book.demand_low_eur_per_kw = f.eur_per_kw("price.demand.low-voltage");
    book.demand_contained_hours = f.count("price.demand.full-load-hours");
    constexpr double months_per_year = 12.0;
    book.colocation_eur_per_kw = f.eur_per_kw("cost.colocation") * months_per_year;
    book.exit_eur_per_rack = f.eur("cost.exit");
    book.migration_eur_per_server = f.eur("cost.migration");
    book.plant_maintenance_share = f.per_a_year("cost.maintenance.plant");
    book.gear_maintenance_share = f.per_a_year("cost.maintenance.hardware");
}

void read_lives(PriceBook& book, const Figures& f) {
    book.life_building_years = f.years("life.building");
    book.life_room_years = f.years("life.room");
    book.life_ups_years = f.years("life.ups");
    book.life_battery_years = f.years("life.ups-battery");
    book.life_cooling_years = f.years("life.cooling");
    book.life_generator_years = f.years("life.genset");
    book.life_rack_years = f.years("life.rack");
    book.life_storage_years = f.years("life.storage");
}

/// Both products' figures are read whatever is chosen, so that a missing one is found in every study.
void read_licences(PriceBook& book, const Figures& f, const PriceChoices& choices) {
    const double vendor = f.eur_per_year("cost.licence");
    const double open_source = f.eur_per_year("cost.licence.open-source");
    const double per_socket = f.count("cost.licence.cores-per-socket");
    const double per_order = f.count("cost.licence.cores-per-order");
    const bool bought = choices.hypervisor == Hypervisor::vendor;
    book.licence_eur_per_core = bought ? vendor : open_source;
    book.licence_least_cores_per_socket = bought ? per_socket : 0.0;
    book.licence_least_cores = bought ? per_order : 0.0;
    const double datacenter = f.eur("cost.guest-licence");
    const bool guests = choices.guest_licences == GuestLicences::windows_datacenter;
    book.guest_licence_eur_per_core = guests ? datacenter : 0.0;
    book.guest_licences = book.guest_licence_eur_per_core > 0.0;
    book.standby_licences = choices.standby_licences;
    book.guest_licence_least_cores = f.count("cost.guest-licence.cores-per-host");
    book.guest_licence_life_years = f.years("life.guest-licence");
}

StaffLaw read_staff(const Figures& f) {
    return {.per_site = f.count("staff.per-site"),
            .full_site_servers = f.count("staff.site-servers"),
            .per_server = f.count("staff.per-server"),
            .per_procedure = f.count("staff.per-procedure"),
            .floor_office = f.count("staff.floor.office"),
            .floor_on_call = f.count("staff.floor.on-call"),
            .floor_round_the_clock = f.count("staff.floor.round-the-clock")};
}

WanPrices read_lines(const Figures& f, AccessProduct access) {
    const RatePrice network = f.by_rate("cost.access.");
    const RatePrice business = f.by_rate("cost.access.business-");
    return {.access = access == AccessProduct::administration_network ? network : business,
            .ethernet = f.by_rate("cost.ethernet."),
            .fibre_eur_per_km = f.eur_per_km("cost.wan-route"),
            .fibre_once_eur_per_km = f.eur_per_km("cost.wan-route.once"),
            .fibre_reach_km = f.kilometres("cost.wan-route.reach"),
            .fibre_term_years = f.years("life.wan-route"),
            .wavelength_eur = f.eur_per_year("cost.wavelength"),
            .wavelength_eur_per_km = f.eur_per_km("cost.wavelength.km")};
}

}  // namespace

double PriceBook::class_factor(int availability_class) const {
    switch (availability_class) {
        case 1:
            return building_class_1;
        case 2:
            return building_class_2;
        case 3:
            return 1.0;
        case 4:
            return building_class_4;
        default:
            throw std::invalid_argument{fmt::format("no availability class {}", availability_class)};
    }
}

LicenceCount BuyingRules::licence() const {
    return {.least_cores_per_socket = licence_least_cores_per_socket,
            .least_cores_per_host = 0.0,
            .least_cores_per_order = licence_least_cores};
}

LicenceCount BuyingRules::guest_licence() const {
    constexpr double half = 0.5;
    return {.least_cores_per_socket = half * guest_licence_least_cores,
            .least_cores_per_host = guest_licence_least_cores,
            .least_cores_per_order = 0.0};
}

DemandPrice PriceBook::demand(bool medium_voltage) const {
    return {.eur_per_kw = medium_voltage ? demand_medium_eur_per_kw : demand_low_eur_per_kw,
            .contained_eur = demand_medium_eur_per_kw,
            .contained_hours = demand_contained_hours};
}

PriceBook PriceBook::from(std::span<const catalog::Figure> figures, const PriceChoices& choices) {
    const Figures f{figures};
    PriceBook book;
    read_sites(book, f);
    read_lives(book, f);
    read_licences(book, f, choices);
    book.staff_eur_per_year = f.eur_per_year("cost.staff-fte");
    book.staff = read_staff(f);
    book.wan = read_lines(f, choices.access);
    book.value_added_tax = choices.value_added_tax;
    return book;
}

}  // namespace verbund::economics

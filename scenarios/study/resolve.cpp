#include "scenarios/study/resolve.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "scenarios/study/price_book.hpp"

namespace verbund::study {
namespace {

FederalState state_of(std::string_view two_digits) {
    int number = 0;
    std::from_chars(two_digits.data(), two_digits.data() + std::min<std::size_t>(2, two_digits.size()),
                    number);
    return {number};
}

estate::Body body_of(std::string_view kind) {
    if (kind == "district") return estate::Body::district;
    return kind == "city" ? estate::Body::city : estate::Body::municipality;
}

double seats_per_thousand(const SeatsPerThousand& seats, std::string_view kind) {
    if (kind == "district") return seats.district;
    return kind == "city" ? seats.city : seats.municipality;
}

ResolvedAdministration resolve(const SelectedAdministration& selected, const Study& study,
                               const catalog::Catalog& catalog) {
    if (!selected.at) throw std::invalid_argument("administration " + selected.id + " has no place");
    ResolvedAdministration a;
    a.selected = selected;
    a.id = selected.id;
    a.ags = selected.ags;
    a.name = selected.name.empty() ? selected.id : selected.name;
    a.kind = selected.kind;
    a.at = *selected.at;
    a.state = state_of(selected.state.empty() ? nearest_district(catalog, a.at).state : selected.state);
    a.population = selected.population.value_or(0.0);
    if (selected.stated != nullptr) a.stated = *selected.stated;
    a.seats = a.stated.seats.value_or(a.population / 1000.0 *
                                      seats_per_thousand(study.estate.seats_per_thousand, a.kind));
    return a;
}

}  // namespace

std::vector<ResolvedAdministration> resolve_territory(const Study& study, const catalog::Catalog& catalog) {
    std::vector<ResolvedAdministration> all;
    for (const SelectedAdministration& selected : select_administrations(study.territory, catalog))
        all.push_back(resolve(selected, study, catalog));
    return all;
}

std::vector<double> survey_district_seats(const Study& study, const catalog::Catalog& catalog) {
    std::vector<double> seats;
    for (const catalog::District& d : catalog.districts)
        if (d.kind == catalog::DistrictKind::district)
            seats.push_back(d.population / 1000.0 * study.estate.seats_per_thousand.district);
    return seats;
}

const catalog::District& nearest_district(const catalog::Catalog& catalog, Place place) {
    if (catalog.districts.empty()) throw std::invalid_argument("the district table is empty");
    // Squared distance on the local plane: only the order matters, and Germany is small.
    const auto distance = [&](const catalog::District& d) {
        const double north = d.place.latitude - place.latitude;
        const double east = (d.place.longitude - place.longitude) * 0.63;  // cos 51 degrees
        return north * north + east * east;
    };
    return *std::min_element(catalog.districts.begin(), catalog.districts.end(),
                             [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
}

std::map<int, std::string> climate_regions(const Study& study,
                                           const std::vector<SelectedAdministration>& administrations,
                                           const catalog::Catalog& catalog) {
    std::map<int, std::string> regions;
    for (const SelectedAdministration& administration : administrations) {
        if (!administration.at) continue;
        regions.emplace(nearest_district(catalog, *administration.at).climate_region,
                        fmt::format("administration \"{}\"", administration.id));
    }
    for (const auto& [id, center] : study.centers) {
        const int region =
            center.climate_region ? *center.climate_region : catalog::climate_region_at(catalog, center.at);
        regions.emplace(region, fmt::format("center \"{}\"", id));
    }
    return regions;
}

std::set<std::string> series_in_use(HostSeries offered) {
    switch (offered) {
        case HostSeries::entry:
            return {"entry"};
        case HostSeries::one_socket:
            return {"entry", "one-socket"};
        case HostSeries::two_socket:
            return {"entry", "two-socket"};
        case HostSeries::automatic:
            break;
    }
    return {"entry", "one-socket", "two-socket"};
}

std::vector<catalog::WorkloadClass> resolve_workloads(const Study& study, const catalog::Catalog& catalog) {
    std::vector<catalog::WorkloadClass> classes = catalog.workloads;
    const ServerSizes& sizes = study.estate.server_sizes;
    for (catalog::WorkloadClass& c : classes) {
        c.ram_gb *= sizes.memory;
        c.storage_gb *= sizes.storage;
        c.storage_gb_per_seat *= sizes.storage;
        c.cpu_at_peak = std::min(1.0, c.cpu_at_peak * sizes.cpu_use);
        c.cpu_floor = std::min(1.0, c.cpu_floor * sizes.cpu_use);
        const std::vector<std::string>& beside = study.estate.terminals.services;
        c.terminal = c.id == study.estate.terminals.workload;
        c.beside_terminal = std::find(beside.begin(), beside.end(), c.id) != beside.end();
        const auto found = study.workloads.find(c.id);
        if (found == study.workloads.end()) continue;
        const Workload& w = found->second;
        if (w.server_share) c.server_share = w.server_share->in(one);
        if (w.vcpu) c.vcpu = static_cast<int>(*w.vcpu);
        if (w.ram) c.ram_gb = w.ram->in(gigabyte);
        if (w.storage) c.storage_gb = w.storage->in(gigabyte);
        if (w.storage_per_seat) c.storage_gb_per_seat = w.storage_per_seat->in(gigabyte);
        if (w.cpu_at_peak) c.cpu_at_peak = w.cpu_at_peak->in(one);
        if (w.cpu_floor) c.cpu_floor = w.cpu_floor->in(one);
        if (w.keep_local) c.keep_local = *w.keep_local;
        if (w.containerisable_share) c.containerisable_share = w.containerisable_share->in(one);
        if (w.traffic) c.traffic_kbit_s = w.traffic->in(kilobit_per_second);
        if (w.traffic_growth) c.traffic_growth = w.traffic_growth->in(per_year);
        if (w.rtt_limit) c.rtt_limit_ms = w.rtt_limit->in(milliseconds);
        if (w.gpus) c.gpus = *w.gpus;
    }
    return classes;
}

std::set<Id> gpu_classes_of(const StudySet& set) {
    std::set<Id> counted;
    for (const auto& [file, rows] : set.inventories)
        for (const InventoryGroup& row : rows) counted.insert(row.workload);
    std::set<Id> found;
    for (const Variant& variant : set.variants)
        for (const catalog::WorkloadClass& w : resolve_workloads(variant.study, set.catalog))
            if (w.gpus > 0.0 && (w.server_share > 0.0 || counted.contains(w.id))) found.insert(w.id);
    return found;
}

estate::SurveyBasis resolve_basis(const Estate& e) {
    estate::SurveyBasis basis;
    basis.servers_per_district = e.servers_per_district;
    basis.district_base = e.servers_by_seats.district_base;
    basis.district_per_seat = e.servers_by_seats.district_per_seat;
    basis.city = {e.servers_by_seats.city_base, e.servers_by_seats.city_per_seat};
    basis.municipality = {e.servers_by_seats.municipality_base, e.servers_by_seats.municipality_per_seat};
    basis.physical_share = e.physical_share.in(one);
    basis.physical_includes_hosts = e.physical_includes_hosts;
    basis.vms_per_host = e.vms_per_host;
    basis.applications_per_district = e.applications_per_district;
    basis.application_exponent = e.application_exponent;
    basis.own_server_application_share = e.own_server_application_share.in(one);
    basis.critical_application_share = e.critical_application_share.in(one);
    basis.provider_share = e.provider_share.value_or(e.provider_share_by_kind.district).in(one);
    return basis;
}

double memory_growth(const GrowthRates& g) {
    if (!g.memory_per_vm) return g.memory.in(per_year);
    return (1.0 + g.vms.in(per_year)) * (1.0 + g.memory_per_vm->in(per_year)) - 1.0;
}

estate::Growth resolve_growth(const GrowthRates& g) {
    return {.vms = g.vms.in(per_year),
            .compute = g.compute.in(per_year),
            .memory = memory_growth(g),
            .storage = g.storage.in(per_year),
            .traffic = g.traffic ? std::optional{g.traffic->in(per_year)} : std::nullopt,
            .seats = g.seats.in(per_year)};
}

EstateBook::EstateBook(const StudySet& set, const Study& study,
                       const std::vector<catalog::WorkloadClass>& workloads)
    : study_{study}, workloads_{workloads}, basis_{resolve_basis(study.estate)} {
    const std::vector<double> seats = survey_district_seats(study, set.catalog);
    for (const estate::Body body : {estate::Body::district, estate::Body::city, estate::Body::municipality})
        laws_[static_cast<std::size_t>(body)] = estate::calibrate(basis_, seats, body);
    for (const auto& [file, rows] : set.inventories)
        inventories_.emplace(file, resolve_inventory(rows, workloads));
}

estate::Estate EstateBook::of(const ResolvedAdministration& a, int year) const {
    const estate::Growth growth = resolve_growth(study_.estate.growth);
    const int base_year = study_.estate.base_year;
    if (a.stated.inventory) {
        return estate::from_inventory(inventories_.at(*a.stated.inventory), a.seats, workloads_, growth,
                                      a.stated.as_of.value_or(base_year), year);
    }
    return estate::derive({.seats = a.seats,
                           .servers = a.stated.servers.value_or(0.0),
                           .applications = a.stated.applications.value_or(0.0)},
                          law_of(a), basis_, growth, base_year, year, workloads_);
}

double EstateBook::applications(const ResolvedAdministration& a) const {
    const estate::SizeLaw& law = law_of(a);
    return a.stated.applications.value_or(law.application_scale *
                                          std::pow(a.seats, law.application_exponent));
}

double EstateBook::fixed_share(const ResolvedAdministration& a) const {
    const estate::ServersBySeats& servers = law_of(a).servers;
    const double all = servers.of(a.seats);
    return all > 0.0 ? servers.base / all : 0.0;
}

const estate::SizeLaw& EstateBook::law_of(const ResolvedAdministration& a) const {
    return laws_[static_cast<std::size_t>(body_of(a.kind))];
}

std::vector<estate::InventoryRow> resolve_inventory(const std::vector<InventoryGroup>& rows,
                                                    const std::vector<catalog::WorkloadClass>& workloads) {
    std::vector<estate::InventoryRow> resolved;
    for (const InventoryGroup& row : rows) {
        const auto found =
            std::find_if(workloads.begin(), workloads.end(),
                         [&](const catalog::WorkloadClass& c) { return c.id == row.workload; });
        if (found == workloads.end()) throw std::invalid_argument("no workload class " + row.workload);
        resolved.push_back({static_cast<int>(found - workloads.begin()), row.physical, row.count, row.vcpu,
                            row.ram_gb, row.storage_gb});
    }
    return resolved;
}

Fraction provider_share(const Administration& administration, std::string_view kind, const Estate& estate) {
    if (administration.provider_share) return *administration.provider_share;
    if (administration.inventory) return {};
    if (estate.provider_share) return *estate.provider_share;
    switch (body_of(kind)) {
        case estate::Body::district:
            return estate.provider_share_by_kind.district;
        case estate::Body::city:
            return estate.provider_share_by_kind.city;
        case estate::Body::municipality:
            break;
    }
    return estate.provider_share_by_kind.municipality;
}

double renewed_as_vms(const Administration& administration, const Study& study, int year) {
    const int since = administration.inventory ? administration.as_of.value_or(study.estate.base_year)
                                               : study.estate.base_year;
    const double renewed = static_cast<double>(year - since) / stand_alone_years(study.hosts);
    return study.hosts.virtualise_on_refresh.in(one)*std::clamp(renewed, 0.0, 1.0);
}

namespace {

constexpr double cents_per_euro = 100.0;

compute::MemoryRange memory_range(const Hosts& hosts) {
    return {.least_gb = hosts.ram_per_core_least.in(gigabyte),
            .most_gb = hosts.ram_per_core_most.in(gigabyte),
            .growth = hosts.ram_per_core_growth.in(per_year)};
}

}  // namespace

compute::HostRules resolve_host_rules(const Study& study, const catalog::Catalog& catalog) {
    const Hosts& hosts = study.hosts;
    return {.parts = compute::host_parts(effective_figures(catalog, study)),
            .real_host_factor = hosts.real_host_factor,
            .ram_gb_per_core =
                hosts.ram_per_core ? hosts.ram_per_core->in(gigabyte) : compute::HostRules{}.ram_gb_per_core,
            .by_need = hosts.ram_per_core ? std::nullopt : std::optional{memory_range(hosts)},
            .performance_per_watt_growth = hosts.performance_per_watt_growth.in(per_year)};
}

compute::HostTerms resolve_host_terms(const Study& study, const catalog::Catalog& catalog) {
    const Hosts& hosts = study.hosts;
    const economics::PriceBook prices = catalog_prices(catalog, study);
    const double guests_eur =
        prices.guest_licences ? prices.guest_licence_eur_per_core / prices.guest_licence_life_years : 0.0;
    const double usual_eur = prices.licence_eur_per_core + guests_eur;
    return {
        .by_cost = hosts.choose == HostChoice::cost,
        .used_at = hosts.compared_at.in(one),
        .port_w = study.gear.per_host.in(watt),
        .life_years = static_cast<double>(refresh_years(hosts)),
        .eur_per_kwh = hosts.compared_price.in(cent_per_kilowatt_hour) / cents_per_euro,
        .pue = hosts.compared_pue,
        .core_licence_eur = hosts.compared_licence ? hosts.compared_licence->in(euro_per_year) : usual_eur,
        .least_cores_per_socket = prices.licence_least_cores_per_socket};
}

compute::PackRules resolve_pack_rules(const Hosts& hosts) {
    return {.overcommit = hosts.overcommit,
            .cpu_target = hosts.cpu_target.in(one),
            .cpu_target_failed = hosts.cpu_target_failed.in(one),
            .reserve_hosts = hosts.reserve};
}

int refresh_years(const Hosts& hosts) {
    return static_cast<int>(std::lround(hosts.refresh.in(julian_years)));
}

int stand_alone_years(const Hosts& hosts) {
    return static_cast<int>(std::lround(hosts.stand_alone_refresh.in(julian_years)));
}

std::vector<std::string> resolve_series(HostSeries series) {
    switch (series) {
        case HostSeries::entry:
            return {"entry"};
        case HostSeries::one_socket:
            return {"one-socket"};
        case HostSeries::two_socket:
            return {"two-socket"};
        case HostSeries::automatic:
            break;
    }
    return {"two-socket", "one-socket", "entry"};
}

}  // namespace verbund::study

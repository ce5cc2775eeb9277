#include "scenarios/study/resolve.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

namespace verbund::study {
namespace {

FederalState state_of(std::string_view two_digits) {
    int number = 0;
    std::from_chars(two_digits.data(), two_digits.data() + std::min<std::size_t>(2, two_digits.size()),
                    number);
    return {number};
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
    for (const SelectedAdministration& selected : select_administrations(study.territory, catalog)) {
        all.push_back(resolve(selected, study, catalog));
    }
    return all;
}

std::vector<double> survey_district_seats(const Study& study, const catalog::Catalog& catalog) {
    std::vector<double> seats;
    for (const catalog::District& d : catalog.districts) {
        if (d.kind == catalog::DistrictKind::district) {
            seats.push_back(d.population / 1000.0 * study.estate.seats_per_thousand.district);
        }
    }
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
    for (catalog::WorkloadClass& c : classes) {
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
        if (w.rtt_limit) c.rtt_limit_ms = w.rtt_limit->in(milliseconds);
    }
    return classes;
}

}  // namespace verbund::study

#include "sim/events/drill/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/base/unit_factors.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/plant.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::events {
namespace {

constexpr double rounding = 1e-9;
constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Whether the power of every room is stated: what the run sizes does not bind.
bool states_power(const study::Center& center) {
    return std::all_of(
        center.rooms.begin(), center.rooms.end(),
        [](const auto& room) { return room.second.it_power.has_value(); });
}

/// Whether anything but storage was refused at a site.
bool is_full(const deploy::SiteDeployment& site) {
    const auto binds = [](const auto& row) {
        return row.binding != Resource::none && row.binding != Resource::storage;
    };
    return std::any_of(site.refused.begin(), site.refused.end(), binds) ||
           std::any_of(site.protected_servers.begin(), site.protected_servers.end(), binds);
}

/// Power that hosts draw at full load beyond what they draw already, by their memory: those that stand by in
/// part switched off, those of the cluster idle at least.
double kw_per_gb(const deploy::WorldYear& input, std::size_t site) {
    double power_w = 0.0;
    double ram_gb = 0.0;
    for (const deploy::Pool& pool : input.year().sites[site].pools) {
        if (pool.kind == deploy::PoolKind::physical) continue;
        const auto beyond_w = [&pool](const compute::HostType& type) {
            return type.power_w.back() - pool.running_share * type.power_w.front();
        };
        power_w += deploy::sum_over_hosts(pool.hosts, input.variant().host_types, beyond_w);
        ram_gb += deploy::sum_over_hosts(pool.hosts, input.variant().host_types, &compute::HostType::ram_gb);
    }
    return ram_gb > 0.0 ? power_w / ram_gb / watts_per_kw : 0.0;
}

int fitting(int most, double each, double left) {
    if (!(each > 0.0)) return most;
    return static_cast<int>(std::clamp(left / each + rounding, 0.0, static_cast<double>(most)));
}

}  // namespace

double free_ram_gb(const deploy::WorldYear& input, std::size_t site) {
    const double spare = host_ram_gb(input, site, deploy::PoolKind::cluster) - used_ram_gb(input, site);
    return host_ram_gb(input, site, deploy::PoolKind::standby) + std::max(0.0, spare);
}

double free_storage_tb(const deploy::WorldYear& input, std::size_t site) {
    const deploy::SiteDeployment& where = input.year().sites[site];
    if (!where.plant) return unlimited;
    return std::max(0.0, where.plant->limits[Resource::storage] - where.storage_tb);
}

double free_power_kw(const deploy::WorldYear& input, std::size_t site) {
    const deploy::SiteDeployment& where = input.year().sites[site];
    if (is_full(where)) return 0.0;
    const study::Center* center = input.variant().sites[site].center;
    if (center == nullptr || !where.plant || !states_power(*center)) return unlimited;
    const double ceiling = deploy::it_ceiling(*where.plant, input.study().facility).it_kw;
    return std::max(0.0, ceiling - where.needs.of[Resource::it_power]);
}

Capacity::Capacity(double ram_gb)
    : ram_gb_{std::max(0.0, ram_gb)}, storage_gb_{unlimited}, power_kw_{unlimited} {}

Capacity::Capacity(const deploy::WorldYear& input, std::size_t site)
    : ram_gb_{free_ram_gb(input, site)},
      storage_gb_{free_storage_tb(input, site) * gb_per_tb},
      power_kw_{free_power_kw(input, site)},
      kw_per_gb_{kw_per_gb(input, site)} {}

Capacity::Fit Capacity::take_hosts(const Service& service) { return take(service, service.servers, false); }
Capacity::Fit Capacity::take_all(const Service& service) { return take(service, service.servers, true); }

Capacity::Fit Capacity::take_copies(const Service& service, int& admitted) {
    const int most = std::min(service.servers, admitted);
    Fit fit = take(service, most, false);
    admitted -= fit.servers;
    if (fit.servers == most && most < service.servers) fit.others = Lacks::standby;
    return fit;
}

void Capacity::limit_ram(double ram_gb) { ram_gb_ = std::min(ram_gb_, std::max(0.0, ram_gb)); }

Capacity::Fit Capacity::take(const Service& service, int most, bool data) {
    const double storage_gb = service.servers > 0 ? service.storage_gb / service.servers : 0.0;
    const double power_kw = service.ram_gb * kw_per_gb_;
    Fit fit{fitting(most, service.ram_gb, ram_gb_), Lacks::memory};
    if (data) {
        const int stored = fitting(most, storage_gb, storage_gb_);
        if (stored < fit.servers) fit = {stored, Lacks::storage};
        const int fed = power_kw_ > 0.0 ? fitting(most, power_kw, power_kw_) : 0;
        if (fed < fit.servers) fit = {fed, Lacks::power};
    }
    ram_gb_ = std::max(0.0, ram_gb_ - fit.servers * service.ram_gb);
    power_kw_ = std::max(0.0, power_kw_ - fit.servers * power_kw);
    if (data) storage_gb_ = std::max(0.0, storage_gb_ - fit.servers * storage_gb);
    if (fit.servers == service.servers) fit.others = Lacks::nothing;
    return fit;
}

Elsewhere::Elsewhere(const deploy::WorldYear& input, std::set<std::size_t> lost)
    : input_{input}, lost_{std::move(lost)} {}

Capacity& Elsewhere::capacity(std::size_t site) {
    return capacity_.try_emplace(site, Capacity{input_, site}).first->second;
}

void Elsewhere::limit(std::size_t site, double left_gb) {
    capacity(site).limit_ram(host_ram_gb(input_, site, deploy::PoolKind::standby) + left_gb);
}

int& Elsewhere::admitted(const deploy::BackupPair& pair, catalog::Criticality criticality) {
    const auto [entry, added] = admitted_.try_emplace({pair.primary, criticality}, 0);
    if (!added) return entry->second;
    bool told = false;
    for (const std::size_t site : pair.sites()) {
        for (const deploy::ProtectedServers& row : input_.year().sites[site].protected_servers) {
            if (row.primary != pair.primary || row.criticality != criticality) continue;
            entry->second += row.placed;
            told = true;
        }
    }
    if (!told) entry->second = std::numeric_limits<int>::max();
    return entry->second;
}

std::optional<std::size_t> Elsewhere::nearest_with_room(std::size_t site) {
    const std::vector<deploy::Site>& sites = input_.variant().sites;
    std::vector<std::size_t> candidates;
    for (std::size_t s = 0; s < deploy::center_count(sites); ++s) {
        const bool stands = study::stands_on(*sites[s].center, first_date(input_.year()));
        const bool own = sites[s].center->role == study::CenterRole::own;
        const bool other = s != site && stands && !own && takes_over(s);
        if (other && capacity(s).ram_gb() > 0.0) candidates.push_back(s);
    }
    return deploy::nearest(sites, candidates, sites[site].at);
}

}  // namespace verbund::events

#include "models/estate/estate.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

namespace verbund::estate {
namespace {

using Classes = std::vector<catalog::WorkloadClass>;

constexpr double rounding = 1e-9;  // of a count; sums of a few thousand quotas stay far below

/// Growth since the base year as factors.
struct GrowthFactors {
    double vms;
    double compute;
    double memory;
    double storage;
    double seats;
    Growth rates;
    int years;
};

[[nodiscard]] GrowthFactors factors(const Growth& growth, int years) {
    const auto factor = [years](double rate) { return std::pow(1.0 + rate, years); };
    return {factor(growth.vms),
            factor(growth.compute),
            factor(growth.memory),
            factor(growth.storage),
            factor(growth.seats),
            growth,
            years};
}

/// Servers of districts by their mean.
[[nodiscard]] ServersBySeats district_servers(const SurveyBasis& basis,
                                              const std::vector<double>& district_seats) {
    const double sum = std::accumulate(district_seats.begin(), district_seats.end(), 0.0);
    const double mean_seats = sum / static_cast<double>(district_seats.size());
    const double fitted = std::max(0.0, basis.servers_per_district - basis.district_base) / mean_seats;
    return {basis.district_base, basis.district_per_seat.value_or(fitted)};
}

[[nodiscard]] double fitted_scale(double mean, const std::vector<double>& district_seats, double exponent) {
    double sum = 0.0;
    for (const double seats : district_seats) sum += std::pow(seats, exponent);
    return mean * static_cast<double>(district_seats.size()) / sum;
}

/// Shares of the classes that are physical (or not); the others weigh nothing.
[[nodiscard]] std::vector<double> weights_of(const Classes& classes, bool physical) {
    std::vector<double> weights;
    weights.reserve(classes.size());
    for (const catalog::WorkloadClass& workload : classes)
        weights.push_back(workload.physical == physical ? workload.server_share : 0.0);
    return weights;
}

/// Takes one server for every class whose quota is below one and returns what is left for the others.
[[nodiscard]] int serve_small_classes(int total, std::vector<double>& weights, std::vector<int>& counts) {
    for (bool found = true; found;) {
        found = false;
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        const int available = total;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] > 0.0 && available * weights[i] < sum) {
                counts[i] = 1;
                weights[i] = 0.0;
                --total;
                found = true;
            }
        }
    }
    return total;
}

/// VMs of classes that need GPUs, to the nearest whole one: nobody buys a GPU because a class has a share of
/// one VM.  Takes their weights and returns what is left for the others.
[[nodiscard]] int serve_gpu_classes(const Classes& classes, int total, std::vector<double>& weights,
                                    std::vector<int>& counts) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double others = sum;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (classes[i].gpus > 0.0) others -= weights[i];
    if (!(others > rounding * sum)) return total;  // there are no others
    int left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(classes[i].gpus > 0.0) || weights[i] <= 0.0) continue;
        counts[i] = std::min(left, whole_sum({total * weights[i] / sum}));
        left -= counts[i];
        weights[i] = 0.0;
    }
    return left;
}

/// One server for every class, the rest by largest remainder; the first classes only if there are too few
/// servers.
[[nodiscard]] std::vector<int> servers_of_classes(const Classes& in, int total, std::vector<double> weights) {
    std::vector<int> counts(weights.size(), 0);
    total = serve_gpu_classes(in, total, weights, counts);
    const auto classes =
        std::count_if(weights.begin(), weights.end(), [](double weight) { return weight > 0.0; });
    if (total <= classes) {
        for (std::size_t i = 0; i < weights.size() && total > 0; ++i) {
            counts[i] = weights[i] > 0.0 ? 1 : 0;
            total -= counts[i];
        }
        return counts;
    }
    const int rest = serve_small_classes(total, weights, counts);
    const std::vector<int> larger = apportion(rest, weights);
    std::transform(counts.begin(), counts.end(), larger.begin(), counts.begin(), std::plus<>{});
    return counts;
}

/// What an administration's people need of a class, apart from servers.
struct SeatNeeds {
    double storage_gb = 0.0;
    double traffic_kbit_s = 0.0;
    double interactions_per_hour = 0.0;
    double terminal_kbit_s = 0.0;
    double beside_terminal_kbit_s = 0.0;
};

[[nodiscard]] SeatNeeds seat_needs(const catalog::WorkloadClass& workload, double base_seats,
                                   const GrowthFactors& growth) {
    const double traffic = traffic_factor(workload, growth.rates, growth.years);
    const double seats = base_seats * growth.seats;
    const double kbit_s = seats * workload.active_share * workload.traffic_kbit_s * traffic;
    return {base_seats * workload.storage_gb_per_seat * growth.storage, kbit_s,
            seats * workload.interactions_per_seat_hour, workload.terminal ? kbit_s : 0.0,
            workload.beside_terminal ? kbit_s : 0.0};
}

void add(VmGroup& group, const SeatNeeds& needs) {
    group.storage_gb += needs.storage_gb;
    group.traffic_kbit_s += needs.traffic_kbit_s;
    group.interactions_per_hour += needs.interactions_per_hour;
    group.terminal_kbit_s += needs.terminal_kbit_s;
    group.beside_terminal_kbit_s += needs.beside_terminal_kbit_s;
}

[[nodiscard]] VmGroup make_group(int index, const catalog::WorkloadClass& workload, int count,
                                 const GrowthFactors& growth) {
    // The number of physical servers does not grow: each of them takes the whole growth.
    const double growth_of_count = workload.physical ? 1.0 : growth.vms;
    VmGroup group;
    group.workload = index;
    group.physical = workload.physical;
    group.count = count;
    group.vcpu = workload.vcpu * growth.compute / growth_of_count;
    group.ram_gb = workload.ram_gb * growth.memory / growth_of_count;
    group.storage_gb = count * workload.storage_gb * growth.storage / growth_of_count;
    group.cpu_at_peak = workload.cpu_at_peak;
    group.cpu_floor = workload.cpu_floor;
    return group;
}

/// The group that also carries services without a server of their own: the one that people work with most.
[[nodiscard]] VmGroup& carrier(std::vector<VmGroup>& groups, const Classes& classes) {
    const auto interactions = [&classes](const VmGroup& group) {
        return classes[static_cast<std::size_t>(group.workload)].interactions_per_seat_hour;
    };
    return *std::max_element(
        groups.begin(), groups.end(),
        [interactions](const VmGroup& a, const VmGroup& b) { return interactions(a) < interactions(b); });
}

[[nodiscard]] std::vector<VmGroup> make_groups(const std::vector<int>& counts, const Classes& classes,
                                               double base_seats, const GrowthFactors& growth) {
    std::vector<VmGroup> groups;
    std::vector<SeatNeeds> homeless;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].server_share <= 0.0) continue;  // nobody has it
        const SeatNeeds needs = seat_needs(classes[i], base_seats, growth);
        if (counts[i] == 0 && classes[i].gpus > 0.0) continue;  // too small for it
        if (counts[i] == 0) {
            homeless.push_back(needs);
            continue;
        }
        groups.push_back(make_group(static_cast<int>(i), classes[i], counts[i], growth));
        add(groups.back(), needs);
    }
    for (const SeatNeeds& needs : homeless) add(carrier(groups, classes), needs);
    return groups;
}

/// VMs and physical servers in the year, as integers that sum to the rounded total.  The physical ones are
/// the same number in every year.
[[nodiscard]] std::vector<int> vms_and_physical(double servers, const SurveyBasis& basis,
                                                const GrowthFactors& growth) {
    const double physical = servers * dedicated_share(basis);
    const double vms = servers * (1.0 - basis.physical_share) * growth.vms;
    const int total = std::max(1, whole_sum({vms, physical}));
    const int kept = std::min(total, whole_sum({physical}));
    return {total - kept, kept};
}

void check_size(const AdministrationSize& size) {
    if (!(size.seats > 0.0) || !(size.servers >= 0.0) || !(size.applications >= 0.0)) {
        throw std::invalid_argument(
            fmt::format("an administration needs seats (given: {} seats, {} servers, {} applications)",
                        size.seats, size.servers, size.applications));
    }
}

void check_classes(const std::vector<double>& weights, int needed, std::string_view kind) {
    const bool none =
        std::all_of(weights.begin(), weights.end(), [](double weight) { return weight <= 0.0; });
    if (needed > 0 && none) throw std::invalid_argument(fmt::format("no workload class for {}", kind));
}

}  // namespace

SizeLaw calibrate(const SurveyBasis& basis, const std::vector<double>& district_seats, Body body) {
    const ServersBySeats servers = body == Body::district ? district_servers(basis, district_seats)
                                   : body == Body::city   ? basis.city
                                                          : basis.municipality;
    return {.servers = servers,
            .application_scale =
                fitted_scale(basis.applications_per_district, district_seats, basis.application_exponent),
            .application_exponent = basis.application_exponent};
}

double dedicated_share(const SurveyBasis& basis) {
    if (!basis.physical_includes_hosts) return basis.physical_share;
    return std::max(0.0, basis.physical_share - (1.0 - basis.physical_share) / basis.vms_per_host);
}

double traffic_factor(const catalog::WorkloadClass& workload, const Growth& growth, int years) {
    return std::pow(1.0 + growth.traffic.value_or(workload.traffic_growth), years);
}

double daily_change_share(const catalog::WorkloadClass& workload, const Growth& growth, int years) {
    const double use = traffic_factor(workload, growth, years) * std::pow(1.0 + growth.seats, years);
    return std::min(1.0, workload.daily_change_share * use / std::pow(1.0 + growth.storage, years));
}

VmGroup server_of(const catalog::WorkloadClass& workload, const Growth& growth, int years) {
    return make_group(0, workload, 1, factors(growth, years));
}

int whole_sum(const std::vector<double>& quotas) {
    const double sum = std::accumulate(quotas.begin(), quotas.end(), 0.0);
    return static_cast<int>(std::floor(sum + 0.5 + rounding));
}

std::vector<int> round_together(const std::vector<double>& quotas, int total) {
    std::vector<int> counts(quotas.size(), 0);
    std::vector<long long> remainders(quotas.size(), 0);
    int left = total;
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        counts[i] = static_cast<int>(std::floor(quotas[i] + rounding));
        remainders[i] = std::llround((quotas[i] - counts[i]) / rounding);
        left -= counts[i];
    }
    const bool negative = std::any_of(quotas.begin(), quotas.end(), [](double quota) { return quota < 0.0; });
    if (negative || left < 0 || left > static_cast<int>(quotas.size())) {
        throw std::invalid_argument(
            fmt::format("{} quotas cannot be rounded to {} together ({} short)", quotas.size(), total, left));
    }
    std::vector<std::size_t> order(quotas.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++counts[order[i]];
    return counts;
}

std::vector<int> round_together(const std::vector<double>& quotas) {
    return round_together(quotas, whole_sum(quotas));
}

std::vector<int> apportion(int total, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const bool negative =
        std::any_of(weights.begin(), weights.end(), [](double weight) { return weight < 0.0; });
    if (total < 0 || negative || (total > 0 && !(sum > 0.0)))
        throw std::invalid_argument(fmt::format("cannot share {} by weights that sum to {}", total, sum));
    if (total == 0) return std::vector<int>(weights.size(), 0);
    std::vector<double> quotas;
    quotas.reserve(weights.size());
    for (const double weight : weights) quotas.push_back(total * weight / sum);
    return round_together(quotas, total);
}

Estate derive(const AdministrationSize& size, const SizeLaw& law, const SurveyBasis& basis,
              const Growth& growth, int base_year, int year,
              const std::vector<catalog::WorkloadClass>& classes) {
    check_size(size);
    const GrowthFactors grown = factors(growth, year - base_year);
    const double servers = size.servers > 0.0 ? size.servers : law.servers.of(size.seats);
    const std::vector<int> totals = vms_and_physical(servers, basis, grown);
    const std::vector<double> vm_weights = weights_of(classes, false);
    const std::vector<double> physical_weights = weights_of(classes, true);
    check_classes(vm_weights, totals[0], "VMs");
    check_classes(physical_weights, totals[1], "physical servers");

    std::vector<int> counts = servers_of_classes(classes, totals[0], vm_weights);
    const std::vector<int> physical = servers_of_classes(classes, totals[1], physical_weights);
    std::transform(counts.begin(), counts.end(), physical.begin(), counts.begin(), std::plus<>{});

    Estate estate;
    estate.seats = size.seats * grown.seats;
    estate.servers = totals[0] + totals[1];
    estate.physical_servers = totals[1];
    estate.applications = size.applications > 0.0
                              ? size.applications
                              : law.application_scale * std::pow(size.seats, law.application_exponent);
    estate.groups = make_groups(counts, classes, size.seats, grown);
    return estate;
}

Operation operation(const Estate& estate, const SurveyBasis& basis) {
    const std::vector<int> servers =
        apportion(estate.servers, {1.0 - basis.provider_share, basis.provider_share});
    return {.own_servers = servers[0],
            .provider_servers = servers[1],
            .own_server_applications = estate.applications * basis.own_server_application_share,
            .critical_applications = estate.applications * basis.critical_application_share};
}

double critical_application_share(const std::vector<catalog::WorkloadClass>& classes) {
    double critical = 0.0;
    double all = 0.0;
    for (const catalog::WorkloadClass& workload : classes) {
        all += workload.application_share;
        if (workload.criticality <= catalog::Criticality::critical) critical += workload.application_share;
    }
    return all > 0.0 ? critical / all : 0.0;
}

}  // namespace verbund::estate

#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/host_fit.hpp"

namespace verbund::study {
namespace {

/// Whether anything grows; traffic does where its growth is left to the classes.
bool grows(const GrowthRates& growth) {
    constexpr Rate some = 1.0 * percent_per_year;
    return growth.vms != Rate{} || growth.compute != Rate{} || growth.memory != Rate{} ||
           growth.memory_per_vm || growth.storage != Rate{} || growth.traffic.value_or(some) != Rate{} ||
           growth.seats != Rate{};
}

std::string key_of(const SelectedAdministration& administration, const char* key) {
    return fmt::format("territory.administrations.{}.{}", administration.id, key);
}

}  // namespace

void find_memory_growth_stated_twice(const CheckInput& input) {
    const GrowthRates& growth = input.study.estate.growth;
    const bool stated = input.report.given("estate.growth.memory") && growth.memory != GrowthRates{}.memory;
    if (!growth.memory_per_vm || !stated) return;  // a study written out in full states the default too
    input.report("estate.growth.memory_per_vm",
                 "the growth of RAM is stated twice (of all VMs together in memory, of each here)",
                 "State one of them.");
}

void find_ram_per_core_without_range(const CheckInput& input) {
    const Hosts& hosts = input.study.hosts;
    if (hosts.ram_per_core_least <= hosts.ram_per_core_most) return;
    input.report("hosts.ram_per_core_least",
                 fmt::format("{} is more than ram_per_core_most ({})", to_text(hosts.ram_per_core_least),
                             to_text(hosts.ram_per_core_most)),
                 "State no more than ram_per_core_most, or raise that.");
}

void find_undated_inventory(const CheckInput& input) {
    if (!grows(input.study.estate.growth) || input.report.given("estate.base_year")) return;
    for (const SelectedAdministration& administration : input.administrations) {
        const Administration* stated = administration.stated;
        if (stated == nullptr || !stated->inventory || stated->as_of) continue;
        input.report(key_of(administration, "as_of"),
                     fmt::format("is missing (the year in which the inventory \"{}\" was taken; its growth "
                                 "counts from there)",
                                 *stated->inventory),
                     fmt::format("Write the year, e.g. as_of: {}.", input.set.horizon.first));
    }
}

void find_date_without_inventory(const CheckInput& input) {
    for (const SelectedAdministration& administration : input.administrations) {
        const Administration* stated = administration.stated;
        if (stated == nullptr || stated->inventory || !stated->as_of) continue;
        input.report(key_of(administration, "as_of"),
                     "dates an inventory, but there is none (survey figures hold for estate.base_year)",
                     "Name the inventory, or remove as_of.");
    }
}

void find_districts_without_seats_law(const CheckInput& input) {
    const Estate& estate = input.study.estate;
    const ServersBySeats& law = estate.servers_by_seats;
    if (law.district_per_seat || law.district_base <= estate.servers_per_district) return;
    const bool stated = input.report.given("estate.servers_by_seats.district_base");
    input.report(
        stated ? "estate.servers_by_seats.district_base" : "estate.servers_per_district",
        fmt::format("districts would have {} servers in the mean, but {} of them whatever their size",
                    estate.servers_per_district, law.district_base),
        "Write a smaller servers_by_seats.district_base.");
}

void find_server_larger_than_any_host(const CheckInput& input) {
    const int first = input.set.horizon.first;
    for (const TooLargeServer& server : servers_too_large(input.set, input.study, first, first))
        report_too_large(server, input.study, "", input.report);
}

}  // namespace verbund::study

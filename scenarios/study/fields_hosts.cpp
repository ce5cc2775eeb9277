#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "modelling assumption"};
constexpr Origin practice_high{"M-h", "sizing practice (general knowledge)"};
constexpr Origin practice{"M-m", "typical equipment (general knowledge)"};

}  // namespace

FieldList describe(Hosts& hosts) {
    FieldTable table;
    table.add("series", hosts.series, {},
              "Kind of server bought; automatic: the one that choose asks for, per site.", assumed);
    table.add(
        "choose", hosts.choose, {},
        "What is least of the hosts that are bought: cost (price / life + electricity at 'compared_at' x "
        "compared_pue x compared_price + licences at compared_licence) or power.",
        {"A", "public bodies buy by cost over the life (UVgO paragraph 43: most economic bid)"});
    table
        .add("compared_at", hosts.compared_at, {0.0 * percent, 100.0 * percent},
             "Use of the CPUs at which the power of the kinds on offer is compared.",
             {"A",
              "mean use of virtualised hosts: 10-25 % small bodies, 25-40 % providers (general knowledge)"})
        .between("15 %", "40 %");
    table
        .add("compared_price", hosts.compared_price,
             {0.0 * cent_per_kilowatt_hour, 1000.0 * cent_per_kilowatt_hour},
             "Price of electricity at which hosts are compared (22-32 ct/kWh).",
             {"A", "catalog electricity_price, commercial, from 2026: 27 ct/kWh real, 22-32"})
        .between("22 ct/kWh", "32 ct/kWh");
    table
        .add("compared_pue", hosts.compared_pue, {1.0, 10.0},
             "Energy of the room per energy of the IT at which hosts are compared (1.2-1.8).",
             {"M-m", "small rooms 1.5-1.8, centers 1.2-1.5 (real_bodies F121, F187, F200)"})
        .between("1.2", "1.8");
    table
        .add("compared_licence", hosts.compared_licence, {0.0 * euro_per_year, 10000.0 * euro_per_year},
             "Licence of a core and year at which hosts are compared; default: the catalog's price of what "
             "economics.hypervisor and economics.guest_licences choose (cost.licence 250 EUR/a a core, "
             "cost.licence.open-source 25 EUR/a). It decides which hosts are bought, not what they cost.",
             no_default)
        .fixed("where it is stated: a choice of whoever plans");
    table
        .add("most_entry", hosts.most_entry, {0, 1000},
             "Most entry servers that form a cluster where larger hosts are on offer.", assumed)
        .between("2", "6");
    table
        .add("overcommit", hosts.overcommit, {0.1, 20.0},
             "vCPUs per core (office 4-6, mixed 2-4, databases 1-2).",
             {"S", "Packt, vSphere 6.7 (4:1 typical); docs.verge.io"})
        .between("2", "6");
    table
        .add("ram_per_core", hosts.ram_per_core, {0.5 * gigabyte, 256.0 * gigabyte},
             "RAM bought per core: hosts of the largest processors with exactly that; default: by need, of "
             "what "
             "is on offer from ram_per_core_least to ram_per_core_most, with fewer cores as well.",
             no_default)
        .fixed("where it is stated: a choice of whoever plans");
    table
        .add("ram_per_core_least", hosts.ram_per_core_least, {0.5 * gigabyte, 256.0 * gigabyte},
             "Least RAM per core on offer, in 2022.", practice_high)
        .between("4 GB", "12 GB");
    table
        .add("ram_per_core_most", hosts.ram_per_core_most, {0.5 * gigabyte, 1024.0 * gigabyte},
             "Most RAM per core on offer, in 2022 (16-64 GB).",
             {"A", "half of what is sold: 4 TB of 64 cores (S: AMD EPYC 7002 and 7003 data sheets)"})
        .between("16 GB", "64 GB");
    table
        .add("ram_per_core_growth", hosts.ram_per_core_growth,
             {-20.0 * percent_per_year, 50.0 * percent_per_year},
             "Growth of the RAM per core on offer (0-3 %/a); of a VM's RAM: estate.growth.memory_per_vm.",
             {"C", "64 GB a core in 2019 (4 TB of 64 cores, EPYC 7002) as in 2022 (6 TB of 96, EPYC 9004)"})
        .between("0 %/a", "3 %/a");
    table
        .add("cpu_target", hosts.cpu_target, {1.0 * percent, 100.0 * percent},
             "Highest CPU use at peak, all hosts up.", practice_high)
        .between("60 %", "80 %");
    table
        .add("cpu_target_failed", hosts.cpu_target_failed, {1.0 * percent, 100.0 * percent},
             "Highest CPU use at peak, reserve hosts down.", practice_high)
        .between("75 %", "95 %");
    table
        .add("reserve", hosts.reserve, {0, 10}, "Hosts of each cluster that may fail (N+1: 1).",
             practice_high)
        .fixed("a choice of whoever plans");
    table
        .add("refresh", hosts.refresh, {1.0 * julian_years, 20.0 * julian_years},
             "Life of a host, whole years (4-7 a).", practice_high)
        .between("4 a", "7 a");
    table
        .add("stand_alone_refresh", hosts.stand_alone_refresh, {1.0 * julian_years, 20.0 * julian_years},
             "Life of a stand-alone server, whole years (5-8 a).",
             {"S", "Bernburg 2018-2024, Lugau 2012-2018 (real_bodies F158, F182)"})
        .between("5 a", "8 a");
    table
        .add("virtualise_on_refresh", hosts.virtualise_on_refresh, {0.0 * percent, 100.0 * percent},
             "Physical servers that become VMs at the first renewal after the estate's base year, wherever "
             "they stand; for those that move, the move's virtualise_physical if that is more (0-80 %).",
             {"A", "half, as planned by Kreis Stormarn and Paulding County 2010 (real_bodies F126, F119)"})
        .between("0 %", "80 %");
    table
        .add_list(
            "installed", hosts.installed, {1990, 2100}, 0,
            "Years in which the virtualisation hosts that stand today were bought, an equal part in each "
            "(a year may be repeated); default: every year of their life. Where a site has fewer hosts than "
            "years, its place decides which, so that over many sites each year has an equal part.",
            assumed)
        .fixed("a choice of whoever plans");
    table
        .add("real_host_factor", hosts.real_host_factor, {0.5, 3.0},
             "Power of a host as bought / benchmarked configuration with its memory and disks: second power "
             "supply, RAID controller, network cards, fans (1.05-1.3).",
             {"A", "20-35 W of 150-250 W; memory and disks are counted by piece"})
        .between("1.05", "1.3");
    table
        .add("performance_per_watt_growth", hosts.performance_per_watt_growth,
             {0.0 * percent_per_year, 50.0 * percent_per_year},
             "Gain of generations after the last measured one (5-18 %/a).",
             {"A", "SPECpower medians 2017-2022: 9 %/a, 2012-2020: 21 %/a (spec-power-model @9739f29)"})
        .between("5 %/a", "18 %/a");
    table
        .add("warm_running", hosts.warm_running, {0.0 * percent, 100.0 * percent},
             "Hosts of a warm standby that are switched on: directory, replication, management (10-50 %); "
             "the rest is started when needed.",
             assumed)
        .between("10 %", "50 %");
    table
        .add("container_memory", hosts.container_memory, {0.0 * percent, 100.0 * percent},
             "Memory that a container platform takes beside what runs on it, of servers that moved with "
             "containerised_only (5-15 %).",
             {"M-h",
              "managed Kubernetes reserves 25, 20, 10 and 6 % of a node's first 4, next 4, next 8 and next "
              "112 GB "
              "(general knowledge): 5.5 of 64 GB"})
        .between("5 %", "15 %");
    return table.take();
}

FieldList describe(Storage& storage) {
    FieldTable table;
    table
        .add("base", storage.base, {0.0 * watt, 100.0 * kilowatt},
             "Both controllers of an all-flash array, per site that has one (400-1,200 W).", practice)
        .between("400 W", "1200 W");
    table
        .add("array_from", storage.array_from, {0.0 * terabyte, 10'000.0 * terabyte},
             "Data from which an array's controllers draw their full power; below, proportionally less.",
             assumed)
        .between("10 TB", "40 TB");
    table
        .add("power_per_data", storage.power_per_data, {0.0 * watt_per_terabyte, 100.0 * watt_per_terabyte},
             "Power per data on flash in the base year (1.5-6 W/TB).", practice)
        .between("1.5 W/TB", "6 W/TB");
    table
        .add("density_gain", storage.density_gain, {0.0 * percent_per_year, 60.0 * percent_per_year},
             "Yearly fall of power and height units per data.", assumed)
        .between("6 %/a", "20 %/a");
    table
        .add("per_height_unit", storage.per_height_unit, {1.0 * terabyte, 10'000.0 * terabyte},
             "Usable data per height unit in the base year.", assumed)
        .between("20 TB", "80 TB");
    table
        .add("shelf_height_units", storage.shelf_height_units, {1, 20},
             "Height units of a shelf of drives (2-5).", practice)
        .between("2", "5");
    table
        .add("backup_share", storage.backup_share, {0.0 * percent, 1000.0 * percent},
             "Backup on disk per primary data, after deduplication.",
             {"A", "30 d on disk, 3:1 (2-6) reduction"})
        .between("50 %", "200 %");
    table
        .add("backup_power_per_data", storage.backup_power_per_data,
             {0.0 * watt_per_terabyte, 100.0 * watt_per_terabyte},
             "Power per usable backup data on disk arrays with shelves (2-10 W/TB).", practice)
        .between("2 W/TB", "10 W/TB");
    table
        .add("backup_density", storage.backup_density, {0.1, 100.0},
             "Data per height unit: backup disks / flash in use (2-6).", assumed)
        .between("2", "6");
    return table.take();
}

FieldList describe(Gear& gear) {
    FieldTable table;
    table
        .add(
            "wired_seats", gear.wired_seats, {0.0, 1e6},
            "Seats of an office whose access switches stand in its server room; those of all others stand in "
            "the floors and are electricity of the office, not of the room (0-240).",
            {"A",
             "EN 50173-1: 90 m of cable from distributor to seat, so that a small building has one "
             "distributor; a municipality of 50 PCs renews its switches with its server room (S: Amt "
             "Britz-Chorin-Oderberg 2024)"})
        .between("0", "240");
    table
        .add("base", gear.base, {0.0 * watt, 100.0 * kilowatt},
             "Power of the gear of a site, in place of the devices of catalog gear; per_host, per_seat and "
             "height_units_base then add to it. auto: the devices.",
             practice)
        .fixed("a choice of whoever plans");
    table
        .add("per_host", gear.per_host, {0.0 * watt, 1.0 * kilowatt},
             "Switch ports of a host (4 ports of 4 W; 10-24), where base is stated, and in the comparison of "
             "kinds of servers.",
             practice)
        .fixed("counts only where gear.base is stated");
    table
        .add("per_seat", gear.per_seat, {0.0 * watt, 100.0 * watt},
             "Core switching per local seat, where base is stated.", assumed)
        .fixed("counts only where gear.base is stated");
    table
        .add("height_units_base", gear.height_units_base, {0, 200},
             "Height units of the gear of a site, where base is stated.", assumed)
        .fixed("counts only where gear.base is stated");
    return table.take();
}

FieldList describe(Endpoint& endpoint) {
    FieldTable table;
    table
        .add("per_seat", endpoint.per_seat, {0.0, 100.0}, "Devices per seat; 0 = they are not counted.",
             {"A", "what stands on desks is no part of a data center; counted where a study asks"})
        .fixed("a choice of whoever plans");
    return table.take();
}

}  // namespace verbund::study

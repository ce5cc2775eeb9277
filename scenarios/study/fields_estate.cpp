#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "modelling assumption"};
constexpr Origin survey{
    "S", "Deutscher Landkreistag, Landkreise und Cloud, Schriften Band 152, 2024 (survey 2022)"};
constexpr Origin seats_source{
    "A", "from LK Rotenburg 5.2 (lch.de), LK Cloppenburg 3.8 (kommune21 2017), Vitako 9 per 1,000"};
constexpr Origin hosts_counted{
    "C",
    "all physical machines of bodies that tell them are fewer than 13 % of their servers: Arnsberg 8 of "
    "208 (real_bodies F145), Osterholz 8 in all (F151)"};
constexpr Origin city_fit{
    "C",
    "fit to three cities of 2008-2009, brought to 2022 by 5 %/a (real_bodies F117, F118, F120; "
    "models/estate/README.md)"};
constexpr Origin growth_m_m{"M-m", "planning practice (general knowledge)"};

}  // namespace

FieldList describe(Territory& territory) {
    FieldTable table;
    table.add("districts", territory.districts, {},
              "Take all 294 districts (Landkreise) of the catalog, or none.", assumed);
    table.add("cities", territory.cities, {}, "Also the 106 district-free cities.", assumed);
    table.add("municipalities", territory.municipalities, {},
              "Also the municipalities inside the selected districts.", assumed);
    table.add_list("states", territory.states, state_key, 0,
                   "Only these states of the selection; empty = all.", assumed);
    table.add("file", territory.file, file_name,
              "CSV of administrations: id,name,state,lat,lon,population,seats.", no_default);
    table.add_map("administrations", territory.administrations, "administration",
                  "Administrations stated here: new ones, or (same AGS) corrections of the catalog.");
    return table.take();
}

FieldList describe(Administration& administration) {
    Administration& a = administration;
    FieldTable table;
    table.add("ags", a.ags, ags_key, "AGS key; fills name, place, people and state from the catalog.",
              no_default);
    table.add("name", a.name, any_text, "Name; default: from the catalog, else its id.", no_default);
    table.add_group("at", a.at, "Place of its offices; needed where there is no AGS.");
    table.add("state", a.state, state_key,
              "State; default: from the catalog, else that of the nearest district.", no_default);
    table.add("population", a.population, {1.0, 2e7}, "People.", no_default);
    table.add("seats", a.seats, {1.0, 1e6}, "IT workplaces; default: by people.", no_default);
    table.add("servers", a.servers, {1.0, 1e5},
              "Servers in the base year, physical and virtual; default: by seats.", no_default);
    table.add("applications", a.applications, {1.0, 1e5}, "Applications in the base year; default: by seats.",
              no_default);
    table.add("home", a.home, name_of_thing, "Center that is its own room, instead of a default home room.",
              no_default);
    table.add("provider", a.provider, name_of_thing,
              "Center that runs its provider share; default: the nearest provider.", no_default);
    table.add("provider_share", a.provider_share, {0.0 * percent, 100.0 * percent},
              "Share of its servers that a provider runs; default: as in estate, none of an inventory.",
              no_default);
    table.add("access", a.access, {1.0 * megabit_per_second, 1000.0 * gigabit_per_second},
              "Capacity of its access link in every year; default: that of the links drawn at it, else the "
              "uplink of its own room, else the usual capacity of the year.",
              no_default);
    table.add(
        "second_access", a.second_access, {},
        "Has a second access line on another route, in a synthetic network; default: as in availability.",
        no_default);
    table.add("inventory", a.inventory, file_name,
              "CSV that replaces the survey figures: workload,physical,count,vcpu,ram_gb,storage_gb.",
              no_default);
    table.add("as_of", a.as_of, {2010, 2060}, "Year in which the inventory was taken; growth starts there.",
              no_default);
    return table.take();
}

FieldList describe(Estate& estate) {
    FieldTable table;
    table.add("basis", estate.basis, {"dlt-survey-2022", "\"dlt-survey-2022\" (the only basis there is)"},
              "Survey the figures come from.", survey);
    table
        .add("base_year", estate.base_year, {2010, 2060}, "Year the figures hold for; growth starts there.",
             survey)
        .fixed("the year of the survey");
    table
        .add("servers_per_district", estate.servers_per_district, {1.0, 10'000.0},
             "Mean servers of a district, physical and virtual.", survey)
        .between("130", "180");
    table.add_group("servers_by_seats", estate.servers_by_seats,
                    "Servers of a body by its seats: base + per_seat x seats.");
    table
        .add("physical_share", estate.physical_share, {0.0 * percent, 100.0 * percent},
             "Servers that are physical.", survey)
        .between("8 %", "20 %");
    table.add("physical_includes_hosts", estate.physical_includes_hosts, {},
              "Whether physical_share counts virtualisation hosts too: then these are taken off it, one per "
              "vms_per_host VMs.",
              hosts_counted);
    table
        .add("vms_per_host", estate.vms_per_host, {1.0, 1000.0},
             "VMs of a virtualisation host, as the survey's physical servers count hosts (10-40).",
             {"S", "Stadt Arnsberg 2020: 8 hosts, about 200 VMs (real_bodies F145)"})
        .between("10", "40");
    table
        .add("applications_per_district", estate.applications_per_district, {1.0, 10'000.0},
             "Mean applications of a district.", survey)
        .between("120", "200");
    table
        .add("application_exponent", estate.application_exponent, {0.0, 2.0}, "e in applications ~ seats^e.",
             assumed)
        .between("0.3", "0.7");
    table
        .add("own_server_application_share", estate.own_server_application_share,
             {0.0 * percent, 100.0 * percent}, "Applications on own servers.", survey)
        .between("70 %", "90 %");
    table
        .add("critical_application_share", estate.critical_application_share,
             {0.0 * percent, 100.0 * percent}, "Applications that must survive crises.", survey)
        .between("10 %", "30 %");
    table
        .add("provider_share", estate.provider_share, {0.0 * percent, 100.0 * percent},
             "Servers run by a provider today, of every kind of body; default: provider_share_by_kind.",
             no_default)
        .between("20 %", "40 %");
    table.add_group("provider_share_by_kind", estate.provider_share_by_kind,
                    "Servers run by a provider today, by kind of body.");
    table.add_group("seats_per_thousand", estate.seats_per_thousand, "IT workplaces per 1,000 people.");
    table.add_group("server_sizes", estate.server_sizes,
                    "Factors on the sizes of all workload classes of the catalog together.");
    table.add_group("growth", estate.growth, "Yearly growth since the base year.");
    table.add_group(
        "procedures", estate.procedures,
        "Procedures (Fachverfahren): what merges when clients share a center, and what is critical.");
    table.add_group("terminals", estate.terminals, "People who work on terminal servers.");
    return table.take();
}

FieldList describe(Procedures& procedures) {
    FieldTable table;
    table.add("basis", procedures.basis, {},
              "List of procedures that decides what merges: none (moves.multi_tenant_saving alone); survey "
              "= the kinds of catalog procedures, as many as applications; file = the list named.",
              {"A", "none: no published figure tells what merging saved"});
    table.add("file", procedures.file, file_name,
              "CSV of procedures: procedure,kind,servers, and if wanted who, critical, run_by, "
              "licence, provider_fee.",
              no_default);
    table
        .add("fixed_share", procedures.fixed_share, {0.0 * percent, 100.0 * percent},
             "Part of a procedure's servers that one instance needs whatever its seats; default: that of the "
             "size "
             "law, base / (base + per_seat x seats).",
             {"A", "as of all servers of a body (servers_by_seats)"})
        .between("0 %", "60 %");
    return table.take();
}

FieldList describe(Terminals& terminals) {
    FieldTable table;
    table
        .add(
            "via_terminal_share", terminals.via_terminal_share, {0.0 * percent, 100.0 * percent},
            "Seats that work on terminal servers: what their sessions ask of services in the same site stays "
            "inside it.",
            {"C",
             "the seats that class terminal of the catalog is sized for; Kreis Stormarn 2010: 40 % thin "
             "clients "
             "(real_bodies F126)"})
        .between("10 %", "50 %");
    table.add("class", terminals.workload, name_of_thing, "Workload class of the terminal servers.", assumed);
    table.add_list("services", terminals.services, name_of_thing, 0,
                   "Workload classes whose traffic of terminal users stays inside.", assumed);
    return table.take();
}

FieldList describe(ServersBySeats& servers) {
    FieldTable table;
    constexpr double most = 10'000.0;
    table
        .add("district_base", servers.district_base, {0.0, most},
             "Servers of a district whatever its size (0-40).",
             {"A", "as of a city: the same central services"})
        .between("0", "40");
    table.add("district_per_seat", servers.district_per_seat, {0.0, 10.0},
              "Servers of a district per seat; default: what gives the 294 districts servers_per_district in "
              "the mean (0.16).",
              no_default);
    table
        .add("city_base", servers.city_base, {0.0, most},
             "Servers of a district-free city whatever its size (0-40).", city_fit)
        .between("0", "40");
    table
        .add("city_per_seat", servers.city_per_seat, {0.0, 10.0},
             "Servers of a district-free city per seat (0.07-0.21).", city_fit)
        .between("0.1", "0.21");
    table
        .add("municipality_base", servers.municipality_base, {0.0, most},
             "Servers of a municipality whatever its size, own ones and those at a provider (1.5-4).",
             {"S", "Hergatz 2021: one server in its own room, more at a provider (real_bodies F012)"})
        .between("1.5", "4");
    table
        .add("municipality_per_seat", servers.municipality_per_seat, {0.0, 10.0},
             "Servers of a municipality per seat, own ones and those at a provider (0.17-0.26).",
             {"C",
              "fit to the own rooms of eight municipalities 2010-2021, two fifths of their servers where a "
              "provider has the rest (real_bodies F012, F029, F110, F123, F130, F145, "
              "F153, F159; models/estate/README.md)"})
        .between("0.17", "0.26");
    return table.take();
}

FieldList describe(ProviderShares& shares) {
    FieldTable table;
    const Fraction none = 0.0 * percent;
    const Fraction all = 100.0 * percent;
    table.add("district", shares.district, {none, all}, "Districts.", survey).between("20 %", "40 %");
    table
        .add("city", shares.city, {none, all}, "District-free cities (0-90 %).",
             {"A", "as districts; own centers and providers both common"})
        .between("10 %", "60 %");
    table
        .add(
            "municipality", shares.municipality, {none, all}, "Municipalities inside districts (45-75 %).",
            {"C",
             "two providers of two districts and their towns: 0.10 servers per PC (real_bodies F073, 61 % "
             "of the towns' servers) and 700 servers (F034, 58 %), with the survey's 30 % of the districts'"})
        .between("45 %", "75 %");
    return table.take();
}

FieldList describe(SeatsPerThousand& seats) {
    FieldTable table;
    table.add("district", seats.district, {0.1, 100.0}, "District administrations.", seats_source)
        .between("3.5", "6");
    table
        .add("municipality", seats.municipality, {0.1, 100.0}, "Municipalities inside districts.",
             seats_source)
        .between("3", "7");
    table.add("city", seats.city, {0.1, 100.0}, "District-free cities.", seats_source).between("6", "12");
    return table.take();
}

FieldList describe(ServerSizes& sizes) {
    FieldTable table;
    constexpr Origin classes{
        "M-l",
        "1 = the catalog's classes, known by sizes usual in practice; Arnsberg 2020: 50 TB of 1,000 users "
        "(real_bodies F146), 61 TB by the catalog"};
    const Between<double> limits{0.05, 20.0};
    table.add("ram", sizes.memory, limits, "Memory of servers, physical ones too.", classes)
        .between("0.7", "1.5");
    table.add("data", sizes.storage, limits, "Stored data, of servers and per seat.", classes)
        .between("0.65", "1.5");
    table.add("cpu_use", sizes.cpu_use, limits, "Use of the CPUs, at most all of them.", classes)
        .between("0.65", "1.5");
    return table.take();
}

FieldList describe(GrowthRates& growth) {
    FieldTable table;
    const Rate least = -50.0 * percent_per_year;
    const Rate most = 100.0 * percent_per_year;
    table.add("vms", growth.vms, {least, most}, "Number of VMs (range 2-8 %/a).", growth_m_m)
        .between("2 %/a", "8 %/a");
    table.add("compute", growth.compute, {least, most}, "All vCPUs together (range 3-9 %/a).", assumed)
        .between("3 %/a", "9 %/a");
    table.add("memory", growth.memory, {least, most}, "All RAM together.", growth_m_m)
        .between("4 %/a", "12 %/a");
    table
        .add("memory_per_vm", growth.memory_per_vm, {least, most},
             "RAM per VM, in place of memory: all RAM together then grows by (1 + memory_per_vm) (1 + vms) - "
             "1; "
             "default: what memory and vms leave (1.9 %/a).",
             {"C", "(1 + 7 %) / (1 + 5 %) - 1, from memory and vms"})
        .fixed("where it is stated: a choice of whoever plans");
    table.add("storage", growth.storage, {least, most}, "Stored data (range 12-30 %/a).", growth_m_m)
        .between("12 %/a", "30 %/a");
    table
        .add("traffic", growth.traffic, {least, most},
             "WAN traffic per seat, of all classes alike; default: each class its own (voice and screen 1.5 "
             "%/a, range 0-3; the others 12.5 %/a, range 8-15). Until 2026 it was 25 %/a for all.",
             {"A", "each class as in the catalog, workloads: traffic_growth"})
        .fixed("where it is stated: a choice of whoever plans");
    table.add("seats", growth.seats, {least, most}, "IT workplaces (range 1-2 %/a).", seats_source)
        .between("0 %/a", "2 %/a");
    return table.take();
}

FieldList describe(Workload& workload) {
    FieldTable table;
    const Fraction none = 0.0 * percent;
    const Fraction all = 100.0 * percent;
    table.add(
        "server_share", workload.server_share, {none, all},
        "Share of an administration's VMs; those of the others shrink in proportion. Class ai (language "
        "models "
        "and documents on GPUs) has none unless stated here: 2 % of 200 VMs are 4 VMs with a GPU each. Who "
        "knows the GPU servers states their VMs as rows of class ai in an inventory.",
        no_default);
    table.add("vcpu", workload.vcpu, {1, 512}, "vCPUs per VM.", no_default);
    table.add("ram", workload.ram, {0.1 * gigabyte, 24.0 * terabyte}, "RAM per VM.", no_default);
    table.add("storage", workload.storage, {0.0 * gigabyte, 1000.0 * terabyte}, "Storage per VM.",
              no_default);
    table.add("storage_per_seat", workload.storage_per_seat, {0.0 * gigabyte, 10.0 * terabyte},
              "Storage in addition, per seat.", no_default);
    table.add("cpu_at_peak", workload.cpu_at_peak, {none, all}, "Use of the vCPUs at the profile's peak.",
              no_default);
    table.add("cpu_floor", workload.cpu_floor, {none, all}, "Use of the vCPUs at all times.", no_default);
    table.add("keep_local", workload.keep_local, {}, "Must stay in the administration's own room.",
              no_default);
    table.add("containerisable_share", workload.containerisable_share, {none, all},
              "Share that can run in containers.", no_default);
    table.add("traffic", workload.traffic, {0.0 * kilobit_per_second, 10.0 * gigabit_per_second},
              "Mean traffic per active user.", no_default);
    table.add("traffic_growth", workload.traffic_growth, {-50.0 * percent_per_year, 100.0 * percent_per_year},
              "Growth of the traffic per seat.", no_default);
    table.add("rtt_limit", workload.rtt_limit, {0.1 * milliseconds, 10.0 * seconds},
              "Round trip above which work suffers.", no_default);
    table.add("gpus", workload.gpus, {0.0, 64.0},
              "GPUs per VM, or a share of one. Such VMs run on hosts with GPUs of their own (catalog figures "
              "gpus.host, power.gpu.full, cost.gpu), whose number follows from the GPUs; the class's use of "
              "the CPUs is that of the GPUs too.",
              no_default);
    table.add("outside_from", workload.outside_from, {1990, 2100},
              "First year in which an outside service does this class's work for everybody: its servers are "
              "given up, its traffic still crosses each administration's access (that of terminal sessions "
              "the line "
              "of their center), its people's waiting and its outages are the service's.",
              no_default);
    table.add("outside_fee", workload.outside_fee, {0.0 * euro_per_year, 1e5 * euro_per_year},
              "What that service charges for a workplace and year, without tax.", no_default);
    return table.take();
}

}  // namespace verbund::study

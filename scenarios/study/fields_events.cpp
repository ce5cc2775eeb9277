#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/continuity/failure_kind.hpp"
#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "default of verbund"};
constexpr Origin practice{"M-m", "data center practice (general knowledge)"};
constexpr Origin device_practice{"M-m", "data transfer devices of vendors (general knowledge)"};
constexpr Origin backup_practice{
    "M-h", "backup window 20:00-06:00, changed blocks 3 % of data per day, reduction 3:1"};
const Fraction none = 0.0 * percent;
const Fraction all = 100.0 * percent;
const Duration no_time = 0.0 * seconds;
const Duration a_day = 24.0 * hours;
const Duration a_moment = 1.0 * minutes;

/// What to write in place of a text that names no thing that can fail.
std::string remedy_of_failing_thing(const std::string& text) {
    const std::vector<std::string> kinds = continuity::failure_words();
    const std::size_t colon = text.find(':');
    const std::string near = nearest_word(text.substr(0, colon), kinds);
    if (near.empty()) return fmt::format("Begin with one of: {}, and a colon.", fmt::join(kinds, ", "));
    const bool has_name = colon != std::string::npos && colon + 1 < text.size();
    if (!has_name) return fmt::format("Write \"{}:...\" with the name of what fails.", near);
    if (text.starts_with(near + ":")) return "Check the spelling of the name.";
    return fmt::format("Did you mean \"{}{}\"?", near, text.substr(colon));
}

/// Built once: fields keep views of it.
TextRule failing_thing() {
    static const std::string pattern = continuity::target_pattern();
    static const std::string what = "a thing that fails, e.g. " + continuity::target_examples();
    return {pattern, what, remedy_of_failing_thing};
}

}  // namespace

FieldList describe(Events& events) {
    FieldTable table;
    table
        .add_list("years", events.years, {1990, 2100}, 0, "Years that are played; default: the milestones.",
                  assumed)
        .fixed("a choice of whoever plans");
    table.add(
        "hosts", events.hosts, {},
        "Hosts on typical days: the hosts of a cluster as one pool of cores, or each by itself, a request "
        "to a host drawn by lot.",
        assumed);
    table.add_group("latency", events.latency, "Typical days, and how accurately latency is found.");
    table.add_group("speeds", events.speeds, "Storage and network inside the sites.");
    table.add_group("night", events.night, "Backup window and replication.");
    table.add_group("migration", events.migration, "How estates are copied when they move.");
    table.add_group("recovery", events.recovery, "How long the steps of a recovery take.");
    return table.take();
}

FieldList describe(LatencySampling& sampling) {
    FieldTable table;
    table.add_list("days", sampling.days, {}, 1,
                   "Days that are played; each stands for its days of the year.", assumed);
    table.add_list("workloads", sampling.workloads, name_of_thing, 0,
                   "Workload classes whose response times are sampled; default: all that people wait for.",
                   assumed);
    table
        .add("precision", sampling.precision, {1.0 * percent, all},
             "Half width of the 95 % interval of the p95 latency at which sampling stops.", assumed)
        .fixed("how accurately it is simulated");
    table
        .add("precision_floor", sampling.precision_floor, {no_time, 1.0 * seconds},
             "Half width that is always good enough.", assumed)
        .fixed("how accurately it is simulated");
    table
        .add("fewest_samples", sampling.fewest_samples, {20, 100'000},
             "Transactions sampled per administration, kind and year at least, shared by the days by their "
             "part in "
             "the year; in a small study per day (an interval of a p95 needs 59).",
             {"C", "0.95^59 < 5 %"})
        .fixed("how accurately it is simulated");
    table.add("most_samples", sampling.most_samples, {20, 1'000'000}, "The same at most.", assumed)
        .fixed("how accurately it is simulated");
    table
        .add("administrations", sampling.administrations, {1, 100'000},
             "Up to this number all administrations are played in detail; of more, all districts and "
             "cities, and this "
             "many municipalities, drawn by the seed, for the others.",
             assumed)
        .fixed("how accurately it is simulated");
    table.add("month_end_profile", sampling.month_end_profile, name_of_thing,
              "Profile of the classes that are busier at the end of a month.", assumed);
    table
        .add("month_end_factor", sampling.month_end_factor, {1.0, 100.0},
             "Procedures and mail at the end of a month against an ordinary workday.", assumed)
        .between("1.2", "2.5");
    table
        .add("month_ends_per_year", sampling.month_ends_per_year, {0.0, 100.0},
             "Workdays of a year that are like the end of a month (12-24).", {"C", "one a month"})
        .between("12", "24");
    table.add("election_profile", sampling.election_profile, name_of_thing,
              "Profile of the classes that are busier on an election night.", assumed);
    table
        .add("election_portal_factor", sampling.election_portal_factor, {1.0, 1000.0},
             "Citizen portal on an election night (18-24 h) against an ordinary Sunday.", assumed)
        .between("5", "50");
    table
        .add("elections_per_year", sampling.elections_per_year, {0.0, 20.0},
             "Election nights of a year (0-2).", assumed)
        .between("0", "2");
    table
        .add("upstream_share", sampling.upstream_share, {none, all},
             "Share of the users' traffic that they send.", assumed)
        .between("10 %", "30 %");
    return table.take();
}

FieldList describe(SiteSpeeds& s) {
    FieldTable table;
    table
        .add("storage_rate", s.storage_rate, {0.1 * gigabit_per_second, 10'000.0 * gigabit_per_second},
             "Throughput of one storage array.", practice)
        .between("10 Gbit/s", "100 Gbit/s");
    table
        .add("array_size", s.array_size, {1.0 * terabyte, 1e6 * terabyte},
             "A site has one more array for each multiple of this.", assumed)
        .between("100 TB", "500 TB");
    table
        .add("lan", s.lan, {0.1 * gigabit_per_second, 1'000.0 * gigabit_per_second},
             "Network connection of one host.", practice)
        .between("10 Gbit/s", "50 Gbit/s");
    return table.take();
}

FieldList describe(Night& n) {
    FieldTable table;
    table
        .add("starts", n.starts, {no_time, a_day}, "Beginning of the backup window, after midnight.",
             backup_practice)
        .fixed("a choice of whoever plans");
    table.add("lasts", n.lasts, {a_moment, a_day}, "Length of the backup window.", backup_practice)
        .fixed("a choice of whoever plans");
    table
        .add("image_factor", n.image_factor, {1.0, 100.0},
             "Changed blocks that a backup reads / changed data.", backup_practice)
        .between("1.2", "2.5");
    table
        .add("reduction", n.reduction, {1.0, 100.0},
             "Deduplication and compression before a backup leaves its site.", backup_practice)
        .between("2", "6");
    table
        .add("proxy_rate", n.proxy_rate, {1.0 * megabit_per_second, 1'000.0 * gigabit_per_second},
             "Rate of one backup stream (200-500 MB/s).", {"A", "backup proxies: 200-500 MB/s"})
        .between("1.6 Gbit/s", "4 Gbit/s");
    table.add("proxies", n.proxies, {1, 1'000}, "Backup streams of one storage array at a time.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("replication_interval", n.replication_interval, {1.0 * seconds, a_day},
             "Time between two asynchronous transfers.", practice)
        .fixed("a choice of whoever plans");
    table
        .add("remote_write", n.remote_write, {no_time, 1.0 * seconds},
             "Write at the far storage, added to each write with the round trip in synchronous mode.",
             practice)
        .between("0.2 ms", "2 ms");
    return table.take();
}

FieldList describe(Migration& m) {
    FieldTable table;
    table
        .add("starts", m.starts, {no_time, a_day}, "Beginning of the nightly window, after midnight.",
             assumed)
        .fixed("a choice of whoever plans");
    table.add("lasts", m.lasts, {a_moment, a_day}, "Length of the nightly window.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("link_share", m.link_share, {1.0 * percent, all},
             "Share of the narrowest link that a copy may use.", assumed)
        .fixed("a choice of whoever plans");
    table.add("parallel", m.parallel, {1, 10'000}, "Administrations copied at a time to one center.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("cutover_limit", m.cutover_limit, {a_moment, 30.0 * days},
             "Longest last copy, sent while the services stand still.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("cutover_fixed", m.cutover_fixed, {no_time, 30.0 * days}, "Start and tests after the last copy.",
             assumed)
        .between("1 h", "8 h");
    table.add("first_copy", m.first_copy, {},
              "How the first copy travels: over the network in the nightly windows, or on disks by courier; "
              "what changes meanwhile follows over the network.",
              assumed);
    table
        .add("disk_capacity", m.disk_capacity, {1.0 * terabyte, 10'000.0 * terabyte},
             "Data on one device that is shipped (80-210 TB).", device_practice)
        .between("80 TB", "210 TB");
    table
        .add("disk_rate", m.disk_rate, {0.1 * gigabit_per_second, 1'000.0 * gigabit_per_second},
             "Rate at which one device is filled and read (200-500 MB/s).", device_practice)
        .between("1.6 Gbit/s", "4 Gbit/s");
    table
        .add("disk_transport", m.disk_transport, {no_time, 90.0 * days},
             "Transport of a device from door to door.", {"A", "courier within Germany, handling included"})
        .between("1 d", "5 d");
    table
        .add("disk_devices", m.disk_devices, {1, 10'000}, "Devices in use for one center at a time.", assumed)
        .fixed("a choice of whoever plans");
    table.add("probe", m.probe, name_of_thing,
              "Transaction whose response times tell what others notice of the copies.", assumed);
    return table.take();
}

FieldList describe(Recovery& r) {
    FieldTable table;
    const Duration month = 30.0 * days;
    table.add("detection", r.detection, {no_time, a_day}, "Until a failure is noticed.", assumed)
        .between("1 min", "15 min");
    table.add("automatic", r.automatic, {}, "Failover is decided by software, not by people.", assumed);
    table.add("decision_automatic", r.decision_automatic, {no_time, month}, "Decision by software.", assumed)
        .between("10 s", "5 min");
    table
        .add("decision_staffed", r.decision_staffed, {no_time, month}, "Decision while staff is there.",
             assumed)
        .between("10 min", "2 h");
    table
        .add("decision_on_call", r.decision_on_call, {no_time, month}, "Decision at any other time.", assumed)
        .between("30 min", "4 h");
    table.add("staff_from", r.staff_from, {no_time, a_day}, "Staff is there on workdays from.", assumed)
        .fixed("a choice of whoever plans");
    table.add("staff_until", r.staff_until, {no_time, a_day}, "Staff is there on workdays until.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add(
            "rerouting", r.rerouting, {no_time, a_day},
            "Until traffic takes the second path: 50 ms where the carrier protects the line (MPLS fast "
            "reroute, ring protection), 3 min where routers wait for a BGP neighbour's hold time.",
            {"M-m", "protection switching within 50 ms; hold time of 180 s, a common default of BGP routers"})
        .between("50 ms", "3 min");
    table
        .add("storage_promotion", r.storage_promotion, {no_time, month},
             "Until the copies at the backup site can be written.", practice)
        .between("1 min", "30 min");
    table
        .add("cold_start", r.cold_start, {no_time, a_day}, "Until a host that stood switched off runs.",
             practice)
        .between("3 min", "15 min");
    table.add_list("logon", r.logon, name_of_thing, 0,
                   "Workload classes that log people on: of equal criticality they come first, and the other "
                   "procedures wait for them.",
                   assumed);
    table
        .add("boot_read", r.boot_read, {0.0 * gigabyte, 10.0 * terabyte}, "Read from storage to start a VM.",
             assumed)
        .between("0.5 GB", "4 GB");
    table
        .add("boot_core_seconds", r.boot_core_seconds, {0.0, 1e6}, "CPU to start a VM, on a core of 2018.",
             assumed)
        .between("20", "120");
    table
        .add("application_start", r.application_start, {no_time, a_day},
             "Start of a procedure on running VMs.", assumed)
        .between("1 min", "30 min");
    table.add("boots_per_host", r.boots_per_host, {1, 10'000}, "VMs that a host starts at a time.", practice)
        .between("4", "20");
    table
        .add("restore_rate", r.restore_rate, {1.0 * megabit_per_second, 1'000.0 * gigabit_per_second},
             "Restore from backup, one stream (200-500 MB/s).", {"A", "restore 200-500 MB/s per proxy"})
        .between("1.6 Gbit/s", "4 Gbit/s");
    table
        .add("restore_preparation", r.restore_preparation, {no_time, month},
             "Before data flow back from backup (orchestration 1-4 h).", {"A", "1-4 h of orchestration"})
        .between("1 h", "4 h");
    table
        .add("outside_rate", r.outside_rate, {1.0 * megabit_per_second, 1'000.0 * gigabit_per_second},
             "Rate of a restore from an outside copy that lies at no center, all streams together.",
             {"M-h", "leased 10 Gbit/s between data centers"})
        .between("1 Gbit/s", "20 Gbit/s");
    table
        .add("ups_autonomy", r.ups_autonomy, {no_time, month},
             "Battery time at full load of every site that states none; default: 10 min beside a generator "
             "of its own (10-15), 20 min without (10-60).",
             {"S", "Landkreis Oder-Spree 2009: UPS 20 min, no generator; 10-15 min beside one: M-h"})
        .between("5 min", "30 min");
    table
        .add("genset_start", r.genset_start, {no_time, a_day}, "Until the generator carries the load.",
             practice)
        .between("10 s", "60 s");
    table
        .add("mobile_genset", r.mobile_genset, {no_time, month},
             "Until a mobile generator is at a feed-in point and carries the load (2-12 h).", assumed)
        .between("2 h", "12 h");
    table
        .add("genset_failure", r.genset_failure, {none, all},
             "A generator does not start, per demand; default: demand.genset of the catalog by "
             "availability.genset_care.",
             {"M-m", "figures demand.genset.well and demand.genset.poorly: Marqusee, Jenket 2020"})
        .fixed("figures demand.genset of the catalog carry the bounds");
    table
        .add("genset_from_class", r.genset_from_class, {1, 5},
             "Availability class from which a site that states nothing has a generator; 5 = none has; "
             "default: providers' and shared centers from 2, server rooms from 3.",
             {"S",
              "BSI IT-Grundschutz INF.2.A14: a data center should have emergency power or a feed-in "
              "point; server rooms: A"})
        .fixed("a choice of whoever plans");
    table
        .add("genset_fuel", r.genset_fuel, {no_time, 1'000.0 * hours}, "Fuel at full load (18-72 h).",
             practice)
        .between("18 h", "96 h");
    table
        .add("thermal_limit", r.thermal_limit, {no_time, a_day},
             "Time without cooling until hosts shut down (5-15 K in 5-10 min).",
             {"M-m", "5-15 K in 5-10 min at 5-10 kW per rack"})
        .between("5 min", "30 min");
    table
        .add("host_repair", r.host_repair, {no_time, month}, "Repair of a host, rack or room's equipment.",
             {"M-h", "repair of a server 4-24 h"})
        .between("4 h", "24 h");
    table
        .add("utility_return", r.utility_return, {no_time, month},
             "Power or cooling comes back after this where a drill states no duration.", assumed)
        .between("1 h", "24 h");
    return table.take();
}

FieldList describe(Drill& d) {
    FieldTable table;
    table
        .add_list("fail", d.fail, failing_thing(), 1, "What fails; several things fail together.", no_default)
        .required = true;
    table.add("at", d.at, {no_time, 23.999 * hours}, "When, after midnight.", assumed)
        .fixed("a choice of whoever plans");
    table.add("for", d.lasts, {a_moment, 365.0 * days},
              "An outage: how long the cause lasts; things stay whole.", no_default);
    table.add("destroyed", d.destroyed, {},
              "What fails is destroyed, and what is stored there lost; a center without \"for\" is.",
              assumed);
    table.add("replaced_after", d.replaced_after, {a_moment, 1'000.0 * days},
              "Destroyed: until new hardware stands, onto which data are restored; default: never.",
              no_default);
    table.add("takeover", d.takeover, {},
              "Whether a backup site succeeds in taking over: drawn with the probability of the availability "
              "engine, or as stated.",
              assumed);
    table.add("year", d.year, {1990, 2100},
              "Year; default: the first milestone in which all moves are done, else the last.", no_default);
    table.add_list("variants", d.variants, name_of_thing, 0, "Variants; default: all.", no_default);
    table.add("day", d.day, {}, "Kind of day.", assumed);
    return table.take();
}

}  // namespace verbund::study

#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"

namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "default of verbund"};

}  // namespace

FieldList describe(Availability& a) {
    FieldTable table;
    const Fraction none = 0.0 * percent;
    const Fraction all = 100.0 * percent;
    table
        .add_list("years", a.years, {1990, 2100}, 0,
                  "Years of the horizon whose failures are simulated; default: the milestones.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("simulated_years", a.simulated_years, {100, 10'000'000},
             "How often each of them is simulated; four times as many halve the interval.", assumed)
        .fixed("how accurately it is simulated");
    table
        .add("administrations", a.administrations, {1, 100'000},
             "Up to this number all administrations are simulated; of more, all districts and cities, and "
             "this "
             "many municipalities, drawn by the seed, for the others (the interval then holds that too).",
             assumed)
        .fixed("how accurately it is simulated");
    table.add("failover_tested", a.failover_tested, {}, "Failover is tested at least once a year.", assumed);
    table
        .add("success_tested", a.success_tested, {none, all}, "A failover succeeds, if it is tested.",
             {"A", "planning figure"})
        .between("90 %", "99 %");
    table
        .add("success_untested", a.success_untested, {none, all}, "A failover succeeds, if it is not tested.",
             {"A", "planning figure"})
        .between("50 %", "85 %");
    table.add("offline_copy", a.offline_copy, {},
              "Backups that an attacker cannot reach: after ransomware the rebuild starts from them.",
              {"A", "rule 3-2-1 of backups"});
    table.add("second_access", a.second_access, {},
              "Administrations have a second access line on another route; in a drawn network what is drawn "
              "counts.",
              assumed);
    table.add("genset_care", a.genset_care, {}, "How generators are maintained.", assumed);
    table
        .add("largest_cluster", a.largest_cluster, {1, 1000},
             "Hosts of a cluster; more at one site form several clusters (8-32).",
             {"M-m", "common practice: 8 to 32 hosts"})
        .between("8", "32");
    table
        .add("restart", a.restart, {0.0 * hours, 30.0 * days},
             "Start of the services after their room lost power or cooling.", assumed)
        .between("30 min", "6 h");
    return table.take();
}

}  // namespace verbund::study

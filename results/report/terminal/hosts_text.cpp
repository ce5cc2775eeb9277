#include "results/report/terminal/hosts_text.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/report/numbers.hpp"
#include "results/report/terminal/name_list.hpp"
#include "results/report/terminal/text_table.hpp"

namespace verbund::report {
namespace {

constexpr double mib_per_gib = 1024.0;

std::string sums(const outcome::ImportedFleet& fleet, const Style& style) {
    double hosts = 0.0;
    double cores = 0.0;
    double ram_mib = 0.0;
    for (const outcome::ImportedHosts& group : fleet.groups) {
        const auto count = static_cast<double>(group.hosts);
        hosts += count;
        cores += count * group.cores;
        ram_mib += count * group.ram_mib;
    }
    return say(style.language, "{} Hosts, {} Kerne, {} GiB Arbeitsspeicher\n",
               "{} hosts, {} cores, {} GiB of memory\n", fixed_number(hosts, 0, style),
               fixed_number(cores, 0, style), short_number(ram_mib / mib_per_gib, style));
}

}  // namespace

std::string hosts_text(const outcome::ImportedFleet& fleet, const Style& style) {
    const std::vector<ColumnNames> names{{{"Cluster"}, {"Cluster"}, Align::left},
                                         {{"Hosts"}},
                                         {{"Kerne"}, {"Cores"}},
                                         {{"MHz"}},
                                         {{"Speicher", "GiB"}, {"Memory", "GiB"}},
                                         {{"gekauft", "etwa"}, {"bought", "about"}},
                                         {{"Prozessor"}, {"Processor"}, Align::left}};
    TextTable table{columns_in(style.language, names)};
    for (const outcome::ImportedHosts& group : fleet.groups)
        table.add_row({group.cluster, fixed_number(static_cast<double>(group.hosts), 0, style),
                       fixed_number(group.cores, 0, style), fixed_number(group.core_mhz, 0, style),
                       short_number(group.ram_mib / mib_per_gib, style),
                       group.bought > 0 ? fmt::format("{}", group.bought) : "?", group.processor});
    std::string text = table.render(style) + sums(fleet, style);
    if (!fleet.unknown.empty())
        text += say(style.language, "Kaufjahr nicht bekannt (keine Regel kennt den Prozessor): {}\n",
                    "Purchase year not known (no rule knows the processor): {}\n",
                    name_list(fleet.unknown, style));
    return text;
}

std::string installed_text(const outcome::ImportedFleet& fleet) {
    return fmt::format("installed: [{}]", fmt::join(fleet.installed, ", "));
}

}  // namespace verbund::report

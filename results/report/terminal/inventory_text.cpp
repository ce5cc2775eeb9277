#include "results/report/terminal/inventory_text.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/name_list.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::CountedVms;
using outcome::ImportedInventory;

class InventoryTeller {
public:
    InventoryTeller(const ImportedInventory& found, const Style& style) : found_{found}, style_{style} {}

    [[nodiscard]] std::string text() const { return head() + classes() + names(); }

private:
    [[nodiscard]] std::string whole(double count) const { return fixed_number(count, 0, style_); }
    [[nodiscard]] std::string whole(std::uint64_t count) const { return whole(static_cast<double>(count)); }

    [[nodiscard]] std::string sizes(const CountedVms& counted) const {
        return say(style_.language, "{} VMs, {} vCPU, {} GiB Arbeitsspeicher, Platten {} TB belegt von {} TB",
                   "{} VMs, {} vCPU, {} GiB of memory, disks {} TB used of {} TB", whole(counted.vms),
                   whole(counted.vcpus), short_number(counted.ram_gib, style_),
                   short_number(counted.used_tb, style_), short_number(counted.provisioned_tb, style_));
    }

    [[nodiscard]] std::string head() const {
        return line(say(style_.language,
                        "{} Zeilen: {} VMs laufen, {} stehen; {} Vorlagen und {} Platzhalter zählen nicht",
                        "{} rows: {} VMs run, {} stand still; {} templates and {} placeholders do not count",
                        whole(found_.rows), whole(found_.running.vms), whole(found_.stopped.vms),
                        whole(found_.templates), whole(found_.placeholders))) +
               line(say(style_.language, "Last: {}", "Load: {}", sizes(found_.running))) +
               line(say(style_.language, "Nur gespeichert: {}", "Kept, not running: {}",
                        sizes(found_.stopped)));
    }

    [[nodiscard]] std::string classes() const {
        const std::vector<ColumnNames> names{{{"Klasse"}, {"Class"}, Align::left},
                                             {{"VMs"}},
                                             {{"vCPU"}},
                                             {{"Speicher", "GiB"}, {"Memory", "GiB"}},
                                             {{"belegt", "TB"}, {"used", "TB"}}};
        TextTable table{columns_in(style_.language, names)};
        for (const outcome::ImportedClass& row : found_.classes)
            table.add_row({row.workload, whole(row.counted.vms), whole(row.counted.vcpus),
                           short_number(row.counted.ram_gib, style_),
                           short_number(row.counted.used_tb, style_)});
        return '\n' + table.render(style_);
    }

    [[nodiscard]] std::string names() const {
        std::string text;
        if (!found_.unmapped.empty())
            text += '\n' +
                    line(say(
                        style_.language,
                        "Ohne Regel, als specialist gezählt: {} VMs mit {} % der vCPU: {}. Regeln: --classes",
                        "Without a rule, counted as specialist: {} VMs with {} % of the vCPUs: {}. Rules: "
                        "--classes",
                        whole(found_.unmapped.size()),
                        short_number(percent_per_one * found_.unmapped_vcpu_share, style_),
                        name_list(found_.unmapped, style_)));
        if (!found_.repeated.empty())
            text += line(say(style_.language, "Namen mehrerer VMs, jede zählt: {}",
                             "Names of several VMs, each counts: {}", name_list(found_.repeated, style_)));
        return text;
    }

    [[nodiscard]] std::string line(const std::string& text) const {
        constexpr std::size_t indent = 2;
        return wrap(text, static_cast<std::size_t>(style_.width), indent) + '\n';
    }

    const ImportedInventory& found_;
    const Style& style_;
};

}  // namespace

std::string inventory_text(const ImportedInventory& found, const Style& style) {
    return InventoryTeller{found, style}.text();
}

}  // namespace verbund::report

#include "scenarios/read/import/vm_export.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "scenarios/read/import/export_headings.hpp"

namespace verbund::read {
namespace {

constexpr Heading vm_heading{"VM", {"vm", "vmname", "name", "virtuellemaschine"}};
constexpr Heading power_heading{
    "Powerstate", {"powerstate", "betriebszustand", "energiezustand", "stromzustand", "status", "zustand"}};
constexpr Heading template_heading{"Template", {"template", "vorlage"}};
constexpr Heading placeholder_heading{"SRM Placeholder", {"srmplaceholder", "srmplatzhalter", "platzhalter"}};
constexpr Heading cpus_heading{"CPUs", {"cpus", "vcpus", "cpu", "vcpu", "anzahlcpus", "prozessoren"}};
constexpr Heading memory_heading{
    "Memory", {"memory", "memorymb", "memorymib", "arbeitsspeicher", "arbeitsspeichermb", "speicher", "ram"}};
constexpr Heading provisioned_heading{
    "Provisioned MiB",
    {"provisionedmib", "provisionedmb", "bereitgestelltmib", "bereitgestelltmb", "bereitgestelltermb",
     "zugewiesenmb", "zugewiesenmib"}};
constexpr Heading used_heading{
    "In Use MiB",
    {"inusemib", "inusemb", "verwendetmib", "verwendetmb", "belegtmib", "belegtmb", "genutztmb"}};

class ExportReader {
public:
    ExportReader(const CsvTable& table, Diagnostics& mistakes)
        : table_{table},
          mistakes_{mistakes},
          columns_{table, mistakes, "Export the sheet vInfo with all its columns."} {}

    std::vector<ExportedVm> read() {
        find_columns();
        if (!mistakes_.empty()) return {};
        std::vector<ExportedVm> vms;
        for (const CsvRecord& record : table_.records) vms.push_back(vm(record));
        if (vms.empty())
            mistakes_.add({{table_.file, 1, 0}, "", "the list has no VMs", "Export it again."});
        else if (mistakes_.empty() && std::none_of(vms.begin(), vms.end(), [](const ExportedVm& vm) {
                     return vm.state == VmState::running;
                 }))
            mistakes_.add({{table_.file, 1, 0}, "", "no VM of the list runs", "Export it while they run."});
        return vms;
    }

private:
    using Column = ExportColumns::Column;

    void find_columns() {
        name_ = columns_.need(vm_heading);
        power_ = columns_.need(power_heading);
        cpus_ = columns_.need(cpus_heading);
        memory_ = columns_.need(memory_heading);
        provisioned_ = columns_.need(provisioned_heading);
        used_ = columns_.find(used_heading);
        template_ = columns_.find(template_heading);
        placeholder_ = columns_.find(placeholder_heading);
        if (!used_)
            mistakes_.note({{table_.file, 1, 0},
                            std::string{used_heading.shown},
                            "column is missing: all that is provisioned counts as used",
                            ""});
    }

    bool says_yes(const CsvRecord& record, Column column, const Heading& heading) {
        if (!column) return false;
        const std::string word = plain_word(record.cells[*column]);
        constexpr std::array<std::string_view, 6> yes{"true", "wahr", "1", "ja", "yes", "vrai"};
        constexpr std::array<std::string_view, 7> no{"", "false", "falsch", "0", "nein", "no", "faux"};
        if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
        if (std::find(no.begin(), no.end(), word) == no.end())
            columns_.mistake(record, heading, fmt::format("\"{}\" is not known", record.cells[*column]),
                             "Write True or False.");
        return false;
    }

    bool runs(const CsvRecord& record) {
        const std::string word = plain_word(record.cells[*power_]);
        constexpr std::array<std::string_view, 4> on{"poweredon", "eingeschaltet", "on", "running"};
        constexpr std::array<std::string_view, 7> off{"poweredoff", "ausgeschaltet", "off",         "stopped",
                                                      "suspended",  "angehalten",    "unterbrochen"};
        if (std::find(on.begin(), on.end(), word) != on.end()) return true;
        if (std::find(off.begin(), off.end(), word) == off.end())
            columns_.mistake(record, power_heading, fmt::format("\"{}\" is not known", record.cells[*power_]),
                             "Write poweredOn, poweredOff or suspended.");
        return false;
    }

    ExportedVm vm(const CsvRecord& record) {
        ExportedVm vm;
        vm.name = record.cells[*name_];
        vm.line = record.line;
        const bool running = runs(record);
        vm.state = says_yes(record, template_, template_heading)         ? VmState::model
                   : says_yes(record, placeholder_, placeholder_heading) ? VmState::placeholder
                   : running                                             ? VmState::running
                                                                         : VmState::stopped;
        vm.vcpus = columns_.whole(record, cpus_, cpus_heading);
        vm.ram_mib = columns_.whole(record, memory_, memory_heading);
        vm.provisioned_mib = columns_.whole(record, provisioned_, provisioned_heading);
        vm.used_mib = used_ ? columns_.whole(record, used_, used_heading) : vm.provisioned_mib;
        if (vm.state == VmState::running && (vm.vcpus < 1.0 || vm.ram_mib < 1.0))
            columns_.mistake(record, vm.vcpus < 1.0 ? cpus_heading : memory_heading,
                             "a VM that runs has none of it", "Correct it, or take the row out.");
        return vm;
    }

    const CsvTable& table_;
    Diagnostics& mistakes_;
    ExportColumns columns_;
    Column name_, power_, cpus_, memory_, provisioned_, used_, template_, placeholder_;
};

}  // namespace

std::vector<ExportedVm> read_vm_export(const CsvTable& table, Diagnostics& mistakes) {
    return ExportReader{table, mistakes}.read();
}

}  // namespace verbund::read

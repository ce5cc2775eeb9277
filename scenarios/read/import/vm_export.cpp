#include "scenarios/read/import/vm_export.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/number_text.hpp"

namespace verbund::read {
namespace {

/// What a column is called, letters and digits alone, in lower case; the first is RVTools' own heading.
struct Heading {
    std::string_view shown;
    std::array<std::string_view, 7> called;
};

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

std::string plain(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return letters;
}

/// The value of a whole number, thousands parted or not.
std::optional<double> whole_value(const std::string& text) {
    const WrittenNumber number = number_at_start(text);
    const std::string value = number.ambiguous() ? number.grouped : number.decimal;
    if (number.form == NumberForm::none || number.length != text.size()) return std::nullopt;
    return number_value(value, DecimalSign::point);
}

class ExportReader {
public:
    ExportReader(const CsvTable& table, Diagnostics& mistakes) : table_{table}, mistakes_{mistakes} {
        for (const Diagnostic& assumed : table.notes) mistakes_.note(assumed);
    }

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
    using Column = std::optional<std::size_t>;

    [[nodiscard]] Column column(const Heading& heading) const {
        for (const std::string_view called : heading.called)
            for (std::size_t i = 0; i < table_.header.size(); ++i)
                if (!called.empty() && plain(table_.header[i]) == called) return i;
        return std::nullopt;
    }

    Column needed(const Heading& heading) {
        const Column found = column(heading);
        if (!found)
            mistakes_.add({{table_.file, 1, 0},
                           std::string{heading.shown},
                           fmt::format("column is missing (columns: {})", fmt::join(table_.header, ", ")),
                           "Export the sheet vInfo with all its columns."});
        return found;
    }

    void find_columns() {
        name_ = needed(vm_heading);
        power_ = needed(power_heading);
        cpus_ = needed(cpus_heading);
        memory_ = needed(memory_heading);
        provisioned_ = needed(provisioned_heading);
        used_ = column(used_heading);
        template_ = column(template_heading);
        placeholder_ = column(placeholder_heading);
        if (!used_)
            mistakes_.note({{table_.file, 1, 0},
                            std::string{used_heading.shown},
                            "column is missing: all that is provisioned counts as used",
                            ""});
    }

    void mistake(const CsvRecord& record, const Heading& heading, std::string problem, std::string remedy) {
        mistakes_.add({{table_.file, record.line, 0},
                       std::string{heading.shown},
                       std::move(problem),
                       std::move(remedy)});
    }

    double whole(const CsvRecord& record, Column column, const Heading& heading) {
        const std::string& text = record.cells[*column];
        constexpr double most = 1e12;
        const std::optional<double> value = whole_value(text);
        if (value && *value >= 0.0 && *value <= most) return *value;
        mistake(record, heading, fmt::format("\"{}\" is no number of {}", text, heading.shown),
                "Write digits, thousands parted or not.");
        return 0.0;
    }

    bool says_yes(const CsvRecord& record, Column column, const Heading& heading) {
        if (!column) return false;
        const std::string word = plain(record.cells[*column]);
        constexpr std::array<std::string_view, 6> yes{"true", "wahr", "1", "ja", "yes", "vrai"};
        constexpr std::array<std::string_view, 7> no{"", "false", "falsch", "0", "nein", "no", "faux"};
        if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
        if (std::find(no.begin(), no.end(), word) == no.end())
            mistake(record, heading, fmt::format("\"{}\" is not known", record.cells[*column]),
                    "Write True or False.");
        return false;
    }

    bool runs(const CsvRecord& record) {
        const std::string word = plain(record.cells[*power_]);
        constexpr std::array<std::string_view, 4> on{"poweredon", "eingeschaltet", "on", "running"};
        constexpr std::array<std::string_view, 7> off{"poweredoff", "ausgeschaltet", "off",         "stopped",
                                                      "suspended",  "angehalten",    "unterbrochen"};
        if (std::find(on.begin(), on.end(), word) != on.end()) return true;
        if (std::find(off.begin(), off.end(), word) == off.end())
            mistake(record, power_heading, fmt::format("\"{}\" is not known", record.cells[*power_]),
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
        vm.vcpus = whole(record, cpus_, cpus_heading);
        vm.ram_mib = whole(record, memory_, memory_heading);
        vm.provisioned_mib = whole(record, provisioned_, provisioned_heading);
        vm.used_mib = used_ ? whole(record, used_, used_heading) : vm.provisioned_mib;
        if (vm.state == VmState::running && (vm.vcpus < 1.0 || vm.ram_mib < 1.0))
            mistake(record, vm.vcpus < 1.0 ? cpus_heading : memory_heading, "a VM that runs has none of it",
                    "Correct it, or take the row out.");
        return vm;
    }

    const CsvTable& table_;
    Diagnostics& mistakes_;
    Column name_, power_, cpus_, memory_, provisioned_, used_, template_, placeholder_;
};

}  // namespace

std::vector<ExportedVm> read_vm_export(const CsvTable& table, Diagnostics& mistakes) {
    return ExportReader{table, mistakes}.read();
}

}  // namespace verbund::read

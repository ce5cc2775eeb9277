#include "scenarios/read/import/host_export.hpp"

#include <algorithm>

#include <fnmatch.h>

#include "scenarios/read/import/csv_reader.hpp"
#include "scenarios/read/import/export_headings.hpp"

extern const char verbund_processor_years_begin[];
extern const char verbund_processor_years_end[];

namespace verbund::read {
namespace {

constexpr Heading host_heading{"Host", {"host", "hostname", "name"}};
constexpr Heading cluster_heading{"Cluster", {"cluster"}};
constexpr Heading processor_heading{
    "CPU Model", {"cpumodel", "cpumodell", "prozessormodell", "prozessor", "cputyp", "prozessortyp"}};
constexpr Heading clock_heading{"Speed", {"speed", "speedmhz", "geschwindigkeit", "takt", "taktmhz"}};
constexpr Heading cores_heading{"# Cores", {"cores", "anzahlkerne", "kerne"}};
constexpr Heading memory_heading{
    "# Memory", {"memory", "memorymb", "memorymib", "arbeitsspeicher", "speicher", "arbeitsspeichermb"}};

std::optional<int> launch_of(const std::string& processor, const std::vector<ProcessorYear>& years) {
    const auto rule = std::find_if(years.begin(), years.end(), [&](const ProcessorYear& year) {
        return fnmatch(year.pattern.c_str(), processor.c_str(), 0) == 0;
    });
    if (rule == years.end()) return std::nullopt;
    return rule->launched;
}

}  // namespace

std::string_view shipped_processor_years() {
    return {verbund_processor_years_begin,
            static_cast<std::size_t>(verbund_processor_years_end - verbund_processor_years_begin)};
}

std::vector<ProcessorYear> read_processor_years(const CsvTable& table, Diagnostics& mistakes) {
    constexpr int first = 1990;
    constexpr int last = 2100;
    CsvReader reader{table, mistakes, {.decimals = {}, .other_columns = true}};
    std::vector<ProcessorYear> years;
    while (reader.next()) {
        years.push_back(
            {reader.name("pattern"), reader.integer_within("launched", first, last).value_or(first)});
        if (reader.has("generation")) static_cast<void>(reader.text("generation"));  // for people
    }
    reader.finish();
    return years;
}

std::vector<ExportedHost> read_host_export(const CsvTable& table, const std::vector<ProcessorYear>& years,
                                           Diagnostics& mistakes) {
    Diagnostics own;
    ExportColumns columns{table, own, "Export the sheet vHost with all its columns."};
    const ExportColumns::Column name = columns.need(host_heading);
    const ExportColumns::Column processor = columns.need(processor_heading);
    const ExportColumns::Column clock = columns.need(clock_heading);
    const ExportColumns::Column cores = columns.need(cores_heading);
    const ExportColumns::Column memory = columns.need(memory_heading);
    const ExportColumns::Column cluster = columns.find(cluster_heading);
    std::vector<ExportedHost> hosts;
    if (own.empty() && table.records.empty())
        own.add({{table.file, table.header_line, 0}, "", "the list has no hosts", "Export it again."});
    if (own.empty()) {
        for (const CsvRecord& record : table.records) {
            const std::string& model = record.cells[*processor];
            hosts.push_back({.name = record.cells[*name],
                             .cluster = cluster ? record.cells[*cluster] : "",
                             .processor = model,
                             .cores = columns.whole(record, cores, cores_heading),
                             .core_mhz = columns.whole(record, clock, clock_heading),
                             .ram_mib = columns.whole(record, memory, memory_heading),
                             .launched = launch_of(model, years),
                             .line = record.line});
        }
    }
    for (const Diagnostic& mistake : own.sorted()) mistakes.add(mistake);
    for (const Diagnostic& assumed : own.notes()) mistakes.note(assumed);
    return hosts;
}

}  // namespace verbund::read

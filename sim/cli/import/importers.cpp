#include "sim/cli/import/importers.hpp"

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"

namespace verbund::cli {

std::vector<read::VmClassRule> vm_classes_or_shipped(const std::string& file,
                                                     const catalog::Catalog& catalog) {
    const read::CsvTable table =
        file.empty() ? read::parse_csv(read::shipped_vm_classes(), "scenarios/read/import/vm_classes.csv")
                     : read::load_csv(file);
    Diagnostics mistakes;
    std::vector<read::VmClassRule> rules = read::read_vm_classes(table, catalog, mistakes);
    read::throw_if_any(mistakes);
    return rules;
}

}  // namespace verbund::cli

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/catalog/catalog.hpp"
#include "scenarios/read/import/csv.hpp"

/// Which class of workload a VM is, by its name.
namespace verbund::read {

/// Matches a word of a name (letters that follow one another, whatever their case); "web*" matches words
/// that begin so.
struct VmClassRule {
    std::string pattern;
    std::string workload;
};

/// Columns pattern,workload.  Notes unknown classes, patterns that are no word, and repeated ones.
[[nodiscard]] std::vector<VmClassRule> read_vm_classes(const CsvTable& table, const catalog::Catalog& catalog,
                                                       Diagnostics& mistakes);

/// The built-in table (vm_classes.csv): usual German and English names of servers.  Assumptions.
[[nodiscard]] std::string_view shipped_vm_classes();

/// The class of the first rule that matches a word of the name; nothing when none does.
[[nodiscard]] std::optional<std::string> vm_class_of(std::string_view name,
                                                     const std::vector<VmClassRule>& rules);

}  // namespace verbund::read

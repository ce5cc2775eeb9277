#pragma once

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "scenarios/read/import/vm_classes.hpp"
#include "sim/cli/commands.hpp"

/// The subcommands of `verbund import`, one for each kind of thing.
namespace verbund::cli {

[[nodiscard]] Command add_import_inventory(CLI::App& import);
[[nodiscard]] Command add_import_hosts(CLI::App& import);
[[nodiscard]] Command add_import_racks(CLI::App& import);
[[nodiscard]] Command add_import_usage(CLI::App& import);
[[nodiscard]] Command add_import_sizes(CLI::App& import);
[[nodiscard]] Command add_import_profile(CLI::App& import);
[[nodiscard]] Command add_import_weather(CLI::App& import);
[[nodiscard]] Command add_import_network(CLI::App& import);

/// The rules of a file, or the built-in ones where none is named.  Throws `InvalidInput`.
[[nodiscard]] std::vector<read::VmClassRule> vm_classes_or_shipped(const std::string& file,
                                                                   const catalog::Catalog& catalog);

}  // namespace verbund::cli

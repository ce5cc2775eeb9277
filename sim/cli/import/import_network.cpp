#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "results/report/export/network_json.hpp"
#include "results/report/terminal/network_text.hpp"
#include "scenarios/read/network/network_file.hpp"
#include "scenarios/read/text_file.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"

namespace verbund::cli {
namespace {

struct NetworkArguments {
    OutputOptions output;
    std::string file;
};

int import_network(const NetworkArguments& arguments) {
    const read::NetworkFile network =
        read::read_network_file(read::load_bytes(arguments.file), arguments.file);
    outcome::ImportedNetwork found;
    found.format = network.format;
    found.nodes = network.nodes.size();
    found.links = network.links.size();
    found.decisions = read::decisions(network);
    for (const read::FileNode* node : network.without_place()) found.without_place.push_back(node->id);
    print(arguments.output.json ? report::network_json(found)
                                : report::network_text(found, style_for(arguments.output)));
    if (!arguments.output.quiet)
        tell("Next: in a study, network: {{topology: given, file: {}}}\n", arguments.file);
    return exit_ok;
}

}  // namespace

Command add_import_network(CLI::App& import) {
    const auto given = std::make_shared<NetworkArguments>();
    CLI::App* command = import.add_subcommand("network", "What a graph file of a network holds and lacks");
    command->footer(R"(Examples:
  verbund import network Dfn.gml         nodes and links, and what is assumed where the file says nothing
  verbund import network Dfn.graphml --json
A study takes such a file as it is; administrations and centers without a link of their own hang on its
nearest node.)");
    add_output_options(*command, given->output);
    command->add_option("FILE", given->file, "GraphML or GML")->required();
    return {command, [given] { return import_network(*given); }};
}

}  // namespace verbund::cli

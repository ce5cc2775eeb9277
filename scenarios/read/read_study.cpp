#include "scenarios/read/read_study.hpp"

#include <fmt/format.h>

#include "scenarios/read/overrides.hpp"
#include "scenarios/read/study_assembly.hpp"
#include "scenarios/read/study_source.hpp"
#include "scenarios/read/text_file.hpp"
#include "scenarios/read/variants.hpp"
#include "scenarios/read/yaml_parser.hpp"

namespace verbund::read {
namespace {

study::StudySet read_source(const StudySource& source, const ReadOptions& options) {
    Diagnostics mistakes;
    YamlNode root = parse_yaml(source.text, source.name, mistakes);
    auto overrides = options.overrides;
    if (options.seed) overrides.emplace_back("seed", fmt::format("{}", *options.seed));
    apply_overrides(root, overrides, mistakes);
    const StudyTree tree = take_apart(root, mistakes);
    if (!root.is_map()) throw_if_any(mistakes);  // nothing more can be said
    study::StudySet set = StudyAssembly{source, tree, mistakes}.assemble();
    throw_if_any(mistakes);
    return set;
}

}  // namespace

study::StudySet read_study(const std::filesystem::path& file, const ReadOptions& options) {
    return read_source(open_study(file), options);
}

study::StudySet read_study_text(std::string text, std::string name, const std::filesystem::path& folder,
                                const ReadOptions& options) {
    require_text(text, name);
    return read_source({std::move(name), std::move(text), folder, {}}, options);
}

}  // namespace verbund::read

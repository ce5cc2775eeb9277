#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace verbund::cli {

/// Help that begins with examples: the first paragraph of a command's footer stands at the top, the rest at
/// the end.
class ExamplesFirst : public CLI::Formatter {
public:
    [[nodiscard]] std::string make_help(const CLI::App* app, std::string name,
                                        CLI::AppFormatMode mode) const override;
    [[nodiscard]] std::string make_footer(const CLI::App* app) const override;
};

}  // namespace verbund::cli

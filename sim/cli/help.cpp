#include "sim/cli/help.hpp"

#include <string_view>
#include <utility>

namespace verbund::cli {
namespace {

constexpr std::string_view blank_line = "\n\n";

std::string first_paragraph(const std::string& text) { return text.substr(0, text.find(blank_line)); }

std::string after_first_paragraph(const std::string& text) {
    const std::size_t end = text.find(blank_line);
    return end == std::string::npos ? "" : text.substr(end + blank_line.size());
}

}  // namespace

std::string ExamplesFirst::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
    std::string help = Formatter::make_help(app, std::move(name), mode);
    if (mode == CLI::AppFormatMode::Sub) return help;
    return first_paragraph(app->get_footer()) + "\n\n" + help.substr(0, help.find_last_not_of('\n') + 1) +
           "\n";
}

std::string ExamplesFirst::make_footer(const CLI::App* app) const {
    return after_first_paragraph(app->get_footer()) + "\n";
}

}  // namespace verbund::cli

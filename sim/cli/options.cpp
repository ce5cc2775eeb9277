#include "sim/cli/options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "sim/cli/messages.hpp"

namespace verbund::cli {
namespace {

constexpr int plain_width = 100;

int terminal_width() {
    winsize size{};
    const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? std::clamp<int>(size.ws_col, 80, plain_width) : plain_width;
}

/// Empty if `text` is one; CLI11 by itself would take -1 for the largest number.
std::string whole_number(const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos ? ""
                                                                     : "a whole number from 0 on is needed";
}

bool locale_is_unicode() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string text{value};
        return text.find("UTF-8") != std::string::npos || text.find("utf8") != std::string::npos;
    }
    return true;  // no locale is set at all (containers, cron): modern terminals read UTF-8
}

Diagnostic no_equals_sign(const std::string& assignment) {
    Diagnostic mistake;
    mistake.at.file = "--set";
    mistake.key = assignment;
    mistake.problem = "no \"=\" between path and value";
    mistake.remedy = "Write --set estate.growth.compute='3 %/a'.";
    return mistake;
}

}  // namespace

void add_output_options(CLI::App& command, OutputOptions& options) {
    command.add_flag("--json", options.json, "Print JSON instead of text");
    command.add_flag("--quiet,-q", options.quiet, "No progress and no notes on stderr");
    command.add_flag("--ascii", options.ascii, "ASCII characters only");
    command.add_option("--lang", options.language, "Language of tables and sentences")
        ->check(CLI::IsMember({"de", "en"}))
        ->capture_default_str();
}

void add_study_options(CLI::App& command, StudyOptions& options) {
    command.add_option("STUDY", options.study, "Study file, or the name of a shipped study")->required();
    command
        .add_option(
            "--set", options.set,
            "Override a field of the study: path=value, of one variant variant:path=value (may be repeated)")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    command.add_option("--seed", options.seed, "Seed of the random streams instead of the study's")
        ->check(whole_number);
}

report::Style style_for(const OutputOptions& options) {
    report::Style style;
    style.language = options.language == "en" ? report::Language::english : report::Language::german;
    style.unicode = !options.ascii && locale_is_unicode();
    style.colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    style.width = terminal_width();
    return style;
}

read::ReadOptions read_options(const StudyOptions& options) {
    read::ReadOptions out;
    out.seed = options.seed;
    for (const std::string& assignment : options.set) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0) throw InvalidInput{{no_equals_sign(assignment)}};
        out.overrides.emplace_back(assignment.substr(0, equals), assignment.substr(equals + 1));
    }
    return out;
}

void tell_hints(const std::vector<Diagnostic>& hints) {
    for (const Diagnostic& hint : hints) tell("hint: {}\n", to_string(hint));
}

void print(const std::string& text) {
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) throw RunFailed(fmt::format("cannot write to stdout: {}", std::strerror(errno)));
}

std::filesystem::path results_file_of(const StudyOptions& options, const std::string& suffix) {
    const std::filesystem::path path{options.study};
    const bool shipped_layout = path.stem() == "study" && path.has_parent_path();
    const std::filesystem::path name =
        shipped_layout ? std::filesystem::absolute(path).parent_path().filename() : path.stem();
    return name.string() + suffix + ".h5";
}

}  // namespace verbund::cli

#include "results/report/terminal/info.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::SweepRun;

template <class AnyRun>
std::string years_of(const AnyRun& run) {
    return run.years.empty() ? std::string{} : fmt::format("{}-{}", run.years.front(), run.years.back());
}

std::string variants_of(const Run& run) {
    std::vector<std::string> ids;
    for (const auto& variant : run.variants) ids.push_back(printable(variant.id));
    return fmt::format("{}", fmt::join(ids, ", "));
}

std::string findings_of(const Run& run, Language language) {
    const auto missed =
        std::count_if(run.rows<outcome::RuleFinding>().begin(), run.rows<outcome::RuleFinding>().end(),
                      [](const auto& finding) { return finding.verdict == "missed"; });
    return say(language, "{} ({} verfehlt)", "{} ({} missed)", run.rows<outcome::RuleFinding>().size(),
               missed);
}

class Lines {
public:
    explicit Lines(const Style& style) : style_{style} {}
    void add(std::string_view german, std::string_view english, const std::string& value) {
        constexpr std::size_t indent = 20;
        const std::string label{style_.language == Language::german ? german : english};
        const std::size_t used = display_width(label);
        const std::string blanks(used < indent ? indent - used : 1, ' ');
        text_ += label + blanks +
                 wrap(printable(value), static_cast<std::size_t>(style_.width) - indent, 0).append("\n");
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    const Style& style_;
    std::string text_;
};

std::string group_table(const FileInfo& info, const Style& style) {
    TextTable table{{{{say(style.language, "Gruppe", "Group")}, Align::left},
                     {{say(style.language, "Größen", "Datasets")}},
                     {{"kB"}}}};
    for (const store::GroupSize& group : info.groups) {
        table.add_row({group.name, std::to_string(group.datasets),
                       short_number(static_cast<double>(group.bytes) / bytes_per_kb, style)});
    }
    return table.render(style);
}

/// What files of both kinds tell of the study.
template <class AnyRun>
void add_study(Lines& lines, const FileInfo& info, const AnyRun& run) {
    lines.add("Datei", "File", fmt::format("{} ({} kB)", info.path, info.bytes / 1000));
    lines.add("Titel", "Title", run.title);
    lines.add("Frage", "Question", run.question);
}

/// How both kinds of files are made again.
template <class AnyRun>
void add_origin(Lines& lines, const AnyRun& run, Language language) {
    lines.add("Programm", "Program", fmt::format("verbund {} ({})", run.program_version, run.program_commit));
    lines.add("Startwert", "Seed", std::to_string(run.seed));
    lines.add("SHA-256 der Studie", "Study SHA-256", run.study_sha256);
    lines.add("Vollständig", "Complete", say(language, "ja", "yes"));
}

void add_run(Lines& lines, const FileInfo& info, Language language) {
    const Run& run = *info.run;
    add_study(lines, info, run);
    lines.add("Varianten", "Variants", variants_of(run));
    lines.add("Basis", "Base", run.base_variant);
    lines.add("Jahre", "Years", years_of(run));
    lines.add("Stichjahre", "Milestones", fmt::format("{}", fmt::join(run.milestones, ", ")));
    lines.add("Rechenzentren", "Centers", std::to_string(run.centers.size()));
    lines.add("Verwaltungen", "Administrations", std::to_string(run.administrations.size()));
    lines.add("Leitungen", "Links", std::to_string(run.links.size()));
    lines.add("Regelprüfungen", "Rule findings", findings_of(run, language));
    lines.add("Engpässe", "Bottlenecks", std::to_string(run.rows<outcome::Bottleneck>().size()));
    add_origin(lines, run, language);
}

void add_sweep(Lines& lines, const FileInfo& info, Language language) {
    const SweepRun& run = info.sweep->run();
    add_study(lines, info, run);
    lines.add("Varianten", "Variants", fmt::format("{}", fmt::join(run.variants, ", ")));
    lines.add("Jahre", "Years", years_of(run));
    lines.add("Stichjahre", "Milestones", fmt::format("{}", fmt::join(run.milestones, ", ")));
    lines.add("Fälle", "Cases", std::to_string(info.sweep->cases()));
    if (!run.listed_keys.empty()) {
        lines.add("Aufgelistet", "Listed",
                  fmt::format("{} ({})", fmt::join(run.listed_keys, ", "), run.combinations.size()));
    }
    if (run.draws > 0) {
        lines.add(run.one_at_a_time ? "Einzeln verändert" : "Ziehungen",
                  run.one_at_a_time ? "One at a time" : "Draws",
                  say(language, "{} ({} Größen in {} Gruppen)", "{} ({} figures in {} groups)", run.draws,
                      run.drawn_keys.size(), run.groups.size()));
    }
    lines.add("Größen je Fall", "Outcomes of a case", std::to_string(info.sweep->outcomes().size()));
    lines.add("Ohne Ergebnis", "Without an outcome", std::to_string(run.failed.size()));
    add_origin(lines, run, language);
}

}  // namespace

std::string info_text(const FileInfo& info, const Style& style) {
    Lines lines{style};
    if (info.sweep != nullptr)
        add_sweep(lines, info, style.language);
    else
        add_run(lines, info, style.language);
    return lines.text() + '\n' + group_table(info, style);
}

}  // namespace verbund::report

#pragma once

#include <filesystem>
#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"
#include "results/store/read_sweep.hpp"

/// The report page: one HTML file with text, charts and tables in German and English that needs no network.
namespace verbund::report {

/// What the page is made with besides the run.
struct HtmlReport {
    Language language = Language::german;   ///< shown first; the reader can switch
    std::string label;                      ///< name of the run, shown where it is compared
    const outcome::Run* against = nullptr;  ///< another run to compare with, or nullptr
    std::string against_label;
    const store::SweepFile* uncertainty = nullptr;  ///< draws of the same study, or nullptr
};

/// The page of a run.  Names and texts from studies are in it as data, never as markup.
[[nodiscard]] std::string html_page(const outcome::Run& run, const HtmlReport& report);

/// The page of a sweep; of `report` the language alone is asked.
[[nodiscard]] std::string html_page(const store::SweepFile& sweep, const HtmlReport& report);

/// Writes the page.  Throws `RunFailed`; leaves no partial file, and nothing is written when the file exists
/// already and `overwrite` is false.
void export_html(const outcome::Run& run, const HtmlReport& report, const std::filesystem::path& file,
                 bool overwrite);
void export_html(const store::SweepFile& sweep, const HtmlReport& report, const std::filesystem::path& file,
                 bool overwrite);

}  // namespace verbund::report

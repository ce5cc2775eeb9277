#include "results/report/page/html_report.hpp"

#include "results/report/page/document.hpp"
#include "results/report/page/page_template.hpp"
#include "results/report/text_width.hpp"
#include "results/store/new_file.hpp"

namespace verbund::report {
namespace {

/// Text inside of an element or an attribute.
std::string markup_text(std::string_view text) {
    std::string safe;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

}  // namespace

std::string html_page(const outcome::Run& run, const HtmlReport& report) {
    page::Source source{run};
    source.against = report.against;
    source.label = report.label;
    source.against_label = report.against_label;
    return page::fill_template({report.language == Language::german ? "de" : "en", markup_text(run.title),
                                page::script_text(page::document(source, report.language))});
}

void export_html(const outcome::Run& run, const HtmlReport& report, const std::filesystem::path& file,
                 bool overwrite) {
    store::NewFile output{file, overwrite};
    output.write(html_page(run, report));
    output.commit();
}

}  // namespace verbund::report

#include "results/report/page/html_report.hpp"

#include "results/report/page/document.hpp"
#include "results/report/page/page_template.hpp"
#include "results/report/page/sweep_document.hpp"
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

std::string filled(std::string_view title, Language language, const page::Json& document) {
    return page::fill_template(
        {language == Language::german ? "de" : "en", markup_text(title), page::script_text(document)});
}

void write_page(const std::string& text, const std::filesystem::path& file, bool overwrite) {
    store::NewFile output{file, overwrite};
    output.write(text);
    output.commit();
}

}  // namespace

std::string html_page(const outcome::Run& run, const HtmlReport& report) {
    page::Source source{run};
    source.against = report.against;
    source.label = report.label;
    source.against_label = report.against_label;
    page::Json document = page::document(source, report.language);
    if (report.uncertainty != nullptr)
        document["sections"]["sweep"] = page::sweep_section(*report.uncertainty);
    return filled(run.title, report.language, document);
}

std::string html_page(const store::SweepFile& sweep, const HtmlReport& report) {
    return filled(sweep.run().title, report.language, page::sweep_document(sweep, report.language));
}

void export_html(const outcome::Run& run, const HtmlReport& report, const std::filesystem::path& file,
                 bool overwrite) {
    write_page(html_page(run, report), file, overwrite);
}

void export_html(const store::SweepFile& sweep, const HtmlReport& report, const std::filesystem::path& file,
                 bool overwrite) {
    write_page(html_page(sweep, report), file, overwrite);
}

}  // namespace verbund::report

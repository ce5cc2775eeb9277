#include "results/report/page/page_template.hpp"

#include <array>
#include <stdexcept>

extern "C" {
extern const char verbund_report_page_begin[];
extern const char verbund_report_page_end[];
}

namespace verbund::report::page {
namespace {

std::string_view page() {
    return {verbund_report_page_begin,
            static_cast<std::size_t>(verbund_report_page_end - verbund_report_page_begin)};
}

}  // namespace

std::string fill_template(const PageContent& content) {
    const std::array<std::pair<std::string_view, std::string_view>, 3> places{
        {{"{{language}}", content.language}, {"{{title}}", content.title}, {"{{data}}", content.data}}};
    std::string filled;
    std::string_view rest = page();
    for (const auto& [mark, text] : places) {  // in the order of the template
        const std::size_t at = rest.find(mark);
        if (at == std::string_view::npos)
            throw std::logic_error{"the report page lacks " + std::string{mark}};
        filled.append(rest.substr(0, at)).append(text);
        rest.remove_prefix(at + mark.size());
    }
    return filled.append(rest);
}

}  // namespace verbund::report::page

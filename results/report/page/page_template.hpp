#pragma once

#include <string>
#include <string_view>

/// The page without its data, made from `results/report/page` when verbund is built (scripts/report-page).
namespace verbund::report::page {

/// What the page's template is filled with.
struct PageContent {
    std::string_view language;  ///< "de" or "en"
    std::string title;          ///< as markup
    std::string data;           ///< as the text of a <script> element
};

/// The page with its data.
[[nodiscard]] std::string fill_template(const PageContent& content);

}  // namespace verbund::report::page

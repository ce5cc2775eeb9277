#include <set>

#include "results/report/page/section.hpp"
#include "results/report/sentences/answer/site_answer.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

using outcome::Run;

Json answer(const Source& source, int year) {
    const auto german = site_answer(source.run, year, source.german, german_style);
    const auto english = site_answer(source.run, year, source.english, english_style);
    Json sentences = Json::array();
    for (std::size_t i = 0; i < german.size(); ++i) sentences.push_back(both(german[i], english[i]));
    return sentences;
}

Json deviation(const Run& run, int year) {
    const auto german = model_deviation(run, year, german_style);
    return german ? both(*german, model_deviation(run, year, english_style).value_or(*german))
                  : Json(nullptr);
}

/// The sites that chosen ones stand in for.
Json primaries(const Run& run) {
    std::set<std::string> sites;
    for (const outcome::SiteReach& row : run.rows<outcome::SiteReach>()) sites.insert(printable(row.primary));
    return Json(sites);
}

}  // namespace

Json sites_section(const Source& source) {
    Json years = Json::object();
    for (const int year : site_years(source.run)) {
        years[std::to_string(year)] = {{"answer", answer(source, year)},
                                       {"deviation", deviation(source.run, year)}};
    }
    return years.empty() ? Json(nullptr)
                         : Json{{"years", std::move(years)}, {"primaries", primaries(source.run)}};
}

}  // namespace verbund::report::page

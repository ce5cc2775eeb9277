#include "results/report/page/document.hpp"

#include "results/report/lookup.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

Json variants(const outcome::Run& run) {
    Json list = Json::array();
    for (const outcome::VariantName& variant : run.variants) {
        list.push_back({{"id", printable(variant.id)},
                        {"title", printable(variant.title)},
                        {"text", printable(variant.text)}});
    }
    return list;
}

Json centers(const Source& source) {
    Json list = Json::array();
    for (const outcome::NamedPlace& center : source.run.centers) {
        list.push_back({{"id", printable(center.id)},
                        {"name", source.german.of(center.id)},
                        {"lat", Json(center.latitude)},
                        {"lon", Json(center.longitude)},
                        {"kind", center.kind}});
    }
    return list;
}

}  // namespace

Json document(const Source& source, Language language) {
    const outcome::Run& run = source.run;
    Json sections = Json::object();
    for (const SectionMaker& maker : section_makers()) {
        Json section = maker.make(source);
        if (!section.is_null()) sections[std::string{maker.id}] = std::move(section);
    }
    return {{"language", language == Language::german ? "de" : "en"},
            {"title", printable(run.title)},
            {"question", printable(run.question)},
            {"base", run.variants.empty() ? 0 : base_index(run)},
            {"years", run.years},
            {"milestones", run.years.empty() ? std::vector<int>{} : shown_years(run)},
            {"variants", variants(run)},
            {"centers", centers(source)},
            {"sections", std::move(sections)}};
}

}  // namespace verbund::report::page

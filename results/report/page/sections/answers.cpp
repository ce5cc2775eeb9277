#include "results/report/sentences/answer/answers.hpp"

#include <optional>

#include "results/report/page/engine_answers.hpp"
#include "results/report/page/section.hpp"

namespace verbund::report::page {
namespace {

std::string_view topic_name(Topic topic) {
    switch (topic) {
        case Topic::refusals:
            return "refusals";
        case Topic::shortage:
            return "shortage";
        case Topic::build:
            return "build";
        case Topic::rules:
            return "rules";
        case Topic::operators:
            return "operators";
        case Topic::hosts:
            return "hosts";
    }
    return "";
}

Json comparison(const outcome::Run& run) {
    const std::vector<Section> german = comparison_sections(run, german_style);
    const std::vector<Section> english = comparison_sections(run, english_style);
    Json list = Json::array();
    for (std::size_t i = 0; i < german.size(); ++i) {
        Json points = Json::array();
        for (std::size_t p = 0; p < german[i].points.size(); ++p)
            points.push_back(both(german[i].points[p], english[i].points[p]));
        list.push_back({{"heading", both(german[i].heading, english[i].heading)}, {"points", points}});
    }
    return list;
}

/// What a comparison of backup sites says comes first: who asked for it looks for that.
Json site_choice(const Source& source) {
    const auto german = site_sentences(source.run, source.german, german_style);
    const auto english = site_sentences(source.run, source.english, english_style);
    Json points = Json::array();
    for (std::size_t i = 0; i < german.size(); ++i) {
        Json point = both(german[i], english[i]);
        point["topic"] = "sites";
        points.push_back(std::move(point));
    }
    return points.empty()
               ? Json(nullptr)
               : Json{{"heading", both("Zweitstandorte", "Backup sites")}, {"points", std::move(points)}};
}

using Sentence = std::optional<std::string> (*)(const outcome::Run&, std::size_t, const Style&);

void add(Json& list, const char* topic, Sentence sentence, const outcome::Run& run, std::size_t index) {
    if (const auto german = sentence(run, index, german_style)) {
        Json answer = both(*german, sentence(run, index, english_style).value_or(*german));
        answer["topic"] = topic;
        list.push_back(std::move(answer));
    }
}

Json variant(const Source& source, std::size_t index) {
    const std::vector<Answer> german = variant_answers(source.run, index, source.german, german_style);
    const std::vector<Answer> english = variant_answers(source.run, index, source.english, english_style);
    Json list = Json::array();
    for (std::size_t i = 0; i < german.size(); ++i) {
        Json answer = both(german[i].text, english[i].text);
        answer["topic"] = topic_name(german[i].topic);
        list.push_back(std::move(answer));
    }
    add(list, "drills", worst_drill_sentence, source.run, index);
    add(list, "availability", downtime_sentence, source.run, index);
    return list;
}

}  // namespace

Json answers_section(const Source& source) {
    if (source.run.variants.empty() || source.run.years.empty()) return nullptr;
    Json variants = Json::array();
    for (std::size_t i = 0; i < source.run.variants.size(); ++i) variants.push_back(variant(source, i));
    Json general = comparison(source.run);
    if (Json choice = site_choice(source); !choice.is_null())
        general.insert(general.begin(), std::move(choice));
    return {{"comparison", std::move(general)}, {"variants", std::move(variants)}};
}

}  // namespace verbund::report::page

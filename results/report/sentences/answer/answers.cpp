#include "results/report/sentences/answer/answers.hpp"

#include <map>

#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/sentences/answer/build_answers.hpp"
#include "results/report/sentences/answer/host_answers.hpp"
#include "results/report/sentences/answer/operator_answers.hpp"
#include "results/report/sentences/answer/rule_answers.hpp"
#include "results/report/sentences/answer/shortage_answers.hpp"
#include "results/report/sentences/answer/standby_answers.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using outcome::VariantYear;

/// What most of the refused servers of a year lack.
Resource lacking(const Run& run, std::size_t variant, int year) {
    std::map<Resource, double> servers;
    for (const outcome::Refusal& refusal : run.rows<outcome::Refusal>())
        if (static_cast<std::size_t>(refusal.variant) == variant && refusal.year == year)
            servers[refusal.binding] += refusal.servers;
    Resource most = Resource::none;
    for (const auto& [resource, count] : servers) most = count > servers[most] ? resource : most;
    return most;
}

int worst_year(const Run& run, std::size_t variant) {
    int worst = run.years.front();
    for (const int year : run.years) {
        const bool is_worse =
            summary_of(run, variant, year).servers_refused > summary_of(run, variant, worst).servers_refused;
        worst = is_worse ? year : worst;
    }
    return worst;
}

std::string refusal_sentence(const Run& run, std::size_t variant, const Style& style) {
    const int year = worst_year(run, variant);
    const VariantYear& row = summary_of(run, variant, year);
    if (!(row.servers_refused > 0.0)) return {};
    const Resource resource = lacking(run, variant, year);
    const std::string_view name = resource_name(resource, style.language);
    const std::string reason = resource == Resource::none ? std::string{}
                                                          : say(style.language, ", meist fehlt: {}",
                                                                ", mostly for lack of: {}", name);
    return say(style.language, "Ohne Platz: bis zu {} von {} Servern ({}){}.",
               "Without a place: up to {} of {} servers ({}){}.", short_number(row.servers_refused, style),
               short_number(row.servers_asked, style), year, reason);
}

}  // namespace

std::vector<Answer> variant_answers(const Run& run, std::size_t variant, const PlaceNames& names,
                                    const Style& style) {
    std::vector<Answer> answers{{Topic::refusals, refusal_sentence(run, variant, style)},
                                {Topic::refusals, missing_standby_sentence(run, variant, names, style)},
                                {Topic::shortage, first_shortage_sentence(run, variant, names, style)},
                                {Topic::shortage, shortage_counts_sentence(run, variant, style)},
                                {Topic::build, build_sentence(run, variant, style)},
                                {Topic::build, room_build_sentence(run, variant, style)},
                                {Topic::build, line_build_sentence(run, variant, names, style)}};
    for (std::string& sentence : rule_sentences(run, variant, style))
        answers.push_back({Topic::rules, std::move(sentence)});
    for (std::string& sentence : operator_points(run, variant, style))
        answers.push_back({Topic::operators, std::move(sentence)});
    answers.push_back({Topic::hosts, host_sentence(run, variant, style)});
    std::erase_if(answers, [](const Answer& answer) { return answer.text.empty(); });
    return answers;
}

std::vector<std::string> variant_points(const Run& run, std::size_t variant, const PlaceNames& names,
                                        const Style& style) {
    std::vector<std::string> points;
    for (Answer& answer : variant_answers(run, variant, names, style))
        points.push_back(std::move(answer.text));
    return points;
}

}  // namespace verbund::report

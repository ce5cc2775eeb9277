#include "results/report/sentences/answer/build_answers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"

namespace verbund::report {
namespace {

using outcome::BuildStep;
using outcome::LineBuild;
using outcome::Run;

struct Built {
    std::size_t centers = 0;
    double it_power_kw = 0.0;
    double racks = 0.0;
};

/// The latest stage of each center and resource up to a year.
std::map<std::pair<std::string, Resource>, const BuildStep*> latest_stages(const Run& run,
                                                                           std::size_t variant, int year) {
    std::map<std::pair<std::string, Resource>, const BuildStep*> latest;
    for (const BuildStep& step : run.rows<outcome::BuildStep>()) {
        if (place_kind(step.site) == PlaceKind::center && static_cast<std::size_t>(step.variant) == variant &&
            step.year <= year) {
            const BuildStep*& stage = latest[{step.site, step.resource}];
            stage = stage == nullptr || step.year >= stage->year ? &step : stage;
        }
    }
    return latest;
}

Built built_until(const Run& run, std::size_t variant, int year) {
    Built built;
    std::set<std::string> centers;
    for (const auto& [key, stage] : latest_stages(run, variant, year)) {
        centers.insert(key.first);
        built.it_power_kw += key.second == Resource::it_power ? stage->to : 0.0;
        built.racks += key.second == Resource::racks ? stage->to : 0.0;
    }
    built.centers = centers.size();
    return built;
}

/// Accesses and links that are built on up to a year.
std::string lines_until(const std::vector<const LineBuild*>& rows, int year, const Style& style) {
    std::set<std::string_view> accesses;
    std::set<std::string_view> links;
    for (const LineBuild* row : rows)
        if (row->year <= year)
            (place_kind(row->line) == PlaceKind::access ? accesses : links).insert(row->line);
    const auto number = [&](std::size_t count) { return fixed_number(static_cast<double>(count), 0, style); };
    std::vector<std::string> parts;
    if (!accesses.empty()) {
        parts.push_back(fmt::format("{} {}", number(accesses.size()),
                                    accesses.size() == 1 ? say(style.language, "Anschluss", "access")
                                                         : say(style.language, "Anschlüsse", "accesses")));
    }
    if (!links.empty()) {
        parts.push_back(fmt::format("{} {}", number(links.size()),
                                    links.size() == 1 ? say(style.language, "Strecke", "link")
                                                      : say(style.language, "Strecken", "links")));
    }
    return enumeration(parts, style.language);
}

/// By year, then the larger one.
bool comes_first(const LineBuild* one, const LineBuild* other) {
    return std::tie(one->year, other->to_gbit_s, other->from_gbit_s, one->line) <
           std::tie(other->year, one->to_gbit_s, one->from_gbit_s, other->line);
}

}  // namespace

std::string build_sentence(const Run& run, std::size_t variant, const Style& style) {
    std::string parts;
    for (const int year : shown_years(run)) {
        const Built built = built_until(run, variant, year);
        if (built.centers > 0) {
            parts +=
                say(style.language, "{} {}: {} kW IT und {} Racks in {} {}",
                    "{} {}: {} kW IT and {} racks in {} {}", parts.empty() ? "," : ";", year,
                    short_number(built.it_power_kw, style), short_number(built.racks, style), built.centers,
                    built.centers == 1 ? say(style.language, "Zentrum", "center")
                                       : say(style.language, "Zentren", "centers"));
        }
    }
    return parts.empty() ? parts
                         : say(style.language, "Ausbau in Summe{}.", "To be built in total{}.", parts);
}

std::string room_build_sentence(const Run& run, std::size_t variant, const Style& style) {
    std::string parts;
    std::size_t told = 0;
    for (const int year : shown_years(run)) {
        std::set<std::string_view> rooms;
        for (const BuildStep* step : rows_of(run.rows<BuildStep>(), variant))
            if (step->year <= year && place_kind(step->site) == PlaceKind::room) rooms.insert(step->site);
        if (rooms.size() == told) continue;
        told = rooms.size();
        parts += fmt::format("{} {}: {}", parts.empty() ? "" : ";", year,
                             fixed_number(static_cast<double>(told), 0, style));
    }
    return parts.empty() ? parts
                         : say(style.language, "Eigene Serverräume, die ausgebaut werden müssen, bis{}.",
                               "Server rooms of administrations that have to be built on, by{}.", parts);
}

std::string line_build_sentence(const Run& run, std::size_t variant, const PlaceNames& names,
                                const Style& style) {
    const std::vector<const LineBuild*> rows = rows_of(run.rows<LineBuild>(), variant);
    if (rows.empty()) return {};
    std::string parts;
    std::string told;
    for (const int year : shown_years(run)) {
        const std::string counts = lines_until(rows, year, style);
        if (!counts.empty() && counts != told) {
            parts +=
                say(style.language, "{} bis {}: {}", "{} by {}: {}", parts.empty() ? "" : ";", year, counts);
            told = counts;
        }
    }
    const LineBuild& first = **std::min_element(rows.begin(), rows.end(), comes_first);
    return say(style.language, "Leitungen ausgebaut{}; zuerst {} {} (von {} auf {} Gbit/s).",
               "Lines built on{}; first in {} {} (from {} to {} Gbit/s).", parts, first.year,
               names.of(first.line), short_number(first.from_gbit_s, style),
               short_number(first.to_gbit_s, style));
}

}  // namespace verbund::report

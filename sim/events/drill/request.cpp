#include "sim/events/drill/request.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/events/drill/cause.hpp"

namespace verbund::events {
namespace {

/// Why two things cannot fail in one drill; empty if they can.
std::string conflict(const DrillTarget& a, const DrillTarget& b) {
    if (a.text == b.text) return fmt::format("\"{}\" is named twice", a.text);
    if (a.facts().is_path() != b.facts().is_path()) {
        return fmt::format("\"{}\" and \"{}\" fail together (links and sites are not played in one drill)",
                           a.text, b.text);
    }
    const bool one_site = !a.facts().is_path() && a.site == b.site;
    if (one_site && a.facts().is_supply() != b.facts().is_supply()) {
        return fmt::format(
            "\"{}\" and \"{}\" fail together (equipment and supply of one site are not played in "
            "one drill)",
            a.text, b.text);
    }
    return {};
}

/// Everything named, as far as it exists; mistakes are noted.
std::vector<DrillTarget> parse_targets(const std::vector<std::string>& texts, const deploy::WorldYear& input,
                                       const std::string& key, Diagnostics& mistakes) {
    std::vector<DrillTarget> targets;
    for (const std::string& text : texts) {
        try {
            DrillTarget next = parse_target(text, input, key);
            for (const DrillTarget& before : targets) {
                const std::string problem = conflict(before, next);
                if (problem.empty()) continue;
                mistakes.add({.at = {},
                              .key = key,
                              .problem = problem,
                              .remedy = before.text == text ? "Name it once." : "Write two drills."});
                break;
            }
            targets.push_back(std::move(next));
        } catch (const InvalidInput& e) {
            for (const Diagnostic& mistake : e.mistakes()) mistakes.add(mistake);
        }
    }
    return targets;
}

/// An attack on one center takes all that its operator runs that year.
std::vector<DrillTarget> with_all_attacked(std::vector<DrillTarget> targets, const deploy::WorldYear& input) {
    const std::vector<deploy::Site>& sites = input.variant().sites;
    const deploy::Operators operators = deploy::operators_of(sites);
    std::set<std::size_t> attacked;
    for (const DrillTarget& target : targets)
        if (target.facts().is_attack()) attacked.insert(target.site);
    for (const std::size_t first : std::set<std::size_t>{attacked}) {
        if (first >= operators.of_center.size()) continue;
        for (std::size_t c = 0; c < operators.of_center.size(); ++c) {
            const bool theirs = operators.of_center[c] == operators.of_center[first] &&
                                study::stands_on(*sites[c].center, first_date(input.year()));
            if (!theirs || !attacked.insert(c).second) continue;
            targets.push_back({.kind = FailureKind::attack,
                               .text = "attack:" + sites[c].id,
                               .site = c,
                               .room = 0,
                               .thing = {},
                               .links = {}});
        }
    }
    return targets;
}

/// "drills.fire.replaced_after", or "--replaced-after" on the command line.
std::string place_of(const std::string& key, std::string option) {
    if (!key.empty()) return fmt::format("{}.{}", key, option);
    std::replace(option.begin(), option.end(), '_', '-');
    return "--" + option;
}

/// A destruction of what holds nothing, one that ends like an outage, and a replacement of what stays whole.
void find_contradictory_destruction(const study::Drill& drill, const DrillRequest& request,
                                    const std::string& key, Diagnostics& mistakes) {
    const auto add = [&](const char* option, std::string problem, std::string remedy) {
        mistakes.add({.at = {},
                      .key = place_of(key, option),
                      .problem = std::move(problem),
                      .remedy = std::move(remedy)});
    };
    if (drill.replaced_after && !drill.destroyed) {
        add("replaced_after",
            fmt::format("replaced after {}, but nothing is destroyed (an outage leaves things whole)",
                        to_text(*drill.replaced_after)),
            "Say that it is destroyed, or how long it is out.");
    }
    if (!drill.destroyed) return;
    if (drill.lasts) {
        add("for",
            fmt::format("destroyed, and out for {} (an outage leaves things whole; what is destroyed comes "
                        "back as new hardware)",
                        to_text(*drill.lasts)),
            "Say after which time it is replaced, or leave out that it is destroyed.");
    }
    for (const DrillTarget& target : request.targets) {
        if (target.facts().can_be_destroyed()) continue;
        add("destroyed",
            fmt::format("\"{}\" holds no data that could be destroyed (a {} does)", target.text,
                        continuity::destroyable_words()),
            "Say how long it is out instead.");
    }
}

}  // namespace

bool DrillRequest::of_paths() const {
    return std::all_of(
        targets.begin(), targets.end(), [](const DrillTarget& target) { return target.facts().is_path(); });
}

std::string DrillRequest::text() const {
    std::string all;
    for (const DrillTarget& target : targets) all += (all.empty() ? "" : ", ") + target.text;
    return all;
}

DrillRequest make_request(const std::string& id, const study::Drill& drill, const deploy::WorldYear& input,
                          const std::string& key) {
    const auto place = [&key](const char* option) { return place_of(key, option); };
    Diagnostics mistakes;
    DrillRequest request{.id = id,
                         .targets = {},
                         .at_s = drill.at.in(seconds),
                         .lasts_s = {},
                         .day = drill.day,
                         .destroyed = drill.destroyed,
                         .replaced_s = {},
                         .takeover = drill.takeover};
    request.targets = with_all_attacked(parse_targets(drill.fail, input, place("fail"), mistakes), input);
    if (drill.at < 0.0 * hours || drill.at >= 24.0 * hours) {
        mistakes.add({.at = {},
                      .key = place("at"),
                      .problem = fmt::format("a failure at {} is outside the day (0 to 24 h after midnight)",
                                             to_text(drill.at)),
                      .remedy = "Write a time of day, e.g. \"09:30\" or \"9.5 h\"."});
    }
    if (drill.lasts) {
        request.lasts_s = drill.lasts->in(seconds);
        if (!(*request.lasts_s > 0.0)) {
            mistakes.add({.at = {},
                          .key = place("for"),
                          .problem = fmt::format("a failure for {} has no length", to_text(*drill.lasts)),
                          .remedy = "Write how long the cause lasts, e.g. \"2 h\", or leave it out."});
        }
    }
    if (drill.replaced_after) request.replaced_s = drill.replaced_after->in(seconds);
    find_contradictory_destruction(drill, request, key, mistakes);
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    static_cast<void>(cause_lasts_s(input, request));  // throws for a broken figure of the study's own table
    return request;
}

}  // namespace verbund::events

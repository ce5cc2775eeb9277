#include "results/report/sentences/answer/shortage_answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::AdministrationYear;
using outcome::Bottleneck;
using outcome::Run;
using outcome::SiteYear;

using Counts = std::array<std::size_t, place_kinds>;

/// Ids in the words, in the order of `PlaceKind`.
constexpr std::array<std::string_view, place_kinds> place_ids{"center", "room", "access", "link"};

std::size_t index_of(PlaceKind kind) { return static_cast<std::size_t>(kind); }

Counts short_places(const Run& run, std::size_t variant, int last_year) {
    std::array<std::set<std::string_view>, place_kinds> places;
    for (const Bottleneck& bottleneck : run.rows<outcome::Bottleneck>())
        if (static_cast<std::size_t>(bottleneck.variant) == variant && bottleneck.year <= last_year)
            places.at(index_of(place_kind(bottleneck.site))).insert(bottleneck.site);
    Counts counts{};
    std::transform(places.begin(), places.end(), counts.begin(), [](const auto& set) { return set.size(); });
    return counts;
}

/// Things of rows [variant][year][thing] for which the test holds in any year up to the last.
template <class Row>
std::size_t count_ever(const Run& run, std::size_t variant, int last_year, const std::vector<Row>& rows,
                       std::size_t things, bool (*test)(const Row&)) {
    std::vector<bool> found(things, false);
    for (std::size_t year = 0; year < run.years.size() && run.years[year] <= last_year; ++year) {
        const std::size_t first = run.summary_index(variant, year) * things;
        for (std::size_t thing = 0; thing < things; ++thing)
            found[thing] = found[thing] || test(rows.at(first + thing));
    }
    return static_cast<std::size_t>(std::count(found.begin(), found.end(), true));
}

Counts all_places(const Run& run, std::size_t variant, int last_year) {
    const auto runs = [](const SiteYear& row) { return row.in_operation > 0.0; };
    const auto has_room = [](const AdministrationYear& row) { return row.home_racks > 0.0; };
    const auto has_access = [](const AdministrationYear& row) {
        return row.workplaces > 0.0 && std::isfinite(row.access_limit_gbit_s);
    };
    const auto administrations = [&](bool (*test)(const AdministrationYear&)) {
        return count_ever<AdministrationYear>(run, variant, last_year, run.administration,
                                              run.administrations.size(), test);
    };
    Counts counts{};
    counts[index_of(PlaceKind::center)] =
        count_ever<SiteYear>(run, variant, last_year, run.yearly, run.centers.size(), runs);
    counts[index_of(PlaceKind::room)] = administrations(has_room);
    counts[index_of(PlaceKind::access)] = administrations(has_access);
    return counts;
}

std::string count_text(std::size_t count, std::size_t all, std::string_view place, const Style& style) {
    const auto number = [&](std::size_t value) { return fixed_number(static_cast<double>(value), 0, style); };
    if (all < count || all == 0) {
        return fmt::format("{} {}", number(count),
                           word(count == 1 ? "place" : "place-many", place, style.language));
    }
    return say(style.language, "{} von {} {}", "{} of {} {}", number(count), number(all),
               word(all == 1 ? "place" : "place-of-many", place, style.language));
}

std::string counts_text(const Counts& counts, const Counts& all, const Style& style) {
    std::vector<std::string> parts;
    for (const PlaceKind kind : {PlaceKind::room, PlaceKind::center, PlaceKind::access, PlaceKind::link}) {
        const std::size_t i = index_of(kind);
        if (counts.at(i) > 0) parts.push_back(count_text(counts.at(i), all.at(i), place_ids.at(i), style));
    }
    return enumeration(parts, style.language);
}

/// The resource of a room or center; an access or a route can only lack one thing.
std::string what_and_where(const Bottleneck& bottleneck, const PlaceNames& names, const Style& style) {
    const PlaceKind kind = place_kind(bottleneck.site);
    const std::string place = names.of(bottleneck.site);
    return kind == PlaceKind::access || kind == PlaceKind::link
               ? place
               : fmt::format("{}, {}", resource_name(bottleneck.resource, style.language), place);
}

std::string unit_of(const Bottleneck& bottleneck, const Style& style) {
    const std::string_view unit = display_unit(bottleneck.unit);
    return printable(unit.empty() ? short_resource_name(bottleneck.resource, style.language) : unit);
}

/// Of a center short of rack power: the racks behind the kilowatts, and that it is not their space.
std::string racks_behind(const Run& run, std::size_t variant, const Bottleneck& bottleneck,
                         const Style& style) {
    const auto center = std::find_if(run.centers.begin(), run.centers.end(),
                                     [&](const auto& c) { return c.id == bottleneck.site; });
    const auto year = year_index(run, bottleneck.year);
    if (bottleneck.resource != Resource::rack_power || center == run.centers.end() || !year) return {};
    const auto index = static_cast<std::size_t>(center - run.centers.begin());
    const outcome::Need& racks =
        run.yearly.at(run.yearly_index(variant, *year, index)).resources[Resource::racks];
    return say(style.language, ": {} Racks nach ihrer Leistung, nicht nach ihrem Platz, vorhanden {}",
               ": {} racks by their power, not by their space, has {}", short_number(racks.need, style),
               short_number(racks.limit, style));
}

}  // namespace

std::string first_shortage_sentence(const Run& run, std::size_t variant, const PlaceNames& names,
                                    const Style& style) {
    const Bottleneck* first = first_bottleneck(run, variant, run.years.back());
    if (first == nullptr)
        return say(style.language,
                   "Bis {} wird nichts knapp: Was die Studie begrenzt, reicht; alles andere wird nach Bedarf "
                   "ausgebaut.",
                   "Nothing runs out by {}: what the study limits is enough; all else is built on as needed.",
                   run.years.back());
    Counts counts = short_places(run, variant, first->year);
    --counts.at(index_of(place_kind(first->site)));
    const std::string others = counts_text(counts, {}, style);
    const std::string more = others.empty() ? std::string{}
                                            : say(style.language, "; im selben Jahr außerdem: {}",
                                                  "; in that year besides: {}", others);
    return say(style.language, "Zuerst knapp: {} {} (nötig {}, vorhanden {} {}{}){}.",
               "First to run out: {} {} (needs {}, has {} {}{}){}.", first->year,
               what_and_where(*first, names, style), short_number(first->need, style),
               short_number(first->limit, style), unit_of(*first, style),
               racks_behind(run, variant, *first, style), more);
}

std::string shortage_counts_sentence(const Run& run, std::size_t variant, const Style& style) {
    std::string parts;
    Counts told{};
    for (const int year : shown_years(run)) {
        const Counts counts = short_places(run, variant, year);
        if (counts != told) {
            parts += say(style.language, "{} bis {}: {}", "{} by {}: {}", parts.empty() ? "" : ";", year,
                         counts_text(counts, all_places(run, variant, year), style));
            told = counts;
        }
    }
    return parts.empty() ? parts
                         : say(style.language, "Nicht mehr ausreichend{}.", "No longer sufficient{}.", parts);
}

std::string limits_text(const Run& run, const Style& style) {
    if (run.rows<outcome::Bottleneck>().empty())
        return say(style.language, "ok: kein Bedarf übersteigt seine Grenze\n",
                   "ok: no need exceeds its limit\n");
    const PlaceNames names{run, style};
    std::string text;
    for (const Bottleneck& bottleneck : run.rows<outcome::Bottleneck>()) {
        text += say(style.language, "{}: {} ab {}: nötig {}, vorhanden {} {}\n",
                    "{}: {} from {}: needs {}, has {} {}\n",
                    run.variants[static_cast<std::size_t>(bottleneck.variant)].id,
                    what_and_where(bottleneck, names, style), bottleneck.year,
                    short_number(bottleneck.need, style), short_number(bottleneck.limit, style),
                    unit_of(bottleneck, style));
    }
    return text;
}

}  // namespace verbund::report

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "results/outcome/outcome.hpp"
#include "results/report/page/json.hpp"
#include "results/report/place_names.hpp"
#include "results/report/sentences/teller.hpp"

/// The parts of the report page.  To add one: a function here and its line in `section_makers`, and a module
/// `results/report/page/sections/<id>.js` that draws what the function gives.
namespace verbund::report::page {

/// What a section is made from.
struct Source {
    const outcome::Run& run;
    const Tellers tellers;
    const PlaceNames& german;               ///< of the tellers
    const PlaceNames& english;              ///< of the tellers
    const outcome::Run* against = nullptr;  ///< run to compare with, or nullptr
    std::string label;                      ///< name of the run ("my" for my.h5)
    std::string against_label;

    explicit Source(const outcome::Run& of_run)
        : run{of_run}, tellers{of_run}, german{tellers.german.names}, english{tellers.english.names} {}

    /// The name of a site, administration or link in both languages.
    [[nodiscard]] Json name(std::string_view id) const { return both(german.of(id), english.of(id)); }
};

/// The data of a section; null when the run holds nothing for it: then the page does not show it.
using MakeSection = Json (*)(const Source& source);

/// A section of the page.
struct SectionMaker {
    std::string_view id;  ///< key in the page's data, and name of the module that draws it
    MakeSection make;
};

/// All sections.  Their order on the page is that of `results/report/page/sections/index.js`.
[[nodiscard]] std::span<const SectionMaker> section_makers();

/// {"comparison": [{"heading", "points"}], "variants": [[{"topic", "de", "en"}]]}: the answer in sentences.
[[nodiscard]] Json answers_section(const Source& source);
/// {"metrics", "values": {metric: [variant][year]}}: all sites of a variant in a year.
[[nodiscard]] Json summary_section(const Source& source);
/// {"metrics", "resources", "rows": [{"variant", "center"}], "values": {metric: [row]}, "rooms"}: centers
/// that run anything, each metric steady or by year; and how many home rooms suffice.
[[nodiscard]] Json centers_section(const Source& source);
/// Administrations, links and figures by year; see map_section.cpp.
[[nodiscard]] Json map_section(const Source& source);
/// Load duration curves, typical days and the course of the year from the hourly series.
[[nodiscard]] Json load_section(const Source& source);
/// {"limits": rows of the rule on PUE}: what the efficiency charts draw beside the summary.
[[nodiscard]] Json efficiency_section(const Source& source);
/// {"steps", "quantiles": [variant][year][step], "limits": [{"ms", "classes"}], "beyond":
/// [variant][year][limit]}: round trips over workplaces, those that classes bear, and the share of workplaces
/// above each.
[[nodiscard]] Json latency_section(const Source& source);
/// {"variants": [{"budget": {column: [year]}, "purchases": [{"kind", "eur": [year]}]}]}: what is paid, and
/// what is bought by kind.
[[nodiscard]] Json cost_section(const Source& source);
/// {"rules": [{"id", "de", "en", "law"}], "rows"}: findings of rules.
[[nodiscard]] Json rules_section(const Source& source);
/// {"steps", "bottlenecks", "refusals"}: what is to be built, what runs out, what finds no place.
[[nodiscard]] Json plan_section(const Source& source);
/// {table: columns}: the row tables of the event engine, by their names in FORMAT.md.
[[nodiscard]] Json events_section(const Source& source);
/// {"variants": [{"served", "backed_up", "replicated": {"all", "apart", "one_access", "sharing"}, "rows"}],
/// "synthetic"}: how many have two routes that share nothing, and how many rows their table has in the file.
[[nodiscard]] Json routes_section(const Source& source);
/// {"years": {year: {"answer": sentences, "deviation"}}, "primaries": [site]}: the answer of a comparison of
/// backup sites, and the sites that they stand in for; its rows are in `events`.
[[nodiscard]] Json sites_section(const Source& source);
/// Every value that held, with source and evidence mark.
[[nodiscard]] Json assumptions_section(const Source& source);
/// The resolved study, and how to repeat the run.
[[nodiscard]] Json study_section(const Source& source);
/// Summary metrics of this run's variants and another run's, by year.
[[nodiscard]] Json against_section(const Source& source);

}  // namespace verbund::report::page

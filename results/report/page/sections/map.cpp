#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "results/report/lookup.hpp"
#include "results/report/page/metric_json.hpp"
#include "results/report/page/section.hpp"

/// {"years", "all_years", "administrations": {"name", "lat", "lon"}, "figures", "values": {figure:
///  [variant][administration]}, "links": {"from", "to", "synthetic"}, "loads": [variant] {"link", "need",
///  "limit"}}
///
/// A value is null (does not take part), a number (the same in all years) or a list by year.  Ends of links
/// are numbers of places: first the centers, then the administrations.
namespace verbund::report::page {
namespace {

using outcome::AdministrationYear;
using outcome::LinkYear;
using outcome::NamedPlace;
using outcome::Run;

constexpr std::array<std::string_view, 7> figure_names{
    "servers",        "home_it_power_mean_kw", "home_binding_share",
    "latency_p95_ms", "access_peak_gbit_s",    "servers_at_home",
    "main_center"};

/// Beyond that many values per figure the map shows the milestone years alone, so that the page stays small.
constexpr std::size_t most_values = 200'000;

std::vector<std::size_t> year_numbers(const Run& run) {
    const std::size_t all =
        run.variants.size() * run.years.size() * std::max(run.administrations.size(), run.links.size());
    std::vector<std::size_t> numbers;
    for (std::size_t year = 0; year < run.years.size(); ++year) {
        const std::vector<int> milestones = shown_years(run);
        const bool is_milestone =
            std::find(milestones.begin(), milestones.end(), run.years[year]) != milestones.end();
        if (all <= most_values || is_milestone) numbers.push_back(year);
    }
    return numbers;
}

Json places(const Source& source, const std::vector<NamedPlace>& named) {
    Json names = Json::array();
    Json latitudes = Json::array();
    Json longitudes = Json::array();
    constexpr double steps_per_degree = 1e4;  // about 10 m
    const auto coordinate = [](double degrees) -> Json {
        return std::isfinite(degrees) ? Json(std::round(degrees * steps_per_degree) / steps_per_degree)
                                      : Json(nullptr);
    };
    for (const NamedPlace& place : named) {
        names.push_back(source.german.of(place.id));
        latitudes.push_back(coordinate(place.latitude));
        longitudes.push_back(coordinate(place.longitude));
    }
    return {{"name", names}, {"lat", latitudes}, {"lon", longitudes}};
}

/// The rows of a thing in the years shown; `rows` is [variant][year][thing].
template <class Row>
std::vector<const Row*> rows_of(const Run& run, const std::vector<Row>& rows, std::size_t variant,
                                std::size_t things, std::size_t thing,
                                const std::vector<std::size_t>& years) {
    std::vector<const Row*> found;
    for (const std::size_t year : years)
        found.push_back(&rows.at(run.summary_index(variant, year) * things + thing));
    return found;
}

bool takes_part(const std::vector<const AdministrationYear*>& years) {
    return std::any_of(
        years.begin(), years.end(),
        [](const AdministrationYear* year) { return year->workplaces > 0.0 || year->servers > 0.0; });
}

Json figure_values(const Run& run, const outcome::Column<AdministrationYear>& metric,
                   const std::vector<std::size_t>& years) {
    Json by_variant = Json::array();
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        Json list = Json::array();
        for (std::size_t place = 0; place < run.administrations.size(); ++place) {
            const auto rows =
                rows_of(run, run.administration, variant, run.administrations.size(), place, years);
            list.push_back(takes_part(rows) ? steady(values_of(metric, rows)) : Json(nullptr));
        }
        by_variant.push_back(std::move(list));
    }
    return by_variant;
}

Json link_ends(const Run& run) {
    std::map<std::string_view, std::size_t> numbers;
    for (const auto* named : {&run.centers, &run.administrations})
        for (const NamedPlace& place : *named) numbers.emplace(place.id, numbers.size());
    const auto end = [&](const std::string& id) -> Json {
        const auto found = numbers.find(id);
        return found == numbers.end() ? Json(nullptr) : Json(found->second);
    };
    Json from = Json::array();
    Json to = Json::array();
    for (const outcome::LinkEnds& link : run.links) {
        from.push_back(end(link.from));
        to.push_back(end(link.to));
    }
    const bool is_synthetic =
        std::any_of(run.links.begin(), run.links.end(), [](const auto& link) { return link.synthetic; });
    return {{"from", from}, {"to", to}, {"synthetic", is_synthetic}};
}

/// Links of a variant that carry anything.
Json loads(const Run& run, std::size_t variant, const std::vector<std::size_t>& years) {
    Json links = Json::array();
    Json needs = Json::array();
    Json limits = Json::array();
    for (std::size_t link = 0; link < run.links.size(); ++link) {
        const auto rows = rows_of(run, run.link_loads, variant, run.links.size(), link, years);
        if (std::any_of(rows.begin(), rows.end(),
                        [](const LinkYear* row) { return row->need_gbit_s > 0.0; })) {
            const auto& metrics = outcome::columns_of<outcome::LinkYear>();
            links.push_back(link);
            needs.push_back(steady(values_of(metric_named(metrics, "need_gbit_s"), rows)));
            limits.push_back(steady(values_of(metric_named(metrics, "limit_gbit_s"), rows)));
        }
    }
    return {{"link", links}, {"need", needs}, {"limit", limits}};
}

}  // namespace

Json map_section(const Source& source) {
    const Run& run = source.run;
    if (run.years.empty() || (run.administrations.empty() && run.centers.empty())) return nullptr;
    const std::vector<std::size_t> years = year_numbers(run);
    std::vector<outcome::Column<AdministrationYear>> figures;
    Json values = Json::object();
    for (const std::string_view name : figure_names) {
        figures.push_back(metric_named(outcome::columns_of<outcome::AdministrationYear>(), name));
        values[std::string{name}] = figure_values(run, figures.back(), years);
    }
    Json link_list = Json::array();
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant)
        link_list.push_back(loads(run, variant, years));
    return {{"years", years},
            {"all_years", years.size() == run.years.size()},
            {"administrations", places(source, run.administrations)},
            {"figures", metric_descriptions(figures)},
            {"values", std::move(values)},
            {"links", link_ends(run)},
            {"loads", std::move(link_list)}};
}

}  // namespace verbund::report::page

#include <algorithm>
#include <array>

#include "results/report/lookup.hpp"
#include "results/report/page/metric_json.hpp"
#include "results/report/page/section.hpp"

namespace verbund::report::page {
namespace {

using outcome::Run;
using outcome::SiteYear;

struct CenterRow {
    std::size_t variant;
    std::size_t center;
    std::vector<const SiteYear*> years;
};

std::vector<const SiteYear*> years_of(const Run& run, std::size_t variant, std::size_t center) {
    std::vector<const SiteYear*> years;
    for (std::size_t year = 0; year < run.years.size(); ++year)
        years.push_back(&run.yearly.at(run.yearly_index(variant, year, center)));
    return years;
}

std::vector<CenterRow> rows_in_operation(const Run& run) {
    std::vector<CenterRow> rows;
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        for (std::size_t center = 0; center < run.centers.size(); ++center) {
            CenterRow row{variant, center, years_of(run, variant, center)};
            if (std::any_of(row.years.begin(), row.years.end(),
                            [](const SiteYear* year) { return year->in_operation > 0.0; }))
                rows.push_back(std::move(row));
        }
    }
    return rows;
}

Json resources() {
    Json list = Json::array();
    for (const Resource resource : site_resources) {
        list.push_back({{"code", static_cast<int>(resource)},
                        {"metric", outcome::need_columns[resource].name},
                        {"name", both(resource_name(resource, Language::german),
                                      resource_name(resource, Language::english))},
                        {"short", both(short_resource_name(resource, Language::german),
                                       short_resource_name(resource, Language::english))}});
    }
    return list;
}

/// Home rooms of a variant in a year: within 80 % of what they have, within it, and beyond.
Json room_counts(const Run& run, std::size_t variant, std::size_t year) {
    constexpr double comfortable = 0.8;
    std::array<int, 3> counts{};
    const std::size_t places = run.administrations.size();
    const std::size_t first = run.summary_index(variant, year) * places;
    for (std::size_t i = first; i < first + places; ++i) {
        const outcome::AdministrationYear& row = run.administration.at(i);
        if (row.home_racks > 0.0) {
            const double share = row.home_binding_share;
            ++counts.at(share <= comfortable ? 0 : share <= 1.0 ? 1 : 2);
        }
    }
    return counts;
}

/// [variant][year][3]; null when no administration has a room of its own.
Json rooms(const Run& run) {
    if (std::none_of(run.administration.begin(), run.administration.end(),
                     [](const auto& row) { return row.home_racks > 0.0; }))
        return nullptr;
    Json list = Json::array();
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        Json years = Json::array();
        for (std::size_t year = 0; year < run.years.size(); ++year)
            years.push_back(room_counts(run, variant, year));
        list.push_back(std::move(years));
    }
    return list;
}

/// The metric of a center's years; null in years in which it runs nothing.
Json course(const outcome::Column<SiteYear>& metric, const CenterRow& row) {
    std::vector<double> values = values_of(metric, row.years);
    for (std::size_t year = 0; year < values.size(); ++year) {
        const bool is_off = !(row.years[year]->in_operation > 0.0);
        values[year] = is_off && metric.name != "in_operation" ? outcome::not_applicable : values[year];
    }
    return steady(values);
}

}  // namespace

Json centers_section(const Source& source) {
    const std::vector<CenterRow> rows = rows_in_operation(source.run);
    Json room_numbers = rooms(source.run);
    if (rows.empty() && room_numbers.is_null()) return nullptr;
    Json ends = Json::array();
    for (const CenterRow& row : rows) ends.push_back({{"variant", row.variant}, {"center", row.center}});
    Json values = Json::object();
    for (const auto& metric : outcome::columns_of<outcome::SiteYear>()) {
        Json list = Json::array();
        for (const CenterRow& row : rows) list.push_back(course(metric, row));
        values[std::string{metric.name}] = std::move(list);
    }
    return {{"metrics", metric_descriptions(outcome::columns_of<outcome::SiteYear>())},
            {"resources", resources()},
            {"rows", std::move(ends)},
            {"values", std::move(values)},
            {"rooms", std::move(room_numbers)}};
}

}  // namespace verbund::report::page

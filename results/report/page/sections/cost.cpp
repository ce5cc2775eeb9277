#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "results/report/lookup.hpp"
#include "results/report/page/section.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

using outcome::BudgetRow;
using outcome::PurchaseRow;
using outcome::Run;

using Course = std::vector<double>;  ///< a value for each year

/// Every amount of a variant's budget over the years.
Json budget(const Run& run, std::size_t variant) {
    Json columns = Json::object();
    for (const auto& column : outcome::columns_of<BudgetRow>()) {
        if (column.unit != "EUR") continue;
        Course course(run.years.size(), outcome::not_applicable);
        for (const BudgetRow* row : rows_of(run.rows<BudgetRow>(), variant))
            if (const auto year = year_index(run, row->year)) course[*year] = number_in(column, *row);
        columns[std::string{column.name}] = numbers(course);
    }
    return columns;
}

/// What a variant buys, all sites together, the kind with the highest sum first.
Json purchases(const Run& run, std::size_t variant) {
    std::map<std::string, Course> kinds;
    for (const PurchaseRow* row : rows_of(run.rows<PurchaseRow>(), variant)) {
        Course& course = kinds.try_emplace(row->kind, run.years.size(), 0.0).first->second;
        if (const auto year = year_index(run, row->year)) course[*year] += row->eur;
    }
    const auto sum = [](const auto& kind) {
        return std::accumulate(kind.second.begin(), kind.second.end(), 0.0);
    };
    std::vector<std::pair<std::string, Course>> sorted{kinds.begin(), kinds.end()};
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto& one, const auto& other) { return sum(one) > sum(other); });
    Json list = Json::array();
    for (const auto& [kind, course] : sorted)
        list.push_back({{"kind", printable(kind)}, {"eur", numbers(course)}});
    return list;
}

}  // namespace

Json cost_section(const Source& source) {
    const Run& run = source.run;
    if (run.rows<BudgetRow>().empty()) return nullptr;
    Json variants = Json::array();
    for (std::size_t v = 0; v < run.variants.size(); ++v)
        variants.push_back({{"budget", budget(run, v)}, {"purchases", purchases(run, v)}});
    return {{"variants", std::move(variants)}};
}

}  // namespace verbund::report::page

#include "results/report/figures.hpp"

#include <cmath>

#include "results/outcome/engine_numbers.hpp"
#include "results/report/lookup.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::AvailabilitySummary;
using outcome::DrillSummary;
using outcome::LatencyDay;
using outcome::not_applicable;
using outcome::Run;

template <class Row>
bool is_of(const Row& row, std::size_t variant, int year) {
    return static_cast<std::size_t>(row.variant) == variant && row.year == year;
}

template <double AvailabilitySummary::*member>
double critical(const Run& run, std::size_t variant, int year) {
    const AvailabilitySummary* found = outcome::availability_of(run, variant, year, "critical");
    return found == nullptr ? not_applicable : found->*member;
}

template <double LatencyDay::*member>
double response(const Run& run, std::size_t variant, int year) {
    const LatencyDay* found = outcome::response_of(run, variant, year);
    return found == nullptr ? not_applicable : found->*member;
}

template <double DrillSummary::*member>
double worst_drill(const Run& run, std::size_t variant, int year) {
    return outcome::worst_drill(run, variant, year, member);
}

template <double DrillSummary::*member>
double drills_without(const Run& run, std::size_t variant, int year) {
    double count = not_applicable;
    for (const DrillSummary& row : run.rows<outcome::DrillSummary>())
        if (is_of(row, variant, year))
            count = (std::isnan(count) ? 0.0 : count) + (std::isnan(row.*member) ? 1.0 : 0.0);
    return count;
}

double nights_held(const Run& run, std::size_t variant, int year) {
    double all = 0.0;
    double held = 0.0;
    for (const outcome::NightBackup& row : run.rows<outcome::NightBackup>()) {
        if (is_of(row, variant, year)) {
            all += 1.0;
            held += row.holds ? 1.0 : 0.0;
        }
    }
    return all > 0.0 ? held / all : not_applicable;
}

Figure summary_figure(const outcome::Column<outcome::VariantYear>& column) {
    Figure figure;
    figure.name = column.name;
    figure.unit = column.unit;
    figure.display = column.display;
    figure.title_de = column_title(column, Language::german);
    figure.title_en = column_title(column, Language::english);
    figure.get = [&column](const Run& run, std::size_t variant, int year) {
        const auto index = year_index(run, year);
        return index ? number_in(column, run.summary.at(run.summary_index(variant, *index))) : not_applicable;
    };
    figure.always = true;
    return figure;
}

/// Those of the engines, beside the summary's columns.
void add_engine_figures(std::vector<Figure>& figures) {
    using outcome::Display;
    using Availability = AvailabilitySummary;
    const auto add = [&](std::string_view name, std::string_view unit, Display display, Figure::Get get,
                         Figure::Get low = {}, Figure::Get high = {}) {
        figures.push_back({name, unit, display, find_word("figure", name, Language::german).value_or(name),
                           find_word("figure", name, Language::english).value_or(name), std::move(get),
                           std::move(low), std::move(high)});
    };
    add("downtime_h", "h", Display::number, critical<&Availability::downtime_h>,
        critical<&Availability::low_h>, critical<&Availability::high_h>);
    add("bsi_class", "1", Display::grade, critical<&Availability::bsi_class>);
    add("response_p95_ms", "ms", Display::number, response<&LatencyDay::p95_ms>,
        response<&LatencyDay::p95_low_ms>, response<&LatencyDay::p95_high_ms>);
    add("drills_rto_max_s", "s", Display::recovery, worst_drill<&DrillSummary::rto_max_s>);
    add("drills_rpo_max_s", "s", Display::loss, worst_drill<&DrillSummary::rpo_max_s>);
    add("drills_not_recovered", "1", Display::count, drills_without<&DrillSummary::rto_max_s>);
    add("drills_data_lost", "1", Display::count, drills_without<&DrillSummary::rpo_max_s>);
    add("nights_held_share", "1", Display::share, nights_held);
}

}  // namespace

const std::vector<Figure>& figures() {
    static const std::vector<Figure> all = [] {
        std::vector<Figure> list;
        for (const auto& column : outcome::columns_of<outcome::VariantYear>())
            list.push_back(summary_figure(column));
        add_engine_figures(list);
        return list;
    }();
    return all;
}

}  // namespace verbund::report

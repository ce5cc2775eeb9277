#include "sim/availability/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"

namespace verbund::availability {
namespace {

// Rates at which rare failures are sampled: a service depends on a handful of them, so that together they
// stay well below one per year, and each happens some hundred times in 10,000 years.
constexpr double sampled_wide_area = 0.03;
constexpr double sampled_site_loss = 0.02;
constexpr double sampled_ransomware = 0.03;

/// Reads figures and keeps every mistake.
class FigureReader {
public:
    explicit FigureReader(const catalog::Catalog& catalog) : catalog_{catalog} {}

    double per_year(const std::string& id) { return value<Rate>(id, per_year_unit, 0.0); }
    double in_hours(const std::string& id) { return value<Duration>(id, hours, 0.0); }
    double in_kilometres(const std::string& id) { return value<Length>(id, kilometre, 0.0); }

    double share(const std::string& id) {
        const double found = value<Fraction>(id, one, 0.0);
        if (found < 0.0 || found > 1.0) complain(id, "is no share between 0 % and 100 %", "");
        return std::clamp(found, 0.0, 1.0);
    }

    double ratio(const std::string& id) { return value<Fraction>(id, one, 0.0); }

    /// Over the range of the figure with its value as the mean; a figure without a range is fixed.
    RepairTime range(const std::string& id) {
        const catalog::Figure* figure = find(id);
        if (figure == nullptr) return FixedTime{1.0};
        const double middle = parsed<Duration>(id, figure->value, hours);
        if (middle <= 0.0) complain(id, "a repair takes some time", "Write a duration above zero.");
        if (figure->low.empty() || figure->high.empty()) return FixedTime{std::max(middle, shortest_h)};
        const double low = parsed<Duration>(id, figure->low, hours);
        const double high = parsed<Duration>(id, figure->high, hours);
        if (low > high || high <= 0.0) {
            complain(id, fmt::format("the range {} to {} is empty", figure->low, figure->high),
                     "Write the shorter time as low.");
            return FixedTime{1.0};
        }
        if (middle < low || middle > high) {
            complain(id,
                     fmt::format("{} lies outside its range {} to {} (the value is the mean)", figure->value,
                                 figure->low, figure->high),
                     "Write a range around the value, or leave low and high empty.");
            return FixedTime{1.0};
        }
        return RangeTime{low, middle, high};
    }

    void throw_mistakes() const {
        if (!mistakes_.empty()) throw InvalidInput{mistakes_};
    }

private:
    static constexpr auto per_year_unit = verbund::per_year;
    static constexpr double shortest_h = 1e-6;

    const catalog::Figure* find(const std::string& id) {
        for (const catalog::Figure& figure : catalog_.figures)
            if (figure.id == id) return &figure;
        complain(id, "is missing (the availability engine needs it)",
                 "Copy its row from the built-in table into the one that replaces it.");
        return nullptr;
    }

    template <class Q, Dimension D>
    double parsed(const std::string& id, const std::string& text, Unit<D> unit) {
        const Parsed<Q> result = parse_quantity<Q>(text, PointMeaning::decimal);
        if (result) return result.value->in(unit);
        complain(id, result.problem.problem, result.problem.remedy);
        return 0.0;
    }

    template <class Q, Dimension D>
    double value(const std::string& id, Unit<D> unit, double otherwise) {
        const catalog::Figure* figure = find(id);
        if (figure == nullptr) return otherwise;
        const double found = parsed<Q>(id, figure->value, unit);
        if (found < 0.0) complain(id, fmt::format("{} is below zero", figure->value), "");
        return found > 0.0 ? found : otherwise;
    }

    void complain(const std::string& id, const std::string& problem, const std::string& remedy) {
        mistakes_.push_back(
            {.at = {}, .key = "catalog.figures: " + id, .problem = problem, .remedy = remedy});
    }

    const catalog::Catalog& catalog_;
    std::vector<Diagnostic> mistakes_;
};

void read_utility(FigureReader& read, Figures& f) {
    const LognormalTime long_outage{std::max(read.in_hours("repair.utility-long"), 1e-6),
                                    read.ratio("spread.utility-long")};
    f.utility_long = {read.per_year("failure.utility-long"), long_outage, Cause::utility};
    f.utility_short = {read.per_year("failure.utility-short"), read.range("repair.utility-short"),
                       Cause::utility};
    f.utility_wide = {read.per_year("failure.utility-wide"), read.range("repair.utility-wide"),
                      Cause::wide_area, sampled_wide_area};
    f.utility_wide_km = read.in_kilometres("length.utility-wide");
    f.utility_local_km = read.in_kilometres("length.utility-local");
    f.two_feeders = read.share("share.two-feeders");
}

}  // namespace

Figures read_figures(const catalog::Catalog& catalog, const study::Availability& study,
                     const continuity::SupplySteps& supply) {
    FigureReader read{catalog};
    Figures f;
    f.host = {read.per_year("failure.server"), read.range("repair.server"), Cause::hosts};
    f.storage = {read.per_year("failure.storage-array"), read.range("repair.storage-array"), Cause::storage};
    f.room_switch = {read.per_year("failure.rack-switch"), read.range("repair.rack-switch"),
                     Cause::room_switch};
    f.ups_module = {read.per_year("failure.ups-module"), read.range("repair.ups-module"), Cause::ups};
    const RepairTime cooling = read.range("repair.cooling-unit");
    f.cooling_dx = {read.per_year("failure.cooling-unit.dx"), cooling, Cause::cooling};
    f.cooling_chilled = {read.per_year("failure.cooling-unit.chilled"), cooling, Cause::cooling};
    read_utility(read, f);
    f.site_loss = {read.per_year("failure.site-loss"), read.range("repair.site-loss"), Cause::site_loss,
                   sampled_site_loss};
    f.site_loss_km = read.in_kilometres("length.site-loss");
    f.software = {read.per_year("failure.software"), read.range("repair.software"), Cause::software};
    f.ransomware = {read.per_year("failure.ransomware"),
                    read.range(study.offline_copy ? "repair.ransomware.offline-copy" : "repair.ransomware"),
                    Cause::ransomware, sampled_ransomware};
    const double fibre_repair_h = std::max(read.in_hours("repair.fibre"), 1e-6);
    f.fibre_per_km = {read.per_year("failure.fibre"),
                      lognormal_of_mean(fibre_repair_h, read.ratio("spread.fibre")), Cause::backbone};
    f.ups_on_demand = read.share("demand.ups");
    const std::string care = study.genset_care == study::Care::well ? "well" : "poorly";
    const double catalog_demand = read.share("demand.genset." + care);
    f.genset_on_demand = supply.genset_failure ? supply.genset_failure->in(one) : catalog_demand;
    f.genset_mttf_h = read.in_hours("mttf.genset." + care);
    f.common_cause = read.share("share.common-cause");
    f.hidden_duct_km = read.in_kilometres("length.hidden-duct");
    f.duct_cut = read.share("share.duct-cut");
    read.throw_mistakes();
    return f;
}

}  // namespace verbund::availability

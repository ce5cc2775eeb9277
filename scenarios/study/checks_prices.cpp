#include <array>
#include <string>

#include <fmt/format.h>

#include "models/economics/electricity.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/price_book.hpp"

/// Prices of a study that contradict each other.
namespace verbund::study {
namespace {

/// The first of the keys that the study states, or all of them.
std::string stated_of(const CheckInput& input, const std::string& what, std::array<const char*, 4> ends) {
    for (const char* end : ends)
        if (input.study.prices.contains(what + end)) return fmt::format("prices.{}{}", what, end);
    return "prices";
}

void check_sizes(const CheckInput& input, const std::string& what, const economics::SizedPrice& price) {
    const std::string key = stated_of(input, what, {"-large", "-small", "-large-at", "-small-at"});
    if (price.large_at <= price.small_at) {
        input.report(key,
                     fmt::format("{0}-small-at of {1:g} kW does not lie below {0}-large-at of {2:g} kW", what,
                                 price.small_at, price.large_at),
                     "Write the smaller size as small-at.");
        return;
    }
    if (!price.falls_in_total()) return;
    input.report(
        key,
        fmt::format("{:g} kW at {:g} EUR/kW cost less in all than {:g} kW at {:g} EUR/kW (a larger purchase "
                    "would be the cheaper one)",
                    price.large_at, price.large_eur, price.small_at, price.small_eur),
        fmt::format("Raise {0}-large or lower {0}-small.", what));
}

void check_rates(const CheckInput& input, const std::string& what, const economics::RatePrice& price) {
    if (price.ten_gbit_eur >= price.one_gbit_eur) return;
    input.report(
        stated_of(input, what, {"10-gbit", "1-gbit", "", ""}),
        fmt::format("a line of 10 Gbit/s at {:g} EUR/a costs less than one of 1 Gbit/s at {:g} EUR/a",
                    price.ten_gbit_eur, price.one_gbit_eur),
        fmt::format("Raise {0}10-gbit or lower {0}1-gbit.", what));
}

}  // namespace

void find_price_that_falls_with_size(const CheckInput& input) {
    if (input.report.broken("prices")) return;
    const economics::PriceBook book = price_book(input.set.catalog, input.study);
    check_sizes(input, "building", book.building_eur_per_kw);
    check_sizes(input, "cooling", book.cooling_eur_per_kw);
    check_sizes(input, "genset", book.generator_eur_per_kva);
    check_rates(input, "ethernet-", book.wan.ethernet);
    const bool network =
        input.study.network.access_product == economics::AccessProduct::administration_network;
    check_rates(input, network ? "access-" : "access-business-", book.wan.access);
}

/// Otherwise the part of the demand charge that is taken out of a kWh is more than the kWh costs, and a bill
/// falls with use (`economics::demand_charge`).
void find_demand_charge_above_price(const CheckInput& input) {
    if (input.report.broken("prices") || input.report.broken("economics") || !horizon_known(input)) return;
    const economics::DemandPrice demand = price_book(input.set.catalog, input.study).demand(true);
    if (demand.contained_hours <= 0.0) return;
    const double contained_eur = demand.contained_eur / demand.contained_hours;
    const Energy large = 1000.0 * megawatt_hour;
    for (int year = input.set.horizon.first; year <= input.set.horizon.last; ++year) {
        const auto bill = [&](double times) {
            return economics::electricity_bill(input.set.catalog, year, times * large,
                                               input.study.economics.price);
        };
        const double per_kwh = (bill(2.0) - bill(1.0)).in(euro) / large.in(kilowatt_hour);
        if (contained_eur < 0.5 * per_kwh) continue;
        input.report(
            stated_of(input, "price-demand-", {"full-load-hours", "medium-voltage", "", ""}),
            fmt::format(
                "{:g} EUR/kW over {:g} full-load hours are {:.3g} EUR of every kWh, half or more of its "
                "industry price of {:.3g} EUR in {} (a bill would fall with use)",
                demand.contained_eur, demand.contained_hours, contained_eur, per_kwh, year),
            "Raise price-demand-full-load-hours, or lower price-demand-medium-voltage.");
        return;
    }
}

void find_movable_share_of_even_hours(const CheckInput& input) {
    const Economics& e = input.study.economics;
    if (!(e.movable_share > 0.0 * percent) || e.hourly_shape) return;
    input.report(
        "economics.movable_share",
        "nothing can be moved to cheaper hours (economics.hourly_shape is false: all hours cost the same)",
        "Write hourly_shape: true, or leave movable_share out.");
}

}  // namespace verbund::study

#include <array>
#include <string>

#include <fmt/format.h>

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

void find_movable_share_of_even_hours(const CheckInput& input) {
    const Economics& e = input.study.economics;
    if (!(e.movable_share > 0.0 * percent) || e.hourly_shape) return;
    input.report(
        "economics.movable_share",
        "nothing can be moved to cheaper hours (economics.hourly_shape is false: all hours cost the same)",
        "Write hourly_shape: true, or leave movable_share out.");
}

}  // namespace verbund::study

#include "tests/properties/numbers.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

namespace verbund::properties {
namespace {

class Collector {
public:
    Collector(const outcome::Run& run, const Renaming& names) : run_{run}, names_{names} {}

    template <class Row>
    void add(const std::string& thing, std::size_t variant, int year, const Row& row,
             const std::vector<outcome::Column<Row>>& metrics) {
        const std::string of =
            fmt::format("{} in {} {}: ", called(thing), called(run_.variants[variant].id), year);
        for (const outcome::Column<Row>& metric : metrics)
            if (metric.name != "main_center")
                numbers_[of + std::string{metric.name}] = number_in(metric, row);
    }

    Numbers take() { return std::move(numbers_); }

private:
    [[nodiscard]] std::string called(const std::string& id) const {
        const auto found = names_.find(id);
        return found == names_.end() ? id : found->second;
    }

    const outcome::Run& run_;
    const Renaming& names_;
    Numbers numbers_;
};

bool same(double a, double b, double tolerance) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    if (tolerance == 0.0) return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    return std::abs(a - b) <= tolerance * std::max({std::abs(a), std::abs(b), 1e-9});
}

}  // namespace

Numbers numbers_of(const outcome::Run& run, const Renaming& names) {
    Collector all(run, names);
    for (std::size_t v = 0; v < run.variants.size(); ++v) {
        for (std::size_t y = 0; y < run.years.size(); ++y) {
            const std::size_t row = run.summary_index(v, y);
            all.add("all", v, run.years[y], run.summary[row], outcome::columns_of<outcome::VariantYear>());
            for (std::size_t c = 0; c < run.centers.size(); ++c) {
                all.add(run.centers[c].id, v, run.years[y], run.yearly[row * run.centers.size() + c],
                        outcome::columns_of<outcome::SiteYear>());
            }
            for (std::size_t a = 0; a < run.administrations.size(); ++a) {
                all.add(run.administrations[a].id, v, run.years[y],
                        run.administration[row * run.administrations.size() + a],
                        outcome::columns_of<outcome::AdministrationYear>());
            }
        }
    }
    return all.take();
}

Numbers with(const Numbers& numbers, const std::function<bool(const std::string&)>& wanted) {
    Numbers some;
    std::copy_if(numbers.begin(), numbers.end(), std::inserter(some, some.end()),
                 [&](const auto& number) { return wanted(number.first); });
    return some;
}

std::string first_difference(const Numbers& expected, const Numbers& found, double tolerance) {
    for (const auto& [what, number] : expected) {
        const auto other = found.find(what);
        if (other == found.end()) return what + " is missing";
        if (!same(number, other->second, tolerance))
            return fmt::format("{} is {:.17g} and becomes {:.17g}", what, number, other->second);
    }
    return "";
}

}  // namespace verbund::properties

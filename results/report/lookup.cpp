#include "results/report/lookup.hpp"

#include <algorithm>
#include <cmath>

#include "results/report/words/words.hpp"

namespace verbund::report {
using outcome::Run;
using outcome::VariantYear;

std::optional<std::size_t> year_index(const Run& run, int year) {
    const auto found = std::find(run.years.begin(), run.years.end(), year);
    return found == run.years.end() ? std::nullopt
                                    : std::optional{static_cast<std::size_t>(found - run.years.begin())};
}

std::optional<std::size_t> variant_index(const Run& run, const std::string& id) {
    const auto found = std::find_if(run.variants.begin(), run.variants.end(),
                                    [&](const auto& variant) { return variant.id == id; });
    return found == run.variants.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - run.variants.begin())};
}

std::size_t base_index(const Run& run) { return variant_index(run, run.base_variant).value_or(0); }

std::vector<int> shown_years(const Run& run) {
    std::vector<int> years;
    std::copy_if(run.milestones.begin(), run.milestones.end(), std::back_inserter(years),
                 [&](int year) { return year_index(run, year).has_value(); });
    return years.empty() ? run.years : years;
}

const VariantYear& summary_of(const Run& run, std::size_t variant, int year) {
    return run.summary.at(run.summary_index(variant, year_index(run, year).value_or(0)));
}

bool same_scope(const VariantYear& one, const VariantYear& other) {
    constexpr double tolerance = 1e-3;
    const double most = std::max(one.workplaces, other.workplaces);
    return std::lround(one.administrations) == std::lround(other.administrations) &&
           std::abs(one.workplaces - other.workplaces) <= tolerance * most;
}

const outcome::Bottleneck* first_bottleneck(const Run& run, std::size_t variant, int last_year) {
    const auto comes_first = [](const outcome::Bottleneck& one, const outcome::Bottleneck& other) {
        return one.year != other.year ? one.year < other.year
                                      : one.need * other.limit > other.need * one.limit;
    };
    const outcome::Bottleneck* first = nullptr;
    for (const outcome::Bottleneck& bottleneck : run.rows<outcome::Bottleneck>()) {
        const bool counts =
            static_cast<std::size_t>(bottleneck.variant) == variant && bottleneck.year <= last_year;
        if (counts && (first == nullptr || comes_first(bottleneck, *first))) first = &bottleneck;
    }
    return first;
}

std::string_view resource_name(Resource resource, Language language) {
    const std::string_view id = outcome::resource_id(resource);
    return find_word("resource", id, language).value_or(id);
}

std::string_view short_resource_name(Resource resource, Language language) {
    const std::string_view id = outcome::resource_id(resource);
    return find_word("resource-short", id, language).value_or(id);
}

std::string enumeration(const std::vector<std::string>& parts, Language language) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool is_last = i + 1 == parts.size();
        const std::string_view joint = is_last ? (language == Language::german ? " und " : " and ") : ", ";
        text += i == 0 ? parts[i] : std::string{joint} + parts[i];
    }
    return text;
}

}  // namespace verbund::report

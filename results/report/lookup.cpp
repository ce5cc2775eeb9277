#include "results/report/lookup.hpp"

#include <algorithm>

#include "results/report/text_width.hpp"

namespace verbund::report {

using outcome::Run;

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

std::string place_name(const Run& run, const std::string& id) {
    for (const auto* places : {&run.centers, &run.administrations}) {
        const auto found =
            std::find_if(places->begin(), places->end(), [&](const auto& place) { return place.id == id; });
        if (found != places->end() && !found->name.empty()) {
            return printable(found->name);
        }
    }
    return printable(id);
}

const outcome::Bottleneck* first_bottleneck(const Run& run, std::size_t variant, int last_year) {
    const outcome::Bottleneck* first = nullptr;
    for (const outcome::Bottleneck& bottleneck : run.bottlenecks) {
        const bool counts =
            static_cast<std::size_t>(bottleneck.variant) == variant && bottleneck.year <= last_year;
        if (counts && (first == nullptr || bottleneck.year < first->year)) {
            first = &bottleneck;
        }
    }
    return first;
}

std::string_view resource_name(Resource resource, Language language) {
    return language == Language::german ? outcome::resource_name_de(resource)
                                        : outcome::resource_name_en(resource);
}

}  // namespace verbund::report

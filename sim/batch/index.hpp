#pragma once

#include <map>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/annual/annual.hpp"

/// Where each variant's sites, administrations and links stand in the run's tables.
namespace verbund::batch {

/// Index of one variant's things in the run's lists, which hold the union over the variants.
struct VariantIndex {
    std::vector<std::size_t> center;
    std::vector<std::size_t> administration;
    std::vector<std::size_t> link;
};

/// Names of a variant's centers and administrations, in its own order.
struct VariantPlaces {
    std::vector<outcome::NamedPlace> centers;
    std::vector<outcome::NamedPlace> administrations;
};
[[nodiscard]] VariantPlaces places_of(const deploy::VariantDeployment& variant);

/// Collects things by id; the first mention decides name and place.
class RunIndex {
public:
    explicit RunIndex(outcome::Run& run) : run_{run} {}
    [[nodiscard]] VariantIndex add(const VariantPlaces& places);
    [[nodiscard]] std::vector<std::size_t> add_links(const network::Topology& topology);

private:
    std::size_t place(std::map<std::string, std::size_t>& known, std::vector<outcome::NamedPlace>& list,
                      outcome::NamedPlace what);
    outcome::Run& run_;
    std::map<std::string, std::size_t> centers_;
    std::map<std::string, std::size_t> administrations_;
    std::map<std::string, std::size_t> links_;
};

}  // namespace verbund::batch

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

/// Places that may hold a provider's backup site.
namespace verbund::study {

/// A candidate.  Limits that are not stated are sized by the run, as for a center of the study.
struct SiteCandidate {
    Id id;
    std::string name;
    Place at;
    bool existing = false;  ///< a center of the study, with its own limits; what follows does not count
    std::optional<std::string> state;  ///< 2 digits; default: state of the nearest district
    std::optional<Power> it_power;
    std::optional<int> racks;
    std::optional<Data> storage;
    std::optional<Power> grid_connection;
    std::optional<int> availability_class;
    std::string ups = Room{}.ups;
    std::string cooling = Room{}.cooling;
    std::string grid_region;  ///< sites of one region fail together; default: control area of its state
    std::vector<Id> links;    ///< with a given network: nodes, centers or administrations it is joined to
    std::vector<std::string> ducts;  ///< of these links
    MoneyRate rent;                  ///< fixed cost of the place
};

/// What a candidate becomes in a variant: a shared center with one room.
[[nodiscard]] Center center_of(const SiteCandidate& candidate, Date commissioned);

}  // namespace verbund::study

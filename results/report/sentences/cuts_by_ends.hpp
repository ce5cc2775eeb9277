#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "results/outcome/outcome.hpp"

namespace verbund::report {

/// A run's `RouteCut` rows by the two places that their routes join.
class CutsByEnds {
public:
    using Cuts = std::vector<const outcome::RouteCut*>;

    /// The run must outlive it.
    explicit CutsByEnds(const outcome::Run& run) {
        for (const outcome::RouteCut& cut : run.rows<outcome::RouteCut>())
            cuts_[{cut.variant, cut.from, cut.to}].push_back(&cut);
    }

    /// In the order of the rows; empty where nothing prevents two separate routes.
    [[nodiscard]] Cuts between(std::int32_t variant, const std::string& from, const std::string& to) const {
        const auto found = cuts_.find({variant, from, to});
        return found == cuts_.end() ? Cuts{} : found->second;
    }

private:
    std::map<std::tuple<std::int32_t, std::string, std::string>, Cuts> cuts_;
};

}  // namespace verbund::report

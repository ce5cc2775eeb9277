#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {

/// Takes rows that count within a variant over into a run's table.
class RowTaker {
public:
    /// Finds the variant's administrations in `run`, by id.
    RowTaker(const deploy::World& world, std::size_t variant, const outcome::Run& run);

    template <class Row>
    void operator()(std::vector<Row>&& from, std::vector<Row>& to) const {
        for (Row& row : from) {
            row.variant = variant_;
            if constexpr (requires { row.administration += 1; })
                row.administration = administrations_.at(static_cast<std::size_t>(row.administration));
            to.push_back(std::move(row));
        }
    }

private:
    std::int32_t variant_;
    std::vector<std::int32_t> administrations_;
};

}  // namespace verbund::batch

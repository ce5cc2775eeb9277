#pragma once

#include <cstdint>
#include <vector>

#include "models/workload/profile_set.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/events/world/input.hpp"

/// A variant deployed and connected, for the engines that play single years of it.
namespace verbund::batch {

class VariantWorld {
public:
    /// `index` into the set's variants.  The study must outlive the world.  Throws `InvalidInput`, with
    /// places, for contradictions that show in some year.
    VariantWorld(const study::StudySet& set, std::size_t index);

    [[nodiscard]] events::EventInput input(int year) const;
    [[nodiscard]] const study::Variant& variant() const { return variant_; }
    [[nodiscard]] const study::Study& study() const { return variant_.study; }
    [[nodiscard]] const std::string& id() const { return variant_.id; }
    [[nodiscard]] const deploy::VariantDeployment& deployment() const { return deployment_; }
    [[nodiscard]] const deploy::NetworkPlan& network() const { return network_; }

private:
    const study::StudySet& set_;
    const study::Variant& variant_;
    workload::ProfileSet profiles_;
    deploy::VariantDeployment deployment_;
    deploy::NetworkPlan network_;
};

/// Takes rows that count within a variant over into a run's table.
class RowTaker {
public:
    /// Finds the variant's administrations in `run`, by id.
    RowTaker(const VariantWorld& world, std::size_t variant, const outcome::Run& run);

    template <class Row>
    void operator()(std::vector<Row>&& from, std::vector<Row>& to) const {
        for (Row& row : from) {
            row.variant = variant_;
            if constexpr (requires { row.administration += 1; }) {
                row.administration = administrations_.at(static_cast<std::size_t>(row.administration));
            }
            to.push_back(std::move(row));
        }
    }

private:
    std::int32_t variant_;
    std::vector<std::int32_t> administrations_;
};

}  // namespace verbund::batch

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "models/workload/measured_use.hpp"
#include "results/store/usage_bundle.hpp"

namespace verbund::batch {

/// Steps read from a bundle when they are asked for.
class BundleSteps final : public workload::StepSource {
public:
    explicit BundleSteps(const std::filesystem::path& file);

    [[nodiscard]] std::vector<workload::MeasuredVm> vms() const;
    [[nodiscard]] std::size_t runs(std::size_t vm) const override;
    [[nodiscard]] workload::StepRun run(std::size_t vm, std::size_t number) const override;
    [[nodiscard]] std::span<const double> values(std::size_t vm, std::size_t run, std::uint64_t first,
                                                 std::size_t count, Room& room) const override;
    [[nodiscard]] std::span<const double> times(std::size_t vm, std::size_t run, std::uint64_t first,
                                                std::size_t count, Room& room) const override;

private:
    /// Where a run lies in the bundle.
    struct Place {
        std::uint64_t first_value = 0;
        std::uint64_t first_time = 0;  ///< of a timed run
        double last_s = 0.0;
    };

    store::UsageBundle bundle_;
    std::vector<std::size_t> first_run_;  ///< of each VM
    std::vector<Place> places_;           ///< of each run
};

/// Writes VMs and their steps as a bundle; throws `RunFailed`.
void write_bundle(const std::filesystem::path& target, bool overwrite,
                  const std::vector<workload::MeasuredVm>& vms, const workload::StepSource& steps);

}  // namespace verbund::batch

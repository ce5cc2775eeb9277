#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Named, counter-based random streams (Random123, Philox 4x64-10; Salmon et al., SC'11).
///
/// A stream is addressed by the run's seed and a name such as "climate/region-5".  Two streams never share
/// draws, and adding a model with a new name leaves the draws of all others untouched, on any machine and
/// thread count.
namespace verbund {

class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::string_view name);

    /// Uniform 64-bit integer.
    [[nodiscard]] std::uint64_t bits();
    /// Uniform in the open interval (0, 1).
    [[nodiscard]] double uniform();
    /// Uniform integer in [0, n).  Requires n > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t n);
    /// Normal with mean 0 and standard deviation 1 (inverse distribution function of one uniform draw).
    [[nodiscard]] double standard_normal();
    /// Exponential with mean 1.
    [[nodiscard]] double standard_exponential();

private:
    std::array<std::uint64_t, 2> key_;  ///< seed and hash of the name
    std::uint64_t counter_ = 0;
    std::array<std::uint64_t, 4> block_{};
    std::size_t used_ = 4;  ///< numbers of the block that are spent
};

/// One block of Philox 4x64 with 10 rounds: four 64-bit numbers for a counter and a key.
[[nodiscard]] std::array<std::uint64_t, 4> philox_block(const std::array<std::uint64_t, 4>& counter,
                                                        const std::array<std::uint64_t, 2>& key) noexcept;

/// 64-bit FNV-1a hash of a name; stable across machines.
[[nodiscard]] std::uint64_t stable_hash(std::string_view text) noexcept;

}  // namespace verbund

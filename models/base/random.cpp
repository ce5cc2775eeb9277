#include "models/base/random.hpp"

#include <cmath>

#include <Random123/philox.h>
#include <boost/math/distributions/normal.hpp>

namespace verbund {
namespace {

/// Without promotion to long double, whose width differs between processors.
using SamePrecision = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

std::array<std::uint64_t, 4> philox_block(const std::array<std::uint64_t, 4>& counter,
                                          const std::array<std::uint64_t, 2>& key) noexcept {
    const r123::Philox4x64::ctr_type c{{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x64::key_type k{{key[0], key[1]}};
    const r123::Philox4x64::ctr_type block = r123::Philox4x64{}(c, k);
    return {block[0], block[1], block[2], block[3]};
}

RandomStream::RandomStream(std::uint64_t seed, std::string_view name) : key_{seed, stable_hash(name)} {}

std::uint64_t RandomStream::bits() {
    if (used_ == block_.size()) {
        block_ = philox_block({counter_++, 0, 0, 0}, key_);
        used_ = 0;
    }
    return block_[used_++];
}

double RandomStream::uniform() {
    // 52 bits and a half: the ends 0 and 1 cannot occur, and every value is exact.
    return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52;
}

std::uint64_t RandomStream::below(std::uint64_t n) {
    // 2^64 mod n values are left over beyond the last full run of 0..n-1; drawing again keeps all numbers
    // equally likely.
    const std::uint64_t leftover = (std::uint64_t{0} - n) % n;
    std::uint64_t draw = bits();
    while (draw < leftover) draw = bits();
    return draw % n;
}

double RandomStream::standard_normal() {
    const boost::math::normal_distribution<double, SamePrecision> normal{};
    return quantile(normal, uniform());
}

double RandomStream::standard_exponential() { return -std::log(uniform()); }

std::uint64_t stable_hash(std::string_view text) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

}  // namespace verbund

#pragma once

#include <array>
#include <cstddef>

namespace verbund {

/// One value for each of the enumerators from `First` to `Last`, which must be consecutive; in their order.
///
/// Made of exactly one value for each, every struct among them in braces of its own: a count that differs, or
/// the bare members of structs one after the other, do not compile.
template <class Value, auto First, decltype(First) Last>
struct EnumArray {
    using Enum = decltype(First);
    static constexpr std::size_t size = static_cast<std::size_t>(Last) - static_cast<std::size_t>(First) + 1;

    std::array<Value, size> values{};

    constexpr EnumArray() = default;
    /// `{a, b, c}`.  No `std::array`, which would take the members of its elements without their braces.
    template <std::size_t N>
    requires(N == size) constexpr EnumArray(const Value (&all)[N]) : values{std::to_array(all)} {}

    [[nodiscard]] static constexpr EnumArray filled(const Value& value) {
        EnumArray all;
        all.values.fill(value);
        return all;
    }
    /// The enumerators in order.
    [[nodiscard]] static constexpr std::array<Enum, size> keys() {
        std::array<Enum, size> all{};
        for (std::size_t i = 0; i < size; ++i)
            all[i] = static_cast<Enum>(static_cast<std::size_t>(First) + i);
        return all;
    }

    /// Throws `std::out_of_range` for an enumerator outside.
    [[nodiscard]] constexpr Value& operator[](Enum key) { return values.at(index(key)); }
    [[nodiscard]] constexpr const Value& operator[](Enum key) const { return values.at(index(key)); }

    friend constexpr bool operator==(const EnumArray&, const EnumArray&) = default;

private:
    static constexpr std::size_t index(Enum key) {
        return static_cast<std::size_t>(key) - static_cast<std::size_t>(First);
    }
};

}  // namespace verbund

#pragma once

/// The one place that includes Catch2: version 2 (Debian 12) and version 3 both work.
/// Use the names of `verbund::test` where the versions differ.

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace verbund::test {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

#if __has_include(<catch2/catch_test_macros.hpp>)
using Catch::Approx;
#else
using Catch::Detail::Approx;
#endif

/// Matches a string that contains `part`.
[[nodiscard]] inline auto contains(const std::string& part) {
#if __has_include(<catch2/catch_test_macros.hpp>)
    return Catch::Matchers::ContainsSubstring(part);
#else
    return Catch::Matchers::Contains(part);
#endif
}

}  // namespace verbund::test

#include "models/base/enum_array.hpp"

#include <array>
#include <stdexcept>

#include "models/base/resource.hpp"
#include "tests/support/catch.hpp"

namespace verbund {
namespace {

enum class Color { none, red, green, blue, black };
using Colors = EnumArray<int, Color::red, Color::blue>;

TEST_CASE("an enum array holds one value for each enumerator of its range", "[base]") {
    auto counts = Colors::filled(7);
    counts[Color::green] = 2;
    CHECK(counts[Color::red] == 7);
    CHECK(counts[Color::green] == 2);
    CHECK(counts[Color::blue] == 7);
    CHECK(counts != Colors::filled(7));
    CHECK(Colors{}[Color::blue] == 0);
    CHECK(Colors{{1, 2, 3}}[Color::blue] == 3);
}

struct Need {
    double need = 0.0;
    double limit = 0.0;
};
using Needs = EnumArray<Need, Color::red, Color::blue>;

// Whether an array can be made of so many values.  Of a template's parameter, as nothing else may fail to
// compile.
template <class Array>
concept OfTwo = requires {
    Array{{1.0, 2.0}};
};
template <class Array>
concept OfThree = requires {
    Array{{1.0, 2.0, 3.0}};
};
template <class Array>
concept OfSix = requires {
    Array{{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}};
};
template <class Array>
concept OfTwoPairs = requires {
    Array{{{1.0, 2.0}, {3.0, 4.0}}};
};
template <class Array>
concept OfThreePairs = requires {
    Array{{{1.0, 2.0}, {3.0, 4.0}, {5.0, 6.0}}};
};

TEST_CASE("an enum array is made of as many values as it has enumerators", "[base]") {
    using Numbers = EnumArray<double, Color::red, Color::blue>;
    CHECK(OfThree<Numbers>);
    CHECK_FALSE(OfTwo<Numbers>);
    CHECK_FALSE(OfSix<Numbers>);
    CHECK(OfThreePairs<Needs>);
    CHECK_FALSE(OfTwoPairs<Needs>);
}

TEST_CASE("the numbers of an enum array's structs stand in their braces, not bare one after the other",
          "[base]") {
    CHECK_FALSE(OfThree<Needs>);  // not the first struct and half of the second
    CHECK_FALSE(OfSix<Needs>);
    CHECK(Needs{{{1.0, 2.0}, {3.0, 4.0}, {5.0, 6.0}}}[Color::green].limit == 4.0);
}

TEST_CASE("an enumerator before or after the range of an enum array is refused", "[base]") {
    Colors counts;
    CHECK_THROWS_AS(counts[Color::none], std::out_of_range);
    CHECK_THROWS_AS(counts[Color::black], std::out_of_range);
}

TEST_CASE("the keys of an enum array are its enumerators in order", "[base]") {
    CHECK(Colors::keys() == std::array{Color::red, Color::green, Color::blue});
}

TEST_CASE("a site's resources are all but those that a host lacks for a single server", "[base]") {
    CHECK(site_resources.front() == Resource::height_units);
    CHECK(site_resources.back() == Resource::uplink);
    CHECK(site_resources.size() == 9);
    CHECK(resource_kinds[Resource::uplink].id == "uplink");
    CHECK(resource_kinds[Resource::uplink].unit == "Gbit s-1");
    CHECK(resource_kinds[Resource::host_memory].unit == "GB");
}

}  // namespace
}  // namespace verbund

#include "models/rules/bsi_class.hpp"

#include "tests/support/catch.hpp"

namespace verbund::rules {

TEST_CASE("an availability reaches the class whose limit it meets", "[rules]") {
    // FACTS A4: 95 %, 99 %, 99.9 %, 99.99 %, 99.999 %.
    CHECK(bsi_availability_class(0.94) == -1);
    CHECK(bsi_availability_class(0.95) == 0);
    CHECK(bsi_availability_class(0.9899) == 0);
    CHECK(bsi_availability_class(0.99) == 1);
    CHECK(bsi_availability_class(0.9989) == 1);
    CHECK(bsi_availability_class(0.999) == 2);
    CHECK(bsi_availability_class(0.9999) == 3);
    CHECK(bsi_availability_class(0.99999) == 4);
    CHECK(bsi_availability_class(1.0) == 4);
}

}  // namespace verbund::rules

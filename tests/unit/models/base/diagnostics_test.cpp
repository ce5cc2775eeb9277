#include "models/base/diagnostics.hpp"

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

[[nodiscard]] Diagnostic at_line(std::size_t line) {
    return {{"study.yaml", line, 1}, "key", "is wrong", ""};
}

}  // namespace

TEST_CASE("a message names place, key, problem and remedy in this order") {
    const Diagnostic mistake{{"study.yaml", 41, 15},
                             "rooms.r1.it_power",
                             "\"20 kWh\" is an energy (a power is needed)",
                             "Did you mean \"20 kW\"?"};
    CHECK(to_string(mistake) ==
          "study.yaml:41:15: rooms.r1.it_power: \"20 kWh\" is an energy (a power is needed). Did you mean "
          "\"20 kW\"?");
}

TEST_CASE("what a message does not know is left out") {
    CHECK(to_string(Diagnostic{{"a.csv", 3, 0}, "", "is empty", ""}) == "a.csv:3: is empty.");
    CHECK(to_string(Diagnostic{{"a.csv", 0, 0}, "k", "is empty", "Write a number"}) ==
          "a.csv: k: is empty. Write a number.");
    CHECK(to_string(Diagnostic{{"", 0, 0}, "k", "is empty", ""}) == "k: is empty.");
}

TEST_CASE("mistakes come out in the order of the file, each once") {
    Diagnostics mistakes;
    CHECK(mistakes.empty());
    mistakes.add(at_line(9));
    mistakes.add(at_line(2));
    mistakes.add(at_line(9));
    mistakes.add(at_line(10));
    const auto sorted = mistakes.sorted();
    REQUIRE(sorted.size() == 3);
    CHECK(sorted[0].at.line == 2);
    CHECK(sorted[1].at.line == 9);
    CHECK(sorted[2].at.line == 10);
}

TEST_CASE("invalid input carries all its mistakes") {
    const InvalidInput error{{at_line(1), at_line(2)}};
    CHECK(error.mistakes().size() == 2);
    CHECK(std::string{error.what()} == "study.yaml:1:1: key: is wrong.\nstudy.yaml:2:1: key: is wrong.");
}

TEST_CASE("the nearest word is the one that was meant") {
    const std::vector<std::string> keys{"availability_class", "commissioned", "rooms", "at"};
    CHECK(nearest_word("comissioned", keys) == "commissioned");  // one letter missing
    CHECK(nearest_word("romos", keys) == "rooms");               // two letters swapped: one edit
    CHECK(nearest_word("Availability_Class", keys) == "availability_class");
}

TEST_CASE("no word is suggested when none is near") {
    CHECK(nearest_word("price", {"rooms", "at"}).empty());
    CHECK(nearest_word("b", {"a", "c"}).empty());  // every other letter is one edit away: not evidence
    CHECK(nearest_word("", {"a"}).empty());
    CHECK(nearest_word("rooms", {}).empty());
    CHECK(nearest_word(std::string(100000, 'x'), {"rooms"}).empty());
}

TEST_CASE("of two words at equal distance the one with the nearer character wins") {
    CHECK(nearest_word("rz-3", {"raum-a", "raum-b", "rz-1", "rz-2"}) == "rz-2");
}

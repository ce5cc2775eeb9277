#include "models/continuity/failure_kind.hpp"

#include <regex>

#include "tests/support/catch.hpp"

namespace verbund::continuity {
namespace {

TEST_CASE("every kind of failure is found by its word", "[continuity]") {
    for (const FailureKindFacts& kind : failure_kinds) CHECK(failure_kind_of(kind.word) == kind.kind);
    CHECK_FALSE(failure_kind_of("centre"));
    CHECK(failure_words().front() == "center");
}

TEST_CASE("the forms that help lists are the kinds there are", "[continuity]") {
    CHECK(target_forms() ==
          "center:ID, room:CENTER/ROOM, rack:CENTER/ROOM, host:CENTER, link:ID, duct:ID, utility:CENTER, "
          "cooling:CENTER, attack:CENTER");
}

TEST_CASE("the pattern of a study takes what each kind is named by, and no other kind", "[continuity]") {
    const std::regex pattern{target_pattern()};
    for (const FailureKindFacts& kind : failure_kinds) {
        const std::string target = std::string{kind.word} + ":" + std::string{kind.example};
        CAPTURE(target);
        CHECK(std::regex_match(target, pattern));
        CHECK_THAT(target_examples(), test::contains("\"" + target + "\""));
    }
    CHECK_FALSE(std::regex_match("switch:s1", pattern));
    CHECK_FALSE(std::regex_match("center:", pattern));
    CHECK_FALSE(std::regex_match("center", pattern));
}

TEST_CASE("only what holds data can be destroyed, and only a center is where no length is stated",
          "[continuity]") {
    const auto words_of = [](auto member) {
        std::string words;
        for (const FailureKindFacts& kind : failure_kinds)
            if (member(kind)) words += std::string{kind.word} + " ";
        return words;
    };
    CHECK(words_of([](const auto& kind) { return kind.can_be_destroyed(); }) == "center room rack host ");
    CHECK(destroyable_words() == "center, room, rack or host");
    CHECK(words_of([](const auto& kind) { return kind.lost_without_length; }) == "center ");
    CHECK(words_of([](const auto& kind) { return kind.is_path(); }) == "link duct ");
    CHECK(words_of([](const auto& kind) { return kind.is_supply(); }) == "utility cooling ");
}

}  // namespace
}  // namespace verbund::continuity

#include "scenarios/read/yaml_parser.hpp"

#include <chrono>
#include <string>

#include "tests/support/catch.hpp"

using namespace verbund;
using read::YamlNode;

namespace {

struct Outcome {
    std::string message;  ///< first mistake
    double seconds = 0.0;
};

Outcome parse(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics mistakes;
    try {
        static_cast<void>(read::parse_yaml(text, "s.yaml", mistakes));
    } catch (const InvalidInput&) {  // noted in `mistakes` as well
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return {mistakes.empty() ? "" : to_string(mistakes.sorted().front()), taken.count()};
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

}  // namespace

TEST_CASE("a document becomes a tree with positions and quotation marks", "[yaml]") {
    Diagnostics mistakes;
    const YamlNode root = read::parse_yaml("a: {b: \"05\"}\nc:\n  - 1\n  - ~\nd:\n", "s.yaml", mistakes);
    REQUIRE(mistakes.empty());
    const YamlNode* b = root.find("a")->find("b");
    CHECK(b->text == "05");
    CHECK(b->quoted);
    CHECK(b->position() == SourcePosition{"s.yaml", 1, 9});
    CHECK(root.find("c")->items.at(0).position() == SourcePosition{"s.yaml", 3, 5});
    CHECK(root.find("c")->items.at(1).is_null());
    CHECK(root.find("d")->is_null());
    CHECK(root.find("d")->line == 5);  // an empty value stands where its key does
}

TEST_CASE("what a study may not contain is named with its place and a remedy", "[yaml]") {
    CHECK(
        parse("a: 1\na: 2\n").message ==
        "s.yaml:2:1: a: the key appears twice (first in line 1). Remove one of them or join their contents.");
    CHECK(
        parse("a: &x 1\n").message ==
        "s.yaml:1:5: has an anchor (anchors are not read). Remove \"&...\"; a variant inherits with base:.");
    CHECK(parse("a: *x\n").message ==
          "s.yaml:1:5: is an alias (aliases are not read). Write the value out, or let a variant inherit it "
          "with base:.");
    CHECK(parse("<<: {a: 1}\n").message ==
          "s.yaml:1:1: is a merge key (merge keys are not read). Let the variant inherit with base:.");
    CHECK(parse("a: !t 1\n").message ==
          "s.yaml:1:4: has a tag (tags are not read). Remove \"!...\"; units stand in the value.");
    CHECK(parse("a: 1\n---\nb: 2\n").message ==
          "s.yaml:2:1: a second document begins (one is read). Keep one study per file.");
    CHECK(parse("? [a]\n: b\n").message ==
          "s.yaml:1:3: the key is a map or list (a word is needed). Did you forget quotation marks?");
    CHECK(parse("a: [1, 2\n").message.find("is no YAML here (flow sequence without a closing bracket)") !=
          std::string::npos);
    CHECK(parse("\ta: 1\n").message.find("s.yaml:1:1: is no YAML here") == 0);
}

TEST_CASE("documents beyond the limits are refused within a second", "[yaml]") {
    const auto refused = [](const std::string& text, const std::string& why) {
        const Outcome outcome = parse(text);
        INFO(outcome.message);
        CHECK(outcome.message.find(why) != std::string::npos);
        CHECK(outcome.seconds < 10.0);  // milliseconds here; a quadratic reader would take minutes
    };
    refused(std::string(3'000'000, '['), "nested deeper than 64 levels");
    refused(repeated("{a: ", 100), "nested deeper than 64 levels");
    refused(repeated("- ", 100'000), "nested deeper than 64 levels");
    refused(repeated("- a\n", 300'000), "more than 250000 values");
    // The first anchor ends the parsing: nothing is ever expanded.
    refused(
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
        "has an anchor");
}

TEST_CASE("sixty-four levels are read", "[yaml]") {
    CHECK(parse(std::string(63, '[') + "x" + std::string(63, ']')).message.empty());
    CHECK_FALSE(parse(std::string(64, '[') + "x" + std::string(64, ']')).message.empty());
}

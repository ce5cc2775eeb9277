#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

/// What is said about the small study with one more section, which stands in its 23rd line.
std::vector<std::string> messages_with(const std::string& section) {
    return test::messages_of(test::spoilt("variants:\n", section + "\nvariants:\n"));
}

}  // namespace

TEST_CASE("a class that is asked for has traffic that people wait for") {
    CHECK(messages_with("events: {latency: {workloads: [file, terminal]}}").empty());
    const std::vector<std::string> messages =
        messages_with("events: {latency: {workloads: [file, management]}}");
    REQUIRE(messages.size() == 1);
    CHECK_THAT(
        messages.front(),
        test::contains("study.yaml:23:31: events.latency.workloads: class \"management\" has no traffic that "
                       "people wait for (the table of transactions has no row of it), so it has no response "
                       "time. Name one of directory, file,"));
    const std::vector<std::string> unknown = messages_with("events: {latency: {workloads: [fiel]}}");
    REQUIRE(unknown.size() == 1);
    CHECK_THAT(unknown.front(), test::contains("no workload class \"fiel\"") && test::contains("\"file\"?"));
}

TEST_CASE("a class that people wait for keeps its traffic") {
    CHECK(messages_with("workloads: {management: {traffic: 0 kbit/s}}").empty());
    const std::vector<std::string> messages = messages_with("workloads: {telephony: {traffic: 0 kbit/s}}");
    REQUIRE(messages.size() == 1);
    CHECK_THAT(
        messages.front(),
        test::contains("study.yaml:23:34: workloads.telephony.traffic: class \"telephony\" would have no "
                       "traffic, but people wait for its transactions (call, video). Give it traffic"));
}

TEST_CASE("a window of zero length is refused") {
    for (const char* window : {"night", "migration"}) {
        const std::vector<std::string> messages = test::messages_of(
            test::spoilt("variants:\n", std::string{"events: {"} + window + ": {lasts: 0 h}}\nvariants:\n"));
        REQUIRE(messages.size() == 1);
        CHECK_THAT(messages.front(), test::contains(std::string{"events."} + window + ".lasts"));
        CHECK_THAT(messages.front(), test::contains("out of range (at least 1 min)"));
    }
}

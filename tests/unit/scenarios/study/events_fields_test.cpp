#include <fstream>
#include <string>
#include <vector>

#include "models/catalog/embedded.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
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

TEST_CASE("what the event engine looks up by name is in the catalog") {
    const auto only = [](const std::string& section) {
        const std::vector<std::string> messages = messages_with(section);
        REQUIRE(messages.size() == 1);
        return messages.front();
    };
    CHECK_THAT(only("events: {migration: {probe: recrod}}"),
               test::contains("study.yaml:23:29: events.migration.probe: no transaction \"recrod\"") &&
                   test::contains("\"record\"?"));
    CHECK_THAT(only("events: {recovery: {logon: [directory, ldap]}}"),
               test::contains("study.yaml:23:28: events.recovery.logon: no workload class \"ldap\""));
    CHECK_THAT(only("events: {latency: {month_end_profile: offices}}"),
               test::contains("events.latency.month_end_profile: no profile \"offices\"") &&
                   test::contains("\"office\"?"));
    CHECK_THAT(only("events: {latency: {election_profile: portal}}"),
               test::contains("events.latency.election_profile: no profile \"portal\""));
    // A name that is stated is held against the catalog whether its day is played or not.
    CHECK_THAT(only("events: {latency: {days: [saturday], election_profile: portal}}"),
               test::contains("events.latency.election_profile: no profile \"portal\""));
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

TEST_CASE("a class without traffic may stand where its response time is not asked for") {
    const std::string silent = "workloads: {telephony: {traffic: 0 kbit/s}}\n";
    CHECK(messages_with(silent + "events: {latency: {workloads: [file, mail]}}").size() ==
          1);  // "mail" is none
    CHECK(messages_with(silent + "events: {latency: {workloads: [file, groupware]}}").empty());
    const std::vector<std::string> asked =
        messages_with(silent + "events: {latency: {workloads: [file, telephony]}}");
    REQUIRE(asked.size() == 1);
    CHECK_THAT(
        asked.front(),
        test::contains("study.yaml:23:34: workloads.telephony.traffic: class \"telephony\" would have no "
                       "traffic") &&
            test::contains("Give it traffic, leave it out of events.latency.workloads, or leave the "
                           "transactions out"));
}

namespace {

/// Messages of the small study with the first lines of the built-in classes as a table of its own; `file`
/// stands in its third line.
std::vector<std::string> messages_with_classes(const std::string& from, const std::string& to,
                                               const std::string& section) {
    const auto text = catalog::embedded_file("models/catalog/workloads.csv");
    REQUIRE(text);
    std::string table{*text};
    const std::size_t at = table.find(from);
    REQUIRE(at != std::string::npos);
    table.replace(at, from.size(), to);
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "classes.csv") << table;
    const std::string study =
        test::spoilt("variants:\n", "catalog: {workloads: classes.csv}\n" + section + "\nvariants:\n");
    std::vector<std::string> messages;
    try {
        static_cast<void>(read::read_study_text(study, "study.yaml", folder.path(), {}));
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) messages.push_back(to_string(mistake));
    }
    return messages;
}

}  // namespace

TEST_CASE("a class of the study's own table without traffic is told at its row") {
    // models/catalog/workloads.csv, class file in line 3: office,20 interactions,1000 kbit/s.
    const auto with = [](const std::string& section) {
        return messages_with_classes("office,20,1000,", "office,20,0,", section);
    };
    const std::vector<std::string> all = with("");
    REQUIRE(all.size() == 1);
    CHECK_THAT(
        all.front(),
        test::contains("classes.csv:3: traffic_kbit_s: class \"file\" would have no traffic, but people wait "
                       "for its transactions (file-open). Give it traffic, name only the other classes in "
                       "events.latency.workloads, or leave"));
    CHECK_THAT(with("events: {latency: {workloads: [file]}}").front(),
               test::contains("classes.csv:3: traffic"));
    CHECK(with("events: {latency: {workloads: [groupware]}}").empty());
    CHECK(with("workloads: {file: {traffic: 500 kbit/s}}").empty());
}

TEST_CASE("a class of the study's own table that nobody uses is told at its row") {
    const std::vector<std::string> messages = messages_with_classes("office,20,1000,", "office,0,1000,", "");
    REQUIRE(messages.size() == 1);
    CHECK_THAT(messages.front(),
               test::contains("classes.csv:3: interactions_per_seat_hour: nobody would use class "
                              "\"file\""));
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

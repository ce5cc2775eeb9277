#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;
using test::spoilt;

namespace {

const std::string with_list = spoilt("estate: {", "estate: {procedures: {basis: file, file: list.csv}, ");

study::StudySet read_in(const test::TemporaryFolder& folder, const std::string& text) {
    return read::read_study_text(text, "study.yaml", folder.path(), {});
}

std::vector<std::string> messages_with(const std::string& csv, const std::string& text = with_list) {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "list.csv", csv);
    std::vector<std::string> messages;
    try {
        static_cast<void>(read_in(folder, text));
    } catch (const InvalidInput& error) {
        for (Diagnostic mistake : error.mistakes()) {
            mistake.at.file = mistake.at.file.substr(mistake.at.file.rfind('/') + 1);
            messages.push_back(to_string(mistake));
        }
    }
    return messages;
}

}  // namespace

TEST_CASE("a list of procedures is read with who has them, what is critical and who runs them", "[read]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "list.csv",
                      "procedure,kind,servers,who,critical,run_by\n"
                      "VOIS,citizen-register,1.5,neuss;dormagen,,north; regio-it\n"
                      "Winnow,council-information,0,,true,\n");
    const study::StudySet set = read_in(folder, with_list);
    const std::vector<study::ListedProcedure>& rows = set.procedures.at("list.csv");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "VOIS");
    CHECK(rows[0].kind == "citizen-register");
    CHECK(rows[0].servers == 1.5);
    CHECK(rows[0].who == std::vector<std::string>{"neuss", "dormagen"});
    CHECK_FALSE(rows[0].critical);
    CHECK(rows[0].run_by == std::vector<std::string>{"north", "regio-it"});
    CHECK(rows[1].critical == true);
    CHECK(rows[1].who.empty());
}

TEST_CASE("the least list has procedure, kind and servers", "[read]") {
    CHECK(messages_with("procedure,kind,servers\nVOIS,citizen-register,1\n").empty());
}

TEST_CASE("every mistake in a list of procedures has its place, cause and remedy", "[messages]") {
    const std::string header = "procedure,kind,servers,who,critical,run_by\n";
    CHECK(
        messages_with(header + "VOIS,citizen-registry,1,,,\n") ==
        std::vector<std::string>{"list.csv:2: kind: no kind of procedure \"citizen-registry\". Did you mean "
                                 "\"citizen-register\"? `verbund catalog procedures` lists all."});
    CHECK(messages_with(header + "VOIS,citizen-register,1,,,regio-itt\n")
              .front()
              .starts_with("list.csv:2: run_by: no center or provider \"regio-itt\""));
    CHECK(messages_with(header + "VOIS,citizen-register,1,nuess,,\n") ==
          std::vector<std::string>{"list.csv:2: who: \"nuess\" selects no administration. Write all, an id, "
                                   "\"state:05\", \"ags:05162\" or \"kind:district\"; several parted by "
                                   "semicolons."});
    CHECK(messages_with(header) ==
          std::vector<std::string>{"list.csv:1: the list of procedures has no rows. Add at least one."});
}

TEST_CASE("a list that is not read, or missing, is told where the study says so", "[messages]") {
    CHECK(messages_of(spoilt("estate: {", "estate: {procedures: {basis: file}, ")) ==
          std::vector<std::string>{"study.yaml:8:22: estate.procedures.file: is missing (basis: file reads a "
                                   "list). Name the CSV, or write basis: survey."});
    CHECK(messages_of(spoilt("estate: {", "estate: {procedures: {file: x.csv}, ")) ==
          std::vector<std::string>{"study.yaml:8:29: estate.procedures.file: \"x.csv\" is not read (only "
                                   "basis: file reads a list). Write basis: file, or remove it."});
}

TEST_CASE("a saving counted twice, and critical procedures without a list, are mistakes", "[messages]") {
    std::string twice = spoilt("estate: {", "estate: {procedures: {basis: survey}, ");
    const std::string move = "years: [2024, 2026]}";
    twice.replace(twice.find(move), move.size(), "years: [2024, 2026], multi_tenant_saving: 5 %}");
    CHECK(messages_of(twice) ==
          std::vector<std::string>{
              "study.yaml:20:77: moves.everyone.multi_tenant_saving: counts twice what estate.procedures "
              "merges. Remove it, or write estate.procedures: {basis: none}."});
    CHECK(messages_of(spoilt("standby: warm", "standby: warm, protects: critical-procedures")) ==
          std::vector<std::string>{
              "study.yaml:22:51: backups.north.protects: no list says which procedures are critical "
              "(estate.procedures.basis is none). Write estate.procedures: {basis: survey}, or protects: "
              "critical."});
}

TEST_CASE("a class of terminal servers that nobody knows is a mistake where it is stated", "[messages]") {
    CHECK(messages_of(spoilt("estate: {", "estate: {terminals: {class: terminals}, "))
              .front()
              .starts_with("study.yaml:8:29: estate.terminals.class: no workload class \"terminals\""));
}

#include "results/report/terminal/route_text.hpp"

#include <sstream>
#include <utility>

#include "results/report/route_counts.hpp"
#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using test::contains;

outcome::RoutePair route(const std::string& from, const std::string& role, const std::string& kind) {
    outcome::RoutePair row;
    row.from_kind = role == "replication" ? "center" : "administration";
    row.from = from;
    row.to = role == "serves" ? "rz-1" : "rz-2";
    row.role = role;
    row.kind = kind;
    return row;
}

/// A cut for each pair that shares something.
void add_cuts(outcome::Run& run) {
    for (const outcome::RoutePair& pair : run.rows<outcome::RoutePair>()) {
        if (pair.kind == "disjoint") continue;
        outcome::RouteCut& cut = run.rows<outcome::RouteCut>().emplace_back();
        cut.from = pair.from;
        cut.to = pair.to;
        cut.kind = "node";
        cut.thing = "x";
    }
}

/// Seven administrations: one with separate routes, one on a single link, five in one duct.
outcome::Run run_with_routes() {
    outcome::Run run = test::planners_run();
    run.rows<outcome::RoutePair>() = {route("a", "serves", "disjoint"), route("a", "backup", "sharing"),
                                      route("b", "serves", "one-access")};
    for (const char* from : {"c", "d", "e", "f", "g"})
        run.rows<outcome::RoutePair>().push_back(route(from, "serves", "sharing"));
    run.rows<outcome::RoutePair>().push_back(route("rz-1", "replication", "disjoint"));
    add_cuts(run);
    return run;
}

std::string on_one_line(std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
        text.replace(at,
                     text.find_first_not_of(" \n", at) == std::string::npos
                         ? text.size() - at
                         : text.find_first_not_of(" \n", at) - at,
                     " ");
        ++at;
    }
    return text;
}

TEST_CASE("the terminal counts administrations by their routes and names the first few", "[report]") {
    const outcome::Run run = run_with_routes();
    const std::string german = on_one_line(route_text(run, 0, Style{}));
    CHECK_THAT(german, contains("1 von 7 Verwaltungen haben zwei Wege zu ihren Zentren, die nichts gemeinsam "
                                "haben (zum Ausweichstandort 0 von 1); 1 hängen an einer einzigen Leitung."));
    CHECK_THAT(german, contains("Kopien: so 1 von 1 Zentrenpaaren."));
    // a (backup, to rz-2), c, d, e, f, g and b share something: seven, of which the first to each center is
    // named
    CHECK_THAT(
        german,
        contains("Nicht getrennt: beide Wege von a nach rz-2 nutzen den Knoten x; beide Wege von c nach "
                 "Rechenzentrum Nord nutzen den Knoten x;"));
    CHECK_THAT(german, contains("; und 5 weitere."));
    const std::string english = on_one_line(route_text(run, 0, Style{Language::english, true, false, 100}));
    CHECK_THAT(english, contains("1 of 7 administrations have two routes"));
    CHECK_THAT(english,
               contains("both routes of a to rz-2 use node x; both routes of c to Rechenzentrum Nord use "
                        "node x"));
    CHECK_THAT(english, contains("and 5 more."));
}

TEST_CASE("an administration counts by the worst of its routes, once", "[report]") {
    outcome::Run run = run_with_routes();
    run.rows<outcome::RoutePair>().push_back(route("a", "serves", "one-access"));  // to another center
    const RouteCounts counts = count_routes(run, 0);
    CHECK(counts.served.all == 7);
    CHECK(counts.served.apart == 0);
    CHECK(counts.served.one_access == 2);
    CHECK(counts.served.sharing() == 5);
    CHECK(counts.replicated.all == 1);
}

TEST_CASE("two centers that copy to each other are one pair", "[report]") {
    outcome::Run run = run_with_routes();
    outcome::RoutePair& back =
        run.rows<outcome::RoutePair>().emplace_back(run.rows<outcome::RoutePair>().back());
    std::swap(back.from, back.to);
    back.kind = "sharing";
    const RouteCounts counts = count_routes(run, 0);
    CHECK(counts.replicated.all == 1);
    CHECK(counts.replicated.apart == 0);  // by the worst of its rows
}

TEST_CASE("the note on a network made from coordinates stands only where there is one", "[report]") {
    outcome::Run run = run_with_routes();
    for (outcome::LinkEnds& link : run.links) link.synthetic = false;
    CHECK(on_one_line(route_legend(run, Style{})).find("Koordinaten") == std::string::npos);
    run.links.resize(1);
    run.links.front().synthetic = true;
    CHECK_THAT(on_one_line(route_legend(run, Style{})), contains("Eigenheit des erzeugten Netzes"));
}

TEST_CASE("a run without pairs of routes says nothing of them", "[report]") {
    const outcome::Run run = test::planners_run();
    CHECK(route_text(run, 0, Style{}).empty());
    CHECK(route_legend(run, Style{}).empty());
    CHECK(route_text(run_with_routes(), 1, Style{}).empty());
}

TEST_CASE("lines on routes fit into 100 columns", "[report]") {
    std::istringstream lines{route_text(run_with_routes(), 0, Style{})};
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 100);
}

}  // namespace
}  // namespace verbund::report

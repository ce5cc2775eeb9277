#include "scenarios/read/network/network_file.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace verbund;
using read::NetworkFile;

namespace {

NetworkFile taken(const std::string& text) { return read::read_network_file(text, "n.gml"); }
std::string told(const std::string& text) {
    return fmt::format("{}", fmt::join(read::decisions(taken(text)), "\n"));
}
std::string refused(const std::string& text) {
    return test::message_of<InvalidInput>([&] { static_cast<void>(taken(text)); });
}

const std::string three_towns =
    "graph [ directed 0\n"
    " node [ id 0 label \"Köln\" Latitude 50.93 Longitude 6.95 Internal 1 ]\n"
    " node [ id 1 label \"Köln\" Latitude 50.94 Longitude 6.96 ]\n"
    " node [ id 7 label \"?\" Internal 0 ]\n"
    " edge [ source 0 target 1 LinkSpeedRaw 10000000000.0 ]\n"
    " edge [ source 1 target 0 LinkLabel \"2x10 G\" ]\n"
    " edge [ source 1 target 7 ]\n"
    " edge [ source 7 target 7 ]\n"
    "]\n";

}  // namespace

TEST_CASE("labels become ids of their own, parallel links stay, loops go", "[network]") {
    const NetworkFile network = taken(three_towns);
    CHECK(network.format == "GML");
    REQUIRE(network.nodes.size() == 3);
    CHECK(network.nodes[0].id == "koeln");
    CHECK(network.nodes[1].id == "koeln-2");
    CHECK(network.nodes[2].id == "node-7");
    CHECK(network.nodes[2].outside);
    REQUIRE(network.links.size() == 3);
    CHECK(network.links.at("koeln--koeln-2").capacity == 10.0 * gigabit_per_second);
    CHECK_FALSE(network.links.at("koeln-2--koeln").capacity);
    CHECK(network.counts.loops == 1);
    CHECK(network.counts.parallel == 1);
    const std::string text = told(three_towns);
    CHECK_THAT(text, test::contains("koeln-2 (\"Köln\"), node-7 (\"?\")"));
    CHECK_THAT(text, test::contains("1 loop left out"));
    CHECK_THAT(text, test::contains("capacities not guessed: \"2x10 G\""));
    CHECK_THAT(text, test::contains("2 links without a capacity"));
}

TEST_CASE("nodes without a place are one mistake, and the study can state them", "[network]") {
    const NetworkFile network = taken(three_towns);
    study::Network drawn;
    Diagnostics mistakes;
    read::add_to_network(network, {}, drawn, mistakes);
    REQUIRE(mistakes.sorted().size() == 1);
    CHECK_THAT(to_string(mistakes.sorted().front()), test::contains("1 node without a place: node-7") &&
                                                         test::contains("network: {nodes: {node-7:"));
    study::Network stated;
    stated.nodes["node-7"].at = {50.0, 8.0};
    stated.links["koeln-2--node-7"] = {
        .from = "koeln-2", .to = "node-7", .length = 9.0 * kilometre, .capacity = {}, .ducts = {}};
    Diagnostics none;
    read::add_to_network(network, {}, stated, none);
    CHECK(none.empty());
    CHECK(stated.nodes.size() == 3);
    CHECK(stated.nodes.at("node-7").at == Place{50.0, 8.0});
    CHECK(stated.nodes.at("node-7").of_file);
    CHECK(stated.links.at("koeln-2--node-7").length == 9.0 * kilometre);  // the study's own holds
    CHECK(stated.links.size() == 3);
}

TEST_CASE("a node called like a center is that center", "[network]") {
    study::Network drawn;
    Diagnostics mistakes;
    read::add_to_network(taken(three_towns), {"node-7"}, drawn, mistakes);
    CHECK(mistakes.empty());
    CHECK(drawn.nodes.count("node-7") == 0);
    CHECK(drawn.links.at("koeln-2--node-7").to == "node-7");
}

TEST_CASE("GraphML is read by the names that its keys declare", "[network]") {
    const NetworkFile network = taken(
        "<?xml version=\"1.0\"?><graphml><key id=\"d0\" for=\"node\" attr.name=\"Latitude\"/>"
        "<key id=\"d1\" for=\"node\" attr.name=\"Longitude\"/><key id=\"d2\" for=\"node\" "
        "attr.name=\"label\"/>"
        "<key id=\"d3\" for=\"edge\" attr.name=\"LinkSpeed\"/><key id=\"d4\" for=\"edge\" "
        "attr.name=\"LinkSpeedUnits\"/>"
        "<graph edgedefault=\"undirected\">"
        "<node id=\"a\"><data key=\"d0\">50</data><data key=\"d1\">8</data><data key=\"d2\">A &amp; "
        "B</data></node>"
        "<node id=\"b\"><data key=\"d0\">51</data><data key=\"d1\">9</data></node>"
        "<edge source=\"a\" target=\"b\"><data key=\"d3\">2.5</data><data key=\"d4\">G</data></edge>"
        "</graph></graphml>");
    CHECK(network.format == "GraphML");
    CHECK(network.nodes[0].label == "A & B");
    CHECK(network.nodes[0].id == "a-b");
    CHECK(network.nodes[1].id == "node-b");
    CHECK(network.nodes[1].at == Place{51.0, 9.0});
    CHECK(network.links.at("a-b--node-b").capacity == 2.5 * gigabit_per_second);
}

TEST_CASE("plain lengths count as km where all of them can be", "[network]") {
    const auto with_lengths = [](const std::string& first, const std::string& second) {
        return "graph [ node [ id 1 lat 50 lon 8 ] node [ id 2 lat 51 lon 8 ] node [ id 3 lat 52 lon 8 ]"
               " edge [ source 1 target 2 length " +
               first + " ] edge [ source 2 target 3 length " + second + " ] ]";
    };
    // A degree of latitude is 111.3 km.
    const NetworkFile km = taken(with_lengths("150", "\"160 km\""));
    CHECK(km.links.at("node-1--node-2").length == 150.0 * kilometre);
    CHECK(km.links.at("node-2--node-3").length == 160.0 * kilometre);
    const NetworkFile cost = taken(with_lengths("150", "1"));
    CHECK(cost.counts.implausible_lengths);
    CHECK_FALSE(cost.links.at("node-1--node-2").length);
    CHECK_THAT(told(with_lengths("150", "1")), test::contains("cannot be km"));
}

TEST_CASE("both directions of a directed graph are one line", "[network]") {
    const std::string text =
        "graph [ directed 1 node [ id 1 lat 50 lon 8 ] node [ id 2 lat 51 lon 8 ]"
        " edge [ source 1 target 2 ] edge [ source 2 target 1 ] edge [ source 1 target 2 ] ]";
    CHECK(taken(text).links.size() == 2);
    CHECK(taken(text).counts.both_directions == 1);
    CHECK(taken(text).counts.parallel == 1);
}

TEST_CASE("an entity, a comment, a nested list and another case are understood", "[network]") {
    const NetworkFile network = taken(
        "# made by hand\ngraph [ label \"&quot;x&quot;\" node [ id 1 label \"M&#252;nchen\" LATITUDE 48.1 "
        "longitude 11.6"
        " graphics [ x 1 y 2 fill \"#ff0000\" ] ] ]");
    CHECK(network.nodes.at(0).id == "muenchen");
    CHECK(network.nodes.at(0).at == Place{48.1, 11.6});
}

TEST_CASE("what is no graph is refused where it breaks", "[network]") {
    CHECK_THAT(refused("graph [ node [ id 1 ]\n edge [ source 1 target 2 ] ]"),
               test::contains("n.gml:2") && test::contains("ends at node \"2\", which is not there"));
    CHECK_THAT(refused("graph [ node [ id 1 ]\n node [ id 1 ] ]"),
               test::contains("n.gml:2") && test::contains("second node"));
    CHECK_THAT(refused("graph [\n node [ id 1 "), test::contains("n.gml:2") && test::contains("not closed"));
    CHECK_THAT(refused("graph [ node [ id \"1 ] ]"), test::contains("does not end"));
    CHECK_THAT(refused("graph [ node [ id ] ]"), test::contains("key \"id\" without a value"));
    CHECK_THAT(refused("graph [ node [ label \"a\" ] ]"), test::contains("without an id"));
    CHECK_THAT(refused("nodes [ ]"), test::contains("no graph"));
    CHECK_THAT(refused(""), test::contains("no graph"));
    CHECK_THAT(refused("<graphml>"), test::contains("is no GraphML"));
    CHECK_THAT(refused("<html></html>"), test::contains("no element <graphml>"));
    CHECK_THAT(refused("<graphml><graph/></graphml>"), test::contains("holds no nodes"));
    std::string deep = "graph ";
    for (int i = 0; i < 40; ++i) deep += "[ x ";
    CHECK_THAT(refused(deep), test::contains("32 deep"));
}

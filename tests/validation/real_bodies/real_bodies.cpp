#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/validation/real_bodies/board.hpp"

namespace verbund {
namespace {

using test::BoardRow;

const std::vector<BoardRow>& rows() {
    static const std::vector<BoardRow> rows = test::board_rows();
    return rows;
}

const std::map<std::string, test::Ranges>& simulated() {
    static const std::map<std::string, test::Ranges> ranges = [] {
        std::map<std::string, test::Ranges> by_study;
        for (const BoardRow& row : rows())
            if (!row.study.empty() && by_study.count(row.study) == 0)
                by_study[row.study] = test::ranges_of(row.study);
        return by_study;
    }();
    return ranges;
}

const test::Range& of(const BoardRow& row) { return simulated().at(row.study).at(row.quantity); }

/// Rows that count, by kind; a kind of fewer than three rows is shown only.
std::map<std::string, std::vector<BoardRow>> scored_by_kind() {
    std::map<std::string, std::vector<BoardRow>> kinds;
    for (const BoardRow& row : rows())
        if (row.use != "none" && row.use != "shown") kinds[row.kind].push_back(row);
    std::erase_if(kinds, [](const auto& kind) { return kind.second.size() < 3; });
    return kinds;
}

std::filesystem::path book() {
    return test::source_folder() / "tests" / "validation" / "real_bodies" / "README.md";
}

TEST_CASE("four of five published figures of public bodies lie inside the simulated range", "[validation]") {
    int inside = 0;
    int scored = 0;
    std::string misses;
    for (const auto& [kind, of_kind] : scored_by_kind()) {
        for (const BoardRow& row : of_kind) {
            ++scored;
            if (test::agrees(row, of(row)))
                ++inside;
            else
                misses += row.id + " " + row.quantity + "; ";
        }
    }
    CAPTURE(inside, scored, misses);
    CHECK(scored >= 20);
    CHECK(inside >= 0.8 * scored);
}

TEST_CASE("what the defaults leave open about a public body is at most a factor of two and a half",
          "[validation]") {
    for (const auto& [kind, of_kind] : scored_by_kind()) {
        for (const BoardRow& row : of_kind) {
            CAPTURE(row.id, row.quantity, of(row).low, of(row).high);
            CHECK(of(row).width() <= 2.5);
        }
    }
}

TEST_CASE("a kind of public body with three published figures is met within a factor of 1.5 in the median",
          "[validation]") {
    for (const auto& [kind, of_kind] : scored_by_kind()) {
        std::vector<double> factors;
        for (const BoardRow& row : of_kind) {
            if (row.use != "scored") continue;
            factors.push_back(std::abs(std::log(of(row).at / std::clamp(of(row).at, row.low, row.high))));
        }
        if (factors.size() < 3) continue;
        std::nth_element(factors.begin(), factors.begin() + factors.size() / 2, factors.end());
        CAPTURE(kind);
        CHECK(std::exp(factors[factors.size() / 2]) <= 1.5);
    }
}

TEST_CASE("every published figure is used, or says why not", "[validation]") {
    for (const BoardRow& row : rows()) {
        CAPTURE(row.id);
        CHECK(!row.reading.empty());
        CHECK((row.use == "none") == row.study.empty());
        if (row.use != "none") CHECK(test::quantities().count(row.quantity) == 1);
    }
}

TEST_CASE("the book of public bodies shows what is simulated", "[validation]") {
    std::ifstream file(book());
    std::stringstream text;
    text << file.rdbuf();
    CHECK_THAT(text.str(), test::contains(test::board_text(rows(), simulated())));
}

/// Not run by ctest: writes the table anew between the book's marks.
TEST_CASE("write the book", "[.][write-book]") {
    std::ifstream file(book());
    std::stringstream whole;
    whole << file.rdbuf();
    const std::string text = whole.str();
    const std::string begin = "<!-- board -->\n";
    const std::string end = "<!-- end of board -->\n";
    const std::size_t from = text.find(begin) + begin.size();
    const std::size_t to = text.find(end);
    REQUIRE(to != std::string::npos);
    const std::string written =
        text.substr(0, from) + test::board_text(rows(), simulated()) + text.substr(to);
    std::ofstream(book()) << written;
}

}  // namespace
}  // namespace verbund

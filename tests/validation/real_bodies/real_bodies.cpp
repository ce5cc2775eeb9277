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

/// Published figures of size, power, storage and racks of public bodies against small studies of these
/// bodies: the board in README.md beside this file.
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

std::vector<BoardRow> scored() {
    std::vector<BoardRow> scored;
    for (const BoardRow& row : rows())
        if (test::counts(row, rows())) scored.push_back(row);
    return scored;
}

/// Factor between what is simulated and the nearest end of what was published; 1 inside.
double factor_off(const BoardRow& row) {
    const double at = of(row).at;
    return std::exp(std::abs(std::log(at / std::clamp(at, row.low, row.high))));
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::filesystem::path book() {
    return test::source_folder() / "tests" / "validation" / "real_bodies" / "README.md";
}

// One case, because every case is a process and the ranges take half a minute.
TEST_CASE("public bodies: four of five published figures inside, ranges within 2.5, kinds within 1.5",
          "[validation]") {
    std::map<std::string, std::vector<double>> factors;
    std::string misses;
    double inside = 0.0;
    double all = 0.0;
    for (const BoardRow& row : scored()) {
        CAPTURE(row.id, row.quantity, of(row).at, of(row).low, of(row).high);
        // Where a body has few machines, one more or less is a larger factor.
        const bool few = simulated().at(row.study).at("machines").at < 6.0;
        CHECK((few || of(row).high / of(row).low <= 2.5));
        all += 1.0;
        if (test::agrees(row, of(row)))
            inside += 1.0;
        else
            misses += row.id + " " + row.quantity + "; ";
        if (row.use == "scored") factors[row.kind].push_back(factor_off(row));
    }
    CAPTURE(inside, all, misses);
    CHECK(all >= 20.0);
    CHECK(inside >= 0.8 * all);
    for (const auto& [kind, of_kind] : factors) {
        CAPTURE(kind);
        CHECK((of_kind.size() < 3 || median(of_kind) <= 1.5));
    }
    std::ifstream file(book());
    std::stringstream text;
    text << file.rdbuf();
    const std::string board = test::board_text(rows(), simulated());
    INFO("what " << book() << " should hold between its marks:\n" << board);
    CHECK((text.str().find(board) != std::string::npos));
}

TEST_CASE("every published figure is used, or says why not", "[validation]") {
    for (const BoardRow& row : rows()) {
        CAPTURE(row.id);
        CHECK(!row.reading.empty());
        CHECK((row.use == "none") == row.study.empty());
        if (row.use != "none") CHECK(test::quantities().count(row.quantity) == 1);
    }
}

}  // namespace
}  // namespace verbund

#include "scenarios/read/import/procedures.hpp"

#include "models/base/diagnostics.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::read {
namespace {

using test::Approx;
using test::contains;

struct Read {
    std::vector<study::ListedProcedure> rows;
    std::string message;
};

Read read(const std::string& text) {
    static const catalog::Catalog catalog = load_catalog();
    Diagnostics mistakes;
    Read result;
    result.rows = read_procedures(parse_csv(text, "list.csv"), catalog, DecimalSign::unstated, mistakes);
    if (!mistakes.empty()) result.message = to_string(mistakes.sorted().front());
    return result;
}

std::string kind() {
    static const std::string id = load_catalog().procedures.front().id;
    return id;
}

TEST_CASE("licence and fee of a procedure are read with their unit, an empty cell is nothing", "[read]") {
    const Read list = read("procedure,kind,servers,licence,provider_fee\nA," + kind() +
                           ",1,1200 EUR/a,90 EUR/month\nB," + kind() + ",1,,\n");
    REQUIRE(list.message.empty());
    REQUIRE(list.rows.size() == 2);
    CHECK(list.rows[0].licence.in(euro_per_year) == Approx(1200.0));
    CHECK(list.rows[0].provider_fee.in(euro_per_year) == Approx(1080.0));
    CHECK(list.rows[1].licence == MoneyRate{});
    CHECK(read("procedure,kind,servers\nA," + kind() + ",1\n").rows[0].licence == MoneyRate{});
}

TEST_CASE("a price below zero or without a unit is refused with its place", "[read]") {
    CHECK_THAT(read("procedure,kind,servers,licence\nA," + kind() + ",1,-5 EUR/a\n").message,
               contains("list.csv:2: licence: -5 EUR/a is below zero"));
    CHECK_THAT(read("procedure,kind,servers,provider_fee\nA," + kind() + ",1,300\n").message,
               contains("list.csv:2: provider_fee:"));
}

}  // namespace
}  // namespace verbund::read

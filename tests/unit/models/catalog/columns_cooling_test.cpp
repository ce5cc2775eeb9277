#include <map>
#include <string>
#include <vector>

#include "models/catalog/columns.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/support/catch.hpp"

namespace verbund::catalog {
namespace {

/// Names all columns of a row, and gives each number that the row has its place in the list.
class Numbering : public Columns {
public:
    std::vector<std::string> names;
    std::map<std::string, double> numbers;

    void text(const Column& column, const TextRule&, std::string&) override { add(column); }
    void whole(const Column& column, Between, int&) override { add(column); }
    void flag(const Column& column, bool&) override { add(column); }
    void word(const Column& column, std::span<const std::string_view>, std::size_t&) override { add(column); }
    void unused(const Column& column, Between) override { add(column); }
    void number(const Column& column, Between, double& value) override {
        add(column);
        value = numbers[names.back()] = static_cast<double>(names.size());
    }
    void number_or(const Column& column, Between limits, double& value, double) override {
        number(column, limits, value);
    }

private:
    void add(const Column& column) { names.emplace_back(column.name); }
};

/// Calls `check(row)` with a row of each kind of plant.
template <class Check, std::size_t... Kind>
void for_each_kind(const Check& check, std::index_sequence<Kind...>) {
    (check(CoolingType{"id", "name", CoolingPlant{std::in_place_index<Kind>}, {}}), ...);
}
template <class Check>
void for_each_kind(const Check& check) {
    for_each_kind(check, std::make_index_sequence<std::variant_size_v<CoolingPlant>>());
}

TEST_CASE("every number of every kind of plant is set by the column of its name", "[catalog]") {
    for_each_kind([](CoolingType row) {
        Numbering columns;
        describe(columns, row);
        std::map<std::string, double> set;
        const auto note = [&set](const Column& column, Between, double& value) {
            CHECK(set.emplace(column.name, value).second);
        };
        std::visit([&note](auto& plant) { plant.numbers(note); }, row.plant);
        CHECK(set == columns.numbers);
    });
}

TEST_CASE("the shipped table of plants has the columns of all kinds in their order, whatever the row's kind",
          "[catalog]") {
    const std::string file{embedded_file("models/catalog/cooling.csv").value()};
    const std::string header = file.substr(0, file.find('\n'));
    for_each_kind([&header](CoolingType row) {
        Numbering columns;
        describe(columns, row);
        std::string names;
        for (const std::string& name : columns.names) names += (names.empty() ? "" : ",") + name;
        CHECK(names == header);
    });
}

}  // namespace
}  // namespace verbund::catalog

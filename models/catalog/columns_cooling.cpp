#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "models/catalog/column_parts.hpp"

/// Tables of cooling plants, whose columns are the numbers that the kinds name, and of the sizes of plant.
namespace verbund::catalog {
namespace {

template <class Plant>
constexpr std::size_t count_of_numbers() {
    std::size_t count = 0;
    Plant{}.numbers([&count](const Column&, Between, double&) { ++count; });
    return count;
}

struct NumberColumn {
    Column column;
    Between limits;
};

template <class Plant>
struct Kinds;

/// The kinds of plants in the order of the variant: their words, one of each, and the columns of all.
template <class... Plants>
struct Kinds<std::variant<Plants...>> {
    static_assert(((sizeof(Plants) == count_of_numbers<Plants>() * sizeof(double)) && ...),
                  "a plant has a member that its numbers() leaves out");

    static constexpr std::array<std::string_view, sizeof...(Plants)> words{Plants::word...};

    static CoolingPlant one(std::size_t kind) {
        return std::array<CoolingPlant, sizeof...(Plants)>{Plants{}...}.at(kind);
    }

    /// Each once, in the order in which the plants name them.
    static std::vector<NumberColumn> columns() {
        std::vector<NumberColumn> all;
        const auto add = [&all](const Column& column, Between limits, double&) {
            const bool known = std::any_of(all.begin(), all.end(), [&column](const NumberColumn& other) {
                return other.column.name == column.name;
            });
            if (!known) all.push_back({column, limits});
        };
        (Plants{}.numbers(add), ...);
        return all;
    }
};
using PlantKinds = Kinds<CoolingPlant>;

/// The plant's number of that name; null where it has none.
double* number_of(CoolingPlant& plant, std::string_view name) {
    double* found = nullptr;
    const auto look = [name, &found](const Column& column, Between, double& number) {
        if (column.name == name) found = &number;
    };
    std::visit([&look](auto& one) { one.numbers(look); }, plant);
    return found;
}

/// Without a plant, as in a row of an unknown kind, all numbers are unused.
void describe_numbers(Columns& c, CoolingPlant* plant) {
    static const std::vector<NumberColumn> columns = PlantKinds::columns();
    for (const NumberColumn& of : columns) {
        double* number = plant == nullptr ? nullptr : number_of(*plant, of.column.name);
        if (number == nullptr)
            c.unused(of.column, of.limits);
        else
            c.number(of.column, of.limits, *number);
    }
}

}  // namespace

void describe(Columns& c, CoolingType& row) {
    c.text({"id", "", "name in a study"}, {}, row.id);
    c.text({"name", "", "kind of plant"}, {}, row.name);
    std::size_t kind = row.plant.index();
    c.word({"kind", "", "model of the plant"}, PlantKinds::words, kind);
    const bool known = kind < PlantKinds::words.size();
    if (known && kind != row.plant.index()) row.plant = PlantKinds::one(kind);
    describe_numbers(c, known ? &row.plant : nullptr);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, PlantModule& row) {
    c.text({"id", "", "name"}, {}, row.id);
    describe_word(c, {"kind", "", "what is built of it"}, module_kinds, row.kind);
    c.number({"size", "", "kW, of cooling its heat; of a generator kVA"}, {0.1, 1e5}, row.size);
    describe_evidence(c, row.evidence);
}

}  // namespace verbund::catalog

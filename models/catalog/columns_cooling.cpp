#include <array>
#include <cstddef>

#include "models/catalog/column_parts.hpp"

/// Tables of cooling plants and of the sizes of plant.
namespace verbund::catalog {
namespace {

template <class Plant>
struct Kinds;

/// The kinds of plants in the order of the variant: their words, and one of each.
template <class... Plants>
struct Kinds<std::variant<Plants...>> {
    static constexpr std::array<std::string_view, sizeof...(Plants)> words{Plants::word...};
    static CoolingPlant one(std::size_t kind) {
        return std::array<CoolingPlant, sizeof...(Plants)>{Plants{}...}.at(kind);
    }
};

/// A row's plant, of which each number is a column; without a plant, as in a row of an unknown kind, all are
/// unused.
class PlantColumns {
public:
    PlantColumns(Columns& columns, CoolingPlant* plant) : columns_{columns}, plant_{plant} {}

    template <class Part>
    void number(const Column& column, Between limits, double Part::*member) {
        Part* part = plant_ == nullptr ? nullptr : part_of<Part>(*plant_);
        if (part == nullptr)
            columns_.unused(column, limits);
        else
            columns_.number(column, limits, part->*member);
    }

private:
    Columns& columns_;
    CoolingPlant* plant_;
};

void describe_parts(PlantColumns c) {
    const Between celsius{-30.0, 80.0};
    const Between kelvin{0.0, 50.0};
    c.number({"effective_cop", "", "heat / electricity, fans included"}, {0.5, 30.0},
             &EffectiveCop::effective_cop);
    c.number({"carnot_efficiency", "", "COP / Carnot's COP"}, {0.05, 1.0}, &Chiller::carnot_efficiency);
    c.number({"cop_limit", "", "highest COP of the chiller"}, {1.0, 50.0}, &Chiller::cop_limit);
    c.number({"evaporator_c", "°C", "evaporating temperature"}, celsius, &Chiller::evaporator_c);
    c.number({"condenser_approach_k", "K", "condenser above the air outside"}, kelvin,
             &Chiller::condenser_approach_k);
    c.number({"condenser_min_c", "°C", "lowest condensing temperature"}, celsius, &Chiller::condenser_min_c);
    c.number({"supply_c", "°C", "chilled water to the room"}, celsius, &WaterCircuit::supply_c);
    c.number({"return_c", "°C", "chilled water from the room"}, celsius, &WaterCircuit::return_c);
    c.number({"free_cooling_approach_k", "K", "water above the air outside in free cooling"}, kelvin,
             &WaterCircuit::free_cooling_approach_k);
    c.number({"adiabatic_above_c", "°C", "air outside above which water evaporates"}, celsius,
             &AdiabaticChilledWater::adiabatic_above_c);
    c.number({"fan_share", "", "electricity of fans / heat"}, share, &Fans::fan_share);
    c.number({"pump_share", "", "electricity of pumps / heat"}, share, &WaterCircuit::pump_share);
    c.number({"water_l_per_kwh", "l/kWh", "water per heat in hours with evaporation"}, {0.0, 10.0},
             &AdiabaticChilledWater::water_l_per_kwh);
}

}  // namespace

void describe(Columns& c, CoolingType& row) {
    using PlantKinds = Kinds<CoolingPlant>;
    c.text({"id", "", "name in a study"}, {}, row.id);
    c.text({"name", "", "kind of plant"}, {}, row.name);
    std::size_t kind = row.plant.index();
    c.word({"kind", "", "model of the plant"}, PlantKinds::words, kind);
    const bool known = kind < PlantKinds::words.size();
    if (known && kind != row.plant.index()) row.plant = PlantKinds::one(kind);
    describe_parts({c, known ? &row.plant : nullptr});
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, PlantModule& row) {
    c.text({"id", "", "name"}, {}, row.id);
    describe_word(c, {"kind", "", "what is built of it"}, module_kinds, row.kind);
    c.number({"size", "", "kW, of cooling its heat; of a generator kVA"}, {0.1, 1e5}, row.size);
    describe_evidence(c, row.evidence);
}

}  // namespace verbund::catalog

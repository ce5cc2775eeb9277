#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "scenarios/study/study.hpp"
#include "tests/properties/field_values.hpp"

/// Small studies, drawn at random and small enough to be understood when one of them breaks a rule.
namespace verbund::properties {

struct Town {
    std::string id;
    Place at;
    double population = 10'000.0;
    std::vector<study::InventoryGroup> rows;  ///< its inventory; empty: by the survey
};

struct House {
    std::string id;
    Place at;
    int rooms = 1;
};

/// What is drawn; `build` makes a study of it.
struct Sketch {
    std::vector<Town> towns;
    std::vector<House> centers;  ///< all towns move into the first, the second is its backup site
    int first_year = 2025;
    int years = 1;
    int move_year = 2025;
    std::uint64_t seed = 1;
    std::vector<std::vector<FieldValue>>
        variants;  ///< fields in which each variant differs from the defaults
};

/// Which parts a sketch may have.
struct SketchRules {
    bool inventories_only = false;
    bool surveys_only = false;  ///< no town has an inventory
    unsigned most_fields = 4;   ///< that a variant changes
    unsigned most_variants = 1;
};

/// Draws a sketch; only inside a property.
[[nodiscard]] Sketch draw_sketch(const SketchRules& rules);

/// The study, read catalog and all; variant i is called "v<i>".
[[nodiscard]] study::StudySet build(const Sketch& sketch);

/// Whether the checks of the reader find nothing wrong in any variant.
[[nodiscard]] bool is_valid(const study::StudySet& set);

/// For counterexamples.
void showValue(const Sketch& sketch, std::ostream& to);

}  // namespace verbund::properties

#pragma once

#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A variant as the study names and describes it.
struct VariantName {
    std::string id;
    std::string title;
    std::string text;
};

template <>
const Table<VariantName>& table_of<VariantName>();

}  // namespace verbund::outcome

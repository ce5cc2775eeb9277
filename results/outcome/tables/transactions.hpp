#pragma once

#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// What a person does and waits for; `Run::transactions`.
struct TransactionName {
    std::string id;
    std::string workload;
    std::string name_de;
    std::string name_en;
    double threshold_ms = not_applicable;
};

template <>
const Table<TransactionName>& table_of<TransactionName>();

}  // namespace verbund::outcome

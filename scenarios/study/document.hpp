#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/base/number_text.hpp"
#include "scenarios/study/precision.hpp"
#include "scenarios/study/study.hpp"

/// What stands in a study file beside the sections of `Study`.
namespace verbund::study {

/// Version of the study file's format that this program reads.
inline constexpr int study_format = 1;

/// How the CSV tables that a study names are written.
struct TableFormat {
    DecimalSign decimal = DecimalSign::unstated;
};

/// Keys at the top of the file.
struct Document {
    int verbund = study_format;
    std::string title;
    std::string question;
    Horizon horizon;
    std::vector<int> milestones{2025, 2030, 2035};
    std::uint64_t seed = 1;
    Precision precision = Precision::quick;
    Id base_variant;
    std::map<Id, std::string> sources;
    std::map<std::string, std::string> catalog;  ///< table name -> CSV file
    TableFormat csv;
};

/// Keys of a variant beside the sections it changes.
struct VariantHead {
    std::string title;
    std::string text;
    Id base;
};

}  // namespace verbund::study

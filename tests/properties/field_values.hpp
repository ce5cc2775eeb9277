#pragma once

#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

/// Values for the keys of the study file's field table, drawn without knowing what they mean.
namespace verbund::properties {

/// Which field is changed, and how.  Both count modulo what there is.
struct FieldValue {
    unsigned field = 0;
    unsigned value = 0;
};

/// Sets that field: a number to its least or largest value or to some multiple of what it is, a flag or a
/// choice to one of its words.  Texts, dates and lists stay.  What the field's range refuses changes nothing.
/// The key and its value now, for the reader of a counterexample.
std::string set_field(study::Study& study, const FieldValue& value);

}  // namespace verbund::properties

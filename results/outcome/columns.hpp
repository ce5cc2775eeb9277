#pragma once

#include <variant>

#include "results/outcome/outcome.hpp"

/// Column tables of the row-like outcomes: one description for the store, CSV, Excel and FORMAT.md.
namespace verbund::outcome {

enum class ColumnRole : std::int8_t {
    plain,
    variant,  ///< an index into `Run::variants`, shown as the variant's id
};

template <class Row>
struct Column {
    using Member =
        std::variant<double Row::*, std::int32_t Row::*, bool Row::*, std::string Row::*, Resource Row::*>;

    std::string_view name;
    std::string_view unit;       ///< UDUNITS text; empty for texts and flags
    std::string_view long_name;  ///< English
    std::string_view label_de;
    Member member;
    ColumnRole role = ColumnRole::plain;
};

template <class Row>
using Columns = std::vector<Column<Row>>;

/// The description of a row type; defined for the types below.
template <class Row>
[[nodiscard]] const Columns<Row>& columns_of();

template <>
const Columns<VariantName>& columns_of<VariantName>();
template <>
const Columns<NamedPlace>& columns_of<NamedPlace>();
template <>
const Columns<LinkEnds>& columns_of<LinkEnds>();
template <>
const Columns<BuildStep>& columns_of<BuildStep>();
template <>
const Columns<Refusal>& columns_of<Refusal>();
template <>
const Columns<Bottleneck>& columns_of<Bottleneck>();
template <>
const Columns<RuleFinding>& columns_of<RuleFinding>();
template <>
const Columns<AssumptionRow>& columns_of<AssumptionRow>();

}  // namespace verbund::outcome

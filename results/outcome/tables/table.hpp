#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "models/base/resource.hpp"
#include "results/outcome/not_applicable.hpp"

/// How a table of results is described: once, for the results file, CSV, Excel, JSON, the comparison, the
/// page and FORMAT.md.  Words for people are the report's, by table and column name.
namespace verbund::outcome {

/// What a column's values name.
enum class ColumnRole : std::int8_t {
    plain,
    variant,         ///< an index into `Run::variants`, shown as the variant's id
    administration,  ///< an index into `Run::administrations`, shown as its id
    transaction,     ///< an index into the transactions, shown as its id; -1 = "all"
    place,           ///< the id of a center or administration
    link,            ///< the id of a link
    unit,            ///< the unit of other columns, UDUNITS text
};

/// How a number is to be shown, beyond its unit.
enum class Display : std::int8_t {
    number,
    share,     ///< of one, shown in percent
    grade,     ///< a class: a difference is a number of classes, not a percentage
    count,     ///< of whole things: a difference is no percentage either
    recovery,  ///< seconds; infinite = never
    loss,      ///< seconds; infinite = all data
};

/// A number at the end of a path of members, made by `number<Row, &Row::part, &Part::member>()`, so that no
/// accessor can be mistyped.
template <class Row>
struct Number {
    double (*get)(const Row&);
    void (*set)(Row&, double);
};

template <class Row, auto... Path>
[[nodiscard]] constexpr Number<Row> number() {
    // clang-format off
    return {[](const Row& row) { return (row .* ... .* Path); },
            [](Row& row, double value) { (row .* ... .* Path) = value; }};
    // clang-format on
}

template <class Row>
struct Column {
    using Member = std::variant<double Row::*, std::int32_t Row::*, bool Row::*, std::string Row::*,
                                Resource Row::*, Number<Row>>;

    std::string_view name;
    std::string_view unit;  ///< UDUNITS text ("EUR" apart, which UDUNITS lacks), "1" for counts and ratios;
                            ///< empty for texts and flags
    std::string_view text;  ///< meaning, in English: the definition that the results file carries
    Member member;
    ColumnRole role = ColumnRole::plain;
    Display display = Display::number;
};

/// Which rows of a table with many rows to look at first.
template <class Row>
struct Worst {
    std::vector<std::string_view> groups;  ///< columns whose equal values make a group
    double (*badness)(const Row&);         ///< not-a-number = least bad
};

template <class Row>
struct Table {
    std::string_view name;  ///< group of the results file, file of the CSV export, key in JSON and words
    std::vector<Column<Row>> columns;
    bool always = false;     ///< exported even without a row: that there is none says something
    bool many_rows = false;  ///< a row per administration and more: for files, not for JSON
    bool on_page = true;     ///< listed on the page; false: its rows are told beside others alone
    std::optional<Worst<Row>> worst = std::nullopt;
};

/// Columns that several tables have alike, put between those of their own.
template <class Row>
[[nodiscard]] std::vector<Column<Row>> joined(std::initializer_list<std::vector<Column<Row>>> groups) {
    std::vector<Column<Row>> all;
    for (const std::vector<Column<Row>>& group : groups) all.insert(all.end(), group.begin(), group.end());
    return all;
}

/// The description of a row type; defined beside each.
template <class Row>
[[nodiscard]] const Table<Row>& table_of();

template <class Row>
[[nodiscard]] const std::vector<Column<Row>>& columns_of() {
    return table_of<Row>().columns;
}

/// The value of a member, whichever way it is described.
template <class Row, class Value>
[[nodiscard]] const Value& value_of(const Row& row, Value Row::*member) {
    return row.*member;
}
template <class Row>
[[nodiscard]] double value_of(const Row& row, const Number<Row>& member) {
    return member.get(row);
}

template <class Row, class Value>
void set_value(Row& row, Value Row::*member, Value value) {
    row.*member = std::move(value);
}
template <class Row>
void set_value(Row& row, const Number<Row>& member, double value) {
    member.set(row, value);
}

/// What `value_of` gives, for `if constexpr`.
template <class Row, class Member>
using ValueOf = std::decay_t<decltype(value_of(std::declval<const Row&>(), std::declval<const Member&>()))>;

/// The column's value as a number (of a resource its code, of a flag 0 or 1); not applicable for a text.
template <class Row>
[[nodiscard]] double number_in(const Column<Row>& column, const Row& row) {
    return std::visit(
        [&](const auto& member) -> double {
            if constexpr (std::is_same_v<ValueOf<Row, std::decay_t<decltype(member)>>, std::string>)
                return not_applicable;
            else
                return static_cast<double>(value_of(row, member));
        },
        column.member);
}

}  // namespace verbund::outcome

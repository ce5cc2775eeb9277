#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "results/outcome/outcome.hpp"
#include "results/store/group_writer.hpp"

/// Rows of a table as datasets, one a column.
namespace verbund::store {

[[nodiscard]] inline FlagMeanings resource_flags() {
    std::string words;
    for (int code = 0; code < outcome::resource_count; ++code)
        words += fmt::format("{}{}", code == 0 ? "" : " ",
                             outcome::resource_id(static_cast<outcome::Resource>(code)));
    return {outcome::resource_count, words};
}

[[nodiscard]] inline FlagMeanings yes_no_flags() { return {2, "no yes"}; }

template <class Row, class Get>
auto collect(const std::vector<Row>& rows, const Get& get) {
    std::vector<std::decay_t<decltype(get(rows.front()))>> values(rows.size());
    std::transform(rows.begin(), rows.end(), values.begin(), get);
    return values;
}

/// Writes a column according to the type of its member.
template <class Row>
class ColumnWriter {
public:
    ColumnWriter(const outcome::Run& run, GroupWriter& group, GroupWriter::Axes axes,
                 const std::vector<Row>& rows, Precision precision = Precision::full)
        : run_{run}, group_{group}, axes_{axes}, rows_{rows}, precision_{precision} {}

    void write(const outcome::Column<Row>& column, const std::string& name) {
        const DatasetText text{name, column.unit, column.text};
        std::visit([&](const auto& member) { write_member(column, text, member); }, column.member);
    }

private:
    template <class Member>
    void write_member(const outcome::Column<Row>& column, const DatasetText& text, const Member& member) {
        using Value = outcome::ValueOf<Row, Member>;
        if constexpr (std::is_same_v<Value, double>)
            group_.write(text, axes_, values_of(member), precision_);
        else if constexpr (std::is_same_v<Value, outcome::Resource>)
            group_.write(text, axes_, codes_of(member), resource_flags());
        else if constexpr (std::is_same_v<Value, bool>)
            group_.write(text, axes_, codes_of(member), yes_no_flags());
        else if constexpr (std::is_same_v<Value, std::int32_t>)
            if (column.role != outcome::ColumnRole::plain)
                group_.write(text, axes_, ids(column.role, member));
            else
                group_.write(text, axes_, values_of(member));
        else
            group_.write(text, axes_, values_of(member));
    }

    template <class Member>
    [[nodiscard]] auto values_of(const Member& member) const {
        return collect(
            rows_, [&](const Row& row) { return outcome::value_of(row, member); });
    }

    template <class Member>
    [[nodiscard]] std::vector<std::int8_t> codes_of(const Member& member) const {
        return collect(
            rows_, [&](const Row& row) { return static_cast<std::int8_t>(outcome::value_of(row, member)); });
    }

    [[nodiscard]] std::vector<std::string> ids(outcome::ColumnRole role, std::int32_t Row::*member) const {
        return collect(
            rows_, [&](const Row& row) { return outcome::id_of(run_, role, row.*member); });
    }

    const outcome::Run& run_;
    GroupWriter& group_;
    GroupWriter::Axes axes_;
    const std::vector<Row>& rows_;
    Precision precision_;
};

/// All columns of a table, on its axes.
template <class Row>
void write_columns(const outcome::Run& run, GroupWriter& group, GroupWriter::Axes axes,
                   const std::vector<Row>& rows, Precision precision = Precision::full) {
    ColumnWriter<Row> writer{run, group, axes, rows, precision};
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>())
        writer.write(column, std::string{column.name});
}

/// An axis 0, 1, 2 ...
inline void add_counting_axis(GroupWriter& group, const DatasetText& text, std::size_t count) {
    std::vector<std::int32_t> values(count);
    std::iota(values.begin(), values.end(), 0);
    group.add_axis(text, values);
}

/// A group of rows on the axis `row`; `run` names what the columns' indices mean.
template <class Row>
void write_rows(const outcome::Run& run, hid_t file, const std::string& path, const std::vector<Row>& rows) {
    GroupWriter group{file, path};
    add_counting_axis(group, {"row", "1", "row number, from 0"}, rows.size());
    constexpr std::array<std::string_view, 1> row_axes{"row"};
    write_columns(run, group, row_axes, rows);
}

}  // namespace verbund::store

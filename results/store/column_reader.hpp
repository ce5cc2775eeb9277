#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "results/outcome/outcome.hpp"
#include "results/store/group_reader.hpp"

/// Rows of a table from datasets, one a column: what `column_writer.hpp` writes.
namespace verbund::store {

using Index = std::unordered_map<std::string, std::int32_t>;

template <class Named>
[[nodiscard]] Index index_ids(const std::vector<Named>& things) {
    Index index;
    for (std::size_t i = 0; i < things.size(); ++i) index.emplace(things[i].id, static_cast<std::int32_t>(i));
    return index;
}

/// Row numbers of the things that columns name by their ids.
struct Indices {
    Index variants;
    Index administrations;
    Index transactions;

    [[nodiscard]] const Index& of(outcome::ColumnRole role) const {
        switch (role) {
            case outcome::ColumnRole::administration:
                return administrations;
            case outcome::ColumnRole::transaction:
                return transactions;
            default:
                return variants;
        }
    }
};

/// Reads a column according to the type of its member.
template <class Row>
class ColumnReader {
public:
    ColumnReader(const GroupReader& group, const GroupReader::Shape& shape, const Indices& indices,
                 std::vector<Row>& rows)
        : group_{group}, shape_{shape}, indices_{indices}, rows_{rows} {}

    void read(const outcome::Column<Row>& column, const std::string& name) {
        std::visit([&](const auto& member) { read_member(column, name, member); }, column.member);
    }

private:
    template <class Member>
    void read_member(const outcome::Column<Row>& column, const std::string& name, const Member& member) {
        using Value = outcome::ValueOf<Row, Member>;
        if constexpr (std::is_same_v<Value, double>) {
            assign(
                member, group_.doubles(name, shape_), [](double value) { return value; });
        } else if constexpr (std::is_same_v<Value, std::string>) {
            assign(
                member, group_.texts(name, shape_), [](std::string& text) { return std::move(text); });
        } else if constexpr (std::is_same_v<Value, outcome::Resource>) {
            assign(
                member, group_.integers(name, shape_),
                [](std::int32_t code) { return outcome::resource_from_code(code); });
        } else if constexpr (std::is_same_v<Value, bool>) {
            assign(
                member, group_.integers(name, shape_), [](std::int32_t code) { return code != 0; });
        } else if (column.role != outcome::ColumnRole::plain) {
            const Index& index = indices_.of(column.role);
            assign(member, group_.texts(name, shape_),
                   [&](const std::string& id) { return index_of(index, id, name); });
        } else {
            assign(
                member, group_.integers(name, shape_), [](std::int32_t value) { return value; });
        }
    }

    template <class Member, class Values, class Make>
    void assign(const Member& member, Values values, const Make& make) {
        for (std::size_t i = 0; i < rows_.size(); ++i) outcome::set_value(rows_[i], member, make(values[i]));
    }

    [[nodiscard]] static std::int32_t index_of(const Index& index, const std::string& id,
                                               const std::string& name) {
        const auto found = index.find(id);
        if (found == index.end())
            throw h5::Failure{fmt::format("dataset {} names \"{}\", which is not in the file", name, id)};
        return found->second;
    }

    const GroupReader& group_;
    GroupReader::Shape shape_;
    const Indices& indices_;
    std::vector<Row>& rows_;
};

/// All columns of a table, on axes of that shape.
template <class Row>
void read_columns(const GroupReader& group, const GroupReader::Shape& shape, const Indices& indices,
                  std::vector<Row>& rows) {
    ColumnReader<Row> reader{group, shape, indices, rows};
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        const std::string name{column.name};
        if (!group.lacks_added(name)) reader.read(column, name);
    }
}

/// A group of rows on the axis `row`.
template <class Row>
void read_rows(hid_t file, const std::string& path, const Indices& indices, std::vector<Row>& rows) {
    const GroupReader group{file, path};
    rows.resize(group.integer_axis("row").size());
    read_columns(group, {rows.size()}, indices, rows);
}

}  // namespace verbund::store

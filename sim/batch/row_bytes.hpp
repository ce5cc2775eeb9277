#pragma once

#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "results/outcome/outcome.hpp"

/// Rows of outcomes as JSON values, column by column, for the bytes that a case sends home.
namespace verbund::batch {

template <class Row>
[[nodiscard]] nlohmann::json rows_to_json(const std::vector<Row>& rows) {
    nlohmann::json json = {{"rows", rows.size()}};
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        nlohmann::json& values = json[std::string{column.name}] = nlohmann::json::array();
        std::visit(
            [&](const auto& member) {
                for (const Row& row : rows) values.push_back(outcome::value_of(row, member));
            },
            column.member);
    }
    return json;
}

template <class Row>
[[nodiscard]] std::vector<Row> rows_from_json(const nlohmann::json& json) {
    std::vector<Row> rows(json.at("rows").get<std::size_t>());
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        const nlohmann::json& values = json.at(std::string{column.name});
        std::visit(
            [&](const auto& member) {
                using Value = outcome::ValueOf<Row, std::decay_t<decltype(member)>>;
                for (std::size_t i = 0; i < rows.size(); ++i)
                    outcome::set_value(rows[i], member, values.at(i).get<Value>());
            },
            column.member);
    }
    return rows;
}

}  // namespace verbund::batch

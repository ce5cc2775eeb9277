#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>

#include <nlohmann/json.hpp>

#include "results/outcome/outcome.hpp"
#include "results/report/sentences/told.hpp"

/// Rows of a run's tables as JSON objects, for `--json`.
namespace verbund::report {

/// Text with ill-formed UTF-8 is repaired instead of refused; NaN and infinities become null.
[[nodiscard]] inline std::string dump(const nlohmann::ordered_json& json) {
    constexpr int indentation = 2;
    return json.dump(indentation, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

/// Adds the columns of a row but its variant, below which rows stand.  Things are named by their ids in
/// `run`.
template <class Row>
void add_columns(nlohmann::ordered_json& json, const outcome::Run& run, const Row& row) {
    using Json = nlohmann::ordered_json;
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        if (column.role == outcome::ColumnRole::variant) continue;
        json[std::string{column.name}] = std::visit(
            [&](const auto& member) -> Json {
                const auto& value = outcome::value_of(row, member);
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, Resource>)
                    return outcome::resource_id(value);
                else if constexpr (std::is_same_v<Value, std::int32_t>)
                    return column.role == outcome::ColumnRole::plain
                               ? Json(value)
                               : Json(outcome::id_of(run, column.role, value));
                else
                    return value;
            },
            column.member);
    }
}

/// The columns of a row and, where it is told, its sentences.
template <class Row>
[[nodiscard]] nlohmann::ordered_json row_json(const Tellers& tellers, const Row& row) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    add_columns(json, tellers.german.run, row);
    if constexpr (Told<Row>) {
        json[told_german] = sentence(row, tellers.german);
        json[told_english] = sentence(row, tellers.english);
    }
    return json;
}

}  // namespace verbund::report

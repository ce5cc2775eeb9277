#pragma once

#include <cmath>
#include <type_traits>
#include <variant>
#include <vector>

#include "results/outcome/tables/table.hpp"
#include "tests/support/catch.hpp"

/// Rows that were written and read again.
namespace verbund::test {

[[nodiscard]] inline bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

template <class Row>
void require_same_rows(const std::vector<Row>& a, const std::vector<Row>& b) {
    REQUIRE(a.size() == b.size());
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>()) {
        CAPTURE(column.name);
        std::visit(
            [&](const auto& member) {
                bool all = true;
                for (std::size_t i = 0; i < a.size(); ++i)
                    if constexpr (std::is_same_v<outcome::ValueOf<Row, std::decay_t<decltype(member)>>,
                                                 double>)
                        all = all && same(outcome::value_of(a[i], member), outcome::value_of(b[i], member));
                    else
                        all = all && outcome::value_of(a[i], member) == outcome::value_of(b[i], member);
                CHECK(all);
            },
            column.member);
    }
}

}  // namespace verbund::test

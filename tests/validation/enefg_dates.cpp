#include <optional>
#include <vector>

#include "models/rules/rules.hpp"
#include "tests/support/catch.hpp"

/// Limits of the EnEfG (2023) and of its amendment draft (2026) on the day before, on and after every date of
/// s. 11.
namespace verbund::rules {
namespace {

using Limit = std::optional<double>;

constexpr Law law_2023 = Law::enefg_2023;
constexpr Law draft = Law::draft_2026;

Date shifted(Date day, long days) { return date_from_days(days_since_epoch(day) + days); }

/// A date on which a limit changes, with what holds before and from it on.
struct Edge {
    Date day;
    Limit before;
    Limit from;
};

/// Calls `limit` on the day before, on, and the day after every edge.
template <typename Function>
void check_edges(const std::vector<Edge>& edges, const Function& limit) {
    for (const Edge& edge : edges) {
        CAPTURE(to_string(edge.day));
        CHECK(limit(shifted(edge.day, -1)) == edge.before);
        CHECK(limit(edge.day) == edge.from);
        CHECK(limit(shifted(edge.day, 1)) == edge.from);
    }
}

TEST_CASE("PUE of centers in operation before 1 July 2026: 1.5 from 1 July 2027, 1.3 from 1 July 2030") {
    for (const Date start : {Date{1998, 1, 1}, Date{2023, 11, 18}, Date{2026, 6, 30}}) {
        check_edges(
            {{{2027, 7, 1}, {}, 1.5}, {{2030, 7, 1}, 1.5, 1.3}},
            [start](Date day) { return pue_limit(law_2023, start, day); });
        check_edges({{{2027, 7, 1}, {}, 1.6}, {{2030, 7, 1}, 1.6, 1.4}},
                    [start](Date day) { return pue_limit(draft, start, day); });
        CHECK(pue_limit(law_2023, start, {2045, 1, 1}) == Limit{1.3});
    }
}

TEST_CASE("PUE of centers starting from 1 July 2026: 1.2, draft 1.3, two years after the start") {
    for (const Date start : {Date{2026, 7, 1}, Date{2026, 7, 2}, Date{2029, 12, 31}}) {
        const Date due{start.year + 2, start.month, start.day};
        check_edges(
            {{due, {}, 1.2}}, [start](Date day) { return pue_limit(law_2023, start, day); });
        check_edges({{due, {}, 1.3}}, [start](Date day) { return pue_limit(draft, start, day); });
    }
}

TEST_CASE("a center starting the day before 1 July 2026 is an existing one, on that day a new one") {
    const Date day{2035, 1, 1};
    CHECK(pue_limit(law_2023, {2026, 6, 30}, day) == Limit{1.3});
    CHECK(pue_limit(law_2023, {2026, 7, 1}, day) == Limit{1.2});
    CHECK(pue_limit(draft, {2026, 6, 30}, day) == Limit{1.4});
    CHECK(pue_limit(draft, {2026, 7, 1}, day) == Limit{1.3});
}

TEST_CASE("a start on 29 February ends its grace on 28 February") {
    check_edges(
        {{{2030, 2, 28}, {}, 1.2}},
        [](Date day) {
            return pue_limit(law_2023, {2028, 2, 29}, day);
        });
}

TEST_CASE("reuse of energy depends on the day of start: none, 10, 15, 20 %") {
    const auto late = Date{2040, 1, 1};
    for (const Law law : {law_2023, draft}) {
        check_edges(
            {{{2026, 7, 1}, {}, 0.10}, {{2027, 7, 1}, 0.10, 0.15}, {{2028, 7, 1}, 0.15, 0.20}},
            [law, late](Date start) { return energy_reuse_limit(law, start, late, true); });
    }
}

TEST_CASE("reuse of energy is due two years after the start") {
    for (const Law law : {law_2023, draft}) {
        check_edges(
            {{{2029, 3, 15}, {}, 0.10}},
            [law](Date day) {
                return energy_reuse_limit(law, {2027, 3, 15}, day, true);
            });
        check_edges(
            {{{2029, 7, 1}, {}, 0.15}},
            [law](Date day) {
                return energy_reuse_limit(law, {2027, 7, 1}, day, true);
            });
        check_edges({{{2030, 7, 1}, {}, 0.20}}, [law](Date day) {
            return energy_reuse_limit(law, {2028, 7, 1}, day, true);
        });
    }
}

TEST_CASE("without a heat network within 5 km only the draft waives reuse") {
    const Date start{2028, 7, 1};
    const Date day{2035, 1, 1};
    CHECK(energy_reuse_limit(law_2023, start, day, false) == Limit{0.20});
    CHECK_FALSE(energy_reuse_limit(draft, start, day, false).has_value());
}

TEST_CASE("renewable electricity: 50 % from 1 January 2024, 100 % from 1 January 2027") {
    check_edges(
        {{{2024, 1, 1}, {}, 0.50}, {{2027, 1, 1}, 0.50, 1.00}},
        [](Date day) { return renewable_limit(day); });
}

TEST_CASE("the law applies from 300 kW, not from the 200 kW of its own draft") {
    CHECK(enefg_scope() == 300.0 * kilowatt);
}

Verdict verdict_on_last_day(const std::string& rule, int year, Law law) {
    CenterYear center;
    center.year = year;
    center.commissioned = {2010, 1, 1};
    center.connection = 300.0 * kilowatt;
    for (const Finding& finding : check_enefg(center, law))
        if (finding.rule == rule) return finding.verdict;
    return Verdict::info;
}

TEST_CASE("management system by 1 July 2025 and certificate from 1 January 2026, under both laws") {
    for (const Law law : {law_2023, draft}) {
        CHECK(verdict_on_last_day("enefg.management-system", 2024, law) == Verdict::upcoming);
        CHECK(verdict_on_last_day("enefg.management-system", 2025, law) == Verdict::missed);
        CHECK(verdict_on_last_day("enefg.management-certificate", 2025, law) == Verdict::upcoming);
        CHECK(verdict_on_last_day("enefg.management-certificate", 2026, law) == Verdict::missed);
    }
}

}  // namespace
}  // namespace verbund::rules

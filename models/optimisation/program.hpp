#pragma once

#include <limits>
#include <optional>
#include <vector>

/// Mixed-integer linear programs, solved by coin-or CBC.
namespace verbund::optimisation {

/// minimise cost x,  lower <= A x <= upper, with columns between bounds, some of them whole; columns and rows
/// are added one by one.
class Program {
public:
    /// Bound of a row that has none on that side; minus this below.
    static constexpr double no_limit = std::numeric_limits<double>::max();

    struct Column {
        double cost = 0.0;
        double lower = 0.0;
        double upper = 1.0;
        bool whole = true;
    };
    /// Returns its index.
    int add_column(const Column& column);

    struct Term {
        int column;
        double factor;
    };
    void add_row(double lower, const std::vector<Term>& terms, double upper);

    struct Search {
        int nodes = 5000;               ///< of the search tree at most
        std::optional<double> below{};  ///< only solutions that cost less are of interest
        bool knapsack_covers = false;   ///< cuts for rows that shares would fill to their limit
    };
    struct Answer {
        std::vector<double> values;  ///< per column; empty: none found
        bool proven = true;          ///< best, or none if empty; false: the search stopped at its limit
    };
    /// In one thread and without a limit of time, so that the answer is always the same.  Solutions are told
    /// apart down to about 1e-9 of the greatest cost, which should be about 1; rows hold to about 1e-7.
    [[nodiscard]] Answer solve(const Search& search) const;

private:
    std::vector<double> cost_, lower_, upper_;
    std::vector<int> whole_;
    std::vector<int> rows_, columns_;
    std::vector<double> factors_, row_lower_, row_upper_;
};

}  // namespace verbund::optimisation

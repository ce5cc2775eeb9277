#pragma once

#include <vector>

namespace verbund::siting {

/// A mixed-integer linear program that is minimised; rows and columns are added one by one.
class Program {
public:
    /// Between 0 and 1.  Returns its index.
    int add_column(double cost, bool whole);

    struct Term {
        int column;
        double factor;
    };
    void add_row(double lower, const std::vector<Term>& terms, double upper);

    struct Answer {
        std::vector<double> values;  ///< per column; empty: none found
        bool proven = true;          ///< best, or none if empty
    };
    /// By coin-or CBC, in one thread and without a limit of time, so that the answer is always the same.
    [[nodiscard]] Answer solve(int search_nodes) const;

private:
    std::vector<double> cost_, lower_, upper_;
    std::vector<int> whole_;
    std::vector<int> rows_, columns_;
    std::vector<double> factors_, row_lower_, row_upper_;
};

}  // namespace verbund::siting

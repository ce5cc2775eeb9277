#include "models/optimisation/program.hpp"

#include <CbcModel.hpp>
#include <CglKnapsackCover.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

namespace verbund::optimisation {

int Program::add_column(const Column& column) {
    const auto index = static_cast<int>(cost_.size());
    cost_.push_back(column.cost);
    lower_.push_back(column.lower);
    upper_.push_back(column.upper);
    if (column.whole) whole_.push_back(index);
    return index;
}

void Program::add_row(double lower, const std::vector<Term>& terms, double upper) {
    const auto row = static_cast<int>(row_lower_.size());
    for (const Term& term : terms) {
        rows_.push_back(row);
        columns_.push_back(term.column);
        factors_.push_back(term.factor);
    }
    row_lower_.push_back(lower);
    row_upper_.push_back(upper);
}

Program::Answer Program::solve(const Search& search) const {
    CoinPackedMatrix matrix{false, rows_.data(), columns_.data(), factors_.data(),
                            static_cast<CoinBigIndex>(rows_.size())};
    matrix.setDimensions(static_cast<int>(row_lower_.size()), static_cast<int>(cost_.size()));
    OsiClpSolverInterface solver;
    solver.messageHandler()->setLogLevel(0);
    solver.loadProblem(matrix, lower_.data(), upper_.data(), cost_.data(), row_lower_.data(),
                       row_upper_.data());
    for (const int column : whole_) solver.setInteger(column);
    solver.setHintParam(OsiDoPresolveInInitial, false, OsiHintDo);  // it leaks memory (CoinUtils 2.11)
    solver.setDblParam(OsiDualTolerance, 1e-9);
    CbcModel model{solver};
    model.setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    model.setMaximumNodes(search.nodes);
    // CBC would by default pass over solutions that are better by less than these.
    model.setAllowableGap(0.0);
    model.setAllowableFractionGap(0.0);
    model.setCutoffIncrement(1e-9);
    CglKnapsackCover covers;
    constexpr int while_useful = -1;
    if (search.knapsack_covers) model.addCutGenerator(&covers, while_useful, "covers");
    if (search.below) model.setCutoff(*search.below);
    model.initialSolve();
    if (model.solver()->isProvenPrimalInfeasible()) return {};
    model.branchAndBound();
    Answer answer;
    answer.proven = model.status() == 0;
    if (const double* values = model.bestSolution(); values != nullptr)
        answer.values.assign(values, values + cost_.size());
    return answer;
}

}  // namespace verbund::optimisation

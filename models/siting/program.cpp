#include "models/siting/program.hpp"

#include <CbcModel.hpp>
#include <CglKnapsackCover.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

namespace verbund::siting {

int Program::add_column(double cost, bool whole) {
    const auto column = static_cast<int>(cost_.size());
    cost_.push_back(cost);
    lower_.push_back(0.0);
    upper_.push_back(1.0);
    if (whole) whole_.push_back(column);
    return column;
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

Program::Answer Program::solve(int search_nodes) const {
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
    model.setMaximumNodes(search_nodes);
    // CBC would by default pass over solutions that are better by less than these.
    model.setAllowableGap(0.0);
    model.setAllowableFractionGap(0.0);
    model.setCutoffIncrement(1e-9);
    // Where shares of a standby would fill a limit, the tree has a hundred times as many nodes without these.
    CglKnapsackCover covers;
    constexpr int while_useful = -1;
    model.addCutGenerator(&covers, while_useful, "covers");
    model.initialSolve();
    if (model.solver()->isProvenPrimalInfeasible()) return {};
    model.branchAndBound();
    Answer answer;
    answer.proven = model.status() == 0;
    if (const double* values = model.bestSolution(); values != nullptr) {
        answer.values.assign(values, values + cost_.size());
    }
    return answer;
}

}  // namespace verbund::siting

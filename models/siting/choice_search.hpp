#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/optimisation/program.hpp"
#include "models/siting/shortlist.hpp"

namespace verbund::siting {

/// The choices of sites for one goal, best first; the model is stated in shortlist.hpp.
class ChoiceSearch {
public:
    /// The problem must outlive the search.
    ChoiceSearch(const SitingProblem& problem, SitingGoal goal, const SitingOptions& options);

    /// The best choice whose set of sites was not yet given; empty: none, or none found within the limit.
    [[nodiscard]] std::optional<SiteChoice> next();
    /// The last answer of `next` is proven.
    [[nodiscard]] bool proven() const { return proven_; }

private:
    struct Pair {
        std::size_t primary;
        std::size_t candidate;
        int holds;       ///< column
        int takes_over;  ///< column; the same one if each primary has one standby
    };
    void set_scales(SitingGoal goal);
    [[nodiscard]] double latency(std::size_t primary, std::size_t candidate) const;
    void add_columns();
    void add_pair(std::size_t primary, std::size_t candidate);
    void add_duties();
    void add_limits();
    void add_spacing();
    void exclude(const std::vector<std::size_t>& sites);
    [[nodiscard]] SiteChoice read(const std::vector<double>& values) const;
    void assign_backups(SiteChoice& choice) const;
    void evaluate(SiteChoice& choice) const;

    const SitingProblem* problem_;
    SitingOptions options_;
    bool copies_;           ///< fewer primaries than sites
    double per_eur_ = 1.0;  ///< objective per cost
    double per_ms_ = 1.0;   ///< objective per latency times workplaces
    optimisation::Program program_;
    std::vector<std::size_t> candidates_;  ///< that are usable
    std::vector<int> chosen_;              ///< [candidate] column; -1: not usable
    std::vector<Pair> pairs_;
    bool proven_ = true;
};

}  // namespace verbund::siting

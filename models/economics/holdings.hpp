#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/economics/cost_kind.hpp"

/// What stands somewhere as its books show it: bought, written down over its life, renewed, given up.
namespace verbund::economics {

/// What must stand in a stretch of time: of each kind and key at most one.
struct Stock {
    CostKind kind = CostKind::building;
    std::uint32_t key = 0;  ///< what it is within its kind, e.g. a host type
    double quantity = 0.0;
    double unit_price_eur = 0.0;  ///< of what is bought now
    double life_years = 1.0;      ///< from now on, of what is bought now
    /// Whole machines that are given up one by one; else what is too much stays to the end of its life.
    bool counted = false;
    bool taken_over = false;  ///< what is lacking comes from elsewhere in the study at `unit_price_eur`
};

struct Purchase {
    CostKind kind = CostKind::building;
    std::uint32_t key = 0;
    double quantity = 0.0;
    double unit_price_eur = 0.0;
    double life_years = 1.0;
    [[nodiscard]] double eur() const { return quantity * unit_price_eur; }
};

/// Books of a stretch of time.
struct Books {
    std::vector<Purchase> purchases;
    double opening_eur = 0.0;           ///< value of what stands, before
    ByCostPart<double> depreciation{};  ///< EUR
    double written_off_eur = 0.0;       ///< value of what is given up, less that of what is taken over
    double closing_eur = 0.0;           ///< value of what stands, after
    [[nodiscard]] double purchases_eur() const;
    [[nodiscard]] double depreciation_eur() const;
};

/// The lots that stand at one site.
///
/// A lot is written down in equal parts over its life and renewed in the first stretch that begins after its
/// end.  What is no longer wanted is given up with the value that it still has, the oldest lots first.  In
/// every stretch
///   opening + purchases - depreciation - written off = closing,
/// so over its life a lot's depreciation and what is written off come to its price.  Prices are those of the
/// purchase; nothing is revalued.  Quantities need not be whole: an even mix of ages has fractions.
class Holdings {
public:
    /// What stood before: bought `age_years` ago for the price and the whole life given.
    void open(const Stock& stock, double age_years);
    /// The same with an equal part of each age of 0, 1, ... whole years below the life.
    void open_evenly(const Stock& stock);

    /// Renews, buys and gives up what must be for `wanted` to stand, then writes everything down by `years`.
    [[nodiscard]] Books pass(std::span<const Stock> wanted, double years);

private:
    struct Lot {
        double quantity = 0.0;
        double unit_price_eur = 0.0;
        double life_years = 1.0;
        double age_years = 0.0;
        [[nodiscard]] bool over() const;
        [[nodiscard]] double value_eur() const;
    };
    /// Lots of one kind and key, oldest first.
    struct Group {
        CostKind kind = CostKind::building;
        std::uint32_t key = 0;
        bool wanted = false;
        std::vector<Lot> lots{};
        [[nodiscard]] double quantity() const;
        /// Gives up the oldest until no more than `most` stands; returns their value.
        double keep(double most);
    };

    [[nodiscard]] Group& group(CostKind kind, std::uint32_t key);
    void settle(const Stock& stock, Books& books);
    [[nodiscard]] double value_eur() const;

    std::vector<Group> groups_;
};

}  // namespace verbund::economics

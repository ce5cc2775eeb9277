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
    std::uint32_t price =
        0;  ///< which price is paid for one that is bought now; whoever reads the books knows it
    double price_share = 1.0;  ///< part of that price that is paid
    double life_years = 1.0;   ///< from now on, of what is bought now
    /// Whole machines that are given up one by one; else what is too much stays to the end of its life.
    bool counted = false;
    bool taken_over = false;  ///< what is lacking comes from elsewhere in the study at its part of the price
};

/// What a stretch of time does to everything of a kind that was bought at one price.  EUR are the price times
/// these quantities, which are the same at every price.
struct BookEntry {
    CostKind kind = CostKind::building;
    std::uint32_t price = 0;
    double opening = 0.0;  ///< whole ones that what stands is worth, before
    double bought = 0.0;
    double depreciation = 0.0;
    double written_off = 0.0;  ///< of what is given up, less what is taken over
    double closing = 0.0;      ///< as `opening`, after
    double life_years = 0.0;   ///< of what is bought
};

/// Books of a stretch of time; no kind has the same price as another.
using Books = std::vector<BookEntry>;

/// The lots that stand at one site.
///
/// A lot is written down in equal parts over its life and renewed in the first stretch that begins after its
/// end.  What is no longer wanted is given up with the value that it still has, the oldest lots first.  In
/// every stretch, of every price
///   opening + bought - depreciation - written off = closing,
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
        std::uint32_t price = 0;
        double price_share = 1.0;
        double life_years = 1.0;
        double age_years = 0.0;
        [[nodiscard]] bool over() const;
        /// In units of its price.
        [[nodiscard]] double value() const;
    };
    /// Lots of one kind and key, oldest first.
    struct Group {
        CostKind kind = CostKind::building;
        std::uint32_t key = 0;
        const Stock* wanted = nullptr;  ///< while a stretch of time passes
        std::vector<Lot> lots{};
        [[nodiscard]] double quantity() const;
    };
    class Entries;

    [[nodiscard]] Group& group(CostKind kind, std::uint32_t key);
    static void keep(double most, Group& held, Entries& entries);
    static void settle(const Stock& stock, Group& held, Entries& entries);
    static void pass(Group& held, double years, Entries& entries);

    std::vector<Group> groups_;
};

}  // namespace verbund::economics

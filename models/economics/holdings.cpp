#include "models/economics/holdings.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::economics {
namespace {

/// Quantities and years are sums of fractions of a year; less than this is rounding.
constexpr double rounding = 1e-9;

}  // namespace

/// Entries of one group, at the end of the books.
class Holdings::Entries {
public:
    Entries(Books& books, CostKind kind) : books_{books}, kind_{kind}, first_{books.size()} {}

    /// Lots of one price stand together, so the last entry is nearly always the one.
    [[nodiscard]] BookEntry& of(std::uint32_t price) {
        for (std::size_t i = books_.size(); i > first_; --i)
            if (books_[i - 1].price == price) return books_[i - 1];
        return books_.emplace_back(BookEntry{.kind = kind_, .price = price});
    }

private:
    Books& books_;
    CostKind kind_;
    std::size_t first_;
};

bool Holdings::Lot::over() const { return age_years >= life_years - rounding; }

double Holdings::Lot::value() const {
    return quantity * price_share * std::max(0.0, 1.0 - age_years / life_years);
}

double Holdings::Group::quantity() const {
    double sum = 0.0;
    for (const Lot& lot : lots) sum += lot.quantity;
    return sum;
}

/// Gives up the oldest until no more than `most` stands.
void Holdings::keep(double most, Group& held, Entries& entries) {
    double surplus = held.quantity() - most;
    auto lot = held.lots.begin();
    for (; lot != held.lots.end() && lot->quantity <= surplus + rounding; ++lot) {
        surplus -= lot->quantity;
        entries.of(lot->price).written_off += lot->value();
    }
    held.lots.erase(held.lots.begin(), lot);
    if (held.lots.empty() || surplus <= rounding) return;
    Lot part = held.lots.front();
    part.quantity = surplus;
    held.lots.front().quantity -= surplus;
    entries.of(part.price).written_off += part.value();
}

Holdings::Group& Holdings::group(CostKind kind, std::uint32_t key) {
    const auto same = std::find_if(groups_.begin(), groups_.end(),
                                   [&](const Group& g) { return g.kind == kind && g.key == key; });
    return same != groups_.end() ? *same : groups_.emplace_back(Group{.kind = kind, .key = key});
}

void Holdings::open(const Stock& stock, double age_years) {
    if (stock.quantity <= 0.0) return;
    group(stock.kind, stock.key)
        .lots.push_back({stock.quantity, stock.price, stock.price_share, stock.life_years, age_years});
}

void Holdings::open_evenly(const Stock& stock) {
    const int ages = std::max(1, static_cast<int>(std::ceil(stock.life_years - rounding)));
    Stock part = stock;
    part.quantity /= ages;
    for (int age = ages - 1; age >= 0; --age) open(part, age);
}

void Holdings::settle(const Stock& stock, Group& held, Entries& entries) {
    std::erase_if(held.lots, [](const Lot& lot) { return lot.over(); });
    if (stock.counted || stock.quantity <= 0.0) keep(stock.quantity, held, entries);
    const double lacking = stock.quantity - held.quantity();
    if (lacking <= rounding * std::max(1.0, stock.quantity)) return;
    held.lots.push_back({lacking, stock.price, stock.price_share, stock.life_years, 0.0});
    BookEntry& entry = entries.of(stock.price);
    if (stock.taken_over) {
        entry.written_off -= lacking * stock.price_share;
    } else {
        entry.bought += lacking;
        entry.life_years = stock.life_years;
    }
}

void Holdings::pass(Group& held, double years, Entries& entries) {
    for (const Lot& lot : held.lots) entries.of(lot.price).opening += lot.value();
    if (held.wanted != nullptr)
        settle(*held.wanted, held, entries);
    else
        keep(0.0, held, entries);
    for (Lot& lot : held.lots) {
        BookEntry& entry = entries.of(lot.price);
        const double written_down =
            std::max(0.0, std::min(years, lot.life_years - lot.age_years)) / lot.life_years;
        entry.depreciation += lot.quantity * lot.price_share * written_down;
        lot.age_years += years;
        entry.closing += lot.value();
    }
}

Books Holdings::pass(std::span<const Stock> wanted, double years) {
    for (const Stock& stock : wanted) group(stock.kind, stock.key).wanted = &stock;
    Books books;
    for (Group& held : groups_) {
        Entries entries{books, held.kind};
        pass(held, years, entries);
        held.wanted = nullptr;
    }
    std::erase_if(groups_, [](const Group& g) { return g.lots.empty(); });
    return books;
}

}  // namespace verbund::economics

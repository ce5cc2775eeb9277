#include "models/economics/holdings.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::economics {
namespace {

/// Quantities and years are sums of fractions of a year; less than this is rounding.
constexpr double rounding = 1e-9;

}  // namespace

double Books::purchases_eur() const {
    double sum = 0.0;
    for (const Purchase& purchase : purchases) sum += purchase.eur();
    return sum;
}

double Books::depreciation_eur() const {
    double sum = 0.0;
    for (const double part : depreciation.values) sum += part;
    return sum;
}

bool Holdings::Lot::over() const { return age_years >= life_years - rounding; }

double Holdings::Lot::value_eur() const {
    return quantity * unit_price_eur * std::max(0.0, 1.0 - age_years / life_years);
}

double Holdings::Group::quantity() const {
    double sum = 0.0;
    for (const Lot& lot : lots) sum += lot.quantity;
    return sum;
}

double Holdings::Group::keep(double most) {
    double surplus = quantity() - most;
    double value = 0.0;
    auto lot = lots.begin();
    for (; lot != lots.end() && lot->quantity <= surplus + rounding; ++lot) {
        surplus -= lot->quantity;
        value += lot->value_eur();
    }
    lots.erase(lots.begin(), lot);
    if (lots.empty() || surplus <= rounding) return value;
    Lot part = lots.front();
    part.quantity = surplus;
    lots.front().quantity -= surplus;
    return value + part.value_eur();
}

Holdings::Group& Holdings::group(CostKind kind, std::uint32_t key) {
    const auto same = std::find_if(groups_.begin(), groups_.end(),
                                   [&](const Group& g) { return g.kind == kind && g.key == key; });
    return same != groups_.end() ? *same : groups_.emplace_back(Group{.kind = kind, .key = key});
}

void Holdings::open(const Stock& stock, double age_years) {
    if (stock.quantity <= 0.0) return;
    group(stock.kind, stock.key)
        .lots.push_back({stock.quantity, stock.unit_price_eur, stock.life_years, age_years});
}

void Holdings::open_evenly(const Stock& stock) {
    const int ages = std::max(1, static_cast<int>(std::ceil(stock.life_years - rounding)));
    Stock part = stock;
    part.quantity /= ages;
    for (int age = ages - 1; age >= 0; --age) open(part, age);
}

double Holdings::value_eur() const {
    double sum = 0.0;
    for (const Group& g : groups_)
        for (const Lot& lot : g.lots) sum += lot.value_eur();
    return sum;
}

void Holdings::settle(const Stock& stock, Books& books) {
    Group& held = group(stock.kind, stock.key);
    held.wanted = true;
    std::erase_if(held.lots, [](const Lot& lot) { return lot.over(); });
    if (stock.counted || stock.quantity <= 0.0) books.written_off_eur += held.keep(stock.quantity);
    const double lacking = stock.quantity - held.quantity();
    if (lacking <= rounding * std::max(1.0, stock.quantity)) return;
    held.lots.push_back({lacking, stock.unit_price_eur, stock.life_years, 0.0});
    if (stock.taken_over)
        books.written_off_eur -= lacking * stock.unit_price_eur;
    else
        books.purchases.push_back({stock.kind, stock.key, lacking, stock.unit_price_eur, stock.life_years});
}

Books Holdings::pass(std::span<const Stock> wanted, double years) {
    Books books;
    books.opening_eur = value_eur();
    for (Group& g : groups_) g.wanted = false;
    for (const Stock& stock : wanted) settle(stock, books);
    for (Group& g : groups_)
        if (!g.wanted) books.written_off_eur += g.keep(0.0);
    std::erase_if(groups_, [](const Group& g) { return g.lots.empty(); });
    for (Group& g : groups_) {
        double& depreciation = books.depreciation[cost_kinds[g.kind].part];
        for (Lot& lot : g.lots) {
            depreciation += lot.quantity * lot.unit_price_eur *
                            std::max(0.0, std::min(years, lot.life_years - lot.age_years)) / lot.life_years;
            lot.age_years += years;
        }
    }
    books.closing_eur = value_eur();
    return books;
}

}  // namespace verbund::economics

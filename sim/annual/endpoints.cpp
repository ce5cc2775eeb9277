#include "sim/annual/endpoints.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/base/calendar.hpp"
#include "models/base/unit_factors.hpp"
#include "models/compute/endpoint.hpp"
#include "models/economics/electricity.hpp"
#include "models/economics/tax.hpp"

namespace verbund::annual {
namespace {

/// Workdays of a year by state.
class Workdays {
public:
    explicit Workdays(int year) : year_{year} {}

    int in(FederalState state) {
        const auto [found, added] = known_.try_emplace(state.number);
        if (added) {
            const std::vector<DayKind> days = day_kinds(state, year_);
            const auto free = std::count(days.begin(), days.end(), DayKind::weekend_or_holiday);
            found->second = static_cast<int>(days.size()) - static_cast<int>(free);
        }
        return found->second;
    }

private:
    int year_;
    std::map<int, int> known_;
};

struct Kind {
    const catalog::EndpointDevice* device = nullptr;
    double per_seat = 0.0;
    double count = 0.0;
    Energy energy;
    Money bill;
};

std::vector<Kind> kinds_of(const deploy::WorldYear& at) {
    std::vector<Kind> kinds;
    for (const auto& [id, stated] : at.study().endpoints)
        if (stated.per_seat > 0.0)
            kinds.push_back({&catalog::endpoint_device(at.set().catalog, id), stated.per_seat, 0.0, {}, {}});
    return kinds;
}

void add_administration(const deploy::WorldYear& at, double seats, int workdays, std::vector<Kind>& kinds) {
    const int year = at.year().year;
    std::vector<Energy> energy;
    Energy sum;
    for (const Kind& kind : kinds) {
        energy.push_back(seats * kind.per_seat *
                         compute::yearly_energy(*kind.device, workdays, hours_in_year(year)));
        sum += energy.back();
    }
    if (sum <= Energy{}) return;
    const Money bill = economics::electricity_bill(at.set().catalog, year, sum, at.study().economics.price);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        kinds[k].count += seats * kinds[k].per_seat;
        kinds[k].energy += energy[k];
        kinds[k].bill += bill * (energy[k] / sum);
    }
}

}  // namespace

std::vector<outcome::EndpointYear> endpoint_rows(const deploy::WorldYear& at) {
    std::vector<Kind> kinds = kinds_of(at);
    if (kinds.empty()) return {};
    Workdays workdays{at.year().year};
    for (std::size_t a = 0; a < at.year().administrations.size(); ++a) {
        const int days = workdays.in(at.variant().administrations[a].state);
        add_administration(at, at.year().administrations[a].seats, days, kinds);
    }
    const double tax = at.study().economics.value_added_tax.in(one);
    std::vector<outcome::EndpointYear> rows;
    for (const Kind& kind : kinds) {
        const double count = std::round(kind.count);
        rows.push_back({.year = at.year().year,
                        .device = kind.device->id,
                        .count = count,
                        .energy_mwh = kind.energy.in(megawatt_hour),
                        .cost_energy_eur = economics::gross(kind.bill.in(euro), tax),
                        .cost_devices_eur = economics::gross(
                            count * kind.device->price_eur.mid / kind.device->life_years, tax)});
    }
    return rows;
}

}  // namespace verbund::annual

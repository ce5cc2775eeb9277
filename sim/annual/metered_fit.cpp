#include "sim/annual/metered_fit.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "models/base/unit_factors.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/variant_mistakes.hpp"
#include "sim/annual/site_year.hpp"
#include "sim/deploy/deploy.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

constexpr int most_turns = 20;
constexpr double converged = 1e-9;
constexpr double accuracy = 1e-3;  ///< of a meter: less than nothing beside the clients within it is nothing

/// A metered center's year, MWh; the hours in which it serves the study.
struct Reading {
    double it = 0.0;
    double grid = 0.0;
    double fitted = 0.0;  ///< cooling and auxiliaries
    double hours = 0.0;
    [[nodiscard]] double pue() const { return grid / it; }
};

/// Meters of a center over the phases of a year in which it serves the study.
class MeterReader {
public:
    MeterReader(const study::StudySet& set, const study::Study& study,
                const deploy::VariantDeployment& variant, std::size_t site)
        : set_{set}, study_{study}, variant_{variant}, site_{site} {}

    void add(const deploy::Deployment& phase) {
        const deploy::Site& where = variant_.sites[site_];
        const deploy::SiteDeployment& site = phase.sites[site_];
        std::vector<CoolingKey> keys;
        for (const deploy::RoomPlant& room : site.plant->rooms)
            keys.push_back({room.cooling->id, where.climate_region, phase.year, study_.facility.imperfection,
                            where.weather});
        const Weather weather(set_.catalog, set_.seed, keys, set_.weathers);
        const workload::ProfileSet profiles(set_.catalog.profiles);
        deploy::PatternCache patterns;
        HourlySum sum(hours_in_year(phase.year));
        SiteHours hours;
        const SiteYearOutcome out = simulate_site_year(
            {.where = &where,
             .site = &site,
             .types = &variant_.host_types,
             .grid = {&profiles, &patterns.get(phase, deploy::states_of(site, where.state))},
             .weather = &weather,
             .imperfection = study_.facility.imperfection,
             .heat_reuse = 0.0,
             .keep_hours = false},
            sum, hours);
        const outcome::EnergyParts& clients = out.year.energy;
        reading_.it += out.it_mwh;
        reading_.grid += out.grid_mwh;
        reading_.fitted += (clients.cooling_mwh + clients.auxiliary_mwh) / clients.it_mwh * out.it_mwh;
        reading_.hours += hours_of(phase);
    }

    [[nodiscard]] const Reading& reading() const { return reading_; }

private:
    const study::StudySet& set_;
    const study::Study& study_;
    const deploy::VariantDeployment& variant_;
    std::size_t site_;
    Reading reading_;
};

std::optional<Reading> read_meters(const study::StudySet& set, const study::Study& study,
                                   const deploy::VariantDeployment& variant, const study::Center& center) {
    const int year = center.metered->year;
    const auto at = std::find_if(variant.sites.begin(), variant.sites.end(),
                                 [&](const deploy::Site& site) { return site.center == &center; });
    if (at == variant.sites.end()) return std::nullopt;
    const auto site = static_cast<std::size_t>(at - variant.sites.begin());
    MeterReader meters{set, study, variant, site};
    for (const deploy::Deployment& phase : variant.phases) {
        const bool serves = phase.year == year && phase.sites[site].in_operation &&
                            study::stands_on(center, first_date(phase));
        if (serves) meters.add(phase);
    }
    return meters.reading().hours > 0.0 ? std::optional{meters.reading()} : std::nullopt;
}
/// The fits of one variant's centers.
class VariantFit {
public:
    VariantFit(const study::StudySet& set, study::Variant& variant, std::size_t index)
        : set_{set}, variant_{variant}, report_{variant.places, mistakes_} {
        for (auto& [id, center] : variant.study.centers) {
            if (!center.metered) continue;
            center.fit.year = center.metered->year;
            rows_.push_back(
                {.variant = static_cast<std::int32_t>(index), .year = center.fit.year, .site = id});
        }
    }

    void run() {
        for (int turns = 0; turns < most_turns && mistakes_.empty(); ++turns)
            if (turn(turns == 0)) return;
    }

    [[nodiscard]] const Diagnostics& mistakes() const { return mistakes_; }
    [[nodiscard]] std::vector<outcome::MeteredFit> take() { return std::move(rows_); }

private:
    /// Deploys and reads all centers; true if no fit has to change any more.
    bool turn(bool first) {
        const deploy::VariantDeployment deployed = deploy::deploy(set_, variant_.study);
        bool steady = true;
        for (outcome::MeteredFit& row : rows_) {
            study::Center& center = variant_.study.centers.at(row.site);
            const auto reading = read_meters(set_, variant_.study, deployed, center);
            if (!reading) {
                report(row, "year",
                       fmt::format("\"{}\" holds nothing of the study in {}", row.site, row.year),
                       "State a year in which it does.");
                continue;
            }
            write(*reading, center, first, row);
            const study::MeteredFit before = center.fit;
            if (center.metered->pue) fit_pue(*reading, row, center);
            if (center.metered->energy) fit_energy(*reading, row, center);
            steady = steady && std::abs(center.fit.cooling_factor - before.cooling_factor) <= converged &&
                     std::abs(center.fit.other_it_w - before.other_it_w) <= converged * before.other_it_w;
        }
        return steady;
    }

    static void write(const Reading& reading, const study::Center& center, bool first,
                      outcome::MeteredFit& row) {
        if (first) {
            row.pue_before = reading.pue();
            row.mwh_before = reading.grid;
            row.stated_pue = center.metered->pue.value_or(outcome::not_applicable);
            row.stated_mwh =
                center.metered->energy ? center.metered->energy->in(megawatt_hour) : outcome::not_applicable;
        }
        row.cooling_factor = center.fit.cooling_factor;
        row.other_it_kw = center.fit.other_it_w / watts_per_kw;
        row.pue_after = reading.pue();
        row.mwh_after = reading.grid;
    }

    void fit_pue(const Reading& reading, const outcome::MeteredFit& row, study::Center& center) {
        const double fixed = reading.grid - reading.fitted;
        const double room = *center.metered->pue * reading.it - fixed;
        if (room > 0.0 && reading.fitted > 0.0) {
            center.fit.cooling_factor *= room / reading.fitted;
            return;
        }
        report(row, "pue",
               fmt::format(
                   "{} leaves nothing for cooling: distribution, UPS and transformer alone come to {:.3f}",
                   *center.metered->pue, fixed / reading.it),
               "Correct the PUE, or state the UPS that is there (rooms: ups, ups_power, redundancy).");
    }

    void fit_energy(const Reading& reading, const outcome::MeteredFit& row, study::Center& center) {
        const double pue = center.metered->pue.value_or(reading.pue());
        const double target_mwh = center.metered->energy->in(megawatt_hour) / pue;
        const double missing_w = (target_mwh - reading.it) / mwh_per_wh / reading.hours;
        const double other_w = center.fit.other_it_w + missing_w;
        const double clients_w = reading.it / mwh_per_wh / reading.hours - center.fit.other_it_w;
        if (other_w >= -accuracy * clients_w) {
            center.fit.other_it_w = std::max(0.0, other_w);
            return;
        }
        report(
            row, "energy",
            fmt::format("{} at a PUE of {:.3f} leave {:.1f} kW of IT, but the study's clients and the other "
                        "load that is stated draw {:.1f} kW there in {}",
                        to_text(*center.metered->energy), pue,
                        target_mwh / mwh_per_wh / reading.hours / watts_per_kw, clients_w / watts_per_kw,
                        row.year),
            "Correct the energy, state what other clients draw (other_load), or fewer servers.");
    }

    void report(const outcome::MeteredFit& row, std::string_view key, std::string problem,
                std::string remedy) {
        report_(fmt::format("centers.{}.metered.{}", row.site, key), std::move(problem), std::move(remedy));
    }

    const study::StudySet& set_;
    study::Variant& variant_;
    Diagnostics mistakes_;
    study::Reporter report_;
    std::vector<outcome::MeteredFit> rows_;
};

bool is_metered(const study::Variant& variant) {
    const auto& centers = variant.study.centers;
    return std::any_of(centers.begin(), centers.end(),
                       [](const auto& entry) { return entry.second.metered.has_value(); });
}

}  // namespace

bool has_metered(const study::StudySet& set) {
    return std::any_of(set.variants.begin(), set.variants.end(), is_metered);
}

std::vector<outcome::MeteredFit> fit_metered(study::StudySet& set) {
    std::vector<outcome::MeteredFit> rows;
    study::VariantMistakes found;
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        if (!is_metered(set.variants[v])) continue;
        VariantFit fit(set, set.variants[v], v);
        fit.run();
        found.add(set.variants[v].id, fit.mistakes());
        outcome::append(rows, fit.take());
    }
    Diagnostics mistakes;
    found.move_to(mistakes, set.variants.size());
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    return rows;
}

}  // namespace verbund::annual

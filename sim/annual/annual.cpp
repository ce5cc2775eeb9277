#include "sim/annual/annual.hpp"

#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "models/economics/electricity.hpp"
#include "sim/annual/shared_cost.hpp"
#include "sim/annual/year_play.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

using outcome::SiteYear;

/// Shared by all sites of a year.
struct YearFacts {
    CarbonIntensity location;
    CarbonIntensity renewable_upstream;
};

YearFacts year_facts(const YearTask& in) {
    const study::Economics& e = in.at.study().economics;
    YearFacts f;
    f.location = economics::grid_emission(in.at.set().catalog, in.at.year().year, e.emission);
    f.renewable_upstream = e.renewable_upstream;
    return f;
}

/// What a site emits and costs.
struct SiteAccount {
    outcome::Cost cost;
    double co2_location_t = 0.0;
    double co2_market_t = 0.0;
    double co2_embodied_t = 0.0;
    double ref = outcome::not_applicable;
};

void add_emissions(const YearTask& in, const YearFacts& facts, std::size_t s, const PhaseOfSite& played,
                   const deploy::Deployment& phase, SiteAccount& sum) {
    const deploy::Site& where = in.at.variant().sites[s];
    const Energy grid = played.grid_mwh * megawatt_hour;
    const double share = renewable_share(in.at.study().economics, where.center, in.at.year().year);
    const CarbonIntensity location = facts.location * played.emission_factor;
    sum.co2_location_t += (grid * location).in(tonne_co2);
    sum.co2_market_t +=
        (grid * economics::market_emission(location, facts.renewable_upstream, share)).in(tonne_co2);
    sum.co2_embodied_t +=
        embodied(in.embodied, in.at.study(), phase.sites[s], in.at.variant().host_types, played.clients_share)
            .total_t() *
        share_of_year(phase);
}

/// Bill of a site for a year's electricity, its peak included, and the part of the study's clients: by
/// energy; and their water.  Sites with a transformer of their own are customers at medium voltage.
WholeCenter energy_cost(const YearTask& in, const SiteSum& sum, const SiteYear& row, SiteAccount& account) {
    const Energy grid = sum.grid_mwh() * megawatt_hour;
    const bool medium_voltage =
        row.resources[Resource::grid].limit * kilowatt >= in.at.study().facility.transformer_from;
    const Money by_energy = economics::electricity_bill(in.at.set().catalog, in.at.year().year, grid,
                                                        in.at.study().economics.price) *
                            sum.price_factor();
    const Money bill = by_energy + economics::demand_charge(in.costs.demand(medium_voltage), grid,
                                                            sum.billed_peak_kw() * kilowatt);
    const WholeCenter whole{sum.clients_share(), sum.it_mwh(), sum.grid_mwh(),
                            in.costs.with_tax(bill.in(euro))};
    account.cost.energy_eur =
        whole.energy_eur * sum.clients_share_of_grid() + row.water_m3 * in.costs.water_eur_per_m3();
    return whole;
}

/// `racks`: those needed on the last day of the year.
void write_home(const SiteYear& home, double racks, const deploy::AdministrationDeployment& a,
                outcome::AdministrationYear& row) {
    row.workplaces = a.seats;
    row.servers = a.servers;
    row.servers_at_home = a.servers_at_home;
    if (home.in_operation == 0.0) return;
    row.home_racks = racks;
    row.home_it_power_mean_kw = home.it_power_mean_kw;
    row.home_grid_energy_mwh = home.energy.grid_mwh;
    row.home_pue = home.pue;
    row.home_binding_share = home.binding_share;
}

double racks_of(const deploy::SiteDeployment& site) {
    return site.in_operation ? site.needs.of[Resource::racks] : 0.0;
}

/// What a played year emits and costs, and who pays for it.
class YearAccount {
public:
    YearAccount(const YearTask& task, const PlayedYear& played)
        : task_{task},
          played_{played},
          phases_{task.phases.empty() ? std::span{&task.at.year(), 1} : task.phases},
          centers_{deploy::center_count(task.at.variant().sites)},
          accounts_(played.sites.size()) {
        out_.summary = played.summary;
    }

    /// Of all sites together, and of centers.
    YearOutcome sums() {
        add_up();
        out_.sites.assign(played_.sites.begin(),
                          played_.sites.begin() + static_cast<std::ptrdiff_t>(centers_));
        write_sites();
        return std::move(out_);
    }

    /// Everything; the year itself is moved into it.
    YearOutcome all(PlayedYear& played) {
        add_up();
        out_.sites = std::move(played.sites);
        write_sites();
        for (const SiteSum& sum : played.sums) out_.tightness.push_back(sum.tightness());
        out_.administrations = std::move(played.network.administrations);
        out_.links = std::move(played.network.links);
        share();
        out_.it_kw = std::move(played.it_kw);
        out_.grid_kw = std::move(played.grid_kw);
        out_.duration_grid_kw = std::move(played.duration_grid_kw);
        out_.host_hours = played.host_hours;
        return std::move(out_);
    }

private:
    void add_up() {
        for (std::size_t p = 0; p < phases_.size(); ++p) add_phase(phases_[p], played_.phases[p]);
        out_.whole.resize(centers_);
        double renewable_mwh = 0.0;
        for (std::size_t s = 0; s < accounts_.size(); ++s) {
            SiteAccount& account = accounts_[s];
            if (played_.sums[s].in_operation()) {
                const WholeCenter whole = energy_cost(task_, played_.sums[s], played_.sites[s], account);
                if (s < centers_) out_.whole[s] = whole;
                account.ref = renewable_share(task_.at.study().economics, task_.at.variant().sites[s].center,
                                              task_.at.year().year);
                renewable_mwh += account.ref * played_.sites[s].energy.grid_mwh;
            }
            account.cost.total_eur = total_of(account.cost);
            add_site(account);
        }
        finish_summary(renewable_mwh);
        for (std::size_t p = 0; p < phases_.size(); ++p) add_energy_cost(played_.phases[p], out_.phases[p]);
    }

    /// The lines of an administration are paid also where no room of its own is left.
    void add_phase(const deploy::Deployment& phase, const PlayedPhase& played) {
        const std::vector<outcome::Cost>& costs = task_.costs.of(phase);
        outcome::VariantPhase row = played.row;
        for (std::size_t s = 0; s < accounts_.size(); ++s) {
            add_cost(accounts_[s].cost, costs[s]);
            row.cost_total_eur += total_of(costs[s]);
            if (played.sites[s].in_operation)
                add_emissions(task_, facts_, s, played.sites[s], phase, accounts_[s]);
        }
        out_.phases.push_back(std::move(row));
    }

    /// A phase's part of the year's electricity bills goes by energy.
    void add_energy_cost(const PlayedPhase& played, outcome::VariantPhase& row) const {
        for (std::size_t s = 0; s < accounts_.size(); ++s)
            if (played.sites[s].grid_mwh > 0.0)
                row.cost_total_eur += accounts_[s].cost.energy_eur * played.sites[s].grid_share;
    }

    void add_site(const SiteAccount& account) {
        outcome::VariantYear& sum = out_.summary;
        sum.co2_location_t += account.co2_location_t;
        sum.co2_market_t += account.co2_market_t;
        sum.co2_embodied_t += account.co2_embodied_t;
        add_cost(sum.cost, account.cost);
        sum.cost.total_eur += account.cost.total_eur;
    }

    void finish_summary(double renewable_mwh) {
        outcome::VariantYear& sum = out_.summary;
        if (sum.energy.it_mwh <= 0.0) return;
        sum.ref = renewable_mwh / sum.energy.grid_mwh;
        sum.cue_kg_per_kwh = carbon_usage_effectiveness(sum.co2_location_t, sum.energy);
    }

    void write_sites() {
        for (std::size_t s = 0; s < out_.sites.size(); ++s) {
            SiteYear& row = out_.sites[s];
            const SiteAccount& account = accounts_[s];
            row.cost = account.cost;
            row.co2_location_t = account.co2_location_t;
            row.co2_market_t = account.co2_market_t;
            row.co2_embodied_t = account.co2_embodied_t;
            if (!played_.sums[s].in_operation()) continue;
            row.ref = account.ref;
            row.cue_kg_per_kwh = carbon_usage_effectiveness(row.co2_location_t, row.energy);
        }
    }

    void share() {
        const deploy::WorldYear& at = task_.at;
        const deploy::Deployment& last = phases_.back();
        for (std::size_t a = 0; a < out_.administrations.size(); ++a) {
            const deploy::AdministrationDeployment& deployed = last.administrations[a];
            write_home(out_.sites[deployed.home], racks_of(last.sites[deployed.home]), deployed,
                       out_.administrations[a]);
        }
        const ClientShares shares{SharedThing::cost,
                                  at.study().economics.share_key,
                                  at.variant().administrations,
                                  at.variant().host_types,
                                  last,
                                  centers_};
        share_costs(shares, last, out_.sites, centers_, out_.administrations);
        share_energy(last);
        out_.bills =
            bill_clients({at.study(), at.variant(), phases_}, shares, out_.sites, out_.administrations);
    }

    /// Each administration's part of what the centers draw, by its servers there and the standby hosts for
    /// it.
    void share_energy(const deploy::Deployment& last) {
        const deploy::VariantDeployment& variant = task_.at.variant();
        const ClientShares by_servers{SharedThing::energy,
                                      economics::ShareKey::servers,
                                      variant.administrations,
                                      variant.host_types,
                                      last,
                                      centers_};
        for (std::size_t c = 0; c < centers_; ++c) {
            const double mwh = out_.sites[c].energy.grid_mwh;
            if (mwh == 0.0) continue;
            const std::vector<double> parts = by_servers.of_center(c);
            for (std::size_t a = 0; a < parts.size(); ++a)
                out_.administrations[a].center_grid_energy_mwh += mwh * parts[a];
        }
    }

    const YearTask& task_;
    const PlayedYear& played_;
    std::span<const deploy::Deployment> phases_;
    YearFacts facts_{year_facts(task_)};
    std::size_t centers_;
    std::vector<SiteAccount> accounts_;  ///< [site]
    YearOutcome out_;
};

}  // namespace

double renewable_share(const study::Economics& economics, const study::Center* center, int year) {
    constexpr int full_share_from = 2027;  // EnEfG s.11(5)
    if (center != nullptr && center->renewable_share) return center->renewable_share->in(one);
    return (year >= full_share_from ? economics.renewable_share_from_2027 : economics.renewable_share)
        .in(one);
}

std::vector<CoolingKey> weather_keys(const study::Study& study, const catalog::Catalog& catalog,
                                     int first_year, int last_year) {
    std::set<std::tuple<std::string, int, std::string>> plants;  // with region and weather
    const auto administrations = study::resolve_territory(study, catalog);
    const deploy::SiteTable table = deploy::make_sites(study, catalog, administrations);
    // Offices need their gear cooled also where their own center does not stand.
    for (const std::size_t home : table.home_of)
        plants.emplace(study.home.cooling, table.sites[home].climate_region, table.sites[home].weather);
    for (const deploy::Site& site : table.sites) {
        if (site.center == nullptr) continue;
        for (const auto& [id, room] : site.center->rooms)
            plants.emplace(room.cooling, site.climate_region, site.weather);
    }
    std::vector<CoolingKey> keys;
    for (const auto& [type, region, weather] : plants)
        for (int year = first_year; year <= last_year; ++year)
            keys.push_back({type, region, year, study.facility.imperfection, weather});
    return keys;
}

YearOutcome simulate_year(const YearTask& task) {
    PlayedYear played = play_year(task);
    return YearAccount{task, played}.all(played);
}

YearOutcome account_year(const YearTask& task, const PlayedYear& played) {
    return YearAccount{task, played}.sums();
}

}  // namespace verbund::annual

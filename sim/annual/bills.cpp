#include "sim/annual/bills.hpp"

#include <map>

#include "models/base/unit_factors.hpp"
#include "models/economics/tax.hpp"
#include "sim/annual/provider_tax.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

economics::Tariff tariff_of(const study::Center& center) {
    const study::Tariff& stated = center.tariff;
    return {.per_client_eur = stated.client.in(euro_per_year),
            .per_workplace_eur = stated.workplace.in(euro_per_year),
            .per_server_eur = stated.server.in(euro_per_year),
            .per_tb_eur = stated.terabyte.in(euro_per_year),
            .per_gbit_s_eur = stated.gbit_s.in(euro_per_year)};
}

/// What an administration has at each center that runs any of its servers in a phase.
std::map<std::size_t, economics::Served> served_in(const deploy::AdministrationDeployment& administration,
                                                   double peak_gbit_s, std::size_t centers) {
    std::map<std::size_t, economics::Served> at;
    double in_centers = 0.0;
    double all = 0.0;
    for (const deploy::Part& part : administration.parts) {
        all += part.servers;
        if (part.site >= centers || part.servers == 0) continue;
        in_centers += part.servers;
        at[part.site] += {.servers = static_cast<double>(part.servers),
                          .storage_tb = static_cast<double>(part.storage_gb) / gb_per_tb};
    }
    for (auto& [center, served] : at) {
        served.clients = 1.0;
        served.workplaces = administration.seats * served.servers / all;
        served.gbit_s = peak_gbit_s * served.servers / in_centers;
    }
    return at;
}

class Biller {
public:
    Biller(const BilledYear& in, std::vector<outcome::AdministrationYear>& administrations)
        : in_{in}, rows_{administrations}, operators_{deploy::operators_of(in.variant.sites)} {
        charges_.resize(operators_.names.size(), false);
        for (std::size_t c = 0; c < operators_.of_center.size(); ++c) {
            const study::Center& center = *in.variant.sites[c].center;
            tariffs_.push_back(tariff_of(center));
            factors_.push_back(tax_factor(center));
            if (center.tariff.stated()) charges_[operators_.of_center[c]] = true;
        }
        bills_.resize(tariffs_.size());
    }

    std::vector<CenterBill> take(const ClientShares& shares, const std::vector<outcome::SiteYear>& sites) {
        for (const deploy::Deployment& phase : in_.phases) charge(phase);
        add_own_rooms(sites);
        for (std::size_t c = 0; c < bills_.size(); ++c) {
            bills_[c].charges = charges_[operators_.of_center[c]];
            if (!bills_[c].charges) add_shares(sites[c].cost.total_eur, shares.of_center(c));
        }
        return std::move(bills_);
    }

private:
    /// A taxed provider charges the tax on everything.
    [[nodiscard]] double tax_factor(const study::Center& center) const {
        const study::Economics& e = in_.study.economics;
        return charges_tax(e, &center, in_.phases.back().year)
                   ? economics::gross(1.0, e.value_added_tax.in(one))
                   : 1.0;
    }

    void charge(const deploy::Deployment& phase) {
        const double part = share_of_year(phase);
        for (std::size_t a = 0; a < rows_.size(); ++a) {
            for (const auto& [c, served] :
                 served_in(phase.administrations[a], rows_[a].access_peak_gbit_s, bills_.size())) {
                const economics::Served in_phase = served.times(part);
                const double eur = tariffs_[c].bill_eur(in_phase) * factors_[c];
                bills_[c].served += in_phase;
                bills_[c].billed_eur += eur;
                rows_[a].bill_eur += eur;
            }
        }
    }

    void add_own_rooms(const std::vector<outcome::SiteYear>& sites) {
        for (std::size_t a = 0; a < rows_.size(); ++a) {
            const std::size_t home = in_.phases.back().administrations[a].home;
            if (home >= bills_.size()) rows_[a].bill_eur += sites[home].cost.total_eur;
        }
    }

    void add_shares(double eur, const std::vector<double>& parts) {
        if (eur == 0.0) return;
        for (std::size_t a = 0; a < rows_.size(); ++a) rows_[a].bill_eur += eur * parts[a];
    }

    const BilledYear& in_;
    std::vector<outcome::AdministrationYear>& rows_;
    deploy::Operators operators_;
    std::vector<bool> charges_;               ///< [operator]
    std::vector<economics::Tariff> tariffs_;  ///< [center]
    std::vector<double> factors_;             ///< [center]
    std::vector<CenterBill> bills_;
};

}  // namespace

std::vector<CenterBill> bill_clients(const BilledYear& in, const ClientShares& shares,
                                     const std::vector<outcome::SiteYear>& sites,
                                     std::vector<outcome::AdministrationYear>& administrations) {
    return Biller{in, administrations}.take(shares, sites);
}

}  // namespace verbund::annual

#include "sim/annual/line_costs.hpp"

#include <algorithm>
#include <numeric>

#include "models/network/sold_rate.hpp"
#include "models/network/topology.hpp"
#include "sim/annual/provider_tax.hpp"
#include "sim/deploy/joined_pairs.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::annual {
namespace {

using economics::CostKind;

class LineBill {
public:
    LineBill(const QuantityContext& context, const deploy::NetworkPlan& network,
             const deploy::Deployment& phase)
        : context_{context}, network_{network}, phase_{phase} {
        costs_.running.resize(phase.sites.size());
        costs_.laid.resize(phase.sites.size());
    }

    LineCosts take() {
        if (network_.lines) {
            const deploy::LineYear& lines = network_.lines->years.at(phase_.year);
            if (lines.access_gbit_s.empty()) {
                add_drawn(lines);
            } else {
                add_accesses(lines);
                add_uplinks();
            }
        }
        add_joins();
        return std::move(costs_);
    }

private:
    [[nodiscard]] PricedThing thing_at(std::size_t site, CostKind kind) const {
        return {.kind = kind,
                .year = phase_.year,
                .by_provider = is_provider(context_.variant.sites[site].center)};
    }

    void add(std::size_t site, const PricedThing& line, double quantity) {
        costs_.running[site].push_back({context_.things.number_of(line), quantity});
    }

    /// A line whose price goes by the rate that carriers sell for a peak.
    void add_by_rate(std::size_t site, CostKind kind, double quantity, double peak_gbit_s) {
        PricedThing line = thing_at(site, kind);
        line.size = sold_mbit_s(peak_gbit_s);
        add(site, line, quantity);
    }

    /// What carriers sell that carries a peak of users' traffic.
    [[nodiscard]] double sold_mbit_s(double peak_gbit_s) const {
        const double need = peak_gbit_s * context_.study.network.sizing_factor;
        return network::sold_rate(context_.catalog, need * gigabit_per_second).in(megabit_per_second);
    }

    void add_accesses(const deploy::LineYear& lines) {
        const auto& administrations = context_.variant.administrations;
        for (std::size_t a = 0; a < phase_.administrations.size(); ++a) {
            const bool second =
                administrations[a].stated.second_access.value_or(context_.study.availability.second_access);
            add_by_rate(phase_.administrations[a].home, CostKind::access, second ? 2.0 : 1.0,
                        lines.peaks.access_gbit_s[a]);
        }
    }

    /// Copies take the routes that join two sites, not the uplink; other clients pay their own part of it.
    [[nodiscard]] double users_peak_gbit_s(const deploy::SiteDeployment& site) const {
        const double copies =
            std::max({site.replication_gbit_s, site.replication_sent_gbit_s, site.night_copies_gbit_s});
        return site.needs.of[Resource::uplink] / context_.study.network.sizing_factor - copies -
               site.other_gbit_s;
    }

    void add_uplinks() {
        const std::vector<deploy::Site>& sites = context_.variant.sites;
        for (std::size_t s = 0; s < deploy::center_count(sites); ++s) {
            const deploy::SiteDeployment& site = phase_.sites[s];
            const double peak = site.in_operation ? users_peak_gbit_s(site) : 0.0;
            if (peak <= rounding_gbit_s) continue;
            const double lines = deploy::availability_class(*sites[s].center) >= two_lines_from ? 2.0 : 1.0;
            add_by_rate(s, CostKind::uplinks, lines, peak);
        }
    }

    using Payers = std::vector<std::size_t>;

    /// Rooms of the administrations at either end of a link.
    [[nodiscard]] Payers administrations_at(const network::Link& link) const {
        Payers payers;
        for (std::size_t a = 0; a < network_.administration_node.size(); ++a) {
            const std::size_t node = network_.administration_node[a];
            if (node == link.from || node == link.to) payers.push_back(phase_.administrations[a].home);
        }
        return payers;
    }

    [[nodiscard]] Payers centers_at(const network::Link& link) const {
        Payers payers;
        for (std::size_t s = 0; s < network_.site_node.size(); ++s)
            if (network_.site_node[s] == link.from || network_.site_node[s] == link.to) payers.push_back(s);
        return payers;
    }

    [[nodiscard]] Payers payers_of(const network::Link& link) const {
        if (Payers administrations = administrations_at(link); !administrations.empty())
            return administrations;
        if (Payers centers = centers_at(link); !centers.empty()) return centers;
        Payers all(network_.site_node.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }

    void add_drawn(const deploy::LineYear& lines) {
        const std::vector<network::Node>& nodes = network_.topology.nodes;
        for (std::size_t l = 0; l < network_.topology.links.size(); ++l) {
            const network::Link& link = network_.topology.links[l];
            const Length air = network::great_circle(nodes[link.from].place, nodes[link.to].place);
            const double need_gbit_s = lines.peaks.link_gbit_s[l] * context_.study.network.sizing_factor;
            const Payers payers = payers_of(link);
            const double part = 1.0 / static_cast<double>(payers.size());
            for (const std::size_t payer : payers)
                add_route(payer, thing_at(payer, CostKind::access), key_of_link(l), part, air, need_gbit_s);
        }
    }

    /// Beside the keys of joined sites.
    [[nodiscard]] std::uint32_t key_of_link(std::size_t link) const {
        return static_cast<std::uint32_t>(phase_.sites.size() + link);
    }

    void add_joins() {
        const std::vector<deploy::Site>& sites = context_.variant.sites;
        for (const std::size_t i : deploy::joined_pairs(phase_.replications, sites)) {
            const deploy::Replication& r = phase_.replications[i];
            if (!phase_.sites[r.backup].in_operation) continue;
            const Length air = network::great_circle(sites[r.primary].at, sites[r.backup].at);
            PricedThing join = thing_at(r.backup, CostKind::joins);
            join.key = r.primary;
            add_route(r.backup, join, r.primary, 2.0, air, r.gbit_s);
        }
    }

    /// `key`: of the fibre among those that a site has laid.
    void add_route(std::size_t payer, PricedThing route, std::uint32_t key, double routes, Length air,
                   double gbit_s) {
        const DataRate rate = network::sold_rate(context_.catalog, gbit_s * gigabit_per_second);
        route.route = true;
        route.size = rate.in(megabit_per_second);
        route.length_km = air.in(kilometre);
        add(payer, route, routes);
        if (!is_laid(context_.wan, route)) return;
        route.kind = route.of = CostKind::joins_once;
        route.key = 0;
        costs_.laid[payer].push_back({.kind = CostKind::joins_once,
                                      .key = key,
                                      .quantity = routes,
                                      .price = context_.things.number_of(route),
                                      .life_years = context_.wan.fibre_term_years});
    }

    static constexpr double rounding_gbit_s = 1e-9;
    static constexpr int two_lines_from = 3;  ///< availability class (EN 50600-2-4)

    const QuantityContext& context_;
    const deploy::NetworkPlan& network_;
    const deploy::Deployment& phase_;
    LineCosts costs_;
};

}  // namespace

LineCosts line_costs(const QuantityContext& context, const deploy::NetworkPlan& network,
                     const deploy::Deployment& phase) {
    return LineBill{context, network, phase}.take();
}

}  // namespace verbund::annual

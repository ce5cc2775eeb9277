#include "sim/deploy/exchange.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "scenarios/study/territory.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

/// Parts of an exchange by where servers run; they sum to the administration's part of the whole.
struct Member {
    std::size_t administration = 0;
    double part = 0.0;
    double at_home = 0.0;
    std::vector<double> at_center;
};

/// One exchange of a phase.
class Exchanged {
public:
    Exchanged(const ExchangeInput& input, const study::Exchange& stated, Deployment& out,
              std::vector<SiteDemand>& demands)
        : input_{input}, stated_{stated}, out_{out}, demands_{demands}, centers_{center_count(input.sites)} {
        const auto found = std::find_if(input.workloads.begin(), input.workloads.end(),
                                        [&](const auto& w) { return w.id == stated.workload; });
        workload_ = static_cast<std::uint16_t>(found - input.workloads.begin());
        profile_ = static_cast<std::uint8_t>(input.profiles.index(found->profile));
        find_members();
    }

    using Content = std::tuple<study::ExchangeWith, double, std::uint16_t>;
    [[nodiscard]] Content content() const { return {stated_.with, total_gbit_s_, workload_}; }

    void put_on_lines() const {
        if (!(total_gbit_s_ > 0.0)) return;
        if (stated_.with == study::ExchangeWith::outside)
            put_outside();
        else
            put_among();
    }

private:
    [[nodiscard]] bool is_meant(std::size_t a) const {
        return std::any_of(
            stated_.who.begin(), stated_.who.end(),
            [&](const std::string& selector) {
                return study::matches(selector, input_.administrations[a].selected);
            });
    }

    void find_members() {
        double seats = 0.0;
        for (std::size_t a = 0; a < out_.administrations.size(); ++a)
            if (is_meant(a)) seats += out_.administrations[a].seats;
        if (!(seats > 0.0)) return;
        for (std::size_t a = 0; a < out_.administrations.size(); ++a)
            if (is_meant(a)) members_.push_back(member(a, out_.administrations[a].seats / seats));
        const int years = out_.year - input_.study.estate.base_year;
        total_gbit_s_ = stated_.traffic.in(gigabit_per_second)*seats *
                        estate::traffic_factor(input_.workloads[workload_], input_.growth, years);
    }

    [[nodiscard]] Member member(std::size_t a, double part) const {
        const AdministrationDeployment& administration = out_.administrations[a];
        Member one{a, part, 0.0, std::vector<double>(centers_, 0.0)};
        if (administration.servers == 0) {
            (administration.home < centers_ ? one.at_center[administration.home] : one.at_home) = part;
            return one;
        }
        for (const Part& at : administration.parts) {
            const double servers = part * at.servers / administration.servers;
            (at.site < centers_ ? one.at_center[at.site] : one.at_home) += servers;
        }
        return one;
    }

    void put_outside() const {
        for (const Member& one : members_) {
            cross_access(one, {}, total_gbit_s_ * one.at_home);
            for (std::size_t c = 0; c < centers_; ++c)
                cross_line(c, input_.administrations[one.administration].state,
                           total_gbit_s_ * one.at_center[c]);
        }
    }

    void put_among() const {
        double same = 0.0;
        double homes = 0.0;
        std::vector<double> at(centers_, 0.0);
        for (const Member& one : members_) {
            same += one.part * one.part;
            homes += one.at_home;
            for (std::size_t c = 0; c < centers_; ++c) at[c] += one.at_center[c];
        }
        constexpr double rounding = 1e-12;
        if (1.0 - same < rounding) return;  // alone
        const double twice = 2.0 * total_gbit_s_ / (1.0 - same);
        for (const Member& one : members_) {
            cross_access(one, {}, twice * one.at_home * (homes - one.at_home));
            for (std::size_t c = 0; c < centers_; ++c) {
                const double gbit_s = twice * one.at_home * (at[c] - one.at_center[c]);
                cross_access(one, static_cast<std::uint32_t>(c), gbit_s);
                cross_line(c, input_.administrations[one.administration].state, gbit_s);
            }
        }
        for (std::size_t c = 0; c < centers_; ++c)
            for (std::size_t d = c + 1; d < centers_; ++d) join(c, d, twice * between(at, c, d));
    }

    /// S_c S_d without what administrations would exchange with themselves.
    [[nodiscard]] double between(const std::vector<double>& at, std::size_t c, std::size_t d) const {
        return std::accumulate(
            members_.begin(), members_.end(), at[c] * at[d],
            [&](double rest, const Member& one) { return rest - one.at_center[c] * one.at_center[d]; });
    }

    void join(std::size_t c, std::size_t d, double gbit_s) const {
        if (!(gbit_s > least_gbit_s)) return;
        out_.exchanges.push_back({.from = static_cast<std::uint32_t>(c),
                                  .to = static_cast<std::uint32_t>(d),
                                  .workload = workload_,
                                  .traffic_gbit_s = gbit_s});
        cross_line(c, input_.sites[c].state, gbit_s);
        cross_line(d, input_.sites[d].state, gbit_s);
    }

    void cross_access(const Member& one, std::optional<std::uint32_t> to, double gbit_s) const {
        if (!(gbit_s > least_gbit_s)) return;
        AdministrationDeployment& administration = out_.administrations[one.administration];
        administration.exchanged.push_back({.to = to, .workload = workload_, .traffic_gbit_s = gbit_s});
    }

    void cross_line(std::size_t center, FederalState state, double gbit_s) const {
        if (!(gbit_s > least_gbit_s)) return;
        add_term(demands_[center].traffic_gbit_s,
                 {static_cast<std::uint8_t>(state.number), profile_, 0.0, gbit_s});
        demands_[center].exchange_gbit_s += gbit_s;
    }

    static constexpr double least_gbit_s = 1e-15;  ///< less is what rounding leaves

    const ExchangeInput& input_;
    const study::Exchange& stated_;
    Deployment& out_;
    std::vector<SiteDemand>& demands_;
    std::size_t centers_;
    std::uint16_t workload_ = 0;
    std::uint8_t profile_ = 0;
    std::vector<Member> members_;
    double total_gbit_s_ = 0.0;
};

}  // namespace

void add_exchanges(const ExchangeInput& input, Deployment& out, std::vector<SiteDemand>& demands) {
    // Sums are made in the order of what is exchanged, not of what exchanges are called.
    std::multimap<Exchanged::Content, Exchanged> all;
    for (const auto& [id, stated] : input.study.exchanges) {
        const Exchanged one{input, stated, out, demands};
        all.emplace(one.content(), one);
    }
    for (const auto& [content, one] : all) one.put_on_lines();
}

}  // namespace verbund::deploy

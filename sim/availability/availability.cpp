#include "sim/availability/availability.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "models/base/unit_factors.hpp"
#include "models/rules/bsi_class.hpp"
#include "sim/availability/core/monte_carlo.hpp"
#include "sim/availability/figures.hpp"
#include "sim/availability/network_nodes.hpp"
#include "sim/availability/platform_nodes.hpp"
#include "sim/availability/service_table.hpp"
#include "sim/deploy/played.hpp"

namespace verbund::availability {
namespace {

constexpr std::array groups{Group::critical, Group::other, Group::local};

/// A reported group of one administration.
struct GroupReport {
    std::size_t administration = 0;
    Group group = Group::critical;
    double servers = 0.0;
    std::uint32_t report = 0;
};

/// A system with a report per administration and group that it has, and a sum per group.
class Simulation {
public:
    Simulation(const deploy::WorldYear& input, const deploy::RoutePairs& routes)
        : input_{input},
          routes_{routes},
          figures_{
              read_figures(input.set().catalog, input.study().availability, input.study().events.recovery)},
          servers_{servers_by_platform(input)},
          weights_(servers_.size(), 0.0) {
        for (const deploy::PlayedAdministration& played :
             deploy::played_administrations(input, input.study().availability.administrations))
            weights_[played.administration] = played.weight;
        add_group_reports();
        add_services();
        add_sums();
    }

    AvailabilityOutcome run(int jobs) {
        const auto years = static_cast<std::size_t>(input_.study().availability.simulated_years);
        estimates_ =
            availability::simulate(system_, {.seed = input_.set().seed, .years = years, .jobs = jobs});
        AvailabilityOutcome out;
        for (const GroupReport& report : reports_) out.administrations.push_back(administration_row(report));
        for (const Group group : groups) {
            if (workplaces_[static_cast<std::size_t>(group)] <= 0.0) continue;
            out.summary.push_back(summary_row(group));
            add_causes(group, out.causes);
        }
        return out;
    }

private:
    [[nodiscard]] std::size_t home_of(std::size_t a) const { return input_.year().administrations[a].home; }

    [[nodiscard]] double seats_of(std::size_t a) const { return input_.year().administrations[a].seats; }
    [[nodiscard]] bool is_played(std::size_t a) const { return weights_[a] > 0.0; }

    void add_group_reports() {
        for (std::size_t a = 0; a < servers_.size(); ++a) {
            for (const Group group : groups) {
                double servers = 0.0;
                for (const auto& [platform, count] : servers_[a])
                    if (counts(group, platform, home_of(a))) servers += count;
                if (servers <= 0.0) continue;
                workplaces_[static_cast<std::size_t>(group)] += seats_of(a);
                if (!is_played(a)) continue;
                reports_.push_back({a, group, servers, system_.add_report()});
                represented_[static_cast<std::size_t>(group)] += weights_[a] * seats_of(a);
            }
        }
    }

    void add_services() {
        std::set<Platform> platforms;
        std::vector<Way> ways;
        for (std::size_t a = 0; a < servers_.size(); ++a) {
            if (!is_played(a)) continue;
            for (const auto& [platform, count] : servers_[a]) {
                platforms.insert(platform);
                if (needs_network(a, platform.site)) ways.emplace_back(a, platform.site);
            }
        }
        const auto nodes = add_platforms(system_, input_, figures_, {platforms.begin(), platforms.end()});
        const auto network = add_network(system_, input_, routes_, figures_, ways);
        for (std::size_t a = 0; a < servers_.size(); ++a) {
            if (!is_played(a)) continue;
            for (const auto& [platform, count] : servers_[a]) {
                NodeId node = nodes.at(platform);
                if (needs_network(a, platform.site))
                    node = system_.series({node, network.at({a, platform.site})});
                system_.add_service(node, shares_of(a, platform, count), static_cast<std::uint32_t>(a));
            }
        }
    }

    [[nodiscard]] bool needs_network(std::size_t a, std::size_t site) const {
        return site != home_of(a) && input_.variant().sites[site].kind == deploy::SiteKind::center;
    }

    /// What a platform of an administration means to the administration's groups.
    [[nodiscard]] std::vector<ReportShare> shares_of(std::size_t a, const Platform& platform,
                                                     double count) const {
        std::vector<ReportShare> shares;
        for (const GroupReport& report : reports_of(a))
            if (counts(report.group, platform, home_of(a)))
                shares.push_back({report.report, count / report.servers});
        return shares;
    }

    /// The groups over all administrations, weighted by workplaces.
    void add_sums() {
        for (const Group group : groups) {
            const double represented = represented_[static_cast<std::size_t>(group)];
            std::vector<ReportShare> parts;
            for (const GroupReport& report : reports_) {
                const double weight = weights_[report.administration] * seats_of(report.administration);
                if (report.group == group && weight > 0.0)
                    parts.push_back({report.report, weight / represented});
            }
            system_.add_sum(std::move(parts));
        }
    }

    [[nodiscard]] const Estimate& sum_of(Group group) const {
        return estimates_[system_.reports() + static_cast<std::size_t>(group)];
    }

    [[nodiscard]] std::vector<GroupReport> reports_of(std::size_t a) const {
        const auto [first, last] = std::equal_range(
            reports_.begin(), reports_.end(), GroupReport{a, Group::critical, 0.0, 0},
            [](const GroupReport& x, const GroupReport& y) { return x.administration < y.administration; });
        return {first, last};
    }

    template <class Row>
    void fill(Row& row, Group group, const Estimate& e) const {
        row.year = input_.year().year;
        row.group = group_ids[static_cast<std::size_t>(group)];
        row.availability = 1.0 - e.downtime_h / hours_per_year;
        row.downtime_h = e.downtime_h;
        row.low_h = e.low_h;
        row.high_h = e.high_h;
        row.outages = e.outages;
        row.over_1_h = e.over_1_h;
        row.over_8_h = e.over_8_h;
        row.over_24_h = e.over_24_h;
        if (e.outages > 0.0) {
            row.p50_h = e.p50_h;
            row.p95_h = e.p95_h;
            row.longest_h = e.longest_h;
        }
        row.bsi_class = rules::bsi_availability_class(row.availability);
    }

    [[nodiscard]] outcome::AvailabilityAdministration administration_row(const GroupReport& report) const {
        outcome::AvailabilityAdministration row;
        fill(row, report.group, estimates_[report.report]);
        row.administration = static_cast<std::int32_t>(report.administration);
        row.servers = report.servers;
        return row;
    }

    /// Standard error of a summary because of those that are not played.  Of n that stand for w others each,
    /// with seats s and downtimes d about their weighted mean D: sqrt(n / (n - 1) sum (1 - 1 / w) (w s (d -
    /// D))^2) / all seats (linearised ratio; Cochran, Sampling Techniques, 1977, sections 6.3 and 9A.3). Zero
    /// if all are played.
    [[nodiscard]] double drawing_error_h(Group group) const {
        struct Drawn {
            double weight, seats, hours;
        };
        std::vector<Drawn> drawn;
        double seats = 0.0;
        double seat_hours = 0.0;
        for (const GroupReport& report : reports_) {
            if (report.group != group || !(weights_[report.administration] > 1.0)) continue;
            const Drawn& d =
                drawn.emplace_back(Drawn{weights_[report.administration],
                                         weights_[report.administration] * seats_of(report.administration),
                                         estimates_[report.report].downtime_h});
            seats += d.seats;
            seat_hours += d.seats * d.hours;
        }
        if (drawn.size() < 2 || seats <= 0.0) return 0.0;
        double squares = 0.0;
        for (const Drawn& d : drawn)
            squares += (1.0 - 1.0 / d.weight) * std::pow(d.seats * (d.hours - seat_hours / seats), 2);
        const auto n = static_cast<double>(drawn.size());
        return std::sqrt(n / (n - 1.0) * squares) / represented_[static_cast<std::size_t>(group)];
    }

    [[nodiscard]] outcome::AvailabilitySummary summary_row(Group group) const {
        outcome::AvailabilitySummary row;
        fill(row, group, sum_of(group));
        const double drawn_h = drawing_error_h(group);
        if (drawn_h > 0.0) {
            const double years_h = sum_of(group).standard_error_h;
            const double half_h = normal_97_5 * std::hypot(years_h, drawn_h);
            row.low_h = std::max(0.0, row.downtime_h - half_h);
            row.high_h = row.downtime_h + half_h;
        }
        row.workplaces = workplaces_[static_cast<std::size_t>(group)];
        row.simulated_years = input_.study().availability.simulated_years;
        for (const GroupReport& report : reports_)
            if (report.group == group)
                row.worst_h = std::max(row.worst_h, estimates_[report.report].downtime_h);
        return row;
    }

    void add_causes(Group group, std::vector<outcome::AvailabilityCause>& rows) const {
        const Estimate& e = sum_of(group);
        const auto first = static_cast<std::ptrdiff_t>(rows.size());
        for (std::size_t c = 0; c < e.by_cause_h.size(); ++c) {
            if (e.by_cause_h[c] <= 0.0) continue;
            outcome::AvailabilityCause& row = rows.emplace_back();
            row.year = input_.year().year;
            row.group = group_ids[static_cast<std::size_t>(group)];
            row.cause = cause_ids[c];
            row.downtime_h = e.by_cause_h[c];
            row.share = e.by_cause_h[c] / e.downtime_h;
        }
        std::stable_sort(rows.begin() + first, rows.end(),
                         [](const auto& a, const auto& b) { return a.downtime_h > b.downtime_h; });
    }

    const deploy::WorldYear& input_;
    const deploy::RoutePairs& routes_;
    Figures figures_;
    std::vector<Servers> servers_;
    std::vector<double> weights_;  ///< [administration]: of how many it stands for; 0 = not played
    System system_;
    std::vector<GroupReport> reports_;                 ///< by administration
    std::array<double, groups.size()> workplaces_{};   ///< of all
    std::array<double, groups.size()> represented_{};  ///< of those played x their weight
    std::vector<Estimate> estimates_;
};

}  // namespace

AvailabilityOutcome simulate(const deploy::WorldYear& input, const deploy::RoutePairs& routes, int jobs) {
    return Simulation{input, routes}.run(jobs);
}

std::vector<int> years_to_simulate(const study::StudySet& set, const study::Study& study) {
    std::vector<int> years = study.availability.years.empty() ? set.milestones : study.availability.years;
    std::erase_if(years, [&](int year) { return year < set.horizon.first || year > set.horizon.last; });
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

}  // namespace verbund::availability

#include "sim/deploy/line_sizing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "models/network/access.hpp"
#include "models/network/sold_rate.hpp"
#include "sim/deploy/line_loads.hpp"
#include "sim/deploy/phase_plan.hpp"

namespace verbund::deploy {
namespace {

/// Of lines of a kind that are built in stages.
class Stages {
public:
    Stages(const study::Study& study, const catalog::Catalog& catalog, int start_year)
        : network_{study.network}, catalog_{catalog}, start_year_{start_year} {}

    [[nodiscard]] double need(double peak_gbit_s) const { return peak_gbit_s * network_.sizing_factor; }

    /// Whether a new stage begins.
    [[nodiscard]] bool begins(std::optional<double> stands, double peak_gbit_s, int year) const {
        return !stands || year <= start_year_ || need(peak_gbit_s) > *stands;
    }

    /// What stands from the stage on that begins in `year` and is to serve `largest_peak`.
    [[nodiscard]] double stage(std::optional<double> stands, double largest_peak, const std::string& kind,
                               int year) {
        const double wanted = need(largest_peak) * (1.0 + network_.reserve.in(one));
        const double sold = network::sold_rate(catalog_, wanted * gigabit_per_second).in(gigabit_per_second);
        return std::max(sold, stands && year > start_year_ ? *stands : usual(kind, year));
    }

    [[nodiscard]] int years() const { return network_.stage_years; }
    [[nodiscard]] bool is_start(int year) const { return year <= start_year_; }

private:
    double usual(const std::string& kind, int year) {
        const auto known = usual_.find({kind, year});
        if (known != usual_.end()) return known->second;
        const DataRate sold = network::sold_rate(catalog_, network::usual_capacity(catalog_, kind, year));
        return usual_.emplace(std::pair{kind, year}, sold.in(gigabit_per_second)).first->second;
    }

    const study::Network& network_;
    const catalog::Catalog& catalog_;
    int start_year_;
    std::map<std::pair<std::string, int>, double> usual_;
};

/// A line whose capacity is stated, or what the stages need to know of it.
struct LineKind {
    std::optional<double> stated_gbit_s;
    std::string kind;
};

std::optional<double> in_gbit_s(const std::optional<DataRate>& rate) {
    return rate ? std::optional{rate->in(gigabit_per_second)} : std::nullopt;
}

/// Administrations by their nodes.
std::map<std::size_t, std::size_t> administrations_at(const NetworkPlan& plan) {
    std::map<std::size_t, std::size_t> at;
    for (std::size_t a = 0; a < plan.administration_node.size(); ++a) at[plan.administration_node[a]] = a;
    return at;
}

/// The larger of both at each line.
void raise(LinePeaks& peaks, const LinePeaks& others) {
    const auto larger = [](double a, double b) { return std::max(a, b); };
    std::transform(peaks.access_gbit_s.begin(), peaks.access_gbit_s.end(), others.access_gbit_s.begin(),
                   peaks.access_gbit_s.begin(), larger);
    std::transform(peaks.link_gbit_s.begin(), peaks.link_gbit_s.end(), others.link_gbit_s.begin(),
                   peaks.link_gbit_s.begin(), larger);
}

class Sizer {
public:
    Sizer(const NetworkPlan& plan, const study::Study& study, const catalog::Catalog& catalog, int start_year,
          const VariantDeployment& variant, const workload::ProfileSet& profiles)
        : plan_{plan}, variant_{variant}, stages_{study, catalog, start_year} {
        const network::Bundles bundles{plan.topology};
        int year = -1;
        for (const Deployment& phase : variant.phases) {
            LinePeaks peaks = line_peaks(plan, bundles, variant, phase, profiles);
            if (phase.year == year)
                raise(peaks_.back(), peaks);
            else
                peaks_.push_back(std::move(peaks));
            year = phase.year;
        }
        find_links();
    }

    /// Of a single deployment.
    Sizer(const NetworkPlan& plan, const study::Study& study, const catalog::Catalog& catalog,
          const VariantDeployment& variant, const Deployment& year, const workload::ProfileSet& profiles)
        : plan_{plan}, variant_{variant}, stages_{study, catalog, year.year} {
        peaks_.push_back(line_peaks(plan, network::Bundles{plan.topology}, variant, year, profiles));
        find_links();
    }

    LineYear next(const Deployment& year, std::size_t y) {
        LineYear lines;
        if (plan_.topology.synthetic)
            for (std::size_t a = 0; a < year.administrations.size(); ++a)
                lines.access_gbit_s.push_back(capacity_of_access(year, y, a));
        for (std::size_t l = 0; l < links_.size(); ++l)
            lines.link_gbit_s.push_back(capacity_of_link(year.year, y, l, lines));
        lines.peaks = peaks_[y];
        before_ = lines;
        return lines;
    }

    std::vector<LineStep> take_steps() { return std::move(steps_); }

private:
    void find_links() {
        const std::map<std::size_t, std::size_t> at = administrations_at(plan_);
        for (const network::Link& link : plan_.topology.links) {
            LineKind line{.stated_gbit_s = {}, .kind = "center"};
            if (link.capacity > DataRate{}) line.stated_gbit_s = link.capacity.in(gigabit_per_second);
            const auto to = at.find(link.to);
            const auto from = at.find(link.from);
            if (link.access && (to != at.end() || from != at.end()))
                line.kind = variant_.administrations[to != at.end() ? to->second : from->second].kind;
            links_.push_back(line);
            access_at_.push_back(plan_.topology.synthetic && link.access && to != at.end()
                                     ? std::optional{to->second}
                                     : std::nullopt);
        }
    }

    double capacity_of_access(const Deployment& year, std::size_t y, std::size_t a) {
        const study::ResolvedAdministration& who = variant_.administrations[a];
        const study::Center* room = variant_.sites[year.administrations[a].home].center;
        LineKind line{in_gbit_s(who.stated.access), who.kind};
        if (!line.stated_gbit_s && room != nullptr) line.stated_gbit_s = in_gbit_s(room->uplink);
        return capacity(line, {.year = year.year, .access = true, .line = a, .from = 0.0, .to = 0.0}, y);
    }

    double capacity_of_link(int year, std::size_t y, std::size_t l, const LineYear& lines) {
        if (access_at_[l]) return lines.access_gbit_s[*access_at_[l]];
        return capacity(links_[l], {.year = year, .access = false, .line = l, .from = 0.0, .to = 0.0}, y);
    }

    double capacity(const LineKind& line, LineStep step, std::size_t y) {
        if (line.stated_gbit_s) return *line.stated_gbit_s;
        const std::vector<double>& then = step.access ? before_.access_gbit_s : before_.link_gbit_s;
        const std::optional<double> stands = then.empty() ? std::nullopt : std::optional{then[step.line]};
        if (!stages_.begins(stands, peak(step, y), step.year)) return *stands;
        double largest = 0.0;
        const int years = stages_.is_start(step.year) ? 1 : stages_.years();
        const std::size_t end = std::min(peaks_.size(), y + static_cast<std::size_t>(years));
        for (std::size_t later = y; later < end; ++later) largest = std::max(largest, peak(step, later));
        step.to = stages_.stage(stands, largest, line.kind, step.year);
        if (stands && !stages_.is_start(step.year)) {
            step.from = *stands;
            steps_.push_back(step);
        }
        return step.to;
    }

    [[nodiscard]] double peak(const LineStep& line, std::size_t y) const {
        return line.access ? peaks_[y].access_gbit_s[line.line] : peaks_[y].link_gbit_s[line.line];
    }

    const NetworkPlan& plan_;
    const VariantDeployment& variant_;
    Stages stages_;
    std::vector<LinePeaks> peaks_;  ///< [year of the variant]
    std::vector<LineKind> links_;   ///< [link]
    std::vector<std::optional<std::size_t>>
        access_at_;  ///< [link] administration whose synthetic access it is
    LineYear before_;
    std::vector<LineStep> steps_;
};

}  // namespace

Lines size_lines(const NetworkPlan& plan, const study::Study& study, const catalog::Catalog& catalog,
                 int start_year, const VariantDeployment& variant, const workload::ProfileSet& profiles) {
    Sizer sizer{plan, study, catalog, start_year, variant, profiles};
    Lines lines;
    std::size_t y = 0;
    for (const PhaseRange& of_year : phases_by_year(variant.phases)) {
        const Deployment& last = variant.phases[of_year.end - 1];
        lines.years.emplace(last.year, sizer.next(last, y++));
    }
    lines.steps = sizer.take_steps();
    return lines;
}

LineYear lines_of(const NetworkPlan& plan, const study::Study& study, const catalog::Catalog& catalog,
                  const VariantDeployment& variant, const Deployment& year,
                  const workload::ProfileSet& profiles) {
    if (plan.lines) {
        const auto known = plan.lines->years.find(year.year);
        if (known != plan.lines->years.end()) return known->second;
    }
    return Sizer{plan, study, catalog, variant, year, profiles}.next(year, 0);
}

}  // namespace verbund::deploy

#include "sim/availability/shared_events.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/availability/parts.hpp"
#include "sim/availability/wide_area.hpp"

namespace verbund::availability {
namespace {

using Sites = std::vector<std::size_t>;

constexpr double negligible = 1e-9;  ///< what rounding leaves of a share

class Sharing {
public:
    Sharing(System& system, const Figures& figures, const std::vector<SiteDesign>& designs)
        : system_{system}, f_{figures}, designs_{designs}, shared_(designs.size()) {
        for (const SiteDesign& design : designs) places_.push_back(design.at);
    }

    std::vector<SharedEvents> build() {
        add_wide_area();
        add_local_utility();
        add_losses();
        for (SharedEvents& site : shared_) {
            for (double* own : {&site.utility_own, &site.loss_own})
                if (*own < negligible) *own = 0.0;
        }
        return std::move(shared_);
    }

private:
    [[nodiscard]] std::string name(const std::string& what, const Sites& sites) const {
        std::vector<std::string_view> names;
        for (const std::size_t i : sites) names.emplace_back(designs_[i].stream);
        std::sort(names.begin(), names.end());
        return fmt::format("{}/{}", what, fmt::join(names, "/"));
    }

    void add_to(const Sites& sites, NodeId node, std::vector<NodeId> SharedEvents::*list) {
        for (const std::size_t i : sites) (shared_[i].*list).push_back(node);
    }

    void add_wide_area() {
        for (const AreaEvents& events :
             area_events(places_, f_.utility_wide.per_year, f_.utility_wide_km * kilometre)) {
            const double share = events.per_year / f_.utility_wide.per_year;
            add_to(events.places, add_part(system_, name("wide-area", events.places), f_.utility_wide, share),
                   &SharedEvents::utility);
        }
    }

    /// What hits one site alone stays with the site.
    void add_local_utility() {
        for (const AreaEvents& events : area_events(places_, 1.0, f_.utility_local_km * kilometre)) {
            if (events.places.size() < 2) continue;
            for (const std::size_t i : events.places) shared_[i].utility_own -= events.per_year;
            Sites one_feeder;
            std::copy_if(events.places.begin(), events.places.end(), std::back_inserter(one_feeder),
                         [this](std::size_t i) { return !designs_[i].two_feeders; });
            const bool mixed = one_feeder.size() < events.places.size();
            const double both = mixed ? f_.two_feeders : 1.0;
            add_utility(events.places, name("", events.places), both * events.per_year);
            if (mixed && !one_feeder.empty())
                add_utility(one_feeder, name("/one-feeder", events.places), (1.0 - both) * events.per_year);
        }
    }

    void add_utility(const Sites& sites, const std::string& who, double share) {
        add_to(sites, add_part(system_, "utility-long" + who, f_.utility_long, share),
               &SharedEvents::utility);
        add_to(sites, add_part(system_, "utility-short" + who, f_.utility_short, share),
               &SharedEvents::utility);
    }

    void add_losses() {
        for (const AreaEvents& events : area_events(places_, 1.0, f_.site_loss_km * kilometre)) {
            if (events.places.size() < 2) continue;
            for (const std::size_t i : events.places) shared_[i].loss_own -= events.per_year;
            add_to(events.places,
                   add_part(system_, name("loss", events.places), f_.site_loss, events.per_year),
                   &SharedEvents::loss);
        }
    }

    System& system_;
    const Figures& f_;
    const std::vector<SiteDesign>& designs_;
    std::vector<Place> places_;
    std::vector<SharedEvents> shared_;
};

}  // namespace

std::vector<SharedEvents> shared_events(System& system, const Figures& figures,
                                        const std::vector<SiteDesign>& designs) {
    return Sharing{system, figures, designs}.build();
}

}  // namespace verbund::availability

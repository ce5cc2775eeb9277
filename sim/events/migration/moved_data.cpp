#include "sim/events/migration/moved_data.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "models/base/diagnostics.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/deploy/deploy.hpp"
#include "sim/deploy/itinerary.hpp"

namespace verbund::events {
namespace {

/// Storage of one class by site, GB.
using BySite = std::map<std::size_t, double>;
using ByClass = std::map<std::size_t, BySite>;

ByClass stored(const deploy::AdministrationDeployment& administration) {
    ByClass classes;
    for (const deploy::Part& part : administration.parts)
        if (part.storage_gb > 0.0F) classes[part.workload][part.site] += static_cast<double>(part.storage_gb);
    return classes;
}

double total(const BySite& sites) {
    double sum = 0.0;
    for (const auto& [site, gb] : sites) sum += gb;
    return sum;
}

double share(const BySite& sites, std::size_t site) {
    const auto found = sites.find(site);
    return found == sites.end() ? 0.0 : found->second / total(sites);
}

/// Shares below come from rounding of stored numbers.
constexpr double least_share = 1e-5;

/// Shares of a class's data that went from site to site.
std::map<std::pair<std::size_t, std::size_t>, double> flows(const BySite& before, const BySite& after) {
    std::map<std::pair<std::size_t, std::size_t>, double> moved;
    BySite left;
    for (const auto& [site, gb] : before) left[site] = share(before, site) - share(after, site);
    for (const auto& [to, gb] : after) {
        double arriving = share(after, to) - share(before, to);
        for (auto& [from, leaving] : left) {
            const double part = std::min(leaving, arriving);
            if (part < least_share) continue;
            moved[{from, to}] += part;
            leaving -= part;
            arriving -= part;
        }
    }
    return moved;
}

/// The move whose leg of this day leads to a site; null if none does.
const study::Move* move_to(const std::vector<deploy::Leg>& legs, Date day, std::size_t site) {
    for (const deploy::Leg& leg : legs)
        if (leg.day == day && leg.target == site) return leg.move;
    return nullptr;
}

const std::string& id_of(const study::Study& study, const study::Move* move) {
    return std::find_if(
               study.moves.begin(), study.moves.end(),
               [move](const auto& entry) { return &entry.second == move; })
        ->first;
}

deploy::SiteTable table_of(const deploy::VariantDeployment& variant) {
    deploy::SiteTable table;
    table.sites = variant.sites;
    for (const deploy::AdministrationDeployment& a : variant.phases.front().administrations)
        table.home_of.push_back(a.home);
    return table;
}

/// One year by itself; empty where the study does not hold in it.
std::optional<deploy::VariantDeployment> only_year(const study::StudySet& set, const study::Study& study,
                                                   int year) {
    study::StudySet one_year = set;
    one_year.horizon = {year, year};
    try {
        return deploy::deploy(one_year, study);
    } catch (const InvalidInput&) {
        return std::nullopt;
    }
}

/// The year before the first; where the study does not hold in it, the first year without any move.
std::optional<deploy::VariantDeployment> before_first_year(const study::StudySet& set,
                                                           const study::Study& study) {
    auto before = only_year(set, study, set.horizon.first - 1);
    if (before) return before;
    study::Study at_home = study;
    at_home.moves.clear();
    return only_year(set, at_home, set.horizon.first);
}

class Comparison {
public:
    Comparison(const study::StudySet& set, const study::Study& study,
               const deploy::VariantDeployment& variant)
        : set_{set},
          study_{study},
          variant_{variant},
          legs_{deploy::itineraries(study, table_of(variant), variant.administrations)} {}

    std::vector<MovedData> all() {
        compare_first_day();
        for (std::size_t p = 1; p < variant_.phases.size(); ++p)
            for (std::size_t a = 0; a < legs_.size(); ++a)
                compare(variant_.phases[p - 1], variant_.phases[p], a);
        std::vector<MovedData> rows;
        for (const auto& [key, data] : found_) rows.push_back(data);
        return rows;
    }

private:
    [[nodiscard]] bool moves_on(Date day, std::size_t a) const {
        return std::any_of(
            legs_[a].begin(), legs_[a].end(), [day](const deploy::Leg& leg) { return leg.day == day; });
    }

    void compare_first_day() {
        const deploy::Deployment& first = variant_.phases.front();
        std::vector<std::size_t> movers;
        for (std::size_t a = 0; a < legs_.size(); ++a)
            if (moves_on(first_date(first), a)) movers.push_back(a);
        if (movers.empty()) return;
        const std::optional<deploy::VariantDeployment> before = before_first_year(set_, study_);
        if (!before) return;
        for (const std::size_t a : movers) compare(before->phases.back(), first, a);
    }

    void compare(const deploy::Deployment& earlier, const deploy::Deployment& later, std::size_t a) {
        const Date day = first_date(later);
        if (!moves_on(day, a)) return;
        const ByClass before = stored(earlier.administrations[a]);
        const ByClass after = stored(later.administrations[a]);
        for (const auto& [workload, sites] : before) {
            const auto now = after.find(workload);
            if (now == after.end()) continue;
            for (const auto& [route, part] : flows(sites, now->second)) {
                const study::Move* move = move_to(legs_[a], day, route.second);
                if (move != nullptr) add(day, id_of(study_, move), a, route, workload, part * total(sites));
            }
        }
    }

    void add(Date day, const std::string& move, std::size_t a, std::pair<std::size_t, std::size_t> route,
             std::size_t workload, double gb) {
        MovedData& data = found_[{day, move, a, route.first, route.second}];
        data.move = move;
        data.day = day;
        data.administration = a;
        data.from = route.first;
        data.to = route.second;
        data.data_gb += gb;
        data.daily_change_gb += gb * deploy::daily_change_share(variant_, workload, day.year);
    }

    const study::StudySet& set_;
    const study::Study& study_;
    const deploy::VariantDeployment& variant_;
    std::vector<std::vector<deploy::Leg>> legs_;
    std::map<std::tuple<Date, std::string, std::size_t, std::size_t, std::size_t>, MovedData> found_;
};

}  // namespace

std::vector<MovedData> moved_data(const study::StudySet& set, const study::Study& study,
                                  const deploy::VariantDeployment& variant) {
    return Comparison{set, study, variant}.all();
}

}  // namespace verbund::events

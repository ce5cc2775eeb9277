#include "sim/batch/outside_copies.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/network/topology.hpp"
#include "models/rules/rules.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

bool stores(const deploy::SiteDeployment& site) { return site.in_operation && site.servers_placed > 0; }

/// Whether the BSI's least distance of redundant sites is not met.
bool too_near(const deploy::Site& a, const deploy::Site& b, int year) {
    const std::vector<rules::Finding> findings = rules::check_distance(
        {.first = a.name, .second = b.name, .distance = network::great_circle(a.at, b.at), .year = year});
    return std::any_of(findings.begin(), findings.end(), [](const rules::Finding& f) {
        return f.rule == "bsi.operational-redundancy" && f.verdict == rules::Verdict::missed;
    });
}

std::string place_text(const deploy::World& world, std::size_t site, const Phase& phase) {
    using Place = deploy::OutsideCopy::Place;
    const std::vector<deploy::Site>& sites = world.variant().sites;
    const bool stated = sites[site].center->outside_copy.has_value();
    const deploy::OutsideCopy copy = deploy::outside_copy(world.study(), sites, site, first_date(phase));
    if (copy.place == Place::none) return "none";
    if (copy.place == Place::elsewhere) return stated ? "elsewhere" : "elsewhere (not stated)";
    const deploy::Site& holder = sites[copy.site];
    return fmt::format("in {}{}, {:.1f} km away{}", holder.id, stated ? "" : ", its backup site",
                       network::great_circle(sites[site].at, holder.at).in(kilometre),
                       too_near(sites[site], holder, phase.year) ? " (one event can destroy both)" : "");
}

}  // namespace

std::string outside_copies_text(const deploy::World& world, int year) {
    const std::vector<deploy::Site>& sites = world.variant().sites;
    const deploy::WorldYear at = world.year(year);
    const deploy::Deployment& deployed = at.year();
    const std::size_t centers = deploy::center_count(sites);
    std::string text;
    const auto add = [&text](const std::string& of, const std::string& where) {
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", of, where);
    };
    for (std::size_t s = 0; s < centers; ++s)
        if (stores(deployed.sites[s])) add(sites[s].id, place_text(world, s, deployed));
    const bool homes = std::any_of(deployed.sites.begin() + static_cast<std::ptrdiff_t>(centers),
                                   deployed.sites.end(), stores);
    if (homes) add("home rooms", world.study().home.outside_copy ? "elsewhere" : "none");
    return fmt::format("outside copies in {}: {}", year, text.empty() ? "nothing is stored" : text);
}

}  // namespace verbund::batch

#include "sim/deploy/supply.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"

namespace verbund::deploy {
namespace {

[[noreturn]] void refuse(const std::string& id, std::string problem, std::string remedy) {
    throw InvalidInput{{Diagnostic{.at = {},
                                   .key = "catalog.figures: " + id,
                                   .problem = std::move(problem),
                                   .remedy = std::move(remedy)}}};
}

template <class Q>
Q figure_of(const catalog::Catalog& catalog, const std::string& id) {
    const auto found = std::find_if(catalog.figures.begin(), catalog.figures.end(),
                                    [&id](const catalog::Figure& f) { return f.id == id; });
    if (found == catalog.figures.end()) {
        refuse(id, "is missing (drills of a utility need it)",
               "Copy its row from the built-in table into the one that replaces it.");
    }
    const Parsed<Q> read = parse_quantity<Q>(found->value, PointMeaning::decimal);
    if (!read) refuse(id, read.problem.problem, read.problem.remedy);
    if (*read.value < Q{}) refuse(id, fmt::format("{} is below zero", found->value), "");
    return *read.value;
}

}  // namespace

int availability_class(const study::Center& center) {
    if (center.availability_class) return *center.availability_class;
    return rules::availability_class({.center = {},
                                      .year = 0,
                                      .power = center.power_path,
                                      .cooling = center.cooling_path,
                                      .network = center.network_path,
                                      .claimed_class = 0});
}

continuity::SiteSupply supply_of(const study::Study& study, const study::Center& center) {
    return continuity::site_supply(study.events.recovery, center.emergency,
                                   {availability_class(center), center.role != study::CenterRole::own});
}

continuity::SiteSupply supply_of(const study::Study& study, const Site& site) {
    if (site.center != nullptr) return supply_of(study, *site.center);
    return continuity::site_supply(study.events.recovery, study.home.emergency,
                                   {study.home.availability_class, false});
}

bool has_generator(const study::Study& study, const Site& site) {
    return supply_of(study, site).generator != continuity::EmergencyPower::none;
}

continuity::Generator generator_of(const study::Study& study, const catalog::Catalog& catalog) {
    const std::string care = study.availability.genset_care == study::Care::well ? "well" : "poorly";
    const std::optional<Fraction>& stated = study.events.recovery.genset_failure;
    const Fraction demand = stated ? *stated : figure_of<Fraction>(catalog, "demand.genset." + care);
    return {demand.in(one), figure_of<Duration>(catalog, "mttf.genset." + care)};
}

}  // namespace verbund::deploy

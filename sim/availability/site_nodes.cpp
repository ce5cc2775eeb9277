#include "sim/availability/site_nodes.hpp"

#include <fmt/format.h>

#include "models/continuity/takeover.hpp"
#include "sim/availability/parts.hpp"

namespace verbund::availability {
namespace {

using facility::Redundancy;

class SiteBuilder {
public:
    SiteBuilder(System& system, const SiteRules& rules, const SiteDesign& design)
        : system_{system}, rules_{rules}, f_{*rules.figures}, design_{design} {}

    NodeId build(const SharedEvents& shared) {
        add_supply(shared);
        std::vector<NodeId> parts{design_.two_rooms ? two_rooms() : room("room")};
        parts.push_back(add_parts(system_, name("host"), f_.host, design_.hosts, design_.hosts_needed, 0.0));
        if (shared.loss_own > 0.0)
            parts.push_back(add_part(system_, name("loss"), f_.site_loss, shared.loss_own));
        parts.insert(parts.end(), shared.loss.begin(), shared.loss.end());
        return system_.series(parts);
    }

private:
    [[nodiscard]] std::string name(std::string_view part) const {
        return fmt::format("{}/{}", design_.stream, part);
    }

    /// Utility, and what stands behind the UPS when it fails.
    void add_supply(const SharedEvents& shared) {
        const double share = (design_.two_feeders ? f_.two_feeders : 1.0) * shared.utility_own;
        std::vector<NodeId> parts{add_part(system_, name("utility-long"), f_.utility_long, share),
                                  add_part(system_, name("utility-short"), f_.utility_short, share)};
        parts.insert(parts.end(), shared.utility.begin(), shared.utility.end());
        utility_ = system_.series(parts);
        supply_ = utility_;
        if (design_.supply.generator == continuity::EmergencyPower::none) return;
        // What fails of the generator is in the gate: its start, and its running time.
        const NodeId generator = system_.add_component({.name = name("generator"),
                                                        .failures_per_year = 0.0,
                                                        .repair = FixedTime{1.0},
                                                        .cause = id_of(Cause::generator)});
        supply_ = system_.standby({.name = name("generator-start"),
                                   .main = utility_,
                                   .spare = generator,
                                   .failure_on_demand = f_.genset_on_demand,
                                   .switch_h = design_.supply.generator_start.in(hours),
                                   .running_mttf_h = f_.genset_mttf_h,
                                   .cause = id_of(Cause::generator)});
    }

    NodeId ups(const std::string& chain, int modules, int needed) {
        const NodeId battery = system_.delay(supply_, design_.supply.ups_autonomy.in(hours), 0.0);
        const NodeId carries = system_.standby({.name = name(chain),
                                                .main = utility_,
                                                .spare = battery,
                                                .failure_on_demand = f_.ups_on_demand,
                                                .cause = id_of(Cause::ups)});
        const bool spare = modules > needed;
        const NodeId inverters = modules_of(chain, modules, needed);
        const NodeId fed = system_.parallel({system_.series({carries, inverters}), utility_});
        // What takes several modules is one event of the group where the others would carry on; where none is
        // to spare, each failure goes to the bypass, and each may drop the load on its way.
        const NodeId holds = add_part(system_, name(chain + "/load-dropped"), f_.ups_module,
                                      f_.common_cause * (spare ? 1 : modules));
        return system_.series({fed, holds});
    }

    /// Too few of them leave the load on the bypass, which is the utility.
    NodeId modules_of(const std::string& chain, int modules, int needed) {
        std::vector<NodeId> parts;
        for (int i = 0; i < modules; ++i) {
            parts.push_back(add_part(system_, fmt::format("{}/{}", name(chain + "/module"), i), f_.ups_module,
                                     1.0 - f_.common_cause));
        }
        return system_.at_least(static_cast<std::size_t>(needed), parts);
    }

    NodeId power(const std::string& room) {
        const int needed = design_.ups_modules;
        const int spare = design_.ups == Redundancy::n_plus_1 ? 1 : 0;
        const NodeId first = ups(room + "/ups", needed + spare, needed);
        if (design_.ups != Redundancy::two_n) return first;
        return system_.parallel({first, ups(room + "/ups-b", needed, needed)});
    }

    NodeId cooling(const std::string& room) {
        const int needed = design_.cooling_units;
        const int units = design_.cooling == Redundancy::n          ? needed
                          : design_.cooling == Redundancy::n_plus_1 ? needed + 1
                                                                    : 2 * needed;
        const NodeId plant =
            add_parts(system_, name(room + "/cooling"), design_.chilled ? f_.cooling_chilled : f_.cooling_dx,
                      units, needed, f_.common_cause);
        return system_.delay(plant, rules_.recovery->thermal_limit.in(hours), 0.0);
    }

    /// Power, cooling, network inside the room, and storage.
    NodeId room(const std::string& room) {
        const NodeId plant = system_.series({power(room), cooling(room)});
        const NodeId running = system_.delay(plant, 0.0, rules_.availability->restart.in(hours));
        const NodeId switches = add_parts(system_, name(room + "/switch"), f_.room_switch,
                                          design_.switch_pair ? 2 : 1, 1, f_.common_cause);
        const NodeId storage = add_part(system_, name(room + "/storage"), f_.storage);
        return system_.series({running, switches, storage});
    }

    NodeId two_rooms() {
        const study::Recovery& r = *rules_.recovery;
        const double switch_h = (r.detection + r.decision_automatic + r.application_start).in(hours);
        const NodeId first = room("room-a");
        const NodeId second = room("room-b");
        return system_.standby({.name = name("room-takeover"),
                                .main = first,
                                .spare = second,
                                .failure_on_demand = failover_failure(*rules_.availability),
                                .switch_h = switch_h,
                                .cause = {}});
    }

    System& system_;
    const SiteRules& rules_;
    const Figures& f_;
    const SiteDesign& design_;
    NodeId utility_ = 0;
    NodeId supply_ = 0;
};

}  // namespace

double failover_failure(const study::Availability& study) {
    return continuity::takeover_failure(study.failover_tested, study.success_tested, study.success_untested)
        .in(one);
}

NodeId add_site(System& system, const SiteRules& rules, const SiteDesign& design,
                const SharedEvents& shared) {
    return SiteBuilder{system, rules, design}.build(shared);
}

}  // namespace verbund::availability

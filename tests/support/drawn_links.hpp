#pragma once

#include <string>

#include "models/workload/profile_set.hpp"
#include "scenarios/read/read_study.hpp"
#include "sim/deploy/deploy.hpp"
#include "sim/deploy/network_plan.hpp"
#include "sim/deploy/world_year.hpp"

/// A town with two lines to a node and two from there to its center, drawn by a planner; the variants differ
/// in the ducts and in what is drawn.
namespace verbund::test {

inline const char* const drawn_links = R"(verbund: 1
title: Two lines to the center
horizon: {first: 2025, last: 2025}
milestones: [2025]
territory:
  administrations:
    stadt: {ags: "05162004", seats: 700}
estate: {provider_share: 0 %, terminals: {via_terminal_share: 0 %}}
centers:
  rz: {at: {lat: 51.20, lon: 6.69}, commissioned: 2020-01-01, rooms: {r1: {}}}
  rz-b: {at: {lat: 50.11, lon: 8.68}, commissioned: 2020-01-01, rooms: {r1: {}}}
network:
  topology: given
  nodes:
    knoten: {at: {lat: 51.15, lon: 6.76}}
  links:
    stadt-1: {from: stadt, to: knoten, capacity: 1 Gbit/s, ducts: [d-alt]}
    stadt-2: {from: stadt, to: knoten, capacity: 500 Mbit/s, ducts: [d-alt]}
    knoten-rz-1: {from: knoten, to: rz, capacity: 10 Gbit/s, ducts: [d-1]}
    knoten-rz-2: {from: knoten, to: rz, capacity: 10 Gbit/s, ducts: [d-2]}
    rz-rzb: {from: rz, to: rz-b, capacity: 10 Gbit/s}
    rz-rzb-2: {from: knoten, to: rz-b, capacity: 10 Gbit/s}
moves:
  alle: {who: all, to: rz, years: 2025}
backups:
  rz: {center: rz-b, replication: async, standby: warm}
variants:
  one-duct: {}
  two-ducts:
    network: {links: {stadt-2: {ducts: [d-neu]}}}
  one-link:
    network: {links: {stadt-2: null}}
  other-node:
    network:
      nodes: {knoten-2: {at: {lat: 51.14, lon: 6.75}}}
      links:
        stadt-2: {from: stadt, to: knoten-2, ducts: [d-neu]}
        k2-rz: {from: knoten-2, to: rz, capacity: 10 Gbit/s, ducts: [d-neu-2]}
)";

/// One variant of a study in one year, deployed and connected.
struct DeployedYear {
    study::StudySet set;
    const study::Study* study = nullptr;
    deploy::VariantDeployment variant;
    deploy::NetworkPlan network;
    workload::ProfileSet profiles;

    explicit DeployedYear(const std::string& text, const std::string& id = "")
        : set{read::read_study_text(text, "study.yaml", ".", {})},
          study{&set.variants.front().study},
          profiles{set.catalog.profiles} {
        for (const study::Variant& v : set.variants)
            if (v.id == id) study = &v.study;
        variant = deploy::deploy(set, *study);
        network = deploy::plan_network(*study, variant);
    }
    DeployedYear(const DeployedYear&) = delete;

    [[nodiscard]] const deploy::Deployment& year() const { return variant.phases.back(); }
    [[nodiscard]] deploy::WorldYear input() const {
        return {set, *study, variant, year(), network, profiles};
    }
    [[nodiscard]] std::size_t link(const std::string& id) const {
        const auto& links = network.topology.links;
        for (std::size_t l = 0; l < links.size(); ++l)
            if (links[l].id == id) return l;
        throw std::out_of_range{id};
    }
};

/// `text` with the first `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error{"not in the study: " + from};
    return text.replace(at, from.size(), to);
}

}  // namespace verbund::test

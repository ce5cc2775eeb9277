#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/deploy/stream_names.hpp"
#include "sim/events/drill/drill.hpp"
#include "tests/support/hand_made_site.hpp"

/// A small world for drills, made by hand so that every number in a test can be followed.
namespace verbund::test {

/// Runs in a child process (SimGrid starts once per process); the numbers come back.
std::vector<double> numbers_in_child(const std::function<std::vector<double>()>& work);

/// A drill in a child process.
events::DrillOutcome drill_in_child(const deploy::WorldYear& input, const events::DrillRequest& request);

/// Two administrations with a phone at home (telephony) and everything else in center "p": directory (very
/// critical), mail (critical), gis (normal).
///   alpha, 300 seats: 2 directory servers of 8 GB, 6 mail of 64 GB, 4 gis of 16 GB; 60 mails/h
///   beta, 100 seats:  1 directory server of 8 GB, 3 mail of 64 GB; 30 mails/h
/// Center p: 4 hosts of 32 cores and 256 GB.  Center b: 3 standby hosts of the same kind, all running.
/// All profiles are 1 at all hours of all days; a core has speed 1; starting a VM reads 3 GB at 2 GB/s and
/// computes nothing.  Network: alpha and beta hang on node x, which has a link to p (over duct "d1") and one
/// to b ("d2"); p and b are joined by a third ("d3"); 1 km each.
struct DrillWorld {
    study::StudySet set;
    study::Study study;
    deploy::VariantDeployment variant;
    deploy::NetworkPlan network;
    std::unique_ptr<workload::ProfileSet> profiles;

    static constexpr std::size_t p = 0;
    static constexpr std::size_t b = 1;
    static constexpr std::size_t directory = 0;
    static constexpr std::size_t mail = 1;
    static constexpr std::size_t gis = 2;
    static constexpr std::size_t telephony = 3;

    DrillWorld();
    DrillWorld(const DrillWorld&) = delete;

    /// Again when a site has another place.
    void name_streams() { variant.streams = deploy::stream_names(variant.administrations, variant.sites); }
    [[nodiscard]] deploy::Deployment& year() { return variant.phases.front(); }
    [[nodiscard]] study::Recovery& recovery() { return study.events.recovery; }
    [[nodiscard]] deploy::WorldYear input() const {
        return {set, study, variant, variant.phases.front(), network, *profiles};
    }
    [[nodiscard]] events::DrillRequest request(const std::string& fail, double at_s = 9.5 * 3600.0,
                                               std::optional<double> lasts_s = std::nullopt) const;
    [[nodiscard]] events::DrillRequest together(const std::vector<std::string>& fail,
                                                std::optional<double> lasts_s = std::nullopt) const;
    /// What fails is destroyed, and replaced after a time or never.
    [[nodiscard]] events::DrillOutcome fire(const std::vector<std::string>& fail,
                                            std::optional<double> replaced_s = std::nullopt) const;
    [[nodiscard]] events::DrillOutcome drill(const std::string& fail, double at_s = 9.5 * 3600.0,
                                             std::optional<double> lasts_s = std::nullopt) const;

private:
    void add_study();
    void add_administration(const std::string& id, double seats, std::uint32_t home);
    void add_variant();
    void add_link(const std::string& id, std::size_t from, std::size_t to, std::vector<std::string> ducts);
    void add_network();
};

}  // namespace verbund::test

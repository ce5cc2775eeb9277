#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What can fail on purpose: one row per kind, from which the target's form, help, checks and engine derive.
namespace verbund::continuity {

enum class FailureKind { center, room, rack, host, link, duct, utility, cooling, attack };

/// What a name after the kind names.
enum class NamedThing { site, room, link, duct };

/// What a failure does to begin with.
enum class FailureEffect { hosts_stop, utility_lost, cooling_lost, paths_cut };

/// Which hosts of its site it takes, if they come to a stop.
enum class HostsHit { none, one, rack, room, all };

/// How long the cause lasts where nothing else is stated: `recovery.host_repair` and
/// `recovery.utility_return` of the study, `repair.fibre` and `repair.ransomware` of the catalog.
enum class UsualLength { host_repair, utility_return, fibre_repair, rebuild };

struct FailureKindFacts {
    FailureKind kind;
    std::string_view word;     ///< "room" of "room:rz-1/r1"
    std::string_view form;     ///< of the name: "CENTER/ROOM"
    std::string_view example;  ///< "rz-1/r1"
    NamedThing named;
    FailureEffect effect;
    HostsHit hosts;
    UsualLength lasts;
    bool lost_without_length;  ///< destroyed, not only out, where no length is stated

    [[nodiscard]] constexpr bool is_path() const { return effect == FailureEffect::paths_cut; }
    [[nodiscard]] constexpr bool is_supply() const {
        return effect == FailureEffect::utility_lost || effect == FailureEffect::cooling_lost;
    }
    /// An attack on whoever runs the site: it takes every site of that operator, hardware stays.
    [[nodiscard]] constexpr bool is_attack() const { return lasts == UsualLength::rebuild; }
    /// Whether data lie in what fails, and hardware that can be lost.
    [[nodiscard]] constexpr bool can_be_destroyed() const {
        return effect == FailureEffect::hosts_stop && !is_attack();
    }
};

/// In the order of `FailureKind`.
inline constexpr std::array failure_kinds{
    FailureKindFacts{FailureKind::center, "center", "ID", "rz-1", NamedThing::site, FailureEffect::hosts_stop,
                     HostsHit::all, UsualLength::host_repair, true},
    FailureKindFacts{FailureKind::room, "room", "CENTER/ROOM", "rz-1/r1", NamedThing::room,
                     FailureEffect::hosts_stop, HostsHit::room, UsualLength::host_repair, false},
    FailureKindFacts{FailureKind::rack, "rack", "CENTER/ROOM", "rz-1/r1", NamedThing::room,
                     FailureEffect::hosts_stop, HostsHit::rack, UsualLength::host_repair, false},
    FailureKindFacts{FailureKind::host, "host", "CENTER", "rz-1", NamedThing::site, FailureEffect::hosts_stop,
                     HostsHit::one, UsualLength::host_repair, false},
    FailureKindFacts{FailureKind::link, "link", "ID", "a--b", NamedThing::link, FailureEffect::paths_cut,
                     HostsHit::none, UsualLength::fibre_repair, false},
    FailureKindFacts{FailureKind::duct, "duct", "ID", "d7", NamedThing::duct, FailureEffect::paths_cut,
                     HostsHit::none, UsualLength::fibre_repair, false},
    FailureKindFacts{FailureKind::utility, "utility", "CENTER", "rz-1", NamedThing::site,
                     FailureEffect::utility_lost, HostsHit::all, UsualLength::utility_return, false},
    FailureKindFacts{FailureKind::cooling, "cooling", "CENTER", "rz-1", NamedThing::site,
                     FailureEffect::cooling_lost, HostsHit::all, UsualLength::utility_return, false},
    FailureKindFacts{FailureKind::attack, "attack", "CENTER", "rz-1", NamedThing::site,
                     FailureEffect::hosts_stop, HostsHit::all, UsualLength::rebuild, false},
};

[[nodiscard]] constexpr const FailureKindFacts& facts_of(FailureKind kind) {
    return failure_kinds.at(static_cast<std::size_t>(kind));
}

/// The kind of a word; empty if there is none.
[[nodiscard]] std::optional<FailureKind> failure_kind_of(std::string_view word);
/// "center", "room", ... in the order of the kinds.
[[nodiscard]] std::vector<std::string> failure_words();
/// "center:ID, room:CENTER/ROOM, ...": how a thing of each kind is named.
[[nodiscard]] std::string target_forms();
/// "\"center:rz-1\", \"room:rz-1/r1\", ... or \"cooling:rz-1\""
[[nodiscard]] std::string target_examples();
/// "center, room, rack or host": what can be destroyed.
[[nodiscard]] std::string destroyable_words();
/// Regular expression (ECMAScript) of such a text.
[[nodiscard]] std::string target_pattern();

}  // namespace verbund::continuity

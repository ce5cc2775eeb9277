#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "sim/deploy/world_year.hpp"

/// Which services are simulated: classes folded by what can make a difference.
namespace verbund::availability {

/// Classes that a backup rule protects as a whole.
enum class Importance { critical, other };

/// Services of one importance at one site.
struct Platform {
    std::size_t site = 0;
    Importance importance = Importance::critical;
    friend auto operator<=>(const Platform&, const Platform&) = default;
};

/// Servers of an administration by platform; every class of a platform fails alike.
using Servers = std::map<Platform, double>;

/// [administration]
[[nodiscard]] std::vector<Servers> servers_by_platform(const deploy::WorldYear& input);

/// Groups that are reported.
enum class Group { critical, other, local };
inline constexpr std::array<std::string_view, 3> group_ids{"critical", "other", "local"};

/// Whether an administration's servers on a platform count to a group.  Critical and other take them wherever
/// they run; local takes both kinds where they run at home.
[[nodiscard]] bool counts(Group group, const Platform& platform, std::size_t home);

}  // namespace verbund::availability

#pragma once

#include <vector>

#include "sim/deploy/site_ask.hpp"

/// Which protected servers of other sites keep their standby where a backup site has too little room.
namespace verbund::deploy {

/// Admits protected servers by criticality, very critical ones of every primary before the critical ones of
/// any; within a criticality all primaries lose the same share.  What is not admitted is noted in the site's
/// `protected_servers`.
class StandbyAdmission {
public:
    /// Changes `site`, which must hold everything asked; all outlive this.
    StandbyAdmission(const BuildContext& context, const SiteAsk& ask, SiteDeployment& site);

    /// Protected servers whose data could be kept.
    [[nodiscard]] int all_servers() const;
    /// Keeps copies for that many of them, the most critical first.  A server without a copy needs no standby
    /// host either.
    void store(int servers);

    /// Protected servers that need standby hosts and have a copy.
    [[nodiscard]] int candidates() const;
    /// Keeps standby hosts (the newest of each pool) for that many candidates, the most critical first.
    void admit(int servers);
    /// Those without a place lack `binding`, unless it was noted before what they lack.
    void note(Resource binding);

private:
    /// Servers of one criticality of one primary.
    struct Group {
        std::size_t ask = 0;
        ProtectedClass whole;
        bool needs_hosts = false;
        int stored = 0;    ///< whose copy has a place
        int admitted = 0;  ///< and whose standby hosts have one
    };

    /// Deals `servers` to the groups, the most critical first, in proportion to what each wants.
    [[nodiscard]] std::vector<int> by_criticality(int servers, const std::vector<int>& wanted) const;
    [[nodiscard]] double copies_gb() const;
    void keep_hosts();
    [[nodiscard]] std::vector<compute::PackItem> admitted_items(std::size_t ask) const;

    const BuildContext& context_;
    const SiteAsk& ask_;
    SiteDeployment& site_;
    std::vector<Group> groups_;  ///< as `SiteDeployment::protected_servers`
    std::vector<StandbyPool> pools_;
    std::size_t first_pool_ = 0;               ///< of the standby pools in `SiteDeployment::pools`
    std::vector<std::vector<HostSet>> hosts_;  ///< [pool], everything asked
};

}  // namespace verbund::deploy

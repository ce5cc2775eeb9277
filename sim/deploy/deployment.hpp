#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/base/phase.hpp"
#include "models/base/resource.hpp"
#include "models/compute/gear.hpp"
#include "models/compute/packing.hpp"
#include "models/facility/power_chain.hpp"
#include "scenarios/study/procedures.hpp"
#include "scenarios/study/resolve.hpp"
#include "sim/deploy/pool.hpp"

/// What a variant looks like in a phase: what runs on which hosts in which rooms, with which plant.
namespace verbund::deploy {

/// Centers first (study order), then one home room per administration without a center of its own.
enum class SiteKind : std::uint8_t { center, home };

/// A center or a home room.
struct Site {
    SiteKind kind = SiteKind::center;
    std::string id;
    std::string name;
    Place at;
    FederalState state;
    int climate_region = 1;
    std::string weather;                    ///< file of its hourly weather; empty: made for its region
    std::size_t owner = 0;                  ///< home: index of its administration
    const study::Center* center = nullptr;  ///< center: its description; null for a home room
};

/// Names for streams of random numbers, see `stream_names`.
struct StreamNames {
    std::vector<std::string> administrations;  ///< [administration]
    std::vector<std::string> sites;            ///< [site]
};

/// What servers need, all of them together.
struct Amounts {
    double vcpu = 0.0;  ///< of VMs
    double ram_gb = 0.0;
    double storage_gb = 0.0;  ///< primary data, once
    double peak_ops = 0.0;    ///< ssj_ops while every profile is 1

    Amounts& operator+=(const Amounts& other) {
        vcpu += other.vcpu;
        ram_gb += other.ram_gb;
        storage_gb += other.storage_gb;
        peak_ops += other.peak_ops;
        return *this;
    }
    friend bool operator==(const Amounts&, const Amounts&) = default;
};

/// Servers of one class of one administration that a site was asked to run and could not.
struct Refused {
    std::uint32_t administration = 0;
    std::uint32_t shape = 0;  ///< index into the site's demand
    std::uint16_t workload = 0;
    int servers = 0;
    Resource binding = Resource::none;
    Amounts amounts{};
};

/// The server that asks most of a host where no host on offer holds it.
struct TooLarge {
    Resource resource = Resource::none;
    double need = 0.0;
    double limit = 0.0;  ///< of the host on offer that comes nearest
};

/// Servers of one criticality of a primary that a backup site protects: how many it was asked to hold copies
/// and standby hosts for, and how many it does.
struct ProtectedServers {
    std::uint32_t primary = 0;  ///< site
    catalog::Criticality criticality = catalog::Criticality::normal;
    int asked = 0;
    int placed = 0;
    Resource binding = Resource::none;  ///< what the others lack
};

/// One room's plant.
struct RoomPlant {
    double load_share = 1.0;  ///< of the site's IT load
    facility::ChainPlant chain;
    const catalog::CoolingType* cooling = nullptr;
    facility::Modules ups_modules{};    ///< that carry the load; redundancy adds to them
    facility::Modules cooling_units{};  ///< that remove the heat, kW of heat
};

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

/// Upper limits.  Rack power is what all racks may draw together, of the UPS what it carries without touching
/// its redundancy, of the cooling heat.
using Limits = BySiteResource<double>;

/// Installed plant of a site and what it can carry.
struct Plant {
    std::vector<RoomPlant> rooms;
    facility::Modules generators{};  ///< kVA; that carry the whole grid power, where the site has its own
    Limits limits = Limits::filled(no_limit);
};

/// Needs that follow from placement alone; the hourly engine adds exact peaks.
struct StaticNeeds {
    /// IT power at its peak, rack power that of the racks needed, uplink (peak traffic + the larger of copies
    /// received and sent) x sizing factor.  What UPS, cooling and grid carry follows from the hours: 0 here.
    BySiteResource<double> of;
    double racks_by_space = 0.0;    ///< if height units alone counted
    double overloaded_racks = 0.0;  ///< with a device that draws more at full load than its rack may

    /// What the number of racks comes from: their space, or their power where that alone asks for more of
    /// them.
    [[nodiscard]] Resource racks_bound_by() const {
        return of[Resource::racks] > racks_by_space ? Resource::rack_power : Resource::racks;
    }
};

/// A site in one phase: what it was asked to run, what it runs, and with what.
struct SiteDeployment {
    bool in_operation = false;
    int administrations = 0;
    double workplaces = 0.0;  ///< served, weighted by the share of their servers that runs here
    int servers_asked = 0;
    int servers_placed = 0;
    int vms = 0;
    int physical_servers = 0;
    int hosts_bought = 0;  ///< on the first day of the phase
    int standby_hosts_asked = 0;
    int standby_hosts = 0;
    Amounts asked;
    double vcpu = 0.0;           ///< of the VMs placed
    double ram_gb = 0.0;         ///< of the servers placed
    double vm_ram_gb = 0.0;      ///< of the VMs placed, part of `ram_gb`
    int copies = 1;              ///< rooms that each hold hosts and data for everything
    double copies_gb = 0.0;      ///< of other sites' data, part of `storage_tb`
    double storage_tb = 0.0;     ///< primary data of what is placed and copies, without backup
    double constant_it_w = 0.0;  ///< storage and gear
    double gear_w = 0.0;         ///< gear in the room, part of `constant_it_w`
    std::vector<compute::GearLine>
        gear{};                      ///< devices of catalog `gear`; none where the study states a power
    bool given_up = false;           ///< the room was emptied and has been given up since
    double other_it_w = 0.0;         ///< of clients outside the study
    double other_racks = 0.0;        ///< that they fill
    double other_gbit_s = 0.0;       ///< of their users at its peak
    double outside_copies_gb = 0.0;  ///< primary data whose outside copies lie here
    double host_age_years = 0.0;
    double replication_gbit_s = 0.0;       ///< received from primaries
    double replication_sent_gbit_s = 0.0;  ///< to backup sites
    double night_copies_gbit_s = 0.0;  ///< replication at its mean and outside copies, the busier direction
    std::vector<Pool> pools;
    std::vector<LoadTerm> traffic_gbit_s;
    double exchange_gbit_s = 0.0;  ///< part of it that administrations exchange, at profile 1
    std::vector<Refused> refused;
    std::optional<TooLarge> too_large;
    std::vector<ProtectedServers> protected_servers;  ///< of other sites, by primary and criticality
    std::shared_ptr<const Plant> plant;               ///< shared by the years in which nothing is built
    StaticNeeds needs;  ///< of everything asked, refused included; standby hosts too
};

/// Where servers of a class of an administration run, and what its people do with them.
struct Part {
    std::uint32_t site = 0;
    std::uint16_t workload = 0;
    int servers = 0;
    float traffic_gbit_s = 0.0F;      ///< at profile 1
    float interactions_per_h = 0.0F;  ///< at profile 1
    float storage_gb = 0.0F;          ///< primary data, all servers
    float ram_gb = 0.0F;              ///< all servers
    bool physical = false;

    friend bool operator==(const Part&, const Part&) = default;
};

/// Traffic over the access of an administration beside that of its people to its servers.
struct LineUse {
    std::optional<std::uint32_t> to{};  ///< center; empty: beyond the network
    std::uint16_t workload = 0;
    double traffic_gbit_s = 0.0;  ///< at profile 1

    friend bool operator==(const LineUse&, const LineUse&) = default;
};

/// An administration in one phase.
struct AdministrationDeployment {
    double seats = 0.0;
    int servers = 0;
    int servers_at_home = 0;
    std::uint32_t home = 0;  ///< site
    std::vector<Part> parts;
    std::vector<LineUse> outside{};  ///< classes that outside services do: no servers, but traffic and a fee
    std::vector<LineUse> exchanged{};  ///< data with other administrations and bodies (`add_exchanges`)

    friend bool operator==(const AdministrationDeployment&, const AdministrationDeployment&) = default;
};

/// Traffic between two sites besides the users': replication.
struct Replication {
    std::uint32_t primary = 0;
    std::uint32_t backup = 0;
    double gbit_s = 0.0;       ///< while the day's changes are sent: what a link is planned for
    bool nearest = true;       ///< of the sites that share this primary's load
    double mean_gbit_s = 0.0;  ///< over the 24 h of a day

    friend bool operator==(const Replication&, const Replication&) = default;
};

/// Outside copies of a center's backups, sent to another center in the backup window.
struct OutsideTransfer {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double gbit_s = 0.0;       ///< while the window is open
    double mean_gbit_s = 0.0;  ///< over the 24 h of a day
    double data_gb = 0.0;      ///< primary data that the copies are of

    friend bool operator==(const OutsideTransfer&, const OutsideTransfer&) = default;
};

/// Data that administrations whose servers run at two centers exchange, both directions together.
struct ExchangeFlow {
    std::uint32_t from = 0;  ///< center
    std::uint32_t to = 0;
    std::uint16_t workload = 0;
    double traffic_gbit_s = 0.0;  ///< at profile 1
};

/// Servers of a procedure at a center, or in all own rooms together.
struct ProcedureServers {
    std::uint32_t site = 0;      ///< center; the number of centers: all own rooms
    std::uint16_t workload = 0;  ///< class whose servers these are
    std::size_t procedure = 0;   ///< of the plan; their number: servers of the class in no procedure
    int clients = 0;             ///< administrations
    double procedures = 0.0;     ///< counted for each client
    int before = 0;              ///< as the clients have them
    int after = 0;               ///< without those that merge
    int critical = 0;            ///< of those after, of procedures that must run in a crisis
};

/// A variant in one phase.
struct Deployment : Phase {
    Deployment();
    Deployment(const Deployment&);
    Deployment(Deployment&&) noexcept;
    Deployment& operator=(const Deployment&);
    Deployment& operator=(Deployment&&) noexcept;
    ~Deployment();

    PhaseStart starts_with = PhaseStart::year;
    std::vector<SiteDeployment> sites;
    std::vector<AdministrationDeployment> administrations;
    std::vector<Replication> replications;
    std::vector<OutsideTransfer> outside_copies;
    std::vector<ProcedureServers> procedures{};  ///< by site and class; none without a list
    std::vector<ExchangeFlow> exchanges{};
};

/// A building stage of a center that the run sizes.
struct BuildStep {
    int year = 0;
    std::size_t site = 0;
    Resource resource = Resource::none;
    double from = 0.0;
    double to = 0.0;
};

/// A variant over the whole horizon.
struct VariantDeployment {
    VariantDeployment();
    VariantDeployment(const VariantDeployment&);
    VariantDeployment(VariantDeployment&&) noexcept;
    VariantDeployment& operator=(const VariantDeployment&);
    VariantDeployment& operator=(VariantDeployment&&) noexcept;
    ~VariantDeployment();

    std::vector<study::ResolvedAdministration> administrations;
    std::vector<catalog::WorkloadClass> workloads;
    std::vector<Site> sites;
    StreamNames streams;
    HostTypes host_types;
    compute::PackRules pack_rules;    ///< how full hosts get
    double reference_core_ops = 0.0;  ///< ssj_ops of a core that use and transactions are stated against
    estate::Growth growth;            ///< since the base year
    std::vector<study::Procedure> procedures{};
    /// [administration], of those with a licence or fee stated; empty where none is.
    std::vector<std::vector<study::ProcedureUse>> paid_procedures{};
    int base_year = 0;
    std::vector<Deployment> phases;  ///< in the order of time; each year of the horizon has one or more
    std::vector<BuildStep> build_steps;
};

}  // namespace verbund::deploy

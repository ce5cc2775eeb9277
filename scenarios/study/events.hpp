#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/units.hpp"
#include "models/continuity/supply.hpp"
#include "models/continuity/takeover.hpp"

/// What the event engine is asked to play: typical days, nights, migration waves and drills.
namespace verbund::study {

/// How the hosts of a group stand in the simulated world.
enum class HostDetail { pool, single };

/// Days that the event engine can play.
enum class TypicalDay { winter_workday, summer_workday, saturday, month_end, election_night };

/// Typical days and the accuracy of what people see on them.
struct LatencySampling {
    std::vector<TypicalDay> days{TypicalDay::winter_workday, TypicalDay::summer_workday, TypicalDay::saturday,
                                 TypicalDay::month_end, TypicalDay::election_night};
    std::vector<std::string> workloads;             ///< classes that are sampled; empty: all people wait for
    Fraction precision = 10.0 * percent;            ///< half width of the 95 % interval of the p95 latency
    Duration precision_floor = 2.0 * milliseconds;  ///< a half width that is always good enough
    int fewest_samples = 60;                        ///< per administration, transaction and year
    int most_samples = 480;
    int administrations = 300;  ///< all of them in detail; of more, non-municipalities and this many others
    std::string month_end_profile = "office";         ///< profile of what is busier at the end of a month
    double month_end_factor = 1.3;                    ///< procedures and mail against an ordinary workday
    double month_ends_per_year = 12.0;                ///< workdays like that
    std::string election_profile = "citizen-portal";  ///< profile of what is busier on an election night
    double election_portal_factor = 6.0;              ///< from 18 to 24 h against an ordinary Sunday
    double elections_per_year = 1.0;                  ///< nights like that
    Fraction upstream_share = 20.0 * percent;         ///< of the users' traffic; the rest goes to the users
};

/// What is inside a center besides hosts.
struct SiteSpeeds {
    DataRate storage_rate = 16.0 * gigabit_per_second;  ///< of one array, reading or writing
    Data array_size = 100.0 * terabyte;                 ///< a further array from each multiple of this
    DataRate lan = 25.0 * gigabit_per_second;           ///< of one host
};

/// The backup window and what a backup takes.
struct Night {
    Duration starts = 20.0 * hours;  ///< after midnight
    Duration lasts = 10.0 * hours;
    double image_factor = 1.5;  ///< changed blocks a backup reads / changed data
    double reduction = 3.0;     ///< deduplication and compression on the way out of the site
    DataRate proxy_rate = 4.0 * gigabit_per_second;  ///< of one backup stream
    int proxies = 2;                                 ///< streams of one storage array at a time
    Duration replication_interval = 15.0 * minutes;
    Duration remote_write = 0.5 * milliseconds;  ///< the far array's own write, synchronous mode
};

/// How the first, large copy of an estate travels.
enum class FirstCopy { network, disks };

/// How estates are copied to where they move.
struct Migration {
    Duration starts = 20.0 * hours;  ///< of the nightly window, after midnight
    Duration lasts = 10.0 * hours;
    Fraction link_share = 50.0 * percent;  ///< of the narrowest link that a copy may use
    int parallel = 4;                      ///< administrations copied at a time to one center
    Duration cutover_limit = 4.0 * hours;  ///< rest that may be sent while the services stand still
    Duration cutover_fixed = 2.0 * hours;  ///< start and tests after the last copy
    FirstCopy first_copy = FirstCopy::network;
    Data disk_capacity = 80.0 * terabyte;           ///< of one device that is shipped
    DataRate disk_rate = 2.4 * gigabit_per_second;  ///< of one device, being filled and being read
    Duration disk_transport = 2.0 * days;           ///< from door to door
    int disk_devices = 20;                          ///< on their way to one center at a time
    std::string probe = "record";                   ///< transaction whose response others see meanwhile
};

/// How long the steps of a recovery take.
struct Recovery : continuity::TakeoverSteps, continuity::SupplySteps {
    std::vector<std::string> logon{"directory", "directory-server"};  ///< classes that come first
    Data boot_read = 3.0 * gigabyte;                                  ///< per VM
    double boot_core_seconds = 60.0;                                  ///< per VM
    int boots_per_host = 4;                                           ///< at a time
    DataRate restore_rate = 2.4 * gigabit_per_second;                 ///< from backup, of one stream
    Duration restore_preparation = 4.0 * hours;                       ///< before data flow back
    DataRate outside_rate = 10.0 * gigabit_per_second;  ///< from an outside copy that lies at no center
    Duration host_repair = 12.0 * hours;
    Duration utility_return = 2.0 * hours;  ///< power and cooling come back after this without a stated "for"
};

/// What the event engine plays, and how exactly.
struct Events {
    std::vector<int> years;  ///< empty: the milestones
    HostDetail hosts = HostDetail::pool;
    LatencySampling latency;
    SiteSpeeds speeds;
    Night night;
    Migration migration;
    Recovery recovery;
};

/// Whether the takeover by a backup site succeeds: drawn as the availability engine draws it, or as stated.
enum class TakeoverLuck { drawn, succeeds, fails };

/// A failure on purpose.
struct Drill {
    /// "center:rz-1", "room:rz-1/r1", ... (`continuity::target_forms`); all of them at the same time.
    std::vector<std::string> fail;
    Duration at = 9.5 * hours;               ///< after midnight
    std::optional<Duration> lasts;           ///< an outage: things stay whole
    bool destroyed = false;                  ///< what fails is lost with what is stored there
    std::optional<Duration> replaced_after;  ///< destroyed: until new hardware stands; empty = never
    TakeoverLuck takeover = TakeoverLuck::drawn;
    std::optional<int> year;            ///< default: the first milestone after the last move
    std::vector<std::string> variants;  ///< empty = all
    TypicalDay day = TypicalDay::winter_workday;
};

}  // namespace verbund::study

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "models/catalog/column_parts.hpp"
#include "models/catalog/columns.hpp"

/// Tables of what runs, when, and for whom.
namespace verbund::catalog {
namespace {

void describe_size(Columns& c, WorkloadClass& row) {
    const Between gigabytes{0.0, 1e7};
    c.number({"server_share", "", "of an administration's VMs; physical: of its physical servers"}, share,
             row.server_share);
    c.whole({"vcpu", "", "per VM; physical: cores used"}, {1.0, 1024.0}, row.vcpu);
    c.number({"ram_gb", "GB", "per VM"}, {0.01, 1e5}, row.ram_gb);
    c.number({"storage_gb", "GB", "per VM"}, gigabytes, row.storage_gb);
    c.number({"storage_gb_per_seat", "GB", "in addition, per seat of the administration"}, gigabytes,
             row.storage_gb_per_seat);
}

void describe_traffic(Columns& c, WorkloadClass& row) {
    c.number({"interactions_per_seat_hour", "1/h", "user transactions at profile 1; 0 = nobody waits for it"},
             {0.0, 1e5}, row.interactions_per_seat_hour);
    c.number({"traffic_kbit_s", "kbit/s", "per active user at profile 1"}, {0.0, 1e6}, row.traffic_kbit_s);
    c.number({"active_share", "", "seats active at profile 1"}, share, row.active_share);
    // Without the columns: volume per fixed line in Germany, see the built-in table.
    const Between yearly{-0.5, 1.0};
    c.number_or({"traffic_growth", "1/a", "of the traffic per seat, a year"}, yearly, row.traffic_growth,
                0.125);
    c.number_or({"traffic_growth_low", "1/a", "low end of the plausible range"}, yearly,
                row.traffic_growth_low, 0.08);
    c.number_or({"traffic_growth_high", "1/a", "high end of the plausible range"}, yearly,
                row.traffic_growth_high, 0.15);
    c.number({"daily_change_share", "", "of the base year's storage that changes per day"}, share,
             row.daily_change_share);
}

}  // namespace

void describe(Columns& c, WorkloadClass& row) {
    static constexpr std::string_view criticalities[] = {"very-critical", "critical", "normal", "low"};
    const Between hours{0.0, 8760.0};
    c.text({"id", "", "name in a study"}, {}, row.id);
    c.text({"name_de", "", "German name"}, {}, row.name_de);
    c.text({"name_en", "", "English name"}, {}, row.name_en);
    c.flag({"physical", "", "runs on servers of its own, not on VMs"}, row.physical);
    describe_word(c, {"criticality", "", "how soon its loss hurts"}, criticalities, row.criticality);
    describe_size(c, row);
    c.number({"cpu_at_peak", "", "use of the vCPUs while the profile is 1"}, share, row.cpu_at_peak);
    c.number({"cpu_floor", "", "background use at all times"}, share, row.cpu_floor);
    c.text({"profile", "", "id in the table of profiles"}, {}, row.profile);
    describe_traffic(c, row);
    c.number({"rto_h", "h", "time to recovery that is asked for"}, hours, row.rto_h);
    c.number({"rpo_h", "h", "age of the data that may be lost"}, hours, row.rpo_h);
    c.number({"rtt_limit_ms", "ms", "round trip above which work suffers; 0 = none"}, {0.0, 1e5},
             row.rtt_limit_ms);
    c.flag({"keep_local", "", "must stay in the administration's own room"}, row.keep_local);
    c.number({"containerisable_share", "", "could run in containers"}, share, row.containerisable_share);
    c.number({"application_share", "", "of the administration's applications"}, share, row.application_share);
    c.number_or({"gpus", "", "per VM, or a share of one; cpu_at_peak and cpu_floor are their use too"},
                {0.0, 64.0}, row.gpus, 0.0);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, ProcedureKind& row) {
    const Between number{0.0, 1000.0};
    c.text({"id", "", "name in a procedure list and in results"}, {}, row.id);
    c.text({"name_de", "", "German name"}, {}, row.name_de);
    c.text({"name_en", "", "English name"}, {}, row.name_en);
    c.text({"workload", "", "class whose servers it runs on"}, {}, row.workload);
    c.number({"district", "", "procedures of this kind of a district"}, number, row.district);
    c.number({"city", "", "procedures of this kind of a district-free city"}, number, row.city);
    c.number({"municipality", "", "procedures of this kind of a municipality"}, number, row.municipality);
    c.number({"weight", "", "servers of one / those of the others of its class"}, {0.001, 1000.0},
             row.weight);
    c.number({"critical_share", "", "of them that must run in a crisis"}, share, row.critical_share);
    c.number({"shared_share", "", "of its servers that one instance for all clients can replace"}, share,
             row.shared_share);
    c.number({"shared_low", "", "low end of the plausible range"}, share, row.shared_low);
    c.number({"shared_high", "", "high end of the plausible range"}, share, row.shared_high);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, Transaction& row) {
    const Between kilobytes{0.0, 1e9};
    c.text({"id", "", "name in results"}, {}, row.id);
    c.text({"workload", "", "class that serves it"}, {}, row.workload);
    c.text({"name_de", "", "German name"}, {}, row.name_de);
    c.text({"name_en", "", "English name"}, {}, row.name_en);
    c.number({"rate_share", "", "of the class's interactions"}, {0.0, 1000.0}, row.rate_share);
    c.number({"request_kb", "kB", "mean of an exponential"}, kilobytes, row.request_kb);
    c.number({"response_kb", "kB", "mean of an exponential"}, kilobytes, row.response_kb);
    c.number({"cpu_ms", "ms", "mean on a core of a two-socket server of 2018"}, {0.0, 1e7}, row.cpu_ms);
    c.number({"storage_kb", "kB", "mean read from storage"}, kilobytes, row.storage_kb);
    c.number({"round_trips", "", "exchanges one after the other, request and response included"},
             {1.0, 1000.0}, row.round_trips);
    c.number({"threshold_ms", "ms", "response time above which work suffers"}, {1.0, 1e7}, row.threshold_ms);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, Profile& row) {
    c.text({"id", "", "name in the table of classes"}, {}, row.id);
    c.text({"day_kind", "", "kind of day"}, {.words = day_kind_words}, row.day_kind);
    for (std::size_t hour = 0; hour < hours_per_day; ++hour) {
        const std::string name = fmt::format("h{}", hour);
        const std::string text = fmt::format("load from {}:00", hour);
        c.number({name, "", text}, share, row.share[hour]);
    }
    c.number({"quiet_factor", "", "in August and over Christmas"}, share, row.quiet_factor);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, HourShape& row) {
    c.text({"of", "", "price or emission"}, {.words = hour_shape_of}, row.of);
    c.text({"days", "", "winter is October to March, workday Monday to Friday"}, {.words = hour_shape_days},
           row.days);
    for (std::size_t hour = 0; hour < hours_per_day; ++hour) {
        const std::string name = fmt::format("h{}", hour);
        const std::string text = fmt::format("ratio from {}:00", hour);
        c.number({name, "", text}, {0.0, 1e5}, row.ratio[hour]);
    }
    describe_evidence(c, row.evidence);
}

}  // namespace verbund::catalog

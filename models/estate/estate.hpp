#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// From people and seats to servers, VM groups, storage and traffic of an administration.
namespace verbund::estate {

/// Kinds of body whose servers follow a law of their own.
enum class Body { district, city, municipality };

/// Servers of a body in the base year, physical and virtual: base + per_seat x seats.
struct ServersBySeats {
    double base = 0.0;
    double per_seat = 0.0;
    [[nodiscard]] double of(double seats) const { return base + per_seat * seats; }
};

/// Survey anchors and size laws (DLT survey 2022, Schriften Band 152; published counts).  See
/// `scenarios/study` for defaults and sources, README.md for the fits.
struct SurveyBasis {
    double servers_per_district = 154.0;  ///< mean over the 294 districts, physical and virtual
    double district_base = 20.0;
    std::optional<double> district_per_seat;  ///< empty: such that the districts have the mean above
    ServersBySeats city{20.0, 0.15};
    ServersBySeats municipality{2.5, 0.21};
    double physical_share = 0.13;
    bool physical_includes_hosts = true;  ///< the share counts virtualisation hosts, `vms_per_host` VMs each
    double vms_per_host = 25.0;
    double applications_per_district = 161.0;
    double application_exponent = 0.5;  ///< applications ~ seats^exponent
    double own_server_application_share = 0.80;
    double critical_application_share = 0.20;
    double provider_share = 0.30;  ///< share of servers run by a provider
};

/// Seats (n) -> servers and applications of a kind of body; applications = scale * n^exponent.
struct SizeLaw {
    ServersBySeats servers;
    double application_scale = 0.0;
    double application_exponent = 0.5;
};

/// Fits what is left open so that the districts given reproduce the survey means: their servers per seat,
/// (servers_per_district - district_base) / mean seats but not below zero, and the scale of applications,
/// which holds for every kind of body.  `district_seats` must not be empty.
[[nodiscard]] SizeLaw calibrate(const SurveyBasis& basis, const std::vector<double>& district_seats,
                                Body body);

/// Share of the servers that are dedicated machines beside the virtualisation hosts:
/// max(0, p - (1 - p) / r), p = `physical_share`, r = `vms_per_host`; p where the share counts no hosts.  The
/// hosts themselves come from packing, so that none counts twice and no order of counting matters.
[[nodiscard]] double dedicated_share(const SurveyBasis& basis);

/// Yearly growth since the base year; each quantity is multiplied by (1 + rate)^(year - base year).
struct Growth {
    double vms = 0.0;
    double compute = 0.0;  ///< all vCPUs together
    double memory = 0.0;   ///< all RAM together
    double storage = 0.0;
    std::optional<double> traffic{};  ///< per seat, of all classes; none: each class its own
    double seats = 0.0;
};

/// Identical VMs (or physical servers) of one class of one administration.
struct VmGroup {
    int workload = 0;  ///< index into the workload classes
    bool physical = false;
    int count = 0;
    double vcpu = 0.0;         ///< per VM
    double ram_gb = 0.0;       ///< per VM
    double storage_gb = 0.0;   ///< of the whole group
    double cpu_at_peak = 0.0;  ///< share of vCPU while the profile is 1
    double cpu_floor = 0.0;
    double traffic_kbit_s = 0.0;          ///< of the whole group at profile 1 (all active users together)
    double interactions_per_hour = 0.0;   ///< of the whole group at profile 1
    double terminal_kbit_s = 0.0;         ///< part of the traffic that is screens of terminal servers
    double beside_terminal_kbit_s = 0.0;  ///< part of the traffic that sessions on them also cause
};

/// How large an administration is.
struct AdministrationSize {
    double seats = 0.0;
    double servers = 0.0;       ///< physical and virtual in the base year; 0 = by the size law
    double applications = 0.0;  ///< 0 = by the size law
};

/// The servers of an administration, by class.
struct Estate {
    double seats = 0.0;
    int servers = 0;  ///< VMs + physical
    int physical_servers = 0;
    double applications = 0.0;
    std::vector<VmGroup> groups;  ///< ordered by workload index; counts sum to `servers`
};

/// Estate in `year`.
///
/// Of the base year's servers S, 1 - physical_share are VMs and `dedicated_share` are physical servers; where
/// the physical share counts hosts, both together are fewer than S by those hosts.
/// VMs grow by `growth.vms`; the number of physical servers stays the same in every year, their load grows.
/// With n years since the base year, a VM has vcpu (1 + compute)^n / (1 + vms)^n virtual CPUs, so that all of
/// them together grow by `compute`; RAM and storage likewise.  A server's cores and RAM grow by compute and
/// memory alone.  Traffic and interactions follow the seats, traffic grows besides by `traffic_factor`.
///
/// Counts are integers by largest remainder, so that they sum to the total without drift.  Every class gets
/// one VM before the larger ones get their share.  When there are fewer VMs than classes, the first ones of
/// the catalog get one each, and the others run beside the class that people work with most: its group
/// carries their storage, traffic and interactions.  Classes that need GPUs get their share to the nearest
/// whole VM, before all others; who has none of them has nothing of the class.  `classes` shares are
/// normalised; at least one server exists.
///
/// Throws `std::invalid_argument` on a non-positive size or when classes for the VMs or the physical servers
/// are missing.
[[nodiscard]] Estate derive(const AdministrationSize& size, const SizeLaw& law, const SurveyBasis& basis,
                            const Growth& growth, int base_year, int year,
                            const std::vector<catalog::WorkloadClass>& classes);

/// Traffic per seat of a class, `years` after the base year, over that of the base year: (1 + t)^years with
/// the growth t of all classes, else of the class.
[[nodiscard]] double traffic_factor(const catalog::WorkloadClass& workload, const Growth& growth, int years);

/// Share of a class's storage that changes on a day, `years` after the base year.
///
/// What people change follows what they use, not what is kept: changes grow as traffic does (per seat, and
/// with the seats), storage by its own rate, so that
///     share(y) = min(1, daily_change_share ((1 + t)(1 + seats) / (1 + storage))^y).
/// Neglects machines that write by themselves (logs, full index builds).  Source: assumption (A); use from
/// the growth of line volumes, see table `workloads.csv`.
[[nodiscard]] double daily_change_share(const catalog::WorkloadClass& workload, const Growth& growth,
                                        int years);

/// One server of a class `years` after the base year.
[[nodiscard]] VmGroup server_of(const catalog::WorkloadClass& workload, const Growth& growth, int years);

/// Integers with the given sum, proportional to `weights` (largest remainder; ties go to the lower index, so
/// callers order by content: no result may hang on a name or on the order of the input).
///
/// Throws `std::invalid_argument` for a negative total or weight, or when all weights are zero.
[[nodiscard]] std::vector<int> apportion(int total, const std::vector<double>& weights);

/// Nearest whole number of a sum of quotas; half of one counts, however the sum was cut.
[[nodiscard]] int whole_sum(const std::vector<double>& quotas);

/// Integers with the given sum, each its quota rounded down or up (largest remainder; ties as in
/// `apportion`). A quota within a billionth of an integer counts as that integer.
///
/// Throws `std::invalid_argument` for a negative quota or a total out of reach: below the sum of the quotas
/// rounded down or above it by more than their number.
[[nodiscard]] std::vector<int> round_together(const std::vector<double>& quotas, int total);
[[nodiscard]] std::vector<int> round_together(const std::vector<double>& quotas);

/// Servers and applications by who operates them, and those that must run in a crisis.
struct Operation {
    int own_servers = 0;
    int provider_servers = 0;
    double own_server_applications = 0.0;  ///< applications on servers of the administration
    double critical_applications = 0.0;
};

[[nodiscard]] Operation operation(const Estate& estate, const SurveyBasis& basis);

/// Share of applications in the very critical and critical classes; `application_share` is normalised.
[[nodiscard]] double critical_application_share(const std::vector<catalog::WorkloadClass>& classes);

}  // namespace verbund::estate

#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/base/units.hpp"

/// Law and standards as dated checks on outcomes.  No physics: each check compares a figure with a limit on a
/// day.
namespace verbund::rules {

/// Which edition of the Energieeffizienzgesetz holds.
enum class Law { enefg_2023, draft_2026 };

/// What a rule says of a center in a year.
enum class Verdict {
    met,
    missed,
    exempt,       ///< out of scope, see `Reason`
    upcoming,     ///< no limit yet on that day; the first day with one is `since`
    info,         ///< a figure without a limit (class reached)
    not_reached,  ///< a criterion of a voluntary label: nobody owes it, so it counts as no rule missed
    to_be_shown,  ///< of a check list: no number of the run tells it
};

/// What the verdict rests on where value and limit do not say it.
enum class Reason {
    none,
    not_started,          ///< exempt: the center starts only on the day `starts`
    below_scope,          ///< exempt: its connection power lies below the limit
    started_before_duty,  ///< exempt: no duty to reuse heat for a start before 1.7.2026
    no_heat_network,      ///< exempt under the draft: none within 5 km
    small_and_reusing,    ///< exempt: half of the energy is reused and at most 7.5 GWh a year are used
    private_operator,     ///< exempt: private operators owe a certificate only from 1 MW
    to_be_justified,      ///< missed, yet acceptable with a written justification and a risk analysis
    never_georedundant,   ///< missed: nearer than even a justification allows
    no_class_claimed,     ///< info: there is nothing to compare the class with
    simplified,           ///< info: from 1 GWh a year a simplified management system will do
};

/// Which side of its limit a value must keep to.
enum class Bound { none, at_most, at_least, more_than };

/// The words of these in results: "met", "below-scope", "at-most"; empty for none.
[[nodiscard]] std::string_view code(Verdict verdict);
[[nodiscard]] std::string_view code(Reason reason);
[[nodiscard]] std::string_view code(Bound bound);

/// What a center has shown of a check list.
enum class Proof {
    c5,                      ///< attestation by the BSI's C5
    iso27001,                ///< certificate, also on the basis of IT-Grundschutz
    service_in_germany,      ///< data stay and are processed in Germany
    administration_network,  ///< can be reached from the networks of the administrations (NdB, of the states)
};

/// One rule applied to one thing on one day.
struct Finding {
    std::string rule;     ///< stable id, e.g. "enefg.pue"
    std::string subject;  ///< center, or "a / b" for a pair
    int year = 0;
    Verdict verdict = Verdict::info;
    Reason reason = Reason::none;
    double value = 0.0;  ///< of a duty to have something: 1 = it is there
    Bound bound = Bound::none;
    double limit = 0.0;          ///< NaN where the rule has none
    std::string unit;            ///< of value and limit, e.g. "1", "%", "km", "kW"
    std::optional<Date> since;   ///< day from which the limit holds
    std::optional<Date> starts;  ///< day on which the center starts, where that is the reason
    std::string source;
};

/// A center at the end of a year, as the rules see it.
struct CenterYear {
    std::string center;
    int year = 0;
    Date commissioned;
    Power it_power;    ///< installed: what its rooms are built for
    Power connection;  ///< non-redundant nominal connection power of the whole center
    bool public_operator = true;
    double pue = 0.0;  ///< annual mean
    /// CER: heat removed / electricity of the cooling, over the year; NaN where nothing was cooled.
    double cooling_efficiency_ratio = std::numeric_limits<double>::quiet_NaN();
    /// WUE, l/kWh of IT; NaN where the center has no IT.
    double water_usage_effectiveness = std::numeric_limits<double>::quiet_NaN();
    double energy_reuse_factor = 0.0;
    double energy_reuse_factor_three_years = 0.0;  ///< of this year and the two before, as far as it ran
    double renewable_share = 0.0;                  ///< of the electricity bought: REF
    bool energy_management_system = false;
    bool heat_network_within_5_km = true;
    std::optional<double> server_utilisation;  ///< ITEUsv: mean CPU utilisation over the year
    bool energy_management_certified = false;
    bool colocation = false;     ///< the IT stands in the center of another operator
    bool serves_others = false;  ///< its operator works for other bodies: shared, or a provider's
    double clients = 0.0;        ///< administrations served
    std::optional<int> operator_staff;
    std::vector<Proof> proofs;
    Energy annual_energy;  ///< total final energy; zero = unknown, then no exemption rests on it
    Energy it_energy;      ///< of all its clients
};

/// A limit and the first day on which it holds.
struct DatedLimit {
    Date since;
    double limit = 0.0;
};
/// All limits that a center meets over time, ascending by day; empty = the rule never binds it.
///
/// PUE, s. 11(1)(2): in operation before 1.7.2026: 1.5 (draft 1.6) from 1.7.2027 and 1.3 (draft 1.4)
/// from 1.7.2030; later centers: 1.2 (draft 1.3) from two years after they start.  Energy reuse factor, s.
/// 11(2), same two years: 10 % for a start from 1.7.2026, 15 % from 1.7.2027, 20 % from 1.7.2028; the draft
/// waives it without a heat network within 5 km. Renewable electricity, s. 11(5): 50 % from 1.1.2024, 100 %
/// from 1.1.2027. Sources: EnEfG of 13.11.2023, in force 18.11.2023; amendment draft of the BMWE of 9.4.2026
/// (adoption not known).
[[nodiscard]] std::vector<DatedLimit> pue_limits(Law law, Date commissioned);
[[nodiscard]] std::vector<DatedLimit> energy_reuse_limits(Law law, Date commissioned,
                                                          bool heat_network_within_5_km);
[[nodiscard]] std::vector<DatedLimit> renewable_limits();

/// Limits on a given day; empty = no limit on that day.
[[nodiscard]] std::optional<double> pue_limit(Law law, Date commissioned, Date day);
[[nodiscard]] std::optional<double> energy_reuse_limit(Law law, Date commissioned, Date day,
                                                       bool heat_network_within_5_km);
[[nodiscard]] std::optional<double> renewable_limit(Date day);
/// Non-redundant connection power from which the law applies: 300 kW (s. 3 Nr. 24).
[[nodiscard]] Power enefg_scope();

/// Scope, PUE, ERF, renewable share, management system and its certification, register and information of
/// clients, as of 31 December of the year (scope missed or center not yet in operation => one finding
/// "exempt").
///
/// Management system, s. 12(1): by 1.7.2025.  Certificate, s. 12(3): from 1.1.2026 for centers of public
/// bodies (300 kW, thus all in scope), else from 1 MW.  Both exempt, s. 12(4), where at least 50 % of the
/// energy is reused in a heat network in the mean of three years and the total final energy is at most 7.5
/// GWh/a.  Neglects the exemptions of s. 11(3) that rest on agreements and offers.
///
/// Register, s. 13 and 14: figures of the year before by 31 March, at first by 15.8.2024 from 500 kW of
/// connection power, else by 1.7.2025; a note.  Clients, s. 15: who runs a center for others tells each of
/// them its energy of the year, since 1.1.2024; a note with the number of administrations served.
[[nodiscard]] std::vector<Finding> check_enefg(const CenterYear& center, Law law);

/// EnEfG s. 12(5), operators of IT in the center of another: from 50 kW of own IT a management system by
/// 1.7.2025, from 500 kW its certificate from 1.1.2026 (public operators perhaps from 300 kW, M-m, not
/// judged). None without colocation.
[[nodiscard]] std::vector<Finding> check_it_operator(const CenterYear& center);

/// EU energy efficiency directive, Art. 12 and delegated regulation (EU) 2024/1364: a center reports its
/// yearly figures from 500 kW of installed IT power on; below, exempt.  First report due on 15.9.2024.
[[nodiscard]] Finding check_eed_scope(const CenterYear& center);

/// The figures that such a center reports for a year: PUE, WUE, ERF, REF, energy, energy of its IT, water,
/// and heat reused; notes, none below the scope or before 2024.  Source: delegated regulation (EU) 2024/1364,
/// annexes II and III.  Neglects what is no figure of the annual engine (traffic, storage, floor,
/// temperatures).
[[nodiscard]] std::vector<Finding> check_eed_values(const CenterYear& center);

/// EnEfG s. 6, public bodies: from 1 GWh of final energy a year they save 2 % a year (until 2045, from
/// 18.11.2023), and keep an energy or environmental management system, from 3 GWh in full, from 1 GWh a
/// simplified one (by 30.6.2026).  The limits are of the whole body; here stands what the center alone uses,
/// so a center below says nothing of its operator.  Municipalities are bound by the law of their state, not
/// by s. 6 itself.  None for private operators.
[[nodiscard]] std::vector<Finding> check_public_body(const CenterYear& center);

/// KRITIS: a data center counts as critical from 3.5 MW of contracted power on.  Source: BSI-KritisV, annex 4
/// part 3 Nr. 2.1.
[[nodiscard]] Finding check_kritis_scope(const CenterYear& center);

/// NIS2: operators of data centers and managed services for others are bound from 50 staff or 10 million EUR
/// of revenue on, since 6.12.2025, registration included.  A note from 50 staff, to be shown where the staff
/// is not known, exempt below, though revenue may bind it.  Bodies that work for municipalities alone may be
/// left to the law of their state (M-m).  None for a center that serves its own administration.  Source: BSIG
/// s. 28 as of the NIS2UmsuCG; haufe.de 23.12.2025.
[[nodiscard]] std::vector<Finding> check_nis2(const CenterYear& center);

/// What tenders ask a center that serves others to prove, and no number of a run tells: C5, ISO 27001,
/// service in Germany, reach from the networks of the administrations.  Met where it is among the proofs,
/// else to be shown; never missed.  Source: Deutsche Verwaltungscloud, target architecture v2.0.1 (M-l).
[[nodiscard]] std::vector<Finding> check_proofs(const CenterYear& center);

/// Blauer Engel for data centers, DE-UZ 228 (161 and 214 ended in 2023), a voluntary label: PUE by start of
/// operation (1.60 before 2015, 1.50 until 2018, 1.30 until 2023, 1.25 from 2024), CER > 9 for a start from
/// 2024, ERF > 0 from 2023, mean CPU utilisation of servers (ITEUsv, 12 months) >= 20 %.  A center in which
/// no server runs has no utilisation to judge.  A criterion is met or not reached, never missed.  Source:
/// datacenter-group.com 16.2.2023; be-rechenzentren.de.
[[nodiscard]] std::vector<Finding> check_blauer_engel(const CenterYear& center);

/// Two sites that back each other up.
struct SitePair {
    std::string first;
    std::string second;
    Length distance;
    int year = 0;
};
inline constexpr Length georedundancy_distance = 200.0 * kilometre;
inline constexpr Length georedundancy_floor_distance =
    100.0 * kilometre;  ///< below, not even a written justification helps
/// BSI criteria for sites: georedundant from 200 km air line, 100..200 km only with written justification
/// (missed, the reason says so), below 100 km never; operational redundancy from 5 km (rule of thumb).  A
/// recommendation, no law. Source: BSI, Kriterien fuer die Standortwahl von Rechenzentren, v1.0 12/2018, v2.0
/// 10/2019, v2.1 12/2024, sec. 3.3.
[[nodiscard]] std::vector<Finding> check_distance(const SitePair& pair);

/// How a supply reaches the IT, in the grades of the EN 50600 availability classes 1 to 4.
enum class SupplyPath { single, single_redundant_parts, multiple, multiple_fault_tolerant };
/// How a center is supplied and cooled, in the grades of the EN 50600 availability classes.
struct AvailabilityDesign {
    std::string center;
    int year = 0;
    SupplyPath power = SupplyPath::single;
    SupplyPath cooling = SupplyPath::single;
    SupplyPath network = SupplyPath::single;
    int claimed_class = 0;  ///< 1..4; 0 = none claimed
};
/// EN 50600 / ISO/IEC 22237: the center's class is that of the weakest of power, cooling and network.
[[nodiscard]] int availability_class(const AvailabilityDesign& design);
[[nodiscard]] Finding check_availability_class(const AvailabilityDesign& design);

}  // namespace verbund::rules

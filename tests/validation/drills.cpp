#include <algorithm>
#include <cmath>
#include <set>

#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/deploy/deploy.hpp"
#include "sim/events/drill/single_failures.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/source_folder.hpp"

/// Drills on whole studies: what must hold whatever the figures are.
namespace verbund::events {
namespace {

/// One variant of a study in one year.
struct Played {
    Played(study::StudySet read, const std::string& variant_id, int year) : set{std::move(read)} {
        const auto found = std::find_if(set.variants.begin(), set.variants.end(),
                                        [&](const study::Variant& v) { return v.id == variant_id; });
        REQUIRE(found != set.variants.end());
        study = &found->study;
        variant = deploy::deploy(set, *study);
        network = deploy::plan_network(*study, variant);
        profiles = std::make_unique<workload::ProfileSet>(set.catalog.profiles);
        in_year = &variant.phases.at(static_cast<std::size_t>(year - set.horizon.first));
    }
    Played(const Played&) = delete;

    [[nodiscard]] deploy::WorldYear input() const {
        return {set, *study, variant, *in_year, network, *profiles};
    }
    [[nodiscard]] DrillOutcome drill(const std::string& fail, std::optional<double> lasts_s) const {
        return test::drill_in_child(
            input(),
            {fail, {parse_target(fail, input())}, 9.55 * 3600.0, lasts_s, study::TypicalDay::winter_workday});
    }
    [[nodiscard]] std::size_t administration(const std::string& id) const {
        const auto& all = variant.administrations;
        return static_cast<std::size_t>(
            std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.id == id; }) - all.begin());
    }

    study::StudySet set;
    const study::Study* study = nullptr;
    deploy::VariantDeployment variant;
    deploy::NetworkPlan network;
    std::unique_ptr<workload::ProfileSet> profiles;
    const deploy::Deployment* in_year = nullptr;
};

study::StudySet starter() { return read::read_study_text(read::starter_study(), "starter.yaml", ".", {}); }
study::StudySet dormagen() {
    return read::read_study(test::source_folder() / "scenarios/dormagen/study.yaml", {});
}

double length_of_critical_path(const DrillOutcome& o) {
    double first = 0.0;
    double last = 0.0;
    bool begun = false;
    for (const outcome::DrillEvent& e : o.timeline) {
        if (!e.critical_path) continue;
        if (!begun) first = e.at_s;
        begun = true;
        last = e.at_s;
    }
    return last - first;
}

TEST_CASE("every single failure of the starter study recovers along its critical path",
          "[validation][drill]") {
    const Played played(starter(), "shared", 2030);
    for (const DrillTarget& target : all_single_failures(played.input()).targets) {
        const DrillOutcome o = played.drill(target.text, std::nullopt);
        INFO(target.text);
        CHECK(o.summary.rto_max_s == test::Approx(length_of_critical_path(o)).margin(1e-6));
        for (const outcome::DrillResult& r : o.results) {
            CHECK((std::isnan(r.rto_s) || r.rto_s > 0.0));
            CHECK(r.servers_short <= r.servers);
        }
    }
}

TEST_CASE("asynchronous copies of the starter study are at most a quarter of an hour and a transfer old",
          "[validation][drill]") {
    // Copies leave every 15 min; what one of them carries is through in less than the next 15.
    const Played played(starter(), "shared", 2030);
    const DrillOutcome o = played.drill("center:north", std::nullopt);
    CHECK(o.summary.rpo_max_s > 0.0);
    CHECK(o.summary.rpo_max_s < 1800.0);
}

TEST_CASE("Dormagen's second room takes over at once and without loss when the first has no power for a day",
          "[validation][drill]") {
    const Played played(dormagen(), "zwei-raeume", 2030);
    const DrillOutcome o = played.drill("utility:raum-a", 24.0 * 3600.0);
    const study::Recovery& r = played.study->events.recovery;
    // Hot and synchronous: detection, decision while staff is there, promotion, rerouting; no data are lost.
    const double expected =
        (r.detection + r.decision_staffed + r.storage_promotion + r.rerouting).in(seconds);
    CHECK(o.summary.rto_max_s == test::Approx(expected));
    CHECK(o.summary.rpo_max_s == 0.0);
    CHECK(o.summary.capacity_short == 0.0);
    // The phones stand in these rooms, too.
    const auto phones = std::find_if(o.results.begin(), o.results.end(),
                                     [](const auto& row) { return row.workload == "telephony"; });
    REQUIRE(phones != o.results.end());
    CHECK(phones->rto_s == test::Approx(expected));
}

TEST_CASE("Dormagen waits for the power when both rooms have none for a day", "[validation][drill]") {
    const Played played(dormagen(), "zwei-raeume", 2030);
    DrillRequest both{"both", {}, 9.55 * 3600.0, 24.0 * 3600.0, study::TypicalDay::winter_workday};
    for (const char* room : {"utility:raum-a", "utility:raum-b"})
        both.targets.push_back(parse_target(room, played.input()));
    const DrillOutcome o = test::drill_in_child(played.input(), both);
    const study::Recovery& r = played.study->events.recovery;
    // From the end of the battery to the return of the power, and until the hosts run; then VMs boot.
    const double hosts_s = (24.0 * hours - continuity::autonomy_alone + r.cold_start).in(seconds);
    CHECK(o.summary.rto_max_s > hosts_s);
    CHECK(o.summary.rto_max_s < hosts_s + 3600.0);
    CHECK(o.summary.rto_max_s == test::Approx(length_of_critical_path(o)).margin(1e-6));
    CHECK(o.summary.rpo_max_s == 0.0);
}

TEST_CASE("Dormagen's phones and logon outlive the loss of its way to the provider", "[validation][drill]") {
    const Played played(dormagen(), "zweckverband", 2030);
    const std::size_t town = played.administration("dormagen");
    const std::size_t node = played.network.administration_node[town];
    DrillTarget both_ways{
        .kind = FailureKind::duct, .text = "duct:alle", .site = 0, .room = 0, .thing = "alle", .links = {}};
    for (std::size_t l = 0; l < played.network.topology.links.size(); ++l) {
        const network::Link& link = played.network.topology.links[l];
        if (link.from == node || link.to == node) both_ways.links.push_back(l);
    }
    const DrillOutcome o = test::drill_in_child(
        played.input(), {"alle", {both_ways}, 9.5 * 3600.0, 86400.0, study::TypicalDay::winter_workday});
    std::set<std::string> down;
    for (const outcome::DrillResult& row : o.results) {
        CHECK(static_cast<std::size_t>(row.administration) == town);
        CHECK(row.rto_s == test::Approx(86400.05));
        down.insert(row.workload);
    }
    CHECK(down.count("groupware") == 1);
    for (const char* local : {"telephony", "telephony-server", "network-core", "directory-server"})
        CHECK(down.count(local) == 0);
    CHECK(o.summary.capacity_short == 0.0);
}

TEST_CASE("Dormagen's provider without a second center brings nobody back before it returns",
          "[validation][drill]") {
    const Played played(dormagen(), "zweckverband", 2030);
    const DrillOutcome day = played.drill("center:itk-neuss", 86400.0);
    CHECK(day.summary.rto_max_s > 86400.0);
    CHECK(day.summary.rpo_max_s == 0.0);
    CHECK(std::isnan(played.drill("center:itk-neuss", std::nullopt).summary.rto_max_s));
}

TEST_CASE("Dormagen's provider with a second center brings its critical classes back within their hours",
          "[validation][drill]") {
    // Two centers 17 km apart, synchronous: no data are lost.
    const Played played(dormagen(), "zweckverband-backup", 2030);
    const DrillOutcome o = played.drill("center:itk-neuss", 86400.0);
    CHECK(o.summary.rpo_max_s == 0.0);
    CHECK(o.summary.rto_max_s < 2.0 * 3600.0);
    CHECK(o.summary.rto_max_s == test::Approx(length_of_critical_path(o)).margin(1e-6));
}

/// `more` is added to center haus-1.
study::StudySet campus(const std::string& more = "") {
    return read::read_study_text(
        "verbund: 1\ntitle: Campus\nhorizon: {first: 2025, last: 2025}\nmilestones: [2025]\n"
        "territory: {administrations: {dormagen: {ags: \"05162004\", seats: 700}, neuss: {ags: "
        "\"05162024\"}}}\n"
        "estate: {provider_share: 0 %}\n"
        "centers:\n"
        "  haus-1: {at: {lat: 51.2000, lon: 6.6900}, commissioned: 2020-01-01, availability_class: 3, "
        "rooms: {r1: {}}" +
            more +
            "}\n"
            "  haus-2: {at: {lat: 51.2018, lon: 6.6900}, commissioned: 2020-01-01, availability_class: 3, "
            "rooms: {r1: {}}}\n"
            "  fern: {at: {lat: 50.11, lon: 8.68}, commissioned: 2020-01-01, availability_class: 3, "
            "rooms: {r1: {}}}\n"
            "moves: {alle: {who: all, to: haus-1, years: 2025}}\n"
            "backups: {haus-1: {center: haus-2, replication: async, standby: warm, protects: all}}\n"
            "variants: {campus: {}}\n",
        "campus.yaml", ".", {});
}

DrillOutcome fire(const Played& played, const std::vector<std::string>& burnt,
                  std::optional<double> replaced_s, std::optional<double> lasts_s = std::nullopt) {
    DrillRequest request{"fire", {}, 0.5 * 3600.0, lasts_s, study::TypicalDay::winter_workday};
    for (const std::string& center : burnt)
        request.targets.push_back(parse_target("center:" + center, played.input()));
    request.destroyed = !lasts_s;
    request.replaced_s = replaced_s;
    request.takeover = study::TakeoverLuck::succeeds;
    return test::drill_in_child(played.input(), request);
}

constexpr double month_s = 30.0 * 86400.0;

TEST_CASE("a fire of one house of a campus is carried by the other within hours", "[validation][drill]") {
    const Played played(campus(), "campus", 2025);
    const DrillOutcome o = fire(played, {"haus-1"}, month_s);
    CHECK(o.summary.rto_max_s < 4.0 * 3600.0);
    CHECK(o.summary.rpo_all_max_s < 1800.0);  // the lag of the copies
    CHECK(o.summary.servers_never == 0.0);
}

TEST_CASE("a fire of both houses leaves what lies outside the campus", "[validation][drill]") {
    // The outside copy lies in the other house unless it is stated elsewhere: nothing is left.
    const DrillOutcome gone = fire(Played(campus(), "campus", 2025), {"haus-1", "haus-2"}, month_s);
    CHECK(std::isnan(gone.summary.rto_max_s));
    CHECK(std::isnan(gone.summary.rpo_all_max_s));
    CHECK(gone.summary.servers_never == gone.summary.servers_hit);
    // At 0:30 the copy of 6:00 of the day before is 18.5 h old; new hardware after 30 days, then the restore.
    const Played kept(campus(", outside_copy: fern"), "campus", 2025);
    const DrillOutcome o = fire(kept, {"haus-1", "haus-2"}, month_s);
    CHECK(o.summary.rpo_all_max_s == test::Approx(18.5 * 3600.0));
    CHECK(o.summary.rto_max_s > month_s);
    CHECK(o.summary.rto_max_s < 1.5 * month_s);
    CHECK(o.summary.servers_never == 0.0);
    CHECK(o.summary.rto_max_s == test::Approx(length_of_critical_path(o)).margin(1e-6));
    // Never replaced, and nobody else has room: never.
    CHECK(fire(kept, {"haus-1", "haus-2"}, std::nullopt).summary.servers_never > 0.0);
}

TEST_CASE("thirty days without both houses are not a fire", "[validation][drill]") {
    const DrillOutcome o =
        fire(Played(campus(), "campus", 2025), {"haus-1", "haus-2"}, std::nullopt, month_s);
    CHECK(o.summary.rpo_all_max_s == 0.0);
    CHECK(o.summary.rto_max_s > month_s);
    CHECK(o.summary.rto_max_s < month_s + 7200.0);
}

}  // namespace
}  // namespace verbund::events

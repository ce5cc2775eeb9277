#include "sim/deploy/backup.hpp"

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

study::Center center_at(double longitude, std::string group = "") {
    study::Center center;
    center.at = {51.0, longitude};
    center.group = std::move(group);
    center.commissioned = {2020, 1, 1};
    return center;
}

/// At 51 degrees north a degree of longitude is 70 km.
struct Plan {
    study::Study study;
    std::vector<Site> sites;

    std::vector<BackupPair> pairs(int year = 2025) { return pairs(Date{year, 1, 1}); }

    std::vector<BackupPair> pairs(Date day) {
        sites.clear();
        for (const auto& [id, center] : study.centers) {
            Site site;
            site.id = id;
            site.at = center.at;
            site.center = &center;
            sites.push_back(site);
        }
        return backup_pairs(study, sites, day);
    }
};

study::Backup backup_at(std::string center) {
    study::Backup rule;
    rule.center = std::move(center);
    return rule;
}

TEST_CASE("a rule for a center pairs it with the center it names", "[deploy]") {
    Plan plan;
    plan.study.centers = {{"a", center_at(6.0)}, {"b", center_at(7.0)}, {"c", center_at(8.0)}};
    plan.study.backups = {{"a", backup_at("c")}};
    const auto pairs = plan.pairs();
    REQUIRE(pairs.size() == 1);
    CHECK(plan.sites[pairs[0].primary].id == "a");
    CHECK(plan.sites[pairs[0].backup].id == "c");
}

TEST_CASE("twins back each other up", "[deploy]") {
    Plan plan;
    plan.study.centers = {{"a", center_at(6.0)}, {"b", center_at(7.0)}};
    plan.study.centers["a"].partner = "b";
    plan.study.centers["b"].partner = "a";
    plan.study.backups = {{"all", backup_at("partner")}};
    const auto pairs = plan.pairs();
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].primary == pairs[1].backup);
    CHECK(pairs[1].primary == pairs[0].backup);
}

TEST_CASE("of a group the nearest center beyond the minimum distance is taken", "[deploy]") {
    Plan plan;
    // From a: b at 70 km, c at 140 km, d at 210 km
    plan.study.centers = {{"a", center_at(6.0, "land")},
                          {"b", center_at(7.0, "land")},
                          {"c", center_at(8.0, "land")},
                          {"d", center_at(9.0, "land")}};
    study::Backup rule = backup_at("group:land");
    const auto backup_of_a = [&](double kilometres) -> std::string {
        rule.min_distance = kilometres * kilometre;
        plan.study.backups = {{"a", rule}};
        const auto pairs = plan.pairs();
        return pairs.empty() ? "none" : plan.sites[pairs[0].backup].id;
    };
    CHECK(backup_of_a(0.0) == "b");
    CHECK(backup_of_a(100.0) == "c");
    CHECK(backup_of_a(200.0) == "d");
    CHECK(backup_of_a(300.0) == "none");
}

TEST_CASE("the minimum distance does not stand in the way of a center that is named", "[deploy]") {
    Plan plan;
    plan.study.centers = {{"a", center_at(6.0)}, {"b", center_at(6.1)}};
    plan.study.backups = {{"a", backup_at("b")}};
    CHECK(plan.pairs().size() == 1);
}

TEST_CASE("a center's own rule comes before its group's, and that before the rule for all", "[deploy]") {
    Plan plan;
    plan.study.centers = {{"a", center_at(6.0, "land")}, {"b", center_at(7.0, "land")},
                          {"c", center_at(8.0)},         {"x", center_at(9.0)},
                          {"y", center_at(9.5)},         {"z", center_at(10.0)}};
    plan.study.backups = {{"a", backup_at("x")}, {"group:land", backup_at("y")}, {"all", backup_at("z")}};
    std::map<std::string, std::string> backup_of;
    for (const BackupPair& pair : plan.pairs())
        backup_of[plan.sites[pair.primary].id] = plan.sites[pair.backup].id;
    CHECK(backup_of["a"] == "x");
    CHECK(backup_of["b"] == "y");
    CHECK(backup_of["c"] == "z");
    CHECK(backup_of.count("z") == 0);  // nothing backs itself up
}

TEST_CASE("a pair exists once both centers stand and the rule has begun", "[deploy]") {
    Plan plan;
    plan.study.centers = {{"a", center_at(6.0)}, {"b", center_at(9.0)}};
    plan.study.centers["a"].commissioned = {2024, 1, 1};
    plan.study.centers["b"].commissioned = {2025, 7, 1};
    plan.study.centers["b"].closed = Date{2030, 6, 30};
    plan.study.backups = {{"a", backup_at("b")}};
    CHECK(plan.pairs(2024).empty());
    CHECK(plan.pairs(2025).empty());  // b comes in mid-year
    CHECK(plan.pairs(plan.study.centers.at("b").commissioned).size() == 1);
    CHECK(plan.pairs(2026).size() == 1);
    CHECK(plan.pairs(2029).size() == 1);
    CHECK(plan.pairs(Date{2030, 6, 29}).size() == 1);
    CHECK(plan.pairs(Date{2030, 6, 30}).empty());
    plan.study.backups["a"].from = study::StartDay{{2028, 1, 1}};
    CHECK(plan.pairs(2027).empty());
    CHECK(plan.pairs(2028).size() == 1);
}

TEST_CASE("spread over a group, a load falls back on every other center beyond the distance, nearest first",
          "[deploy]") {
    Plan plan;
    // From b: a and c at 70 km, d at 140 km, e at 210 km
    plan.study.centers = {{"a", center_at(6.0, "land")},
                          {"b", center_at(7.0, "land")},
                          {"c", center_at(8.0, "land")},
                          {"d", center_at(9.0, "land")},
                          {"e", center_at(10.0, "land")}};
    study::Backup rule = backup_at("group:land");
    rule.spread = study::FallbackSpread::all;
    rule.min_distance = 100.0 * kilometre;
    plan.study.backups = {{"b", rule}};
    const auto pairs = plan.pairs();
    REQUIRE(pairs.size() == 1);
    std::vector<std::string> ids;
    for (const std::size_t site : pairs[0].sites()) ids.push_back(plan.sites[site].id);
    CHECK(ids == std::vector<std::string>{"d", "e"});
    CHECK(plan.sites[pairs[0].backup].id == "d");
}

TEST_CASE("without spread a group gives one partner", "[deploy]") {
    Plan plan;
    plan.study.centers = {
        {"a", center_at(6.0, "land")}, {"b", center_at(8.0, "land")}, {"c", center_at(9.0, "land")}};
    plan.study.backups = {{"group:land", backup_at("group:land")}};
    for (const BackupPair& pair : plan.pairs()) {
        CHECK(pair.further.empty());
        CHECK(pair.sites() == std::vector<std::size_t>{pair.backup});
    }
}

/// A critical shape of 4 servers with 8000 GB and a normal one of 6 with 3000 GB; 2 % and 5 % change a day.
struct Protected {
    Protected() {
        critical.criticality = catalog::Criticality::critical;
        critical.daily_change_share = 0.02;
        normal.criticality = catalog::Criticality::normal;
        normal.daily_change_share = 0.05;
        workloads = {critical, normal};
        demand.shapes.resize(2);
        demand.shapes[0].workload = 0;
        demand.shapes[0].count = 4;
        demand.shapes[0].storage_gb = 8000.0;
        demand.shapes[1].workload = 1;
        demand.shapes[1].count = 6;
        demand.shapes[1].storage_gb = 3000.0;
    }
    StandbyAsk ask(const study::Backup& rule) const {
        return standby_ask({0, 1, &rule}, demand, workloads, study);
    }

    catalog::WorkloadClass critical;
    catalog::WorkloadClass normal;
    std::vector<catalog::WorkloadClass> workloads;
    SiteDemand demand;
    study::Study study;
};

TEST_CASE("only the protected load is held, with its data and its share of the replication", "[deploy]") {
    const Protected site;
    study::Backup rule;
    rule.protects = study::ProtectedLoad::critical;
    const StandbyAsk critical = site.ask(rule);
    CHECK(critical.shapes.size() == 1);
    CHECK(critical.storage_gb == 8000.0);
    // 160 GB in the 10-hour window: 160 x 8 Gbit / 36000 s; the link's reserve is the sizing factor's alone
    CHECK(critical.replication_gbit_s == test::Approx(160.0 * 8.0 / 36000.0));
    rule.protects = study::ProtectedLoad::all;
    const StandbyAsk all = site.ask(rule);
    CHECK(all.shapes.size() == 2);
    CHECK(all.storage_gb == 11000.0);
    CHECK(all.replication_gbit_s == test::Approx((160.0 + 150.0) * 8.0 / 36000.0));
}

TEST_CASE("sites that share a load hold equal parts of it, and together exactly the whole", "[deploy]") {
    const Protected site;
    study::Backup rule;
    rule.protects = study::ProtectedLoad::all;
    rule.spread = study::FallbackSpread::all;
    const BackupPair pair{0, 1, &rule, {2, 3}};
    // Servers 0..3 are critical (2000 GB each), 4..9 normal (500 GB each); server i goes to part i mod 3:
    // part 0: 0, 3 | 6, 9    part 1: 1 | 4, 7    part 2: 2 | 5, 8
    const std::vector<std::vector<int>> servers{{2, 2}, {1, 2}, {1, 2}};
    const std::vector<double> storage_gb{5000.0, 3000.0, 3000.0};
    double sent = 0.0;
    for (std::size_t part = 0; part < 3; ++part) {
        const StandbyAsk ask = standby_ask(pair, site.demand, site.workloads, site.study, part);
        REQUIRE(ask.shapes.size() == 2);
        REQUIRE(ask.classes.size() == 2);
        for (std::size_t s = 0; s < 2; ++s) {
            CHECK(ask.shapes[s].count == servers[part][s]);
            CHECK(ask.classes[s].servers == servers[part][s]);
        }
        CHECK(ask.storage_gb == test::Approx(storage_gb[part]));
        sent += ask.replication_gbit_s;
    }
    CHECK(sent == test::Approx(site.ask(rule).replication_gbit_s));
}

TEST_CASE("of critical procedures their servers are held, whatever the class, with their part of the data",
          "[deploy]") {
    const Protected site;
    study::Backup rule;
    rule.protects = study::ProtectedLoad::critical_procedures;
    const BackupPair pair{0, 1, &rule};
    // Of the critical class 3 of 4 servers (6000 of 8000 GB), of the normal one 2 of 6 (1000 of 3000 GB).
    const std::vector<ProcedureServers> procedures{
        {.site = 0, .workload = 0, .before = 3, .after = 3, .critical = 3},
        {.site = 0, .workload = 0, .procedure = 1, .before = 1, .after = 1, .critical = 0},
        {.site = 0, .workload = 1, .procedure = 2, .before = 6, .after = 6, .critical = 2}};
    const StandbyAsk ask = standby_ask(pair, site.demand, site.workloads, site.study, 0, procedures);
    REQUIRE(ask.shapes.size() == 2);
    CHECK(ask.shapes[0].count == 3);
    CHECK(ask.shapes[1].count == 2);
    CHECK(ask.storage_gb == test::Approx(7000.0));
    REQUIRE(ask.classes.size() == 1);  // they matter as critical ones do
    CHECK(ask.classes[0].servers == 5);
    CHECK(protected_share(procedures, 0, 0, site.workloads[0], rule.protects) == 0.75);
    CHECK(protected_share(procedures, 0, 1, site.workloads[1], rule.protects) == test::Approx(1.0 / 3.0));
    CHECK(protected_share(procedures, 0, 1, site.workloads[1], study::ProtectedLoad::critical) == 0.0);
}

TEST_CASE("what is protected is told by criticality, the most critical first", "[deploy]") {
    Protected site;
    std::swap(site.demand.shapes[0], site.demand.shapes[1]);
    study::Backup rule;
    rule.protects = study::ProtectedLoad::all;
    rule.standby = continuity::StandbyMode::none;
    const StandbyAsk ask = site.ask(rule);
    REQUIRE(ask.classes.size() == 2);
    CHECK(ask.classes[0].criticality == catalog::Criticality::critical);
    CHECK(ask.classes[0].servers == 4);
    CHECK(ask.classes[0].storage_gb == 8000.0);
    CHECK(ask.classes[1].servers == 6);
}

TEST_CASE("without standby hosts the data are still held, without replication nothing is sent", "[deploy]") {
    const Protected site;
    study::Backup rule;
    rule.standby = continuity::StandbyMode::none;
    const StandbyAsk data_only = site.ask(rule);
    CHECK(data_only.shapes.empty());
    CHECK(data_only.storage_gb == 8000.0);
    rule.replication = continuity::ReplicationMode::none;
    CHECK(site.ask(rule).replication_gbit_s == 0.0);
}

TEST_CASE("a night's copies are replication at its mean and outside copies in their window, the busier way",
          "[deploy]") {
    // 0 replicates to 1 and sends its outside copies there; 1 sends its own to 2.  Out of 0: 0.2 + 0.6, into
    // 1 the same, out of 1 only 0.5; into 2: 0.5.
    const std::vector<Replication> replications{{0, 1, 0.4, true, 0.2}};
    const std::vector<OutsideTransfer> outside{{0, 1, 0.6, 0.25}, {1, 2, 0.5, 0.2}};
    const std::vector<double> night = night_copies(4, replications, outside);
    CHECK(night[0] == test::Approx(0.8));
    CHECK(night[1] == test::Approx(0.8));
    CHECK(night[2] == test::Approx(0.5));
    CHECK(night[3] == 0.0);
}

TEST_CASE("a backup site without replication has a link for the outside copies of the nights", "[deploy]") {
    const std::string text =
        test::spoilt("backups:\n  north: {center: south, standby: warm}",
                     "backups:\n  north: {center: south, standby: cold, replication: none}");
    const study::StudySet set = test::read_text(text);
    const study::Study& study = set.variants.front().study;
    const VariantDeployment variant = deploy(set, study);
    const Deployment& year = variant.phases.back();
    REQUIRE(year.replications.front().gbit_s == 0.0);
    REQUIRE(year.outside_copies.size() == 1);
    // Changes x 1.5 / 3 within 10 of 24 h: 2.4 times their mean over the day.
    const OutsideTransfer& copies = year.outside_copies.front();
    CHECK(copies.gbit_s == test::Approx(2.4 * copies.mean_gbit_s));
    CHECK(copies.gbit_s > 0.05);
    CHECK(year.sites[copies.to].needs.of[Resource::uplink] == test::Approx(1.4 * copies.gbit_s));
    CHECK(year.sites[copies.from].needs.of[Resource::uplink] > 1.4 * copies.gbit_s);
}

TEST_CASE("hot standby runs every host, cold none, warm some", "[deploy]") {
    Protected site;
    study::Backup rule;
    const auto running = [&](continuity::StandbyMode mode) {
        rule.standby = mode;
        return site.ask(rule).hosts_running_share;
    };
    CHECK(running(continuity::StandbyMode::hot) == 1.0);
    CHECK(running(continuity::StandbyMode::cold) == 0.0);
    CHECK(running(continuity::StandbyMode::warm) == 0.25);
    site.study.hosts.warm_running = 40.0 * percent;
    CHECK(running(continuity::StandbyMode::warm) == 0.4);
}

}  // namespace
}  // namespace verbund::deploy

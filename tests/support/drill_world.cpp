#include "tests/support/drill_world.hpp"

#include "sim/batch/case_bytes.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/row_bytes.hpp"

namespace verbund::test {
namespace {

catalog::WorkloadClass workload(const std::string& id, catalog::Criticality criticality, double rto_h,
                                double rpo_h) {
    catalog::WorkloadClass w;
    w.id = id;
    w.name_de = id;
    w.name_en = id;
    w.criticality = criticality;
    w.profile = "flat";
    w.daily_change_share = 0.02;
    w.rto_h = rto_h;
    w.rpo_h = rpo_h;
    return w;
}

deploy::SiteDeployment site(deploy::PoolKind kind, int hosts) {
    deploy::SiteDeployment s;
    s.in_operation = true;
    s.servers_asked = s.servers_placed = 1;
    s.pools.push_back({.kind = kind, .hosts = {{0, hosts}}, .load_ops = {}});
    auto plant = std::make_shared<deploy::Plant>();
    plant->rooms.resize(2);
    plant->rooms[0].load_share = plant->rooms[1].load_share = 0.5;
    s.plant = plant;
    s.needs.of[Resource::racks] = 2.0;
    return s;
}

deploy::Part part(std::size_t where, std::size_t workload, int servers, float ram_gb, float interactions) {
    deploy::Part made;
    made.site = static_cast<std::uint32_t>(where);
    made.workload = static_cast<std::uint16_t>(workload);
    made.servers = servers;
    made.ram_gb = ram_gb * static_cast<float>(servers);
    made.storage_gb = 100.0F * static_cast<float>(servers);
    made.interactions_per_h = interactions;
    return made;
}

}  // namespace

std::vector<double> numbers_in_child(const std::function<std::vector<double>()>& work) {
    const auto results =
        batch::run_isolated({{"numbers", "", 0, [&] { return batch::to_bytes(work()); }}}, {});
    if (results.front().failure) throw RunFailed(results.front().failure->reason);
    return batch::from_bytes<std::vector<double>>(*results.front().bytes);
}

events::DrillOutcome drill_in_child(const deploy::WorldYear& input, const events::DrillRequest& request) {
    const auto work = [&] {
        const events::DrillOutcome o = events::simulate_drill(input, request);
        return batch::to_bytes(nlohmann::json{batch::rows_to_json(std::vector{o.summary}),
                                              batch::rows_to_json(o.results),
                                              batch::rows_to_json(o.timeline)});
    };
    const auto results = batch::run_isolated({{request.id, "", 0, work}}, {});
    if (results.front().failure) throw RunFailed(results.front().failure->reason);
    const auto json = batch::from_bytes<nlohmann::json>(*results.front().bytes);
    events::DrillOutcome o;
    o.summary = batch::rows_from_json<outcome::DrillSummary>(json.at(0)).front();
    o.results = batch::rows_from_json<outcome::DrillResult>(json.at(1));
    o.timeline = batch::rows_from_json<outcome::DrillEvent>(json.at(2));
    return o;
}

DrillWorld::DrillWorld() {
    add_study();
    add_variant();
    add_network();
    name_streams();
}

events::DrillRequest DrillWorld::request(const std::string& fail, double at_s,
                                         std::optional<double> lasts_s) const {
    return {fail, {events::parse_target(fail, input())}, at_s, lasts_s, study::TypicalDay::winter_workday};
}

events::DrillRequest DrillWorld::together(const std::vector<std::string>& fail,
                                          std::optional<double> lasts_s) const {
    events::DrillRequest all{"together", {}, 9.5 * 3600.0, lasts_s, study::TypicalDay::winter_workday};
    for (const std::string& one : fail) all.targets.push_back(events::parse_target(one, input()));
    return all;
}

events::DrillOutcome DrillWorld::fire(const std::vector<std::string>& fail,
                                      std::optional<double> replaced_s) const {
    events::DrillRequest request = together(fail);
    request.destroyed = true;
    request.replaced_s = replaced_s;
    return drill_in_child(input(), request);
}

events::DrillOutcome DrillWorld::drill(const std::string& fail, double at_s,
                                       std::optional<double> lasts_s) const {
    return drill_in_child(input(), request(fail, at_s, lasts_s));
}

void DrillWorld::add_study() {
    DayShape all_day;
    all_day.fill(1.0);
    set.catalog.profiles = profile_rows("flat", all_day, all_day);
    profiles = std::make_unique<workload::ProfileSet>(set.catalog.profiles);
    set.seed = 1;
    study::Center center;
    center.rooms["r1"] = {};
    center.rooms["r2"] = {};
    center.availability_class = 3;
    study.centers["p"] = center;
    study.centers["b"] = center;
    study.backups["p"].center = "b";  // asynchronous, warm, critical classes
    recovery().boot_core_seconds = 0.0;
    study.availability.success_untested = 100.0 * percent;  // every takeover succeeds
    set.catalog.figures = {{"demand.genset.well", "1 %", "", "", "", {}},
                           {"mttf.genset.well", "1000000 h", "", "", "", {}}};
}

void DrillWorld::add_administration(const std::string& id, double seats, std::uint32_t home) {
    study::ResolvedAdministration a;
    a.id = id;
    a.name = id == "alpha" ? "Alpha" : "Beta";
    a.kind = "municipality";
    a.stated.access = 10.0 * gigabit_per_second;
    variant.administrations.push_back(a);
    deploy::AdministrationDeployment d;
    d.seats = seats;
    d.home = home;
    d.servers_at_home = 1;
    d.parts.push_back(part(home, telephony, 1, 4.0F, 10.0F));
    year().administrations.push_back(d);
    variant.sites.push_back({.kind = deploy::SiteKind::home,
                             .id = "home:" + id,
                             .name = a.name,
                             .at = {},
                             .state = FederalState{1},
                             .climate_region = 1,
                             .weather = {},
                             .owner = home - 2,
                             .center = nullptr});
    year().sites.push_back(site(deploy::PoolKind::cluster, 1));
}

void DrillWorld::add_variant() {
    using catalog::Criticality;
    variant.workloads = {workload("directory", Criticality::very_critical, 2.0, 0.25),
                         workload("mail", Criticality::critical, 8.0, 4.0),
                         workload("gis", Criticality::normal, 24.0, 24.0),
                         workload("telephony", Criticality::very_critical, 2.0, 0.25)};
    compute::HostType type = host_type(3200.0, {});
    type.cores = 32;
    type.ram_gb = 256.0;
    variant.host_types = {type};
    variant.reference_core_ops = 100.0;
    variant.phases.emplace_back();
    static_cast<Phase&>(year()) = whole_year(2030);
    for (const char* id : {"p", "b"}) {
        variant.sites.push_back({.kind = deploy::SiteKind::center,
                                 .id = id,
                                 .name = id,
                                 .at = {},
                                 .state = FederalState{1},
                                 .climate_region = 1,
                                 .weather = {},
                                 .owner = 0,
                                 .center = &study.centers.at(id)});
    }
    year().sites.push_back(site(deploy::PoolKind::cluster, 4));
    year().sites.push_back(site(deploy::PoolKind::standby, 3));
    add_administration("alpha", 300.0, 2);
    add_administration("beta", 100.0, 3);
    auto& alpha = year().administrations[0].parts;
    alpha.push_back(part(p, directory, 2, 8.0F, 0.0F));
    alpha.push_back(part(p, mail, 6, 64.0F, 60.0F));
    alpha.push_back(part(p, gis, 4, 16.0F, 0.0F));
    auto& beta = year().administrations[1].parts;
    beta.push_back(part(p, directory, 1, 8.0F, 0.0F));
    beta.push_back(part(p, mail, 3, 64.0F, 30.0F));
    year().replications.push_back({p, b, 0.1, true, 0.1});
}

void DrillWorld::add_link(const std::string& id, std::size_t from, std::size_t to,
                          std::vector<std::string> ducts) {
    network.topology.links.push_back({.id = id,
                                      .from = from,
                                      .to = to,
                                      .route = 1.0 * kilometre,
                                      .capacity = 10.0 * gigabit_per_second,
                                      .access = false,
                                      .ducts = std::move(ducts)});
}

void DrillWorld::add_network() {
    for (const char* id : {"alpha", "beta", "p", "b", "x"})
        network.topology.nodes.push_back({id, {}, network::NodeKind::transit});
    network.administration_node = {0, 1};
    network.site_node = {2, 3};
    add_link("alpha--x", 0, 4, {});
    add_link("beta--x", 1, 4, {});
    add_link("x--p", 4, 2, {"d1"});
    add_link("x--b", 4, 3, {"d2"});
    add_link("p--b", 2, 3, {"d3"});
    network.delays = {.per_kilometre = 4.9 * microseconds,
                      .per_hop = 60.0 * microseconds,
                      .gateway = 0.1 * milliseconds,
                      .local = 0.5 * milliseconds};
    network.trees = network::shortest_paths(network.topology, network.site_node, network.delays);
}

}  // namespace verbund::test

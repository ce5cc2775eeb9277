#include "sim/deploy/procedures.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::deploy {
namespace {

/// A center and as many clients with 40 VMs of one class each, which have all moved there.
struct Clients {
    explicit Clients(std::size_t count) {
        workloads.resize(1);
        workloads[0].id = "specialist";
        workloads[0].criticality = catalog::Criticality::normal;
        Site site;
        site.id = "rz";
        site.center = &center;
        sites.push_back(site);
        plan.of.resize(count);
        for (std::size_t a = 0; a < count; ++a) {
            Site home;
            home.kind = SiteKind::home;
            sites.push_back(home);
            estates.emplace_back();
            estates.back().groups = {{.workload = 0, .count = 40}};
            placements.push_back({{0, 0, false, false, 40, 1.0, true}});
            order.push_back(a);
            plan.of[a].fixed_share = 0.5;
        }
    }

    /// Each with a tenth of the VMs of whoever has it: 4, of which 2 are fixed.
    void procedure(const std::vector<std::size_t>& users, std::vector<study::Id> run_by = {},
                   double shared_share = 1.0) {
        const std::size_t index = plan.procedures.size();
        plan.procedures.push_back({"p", 0, std::move(run_by), shared_share, true});
        for (const std::size_t a : users) plan.of[a].uses.push_back({index, 0, 0.1, 1.0, 0.0});
    }

    std::vector<ProcedureServers> merge() {
        return merge_procedures({&plan, &sites, &workloads, &order}, estates, placements);
    }

    [[nodiscard]] int servers(std::size_t administration) const {
        int sum = 0;
        for (const Placement& p : placements[administration]) sum += p.count;
        return sum;
    }

    study::Center center;
    std::vector<Site> sites;
    std::vector<catalog::WorkloadClass> workloads;
    study::ProcedurePlan plan;
    std::vector<estate::Estate> estates;
    std::vector<std::vector<Placement>> placements;
    std::vector<std::size_t> order;
};

TEST_CASE("two equal districts in one center merge m procedures exactly", "[deploy]") {
    Clients two{2};
    for (int m = 0; m < 3; ++m) two.procedure({0, 1});
    const std::vector<ProcedureServers> rows = two.merge();
    // Each procedure: 4 + 4 servers, fixed 2 + 2, of which one 2 stays: 6 after.  Three of them: 6 away.
    CHECK(two.servers(0) == 37);
    CHECK(two.servers(1) == 37);
    REQUIRE(rows.size() == 4);
    for (std::size_t p = 0; p < 3; ++p) {
        CHECK(rows[p].clients == 2);
        CHECK(rows[p].procedures == 2.0);
        CHECK(rows[p].before == 8);
        CHECK(rows[p].after == 6);
    }
    CHECK(rows[3].procedure == 3);  // the other 56 servers, in no procedure
    CHECK(rows[3].before == 56);
    CHECK(rows[3].after == 56);
}

TEST_CASE("n clients keep one fixed part in place of n", "[deploy]") {
    for (const int n : {1, 2, 5, 9}) {
        Clients all{static_cast<std::size_t>(n)};
        std::vector<std::size_t> users(static_cast<std::size_t>(n));
        std::iota(users.begin(), users.end(), std::size_t{0});
        all.procedure(users);
        const std::vector<ProcedureServers> rows = all.merge();
        CHECK(rows[0].before == 4 * n);
        CHECK(rows[0].after == 2 * n + 2);  // 2 by seats for each, 2 for the instance
    }
}

TEST_CASE("a procedure that only one client has never merges", "[deploy]") {
    Clients two{2};
    two.procedure({0});
    two.procedure({1});
    for (const ProcedureServers& row : two.merge()) CHECK(row.before == row.after);
}

TEST_CASE("what the center or the provider in it runs already needs no instance of its own", "[deploy]") {
    for (const char* runner : {"rz", "krzn"}) {
        Clients two{2};
        two.center.other_load.emplace();
        two.center.other_load->provider = "krzn";
        two.procedure({0, 1}, {runner});
        two.procedure({0}, {"rz-elsewhere"});
        const std::vector<ProcedureServers> rows = two.merge();
        CHECK(rows[0].before == 8);
        CHECK(rows[0].after == 4);  // both fixed parts stand there for others already
        CHECK(rows[1].before == 4);
        CHECK(rows[1].after == 4);
    }
}

TEST_CASE("who moves to where a client's procedure runs already joins its instance", "[deploy]") {
    Clients two{2};
    two.procedure({0, 1});
    two.placements[0][0].moved = false;
    two.placements[0][0].provider_run = true;
    CHECK(two.merge()[0].after == 6);  // the mover's fixed 2 stand there already
    CHECK(two.servers(0) == 40);
    CHECK(two.servers(1) == 38);
    // Half of the first's servers, with fixed 1, stand there: the other 1 of the instance comes with the
    // move.
    Clients half{2};
    half.procedure({0, 1});
    half.placements[0] = {{0, 0, false, true, 20, 0.5, false}, {0, 1, false, false, 20, 0.5, false}};
    CHECK(half.merge()[0].after == 5);  // 2 + 4 before, 1 away
}

TEST_CASE("only the part that one instance can replace merges", "[deploy]") {
    Clients two{2};
    two.procedure({0, 1}, {}, 0.5);
    two.procedure({0, 1}, {}, 0.0);
    const std::vector<ProcedureServers> rows = two.merge();
    CHECK(rows[0].after == 7);  // half of 2
    CHECK(rows[1].after == 8);
}

TEST_CASE("at home, or at a provider that nobody moved to, nothing merges", "[deploy]") {
    Clients two{2};
    two.procedure({0, 1});
    for (std::size_t a = 0; a < 2; ++a) {
        two.placements[a][0].moved = false;
        two.placements[a][0].count = 10;
        two.placements[a].push_back({0, a + 1, false, false, 30, 0.75, false});
    }
    const std::vector<ProcedureServers> rows = two.merge();
    int servers = 0;
    for (const ProcedureServers& row : rows) {
        CHECK(row.before == row.after);
        servers += row.after;
    }
    CHECK(servers == 80);
    CHECK(rows[0].before == 2);  // at the center: a tenth of 20
    CHECK(rows[0].procedures == test::Approx(0.5));
    CHECK(rows[2].site == 1);  // both homes together
    CHECK(rows[2].before == 6);
}

TEST_CASE("parts of servers are rounded together, not procedure by procedure", "[deploy]") {
    Clients two{2};
    for (int m = 0; m < 5; ++m) two.procedure({0, 1}, {}, 0.1);
    two.merge();
    // Each would save 0.2 servers: rounded alone none, together one.
    CHECK(two.servers(0) + two.servers(1) == 79);
}

TEST_CASE("critical servers are those of critical procedures, others by the class", "[deploy]") {
    Clients one{1};
    one.procedure({0});
    one.procedure({0});
    one.plan.of[0].uses[1].critical = 1.0;
    const CriticalServers of_normal = critical_servers(one.merge(), 0, 0);
    CHECK(of_normal.servers == 4);
    CHECK(of_normal.of == 40);
    one.workloads[0].criticality = catalog::Criticality::critical;
    CHECK(critical_servers(one.merge(), 0, 0).servers == 36);  // 32 in no procedure, 4 critical
}

// Whole studies

using Rows = std::vector<study::ListedProcedure>;

Rows list() {
    return {{.name = "Meldewesen A", .kind = "citizen-register", .servers = 1.5, .who = {}},
            {.name = "Finanzen B", .kind = "finance-core", .servers = 3.0, .run_by = {"north"}},
            {.name = "Personal C", .kind = "personnel", .servers = 2.0, .critical = true},
            {.name = "Personal D", .kind = "personnel", .servers = 1.0, .who = {"neuss"}},
            {.name = "Leitstelle", .kind = "fire-rescue-dispatch", .servers = 4.0, .critical = false}};
}

study::StudySet plan(study::ProcedureBasis basis, const Rows& rows = {}) {
    study::StudySet set = test::starter_set();
    set.horizon = {2025, 2027};
    set.variants.erase(set.variants.begin());
    study::Study& study = set.variants[0].study;
    study.estate.procedures = {basis, "list.csv", 0.4 * one};
    set.procedures["list.csv"] = rows;
    return set;
}

VariantDeployment played(const study::StudySet& set) { return deploy(set, set.variants[0].study); }

/// What there is of every procedure, whatever it is called.
auto alike(const VariantDeployment& variant) {
    std::vector<std::tuple<int, unsigned, unsigned, int, int, int, int>> all;
    for (const Deployment& year : variant.phases)
        for (const ProcedureServers& p : year.procedures)
            all.emplace_back(year.year, p.site, p.workload, p.clients, p.before, p.after, p.critical);
    std::sort(all.begin(), all.end());
    return all;
}

TEST_CASE("renaming procedures, turning their rows round or cutting them changes nothing", "[deploy]") {
    const auto whole = alike(played(plan(study::ProcedureBasis::file, list())));
    REQUIRE_FALSE(whole.empty());
    Rows renamed = list();
    for (study::ListedProcedure& row : renamed) row.name = "z" + std::string(9 - row.name.size() % 9, 'x');
    renamed[3].name = "q";
    CHECK(alike(played(plan(study::ProcedureBasis::file, renamed))) == whole);
    Rows turned = list();
    std::reverse(turned.begin(), turned.end());
    CHECK(alike(played(plan(study::ProcedureBasis::file, turned))) == whole);
    Rows cut;
    for (study::ListedProcedure row : list()) {
        row.servers /= 4.0;
        cut.insert(cut.end(), 4, row);
    }
    CHECK(alike(played(plan(study::ProcedureBasis::file, cut))) == whole);
}

TEST_CASE("the survey's procedures merge at the center, and their critical servers are protected",
          "[deploy]") {
    study::StudySet set = plan(study::ProcedureBasis::survey);
    set.variants[0].study.backups.at("north").protects = study::ProtectedLoad::critical_procedures;
    const VariantDeployment with = played(set);
    const VariantDeployment without = played(plan(study::ProcedureBasis::none));
    const Deployment& year = with.phases.back();
    int before = 0;
    int after = 0;
    int critical = 0;
    double procedures = 0.0;
    for (const ProcedureServers& p : year.procedures) {
        if (p.site != 0) continue;
        before += p.before;
        after += p.after;
        critical += p.critical;
        procedures += p.procedures;
    }
    CHECK(before == without.phases.back().sites[0].servers_asked);
    CHECK(after == year.sites[0].servers_asked);
    CHECK(after < before);
    CHECK(procedures > 200.0);  // three towns, each k seats^0.5
    int protected_servers = 0;
    for (const ProtectedServers& p : year.sites[1].protected_servers) protected_servers += p.asked;
    CHECK(protected_servers == critical);
    CHECK(without.phases.back().procedures.empty());
}

TEST_CASE("more critical applications protect more, fewer less", "[deploy]") {
    const auto critical_at = [](Fraction share) {
        study::StudySet set = plan(study::ProcedureBasis::survey);
        set.variants[0].study.estate.critical_application_share = share;
        const VariantDeployment variant = played(set);
        int critical = 0;
        for (const ProcedureServers& p : variant.phases.back().procedures)
            critical += p.site == 0 ? p.critical : 0;
        return critical;
    };
    const int usual = critical_at(20.0 * percent);
    CHECK(critical_at(10.0 * percent) < usual);
    CHECK(critical_at(30.0 * percent) > usual);
}

TEST_CASE("a provider that runs more of the procedures already needs fewer servers", "[deploy]") {
    const auto servers_at = [](Fraction own) {
        study::StudySet set = plan(study::ProcedureBasis::survey);
        set.variants[0].study.centers.at("north").role = study::CenterRole::provider;
        set.variants[0].study.estate.own_server_application_share = own;
        return played(set).phases.back().sites[0].servers_asked;
    };
    CHECK(servers_at(40.0 * percent) < servers_at(100.0 * percent));
}

}  // namespace
}  // namespace verbund::deploy

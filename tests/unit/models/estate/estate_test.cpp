#include "models/estate/estate.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::estate;
using verbund::test::Approx;
using verbund::test::contains;

namespace {

[[nodiscard]] catalog::WorkloadClass vm_class(const std::string& id, double share) {
    catalog::WorkloadClass workload;
    workload.id = id;
    workload.server_share = share;
    workload.vcpu = 4;
    workload.ram_gb = 16.0;
    workload.storage_gb = 100.0;
    workload.cpu_at_peak = 0.2;
    workload.cpu_floor = 0.02;
    return workload;
}

/// Two VM classes 3:1, the second one used by people, and one class of physical servers.
[[nodiscard]] std::vector<catalog::WorkloadClass> three_classes() {
    auto mail = vm_class("mail", 0.25);
    mail.storage_gb_per_seat = 5.0;
    mail.interactions_per_seat_hour = 30.0;
    mail.traffic_kbit_s = 100.0;
    mail.active_share = 0.65;
    auto database = vm_class("database", 1.0);
    database.physical = true;
    database.vcpu = 16;
    return {vm_class("other", 0.75), mail, database};
}

[[nodiscard]] Estate derive_three(const AdministrationSize& size, const Growth& growth, int year) {
    SurveyBasis basis;
    basis.physical_share = 0.2;
    basis.physical_includes_hosts = false;
    return derive(size, SizeLaw{.servers = {11.0, 0.24}}, basis, growth, 2022, year, three_classes());
}

[[nodiscard]] int sum_of_counts(const Estate& estate) {
    return std::accumulate(
        estate.groups.begin(), estate.groups.end(), 0,
        [](int sum, const VmGroup& group) { return sum + group.count; });
}

}  // namespace

TEST_CASE("largest remainder shares 10 as 4, 3, 3 and gives ties to the lower index") {
    CHECK(apportion(10, {1.0, 1.0, 1.0}) == std::vector<int>{4, 3, 3});
    // Quotas 2.6, 1.3, 0.1 (of 4): floors 2, 1, 0, and the largest remainder is 0.6.
    CHECK(apportion(4, {26.0, 13.0, 1.0}) == std::vector<int>{3, 1, 0});
    CHECK(apportion(0, {1.0, 2.0}) == std::vector<int>{0, 0});
    CHECK(apportion(7, {0.0, 3.0}) == std::vector<int>{0, 7});
}

TEST_CASE("a class of which nobody has a server brings no traffic and no data either") {
    SurveyBasis basis;
    basis.physical_share = 0.0;
    auto classes = three_classes();
    const auto traffic = [&] {
        const Estate estate =
            derive({.seats = 100.0}, SizeLaw{.servers = {11.0, 0.24}}, basis, {}, 2022, 2022, classes);
        double sum = 0.0;
        for (const VmGroup& group : estate.groups) sum += group.traffic_kbit_s + group.storage_gb;
        return sum;
    };
    const double with_mail = traffic();
    classes[1].server_share = 0.0;
    // What mail added: 100 seats x (0.65 x 100 kbit/s + 5 GB); its servers' own data go to the other class.
    CHECK(traffic() == test::Approx(with_mail - 100.0 * (0.65 * 100.0 + 5.0)));
}

TEST_CASE("a class that needs GPUs has the nearest whole number of VMs, which may be none") {
    // Shares 0.75 : 0.25 : 0.04: of 20 VMs 0.04 / 1.04 are 0.77, of 10 they are 0.38.
    SurveyBasis basis;
    basis.physical_share = 0.0;
    auto classes = three_classes();
    classes.push_back(vm_class("ai", 0.04));
    classes.back().gpus = 1.0;
    const auto counts = [&](double servers) {
        std::vector<int> found(classes.size(), 0);
        const Estate estate =
            derive({.seats = 100.0, .servers = servers}, SizeLaw{}, basis, {}, 2022, 2022, classes);
        for (const VmGroup& group : estate.groups)
            found[static_cast<std::size_t>(group.workload)] = group.count;
        return found;
    };
    CHECK(counts(20.0) == std::vector<int>{14, 5, 0, 1});  // 19 others 3 : 1 are 14.25 and 4.75
    CHECK(counts(10.0)[3] == 0);
    classes.back().gpus = 0.0;
    CHECK(counts(10.0)[3] == 1);  // any other class has one at least
}

TEST_CASE("shared integers always sum to the total and stay within one of the quota") {
    const std::vector<double> weights{0.301, 0.0001, 0.25, 0.149, 0.2, 0.0999};
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (int total = 1; total <= 500; ++total) {
        const auto counts = apportion(total, weights);
        CHECK(std::accumulate(counts.begin(), counts.end(), 0) == total);
        for (std::size_t i = 0; i < weights.size(); ++i)
            CHECK(std::abs(counts[i] - total * weights[i] / sum) < 1.0);
    }
}

TEST_CASE("what cannot be shared is refused") {
    CHECK_THROWS_AS(apportion(3, {}), std::invalid_argument);
    CHECK_THROWS_AS(apportion(3, {0.0, 0.0}), std::invalid_argument);
    CHECK_THROWS_AS(apportion(3, {1.0, -0.5}), std::invalid_argument);
    CHECK_THROWS_AS(apportion(-1, {1.0}), std::invalid_argument);
}

TEST_CASE("the size law meets the survey mean over the districts it was fitted to") {
    const std::vector<double> seats{300.0, 900.0, 2400.0};
    const SurveyBasis basis;
    const SizeLaw law = calibrate(basis, seats, Body::district);
    double servers = 0.0;
    double applications = 0.0;
    for (const double n : seats) {
        servers += law.servers.of(n);
        applications += law.application_scale * std::pow(n, law.application_exponent);
    }
    CHECK(servers / 3.0 == Approx(154.0));
    CHECK(applications / 3.0 == Approx(161.0));
    // Mean seats 1,200: (154 - 20) / 1,200 a seat beside the 20 of any district.
    CHECK(law.servers.base == 20.0);
    CHECK(law.servers.per_seat == Approx(134.0 / 1200.0));
}

TEST_CASE("servers per seat that are stated replace the survey's mean") {
    SurveyBasis basis;
    basis.district_per_seat = 0.2;
    CHECK(calibrate(basis, {100.0, 300.0}, Body::district).servers.of(1000.0) == Approx(220.0));
}

TEST_CASE("a base above the survey's mean leaves nothing for the seats, never less") {
    SurveyBasis basis;
    basis.district_base = 200.0;
    CHECK(calibrate(basis, {100.0, 300.0}, Body::district).servers.per_seat == 0.0);
}

TEST_CASE("towns and cities have laws of their own: of a town hall of 11 seats two servers are its own") {
    const SurveyBasis basis;
    const std::vector<double> districts{860.0};
    // 2.5 + 0.21 x 11 = 4.81, of which a provider runs 60 %; 20 + 0.15 x 1,000 = 170; 20 + (154 - 20) / 860 x
    // 1,000 = 175.8
    const SizeLaw town = calibrate(basis, districts, Body::municipality);
    CHECK(town.servers.of(11.0) == Approx(4.81));
    CHECK(derive({.seats = 11.0}, town, basis, {}, 2022, 2022, three_classes()).servers == 5);
    CHECK(calibrate(basis, districts, Body::city).servers.of(1000.0) == Approx(170.0));
    CHECK(calibrate(basis, districts, Body::district).servers.of(1000.0) == Approx(175.814).epsilon(1e-5));
    CHECK(town.application_scale == calibrate(basis, districts, Body::district).application_scale);
}

TEST_CASE("hosts that the physical share counts are taken off it, one for 25 VMs") {
    SurveyBasis basis;
    // 13 % - 87 % / 25 = 9.52 %
    CHECK(dedicated_share(basis) == Approx(0.0952));
    const Estate estate =
        derive({.seats = 500.0, .servers = 1000.0}, {}, basis, {}, 2022, 2022, three_classes());
    CHECK(estate.physical_servers == 95);
    CHECK(estate.servers == 870 + 95);  // the other 35 are the hosts
    basis.vms_per_host = 5.0;           // 17.4 % of the servers would be hosts: more than are physical
    CHECK(dedicated_share(basis) == 0.0);
    basis.physical_includes_hosts = false;
    CHECK(dedicated_share(basis) == 0.13);
}

TEST_CASE("quotas round to the rounded sum, the largest remainders up, ties to the first") {
    // 22 x 0.49 = 10.78: eleven of 22, where each alone would round to none
    const std::vector<int> half = round_together(std::vector<double>(22, 0.49));
    CHECK(std::accumulate(half.begin(), half.end(), 0) == 11);
    CHECK(half.front() == 1);
    CHECK(half.back() == 0);
    CHECK(round_together({1.2, 1.7, 1.1}) == std::vector<int>{1, 2, 1});
    CHECK(round_together({2.0, 3.0, 0.0}) == std::vector<int>{2, 3, 0});
    CHECK(round_together({}).empty());
}

TEST_CASE("half a server in the sum counts however the sum is cut") {
    // 0.05 + ... + 0.05, ten times, is a bit below 0.5 in double precision; 10 x 0.05 is not.
    CHECK(whole_sum(std::vector<double>(10, 0.05)) == 1);
    CHECK(whole_sum({0.5}) == 1);
    CHECK(whole_sum({0.49999}) == 0);
    // 3 x 0.1 is a bit above 0.3: noise does not decide a tie
    CHECK(round_together({0.3, 3 * 0.1, 0.4}) == std::vector<int>{0, 0, 1});
    CHECK(round_together({3 * 0.1, 0.3, 0.6}, 2) == std::vector<int>{1, 0, 1});
    CHECK(round_together({0.3, 3 * 0.1, 0.6}, 2) == std::vector<int>{1, 0, 1});
}

TEST_CASE("quotas do not round to a sum out of their reach") {
    CHECK_THROWS_AS(round_together({1.5, 1.5}, 5), std::invalid_argument);
    CHECK_THROWS_AS(round_together({1.5, 1.5}, 1), std::invalid_argument);
    CHECK_THROWS_AS(round_together({-0.5, 1.5}), std::invalid_argument);
}

TEST_CASE("the number of physical servers is the same in every year, and VMs never fall while they grow") {
    const Growth slow{.vms = 0.03};
    for (const double servers : {1.0, 3.0, 7.0, 24.0, 61.0, 154.0, 307.0}) {
        int physical = -1;
        int before = 0;
        for (int year = 2022; year <= 2040; ++year) {
            const Estate e = derive({100.0, servers, 0.0}, {}, {}, slow, 2022, year, three_classes());
            if (physical < 0) physical = e.physical_servers;
            CHECK(e.physical_servers == physical);
            CHECK(e.servers >= before);
            before = e.servers;
        }
    }
}

TEST_CASE("an estate has the servers of the size law, split into VMs and physical ones") {
    // 100 servers, 20 % physical: 20 physical, 80 VMs as 3:1 = 60 and 20.
    const Estate estate = derive_three({.seats = 500.0, .servers = 100.0, .applications = 70.0}, {}, 2022);
    REQUIRE(estate.groups.size() == 3);
    CHECK(estate.servers == 100);
    CHECK(estate.physical_servers == 20);
    CHECK(estate.groups[0].count == 60);
    CHECK(estate.groups[1].count == 20);
    CHECK(estate.groups[2].count == 20);
    CHECK(estate.groups[2].physical);
    CHECK(estate.applications == 70.0);
    // Size law: 11 + 0.24 x 1000 = 251 servers.
    CHECK(derive_three({.seats = 1000.0}, {}, 2022).servers == 251);
}

TEST_CASE("storage, traffic and interactions follow servers and seats") {
    const Estate estate = derive_three({.seats = 500.0, .servers = 100.0}, {}, 2022);
    const VmGroup& mail = estate.groups[1];
    CHECK(mail.storage_gb == Approx(20 * 100.0 + 500 * 5.0));
    CHECK(mail.traffic_kbit_s == Approx(500 * 0.65 * 100.0));
    CHECK(mail.interactions_per_hour == Approx(500 * 30.0));
    CHECK(estate.groups[0].storage_gb == Approx(60 * 100.0));
    CHECK(estate.groups[0].traffic_kbit_s == 0.0);
}

TEST_CASE("each quantity grows by its own rate and no other") {
    const Growth growth{
        .vms = 0.05, .compute = 0.09, .memory = 0.12, .storage = 0.2, .traffic = 0.25, .seats = 0.01};
    const Estate base = derive_three({.seats = 500.0, .servers = 10000.0}, {}, 2022);
    const Estate later = derive_three({.seats = 500.0, .servers = 10000.0}, growth, 2032);
    const auto total = [](const Estate& estate, auto quantity) {
        double sum = 0.0;
        for (const VmGroup& group : estate.groups) sum += quantity(group);
        return sum;
    };
    const auto ratio = [&](auto quantity) { return total(later, quantity) / total(base, quantity); };
    CHECK(later.seats == Approx(500.0 * std::pow(1.01, 10)));
    CHECK(later.physical_servers == 2000);
    CHECK(later.servers - later.physical_servers == static_cast<int>(std::lround(8000 * std::pow(1.05, 10))));
    // Whole VMs: 13031 instead of 13031.2, so the ratios hold to about 1e-4.
    CHECK(ratio([](const VmGroup& g) { return g.count * g.vcpu; }) ==
          Approx(std::pow(1.09, 10)).epsilon(1e-4));
    CHECK(ratio([](const VmGroup& g) { return g.count * g.ram_gb; }) ==
          Approx(std::pow(1.12, 10)).epsilon(1e-4));
    CHECK(ratio([](const VmGroup& g) { return g.storage_gb; }) == Approx(std::pow(1.2, 10)).epsilon(1e-4));
    CHECK(ratio([](const VmGroup& g) { return g.traffic_kbit_s; }) ==
          Approx(std::pow(1.25 * 1.01, 10)).epsilon(1e-9));
    CHECK(ratio([](const VmGroup& g) { return g.interactions_per_hour; }) ==
          Approx(std::pow(1.01, 10)).epsilon(1e-9));
    CHECK(later.groups[0].cpu_at_peak == base.groups[0].cpu_at_peak);
}

TEST_CASE("without a rate for all each class's traffic grows by its own") {
    auto classes = three_classes();
    for (catalog::WorkloadClass& c : classes) c.traffic_growth = 0.01;
    classes[0].traffic_kbit_s = 100.0;
    classes[0].active_share = 0.5;
    classes[0].traffic_growth = 0.125;
    const auto traffic = [&](const Growth& growth, int year) {
        const Estate estate =
            derive({.seats = 500.0, .servers = 80.0}, {}, SurveyBasis{}, growth, 2022, year, classes);
        std::vector<double> kbit_s;
        for (const VmGroup& g : estate.groups) kbit_s.push_back(g.traffic_kbit_s);
        return kbit_s;
    };
    const std::vector<double> base = traffic({}, 2022);
    const std::vector<double> later = traffic({.seats = 0.02}, 2026);
    REQUIRE(base.size() == later.size());
    CHECK(later[0] == Approx(base[0] * std::pow(1.125 * 1.02, 4)));
    for (std::size_t i = 1; i < base.size(); ++i)
        CHECK(later[i] == Approx(base[i] * std::pow(1.01 * 1.02, 4)));
    const std::vector<double> alike = traffic({.traffic = 0.25}, 2026);
    for (std::size_t i = 0; i < base.size(); ++i) CHECK(alike[i] == Approx(base[i] * std::pow(1.25, 4)));
}

TEST_CASE("what changes on a day grows with the use, not with the archive") {
    catalog::WorkloadClass files;
    files.daily_change_share = 0.02;
    files.traffic_growth = 0.125;
    const Growth growth{.storage = 0.2, .seats = 0.01};
    CHECK(daily_change_share(files, growth, 0) == 0.02);
    // The data are 1.2^10 times as much, the changes (1.125 x 1.01)^10 times.
    const double changes = daily_change_share(files, growth, 10) * std::pow(1.2, 10);
    CHECK(changes == Approx(0.02 * std::pow(1.125 * 1.01, 10)));
    Growth without_archive = growth;
    without_archive.storage = 0.0;
    CHECK(daily_change_share(files, without_archive, 10) == Approx(changes));
    CHECK(daily_change_share(files, {.traffic = 1.0}, 10) == 1.0);  // never more than all of it
}

TEST_CASE("counts sum to the total for every size and year") {
    for (double seats = 1.0; seats < 20000.0; seats *= 1.7) {
        for (int year = 2022; year <= 2035; ++year) {
            const Estate estate = derive_three({.seats = seats}, {.vms = 0.05}, year);
            CHECK(sum_of_counts(estate) == estate.servers);
            CHECK(estate.servers >= 1);
        }
    }
}

TEST_CASE("a small class keeps its server when a large one could take it") {
    auto classes = three_classes();
    classes[1].server_share = 0.001;  // quota 0.08 of 80 VMs
    SurveyBasis basis;
    basis.physical_share = 0.0;
    const Estate estate = derive({.seats = 500.0, .servers = 80.0}, {}, basis, {}, 2022, 2022, classes);
    REQUIRE(estate.groups.size() == 2);
    CHECK(estate.groups[0].count == 79);
    CHECK(estate.groups[1].count == 1);
}

TEST_CASE("where one server does everything, no user's data or traffic is lost") {
    SurveyBasis basis;
    basis.physical_share = 0.0;
    const Estate estate = derive({.seats = 8.0, .servers = 1.0}, {}, basis, {}, 2022, 2022, three_classes());
    REQUIRE(estate.groups.size() == 1);
    CHECK(estate.groups[0].count == 1);
    CHECK(estate.groups[0].storage_gb == Approx(100.0 + 8 * 5.0));
    CHECK(estate.groups[0].traffic_kbit_s == Approx(8 * 0.65 * 100.0));
}

TEST_CASE("a service without a server runs beside the one that people work with most") {
    std::vector<catalog::WorkloadClass> classes{vm_class("logon", 0.4), vm_class("mail", 0.3),
                                                vm_class("files", 0.3)};
    classes[0].interactions_per_seat_hour = 1.0;
    classes[1].interactions_per_seat_hour = 30.0;
    classes[2].storage_gb_per_seat = 20.0;
    SurveyBasis basis;
    basis.physical_share = 0.0;
    const Estate estate = derive({.seats = 10.0, .servers = 2.0}, {}, basis, {}, 2022, 2022, classes);
    REQUIRE(estate.groups.size() == 2);
    CHECK(estate.groups[0].storage_gb == Approx(100.0));
    CHECK(estate.groups[1].storage_gb == Approx(100.0 + 10 * 20.0));
}

TEST_CASE("an administration without seats or without classes is refused") {
    CHECK_THROWS_WITH(derive_three({.seats = 0.0}, {}, 2022), contains("needs seats"));
    CHECK_THROWS_AS(derive_three({.seats = std::numeric_limits<double>::quiet_NaN()}, {}, 2022),
                    std::invalid_argument);
    CHECK_THROWS_WITH(derive({.seats = 100.0, .servers = 50.0}, {}, {}, {}, 2022, 2022, {}),
                      contains("no workload class"));
    CHECK_THROWS_WITH(
        derive({.seats = 100.0, .servers = 50.0}, {}, {}, {}, 2022, 2022, {vm_class("other", 1.0)}),
        contains("no workload class for physical servers"));
}

TEST_CASE("servers and applications divide by who operates them") {
    Estate estate;
    estate.servers = 154;
    estate.applications = 161.0;
    const Operation divided = operation(estate, {});
    // 30 % of 154 = 46.2; 80 % and 20 % of 161 = 128.8 and 32.2.
    CHECK(divided.provider_servers == 46);
    CHECK(divided.own_servers == 108);
    CHECK(divided.own_server_applications == Approx(128.8));
    CHECK(divided.critical_applications == Approx(32.2));
}

TEST_CASE("the critical share counts critical and very critical classes") {
    auto classes = three_classes();
    classes[0].application_share = 3.0;
    classes[1].application_share = 1.0;
    classes[1].criticality = catalog::Criticality::very_critical;
    CHECK(critical_application_share(classes) == Approx(0.25));
    classes[0].criticality = catalog::Criticality::critical;
    CHECK(critical_application_share(classes) == Approx(1.0));
    CHECK(critical_application_share({}) == 0.0);
}

#include "scenarios/study/resolve.hpp"

#include <algorithm>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::study {
namespace {

const catalog::Catalog& shared_catalog() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

/// The one administration of a territory.
ResolvedAdministration only(const Study& study) {
    const auto all = resolve_territory(study, shared_catalog());
    REQUIRE(all.size() == 1);
    return all.front();
}

Study with(const Administration& stated) {
    Study study;
    study.territory.administrations["x"] = stated;
    return study;
}

const catalog::WorkloadClass& class_of(const std::vector<catalog::WorkloadClass>& classes,
                                       const std::string& id) {
    return *std::find_if(
        classes.begin(), classes.end(), [&](const auto& c) { return c.id == id; });
}

TEST_CASE("an AGS key brings name, place, people and state from the catalog", "[resolve]") {
    Administration stated;
    stated.ags = "05162004";  // Dormagen
    const ResolvedAdministration a = only(with(stated));
    CHECK(a.id == "x");
    CHECK(a.name == "Dormagen");
    CHECK(a.kind == "municipality");
    CHECK(a.state.number == 5);
    CHECK(a.at.latitude == test::Approx(51.09).margin(0.02));
    CHECK(a.population > 50'000.0);
}

TEST_CASE("seats follow the people at the rate of the kind unless they are stated", "[resolve]") {
    Study study;
    study.estate.seats_per_thousand = {.district = 4.0, .municipality = 3.0, .city = 9.0};
    const auto seats = [&](const std::string& ags) {
        study.territory.administrations.clear();
        study.territory.administrations["x"].ags = ags;
        const ResolvedAdministration a = only(study);
        return a.seats / a.population * 1000.0;
    };
    CHECK(seats("05162") == test::Approx(4.0));     // Rhein-Kreis Neuss
    CHECK(seats("05162004") == test::Approx(3.0));  // Dormagen
    CHECK(seats("05111") == test::Approx(9.0));     // Duesseldorf, a district-free city
    study.territory.administrations["x"].seats = 700.0;
    CHECK(only(study).seats == 700.0);
}

TEST_CASE("an administration in no catalog gets its state from the nearest district", "[resolve]") {
    Administration stated;
    stated.at = Place{48.14, 11.58};  // Munich
    stated.population = 20'000.0;
    const ResolvedAdministration a = only(with(stated));
    CHECK(a.state.number == 9);
    CHECK(a.name == "x");
    CHECK(a.ags.empty());
    CHECK(a.seats == test::Approx(20.0 * SeatsPerThousand{}.municipality));
}

TEST_CASE("an administration without a place is refused by name", "[resolve]") {
    Administration stated;
    stated.population = 20'000.0;
    CHECK_THROWS_WITH(resolve_territory(with(stated), shared_catalog()),
                      test::contains("x") && test::contains("place"));
}

TEST_CASE("what the study states of an administration goes along, a catalog row has nothing stated",
          "[resolve]") {
    Study study;
    study.territory.districts = DistrictSelection::all;
    study.territory.states = {"10"};
    study.territory.administrations["kreis"].ags = "10041";
    study.territory.administrations["kreis"].servers = 321.0;
    const auto all = resolve_territory(study, shared_catalog());
    REQUIRE(all.size() == 6);
    for (const ResolvedAdministration& a : all) {
        CHECK(a.stated.servers.has_value() == (a.id == "kreis"));
        CHECK(a.state.number == 10);
    }
    CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.ags < b.ags; }));
}

TEST_CASE("the survey is calibrated on all 294 districts whatever the territory", "[resolve]") {
    Study study;
    study.territory.administrations["x"].ags = "05162004";
    study.estate.seats_per_thousand.district = 5.0;
    const auto seats = survey_district_seats(study, shared_catalog());
    CHECK(seats.size() == 294);
    double people = 0.0;
    for (const catalog::District& d : shared_catalog().districts)
        if (d.kind == catalog::DistrictKind::district) people += d.population;
    double total = 0.0;
    for (const double s : seats) total += s;
    CHECK(total == test::Approx(people / 1000.0 * 5.0));
}

TEST_CASE("the nearest district is the one whose seat is nearest, with degrees of longitude shorter",
          "[resolve]") {
    CHECK(nearest_district(shared_catalog(), {52.52, 13.40}).ags == "11000");  // Berlin
    CHECK(nearest_district(shared_catalog(), {54.78, 9.44}).ags == "01001");   // Flensburg
    // Two districts: one 0.5 degrees north (55.6 km), one 0.7 degrees east (49 km at 51 degrees): the eastern
    // is nearer.
    catalog::Catalog two;
    two.districts.resize(2);
    two.districts[0].ags = "north";
    two.districts[0].place = {51.5, 10.0};
    two.districts[1].ags = "east";
    two.districts[1].place = {51.0, 10.7};
    CHECK(nearest_district(two, {51.0, 10.0}).ags == "east");
    CHECK_THROWS_AS(nearest_district(catalog::Catalog{}, {51.0, 10.0}), std::invalid_argument);
}

TEST_CASE("a correction of a workload class changes what it names and nothing else", "[resolve]") {
    Study study;
    study.workloads["groupware"].vcpu = 6;
    study.workloads["groupware"].ram = 24.0 * gigabyte;
    study.workloads["dms"].keep_local = true;
    const auto before = resolve_workloads(Study{}, shared_catalog());
    const auto after = resolve_workloads(study, shared_catalog());
    REQUIRE(after.size() == shared_catalog().workloads.size());
    CHECK(class_of(after, "groupware").vcpu == 6);
    CHECK(class_of(after, "groupware").ram_gb == test::Approx(24.0));
    CHECK(class_of(after, "groupware").storage_gb == class_of(before, "groupware").storage_gb);
    CHECK(class_of(after, "dms").keep_local);
    CHECK(class_of(after, "dms").vcpu == class_of(before, "dms").vcpu);
    CHECK(class_of(after, "gis").vcpu == class_of(before, "gis").vcpu);
}

TEST_CASE("all classes together can be larger or smaller, but not what the study states of one",
          "[resolve]") {
    Study study;
    study.estate.server_sizes = {.memory = 1.5, .storage = 0.5, .cpu_use = 3.0};
    study.workloads["gis"].ram = 20.0 * gigabyte;
    const auto before = resolve_workloads(Study{}, shared_catalog());
    const auto after = resolve_workloads(study, shared_catalog());
    CHECK(class_of(after, "dms").ram_gb == test::Approx(1.5 * class_of(before, "dms").ram_gb));
    CHECK(class_of(after, "dms").storage_gb == test::Approx(0.5 * class_of(before, "dms").storage_gb));
    CHECK(class_of(after, "dms").storage_gb_per_seat ==
          test::Approx(0.5 * class_of(before, "dms").storage_gb_per_seat));
    CHECK(class_of(after, "dms").cpu_floor == test::Approx(3.0 * class_of(before, "dms").cpu_floor));
    CHECK(class_of(after, "terminal").cpu_at_peak == 1.0);  // 3 x 0.46 is more than all of it
    CHECK(class_of(after, "gis").ram_gb == test::Approx(20.0));
}

TEST_CASE("every figure of a workload class can be corrected, in the unit of the study", "[resolve]") {
    Study study;
    study.workloads["gis"] = {.server_share = 12.0 * percent,
                              .vcpu = 3,
                              .ram = 20.0 * gigabyte,
                              .storage = 2.0 * terabyte,
                              .storage_per_seat = 500.0 * megabyte,
                              .cpu_at_peak = 40.0 * percent,
                              .cpu_floor = 5.0 * percent,
                              .keep_local = true,
                              .containerisable_share = 7.0 * percent,
                              .traffic = 2.0 * megabit_per_second,
                              .traffic_growth = 30.0 * percent_per_year,
                              .rtt_limit = 25.0 * milliseconds,
                              .gpus = {},
                              .outside_from = {},
                              .outside_fee = {}};
    const auto classes = resolve_workloads(study, shared_catalog());
    const catalog::WorkloadClass& gis = class_of(classes, "gis");
    CHECK(gis.server_share == test::Approx(0.12));
    CHECK(gis.vcpu == 3);
    CHECK(gis.ram_gb == test::Approx(20.0));
    CHECK(gis.storage_gb == test::Approx(2000.0));
    CHECK(gis.storage_gb_per_seat == test::Approx(0.5));
    CHECK(gis.cpu_at_peak == test::Approx(0.4));
    CHECK(gis.cpu_floor == test::Approx(0.05));
    CHECK(gis.keep_local);
    CHECK(gis.containerisable_share == test::Approx(0.07));
    CHECK(gis.traffic_kbit_s == test::Approx(2000.0));
    CHECK(gis.traffic_growth == test::Approx(0.3));
    CHECK(gis.rtt_limit_ms == test::Approx(25.0));
}

TEST_CASE("without a share for all, a provider runs that of the kind of body", "[resolve]") {
    Estate estate;
    estate.provider_share_by_kind = {31.0 * percent, 32.0 * percent, 51.0 * percent};
    const Administration nothing;
    CHECK(provider_share(nothing, "district", estate).in(one) == test::Approx(0.31));
    CHECK(provider_share(nothing, "city", estate).in(one) == test::Approx(0.32));
    CHECK(provider_share(nothing, "municipality", estate).in(one) == test::Approx(0.51));
    estate.provider_share = 0.0 * percent;
    CHECK(provider_share(nothing, "municipality", estate).in(one) == 0.0);
}

TEST_CASE("physical servers become VMs over one life after they were counted", "[resolve]") {
    Study study;  // half of them, life 6 years, counted in 2022
    const Administration derived;
    CHECK(renewed_as_vms(derived, study, 2020) == 0.0);
    CHECK(renewed_as_vms(derived, study, 2022) == 0.0);
    CHECK(renewed_as_vms(derived, study, 2024) == test::Approx(0.5 / 3.0));
    CHECK(renewed_as_vms(derived, study, 2028) == test::Approx(0.5));
    CHECK(renewed_as_vms(derived, study, 2040) == test::Approx(0.5));
    Administration counted;
    counted.inventory = "counted.csv";
    counted.as_of = 2025;
    CHECK(renewed_as_vms(counted, study, 2025) == 0.0);
    CHECK(renewed_as_vms(counted, study, 2028) == test::Approx(0.25));
}

TEST_CASE("a provider runs the survey's share, but nothing of a counted inventory unless that is stated",
          "[resolve]") {
    Estate estate;
    estate.provider_share = 17.0 * percent;
    Administration town;
    CHECK(provider_share(town, "municipality", estate).in(one) == test::Approx(0.17));
    town.inventory = "counted.csv";
    CHECK(provider_share(town, "municipality", estate).in(one) == 0.0);
    town.provider_share = 30.0 * percent;
    CHECK(provider_share(town, "municipality", estate).in(one) == test::Approx(0.3));
    town.inventory.reset();
    CHECK(provider_share(town, "municipality", estate).in(one) == test::Approx(0.3));
}

TEST_CASE("every figure of the survey reaches the estates", "[resolve]") {
    Estate estate;
    estate.servers_per_district = 101.0;
    estate.servers_by_seats = {21.0, 0.22, 23.0, 0.24, 2.5, 0.26};
    estate.physical_includes_hosts = false;
    estate.vms_per_host = 27.0;
    estate.physical_share = 11.0 * percent;
    estate.applications_per_district = 102.0;
    estate.application_exponent = 0.52;
    estate.own_server_application_share = 12.0 * percent;
    estate.critical_application_share = 13.0 * percent;
    estate.provider_share = 14.0 * percent;
    const estate::SurveyBasis basis = resolve_basis(estate);
    CHECK(basis.servers_per_district == 101.0);
    CHECK(basis.district_base == 21.0);
    CHECK(basis.district_per_seat == 0.22);
    CHECK(basis.city.base == 23.0);
    CHECK(basis.city.per_seat == 0.24);
    CHECK(basis.municipality.base == 2.5);
    CHECK(basis.municipality.per_seat == 0.26);
    CHECK_FALSE(basis.physical_includes_hosts);
    CHECK(basis.vms_per_host == 27.0);
    CHECK(basis.physical_share == test::Approx(0.11));
    CHECK(basis.applications_per_district == 102.0);
    CHECK(basis.application_exponent == 0.52);
    CHECK(basis.own_server_application_share == test::Approx(0.12));
    CHECK(basis.critical_application_share == test::Approx(0.13));
    CHECK(basis.provider_share == test::Approx(0.14));
}

TEST_CASE("every quantity has its own growth", "[resolve]") {
    GrowthRates rates;
    rates.vms = 0.01 * per_year;
    rates.compute = 0.02 * per_year;
    rates.memory = 0.03 * per_year;
    rates.storage = 0.04 * per_year;
    rates.traffic = 0.05 * per_year;
    rates.seats = 0.06 * per_year;
    const estate::Growth growth = resolve_growth(rates);
    CHECK(growth.vms == test::Approx(0.01));
    CHECK(growth.compute == test::Approx(0.02));
    CHECK(growth.memory == test::Approx(0.03));
    CHECK(growth.storage == test::Approx(0.04));
    REQUIRE(growth.traffic.has_value());
    CHECK(*growth.traffic == test::Approx(0.05));
    CHECK(growth.seats == test::Approx(0.06));
}

TEST_CASE("growth of the RAM per VM takes the place of that of all RAM", "[resolve]") {
    // VMs +5 %/a, each with +4 %/a: 1.05 x 1.04 = 1.092 together.
    GrowthRates rates;
    rates.vms = 0.05 * per_year;
    rates.memory = 0.07 * per_year;
    CHECK(resolve_growth(rates).memory == test::Approx(0.07));
    rates.memory_per_vm = 0.04 * per_year;
    CHECK(resolve_growth(rates).memory == test::Approx(0.092));
    CHECK(memory_growth(rates) == test::Approx(0.092));
}

TEST_CASE("hosts are offered and compared as the study says", "[resolve]") {
    Study study;
    Hosts& hosts = study.hosts;
    hosts.ram_per_core_least = 6.0 * gigabyte;
    hosts.ram_per_core_most = 48.0 * gigabyte;
    hosts.ram_per_core_growth = 0.02 * per_year;
    const compute::HostRules rules = resolve_host_rules(study, shared_catalog());
    REQUIRE(rules.by_need.has_value());
    CHECK(rules.by_need->least_gb == test::Approx(6.0));
    CHECK(rules.by_need->most_gb == test::Approx(48.0));
    CHECK(rules.by_need->growth == test::Approx(0.02));
    hosts.ram_per_core = 9.0 * gigabyte;
    CHECK_FALSE(resolve_host_rules(study, shared_catalog()).by_need.has_value());
    hosts.compared_at = 20.0 * percent;
    hosts.compared_price = 31.0 * cent_per_kilowatt_hour;
    hosts.compared_pue = 1.3;
    hosts.refresh = 6.0 * julian_years;
    study.gear.per_host = 12.0 * watt;
    compute::HostTerms terms = resolve_host_terms(study, shared_catalog());
    CHECK(terms.by_cost);
    CHECK(terms.used_at == test::Approx(0.2));
    CHECK(terms.eur_per_kwh == test::Approx(0.31));
    CHECK(terms.pue == 1.3);
    CHECK(terms.life_years == 6.0);
    CHECK(terms.port_w == test::Approx(12.0));
    hosts.choose = HostChoice::power;
    CHECK_FALSE(resolve_host_terms(study, shared_catalog()).by_cost);
}

TEST_CASE("hosts are compared at the catalog's licences of what the study chooses, or at its own",
          "[resolve]") {
    const auto terms = [](const Study& study) { return resolve_host_terms(study, shared_catalog()); };
    Study study;
    CHECK(terms(study).core_licence_eur == test::Approx(250.0));
    CHECK(terms(study).least_cores_per_socket == 16.0);
    study.prices["licence"] = "90 EUR/a";  // what they cost, not which are bought
    CHECK(terms(study).core_licence_eur == test::Approx(250.0));
    study.economics.guest_licences = economics::GuestLicences::windows_datacenter;
    CHECK(terms(study).core_licence_eur == test::Approx(250.0 + 355.0 / 6.0));
    study.economics.guest_licences = economics::GuestLicences::none;
    study.economics.hypervisor = economics::Hypervisor::open_source;
    CHECK(terms(study).core_licence_eur == test::Approx(25.0));
    CHECK(terms(study).least_cores_per_socket == 0.0);
    study.hosts.compared_licence = 0.0 * euro_per_year;
    CHECK(terms(study).core_licence_eur == 0.0);
}

TEST_CASE("hosts are filled by the rules of the study", "[resolve]") {
    Study study;
    Hosts& hosts = study.hosts;
    hosts.overcommit = 3.5;
    hosts.cpu_target = 61.0 * percent;
    hosts.cpu_target_failed = 82.0 * percent;
    hosts.reserve = 2;
    hosts.real_host_factor = 1.15;
    hosts.ram_per_core = 9.0 * gigabyte;
    hosts.performance_per_watt_growth = 0.07 * per_year;
    const compute::PackRules pack = resolve_pack_rules(hosts);
    CHECK(pack.overcommit == 3.5);
    CHECK(pack.cpu_target == test::Approx(0.61));
    CHECK(pack.cpu_target_failed == test::Approx(0.82));
    CHECK(pack.reserve_hosts == 2);
    const compute::HostRules host = resolve_host_rules(study, shared_catalog());
    CHECK(host.real_host_factor == 1.15);
    CHECK(host.parts.module_w == 3.5);  // of the catalog
    CHECK(host.ram_gb_per_core == test::Approx(9.0));
    CHECK(host.performance_per_watt_growth == test::Approx(0.07));
}

TEST_CASE("a counted inventory grows from the year in which it was counted", "[resolve]") {
    // 10 VMs of 2 vCPU; compute grows by a tenth a year and their number not at all: 20 vCPU counted in 2023
    // are 20 x 1.1 x 1.1 = 24.2 in 2025; without a year they are as of the study's, 2024: 22.
    StudySet set;
    set.catalog = shared_catalog();
    set.inventories["counted.csv"] = {{.workload = "groupware",
                                       .physical = false,
                                       .count = 10,
                                       .vcpu = 2.0,
                                       .ram_gb = 8.0,
                                       .storage_gb = 100.0}};
    Study study;
    study.estate.base_year = 2024;
    study.estate.growth.vms = 0.0 * per_year;
    study.estate.growth.compute = 0.1 * per_year;
    const auto workloads = resolve_workloads(study, set.catalog);
    const EstateBook book{set, study, workloads};
    Administration stated;
    stated.ags = "05162004";
    stated.inventory = "counted.csv";
    const auto vcpus = [&] {
        double sum = 0.0;
        for (const estate::VmGroup& group : book.of(only(with(stated)), 2025).groups)
            sum += group.count * group.vcpu;
        return sum;
    };
    CHECK(vcpus() == test::Approx(22.0));
    stated.as_of = 2023;
    CHECK(vcpus() == test::Approx(24.2));
}

}  // namespace
}  // namespace verbund::study

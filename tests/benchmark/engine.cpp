#include "tests/benchmark/engine.hpp"

#include <algorithm>
#include <memory>

#include "models/base/calendar.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/study/price_book.hpp"
#include "sim/annual/annual.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::benchmark {
namespace {

constexpr const char* flagship = "landkreise-2025";
constexpr const char* variant_measured = "land";
constexpr int first_year = 2022;

/// Host `i` of a series of hosts of which no two are alike.
compute::HostType distinct_type(int i) {
    compute::HostType type;
    type.id = "distinct";
    type.performance_ops = 1e6 + 10.0 * i;
    for (std::size_t p = 0; p < type.power_w.size(); ++p)
        type.power_w[p] = 100.0 + 0.01 * i + (30.0 + 0.001 * i) * static_cast<double>(p);
    return type;
}

deploy::SiteDeployment distinct_site(int hosts, int profiles, const catalog::UpsType& ups,
                                     const catalog::CoolingType& cooling) {
    deploy::SiteDeployment site;
    site.in_operation = true;
    for (int i = 0; i < hosts; ++i) {
        deploy::Pool pool;
        pool.hosts = {{.type = static_cast<std::uint32_t>(i), .count = 1}};
        pool.load_ops = {{.state = static_cast<std::uint8_t>(1 + i % 16),
                          .profile = static_cast<std::uint8_t>(i % profiles),
                          .base = 1e5,
                          .swing = 4e5 + i}};
        site.pools.push_back(pool);
    }
    auto plant = std::make_shared<deploy::Plant>();
    deploy::RoomPlant room;
    room.chain.ups = ups;
    room.chain.ups_installed = 2.0 * hosts * kilowatt;
    room.cooling = &cooling;
    plant->rooms = {room};
    site.plant = plant;
    return site;
}

}  // namespace

Effort flagship_years() {
    study::StudySet set = read::read_study(flagship, {});
    const auto found = std::find_if(set.variants.begin(), set.variants.end(),
                                    [](const study::Variant& v) { return v.id == variant_measured; });
    const double before_mb = peak_memory_mb();
    const deploy::World world{set, static_cast<std::size_t>(found - set.variants.begin())};
    const annual::Weather weather(
        set.catalog, set.seed,
        annual::weather_keys(world.study(), set.catalog, set.horizon.first, set.horizon.last));
    const economics::PriceBook prices = study::price_book(set.catalog, world.study());
    const annual::EmbodiedBook embodied = annual::EmbodiedBook::from(set.catalog);

    Effort effort;
    const Stopwatch watch;
    const annual::CostPlan costs{{world.study(), set.catalog, world.variant(), prices},
                                 world.network(),
                                 world.variant().phases,
                                 set.horizon.last};
    for (int year = set.horizon.first; year <= set.horizon.last; ++year) {
        effort.host_hours += annual::simulate_year({.at = world.year(year),
                                                    .phases = world.phases(year),
                                                    .weather = weather,
                                                    .costs = costs,
                                                    .embodied = embodied})
                                 .host_hours;
    }
    effort.simulate_s = watch.seconds();
    effort.work_mb = peak_memory_mb() - before_mb;
    return effort;
}

Effort distinct_hosts(int hosts, int years) {
    const study::StudySet set = read::read_study(flagship, {});
    const catalog::CoolingType& cooling = catalog::cooling_type(set.catalog, "adiabatic");
    const double imperfection = set.variants.front().study.facility.imperfection;
    const workload::ProfileSet profiles(set.catalog.profiles);
    std::vector<annual::CoolingKey> keys;
    for (int y = 0; y < years; ++y) keys.push_back({cooling.id, 1, first_year + y, imperfection});
    const annual::Weather weather(set.catalog, set.seed, keys);
    const double before_mb = peak_memory_mb();
    std::vector<compute::HostType> types;
    for (int i = 0; i < hosts; ++i) types.push_back(distinct_type(i));
    const deploy::SiteDeployment site =
        distinct_site(hosts, profiles.size(), set.catalog.ups.front(), cooling);
    deploy::Site where;
    where.id = "distinct";
    where.state = {1};

    Effort effort;
    const Stopwatch watch;
    for (int year = first_year; year < first_year + years; ++year) {
        const workload::YearPatterns patterns =
            workload::year_patterns(year, deploy::states_of(site, where.state));
        annual::HourlySum sum(hours_in_year(year));
        annual::SiteHours hours;
        const annual::SiteYearOutcome out = annual::simulate_site_year({.where = &where,
                                                                        .site = &site,
                                                                        .types = &types,
                                                                        .grid = {&profiles, &patterns},
                                                                        .weather = &weather,
                                                                        .imperfection = imperfection,
                                                                        .heat_reuse = 0.0,
                                                                        .keep_hours = false},
                                                                       sum, hours);
        sum.finish();
        if (out.grid_mwh > 0.0) effort.host_hours += static_cast<double>(hosts) * hours_in_year(year);
    }
    effort.simulate_s = watch.seconds();
    effort.work_mb = peak_memory_mb() - before_mb;
    return effort;
}

}  // namespace verbund::benchmark

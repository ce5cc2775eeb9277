#include <algorithm>
#include <cmath>
#include <map>

#include "results/report/page/section.hpp"

namespace verbund::report::page {
namespace {

using outcome::Run;

constexpr int steps = 20;  // of 5 % of the workplaces each

struct Weighted {
    double latency_ms;
    double workplaces;
};

std::vector<Weighted> round_trips(const Run& run, std::size_t variant, std::size_t year) {
    const std::size_t places = run.administrations.size();
    const std::size_t first = run.summary_index(variant, year) * places;
    std::vector<Weighted> found;
    for (std::size_t i = first; i < first + places; ++i) {
        const outcome::AdministrationYear& row = run.administration.at(i);
        if (std::isfinite(row.latency_p95_ms) && row.workplaces > 0.0)
            found.push_back({row.latency_p95_ms, row.workplaces});
    }
    std::sort(found.begin(), found.end(),
              [](const Weighted& a, const Weighted& b) { return a.latency_ms < b.latency_ms; });
    return found;
}

/// The p95 round trip that 0, 5 ... 100 % of the workplaces stay within; empty when none is known.
std::vector<double> quantiles(const std::vector<Weighted>& sorted) {
    double all = 0.0;
    for (const Weighted& place : sorted) all += place.workplaces;
    std::vector<double> found;
    double sum = 0.0;
    std::size_t next = 0;
    for (int step = 0; step <= steps && !sorted.empty(); ++step) {
        const double wanted = all * step / steps;
        while (next + 1 < sorted.size() && sum + sorted[next].workplaces < wanted) {
            sum += sorted[next].workplaces;
            ++next;
        }
        found.push_back(sorted[next].latency_ms);
    }
    if (!found.empty()) found.back() = sorted.back().latency_ms;
    return found;
}

/// Round trips that classes of servers bear, each with the names of its classes.
std::map<double, Json> limits_of(const Run& run) {
    std::map<double, Json> limits;
    for (const outcome::WorkloadLimit& row : run.rows<outcome::WorkloadLimit>())
        if (std::isfinite(row.rtt_limit_ms))
            limits[row.rtt_limit_ms].push_back(both(row.name_de, row.name_en));
    return limits;
}

/// Share of the workplaces whose p95 round trip is above each limit.
std::vector<double> shares_beyond(const std::vector<Weighted>& places, const std::map<double, Json>& limits) {
    std::vector<double> shares;
    for (const auto& [limit_ms, classes] : limits) {
        double all = 0.0;
        double beyond = 0.0;
        for (const Weighted& place : places) {
            all += place.workplaces;
            beyond += place.latency_ms > limit_ms ? place.workplaces : 0.0;
        }
        shares.push_back(all > 0.0 ? beyond / all : outcome::not_applicable);
    }
    return shares;
}

Json limits_json(const std::map<double, Json>& limits) {
    Json list = Json::array();
    for (const auto& [limit_ms, classes] : limits)
        list.push_back({{"ms", number(limit_ms)}, {"classes", classes}});
    return list;
}

}  // namespace

Json latency_section(const Source& source) {
    const Run& run = source.run;
    const std::map<double, Json> limits = limits_of(run);
    Json list = Json::array();
    Json beyond = Json::array();
    bool is_known = false;
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        Json years = Json::array();
        Json shares = Json::array();
        for (std::size_t year = 0; year < run.years.size(); ++year) {
            const std::vector<Weighted> places = round_trips(run, variant, year);
            years.push_back(numbers(quantiles(places)));
            shares.push_back(numbers(shares_beyond(places, limits)));
            is_known = is_known || !places.empty();
        }
        list.push_back(std::move(years));
        beyond.push_back(std::move(shares));
    }
    return is_known ? Json{{"steps", steps},
                           {"quantiles", std::move(list)},
                           {"limits", limits_json(limits)},
                           {"beyond", std::move(beyond)}}
                    : Json(nullptr);
}

}  // namespace verbund::report::page

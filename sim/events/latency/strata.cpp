#include "sim/events/latency/strata.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

class Builder {
public:
    Builder(const deploy::WorldYear& input, Platform& platform, double tcp_window_bytes)
        : input_{input}, platform_{platform}, window_{tcp_window_bytes} {
        for (const catalog::WorkloadClass& w : input.variant().workloads)
            profile_of_.push_back(static_cast<std::size_t>(input.profiles().index(w.profile)));
        kinds_of_.resize(input.variant().workloads.size());
        for (std::size_t t = 0; t < input.set().catalog.transactions.size(); ++t) {
            if (!is_sampled(input.set().catalog.transactions[t].workload)) continue;
            for (std::size_t w = 0; w < input.variant().workloads.size(); ++w)
                if (input.variant().workloads[w].id == input.set().catalog.transactions[t].workload)
                    kinds_of_[w].push_back(t);
        }
    }

    void add(const deploy::PlayedAdministration& played) {
        parts_.clear();
        interactions_.clear();
        for (const deploy::Part& part : input_.year().administrations[played.administration].parts)
            collect(part);
        std::map<std::size_t, std::size_t> parts_before;
        for (const auto& [key, sum] : parts_) {
            const auto [workload, site, group] = key;
            const std::size_t ordinal = parts_before[workload]++;
            for (const std::size_t kind : kinds_of_[workload])
                add_stratum(played, {workload, site, group, ordinal}, kind, sum);
        }
    }

    LatencyStrata take() { return std::move(out_); }

private:
    /// Asked for by the study, or all are.
    bool is_sampled(const std::string& workload) const {
        const std::vector<std::string>& asked = input_.study().events.latency.workloads;
        return asked.empty() || std::find(asked.begin(), asked.end(), workload) != asked.end();
    }

    struct Sum {
        double interactions_per_h = 0.0;
        double traffic_gbit_s = 0.0;
    };
    struct Where {
        std::size_t workload;
        std::size_t site;
        HostGroup group;
        std::size_t ordinal;
    };

    void collect(const deploy::Part& part) {
        if (part.interactions_per_h <= 0.0F || kinds_of_[part.workload].empty()) return;
        const HostGroup group = part.physical ? HostGroup::physical : HostGroup::cluster;
        if (platform_.cores(part.site, group) == 0) return;
        Sum& sum = parts_[{part.workload, part.site, group}];
        sum.interactions_per_h += part.interactions_per_h;
        sum.traffic_gbit_s += part.traffic_gbit_s;
        interactions_[part.workload] += part.interactions_per_h;
    }

    void add_stratum(const deploy::PlayedAdministration& played, const Where& where, std::size_t kind,
                     const Sum& sum) {
        const catalog::Transaction& what = input_.set().catalog.transactions[kind];
        if (what.rate_share <= 0.0) return;
        Stratum stratum;
        stratum.connection = connection(played.administration, where.site);
        stratum.transaction = kind;
        stratum.part = where.ordinal;
        stratum.profile = profile_of_[where.workload];
        stratum.group = where.group;
        stratum.per_hour = sum.interactions_per_h * what.rate_share;
        stratum.administration_weight = played.weight;
        stratum.site_share = sum.interactions_per_h / interactions_[where.workload];
        stratum.traffic_gbit_s = sum.traffic_gbit_s * what.rate_share;
        stratum.unloaded = unloaded(what, out_.connections[stratum.connection], where.group);
        platform_.host_of(where.site, where.group, 0.0);
        if (what.storage_kb > 0.0) platform_.storage(where.site);
        out_.strata.push_back(stratum);
    }

    UnloadedTime unloaded(const catalog::Transaction& what, const Connection& way, HostGroup group) const {
        UnloadedTime time;
        time.constant_s = static_cast<float>(what.round_trips * way.round_trip_s);
        time.mean_s[step_request] = static_cast<float>(what.request_kb * bytes_per_kb / way.bytes_per_s);
        time.mean_s[step_execution] =
            static_cast<float>(what.cpu_ms * seconds_per_ms / platform_.core_speed(way.site, group));
        time.mean_s[step_storage] =
            static_cast<float>(what.storage_kb * bytes_per_kb / platform_.storage_bytes_per_s(way.site));
        time.mean_s[step_response] = static_cast<float>(what.response_kb * bytes_per_kb / way.bytes_per_s);
        return time;
    }

    std::size_t connection(std::size_t administration, std::size_t site) {
        const auto [found, added] = connections_.try_emplace({administration, site}, out_.connections.size());
        if (!added) return found->second;
        Connection way;
        way.administration = administration;
        way.site = site;
        way.people = platform_.people(administration, site);
        way.servers = platform_.servers(site);
        way.round_trip_s = platform_.round_trip_s(administration, site);
        way.bytes_per_s = platform_.narrowest_bytes_per_s(administration, site);
        if (window_ > 0.0 && way.round_trip_s > 0.0)
            way.bytes_per_s = std::min(way.bytes_per_s, window_ / way.round_trip_s);
        way.home = platform_.is_home(administration, site);
        out_.connections.push_back(way);
        return found->second;
    }

    deploy::WorldYear input_;
    Platform& platform_;
    double window_;
    std::vector<std::size_t> profile_of_;             ///< [workload]
    std::vector<std::vector<std::size_t>> kinds_of_;  ///< [workload] -> transactions
    std::map<std::tuple<std::size_t, std::size_t, HostGroup>, Sum> parts_;
    std::map<std::size_t, double> interactions_;  ///< by workload
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> connections_;
    LatencyStrata out_;
};

}  // namespace

LatencyStrata latency_strata(const deploy::WorldYear& input, Platform& platform,
                             const std::vector<deploy::PlayedAdministration>& played,
                             double tcp_window_bytes) {
    Builder builder(input, platform, tcp_window_bytes);
    for (const deploy::PlayedAdministration& p : played) builder.add(p);
    return builder.take();
}

}  // namespace verbund::events

#include "models/economics/staff.hpp"

#include <algorithm>
#include <numeric>

namespace verbund::economics {

double StaffLaw::terms(const StaffAsk& ask) const {
    if (!(ask.servers > 0.0)) return 0.0;
    const double part = full_site_servers > 0.0 ? std::min(1.0, ask.servers / full_site_servers) : 1.0;
    return per_site * ask.sites * part + per_server * ask.servers + per_procedure * ask.procedures;
}

double StaffLaw::floor(const StaffAsk& ask) const {
    if (!(ask.servers > 0.0)) return 0.0;
    const double on_call = ask.on_call ? floor_on_call : floor_office;
    return ask.part * (ask.round_the_clock ? std::max(on_call, floor_round_the_clock) : on_call);
}

double StaffLaw::positions(const StaffAsk& ask) const { return std::max(floor(ask), terms(ask)); }

std::vector<double> StaffLaw::positions_at(std::span<const StaffAsk> sites) const {
    std::vector<double> at;
    double least = 0.0;
    for (const StaffAsk& site : sites) {
        at.push_back(terms(site));
        least = std::max(least, floor(site));
    }
    const double sum = std::accumulate(at.begin(), at.end(), 0.0);
    if (sum >= least) return at;
    if (sum > 0.0)
        for (double& one : at) one *= least / sum;
    else
        for (std::size_t i = 0; i < at.size(); ++i) at[i] = floor(sites[i]);
    return at;
}

}  // namespace verbund::economics

#include "models/economics/staff.hpp"

#include <algorithm>

namespace verbund::economics {

double StaffLaw::positions(const StaffAsk& ask) const {
    if (!(ask.servers > 0.0)) return 0.0;
    const double on_call = ask.on_call ? floor_on_call : floor_office;
    const double floor = ask.round_the_clock ? std::max(on_call, floor_round_the_clock) : on_call;
    const double part = full_site_servers > 0.0 ? std::min(1.0, ask.servers / full_site_servers) : 1.0;
    return std::max(floor,
                    per_site * ask.sites * part + per_server * ask.servers + per_procedure * ask.procedures);
}

}  // namespace verbund::economics

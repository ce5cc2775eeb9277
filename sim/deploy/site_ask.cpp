#include "sim/deploy/site_ask.hpp"

#include <algorithm>
#include <iterator>

namespace verbund::deploy {
namespace {

/// Asks of primaries that have something to protect.
std::vector<StandbyAsk> with_load(const std::vector<StandbyAsk>& asks) {
    std::vector<StandbyAsk> loaded;
    std::copy_if(asks.begin(), asks.end(), std::back_inserter(loaded),
                 [](const StandbyAsk& ask) { return !ask.classes.empty(); });
    return loaded;
}

}  // namespace

bool asks_the_same(const SiteAsk& a, const SiteAsk& b) {
    return a.stands == b.stands && a.moves_made == b.moves_made && a.home_seats == b.home_seats &&
           a.copies_sent_gbit_s == b.copies_sent_gbit_s && a.night_copies_gbit_s == b.night_copies_gbit_s &&
           a.outside_copies_gb == b.outside_copies_gb && *a.demand == *b.demand &&
           with_load(a.standby) == with_load(b.standby);
}

}  // namespace verbund::deploy

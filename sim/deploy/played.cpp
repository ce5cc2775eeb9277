#include "sim/deploy/played.hpp"

#include <algorithm>
#include <tuple>

#include "models/base/random.hpp"

namespace verbund::deploy {
namespace {

struct Candidate {
    std::size_t administration = 0;
    double seats = 0.0;
    double key = 0.0;
};

/// Takes those with so many seats that they are drawn for certain when `places` are left, until none is.
void take_certain(std::vector<Candidate>& left, std::size_t& places,
                  std::vector<PlayedAdministration>& drawn) {
    for (bool found = true; found && places > 0;) {
        double seats = 0.0;
        for (const Candidate& c : left) seats += c.seats;
        const double certain = seats / static_cast<double>(places);
        const auto rest = std::stable_partition(left.begin(), left.end(),
                                                [certain](const Candidate& c) { return c.seats < certain; });
        found = rest != left.end();
        for (auto c = rest; c != left.end(); ++c) drawn.push_back({c->administration, 1.0});
        places -= std::min(places, static_cast<std::size_t>(left.end() - rest));
        left.erase(rest, left.end());
    }
}

/// Municipalities by their seats: those with the smallest exponential time at a rate of their seats, one
/// random number each, so that adding one to the territory moves few.  Each then stands for as many seats as
/// the others drawn.  Source: Efraimidis and Spirakis, Weighted random sampling with a reservoir, Information
/// Processing Letters 97(5), 2006.
std::vector<PlayedAdministration> drawn_municipalities(const WorldYear& input, std::size_t limit) {
    std::vector<Candidate> left;
    for (std::size_t a = 0; a < input.variant().administrations.size(); ++a) {
        const study::ResolvedAdministration& who = input.variant().administrations[a];
        if (who.kind != "municipality") continue;
        RandomStream random(input.set().seed, "latency/played/" + input.variant().streams.administrations[a]);
        const double seats = std::max(1.0, who.seats);
        left.push_back({a, seats, random.standard_exponential() / seats});
    }
    std::vector<PlayedAdministration> drawn;
    std::size_t places = std::min(limit, left.size());
    take_certain(left, places, drawn);
    double seats = 0.0;
    for (const Candidate& c : left) seats += c.seats;
    std::sort(left.begin(), left.end(), [](const Candidate& x, const Candidate& y) {
        return std::tie(x.key, x.administration) < std::tie(y.key, y.administration);
    });
    for (std::size_t i = 0; i < std::min(places, left.size()); ++i)
        drawn.push_back({left[i].administration, seats / (static_cast<double>(places) * left[i].seats)});
    return drawn;
}

}  // namespace

std::vector<PlayedAdministration> played_administrations(const WorldYear& input, int limit) {
    const std::vector<study::ResolvedAdministration>& all = input.variant().administrations;
    const auto detailed = static_cast<std::size_t>(limit);
    std::vector<PlayedAdministration> played;
    for (std::size_t a = 0; a < all.size(); ++a)
        if (all.size() <= detailed || all[a].kind != "municipality") played.push_back({a, 1.0});
    if (all.size() > detailed) {
        for (const PlayedAdministration& p : drawn_municipalities(input, detailed)) played.push_back(p);
        std::sort(played.begin(), played.end(),
                  [](const auto& x, const auto& y) { return x.administration < y.administration; });
    }
    return played;
}

}  // namespace verbund::deploy

#include "sim/events/drill/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace verbund::events {

outcome::DrillEvent drill_step(std::string step, std::string subject, std::string form) {
    outcome::DrillEvent event;
    event.step = std::move(step);
    event.subject = std::move(subject);
    event.form = std::move(form);
    return event;
}

outcome::DrillEvent site_step(const deploy::WorldYear& input, std::size_t site, std::string step,
                              std::string form) {
    const std::string& id = input.variant().sites[site].id;
    outcome::DrillEvent event = drill_step(std::move(step), id, std::move(form));
    event.place = id;
    return event;
}

void Timeline::add(double at_s, outcome::DrillEvent event) {
    event.at_s = at_s;
    events_.push_back(std::move(event));
}

void Timeline::add_critical(double at_s, outcome::DrillEvent event) {
    constexpr double same_time_s = 1e-6;
    const auto found = std::find_if(events_.begin(), events_.end(), [&](const outcome::DrillEvent& e) {
        return e.step == event.step && e.subject == event.subject && std::abs(e.at_s - at_s) < same_time_s;
    });
    if (found != events_.end()) {
        found->critical_path = true;
        return;
    }
    event.critical_path = true;
    add(at_s, std::move(event));
}

std::vector<outcome::DrillEvent> Timeline::sorted(const std::string& drill, int year) const {
    std::vector<outcome::DrillEvent> events = events_;
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.at_s, a.step == "restored"} < std::tuple{b.at_s, b.step == "restored"};
    });
    for (outcome::DrillEvent& event : events) {
        event.drill = drill;
        event.year = year;
    }
    return events;
}

}  // namespace verbund::events

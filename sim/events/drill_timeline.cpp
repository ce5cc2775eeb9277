#include "sim/events/drill_timeline.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

namespace verbund::events {
namespace {

constexpr double seconds_per_minute = 60.0;

/// The number with a decimal comma for German readers.
Wording both(const std::string& text) {
    std::string german = text;
    std::replace(german.begin(), german.end(), '.', ',');
    return {german, text};
}

std::string short_duration(double seconds) {
    if (seconds < seconds_per_minute) return fmt::format("{:.3g} s", seconds);
    const auto minutes = std::llround(seconds / seconds_per_minute);
    constexpr long long two_hours = 120;
    if (minutes < two_hours) return fmt::format("{} min", minutes);
    const auto hours = minutes / 60;
    return minutes % 60 == 0 ? fmt::format("{} h", hours) : fmt::format("{} h {} min", hours, minutes % 60);
}

std::string short_data(double bytes) {
    if (bytes >= 1e12) return fmt::format("{:.1f} TB", bytes / 1e12);
    if (bytes >= 1e9) return fmt::format("{:.1f} GB", bytes / 1e9);
    return fmt::format("{:.1f} MB", bytes / 1e6);
}

}  // namespace

std::string named(const std::string& name, const std::string& id) {
    return name.empty() || name == id ? id : fmt::format("{} ({})", name, id);
}

std::string administration_name(const EventInput& input, std::size_t administration) {
    const study::ResolvedAdministration& a = input.variant->administrations[administration];
    return named(a.name, a.id);
}

std::string place_name(const EventInput& input, std::size_t site) {
    const deploy::Site& where = input.variant->sites[site];
    return where.center != nullptr ? named(where.name, where.id) : administration_name(input, where.owner);
}

Wording site_words(const EventInput& input, std::size_t site) {
    const std::string name = place_name(input, site);
    if (input.variant->sites[site].center != nullptr) return {"Rechenzentrum " + name, "center " + name};
    return {"Serverraum von " + name, "server room of " + name};
}

Wording short_site_words(const EventInput& input, std::size_t site) {
    if (input.variant->sites[site].center == nullptr) return site_words(input, site);
    const std::string name = place_name(input, site);
    return {name, name};
}

Wording duration_words(double seconds) { return both(short_duration(seconds)); }
Wording data_words(double bytes) { return both(short_data(bytes)); }

Wording count_words(std::size_t count, const char* one_de, const char* many_de, const char* one_en,
                    const char* many_en) {
    return {fmt::format("{} {}", count, count == 1 ? one_de : many_de),
            fmt::format("{} {}", count, count == 1 ? one_en : many_en)};
}

Wording administrations_words(std::size_t count) {
    return count_words(count, "Verwaltung", "Verwaltungen", "administration", "administrations");
}

void Timeline::add(double at_s, const std::string& step, const std::string& subject, Wording words) {
    outcome::DrillEvent event;
    event.at_s = at_s;
    event.step = step;
    event.subject = subject;
    event.text_de = std::move(words.de);
    event.text_en = std::move(words.en);
    events_.push_back(std::move(event));
}

void Timeline::add_critical(double at_s, const std::string& step, const std::string& subject, Wording words) {
    constexpr double same_time_s = 1e-6;
    const auto found = std::find_if(events_.begin(), events_.end(), [&](const outcome::DrillEvent& e) {
        return e.step == step && e.subject == subject && std::abs(e.at_s - at_s) < same_time_s;
    });
    if (found != events_.end()) {
        found->critical_path = true;
        return;
    }
    add(at_s, step, subject, std::move(words));
    events_.back().critical_path = true;
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

#include "results/report/sentences/drills.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/sentences/tell.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::DrillEvent;

constexpr std::string_view group = "drill-step";

/// With a decimal comma for German readers.
std::string localized(std::string number, Language language) {
    if (language == Language::german) std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

/// "90 min", "2 h 30 min", "30 s", "0.05 s"; empty where there is none.
std::string duration_text(double seconds, Language language) {
    constexpr long long two_hours = 120;
    if (!std::isfinite(seconds)) return {};
    if (seconds < seconds_per_minute) return localized(fmt::format("{:.3g} s", seconds), language);
    const auto minutes = std::llround(seconds / seconds_per_minute);
    if (minutes < two_hours) return fmt::format("{} min", minutes);
    const auto hours = minutes / 60;
    return minutes % 60 == 0 ? fmt::format("{} h", hours) : fmt::format("{} h {} min", hours, minutes % 60);
}

/// "12.4 GB"
std::string data_text(double gb, Language language) {
    if (gb >= gb_per_tb) return localized(fmt::format("{:.1f} TB", gb / gb_per_tb), language);
    if (gb >= 1.0) return localized(fmt::format("{:.1f} GB", gb), language);
    return localized(fmt::format("{:.1f} MB", gb * mb_per_gb), language);
}

/// "0.71", "4.5": two digits that count.
std::string rate_text(double gbit_s, Language language) {
    return localized(fmt::format("{:.2g}", gbit_s), language);
}

std::string count_text(double count) { return fmt::format("{:.0f}", count); }

/// What a step says of places and people.
class Names {
public:
    explicit Names(const Teller& teller) : names_{teller.names}, language_{teller.language} {}

    /// "Nord (rz-1)", "Neuss (05162024)": whose site it is.
    [[nodiscard]] std::string plain(std::string_view site) const {
        return named(is_room(site) ? site.substr(site.find(':') + 1) : site);
    }
    /// "Rechenzentrum Nord (rz-1)", "Serverraum von Neuss (05162024)"
    [[nodiscard]] std::string site(std::string_view site) const {
        return tell(group, {is_room(site) ? "site-room" : "site-center"}, language_,
                    fmt::arg("plain", plain(site)))
            .value();
    }
    /// "Nord (rz-1)", "Serverraum von Neuss (05162024)"
    [[nodiscard]] std::string brief(std::string_view place) const {
        return is_room(place) ? site(place) : plain(place);
    }
    /// Short, since it stands at the end of many lines: a center by its id alone.
    [[nodiscard]] std::string at(std::string_view place) const {
        return is_room(place) ? site(place) : printable(place);
    }
    /// "alpha--x (Alpha - x)"; the id alone where the names of its ends say no more.
    [[nodiscard]] std::string link(const DrillEvent& event) const {
        const std::string from = node(event.place);
        const std::string to = node(event.other);
        if (from == event.place && to == event.other) return printable(event.subject);
        return fmt::format("{} ({} - {})", printable(event.subject), from, to);
    }
    /// The administrations by name, and how many more.
    [[nodiscard]] std::string who(const DrillEvent& event) const {
        std::string names;
        double shown = 0.0;
        for (std::size_t from = 0; from < event.who.size(); ++shown) {
            const std::size_t end = std::min(event.who.find(", ", from), event.who.size());
            names +=
                (names.empty() ? "" : ", ") + named(std::string_view{event.who}.substr(from, end - from));
            from = end + 2;
        }
        const double more = event.administrations - shown;
        if (!(more > 0.0)) return names;
        return tell(group, {"more-who"}, language_, fmt::arg("who", names),
                    fmt::arg("count", count_text(more)))
            .value();
    }

private:
    static bool is_room(std::string_view site) { return place_kind(site) == PlaceKind::room; }

    [[nodiscard]] std::string named(std::string_view id) const {
        const std::string name = names_.stated(id);
        return name.empty() || name == id ? printable(id) : fmt::format("{} ({})", name, printable(id));
    }
    [[nodiscard]] std::string node(const std::string& id) const {
        const std::string name = names_.stated(id);
        return name.empty() ? printable(id) : name;
    }

    const PlaceNames& names_;
    Language language_;
};

/// Whether what the step counts first is one: some sentences then read otherwise.
bool is_one(const DrillEvent& event) {
    if (!std::isnan(event.administrations)) return event.administrations == 1.0;
    return std::isnan(event.servers) ? event.count == 1.0 : event.servers == 1.0;
}

}  // namespace

std::string class_name(const outcome::Run& run, const std::string& id, Language language) {
    for (const outcome::WorkloadLimit& row : run.rows<outcome::WorkloadLimit>()) {
        if (row.id != id) continue;
        const std::string& name = language == Language::german ? row.name_de : row.name_en;
        return printable(name.empty() ? id : name);
    }
    return printable(id);
}

std::string sentence(const DrillEvent& event, const Teller& teller) {
    const Names names{teller};
    const Language language = teller.language;
    const std::string form = event.form.empty() ? event.step : event.step + '/' + event.form;
    const std::string subject = printable(event.subject);
    return tell(group, {is_one(event) ? form + "/one" : form, form}, language, fmt::arg("subject", subject),
                fmt::arg("class", class_name(teller.run, event.subject, language)),
                fmt::arg("plain", names.plain(event.place)), fmt::arg("site", names.site(event.place)),
                fmt::arg("short", names.brief(event.place)), fmt::arg("at", names.at(event.place)),
                fmt::arg("other", names.plain(event.other)), fmt::arg("link", names.link(event)),
                fmt::arg("room", printable(event.room)), fmt::arg("who", names.who(event)),
                fmt::arg("administrations", count_text(event.administrations)),
                fmt::arg("servers", count_text(event.servers)), fmt::arg("count", count_text(event.count)),
                fmt::arg("of", count_text(event.of)), fmt::arg("amount", event.amount),
                fmt::arg("percent", percent_per_one * event.amount),
                fmt::arg("data", data_text(event.amount, language)),
                fmt::arg("rate", rate_text(event.amount, language)),
                fmt::arg("capacity", rate_text(event.limit, language)),
                fmt::arg("hour", count_text(event.hour)),
                fmt::arg("duration", duration_text(event.duration_s, language)),
                fmt::arg("pause", duration_text(event.pause_s, language)))
        .value_or(fmt::format("{}: {}", printable(event.step), subject));
}

}  // namespace verbund::report

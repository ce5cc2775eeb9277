#include "results/report/terminal/replay_text.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/read_counts.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Replay;

class ReplayTeller {
public:
    ReplayTeller(const Replay& found, const Style& style) : found_{found}, style_{style} {}

    [[nodiscard]] std::string text() const {
        return head() + types() + refused() + steps() + read_counts_line(found_.counts, style_);
    }

private:
    [[nodiscard]] std::string whole(std::uint64_t count) const {
        return fixed_number(static_cast<double>(count), 0, style_);
    }
    [[nodiscard]] std::string energy(double joule) const {
        const double kwh = joule / joules_per_kwh;
        constexpr double least_shown = 0.1;
        return kwh < least_shown ? fmt::format("{} J", short_number(joule, style_))
                                 : fmt::format("{} kWh", short_number(kwh, style_));
    }

    [[nodiscard]] std::string head() const {
        std::uint64_t hosts = 0;
        for (const outcome::ReplayedHostType& type : found_.host_types) hosts += type.hosts;
        std::string text =
            say(style_.language,
                "{} VMs auf {} Hosts, {}\nEnergie {}, Auslastung der Hosts im Mittel {} %, überlastet {} "
                "Host-h\n",
                "{} VMs on {} hosts, {}\nEnergy {}, mean use of the hosts {} %, overloaded {} host-h\n",
                whole(found_.vms_placed), whole(hosts), time_text(found_.end_s, style_),
                energy(found_.energy_j), short_number(percent_per_one * found_.mean_host_utilisation, style_),
                short_number(found_.overloaded_host_s / seconds_per_hour, style_));
        if (found_.mean_wait_s > 0.0)
            text += say(style_.language, "Mittlere Wartezeit einer VM {}\n", "Mean wait of a VM {}\n",
                        time_text(found_.mean_wait_s, style_));
        if (found_.use.clipped_mhz_s > 0.0)
            text += say(
                style_.language, "Nicht erbracht, weil Hosts überlastet waren: {} % der Nutzung\n",
                "Not served, hosts being overloaded: {} % of the use\n",
                short_number(percent_per_one * found_.use.clipped_mhz_s / found_.use.asked_mhz_s, style_));
        return text;
    }

    [[nodiscard]] std::string types() const {
        const std::vector<ColumnNames> names{{{"Hosttyp"}, {"Host type"}, Align::left},
                                             {{"Hosts"}},
                                             {{"VMs"}},
                                             {{"Energie", "kWh"}, {"Energy", "kWh"}},
                                             {{"Leistung je", "Host, W"}, {"Power per", "host, W"}},
                                             {{"Auslastung", "%"}, {"Use", "%"}},
                                             {{"überlastet", "Host-h"}, {"overloaded", "host-h"}}};
        TextTable table{columns_in(style_.language, names)};
        for (const outcome::ReplayedHostType& type : found_.host_types) {
            const double host_s = static_cast<double>(type.hosts) * found_.end_s;
            table.add_row({type.name, whole(type.hosts), whole(type.vms),
                           short_number(type.energy_j / joules_per_kwh, style_),
                           short_number(host_s > 0.0 ? type.energy_j / host_s : 0.0, style_),
                           short_number(percent_per_one * type.mean_utilisation, style_),
                           short_number(type.overloaded_s / seconds_per_hour, style_)});
        }
        return '\n' + table.render(style_);
    }

    [[nodiscard]] std::string line(const std::string& text) const {
        constexpr std::size_t indent = 2;
        return wrap(text, static_cast<std::size_t>(style_.width), indent) + '\n';
    }

    [[nodiscard]] std::string refused() const {
        if (found_.refused.sum() == 0) return {};
        return '\n' + line(say(style_.language, "VMs ohne Platz: {}", "VMs without a place: {}",
                               listed_counts("replay-refused",
                                             {{"too_large", found_.refused.too_large},
                                              {"full", found_.refused.full},
                                              {"after_horizon", found_.refused.after_horizon}},
                                             style_)));
    }

    [[nodiscard]] std::string steps() const {
        const outcome::ReplayedSteps& steps = found_.steps;
        std::string text = say(style_.language, "Schritte: {} gelesen, {} ganz angewandt",
                               "Steps: {} read, {} applied whole", whole(steps.read), whole(steps.applied));
        if (steps.clipped() > 0)
            text += say(style_.language, ", {} beschnitten ({})", ", {} clipped ({})", whole(steps.clipped()),
                        listed_counts("replay-clipped",
                                      {{"repeated", steps.clipped_repeated},
                                       {"refused", steps.clipped_refused},
                                       {"end", steps.clipped_end},
                                       {"capacity", steps.clipped_capacity}},
                                      style_));
        return '\n' + line(text);
    }

    const Replay& found_;
    const Style& style_;
};

}  // namespace

std::string replay_text(const Replay& found, const Style& style) { return ReplayTeller{found, style}.text(); }

}  // namespace verbund::report

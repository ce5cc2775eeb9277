#include <fmt/format.h>

#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "modelling assumption"};
constexpr Origin practice{"M-m", "network practice (general knowledge)"};

/// First and last of something, or one that is both: `years: 2024` or `years: [2024, 2026]`.
template <class T, class Span>
List bind_span(std::optional<Span>& span, const Between<T>& limits, std::string_view thing) {
    List list;
    list.fewest = 1;
    list.most = 2;
    list.item = describe_scalar<T>(limits);
    list.item.assign = [limits](std::string_view text) {
        T ignored{};
        return assign_checked<T>(text, limits, ignored);
    };
    list.assign = [&span, limits,
                   thing](const std::vector<std::string>& texts) -> std::optional<ParseProblem> {
        Span read;
        if (auto problem = assign_checked<T>(texts.front(), limits, read.first)) return problem;
        if (auto problem = assign_checked<T>(texts.back(), limits, read.last)) return problem;
        if (read.last < read.first) {
            return ParseProblem{fmt::format("the last {} lies before the first", thing),
                                fmt::format("Write the earlier {} first.", thing)};
        }
        span = read;
        return std::nullopt;
    };
    list.texts = [&span]() -> std::optional<std::vector<std::string>> {
        if (!span) return std::nullopt;
        return std::vector<std::string>{Codec<T>::write(span->first), Codec<T>::write(span->last)};
    };
    return list;
}

}  // namespace

FieldList describe(Network& network) {
    FieldTable table;
    table.add("topology", network.topology, {},
              "synthetic: built from coordinates; given: file, nodes and links below.", assumed);
    table.add("file", network.file, file_name,
              "GraphML or GML with nodes and links of a given network; what it lacks can be stated below.",
              no_default);
    table
        .add("route_factor", network.route_factor, {1.0, 5.0}, "Laid length / air line.",
             {"M-m", "De Maesschalck et al., 2003 (below 1,000 km)"})
        .between("1.3", "2");
    table
        .add("per_kilometre", network.per_kilometre, {3.33 * microseconds, 10.0 * microseconds},
             "Delay of light in fibre per km laid.", {"M-h", "group index 1.468"})
        .between("4.9 us", "5 us");
    table
        .add("per_hop", network.per_hop, {0.0 * microseconds, 100.0 * milliseconds},
             "Delay of a router (20-100 us).", practice)
        .between("20 us", "100 us");
    table
        .add("gateway", network.gateway, {0.0 * microseconds, 100.0 * milliseconds},
             "Delay of an IPsec gateway or firewall (200-800 us).", practice)
        .between("200 us", "800 us");
    table
        .add("local_round_trip", network.local_round_trip, {0.0 * milliseconds, 100.0 * milliseconds},
             "Round trip inside an administration's own network.", assumed)
        .between("0.2 ms", "1 ms");
    table
        .add("backbone", network.backbone, {10.0 * megabit_per_second, 10'000.0 * gigabit_per_second},
             "Capacity of every synthetic trunk link; default: each sized in steps.",
             {"A", "sized by the run, at least the usual line between centers"})
        .fixed("where it is stated: a choice of whoever plans");
    table.add("sizing_factor", network.sizing_factor, {1.0, 10.0}, "Link to plan / peak load.", practice)
        .between("1.2", "2");
    table
        .add("reserve", network.reserve, {0.0 * percent, 500.0 * percent},
             "Capacity of lines built beyond the need where sized (0-100 %).",
             {"A", "as of centers; lines come in coarse steps besides"})
        .fixed("a choice of whoever plans");
    table
        .add("stage_years", network.stage_years, {1, 50},
             "Years whose need a new line serves where sized (3-7).",
             {"A", "as of centers; usual terms of line contracts are 3 to 5 years"})
        .fixed("a choice of whoever plans");
    table
        .add("replication_window", network.replication_window, {1.0 * minutes, 24.0 * hours},
             "Time a day's changes may take to replicate.", {"M-h", "backup window 20:00-06:00"})
        .between("6 h", "12 h");
    table
        .add("hidden_common_duct", network.hidden_common_duct, {0.0 * percent, 100.0 * percent},
             "Probability that two routes without stated ducts share one after all (10-30 %).",
             {"M-m", "shared-risk probability of \"diverse\" routes without proof (general knowledge)"})
        .between("10 %", "30 %");
    table.add("access_product", network.access_product, {},
              "Kind of line to administrations, for its price: of an administration's network, transit "
              "included, or business fibre with a gateway of their own.",
              assumed);
    table.add_map("nodes", network.nodes, "node", "Exchange points of a given network.");
    table.add_map("links", network.links, "link",
                  "Links of a given network; those at an administration are its access.");
    table.add_map("ducts", network.ducts, "duct", "Ducts of those links with a length of their own.");
    return table.take();
}

FieldList describe(NetworkNode& node) {
    FieldTable table;
    table.add_group("at", node.at, "Place.").required = true;
    return table.take();
}

FieldList describe(NetworkDuct& duct) {
    FieldTable table;
    table
        .add(
            "length", duct.length, {0.0 * kilometre, 10'000.0 * kilometre},
            "Stretch that its links run in it; default: the shortest of them, in equal parts over its ducts.",
            {"A", "links in a duct run in it as far as they can"})
        .fixed("follows from the links");
    return table.take();
}

FieldList describe(NetworkLink& link) {
    FieldTable table;
    table.add("from", link.from, name_of_thing, "Administration, center or node.", no_default).required =
        true;
    table.add("to", link.to, name_of_thing, "Administration, center or node.", no_default).required = true;
    table.add("length", link.length, {1.0 * metre, 5'000.0 * kilometre},
              "Laid length; default: air line x route factor.", no_default);
    table
        .add("capacity", link.capacity, {1.0 * megabit_per_second, 10'000.0 * gigabit_per_second},
             "Capacity; default: sized in steps.", {"A", "sized by the run"})
        .fixed("a choice of whoever plans");
    table.add_list("ducts", link.ducts, name_of_thing, 0,
                   "Ducts (shared-risk groups) it lies in: links that share one fail together.",
                   {"A", "in no known duct"});
    return table.take();
}

FieldList describe(Exchange& exchange) {
    FieldTable table;
    table
        .add_list("who", exchange.who, selector, 1,
                  "Administrations that exchange data, by their workplaces, as in moves.", assumed)
        .fixed("a choice of whoever plans");
    table.add(
        "with", exchange.with, {},
        "With each other (everybody with everybody else by workplaces; what runs in the same center stays "
        "there), or with bodies outside the study.",
        assumed);
    table
        .add("traffic", exchange.traffic, {0.0 * kilobit_per_second, 10.0 * gigabit_per_second},
             "Traffic of a workplace in the base year, both ways, while the class's profile is at its peak "
             "(1 MB an hour: 2.2 kbit/s).",
             no_default)
        .required = true;
    table
        .add("workload", exchange.workload, name_of_thing,
             "Workload class whose profile over the day and growth of traffic it has.", assumed)
        .fixed("a choice of whoever plans");
    return table.take();
}

FieldList describe(Move& move) {
    FieldTable table;
    const Fraction none = 0.0 * percent;
    const Fraction all = 100.0 * percent;
    table
        .add_list("who", move.who, selector, 1,
                  "Administrations that go: all, ids, \"state:05\", \"ags:05162\", \"kind:district\".",
                  no_default)
        .required = true;
    table
        .add("to", move.to, site_or_group, "Center, or \"group:...\" for the nearest of a group.", no_default)
        .required = true;
    table.add_list(
        "years", bind_span<int>(move.years, {1990, 2100}, "year"),
        "Year, or first and last year; equal waves move on 1 January of each. One of years, quarters "
        "and date is needed.",
        no_default);
    List quarters = bind_span<Quarter>(move.quarters, {Quarter{1990, 1}, Quarter{2100, 4}}, "quarter");
    quarters.item.pattern = Codec<Quarter>::pattern;
    table.add_list("quarters", std::move(quarters),
                   "Quarter, or first and last quarter (2026-Q3); equal waves move on the first day of each.",
                   no_default);
    table.add("date", move.date, {Date{1990, 1, 1}, Date{2100, 12, 31}}, "Day on which all move at once.",
              no_default);
    table.add("order", move.order, {}, "Who goes in the first wave: by key, largest first, nearest first.",
              assumed);
    table.add_list("keep_local", move.keep_local, name_of_thing, 0,
                   "Workload classes that stay, besides those that always do.", assumed);
    table.add_list("only", move.only, name_of_thing, 1, "Workload classes that go; default: all.",
                   no_default);
    table.add("containerised_only", move.containerised_only, {},
              "Only the containerisable share of each class goes.", assumed);
    table
        .add("virtualise_physical", move.virtualise_physical, {none, all},
             "Physical servers turned into VMs on the way.", assumed)
        .fixed("a choice of whoever plans");
    table.add("include_provider_share", move.include_provider_share, {}, "What a provider runs moves too.",
              assumed);
    table
        .add("multi_tenant_saving", move.multi_tenant_saving, {none, all},
             "Servers saved because the target already runs the procedure.", assumed)
        .fixed("a choice of whoever plans");
    return table.take();
}

FieldList describe(Backup& backup) {
    FieldTable table;
    table
        .add("center", backup.center, site_or_group, "Backup site: a center, \"partner\" or \"group:...\".",
             no_default)
        .required = true;
    table.add("replication", backup.replication, {}, "How data is copied.", assumed);
    table.add("standby", backup.standby, {}, "How standby capacity is held.", assumed);
    table.add(
        "protects", backup.protects, {},
        "What is protected: critical and very critical classes, all, or the servers of critical procedures "
        "(estate.procedures), in no procedure by their class.",
        assumed);
    table.add("sizing", backup.sizing, {},
              "Standby hosts at a site: own = the sum of what its primaries need; shared = one pool for the "
              "rules that share and have the same standby, as large as the loss of any one primary needs. "
              "Copies of data are always the sum.",
              assumed);
    table.add("spread", backup.spread, {},
              "Of a group: nearest = one partner; all = the load falls back, in equal parts, on every other "
              "center beyond min_distance.",
              assumed);
    table
        .add("min_distance", backup.min_distance, {0.0 * kilometre, 2'000.0 * kilometre},
             "Least distance of partners chosen from a group.",
             {"S", "BSI, Standort-Kriterien v2.1, 2024: never under 100 km"})
        .fixed("the BSI's criterion");
    table.add("from", backup.from, {StartDay{{1990, 1, 1}}, StartDay{{2100, 12, 31}}},
              "First day, or year for its 1 January; default: as soon as both centers stand.", no_default);
    return table.take();
}

FieldList describe(Rules& rules) {
    FieldTable table;
    table.add("law", rules.law, {}, "Edition of the Energieeffizienzgesetz.",
              {"S", "EnEfG 2023 (in force); draft BMWE 9 Apr 2026"});
    return table.take();
}

}  // namespace verbund::study

#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund {

study::FieldList describe(Place& place) {
    study::FieldTable table;
    constexpr std::string_view in_degrees = "WGS 84, decimal degrees.";
    table.add("lat", place.latitude, {-90.0, 90.0}, in_degrees, study::no_default).required = true;
    table.add("lon", place.longitude, {-180.0, 180.0}, in_degrees, study::no_default).required = true;
    return table.take();
}

}  // namespace verbund

namespace verbund::study {
namespace {
constexpr Origin assumed{"A", "default of verbund"};
}

FieldList describe(Document& document) {
    FieldTable table;
    table
        .add("verbund", document.verbund, {study_format, study_format}, "Version of the file format.",
             no_default)
        .required = true;
    table.add("title", document.title, any_text, "What the study is called.", no_default).required = true;
    table.add("question", document.question, any_text, "The planning question in one or two sentences.",
              no_default);
    table.add_group("horizon", document.horizon, "Years that are computed.");
    table.add_list("milestones", document.milestones, {1990, 2100}, 1, "Years called out in the summary.",
                   assumed);
    table.add("seed", document.seed, {}, "Seed of the random streams; the same seed gives the same bits.",
              assumed);
    table.add(
        "precision", document.precision, {},
        "How much the engines that draw random numbers simulate where the study does not say it: quick = "
        "a winter workday, coarser samples; full = all kinds of typical days, finer samples.",
        assumed);
    table.add("base_variant", document.base_variant, {"([A-Za-z0-9][A-Za-z0-9_-]*)?", "a variant"},
              "Variant that the others are compared with; default: the first.", no_default);
    table.add_map("sources", document.sources, "source",
                  "Where given figures come from; carried into the results.");
    table.add_map("catalog", document.catalog, "table",
                  "Tables of the built-in catalog replaced by CSV files of the same columns, by table name.",
                  KeyRule::table);
    table.add_group("csv", document.csv, "How the CSV tables that the study names are written.");
    return table.take();
}

FieldList describe(TableFormat& format) {
    FieldTable table;
    table.add("decimal", format.decimal, {},
              "Decimal sign of their numbers; as-written: as the cells with one reading show (51,96), and a "
              "number with two readings (1.500) is refused.",
              assumed);
    return table.take();
}

FieldList describe(VariantHead& head) {
    FieldTable table;
    table.add("title", head.title, any_text, "What the variant is called; default: its id.", no_default);
    table.add("text", head.text, any_text, "What the variant means.", no_default);
    table.add("base", head.base, name_of_thing, "Variant whose changes hold first.", no_default);
    return table.take();
}

FieldList describe(Horizon& horizon) {
    FieldTable table;
    constexpr Origin asked{"A", "planning period 2022-2035 of the survey and the amendment of the law"};
    table.add("first", horizon.first, {2010, 2060}, "First year computed.", asked)
        .fixed("a choice of whoever plans");
    table.add("last", horizon.last, {2010, 2060}, "Last year computed.", asked)
        .fixed("a choice of whoever plans");
    return table.take();
}

FieldList describe(Study& study) {
    FieldTable table;
    table.add_group("territory", study.territory, "Whose IT is planned.");
    table.add_group("estate", study.estate,
                    "What the administrations run today, from survey figures, and how it grows.");
    table.add_map("workloads", study.workloads, "workload class",
                  "Corrections of workload classes of the catalog.");
    table.add_group("hosts", study.hosts, "Virtualisation hosts and how they are filled and renewed.");
    table.add_group("storage", study.storage, "Storage arrays.");
    table.add_group("gear", study.gear,
                    "Network, security, backup and management gear of rooms and offices.");
    table.add_map(
        "endpoints", study.endpoints, "kind of device",
        "Devices on desks, by kind of catalog endpoints (pc, laptop, thin-client, monitor ...): their "
        "yearly energy and cost stand in a table of their own.");
    table.add_group("facility", study.facility, "Losses and design rules that hold at every site.");
    table.add_group("home", study.home,
                    "The server room that every administration without a stated one has.");
    table.add_map("centers", study.centers, "center", "Data centers and server rooms.");
    table.add_group("network", study.network, "Links between administrations and centers.");
    table.add_map(
        "exchanges", study.exchanges, "exchange",
        "Data that administrations exchange with each other, or with the state and others outside.");
    table.add_map("moves", study.moves, "move", "Who moves where, and when.");
    table.add_map("backups", study.backups, "backup",
                  "Backup sites, by the center they protect (a center, \"group:...\" or all).",
                  KeyRule::site);
    table.add_group("events", study.events, "Typical days, nights, migration waves and recovery.");
    table.add_map("drills", study.drills, "drill",
                  "Failures on purpose, played in every run of the event engine.");
    table.add_group("availability", study.availability, "Failures over many years.");
    table.add_group("economics", study.economics,
                    "Electricity price, emissions, products, taxes and interest.");
    table.add_map("prices", prices_by_key(study.prices),
                  "Prices, lives and staff in place of figures of the catalog (`verbund catalog figures`): "
                  "`cost.host.core` is `host-core`, `life.ups` is `life-ups`.");
    table.add_group("rules", study.rules, "Law that the outcome is checked against.");
    return table.take();
}

}  // namespace verbund::study

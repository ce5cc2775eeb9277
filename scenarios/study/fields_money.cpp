#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/price_keys.hpp"

/// Fields of prices, taxes and the value of money.
namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "modelling assumption"};

/// Why `text` cannot stand in place of a figure.
std::optional<ParseProblem> price_problem(const catalog::FigureRule& rule, std::string_view text) {
    const bool bare = rule.units().empty();
    const Parsed<double> parsed = rule.read(text, PointMeaning::unstated);
    if (!parsed) {
        return ParseProblem{fmt::format("{} (figure \"{}\": {} from {} to {})", parsed.problem.problem,
                                        rule.id, rule.kind, rule.low, rule.high),
                            parsed.problem.remedy};
    }
    if (bare && number_at_start(text).ambiguous()) return two_readings(text, false);
    if (catalog::within(rule, *parsed.value)) return std::nullopt;
    return ParseProblem{fmt::format("\"{}\" is out of range (figure \"{}\": {} from {} to {})", text, rule.id,
                                    rule.kind, rule.low, rule.high),
                        fmt::format("Write for example \"{}\".", rule.high)};
}

/// A price under `key`, whose figure says what it may be.
Field price_field(std::map<std::string, std::string>& prices, const std::string& key) {
    Scalar scalar;
    scalar.text = [&prices, key] {
        const auto stated = prices.find(key);
        return stated == prices.end() ? std::string{} : stated->second;
    };
    if (const catalog::FigureRule* rule = priced_figure(key)) {
        scalar.words = rule->units();
        scalar.kind = scalar.words.empty() ? ValueKind::number : ValueKind::quantity;
        scalar.what = rule->kind;
        scalar.minimum = rule->low;
        scalar.maximum = rule->high;
        scalar.assign = [&prices, key, rule](std::string_view text) {
            auto problem = price_problem(*rule, text);
            if (!problem) prices[key] = text;
            return problem;
        };
    }
    return {key, "In place of the catalog's figure of that name.", {}, false, std::move(scalar)};
}

}  // namespace

Map prices_by_key(std::map<std::string, std::string>& prices) {
    Map map;
    map.thing = "price";
    map.known = price_keys();
    map.entry = [&prices](const std::string& key) { return price_field(prices, key); };
    map.present = [&prices] {
        std::vector<std::string> keys;
        for (const auto& [key, text] : prices) keys.push_back(key);
        return keys;
    };
    return map;
}

FieldList describe(Economics& economics) {
    FieldTable table;
    const Fraction none = 0.0 * percent;
    const Fraction all = 100.0 * percent;
    table.add("price", economics.price, {}, "Path of the electricity price.", assumed).between("low", "high");
    table.add("emission", economics.emission, {}, "Path of the grid's emission factor.", assumed);
    table.add(
        "hourly_shape", economics.hourly_shape, {},
        "Price and emissions follow the hours of typical days (catalog hour_shapes, or a file of your own "
        "in its place) at the level of the year; false: the same at all hours.",
        {"A", "contracts of public bodies have one price for all hours"});
    table
        .add("movable_share", economics.movable_share, {none, all},
             "Part of the energy of jobs that can wait (backups, updates, batch): they run in the six "
             "cheapest "
             "hours of their day; needs hourly_shape.",
             {"A", "nothing is moved today"})
        .fixed("a choice of whoever plans");
    table
        .add("value_added_tax", economics.value_added_tax, {none, all},
             "On everything bought; not recoverable for public tasks.", {"M-h", "UStG, standard rate"})
        .fixed("law");
    table.add("provider_vat", economics.provider_vat, {},
              "Whether public providers' services are taxed: exempt (cost-sharing), from-2027 (paragraph 2b "
              "UStG), always.",
              {"A", "UStG paragraph 4 Nr. 29 is possible; paragraph 2b applies at the latest from 2027"});
    table.add("hypervisor", economics.hypervisor, {},
              "Hypervisor whose licence or support is paid per core and year.",
              {"A", "most public bodies run a vendor's"});
    table.add("guest_licences", economics.guest_licences, {},
              "Operating system of the guests licensed for whole hosts.",
              {"A", "mostly in framework contracts of their own, whatever the hosts"});
    table.add("standby_licences", economics.standby_licences, {},
              "Standby hosts that need licences: running = of a warm or hot standby; all = cold ones too.",
              {"A", "a cold host is licensed when it is switched on"});
    table.add("share_key", economics.share_key, {},
              "By what the cost of a center is shared among its clients: their servers there, or their "
              "workplaces or inhabitants by the part of their servers there, or equal parts.",
              {"A", "what they have there; associations by inhabitants too"});
    table
        .add("double_running", economics.double_running, {0.0 * days, 3.0 * julian_years},
             "Time for which machines and licences that were moved away from are paid beside the new ones.",
             {"A", "a month or two of parallel operation and handing over"})
        .between("0 d", "180 d");
    table
        .add("discount_rate", economics.discount_rate, {-5.0 * percent_per_year, 20.0 * percent_per_year},
             "Real interest at which later payments count less in the capital value.", assumed)
        .between("0 %/a", "4 %/a");
    table.add_group("price_rise", economics.price_rise, "Real rise of prices since the first year.");
    table
        .add("renewable_share", economics.renewable_share, {none, all},
             "Renewable electricity bought (balance sheet) up to 2026.",
             {"S", "EnEfG s.11(5): 50 % from 2024"})
        .fixed("law");
    table
        .add("renewable_share_from_2027", economics.renewable_share_from_2027, {none, all},
             "Renewable electricity bought from 2027.", {"S", "EnEfG s.11(5): 100 % from 2027"})
        .fixed("law");
    table
        .add("renewable_upstream", economics.renewable_upstream,
             {0.0 * gram_co2_per_kilowatt_hour, 500.0 * gram_co2_per_kilowatt_hour},
             "Upstream emissions of renewable electricity (10-30 g/kWh).", {"M-m", "general knowledge"})
        .between("10 g/kWh", "30 g/kWh");
    return table.take();
}

FieldList describe(Tariff& tariff) {
    FieldTable table;
    const MoneyRate nothing{};
    const MoneyRate most = 10'000'000.0 * euro_per_year;
    constexpr Origin none{"A", "none stated: cost is shared"};
    table.add("client", tariff.client, {nothing, most}, "Each administration, whatever it has there.", none)
        .fixed("a choice of whoever plans");
    table.add("workplace", tariff.workplace, {nothing, most}, "Each workplace served.", none)
        .fixed("a choice of whoever plans");
    table.add("server", tariff.server, {nothing, most}, "Each VM and physical server.", none)
        .fixed("a choice of whoever plans");
    table.add("terabyte", tariff.terabyte, {nothing, most}, "Each TB of primary data.", none)
        .fixed("a choice of whoever plans");
    table
        .add("gbit_s", tariff.gbit_s, {nothing, most}, "Each Gbit/s of the peak of its users' traffic.", none)
        .fixed("a choice of whoever plans");
    return table.take();
}

bool Tariff::stated() const {
    const MoneyRate nothing{};
    return client > nothing || workplace > nothing || server > nothing || terabyte > nothing ||
           gbit_s > nothing;
}

FieldList describe(PriceRise& rise) {
    FieldTable table;
    const Rate fall = -30.0 * percent_per_year;
    const Rate most = 30.0 * percent_per_year;
    table.add("staff", rise.staff, {fall, most}, "Of positions.", assumed).between("0 %/a", "2 %/a");
    table.add("licences", rise.licences, {fall, most}, "Of licences.", assumed).between("0 %/a", "5 %/a");
    table.add("wan", rise.wan, {fall, most}, "Of lines of a rate.", assumed).between("-5 %/a", "1 %/a");
    table.add("hardware", rise.hardware, {fall, most}, "Of hosts and network gear.", assumed)
        .between("-3 %/a", "3 %/a");
    table.add("building", rise.building, {fall, most}, "Of rooms, buildings and plant.", assumed)
        .between("-1 %/a", "3 %/a");
    return table.take();
}

}  // namespace verbund::study

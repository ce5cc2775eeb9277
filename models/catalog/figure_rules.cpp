#include "models/catalog/figure_rules.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "models/base/units.hpp"

namespace verbund::catalog {
namespace {

template <class Q>
Parsed<double> read_as(std::string_view text) {
    const Parsed<Q> parsed = parse_quantity<Q>(text, PointMeaning::decimal);
    if (!parsed) return {std::nullopt, parsed.problem};
    return {*parsed.value / Q{1.0, {1.0}}, {}};
}

/// A bare number, such as VMs per person.
Parsed<double> read_count(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return {value, {}};
    return {std::nullopt, {fmt::format("\"{}\" is no number", text), "Write digits without a unit."}};
}

template <class Q>
FigureRule quantity(std::string_view id, std::string_view low, std::string_view high) {
    return {id, low, high, quantity_name<Q>(), read_as<Q>};
}

FigureRule count(std::string_view id, std::string_view low, std::string_view high) {
    return {id, low, high, "a number", read_count};
}

FigureRule rate(std::string_view id) { return quantity<Rate>(id, "0 /a", "1000 /a"); }
FigureRule repair(std::string_view id) { return quantity<Duration>(id, "1 s", "10 a"); }
FigureRule life(std::string_view id) { return quantity<Duration>(id, "1 a", "100 a"); }
FigureRule part(std::string_view id) { return quantity<Fraction>(id, "0 %", "100 %"); }
FigureRule sigma(std::string_view id) { return quantity<Fraction>(id, "0 %", "500 %"); }

std::vector<FigureRule> cost_rules() {
    return {quantity<Money>("cost.host.chassis.two-socket", "0 EUR", "1000000 EUR"),
            quantity<Money>("cost.host.chassis.one-socket", "0 EUR", "1000000 EUR"),
            quantity<Money>("cost.host.chassis.entry", "0 EUR", "1000000 EUR"),
            quantity<Money>("cost.host.core", "0 EUR", "100000 EUR"),
            quantity<DataPrice>("cost.host.memory", "0 EUR/TB", "10000000 EUR/TB"),
            quantity<Money>("cost.gpu", "0 EUR", "1000000 EUR"),
            quantity<DataPrice>("cost.storage", "0 EUR/TB", "1000000 EUR/TB"),
            quantity<DataPrice>("cost.backup-storage", "0 EUR/TB", "1000000 EUR/TB"),
            quantity<PowerPrice>("cost.building.small", "0 EUR/kW", "1000000 EUR/kW"),
            quantity<PowerPrice>("cost.building.large", "0 EUR/kW", "1000000 EUR/kW"),
            quantity<MoneyRate>("cost.licence", "0 EUR/a", "100000 EUR/a"),
            quantity<LengthPrice>("cost.wan-route", "0 EUR/km", "1000000 EUR/km"),
            quantity<MoneyRate>("cost.staff-fte", "0 EUR/a", "1000000 EUR/a"),
            count("staff.vms-per-fte.small", "1", "100000"),
            count("staff.vms-per-fte.provider", "1", "100000"),
            life("life.storage"),
            life("life.building"),
            quantity<CarbonMass>("embodied.host", "0 kg", "100000 kg")};
}

std::vector<FigureRule> failure_rules() {
    return {rate("failure.server"),
            repair("repair.server"),
            rate("failure.storage-array"),
            repair("repair.storage-array"),
            rate("failure.rack-switch"),
            repair("repair.rack-switch"),
            rate("failure.cooling-unit.dx"),
            rate("failure.cooling-unit.chilled"),
            repair("repair.cooling-unit"),
            rate("failure.utility-long"),
            rate("failure.utility-short"),
            rate("failure.utility-wide"),
            rate("failure.fibre"),
            repair("repair.fibre"),
            rate("failure.site-loss"),
            repair("repair.site-loss"),
            repair("repair.utility-long"),
            sigma("spread.utility-long"),
            repair("repair.utility-short"),
            repair("repair.utility-wide"),
            quantity<Length>("length.utility-wide", "0 km", "1000 km"),
            part("share.two-feeders"),
            rate("failure.ups-module"),
            repair("repair.ups-module"),
            part("demand.ups"),
            part("demand.genset.well"),
            quantity<Duration>("mttf.genset.well", "1 h", "1000 a"),
            part("demand.genset.poorly"),
            quantity<Duration>("mttf.genset.poorly", "1 h", "1000 a"),
            part("share.common-cause"),
            rate("failure.software"),
            repair("repair.software"),
            rate("failure.ransomware"),
            repair("repair.ransomware"),
            repair("repair.ransomware.offline-copy"),
            sigma("spread.fibre"),
            quantity<Length>("length.hidden-duct", "0 km", "1000 km"),
            part("share.duct-cut"),
            quantity<Length>("length.utility-local", "0 km", "1000 km"),
            quantity<Length>("length.site-loss", "0 km", "1000 km")};
}

std::vector<FigureRule> server_rules() {
    return {quantity<Data>("memory.entry", "1 GB", "1000 TB"),
            rate("growth.memory.entry"),
            quantity<Data>("memory.one-socket", "1 GB", "1000 TB"),
            quantity<Data>("memory.two-socket", "1 GB", "1000 TB"),
            quantity<Data>("size.memory-module", "1 GB", "100 TB"),
            quantity<Power>("power.memory-module", "0 W", "1 kW"),
            quantity<Power>("power.disk.spinning", "0 W", "1 kW"),
            quantity<Power>("power.disk.ssd", "0 W", "1 kW"),
            count("year.local-ssd", "1990", "2100"),
            count("modules.benchmarked.entry", "0", "1000"),
            count("modules.benchmarked.one-socket", "0", "1000"),
            count("modules.benchmarked.two-socket", "0", "1000"),
            count("disks.host", "0", "1000"),
            count("disks.entry", "0", "1000"),
            count("disks.one-socket", "0", "1000"),
            count("disks.two-socket", "0", "1000"),
            part("share.idle-of-cores"),
            quantity<Power>("power.gpu.idle", "0 W", "10 kW"),
            quantity<Power>("power.gpu.full", "0 W", "10 kW"),
            count("gpus.host", "1", "64")};
}

}  // namespace

std::span<const FigureRule> figure_rules() {
    static const std::vector<FigureRule> rules = [] {
        std::vector<FigureRule> all = cost_rules();
        for (const FigureRule& rule : failure_rules()) all.push_back(rule);
        for (const FigureRule& rule : server_rules()) all.push_back(rule);
        return all;
    }();
    return rules;
}

const FigureRule* figure_rule(std::string_view id) {
    const auto rules = figure_rules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [id](const FigureRule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace verbund::catalog

#include "models/catalog/figure_rules.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "models/base/units.hpp"

namespace verbund::catalog {
namespace {

template <class Q>
Parsed<double> read_as(std::string_view text, PointMeaning point) {
    const Parsed<Q> parsed = parse_quantity<Q>(text, point);
    if (!parsed) return {std::nullopt, parsed.problem};
    return {*parsed.value / Q{1.0, {1.0}}, {}};
}

/// A bare number, such as cores per processor.
Parsed<double> read_count(std::string_view text, PointMeaning) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return {value, {}};
    return {std::nullopt, {fmt::format("\"{}\" is no number", text), "Write digits without a unit."}};
}

template <class Q>
FigureRule quantity(std::string_view id, std::string_view low, std::string_view high) {
    return {id, low, high, quantity_name<Q>(), read_as<Q>, quantity_units<Q>};
}

FigureRule count(std::string_view id, std::string_view low, std::string_view high) {
    return {id, low, high, "a number", read_count, [] { return std::vector<std::string>{}; }};
}

FigureRule rate(std::string_view id) { return quantity<Rate>(id, "0 /a", "1000 /a"); }
FigureRule repair(std::string_view id) { return quantity<Duration>(id, "1 s", "10 a"); }
FigureRule life(std::string_view id) { return quantity<Duration>(id, "1 a", "100 a"); }
FigureRule per_kilowatt(std::string_view id) {
    return quantity<PowerPrice>(id, "0 EUR/kW", "1000000 EUR/kW");
}
FigureRule yearly(std::string_view id) { return quantity<MoneyRate>(id, "0 EUR/a", "10000000 EUR/a"); }
FigureRule per_kilometre(std::string_view id) {
    return quantity<LengthPrice>(id, "0 EUR/km", "1000000 EUR/km");
}
FigureRule per_terabyte(std::string_view id) { return quantity<DataPrice>(id, "0 EUR/TB", "1000000 EUR/TB"); }
FigureRule purchase(std::string_view id) { return quantity<Money>(id, "0 EUR", "1000000 EUR"); }
FigureRule size(std::string_view id) { return quantity<Power>(id, "1 kW", "1000 MW"); }
FigureRule share_per_year(std::string_view id) { return quantity<Rate>(id, "0 %/a", "90 %/a"); }
FigureRule of_class_3(std::string_view id) { return quantity<Fraction>(id, "10 %", "1000 %"); }
FigureRule part(std::string_view id) { return quantity<Fraction>(id, "0 %", "100 %"); }
FigureRule sigma(std::string_view id) { return quantity<Fraction>(id, "0 %", "500 %"); }

std::vector<FigureRule> host_and_storage_rules() {
    return {purchase("cost.host.chassis.two-socket"),
            purchase("cost.host.chassis.one-socket"),
            purchase("cost.host.chassis.entry"),
            quantity<Money>("cost.host.core", "0 EUR", "100000 EUR"),
            quantity<DataPrice>("cost.host.memory", "0 EUR/TB", "10000000 EUR/TB"),
            per_terabyte("cost.storage"),
            per_terabyte("cost.backup-storage"),
            share_per_year("cost.storage.fall"),
            share_per_year("cost.backup-storage.fall"),
            life("life.storage"),
            purchase("cost.gpu")};
}

std::vector<FigureRule> site_rules() {
    return {per_kilowatt("cost.building.small"),
            size("cost.building.small-at"),
            per_kilowatt("cost.building.large"),
            size("cost.building.large-at"),
            of_class_3("cost.building.class-1"),
            of_class_3("cost.building.class-2"),
            of_class_3("cost.building.class-4"),
            purchase("cost.room"),
            size("cost.room.up-to"),
            per_kilowatt("cost.ups"),
            per_kilowatt("cost.ups-battery"),
            per_kilowatt("cost.genset.small"),
            size("cost.genset.small-at"),
            per_kilowatt("cost.genset.large"),
            size("cost.genset.large-at"),
            per_kilowatt("cost.cooling.small"),
            size("cost.cooling.small-at"),
            per_kilowatt("cost.cooling.large"),
            size("cost.cooling.large-at"),
            purchase("cost.rack"),
            purchase("cost.migration"),
            share_per_year("cost.maintenance.plant"),
            share_per_year("cost.maintenance.hardware"),
            purchase("cost.exit"),
            per_kilowatt("cost.colocation"),
            quantity<Money>("price.water", "0 EUR", "100 EUR"),
            per_kilowatt("price.demand.medium-voltage"),
            per_kilowatt("price.demand.low-voltage"),
            count("price.demand.full-load-hours", "100", "8760"),
            life("life.building"),
            life("life.room"),
            life("life.ups"),
            life("life.ups-battery"),
            life("life.genset"),
            life("life.cooling"),
            life("life.rack")};
}

std::vector<FigureRule> licence_and_staff_rules() {
    return {yearly("cost.licence"),
            yearly("cost.licence.open-source"),
            count("cost.licence.cores-per-socket", "0", "1000"),
            count("cost.licence.cores-per-order", "0", "10000"),
            purchase("cost.guest-licence"),
            count("cost.guest-licence.cores-per-host", "0", "1000"),
            life("life.guest-licence"),
            yearly("cost.staff-fte"),
            count("staff.per-site", "0", "100"),
            count("staff.site-servers", "1", "100000"),
            count("staff.per-server", "0", "1"),
            count("staff.per-procedure", "0", "1"),
            count("staff.floor.office", "0", "100"),
            count("staff.floor.on-call", "0", "100"),
            count("staff.floor.round-the-clock", "0", "100")};
}

std::vector<FigureRule> line_rules() {
    return {per_kilometre("cost.wan-route"),
            per_kilometre("cost.wan-route.once"),
            quantity<Length>("cost.wan-route.reach", "0 km", "2000 km"),
            life("life.wan-route"),
            yearly("cost.wavelength"),
            per_kilometre("cost.wavelength.km"),
            yearly("cost.ethernet.1-gbit"),
            yearly("cost.ethernet.10-gbit"),
            yearly("cost.access.1-gbit"),
            yearly("cost.access.10-gbit"),
            yearly("cost.access.business-1-gbit"),
            yearly("cost.access.business-10-gbit")};
}

FigureRule mass(std::string_view id) { return quantity<CarbonMass>(id, "0 kg", "100000 kg"); }

std::vector<FigureRule> embodied_rules() {
    return {mass("embodied.chassis"),
            mass("embodied.chassis.one-unit"),
            mass("embodied.cpu"),
            mass("embodied.memory"),
            mass("embodied.ssd"),
            mass("embodied.network-card"),
            mass("embodied.rack"),
            mass("embodied.building"),
            quantity<Data>("size.disk.system", "1 GB", "1000 TB")};
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
        std::vector<FigureRule> all;
        for (const auto& rules_of : {host_and_storage_rules, site_rules, licence_and_staff_rules, line_rules,
                                     embodied_rules, failure_rules, server_rules})
            for (const FigureRule& rule : rules_of()) all.push_back(rule);
        return all;
    }();
    return rules;
}

bool within(const FigureRule& rule, double value) {
    return value >= *rule.read(rule.low, PointMeaning::decimal).value &&
           value <= *rule.read(rule.high, PointMeaning::decimal).value;
}

const FigureRule* figure_rule(std::string_view id) {
    const auto rules = figure_rules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [id](const FigureRule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace verbund::catalog

#include "sim/availability/figures.hpp"

#include <map>
#include <string>

#include <fmt/format.h>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::availability {
namespace {

using test::Approx;

/// The shipped table with values of its own for the figures named, without a range.
class Table {
public:
    Table() : catalog_{read::load_catalog()} {}
    void set(const std::string& id, const std::string& value) {
        for (catalog::Figure& figure : catalog_.figures) {
            if (figure.id != id) continue;
            figure.value = value;
            figure.low.clear();
            figure.high.clear();
            return;
        }
        FAIL("no figure " + id);
    }
    [[nodiscard]] Figures read(const study::Availability& study = {},
                               const continuity::SupplySteps& supply = {}) const {
        return read_figures(catalog_, study, supply);
    }

private:
    catalog::Catalog catalog_;
};

TEST_CASE("every part fails at the rate and is repaired in the time of its own figures", "[availability]") {
    // Rates of 1, 2, 3 ... per cent a year, repairs of as many hours.
    struct Part {
        std::string failure;
        std::string repair;
        Failures Figures::*read;
        Cause cause;
    };
    const std::vector<Part> parts{
        {"failure.server", "repair.server", &Figures::host, Cause::hosts},
        {"failure.storage-array", "repair.storage-array", &Figures::storage, Cause::storage},
        {"failure.rack-switch", "repair.rack-switch", &Figures::room_switch, Cause::room_switch},
        {"failure.ups-module", "repair.ups-module", &Figures::ups_module, Cause::ups},
        {"failure.utility-short", "repair.utility-short", &Figures::utility_short, Cause::utility},
        {"failure.utility-wide", "repair.utility-wide", &Figures::utility_wide, Cause::wide_area},
        {"failure.site-loss", "repair.site-loss", &Figures::site_loss, Cause::site_loss},
        {"failure.software", "repair.software", &Figures::software, Cause::software},
        {"failure.ransomware", "repair.ransomware.offline-copy", &Figures::ransomware, Cause::ransomware}};
    Table table;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        table.set(parts[i].failure, fmt::format("{} %/a", i + 1));
        table.set(parts[i].repair, fmt::format("{} h", i + 1));
    }
    const Figures figures = table.read();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CAPTURE(parts[i].failure);
        const Failures& part = figures.*parts[i].read;
        CHECK(part.per_year == Approx(0.01 * static_cast<double>(i + 1)));
        REQUIRE(std::holds_alternative<FixedTime>(part.repair));
        CHECK(std::get<FixedTime>(part.repair).value_h == Approx(static_cast<double>(i + 1)));
        CHECK(part.cause == parts[i].cause);
    }
}

TEST_CASE("cooling units fail by their kind and are repaired alike", "[availability]") {
    Table table;
    table.set("failure.cooling-unit.dx", "0.3 /a");
    table.set("failure.cooling-unit.chilled", "0.1 /a");
    table.set("repair.cooling-unit", "7 h");
    const Figures f = table.read();
    CHECK(f.cooling_dx.per_year == Approx(0.3));
    CHECK(f.cooling_chilled.per_year == Approx(0.1));
    CHECK(std::get<FixedTime>(f.cooling_dx.repair).value_h == Approx(7.0));
    CHECK(std::get<FixedTime>(f.cooling_chilled.repair).value_h == Approx(7.0));
}

TEST_CASE("a generator starts and runs by the care it gets, unless the study says how often it fails",
          "[availability]") {
    Table table;
    table.set("demand.genset.well", "1 %");
    table.set("mttf.genset.well", "1000 h");
    table.set("demand.genset.poorly", "3 %");
    table.set("mttf.genset.poorly", "50 h");
    study::Availability study;
    study.genset_care = study::Care::well;
    CHECK(table.read(study).genset_on_demand == Approx(0.01));
    CHECK(table.read(study).genset_mttf_h == Approx(1000.0));
    study.genset_care = study::Care::poorly;
    CHECK(table.read(study).genset_on_demand == Approx(0.03));
    CHECK(table.read(study).genset_mttf_h == Approx(50.0));
    continuity::SupplySteps supply;
    supply.genset_failure = 5.0 * percent;
    CHECK(table.read(study, supply).genset_on_demand == Approx(0.05));
}

TEST_CASE("a rebuild after ransomware takes longer without an offline copy", "[availability]") {
    Table table;
    table.set("repair.ransomware", "40 d");
    table.set("repair.ransomware.offline-copy", "10 d");
    study::Availability study;
    study.offline_copy = true;
    CHECK(std::get<FixedTime>(table.read(study).ransomware.repair).value_h == Approx(240.0));
    study.offline_copy = false;
    CHECK(std::get<FixedTime>(table.read(study).ransomware.repair).value_h == Approx(960.0));
}

TEST_CASE("shares and distances are those of their own figures", "[availability]") {
    Table table;
    table.set("length.utility-wide", "31 km");
    table.set("length.utility-local", "6 km");
    table.set("length.site-loss", "2 km");
    table.set("length.hidden-duct", "3 km");
    table.set("share.two-feeders", "21 %");
    table.set("share.common-cause", "8 %");
    table.set("share.duct-cut", "70 %");
    table.set("demand.ups", "0.4 %");
    table.set("failure.fibre", "0.2 %/a");
    const Figures f = table.read();
    CHECK(f.utility_wide_km == Approx(31.0));
    CHECK(f.utility_local_km == Approx(6.0));
    CHECK(f.site_loss_km == Approx(2.0));
    CHECK(f.hidden_duct_km == Approx(3.0));
    CHECK(f.two_feeders == Approx(0.21));
    CHECK(f.common_cause == Approx(0.08));
    CHECK(f.duct_cut == Approx(0.7));
    CHECK(f.ups_on_demand == Approx(0.004));
    CHECK(f.fibre_per_km.per_year == Approx(0.002));
}

}  // namespace
}  // namespace verbund::availability

#include <fmt/format.h>

#include "models/catalog/column_parts.hpp"
#include "models/catalog/columns.hpp"

/// Tables of places, climate, connections and who stands there.
namespace verbund::catalog {
namespace {

constexpr Between regions{1.0, 15.0};
constexpr Between people{1.0, 2e7};

}  // namespace

void describe(Columns& c, ClimateNormal& row) {
    const Between celsius{-40.0, 50.0};
    c.whole({"region", "", "climate region of the DWD test reference years"}, regions, row.region);
    c.text({"station", "", "reference station"}, {}, row.station);
    c.whole({"try_year", "", "reference year"}, calendar_year, row.try_year);
    c.whole({"month", "", "1 = January"}, {1.0, 12.0}, row.month);
    c.number({"mean_c", "°C", "mean of the month"}, celsius, row.mean_c);
    c.number({"mean_daily_min_c", "°C", "mean of the days' lowest"}, celsius, row.mean_daily_min_c);
    c.number({"mean_daily_max_c", "°C", "mean of the days' highest"}, celsius, row.mean_daily_max_c);
    c.number({"sd_daily_mean_k", "K", "standard deviation of the days' means"}, {0.0, 20.0},
             row.sd_daily_mean_k);
    c.number({"lag1_autocorrelation", "", "of the days' means from day to day"}, {-0.99, 0.99},
             row.lag1_autocorrelation);
    c.number({"mean_rh_pct", "%", "relative humidity"}, {0.0, 100.0}, row.mean_rh_pct);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, District& row) {
    static constexpr std::string_view kinds[] = {"district", "city"};
    c.text({"ags", "", "official key"}, {.digits = 5}, row.ags);
    c.text({"name", "", "official name"}, {}, row.name);
    describe_word(c, {"kind", "", "district (Landkreis) or district-free city"}, kinds, row.kind);
    c.text({"state", "", "key of the federal state"}, {.digits = 2}, row.state);
    c.text({"nuts3", "", "European key"}, {}, row.nuts3);
    c.number({"area_km2", "km²", "area"}, {0.1, 1e5}, row.area_km2);
    c.number({"population", "", "people"}, people, row.population);
    c.text({"seat", "", "town of its administration"}, {}, row.seat);
    describe_place(c, row.place);
    c.whole({"climate_region", "", "of the DWD test reference years"}, regions, row.climate_region);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, Municipality& row) {
    c.text({"ags", "", "official key"}, {.digits = 8}, row.ags);
    c.text({"name", "", "official name"}, {}, row.name);
    c.text({"district", "", "key of its district"}, {.digits = 5}, row.district);
    describe_place(c, row.place);
    c.number({"population", "", "people"}, people, row.population);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, AccessLink& row) {
    const Between rate{0.01, 1e9};
    c.text({"kind", "", "site that is connected; center: data center to data center"},
           {.words = access_kinds}, row.kind);
    c.whole({"year", "", "calendar year"}, calendar_year, row.year);
    c.number({"capacity_mbit_s", "Mbit/s", "usual capacity"}, rate, row.capacity_mbit_s);
    c.number({"low", "Mbit/s", "low end of the usual range"}, rate, row.low);
    c.number({"high", "Mbit/s", "high end of the usual range"}, rate, row.high);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, Provider& row) {
    const Between count{0.0, 1e8};
    const Between power{0.0, 1e6};
    c.text({"id", "", "short name"}, {}, row.id);
    c.text({"name", "", "name"}, {}, row.name);
    c.text({"state", "", "key of the federal state"}, {.digits = 2}, row.state);
    c.text({"place", "", "town of its seat"}, {}, row.place);
    c.whole({"year", "", "of the figures"}, calendar_year, row.year);
    c.number({"energy_mwh", "MWh", "yearly energy of its centers; 0 = not known"}, count, row.energy_mwh);
    c.number({"pue", "", "metered; 0 = not known"}, {0.0, 5.0}, row.pue);
    c.number({"servers", "", "as published, most often physical and virtual together; 0 = not known"}, count,
             row.servers);
    c.number({"seats", "", "IT workplaces served; 0 = not known"}, count, row.seats);
    c.number({"staff", "", "full-time equivalents; 0 = not known"}, count, row.staff);
    c.number({"people", "", "inhabitants of the bodies served; 0 = not known"}, count, row.people);
    c.number({"it_kw", "kW", "mean IT power of all it runs, from the first figure known, see README"}, power,
             row.it_kw);
    c.number({"it_kw_low", "kW", "low end"}, power, row.it_kw_low);
    c.number({"it_kw_high", "kW", "high end"}, power, row.it_kw_high);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, LineRate& row) {
    c.number({"rate_mbit_s", "Mbit/s", "what a line carries"}, {0.01, 1e9}, row.rate_mbit_s);
    describe_evidence(c, row.evidence);
}

}  // namespace verbund::catalog

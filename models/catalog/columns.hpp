#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "models/catalog/catalog.hpp"
#include "models/catalog/column.hpp"

/// The columns of every table as data: what each is called, in which unit it counts, what it means and may
/// hold.
///
/// `describe(columns, row)` lists the columns of a row once, in the order of the file, `evidence` and
/// `source` last.  The CSV reader with its range checks, `verbund catalog` and `check --explain` walk this
/// list.
namespace verbund::catalog {

/// What a text may be.
struct TextRule {
    std::span<const std::string_view> words{};  ///< one of these; none = any
    std::size_t digits = 0;                     ///< a key of exactly as many digits; 0 = no key
    bool optional = false;                      ///< the cell may be empty
};

/// Takes the columns of a row one after the other, with access to the member.
class Columns {
public:
    virtual ~Columns() = default;
    virtual void text(const Column& column, const TextRule& rule, std::string& value) = 0;
    virtual void whole(const Column& column, Between limits, int& value) = 0;
    virtual void number(const Column& column, Between limits, double& value) = 0;
    /// A number whose column a table may leave out; `fallback` holds in all its rows then.
    virtual void number_or(const Column& column, Between limits, double& value, double fallback) = 0;
    virtual void flag(const Column& column, bool& value) = 0;
    /// `index` is that of the cell's word; the number of words where it is none of them.
    virtual void word(const Column& column, std::span<const std::string_view> words, std::size_t& index) = 0;
    /// A number that a row of the kind which the last word stated does not have: its cell is empty.
    virtual void unused(const Column& column, Between limits) = 0;
};

void describe(Columns& columns, ServerModel& row);
void describe(Columns& columns, ServerTrend& row);
void describe(Columns& columns, UpsType& row);
void describe(Columns& columns, CoolingType& row);
void describe(Columns& columns, ClimateNormal& row);
void describe(Columns& columns, GridEmission& row);
void describe(Columns& columns, ElectricityPrice& row);
void describe(Columns& columns, WorkloadClass& row);
void describe(Columns& columns, Transaction& row);
void describe(Columns& columns, Profile& row);
void describe(Columns& columns, HourShape& row);
void describe(Columns& columns, Figure& row);
void describe(Columns& columns, District& row);
void describe(Columns& columns, Municipality& row);
void describe(Columns& columns, AccessLink& row);
void describe(Columns& columns, Provider& row);
void describe(Columns& columns, PlantModule& row);
void describe(Columns& columns, LineRate& row);
void describe(Columns& columns, GearDevice& row);
void describe(Columns& columns, EndpointDevice& row);
void describe(Columns& columns, ProcedureKind& row);
void describe(Columns& columns, ColumnBound& row);

/// What tells a row from the others of its table: an id, a year, "7.2015.1" (region, reference year, month).
[[nodiscard]] std::string row_key(const ServerModel& row);
[[nodiscard]] std::string row_key(const ServerTrend& row);
[[nodiscard]] std::string row_key(const UpsType& row);
[[nodiscard]] std::string row_key(const CoolingType& row);
[[nodiscard]] std::string row_key(const ClimateNormal& row);
[[nodiscard]] std::string row_key(const GridEmission& row);
[[nodiscard]] std::string row_key(const ElectricityPrice& row);
[[nodiscard]] std::string row_key(const WorkloadClass& row);
[[nodiscard]] std::string row_key(const Transaction& row);
[[nodiscard]] std::string row_key(const Profile& row);
[[nodiscard]] std::string row_key(const HourShape& row);
[[nodiscard]] std::string row_key(const Figure& row);
[[nodiscard]] std::string row_key(const District& row);
[[nodiscard]] std::string row_key(const Municipality& row);
[[nodiscard]] std::string row_key(const AccessLink& row);
[[nodiscard]] std::string row_key(const Provider& row);
[[nodiscard]] std::string row_key(const PlantModule& row);
[[nodiscard]] std::string row_key(const LineRate& row);
[[nodiscard]] std::string row_key(const GearDevice& row);
[[nodiscard]] std::string row_key(const EndpointDevice& row);
[[nodiscard]] std::string row_key(const ProcedureKind& row);
[[nodiscard]] std::string row_key(const ColumnBound& row);

/// A table as it is named in a study and on the command line.
struct TableName {
    std::string_view name;  ///< "ups" for `ups.csv`
    std::string_view text;  ///< what a row is
};

/// Calls `visit(table name, rows)` for every table, in the order they are read.
template <class AnyCatalog, class Visit>
void for_each_table(AnyCatalog& catalog, Visit&& visit) {
    visit(TableName{"servers", "a measured server and its power at load"}, catalog.servers);
    visit(TableName{"server_trend", "servers of a year after the last measured one"}, catalog.server_trend);
    visit(TableName{"ups", "a UPS and its loss curve"}, catalog.ups);
    visit(TableName{"cooling", "a cooling plant"}, catalog.cooling);
    visit(TableName{"climate_normals", "a month of a climate region and reference year"}, catalog.climate);
    visit(TableName{"grid_emission", "emissions of grid electricity in a year"}, catalog.grid_emission);
    visit(TableName{"electricity_price", "price of electricity in a year, without VAT"},
          catalog.electricity_price);
    visit(TableName{"profiles", "load over the hours of a kind of day, as a share of the peak"},
          catalog.profiles);
    visit(TableName{"hour_shapes",
                    "price or emissions of electricity over the hours of a kind of day, as ratios"},
          catalog.hour_shapes);
    visit(TableName{"workloads", "a class of VMs or of physical servers"}, catalog.workloads);
    visit(TableName{"transactions", "what a person does and waits for"}, catalog.transactions);
    visit(TableName{"figures", "a single price, life, failure rate or other figure"}, catalog.figures);
    visit(TableName{"districts", "a district or district-free city"}, catalog.districts);
    visit(TableName{"municipalities", "a municipality inside a district"}, catalog.municipalities);
    visit(TableName{"access_links", "usual capacity of a site's connection to the WAN in a year"},
          catalog.access_links);
    visit(TableName{"providers", "a public IT provider and the IT power of what it runs"}, catalog.providers);
    visit(TableName{"plant_modules", "a size in which UPS, cooling and generators are sold"},
          catalog.plant_modules);
    visit(TableName{"line_rates", "a rate in which carriers sell lines"}, catalog.line_rates);
    visit(TableName{"gear", "a device of network, backup or management in rooms and offices"}, catalog.gear);
    visit(TableName{"endpoints", "a kind of device on desks"}, catalog.endpoints);
    visit(TableName{"procedures", "a kind of procedure (Fachverfahren) of local government"},
          catalog.procedures);
    visit(TableName{"bounds", "plausible range of a column of figures of a table"}, catalog.bounds);
}

/// Words of columns that are kept as text.
inline constexpr std::string_view server_series[] = {"entry", "one-socket", "two-socket"};
inline constexpr std::string_view day_kind_words[] = {"workday", "long-thursday", "friday",
                                                      "weekend-or-holiday"};
inline constexpr std::string_view hour_shape_of[] = {"price", "emission"};
/// Winter: October to March; workday: Monday to Friday.
inline constexpr std::string_view hour_shape_days[] = {"winter-workday", "winter-weekend", "summer-workday",
                                                       "summer-weekend"};
inline constexpr std::string_view module_kinds[] = {"ups", "cooling-dx", "cooling-chilled", "generator"};
inline constexpr std::string_view access_kinds[] = {"municipality", "district", "city", "center"};

}  // namespace verbund::catalog

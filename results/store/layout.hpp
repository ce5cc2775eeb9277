#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Names and sizes of the results format that writer and reader share.  FORMAT.md tells the rest.
namespace verbund::store {

inline constexpr std::string_view format_name = "verbund-results";
inline constexpr int schema_major = 2;
inline constexpr int schema_minor = 3;

inline constexpr std::string_view sweep_format_name = "verbund-sweep";
inline constexpr int sweep_schema_major = 1;
inline constexpr int sweep_schema_minor = 1;

/// Columns that a minor version added to a table that was there before: files of an older one lack them.
inline constexpr std::array<std::string_view, 23> added_columns{"/hosts/gpus",
                                                                "/administrations/center_grid_energy_mwh",
                                                                "/yearly/generator_fuel_l",
                                                                "/yearly/iteesv_ops_per_w",
                                                                "/administrations/bill_eur",
                                                                "/waves/first_day",
                                                                "/cutovers/first_day",
                                                                "/summary/cost_licences_eur",
                                                                "/summary/cost_change_eur",
                                                                "/yearly/cost_licences_eur",
                                                                "/yearly/cost_change_eur",
                                                                "/administrations/cost_eur",
                                                                "/yearly/ref",
                                                                "/yearly/cer",
                                                                "/yearly/cue_kg_per_kwh",
                                                                "/yearly/ups_load_share",
                                                                "/yearly/stranded_it_power_kw",
                                                                "/yearly/stranded_height_units",
                                                                "/yearly/ups_autonomy_min",
                                                                "/yearly/generator_kva",
                                                                "/summary/ref",
                                                                "/summary/cer",
                                                                "/summary/cue_kg_per_kwh"};

inline constexpr int hours_per_leap_year = 8784;
inline constexpr int hours_per_common_year = 8760;

/// More entries than any plan has on one axis; a file that claims more is not believed.
inline constexpr std::uint64_t max_axis = 20'000'000;
/// More numbers than a dataset of a plan has (16 GB as float64).
inline constexpr std::uint64_t max_elements = 2'000'000'000;

}  // namespace verbund::store

#pragma once

#include <string>
#include <vector>

#include "scenarios/study/key_places.hpp"
#include "scenarios/study/study.hpp"
#include "scenarios/study/territory.hpp"

/// Mistakes that only show when the parts of a study are held against each other.
namespace verbund::study {

/// What a check sees: one variant and the administrations that its territory selects.
struct CheckInput {
    const StudySet& set;
    const Study& study;
    const std::vector<SelectedAdministration>& administrations;
    Reporter& report;
};

/// Whether the years computed are known, so that others can be held against them.
[[nodiscard]] bool horizon_known(const CheckInput& input);

/// Runs every check of a variant.
void check_variant(const StudySet& set, const Study& study, Reporter& report);

/// Runs the check of variant names in a variant's sections; all variants must be in `set`.
void check_named_variants(const StudySet& set, const Study& study, Reporter& report);

/// Years of the horizon, milestones and the base variant.  `milestones_given`: stated in the study, not the
/// default.
void check_frame(const StudySet& set, bool milestones_given, Reporter& report);

/// Path under which a variant's places hold a cell of the study's own table of workload classes.
[[nodiscard]] std::string workload_cell_path(const std::string& workload, const std::string& column);

/// Each finds the mistake it is named after.
void find_unknown_move_target(const CheckInput& input);
void find_unknown_backup_site(const CheckInput& input);
void find_backup_at_itself(const CheckInput& input);
void find_spread_without_group(const CheckInput& input);
void find_unknown_partner(const CheckInput& input);
void find_unknown_outside_copy(const CheckInput& input);
void find_unknown_home_or_provider(const CheckInput& input);
void find_unknown_link_end(const CheckInput& input);
void find_duct_without_links(const CheckInput& input);
void find_unknown_workload(const CheckInput& input);
void find_unknown_plant(const CheckInput& input);
void find_unknown_endpoint(const CheckInput& input);

void find_unknown_profile_of_a_day(const CheckInput& input);
void find_unknown_probe(const CheckInput& input);
void find_unknown_logon_class(const CheckInput& input);

void find_sampled_class_without_traffic(const CheckInput& input);
void find_waited_for_class_without_traffic(const CheckInput& input);

void find_empty_territory(const CheckInput& input);
void find_repeated_ags(const CheckInput& input);
void find_underspecified_administration(const CheckInput& input);
void find_place_outside_germany(const CheckInput& input);
void find_selector_of_nobody(const CheckInput& input);
void find_missing_provider(const CheckInput& input);
void find_center_without_rooms(const CheckInput& input);
void find_it_power_beyond_racks(const CheckInput& input);
void find_other_load_without_power(const CheckInput& input);
void find_unknown_provider_of_load(const CheckInput& input);
void find_meters_without_reading(const CheckInput& input);
void find_gear_figure_without_base(const CheckInput& input);

void find_memory_growth_stated_twice(const CheckInput& input);
void find_ram_per_core_without_range(const CheckInput& input);
void find_undated_inventory(const CheckInput& input);
void find_date_without_inventory(const CheckInput& input);
void find_server_larger_than_any_host(const CheckInput& input);

void find_move_without_one_time(const CheckInput& input);
void find_procedures_without_list(const CheckInput& input);
void find_unknown_runner(const CheckInput& input);
void find_procedure_of_nobody(const CheckInput& input);
void find_saving_counted_twice(const CheckInput& input);
void find_critical_procedures_without_list(const CheckInput& input);
void find_unknown_terminal_class(const CheckInput& input);

void find_move_outside_horizon(const CheckInput& input);
void find_host_that_cannot_stand(const CheckInput& input);
void find_broken_years(const CheckInput& input);
void find_move_to_unbuilt_center(const CheckInput& input);
void find_closing_before_opening(const CheckInput& input);
void find_backup_before_opening(const CheckInput& input);
void find_overlapping_moves(const CheckInput& input);

void find_device_taller_than_a_rack(const CheckInput& input);
void find_servers_without_class(const CheckInput& input);
void find_gpus_of_physical_servers(const CheckInput& input);
void find_districts_without_seats_law(const CheckInput& input);
void find_place_without_climate(const CheckInput& input);

void find_price_that_falls_with_size(const CheckInput& input);
void find_demand_charge_above_price(const CheckInput& input);
void find_movable_share_of_even_hours(const CheckInput& input);

void find_drill_outside_horizon(const CheckInput& input);

void find_availability_year_outside_horizon(const CheckInput& input);
void find_failover_better_untested(const CheckInput& input);

}  // namespace verbund::study

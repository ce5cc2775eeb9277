#include "scenarios/study/checks.hpp"

#include <array>

#include <fmt/format.h>

#include "scenarios/study/center_sets.hpp"

namespace verbund::study {

bool horizon_known(const CheckInput& input) {
    return !input.report.broken("horizon") && input.set.horizon.first <= input.set.horizon.last;
}

void check_variant(const StudySet& set, const Study& study, Reporter& report) {
    const std::vector<SelectedAdministration> administrations =
        select_administrations(study.territory, set.catalog);
    const CheckInput input{set, study, administrations, report};
    constexpr std::array checks{find_unknown_move_target,
                                find_unknown_backup_site,
                                find_backup_at_itself,
                                find_spread_without_group,
                                find_unknown_partner,
                                find_unknown_outside_copy,
                                find_unknown_home_or_provider,
                                find_unknown_link_end,
                                find_duct_without_links,
                                find_unknown_workload,
                                find_unknown_plant,
                                find_unknown_endpoint,
                                find_gear_figure_without_base,
                                find_device_taller_than_a_rack,
                                find_servers_without_class,
                                find_gpus_of_physical_servers,
                                find_districts_without_seats_law,
                                find_place_without_climate,
                                find_price_that_falls_with_size,
                                find_demand_charge_above_price,
                                find_movable_share_of_even_hours,
                                find_unknown_profile_of_a_day,
                                find_unknown_probe,
                                find_unknown_logon_class,
                                find_sampled_class_without_traffic,
                                find_waited_for_class_without_traffic,
                                find_empty_territory,
                                find_repeated_ags,
                                find_underspecified_administration,
                                find_place_outside_germany,
                                find_selector_of_nobody,
                                find_missing_provider,
                                find_center_without_rooms,
                                find_it_power_beyond_racks,
                                find_other_load_without_power,
                                find_unknown_provider_of_load,
                                find_meters_without_reading,
                                find_memory_growth_stated_twice,
                                find_ram_per_core_without_range,
                                find_undated_inventory,
                                find_date_without_inventory,
                                find_server_larger_than_any_host,
                                find_move_without_one_time,
                                find_procedures_without_list,
                                find_unknown_runner,
                                find_procedure_of_nobody,
                                find_saving_counted_twice,
                                find_critical_procedures_without_list,
                                find_unknown_terminal_class,
                                find_move_outside_horizon,
                                find_host_that_cannot_stand,
                                find_broken_years,
                                find_move_to_unbuilt_center,
                                find_closing_before_opening,
                                find_backup_before_opening,
                                find_overlapping_moves,
                                find_drill_outside_horizon,
                                find_availability_year_outside_horizon,
                                find_failover_better_untested};
    for (const auto check : checks) check(input);
}

void check_frame(const StudySet& set, bool milestones_given, Reporter& report) {
    const Horizon& horizon = set.horizon;
    if (report.broken("horizon")) return;
    if (horizon.last < horizon.first) {
        report("horizon",
               fmt::format("the last year {} lies before the first {}", horizon.last, horizon.first),
               "Write the earlier year as first.");
        return;
    }
    for (const int year : set.milestones) {
        if (!milestones_given || (year >= horizon.first && year <= horizon.last)) continue;
        report("milestones",
               fmt::format("{} lies outside the horizon {}-{}", year, horizon.first, horizon.last),
               "Name years of the horizon.");
    }
    std::vector<std::string> ids;
    bool known = set.base_variant.empty();
    for (const Variant& variant : set.variants) {
        ids.push_back(variant.id);
        known = known || variant.id == set.base_variant;
    }
    if (known) return;
    UnknownName unknown = unknown_name("variant", set.base_variant, ids);
    report("base_variant", std::move(unknown.problem), std::move(unknown.remedy));
}

}  // namespace verbund::study

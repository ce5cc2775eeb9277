#include "sim/batch/import/fitted_profiles.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "models/base/unit_factors.hpp"
#include "models/catalog/row_cells.hpp"
#include "models/workload/profile_fit.hpp"
#include "results/report/export/csv_export.hpp"

namespace verbund::batch {
namespace {

using workload::ProfileFit;
using workload::ProfileFitter;

constexpr const char* class_without_rule = "specialist";
constexpr std::array<std::string_view, workload::day_kinds_count> kind_names{"workday", "long-thursday",
                                                                             "friday", "weekend-or-holiday"};

std::string measured_id(const std::string& workload) { return "measured-" + workload; }

/// A number of a table: five digits, in one reading.
std::string table_number(double value) { return without_second_reading(fmt::format("{:.5g}", value)); }

template <class Row>
std::string table_csv(const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows) {
        const std::vector<catalog::Cell> cells = catalog::cells_of(row);
        std::vector<report::ExportCell> line;
        if (text.empty()) {
            for (const catalog::Cell& cell : cells) line.emplace_back(std::string_view{cell.column.name});
            text = report::csv_line(line, report::DecimalMark::point);
            line.clear();
        }
        for (const catalog::Cell& cell : cells) line.emplace_back(std::string_view{cell.value});
        text += report::csv_line(line, report::DecimalMark::point);
    }
    return text;
}

/// The value as the table will have it, so that text and table agree.
double rounded(double value) { return number_value(table_number(value), DecimalSign::point).value_or(value); }

class ProfileMaker {
public:
    ProfileMaker(const TraceCalendar& calendar, const std::vector<read::VmClassRule>& rules,
                 const catalog::Catalog& catalog)
        : calendar_{calendar}, rules_{rules}, catalog_{catalog}, all_{fitter()} {}

    void add(const workload::MeasuredVm& vm, const workload::StepSource& steps, std::size_t number) {
        const std::optional<std::string> workload = read::vm_class_of(vm.name, rules_);
        vcpus_ += vm.vcpus;
        if (!workload) {
            unmapped_vcpus_ += vm.vcpus;
            made_.found.unmapped.push_back(vm.name);
        }
        const auto own = classes_.try_emplace(workload.value_or(class_without_rule), fitter()).first;
        own->second.add(vm, steps, number);
        all_.add(vm, steps, number);
        clock_mhz_ += vm.vcpus * vm.core_mhz;
    }

    ClassProfiles made() {
        std::vector<catalog::Profile> profiles = catalog_.profiles;
        std::vector<catalog::WorkloadClass> workloads = catalog_.workloads;
        for (const auto& [workload, fitter] : classes_) {
            const std::optional<ProfileFit> fit = fitter.fit();
            const auto row = std::find_if(workloads.begin(), workloads.end(),
                                          [&id = workload](const auto& known) { return known.id == id; });
            if (!fit || row == workloads.end()) {
                made_.found.too_short.push_back(workload);
                continue;
            }
            take(*fit, *row, profiles);
        }
        made_.profiles_csv = table_csv(profiles);
        made_.workloads_csv = table_csv(workloads);
        made_.found.unmapped_share = vcpus_ > 0.0 ? unmapped_vcpus_ / vcpus_ : 0.0;
        if (const std::optional<ProfileFit> all = all_.fit()) {
            made_.found.peak_mhz = all->peak * clock_mhz_;
            made_.found.coincidence = all->coincidence();
        }
        return std::move(made_);
    }

private:
    [[nodiscard]] ProfileFitter fitter() const { return {calendar_.day, calendar_.hour, calendar_.state}; }

    void take(const ProfileFit& fit, catalog::WorkloadClass& row, std::vector<catalog::Profile>& profiles) {
        outcome::FittedProfile found{.workload = row.id,
                                     .vms = fit.vms,
                                     .vcpus = fit.vcpus,
                                     .mean = fit.mean,
                                     .at_peak = rounded(std::min(1.0, fit.at_peak)),
                                     .at_peak_before = row.cpu_at_peak,
                                     .floor = rounded(std::min(1.0, fit.floor)),
                                     .floor_before = row.cpu_floor,
                                     .coincidence = fit.coincidence(),
                                     .correlation = fit.correlation,
                                     .quiet_measured = fit.quiet_factor.has_value(),
                                     .missing_days = {}};
        const Evidence measured{
            "C", fmt::format("measured use of {} VMs from {} on, mean of each hour of a kind of day", fit.vms,
                             to_string(calendar_.day))};
        const double quiet = fit.quiet_factor.value_or(quiet_factor_of(row.profile));
        for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
            if (fit.days.at(kind) == 0) found.missing_days.emplace_back(kind_names.at(kind));
            catalog::Profile& profile = profiles.emplace_back();
            profile.id = measured_id(row.id);
            profile.day_kind = kind_names.at(kind);
            profile.quiet_factor = rounded(quiet);
            profile.evidence = measured;
            std::transform(fit.shape.at(kind).begin(), fit.shape.at(kind).end(), profile.share.begin(),
                           [](double share) { return rounded(std::clamp(share, 0.0, 1.0)); });
        }
        row.profile = measured_id(row.id);
        row.cpu_at_peak = found.at_peak;
        row.cpu_floor = found.floor;
        row.evidence.source += "; CPU: " + measured.source;
        made_.found.classes.push_back(std::move(found));
    }

    [[nodiscard]] double quiet_factor_of(const std::string& profile) const {
        const auto row = std::find_if(catalog_.profiles.begin(), catalog_.profiles.end(),
                                      [&](const catalog::Profile& known) { return known.id == profile; });
        return row == catalog_.profiles.end() ? 1.0 : row->quiet_factor;
    }

    const TraceCalendar& calendar_;
    const std::vector<read::VmClassRule>& rules_;
    const catalog::Catalog& catalog_;
    std::map<std::string, ProfileFitter> classes_;
    ProfileFitter all_;
    ClassProfiles made_;
    double vcpus_ = 0.0;
    double unmapped_vcpus_ = 0.0;
    double clock_mhz_ = 0.0;
};

double length_days(const std::vector<workload::MeasuredVm>& vms, const workload::StepSource& steps) {
    double last_s = 0.0;
    for (std::size_t vm = 0; vm < vms.size(); ++vm)
        last_s =
            std::max(last_s, vms[vm].start_s + vms[vm].duration_s.value_or(workload::last_step_s(steps, vm)));
    return last_s / seconds_per_day;
}

}  // namespace

ClassProfiles fit_profiles(const std::vector<workload::MeasuredVm>& vms, const workload::StepSource& steps,
                           const TraceCalendar& calendar, const std::vector<read::VmClassRule>& rules,
                           const catalog::Catalog& catalog) {
    ProfileMaker maker{calendar, rules, catalog};
    try {
        for (std::size_t number = 0; number < vms.size(); ++number) maker.add(vms[number], steps, number);
    } catch (const std::out_of_range& error) {
        throw InvalidInput{
            {{{}, "", fmt::format("the trace holds {}", error.what()), "Cut it, or mend its times."}}};
    }
    ClassProfiles made = maker.made();
    made.found.days = length_days(vms, steps);
    return made;
}

}  // namespace verbund::batch

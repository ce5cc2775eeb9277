#include "scenarios/study/catalog_values.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <set>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "models/catalog/columns.hpp"
#include "models/catalog/figure_rules.hpp"
#include "models/catalog/row_cells.hpp"
#include "models/compute/host.hpp"
#include "scenarios/study/price_keys.hpp"
#include "scenarios/study/resolve.hpp"

namespace verbund::study {
namespace {

/// What is told of a row: GPUs only of a class that needs some.
template <class Row>
std::vector<catalog::Cell> told_cells(const Row& row) {
    std::vector<catalog::Cell> cells = catalog::cells_of(row);
    if constexpr (std::is_same_v<Row, catalog::WorkloadClass>)
        if (!(row.gpus > 0.0))
            std::erase_if(cells, [](const catalog::Cell& cell) { return cell.column.name == "gpus"; });
    return cells;
}

/// Whether a variant of the study asks the models for a row.  One overload a table.
class RowsRead {
public:
    explicit RowsRead(const StudySet& set) : set_{set}, gpu_classes_{gpu_classes_of(set)} {
        for (const Variant& variant : set.variants) add(variant.study);
        for (const catalog::FigureRule& rule : catalog::figure_rules()) figures_.insert(std::string{rule.id});
        forget_figures_of_other_choices();
        forget_replaced_figures();
    }

    bool operator()(const catalog::ServerModel& row) const {
        const int oldest = compute::generation_year(set_.catalog, row.series, first_bought_);
        return series_.contains(row.series) &&
               (row.year >= oldest ||
                row.year == compute::generation_year(set_.catalog, row.series, compute::reference_year));
    }
    bool operator()(const catalog::ServerTrend& row) const { return row.year <= last_played_; }
    bool operator()(const catalog::UpsType& row) const { return ups_.contains(row.id); }
    bool operator()(const catalog::CoolingType& row) const { return cooling_.contains(row.id); }
    bool operator()(const catalog::ClimateNormal& row) const { return regions_.contains(row.region); }
    bool operator()(const catalog::GridEmission& row) const {
        return holds(set_.catalog.grid_emission, row.year);
    }
    bool operator()(const catalog::ElectricityPrice& row) const {
        return holds(set_.catalog.electricity_price, row.year);
    }
    bool operator()(const catalog::Profile& row) const {
        return std::any_of(
            set_.catalog.workloads.begin(), set_.catalog.workloads.end(),
            [&](const catalog::WorkloadClass& w) { return w.profile == row.id; });
    }
    bool operator()(const catalog::HourShape&) const { return reads_hour_shapes_; }
    bool operator()(const catalog::WorkloadClass& row) const {
        return !(row.gpus > 0.0) || gpu_classes_.contains(row.id);
    }
    bool operator()(const catalog::Transaction&) const { return true; }
    bool operator()(const catalog::Figure& row) const { return figures_.contains(row.id); }
    bool operator()(const catalog::District& row) const {
        return territory_.contains(row.ags) || (reads_survey_ && row.kind == catalog::DistrictKind::district);
    }
    bool operator()(const catalog::Municipality& row) const { return territory_.contains(row.ags); }
    bool operator()(const catalog::AccessLink& row) const { return kinds_.contains(row.kind); }
    bool operator()(const catalog::Provider& row) const { return providers_.contains(row.id); }
    bool operator()(const catalog::PlantModule&) const { return true; }
    bool operator()(const catalog::LineRate&) const { return true; }
    bool operator()(const catalog::GearDevice&) const { return reads_gear_; }
    bool operator()(const catalog::EndpointDevice& row) const { return endpoints_.contains(row.id); }
    bool operator()(const catalog::ProcedureKind& row) const {
        return every_procedure_ || procedures_.contains(row.id);
    }
    bool operator()(const catalog::ColumnBound&) const { return false; }  // of ranges, not of results

private:
    void add_procedures(const Procedures& asked) {
        every_procedure_ = every_procedure_ || asked.basis == ProcedureBasis::survey;
        if (asked.basis != ProcedureBasis::file || !asked.file) return;
        for (const ListedProcedure& row : set_.procedures.at(*asked.file)) procedures_.insert(row.kind);
    }

    void add(const Study& study) {
        add_procedures(study.estate.procedures);
        reads_gear_ = reads_gear_ || !study.gear.base;
        reads_hour_shapes_ = reads_hour_shapes_ || study.economics.hourly_shape;
        for (const auto& [id, counted] : study.endpoints)
            if (counted.per_seat > 0.0) endpoints_.insert(id);
        add_plant(study.home.ups, study.home.cooling);
        for (const auto& [id, center] : study.centers)
            for (const auto& [room_id, room] : center.rooms) add_plant(room.ups, room.cooling);
        // Whatever hosts are bought of: a physical server takes the smallest machine of any series that holds
        // it, and the classes' use of the CPU is stated for a core of two-socket servers.
        for (const std::string& series : resolve_series(HostSeries::automatic)) series_.insert(series);
        const auto administrations = select_administrations(study.territory, set_.catalog);
        for (const auto& [region, place] : climate_regions(study, administrations, set_.catalog))
            regions_.insert(region);
        for (const SelectedAdministration& administration : administrations) {
            territory_.insert(administration.ags);
            kinds_.insert(administration.kind);
            if (administration.at) territory_.insert(nearest_district(set_.catalog, *administration.at).ags);
            const bool counted = administration.stated != nullptr && administration.stated->inventory;
            reads_survey_ = reads_survey_ || !counted;
        }
        kinds_.insert("center");  // trunks
        int longest_stage = study.network.stage_years;
        for (const auto& [id, center] : study.centers) {
            territory_.insert(nearest_district(set_.catalog, center.at).ags);
            longest_stage = std::max(longest_stage, center.stage_years);
            if (center.other_load && center.other_load->provider)
                providers_.insert(*center.other_load->provider);
        }
        last_played_ = std::max(last_played_, set_.horizon.last + longest_stage - 1);
        const int life = std::max(refresh_years(study.hosts), stand_alone_years(study.hosts));
        first_bought_ =
            std::min({first_bought_, std::min(study.estate.base_year, set_.horizon.first) - life,
                      study.hosts.installed.empty()
                          ? first_bought_
                          : *std::min_element(study.hosts.installed.begin(), study.hosts.installed.end())});
        care_.insert(study.availability.genset_care);
        offline_copy_.insert(study.availability.offline_copy);
    }

    void add_plant(const std::string& ups, const std::string& cooling) {
        ups_.insert(ups);
        cooling_.insert(cooling);
    }

    /// Figures of generators, backups and GPUs that no variant has.
    void forget_figures_of_other_choices() {
        if (!care_.contains(Care::well)) forget({"demand.genset.well", "mttf.genset.well"});
        if (!care_.contains(Care::poorly)) forget({"demand.genset.poorly", "mttf.genset.poorly"});
        if (!offline_copy_.contains(true)) forget({"repair.ransomware.offline-copy"});
        if (!offline_copy_.contains(false)) forget({"repair.ransomware"});
        if (gpu_classes_.empty()) forget({"power.gpu.idle", "power.gpu.full", "cost.gpu", "gpus.host"});
    }
    /// Figures in whose place every variant states a price of its own.
    void forget_replaced_figures() {
        std::erase_if(
            figures_,
            [this](const std::string& id) {
                const std::string key = price_key(id);
                return std::all_of(
                    set_.variants.begin(), set_.variants.end(),
                    [&](const Variant& variant) { return variant.study.prices.contains(key); });
            });
    }
    void forget(std::initializer_list<const char*> ids) {
        for (const char* id : ids) figures_.erase(id);
    }

    /// Whether a year's row holds in the horizon: it lies in it, or is the nearest before or after it.
    template <class Row>
    bool holds(const std::vector<Row>& rows, int year) const {
        int before = std::numeric_limits<int>::min();
        int after = std::numeric_limits<int>::max();
        for (const Row& row : rows) {
            if (row.year <= set_.horizon.first) before = std::max(before, row.year);
            if (row.year >= set_.horizon.last) after = std::min(after, row.year);
        }
        return year >= before && year <= after;
    }

    const StudySet& set_;
    std::set<Id> gpu_classes_;
    std::set<std::string> series_;
    std::set<std::string> ups_;
    std::set<std::string> cooling_;
    std::set<int> regions_;
    std::set<std::string> territory_;  ///< AGS keys, those of the nearest districts too
    bool reads_survey_ = false;        ///< its mean over all districts sizes an estate
    std::set<std::string> kinds_;      ///< of administrations
    int first_bought_ =
        std::numeric_limits<int>::max();  ///< year of the oldest host that stands at the start
    int last_played_ = 0;                 ///< a building stage that begins in the horizon ends here
    bool reads_gear_ = false;
    bool reads_hour_shapes_ = false;
    std::set<std::string> endpoints_;
    bool every_procedure_ = false;
    std::set<std::string> procedures_;  ///< kinds that a list names
    std::set<std::string> figures_;
    std::set<std::string> providers_;
    std::set<Care> care_;
    std::set<bool> offline_copy_;
};

Assumption assumption_of(std::string_view table, std::string_view text, std::string key,
                         const std::vector<catalog::Cell>& cells, const Evidence& evidence) {
    return {fmt::format("catalog.{}.{}", table, key), catalog::numbers_text(cells), false,
            fmt::format("{}.", text), evidence};
}

}  // namespace

std::vector<Assumption> catalog_values(const StudySet& set) {
    std::set<std::string> own;  // "catalog.ups" where the study gives the table
    for (const Assumption& stated : set.assumptions)
        if (stated.given && stated.key.starts_with("catalog.")) own.insert(stated.key);
    const RowsRead is_read{set};
    std::vector<Assumption> values;
    catalog::for_each_table(
        set.catalog, [&]<class Row>(const catalog::TableName& table, const std::vector<Row>& rows) {
            for (const Row& row : rows) {
                if (!is_read(row)) continue;
                values.push_back(assumption_of(table.name, table.text, catalog::row_key(row), told_cells(row),
                                               row.evidence));
                Assumption& added = values.back();
                added.given = own.contains(fmt::format("catalog.{}", table.name));
                if constexpr (std::is_same_v<Row, catalog::Figure>) {
                    added.value = row.value;
                    added.text = row.text + ".";
                    added.bounds = {row.low, row.high, {}};
                }
            }
        });
    return values;
}

}  // namespace verbund::study

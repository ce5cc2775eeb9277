#include "sim/batch/event_cases.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "sim/batch/case_bytes.hpp"
#include "sim/batch/day_bytes.hpp"
#include "sim/batch/drill_bytes.hpp"
#include "sim/batch/energy_check.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/row_bytes.hpp"
#include "sim/batch/study_drills.hpp"
#include "sim/batch/variant_world.hpp"
#include "sim/events/drill/drill.hpp"
#include "sim/events/latency/energy_day.hpp"
#include "sim/events/latency/typical_day.hpp"
#include "sim/events/migration/migration.hpp"
#include "sim/events/night/night.hpp"

namespace verbund::batch {
namespace {

using nlohmann::json;

/// A simulation and what becomes of its outcome.
struct EventCase {
    std::string name;
    std::function<json()> run;              ///< in the child
    std::function<void(const json&)> take;  ///< in the parent
};

std::vector<int> played_years(const study::StudySet& set, const study::Study& study) {
    std::vector<int> years;
    for (const int year : study.events.years.empty() ? set.milestones : study.events.years) {
        if (year >= set.horizon.first && year <= set.horizon.last) years.push_back(year);
    }
    return years;
}

/// Everything one variant plays.
class VariantEvents {
public:
    VariantEvents(const study::StudySet& set, std::size_t index, outcome::Run& run)
        : set_{set}, run_{run}, world_{set, index}, take_{world_, index, run} {}

    std::vector<EventCase> cases() {
        std::vector<EventCase> all;
        for (const int year : played_years(set_, world_.study())) {
            add_days(year, all);
            add_night(year, all);
            add_energy(year, all);
        }
        add_waves(all);
        add_drills(all);
        return all;
    }

    /// Once those have ended: what needs several of them.
    std::vector<EventCase> merging_cases() {
        std::vector<EventCase> all;
        for (const auto& entry : days_) {
            const int year = entry.first;
            all.push_back(
                {fmt::format("{}/{}/year", world_.id(), year),
                 [this, year] {
                     const events::YearLatency merged =
                         events::merge_days(world_.input(year), days_.at(year));
                     return json{{"days", rows_to_json(merged.days)},
                                 {"administrations", rows_to_json(merged.administrations)},
                                 {"busiest", rows_to_json(merged.busiest)}};
                 },
                 [this](const json& bytes) {
                     take_(rows_from_json<outcome::LatencyDay>(bytes.at("days")),
                           run_.rows<outcome::LatencyDay>());
                     take_(rows_from_json<outcome::LatencyAdministration>(bytes.at("administrations")),
                           run_.rows<outcome::LatencyAdministration>());
                     take_(rows_from_json<outcome::BusyLink>(bytes.at("busiest")),
                           run_.rows<outcome::BusyLink>());
                 }});
        }
        return all;
    }

private:
    void add_days(int year, std::vector<EventCase>& all) {
        for (const events::DayShape& day : events::typical_days(world_.input(year))) {
            all.push_back({fmt::format("{}/{}/{}", world_.id(), year, events::day_id(day.day)),
                           [this, year, day] {
                               return day_to_json(events::simulate_typical_day(world_.input(year), day));
                           },
                           [this, year](const json& bytes) { days_[year].push_back(day_from_json(bytes)); }});
        }
    }

    void add_night(int year, std::vector<EventCase>& all) {
        all.push_back(
            {fmt::format("{}/{}/night", world_.id(), year),
             [this, year] {
                 const events::NightOutcome night = events::simulate_night(world_.input(year));
                 return json{{"backups", rows_to_json(night.backups)}, {"lags", rows_to_json(night.lags)}};
             },
             [this](const json& bytes) {
                 take_(rows_from_json<outcome::NightBackup>(bytes.at("backups")),
                       run_.rows<outcome::NightBackup>());
                 take_(rows_from_json<outcome::ReplicationLag>(bytes.at("lags")),
                       run_.rows<outcome::ReplicationLag>());
             }});
    }

    void add_energy(int year, std::vector<EventCase>& all) {
        all.push_back({fmt::format("{}/{}/energy", world_.id(), year),
                       [this, year] {
                           const events::EventInput in = world_.input(year);
                           const events::DayShape day =
                               events::day_shape(in, study::TypicalDay::winter_workday);
                           const outcome::EnergyCheck check =
                               check_energy(in, events::simulate_energy_day(in, day));
                           return json{{"checks", rows_to_json(std::vector{check})}};
                       },
                       [this](const json& bytes) {
                           take_(rows_from_json<outcome::EnergyCheck>(bytes.at("checks")),
                                 run_.rows<outcome::EnergyCheck>());
                       }});
    }

    void add_waves(std::vector<EventCase>& all) {
        moved_ = events::moved_data(set_, world_.study(), world_.deployment());
        std::set<int> years;
        for (const events::MovedData& m : moved_) years.insert(m.year);
        for (const int year : years) {
            all.push_back({fmt::format("{}/{}/migration", world_.id(), year),
                           [this, year] {
                               const events::MigrationOutcome played =
                                   events::simulate_wave(world_.input(year), moved_);
                               return json{{"waves", rows_to_json(played.waves)},
                                           {"cutovers", rows_to_json(played.cutovers)}};
                           },
                           [this](const json& bytes) {
                               take_(rows_from_json<outcome::MigrationWave>(bytes.at("waves")),
                                     run_.rows<outcome::MigrationWave>());
                               take_(rows_from_json<outcome::Cutover>(bytes.at("cutovers")),
                                     run_.rows<outcome::Cutover>());
                           }});
        }
    }

    void add_drills(std::vector<EventCase>& all) {
        for (const StudyDrill& drill : study_drills(set_, world_)) {
            all.push_back({fmt::format("{}/{}/drill:{}", world_.id(), drill.year, drill.id),
                           [this, drill] {
                               return drill_json(
                                   events::simulate_drill(world_.input(drill.year), drill.request));
                           },
                           [this](const json& bytes) { take_drill(bytes, take_, run_); }});
        }
    }

    const study::StudySet& set_;
    outcome::Run& run_;
    VariantWorld world_;
    RowTaker take_;
    std::vector<events::MovedData> moved_;
    std::map<int, std::vector<events::TypicalDayOutcome>> days_;
};

std::vector<IsolatedCase> isolated(const std::vector<EventCase>& cases, const study::StudySet& set,
                                   const EventOptions& options) {
    std::vector<IsolatedCase> all;
    for (const EventCase& c : cases) {
        all.push_back({.name = c.name,
                       .repeat_command = fmt::format("{} --case '{}'", options.repeat_command, c.name),
                       .seed = set.seed,
                       .run = [&c] { return json::to_cbor(c.run()); }});
    }
    return all;
}

void take(const EventCase& played, const CaseResult& result, outcome::Run& run) {
    if (result.bytes) {
        played.take(json::from_cbor(*result.bytes));
        return;
    }
    const CaseFailure& failure = *result.failure;
    run.rows<outcome::FailedCase>().push_back(
        {failure.name, failure.reason, failure.repeat_command, fmt::format("{}", failure.seed)});
}

/// Where a part of the work begins and how large it is, in variants.
struct Stretch {
    double begin = 0.0;
    double length = 1.0;
};

/// Plays cases and takes over what they found, in their order.
void play(const std::vector<EventCase>& cases, const study::StudySet& set, const EventOptions& options,
          Stretch stretch, outcome::Run& run) {
    const auto variants = static_cast<double>(set.variants.size());
    const auto progress = [&](std::size_t done, std::size_t total, std::string_view name) {
        if (!options.progress) return;
        const double share = static_cast<double>(done) / static_cast<double>(total);
        options.progress((stretch.begin + stretch.length * share) / variants, name);
    };
    const std::vector<CaseResult> results =
        run_isolated(isolated(cases, set, options),
                     {.jobs = options.jobs, .time_limit = options.time_limit, .progress = progress});
    for (std::size_t i = 0; i < cases.size(); ++i) take(cases[i], results[i], run);
}

}  // namespace

void run_events(const study::StudySet& set, const EventOptions& options, outcome::Run& run) {
    std::size_t played = 0;
    // Variant by variant: a deployment and the samples of its days are most of the memory.
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        VariantEvents variant{set, v, run};
        std::vector<EventCase> cases = variant.cases();
        if (!options.only_case.empty()) {
            std::erase_if(cases, [&](const EventCase& c) { return c.name != options.only_case; });
        }
        played += cases.size();
        constexpr double playing = 0.9;
        const auto begin = static_cast<double>(v);
        play(cases, set, options, {begin, playing}, run);
        play(variant.merging_cases(), set, options, {begin + playing, 1.0 - playing}, run);
    }
    if (!options.only_case.empty() && played == 0) {
        throw InvalidInput{
            {Diagnostic{.at = {},
                        .key = "--case",
                        .problem = fmt::format("no simulation is called \"{}\"", options.only_case),
                        .remedy = "Names look like \"variant/2030/winter-workday\"."}}};
    }
}

}  // namespace verbund::batch

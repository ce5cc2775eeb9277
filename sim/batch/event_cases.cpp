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
#include "sim/batch/fitted_set.hpp"
#include "sim/batch/named_run.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/row_bytes.hpp"
#include "sim/batch/row_taker.hpp"
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
    int year = 0;
    bool is_day = false;                    ///< whose samples are merged with those of the year's other days
    std::function<json()> run;              ///< in the child
    std::function<void(const json&)> take;  ///< in the parent
};

std::vector<int> played_years(const study::StudySet& set, const study::Study& study) {
    std::vector<int> years;
    for (const int year : study.events.years.empty() ? set.milestones : study.events.years)
        if (year >= set.horizon.first && year <= set.horizon.last) years.push_back(year);
    return years;
}

std::set<Date> days_of(const std::vector<events::MovedData>& moved) {
    std::set<Date> days;
    for (const events::MovedData& m : moved) days.insert(m.day);
    return days;
}

/// Waves of 1 January are those of their year.
std::string name_of_day(Date day) {
    return day == Date{day.year, 1, 1} ? fmt::format("{}", day.year) : to_string(day);
}

/// Everything one variant plays.
class VariantEvents {
public:
    VariantEvents(const deploy::World& world, std::size_t index, std::vector<StudyDrill> drills,
                  std::vector<events::MovedData> moved, outcome::Run& run)
        : run_{run},
          world_{world},
          take_{world, index, run},
          drills_{std::move(drills)},
          moved_{std::move(moved)} {}

    std::vector<EventCase> cases(bool days_and_drills_alone = false) {
        std::vector<EventCase> all;
        for (const int year : played_years(world_.set(), world_.study())) {
            add_days(year, all);
            if (days_and_drills_alone) continue;
            add_night(year, all);
            add_energy(year, all);
        }
        if (!days_and_drills_alone) add_waves(all);
        add_drills(all);
        return all;
    }

    /// The one of that name; of a merging case, those that it merges.  Empty if there is none.
    std::vector<EventCase> cases_for(const std::string& name) {
        std::vector<EventCase> all = cases();
        std::erase_if(all, [&](const EventCase& c) {
            return c.name != name && !(c.is_day && name == merged_name(c.year));
        });
        return all;
    }

    /// Once those have ended: what needs several of them.
    std::vector<EventCase> merging_cases() {
        std::vector<EventCase> all;
        for (const auto& entry : days_) {
            const int year = entry.first;
            all.push_back(
                {merged_name(year), year, false,
                 [this, year] {
                     const events::YearLatency merged = events::merge_days(world_.year(year), days_.at(year));
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
    [[nodiscard]] std::string merged_name(int year) const {
        return fmt::format("{}/{}/year", world_.id(), year);
    }

    void add_days(int year, std::vector<EventCase>& all) {
        for (const events::DayShape& day : events::typical_days(world_.year(year))) {
            all.push_back({fmt::format("{}/{}/{}", world_.id(), year, events::day_id(day.day)), year, true,
                           [this, year, day] {
                               return day_to_json(events::simulate_typical_day(world_.year(year), day));
                           },
                           [this, year](const json& bytes) { days_[year].push_back(day_from_json(bytes)); }});
        }
    }

    void add_night(int year, std::vector<EventCase>& all) {
        all.push_back(
            {fmt::format("{}/{}/night", world_.id(), year), year, false,
             [this, year] {
                 const events::NightOutcome night = events::simulate_night(world_.year(year));
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
        all.push_back({fmt::format("{}/{}/energy", world_.id(), year), year, false,
                       [this, year] {
                           const deploy::WorldYear in = world_.year(year);
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
        for (const Date day : days_of(moved_)) {
            all.push_back({fmt::format("{}/{}/migration", world_.id(), name_of_day(day)), day.year, false,
                           [this, day] {
                               const events::MigrationOutcome played =
                                   events::simulate_wave(world_.year(day.year), moved_, day);
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
        for (const StudyDrill& drill : drills_) {
            all.push_back(
                {fmt::format("{}/{}/drill:{}", world_.id(), drill.year, drill.id), drill.year, false,
                 [this, &drill] {
                     return drill_json(events::simulate_drill(world_.year(drill.year), drill.request));
                 },
                 [this](const json& bytes) { take_drill(bytes, take_, run_); }});
        }
    }

    outcome::Run& run_;
    const deploy::World& world_;
    RowTaker take_;
    std::vector<StudyDrill> drills_;
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

/// Plays cases and takes over what they found, in their order.
void play_all(const std::vector<EventCase>& cases, const study::StudySet& set, const EventOptions& options,
              const Progress& progress, outcome::Run& run) {
    const auto ended = [&](std::size_t done, std::size_t total, std::string_view name) {
        if (progress) progress(static_cast<double>(done) / static_cast<double>(total), name);
    };
    const std::vector<CaseResult> results =
        run_isolated(isolated(cases, set, options),
                     {.jobs = options.jobs, .time_limit = options.time_limit, .progress = ended});
    for (std::size_t i = 0; i < cases.size(); ++i) take(cases[i], results[i], run);
}

[[noreturn]] void refuse_case(const std::string& name, const study::StudySet& set) {
    throw InvalidInput{{Diagnostic{.at = {},
                                   .key = "--case",
                                   .problem = fmt::format("no simulation is called \"{}\"", name),
                                   .remedy = fmt::format("Names look like \"{}/{}/winter-workday\".",
                                                         set.variants.front().id, set.milestones.front())}}};
}

}  // namespace

EventCases::EventCases(const study::StudySet& set, EventOptions options)
    : options_{std::move(options)}, prepared_(set.variants.size()) {}

std::set<int> EventCases::prepare(std::size_t v, const deploy::World& world) {
    std::vector<StudyDrill> drills = study_drills(world);
    std::vector<events::MovedData> moved;
    if (!options_.days_and_drills_alone)
        moved = events::moved_data(world.set(), world.study(), world.variant());
    std::set<int> years;
    for (const Date day : days_of(moved)) years.insert(day.year);
    for (const int year : played_years(world.set(), world.study())) years.insert(year);
    for (const StudyDrill& drill : drills) years.insert(drill.year);
    prepared_[v] = {std::move(drills), std::move(moved)};
    return years;
}

void EventCases::play(std::size_t v, const deploy::World& world, const Progress& progress,
                      outcome::Run& run) {
    Prepared& prepared = prepared_[v];
    VariantEvents variant{world, v, std::move(prepared.drills), std::move(prepared.moved), run};
    constexpr double playing = 0.9;
    play_all(variant.cases(options_.days_and_drills_alone), world.set(), options_,
             part_of(progress, 0.0, playing), run);
    play_all(variant.merging_cases(), world.set(), options_, part_of(progress, playing, 1.0 - playing), run);
}

outcome::Run play_case(const study::StudySet& stated, const std::string& name, const EventOptions& options,
                       const Progress& progress) {
    const FittedSet fitted{stated};
    const study::StudySet& set = fitted.set();
    const auto named =
        std::find_if(set.variants.begin(), set.variants.end(),
                     [&name](const study::Variant& v) { return name.starts_with(v.id + "/"); });
    if (named == set.variants.end()) refuse_case(name, set);
    const deploy::World world{set, static_cast<std::size_t>(named - set.variants.begin())};
    outcome::Run run = named_run(world, set.horizon.first);
    VariantEvents variant{world, 0, study_drills(world),
                          events::moved_data(set, world.study(), world.variant()), run};
    const std::vector<EventCase> cases = variant.cases_for(name);
    if (cases.empty()) refuse_case(name, set);
    run.years = run.milestones = {cases.front().year};
    play_all(cases, set, options, progress, run);
    play_all(variant.merging_cases(), set, options, {}, run);
    // A day by itself is no year.
    if (cases.front().is_day && cases.front().name == name)
        std::erase_if(run.rows<outcome::LatencyDay>(), [](const auto& row) { return row.day == "year"; });
    return run;
}

}  // namespace verbund::batch

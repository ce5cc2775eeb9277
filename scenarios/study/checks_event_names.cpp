#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"

/// Names of catalog rows that the event engine looks up.
namespace verbund::study {
namespace {

template <class Row>
std::vector<std::string> ids_of(const std::vector<Row>& rows) {
    std::vector<std::string> ids;
    for (const Row& row : rows)
        if (std::find(ids.begin(), ids.end(), row.id) == ids.end()) ids.push_back(row.id);
    return ids;
}

void require_known(const CheckInput& input, const char* path, const char* what, const std::string& name,
                   const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    UnknownName unknown = unknown_name(what, name, known);
    input.report(path, std::move(unknown.problem), std::move(unknown.remedy));
}

}  // namespace

void find_unknown_profile_of_a_day(const CheckInput& input) {
    const LatencySampling& settings = input.study.events.latency;
    const std::vector<std::string> profiles = ids_of(input.set.catalog.profiles);
    // A default is asked for only where its day is played, a stated name always.
    const auto require = [&](const std::string& key, TypicalDay day, const std::string& profile) {
        const std::string path = "events.latency." + key;
        const bool played = std::find(settings.days.begin(), settings.days.end(), day) != settings.days.end();
        if (played || input.report.given(path))
            require_known(input, path.c_str(), "profile", profile, profiles);
    };
    require("month_end_profile", TypicalDay::month_end, settings.month_end_profile);
    require("election_profile", TypicalDay::election_night, settings.election_profile);
}

void find_unknown_probe(const CheckInput& input) {
    require_known(input, "events.migration.probe", "transaction", input.study.events.migration.probe,
                  ids_of(input.set.catalog.transactions));
}

void find_unknown_logon_class(const CheckInput& input) {
    const std::vector<std::string> classes = ids_of(input.set.catalog.workloads);
    for (const std::string& name : input.study.events.recovery.logon)
        require_known(input, "events.recovery.logon", "workload class", name, classes);
}

}  // namespace verbund::study

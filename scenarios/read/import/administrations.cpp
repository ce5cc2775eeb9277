#include "scenarios/read/import/administrations.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "scenarios/read/import/csv_reader.hpp"
#include "scenarios/study/field.hpp"

namespace verbund::read {
namespace {

constexpr const char* decimal_option = "csv: {decimal: comma} or point in the study";

/// A row of a table of administrations, as far as it could be read.
class AdministrationRow {
public:
    AdministrationRow(CsvReader& row, const CsvTable& table, study::Administration& administration,
                      std::string path, study::KeyPlaces& places)
        : row_{row}, table_{table}, administration_{administration}, path_{std::move(path)}, places_{places} {
        place("", "id");
    }

    void read() {
        const std::string name = row_.name("name");
        if (!administration_.name) administration_.name = name;
        fill("state", "state", administration_.state, row_.state("state"));
        const auto lat = row_.number_within("lat", -90.0, 90.0);
        const auto lon = row_.number_within("lon", -180.0, 180.0);
        fill("at", "lat", administration_.at, lat && lon ? std::optional{Place{*lat, *lon}} : std::nullopt);
        fill("population", "population", administration_.population,
             row_.number_within("population", 1.0, 2e7));
        if (!row_.has("seats") || row_.text("seats").empty()) return;
        fill("seats", "seats", administration_.seats, row_.number_within("seats", 1.0, 1e6));
    }

private:
    /// Fills what the study leaves open, and notes where the value stands or that it could not be read.
    template <class T>
    void fill(const std::string& key, const std::string& column, std::optional<T>& stated,
              std::optional<T> value) {
        if (stated) return;
        place("." + key, column);
        if (!value) places_.mark_broken(path_ + "." + key);
        stated = std::move(value);
    }

    void place(const std::string& below, const std::string& column) {
        if (!places_.given(path_ + below))
            places_.put(path_ + below, {{table_.file, row_.line(), 0}, column});
    }

    CsvReader& row_;
    const CsvTable& table_;
    study::Administration& administration_;
    std::string path_;
    study::KeyPlaces& places_;
};

}  // namespace

void read_administrations(const CsvTable& table, DecimalSign decimals,
                          std::map<study::Id, study::Administration>& administrations,
                          study::KeyPlaces& places, Diagnostics& mistakes) {
    std::set<std::string> seen;
    CsvReader row{table,
                  mistakes,
                  {{decimals, decimal_option, {"lat", "lon", "population", "seats"}, {"lat", "lon"}}, true}};
    while (row.next()) {
        const std::string id = row.name("id");
        const auto problem = study::check_key(study::KeyRule::id, id);
        const bool repeated = !problem && !seen.insert(id).second;
        if (problem && !id.empty()) row.mistake("id", problem->problem, problem->remedy);
        if (repeated) row.mistake("id", fmt::format("\"{}\" appears twice", id), "Remove one row.");
        study::Administration unnamed;
        study::Administration& administration = problem || repeated ? unnamed : administrations[id];
        AdministrationRow{row, table, administration, "territory.administrations." + id, places}.read();
    }
    row.finish();
    if (table.records.empty())
        mistakes.add({{table.file, 1, 0}, "", "the table has no rows", "Add at least one."});
}

}  // namespace verbund::read

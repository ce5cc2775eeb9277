#include "results/report/export/drill_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {
namespace {

using Json = nlohmann::ordered_json;

template <class Row>
Json rows_json(const std::vector<Row>& rows, const Tellers& tellers) {
    Json json = Json::array();
    for (const Row& row : rows) json.push_back(row_json(tellers, row));
    return json;
}

}  // namespace

std::string drill_json(const DrillReport& drill, const outcome::Run& run) {
    const Tellers tellers{run};
    Json json = {{"variant", drill.variant}};
    add_columns(json, run, drill.summary);
    json["results"] = rows_json(drill.results, tellers);
    json["timeline"] = rows_json(drill.timeline, tellers);
    return dump(json);
}

std::string drill_ranking_json(std::vector<RankedDrill> drills) {
    rank_drills(drills);
    Json json = Json::array();
    for (std::size_t i = 0; i < drills.size(); ++i) {
        Json object = {{"rank", i + 1}, {"variant", drills[i].variant}};
        add_columns(object, outcome::Run{}, drills[i].summary);  // it names nothing but its variant
        json.push_back(std::move(object));
    }
    return dump(json);
}

}  // namespace verbund::report

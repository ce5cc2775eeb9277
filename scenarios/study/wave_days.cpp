#include "scenarios/study/wave_days.hpp"

namespace verbund::study {

std::vector<Date> wave_days(const Move& move) {
    std::vector<Date> days;
    if (move.years)
        for (int year = move.years->first; year <= move.years->last; ++year) days.push_back({year, 1, 1});
    if (move.quarters)
        for (Quarter q = move.quarters->first; q <= move.quarters->last; q = next(q))
            days.push_back(first_day(q));
    if (move.date) days.push_back(*move.date);
    return days;
}

std::string wave_key(const Move& move) {
    if (move.quarters) return "quarters";
    return move.date ? "date" : "years";
}

}  // namespace verbund::study

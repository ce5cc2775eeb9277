#include "scenarios/study/key_places.hpp"

#include <utility>

namespace verbund::study {

KeyPlace KeyPlaces::nearest(const std::string& path) const {
    std::string around = path;
    while (true) {
        const auto found = places_.find(around);
        if (found != places_.end()) {
            KeyPlace place = found->second;
            if (around.size() < path.size())
                place.key +=
                    (place.key.empty() ? "" : ".") + path.substr(around.empty() ? 0 : around.size() + 1);
            return place;
        }
        if (around.empty()) return {{}, path};
        const std::size_t dot = around.rfind('.');
        around.resize(dot == std::string::npos ? 0 : dot);
    }
}

bool KeyPlaces::broken(const std::string& path) const {
    if (broken_.count(path) != 0) return true;
    const auto below = broken_.lower_bound(path + ".");
    return below != broken_.end() && below->starts_with(path + ".");
}

std::vector<Diagnostic> placed(std::vector<Diagnostic> mistakes, const KeyPlaces& places) {
    for (Diagnostic& mistake : mistakes) {
        if (mistake.at.line > 0 || !places.given(mistake.key.substr(0, mistake.key.find('.')))) continue;
        KeyPlace place = places.nearest(mistake.key);
        mistake.at = std::move(place.at);
        mistake.key = std::move(place.key);
    }
    return mistakes;
}

void Reporter::operator()(const std::string& path, std::string problem, std::string remedy) {
    if (places_.broken(path)) return;
    KeyPlace place = places_.nearest(path);
    mistakes_.add({std::move(place.at), std::move(place.key), std::move(problem), std::move(remedy)});
}

void Reporter::in_table(SourcePosition at, std::string column, std::string problem, std::string remedy) {
    mistakes_.add({std::move(at), std::move(column), std::move(problem), std::move(remedy)});
}

}  // namespace verbund::study

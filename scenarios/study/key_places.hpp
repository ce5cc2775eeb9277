#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"

namespace verbund::study {

/// Where a key of a variant was written.
struct KeyPlace {
    SourcePosition at;
    std::string key;  ///< as written, e.g. "variants.b.centers.rz-1" where variant b states it
};

/// Places of every key of one variant, by its path in the variant, e.g. "centers.rz-1.commissioned".
class KeyPlaces {
public:
    void put(const std::string& path, KeyPlace place) { places_[path] = std::move(place); }
    /// Notes that the key already has a mistake, so that no follow-up is reported for it or what holds it.
    void mark_broken(const std::string& path) { broken_.insert(path); }
    [[nodiscard]] bool given(const std::string& path) const { return places_.count(path) != 0; }
    /// Whether the key or one below it already has a mistake.
    [[nodiscard]] bool broken(const std::string& path) const;
    /// Whether the key as such has a mistake, so that what it holds is not known at all.
    [[nodiscard]] bool unreadable(const std::string& path) const { return broken_.count(path) != 0; }
    /// Place of the key, or of the nearest section around it that was written.
    [[nodiscard]] KeyPlace nearest(const std::string& path) const;

private:
    std::map<std::string, KeyPlace> places_;
    std::set<std::string> broken_;
};

/// Mistakes found once a variant is played, each by the path of its key ("drills.x.fail"), with place and key
/// as written.  One outside the sections that the variant states (an option, a row of a table) stays as it
/// is.
[[nodiscard]] std::vector<Diagnostic> placed(std::vector<Diagnostic> mistakes, const KeyPlaces& places);

/// Takes the mistakes that checks find in one variant.
class Reporter {
public:
    Reporter(const KeyPlaces& places, Diagnostics& mistakes) : places_{places}, mistakes_{mistakes} {}

    void operator()(const std::string& path, std::string problem, std::string remedy);
    /// A mistake in a table beside the study.
    void in_table(SourcePosition at, std::string column, std::string problem, std::string remedy);
    [[nodiscard]] bool given(const std::string& path) const { return places_.given(path); }
    /// Whether the key, or one below it, could not be read, so that nothing can be concluded from its value.
    [[nodiscard]] bool broken(const std::string& path) const { return places_.broken(path); }
    [[nodiscard]] bool unreadable(const std::string& path) const { return places_.unreadable(path); }

private:
    const KeyPlaces& places_;
    Diagnostics& mistakes_;
};

}  // namespace verbund::study

#pragma once

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/sentences/cuts_by_ends.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What sentences about a run's rows may need, in one language; all of it must outlive the teller.
struct Teller {
    const outcome::Run& run;
    const PlaceNames& names;  ///< in that language
    const CutsByEnds& cuts;
    Language language;
};

/// A run's tellers.  The run must outlive them.
class Tellers {
    PlaceNames german_names_;
    PlaceNames english_names_;
    CutsByEnds cuts_;

public:
    explicit Tellers(const outcome::Run& run)
        : german_names_{run, Style{Language::german}},
          english_names_{run, Style{Language::english}},
          cuts_{run},
          german{run, german_names_, cuts_, Language::german},
          english{run, english_names_, cuts_, Language::english} {}
    Tellers(const Tellers&) = delete;
    Tellers& operator=(const Tellers&) = delete;
    ~Tellers() = default;

    const Teller german;
    const Teller english;

    [[nodiscard]] const Teller& in(Language language) const {
        return language == Language::german ? german : english;
    }
};

}  // namespace verbund::report

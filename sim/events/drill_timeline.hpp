#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/events/input.hpp"

/// What happens in a drill, in the words of its readers.
namespace verbund::events {

/// A text in both languages.
struct Wording {
    std::string de;
    std::string en;
};

/// "Nord (rz-1)"; the id alone where the name says no more.
[[nodiscard]] std::string named(const std::string& name, const std::string& id);
/// "Neuss (05162024)"
[[nodiscard]] std::string administration_name(const EventInput& input, std::size_t administration);
/// "Nord (rz-1)", "Neuss (05162024)": whose site it is, in any language.
[[nodiscard]] std::string place_name(const EventInput& input, std::size_t site);
/// "Rechenzentrum Nord (rz-1)", "Serverraum von Neuss (05162024)".
[[nodiscard]] Wording site_words(const EventInput& input, std::size_t site);
/// "Nord (rz-1)", "Serverraum von Neuss (05162024)".
[[nodiscard]] Wording short_site_words(const EventInput& input, std::size_t site);
/// "90 min", "2 h 30 min", "30 s", "0.05 s"; the decimal mark as the language has it.
[[nodiscard]] Wording duration_words(double seconds);
/// "12.4 GB"; the decimal mark as the language has it.
[[nodiscard]] Wording data_words(double bytes);
/// "1 Server", "12 Server": a count with its noun in one or many.
[[nodiscard]] Wording count_words(std::size_t count, const char* one_de, const char* many_de,
                                  const char* one_en, const char* many_en);
/// "1 Verwaltung", "12 Verwaltungen".
[[nodiscard]] Wording administrations_words(std::size_t count);

/// Steps of a drill in the order of time.
class Timeline {
public:
    /// `at_s` after the failure.  Steps at the same time keep the order in which they were added, but
    /// "restored" comes last.
    void add(double at_s, const std::string& step, const std::string& subject, Wording words);
    /// Notes that a step is on the critical path; adds it if it is not there yet.
    void add_critical(double at_s, const std::string& step, const std::string& subject, Wording words);
    [[nodiscard]] std::vector<outcome::DrillEvent> sorted(const std::string& drill, int year) const;

private:
    std::vector<outcome::DrillEvent> events_;
};

}  // namespace verbund::events

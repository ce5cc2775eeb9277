#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// What variants are compared by: the summary's columns, and figures of the event and availability engines.
namespace verbund::report {

/// A number that a variant has in a year.
struct Figure {
    /// Not-a-number where nothing was found for that variant and year.
    using Get = std::function<double(const outcome::Run&, std::size_t variant, int year)>;

    std::string_view name;  ///< key in JSON
    std::string_view unit;  ///< UDUNITS text
    outcome::Display display = outcome::Display::number;
    std::string_view title_de;
    std::string_view title_en;
    Get get;
    Get low;  ///< ends of the 95 % interval; empty where there is none
    Get high;
    bool always = false;  ///< compared even where no variant has it

    [[nodiscard]] std::string_view title(Language language) const {
        return language == Language::german ? title_de : title_en;
    }
};

/// The columns of the summary, then: downtime of critical services and their BSI class, response time p95 of
/// all transactions over the year, longest recovery and largest data loss of all drills and how many drills
/// never end well, share of sites whose nightly backup holds.
[[nodiscard]] const std::vector<Figure>& figures();

}  // namespace verbund::report

#pragma once

#include <map>
#include <string>
#include <vector>

/// Published figures of public bodies held against what small studies of them simulate.
namespace verbund::test {

/// One reading of a published figure (`rows.csv`).
struct BoardRow {
    std::string id;  ///< of the published figure
    std::string body;
    std::string year;
    std::string use;  ///< scored, upper or lower (a bound), shown, none
    std::string kind;
    std::string study;     ///< file in `bodies` without its ending
    std::string quantity;  ///< see `quantities`
    double low = 0.0;      ///< published; both ends are the same for a single figure
    double high = 0.0;
    std::string reading;  ///< how it is understood, or why it is not used
    std::string source;
};

/// A simulated figure with what the bounds of the defaults leave open.
struct Range {
    double at = 0.0;
    double low = 0.0;
    double high = 0.0;

    [[nodiscard]] double width() const { return high / low; }
};

using Values = std::map<std::string, double>;
using Ranges = std::map<std::string, Range>;

/// Id -> unit.
[[nodiscard]] const std::map<std::string, std::string>& quantities();

[[nodiscard]] std::vector<BoardRow> board_rows();

/// The quantities of a study with one year and one variant, and their ranges.
///
/// Each default with bounds is put to its low and to its high end, all others at their defaults.  With the
/// factors f by which a quantity answers, up = sqrt(sum max(0, ln f_low, ln f_high)^2), down likewise, and
/// the range is [at exp(-k down), at exp(k up)]: uncertainty of independent inputs (JCGM 100:2008, 5.1.2), in
/// logarithms because the figures are positive and span decades.  k = 1.645 / sqrt(6): bounds are the ends of
/// triangular distributions, and the range holds 90 %.  Neglects that defaults act on each other.
[[nodiscard]] Ranges ranges_of(const std::string& study);

/// Whether a row counts: it is meant to, and at least three of its kind do.
[[nodiscard]] bool counts(const BoardRow& row, const std::vector<BoardRow>& rows);

/// Whether the published figure agrees with the simulated range: overlaps it, or is a bound that the range
/// keeps.
[[nodiscard]] bool agrees(const BoardRow& row, const Range& simulated);

/// Bodies, published, simulated, range, inside or not: the text of the folder's README between its marks.
[[nodiscard]] std::string board_text(const std::vector<BoardRow>& rows,
                                     const std::map<std::string, Ranges>& simulated);

}  // namespace verbund::test

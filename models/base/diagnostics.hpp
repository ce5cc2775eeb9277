#pragma once

#include <compare>
#include <cstddef>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Messages to the person who wrote a study, and the two errors that cross module borders.
namespace verbund {

/// Where a value was written.  Line and column count from 1; 0 means unknown.
struct SourcePosition {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;

    friend auto operator<=>(const SourcePosition&, const SourcePosition&) = default;
};

/// One mistake: `file:line:column: key: problem (why). remedy`.
struct Diagnostic {
    SourcePosition at;
    std::string key;      ///< dotted path in the study, e.g. "centers.rz-1.commissioned"
    std::string problem;  ///< what is wrong, with the offending value and, in brackets, why it is wrong
    std::string remedy;   ///< what to write instead, a full sentence; may be empty

    friend auto operator<=>(const Diagnostic&, const Diagnostic&) = default;
};

[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// Collects mistakes, so that all of them can be shown at once, and notes.
class Diagnostics {
public:
    /// Records a mistake; an identical one is kept only once (variants share most of their study).
    void add(Diagnostic diagnostic);
    /// Records what had to be assumed to understand the input; it is told, but is no mistake.
    void note(Diagnostic assumed);
    [[nodiscard]] bool empty() const noexcept { return items_.empty(); }
    /// All mistakes, ordered by file, line, column.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    /// All notes, in the same order.
    [[nodiscard]] std::vector<Diagnostic> notes() const;

private:
    std::set<Diagnostic> items_;
    std::set<Diagnostic> notes_;
};

/// The study (or another input) is wrong; carries every mistake found.  Exit code 3.
class InvalidInput : public std::runtime_error {
public:
    explicit InvalidInput(std::vector<Diagnostic> mistakes);
    [[nodiscard]] const std::vector<Diagnostic>& mistakes() const noexcept { return mistakes_; }

private:
    std::vector<Diagnostic> mistakes_;
};

/// The run failed for a reason that is not the study's (full disk, violated identity).  Exit code 1.
class RunFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be meant.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace verbund

#include "models/base/diagnostics.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

namespace verbund {
namespace {

/// Longer words are no typing mistakes, and the distance costs the product of the lengths.
constexpr std::size_t longest_word = 100;

[[nodiscard]] std::string lower_case(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`
/// (optimal string alignment: Boytsov, Indexing methods for approximate dictionary searching, JEA 16, 2011,
/// sec. 2.1).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

/// How far apart the first characters are that differ: "rz-3" is nearer to "rz-2" than to "rz-1".
[[nodiscard]] int first_difference(std::string_view a, std::string_view b) {
    const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const int char_a = at_a == a.end() ? 0 : static_cast<unsigned char>(*at_a);
    const int char_b = at_b == b.end() ? 0 : static_cast<unsigned char>(*at_b);
    return std::abs(char_a - char_b);
}

[[nodiscard]] std::string to_string(const SourcePosition& at) {
    if (at.line == 0) return at.file;
    return at.column == 0 ? fmt::format("{}:{}", at.file, at.line)
                          : fmt::format("{}:{}:{}", at.file, at.line, at.column);
}

[[nodiscard]] std::string as_sentence(std::string text) {
    if (!text.empty() && std::string_view{".?!"}.find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

[[nodiscard]] std::string join_lines(const std::vector<Diagnostic>& mistakes) {
    std::string lines;
    for (const Diagnostic& mistake : mistakes) lines += (lines.empty() ? "" : "\n") + to_string(mistake);
    return lines;
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = to_string(diagnostic.at);
    for (const std::string& part : {diagnostic.key, as_sentence(diagnostic.problem)})
        if (!part.empty()) text += (text.empty() ? "" : ": ") + part;
    if (!diagnostic.remedy.empty()) text += " " + as_sentence(diagnostic.remedy);
    return text;
}

void Diagnostics::add(Diagnostic diagnostic) { items_.insert(std::move(diagnostic)); }

void Diagnostics::note(Diagnostic assumed) { notes_.insert(std::move(assumed)); }

std::vector<Diagnostic> Diagnostics::notes() const { return {notes_.begin(), notes_.end()}; }

std::vector<Diagnostic> Diagnostics::sorted() const { return {items_.begin(), items_.end()}; }

InvalidInput::InvalidInput(std::vector<Diagnostic> mistakes)
    : std::runtime_error{join_lines(mistakes)}, mistakes_{std::move(mistakes)} {}

std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.empty() || word.size() > longest_word) return {};
    const std::string wanted = lower_case(word);
    std::string nearest;
    std::pair<std::size_t, int> smallest{longest_word, 0};
    for (const std::string& candidate : candidates) {
        const std::size_t longest = std::max(word.size(), candidate.size());
        if (longest > longest_word) continue;
        const std::string lower = lower_case(candidate);
        const std::pair distance{edit_distance(wanted, lower), first_difference(wanted, lower)};
        if (distance.first <= longest / 3 && distance < smallest) {
            smallest = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

}  // namespace verbund

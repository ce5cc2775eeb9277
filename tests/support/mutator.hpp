#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"

namespace verbund::test {

/// Same numbers on every machine: the engine is specified by the standard, the distributions are not used.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : engine_{seed} {}

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

    /// `text` with up to five small changes; `other` lends pieces.
    std::string spoil(std::string text, const std::string& other) {
        for (std::size_t i = 0, n = 1 + below(5); i < n; ++i) change(text, other);
        return text;
    }

private:
    void change(std::string& text, const std::string& other) {
        static const std::vector<std::string> pieces{
            "\"",   "'",      "[",    "]",      "{",    "}",   ":",
            ": ",   ",",      "\n",   "\n  ",   "\t",   "#",   "&a ",
            "*a",   "!x",     "<<: ", "null",   "auto", "---", "| \n",
            "> \n", "? ",     "- ",   "1e999",  "-0",   "nan", "05162",
            "\r",   "\\",     "%",    "@",      "é",    "✓",   "true",
            "{}",   "[[[[[[", "all",  "group:", ".",    "°C",  "9999999999999999999"};
        if (text.empty()) text = "x";
        const std::size_t at = below(text.size());
        switch (below(6)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, 1 + below(20));
                break;
            case 2:
                text.resize(at);
                break;
            case 3:
                text.insert(at, other.substr(below(other.size()), below(80)));
                break;
            default:
                text.insert(at, pieces[below(pieces.size())]);
                break;
        }
    }

    std::mt19937_64 engine_;
};

/// Calls a reader; true when the input was read.  Anything but `InvalidInput` fails the test.
template <class Reader>
bool survives(Reader&& reader) {
    try {
        reader();
        return true;
    } catch (const InvalidInput& error) {
        REQUIRE_FALSE(error.mistakes().empty());
        return false;
    }
}

}  // namespace verbund::test

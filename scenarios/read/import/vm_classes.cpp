#include "scenarios/read/import/vm_classes.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "scenarios/read/import/csv_reader.hpp"

extern const char verbund_vm_classes_begin[];
extern const char verbund_vm_classes_end[];

namespace verbund::read {
namespace {

/// ASCII letters in lower case; letters beyond them stay as they are.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Letters, and all bytes of letters beyond ASCII.
bool is_letter(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 128;
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : name) {
        if (is_letter(c) && !inside) words.emplace_back();
        inside = is_letter(c);
        if (inside) words.back() += lower(c);
    }
    return words;
}

bool matches(std::string_view pattern, std::string_view word) {
    return pattern.ends_with('*') ? word.starts_with(pattern.substr(0, pattern.size() - 1)) : word == pattern;
}

/// A word in lower case, with a star at its end or without.
bool is_pattern(std::string_view text) {
    if (text.ends_with('*')) text.remove_suffix(1);
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) && lower(c) == c; });
}

}  // namespace

std::vector<VmClassRule> read_vm_classes(const CsvTable& table, const catalog::Catalog& catalog,
                                         Diagnostics& mistakes) {
    std::vector<std::string> known;
    for (const catalog::WorkloadClass& workload : catalog.workloads)
        if (!workload.physical) known.push_back(workload.id);
    std::vector<VmClassRule> rules;
    std::set<std::string> patterns;
    CsvReader row{table, mistakes, {{}, true}};
    static_cast<void>(row.has("note"));
    while (row.next()) {
        VmClassRule rule{row.name("pattern"), {}};
        if (!rule.pattern.empty() && !is_pattern(rule.pattern))
            row.mistake("pattern", fmt::format("\"{}\" is no word", rule.pattern),
                        "Write letters in lower case, and a star at the end for what begins so.");
        if (!rule.pattern.empty() && !patterns.insert(rule.pattern).second)
            row.mistake("pattern", fmt::format("\"{}\" stands here twice", rule.pattern),
                        "Remove one: the first that matches counts.");
        const std::size_t place = row.choice("workload", known);
        rule.workload = known[place];
        rules.push_back(std::move(rule));
    }
    row.finish();
    return rules;
}

std::string_view shipped_vm_classes() {
    return {verbund_vm_classes_begin,
            static_cast<std::size_t>(verbund_vm_classes_end - verbund_vm_classes_begin)};
}

std::optional<std::string> vm_class_of(std::string_view name, const std::vector<VmClassRule>& rules) {
    const std::vector<std::string> words = words_of(name);
    for (const VmClassRule& rule : rules)
        for (const std::string& word : words)
            if (matches(rule.pattern, word)) return rule.workload;
    return std::nullopt;
}

}  // namespace verbund::read

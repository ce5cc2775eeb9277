#include "scenarios/read/import/csv_reader.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verbund::read {
namespace {

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool has_comma(NumberForm form) {
    return form == NumberForm::decimal_comma || form == NumberForm::ambiguous_comma;
}

}  // namespace

CsvReader::CsvReader(const CsvTable& table, Diagnostics& mistakes, CsvRules rules)
    : table_{table},
      mistakes_{mistakes},
      rules_{std::move(rules)},
      sign_{decimal_sign_of(table, rules_.decimals)} {
    for (std::size_t i = 0; i < table.header.size(); ++i) columns_.emplace(table.header[i], i);
    for (const Diagnostic& assumed : table.notes) mistakes_.note(assumed);
}

bool CsvReader::next() {
    if (next_ == table_.records.size()) return false;
    record_ = &table_.records[next_++];
    return true;
}

bool CsvReader::has(std::string_view column) {
    asked_.emplace(column);
    return columns_.find(column) != columns_.end();
}

const std::string* CsvReader::cell(std::string_view column) {
    asked_.emplace(column);
    const auto found = columns_.find(column);
    if (found != columns_.end()) return &record_->cells[found->second];
    missing_.emplace(column);
    return nullptr;
}

const std::string* CsvReader::filled_cell(std::string_view column) {
    const std::string* found = cell(column);
    if (found == nullptr || !found->empty()) return found;
    mistake(column, "the cell is empty", "Fill it in.");
    return nullptr;
}

void CsvReader::mistake(std::string_view column, std::string problem, std::string remedy) {
    mistakes_.add(
        {{table_.file, record_->line, 0}, std::string{column}, std::move(problem), std::move(remedy)});
}

void CsvReader::note_once(const std::string& kind, std::string_view column, std::string what) {
    if (!noted_.insert(kind).second) return;
    mistakes_.note({{table_.file, record_->line, 0}, std::string{column}, std::move(what), ""});
}

void CsvReader::note_missing(std::string_view column, std::string what) {
    note_once("missing " + std::string{column}, column, std::move(what));
}

void CsvReader::note_decimals(std::string_view column, const std::string& text, const std::string& read_as) {
    const WrittenNumber number = number_at_start(text);
    const bool by_other_cell = number.ambiguous() && !sign_.column.empty();
    if (!has_comma(number.form) && !by_other_cell) return;
    const std::string known =
        by_other_cell ? fmt::format(" (known by \"{}\" in line {}, {})", sign_.text, sign_.line, sign_.column)
                      : "";
    const bool comma = number.form == NumberForm::decimal_comma || sign_.sign == DecimalSign::comma;
    const bool grouped = number.ambiguous() && comma != has_comma(number.form);
    note_once(grouped ? "groups"
              : comma ? "comma"
                      : "point",
              column,
              fmt::format("\"{}\" is read as {}: the table has decimal {}s{}", text, read_as,
                          comma ? "comma" : "point", known));
}

void CsvReader::refuse_two_readings(std::string_view column, const std::string& text) {
    const WrittenNumber number = number_at_start(text);
    const std::string rest = text.substr(number.length);
    const std::string decimal = without_second_reading(number.decimal);
    const std::string state_it =
        rules_.decimals.option.empty()
            ? ""
            : fmt::format(", or state the decimal sign ({})", rules_.decimals.option);
    mistake(column, fmt::format("\"{}\" {}", text, readings_text(number)),
            fmt::format("Write \"{}{}\" or \"{}{}\"{}.", decimal, rest, number.grouped, rest, state_it));
}

std::string CsvReader::text(std::string_view column) {
    const std::string* found = cell(column);
    return found == nullptr ? std::string{} : *found;
}

std::string CsvReader::name(std::string_view column) {
    const std::string* found = filled_cell(column);
    return found == nullptr ? std::string{} : *found;
}

std::optional<double> CsvReader::finite_number(std::string_view column, double most) {
    const std::string* found = filled_cell(column);
    if (found == nullptr) return std::nullopt;
    if (rules_.decimals.stated == DecimalSign::point) {  // the way of the large built-in tables
        double value = 0.0;
        const char* end = found->data() + found->size();
        const auto result = std::from_chars(found->data(), end, value);
        if (result.ec == std::errc{} && result.ptr == end && std::isfinite(value)) return value;
    }
    const bool ambiguous = number_at_start(*found).ambiguous();
    constexpr double least_grouped = 1000.0;
    if (ambiguous && sign_.sign == DecimalSign::unstated && most >= least_grouped) {
        refuse_two_readings(column, *found);
        return std::nullopt;
    }
    const auto value = number_value(*found, sign_.sign);
    if (!value) {
        mistake(column, fmt::format("\"{}\" is no number", *found),
                "Write digits with a decimal point and no unit.");
        return std::nullopt;
    }
    note_decimals(column, *found, fmt::format("{}", *value));
    return value;
}

double CsvReader::number(std::string_view column) { return finite_number(column, 0.0).value_or(0.0); }

std::optional<double> CsvReader::number_within(std::string_view column, double least, double most) {
    const auto value = finite_number(column, most);
    if (!value || (*value >= least && *value <= most)) return value;
    mistake(column, fmt::format("{} is out of range ({} to {})", *value, least, most),
            "Check the value and its unit.");
    return std::nullopt;
}

std::optional<int> CsvReader::whole_number(std::string_view column) {
    const std::string* found = filled_cell(column);
    if (found == nullptr) return std::nullopt;
    const WrittenNumber number = number_at_start(*found);
    if (number.ambiguous() && sign_.sign == DecimalSign::unstated) {
        refuse_two_readings(column, *found);
        return std::nullopt;
    }
    const auto value = number_value(*found, sign_.sign);
    constexpr double largest = std::numeric_limits<int>::max();
    if (!value || std::trunc(*value) != *value || std::abs(*value) > largest) {
        mistake(column, fmt::format("\"{}\" is no whole number", *found), "Write digits only.");
        return std::nullopt;
    }
    if (number.ambiguous())
        note_decimals(column, *found, fmt::format("{}", *value));
    else if (number.form != NumberForm::plain)
        note_once("whole", column, fmt::format("\"{}\" is read as {}", *found, *value));
    return static_cast<int>(*value);
}

int CsvReader::integer(std::string_view column) { return whole_number(column).value_or(0); }

std::optional<int> CsvReader::integer_within(std::string_view column, int least, int most,
                                             std::string_view why) {
    const auto value = whole_number(column);
    if (!value || (*value >= least && *value <= most)) return value;
    mistake(
        column,
        fmt::format("{} is out of range ({} to {}{}{})", *value, least, most, why.empty() ? "" : "; ", why),
        "Check the value.");
    return std::nullopt;
}

std::optional<std::string> CsvReader::quantity_text(std::string_view column) {
    const std::string* found = filled_cell(column);
    if (found == nullptr) return std::nullopt;
    const WrittenNumber number = number_at_start(*found);
    if (number.form == NumberForm::none) return *found;  // whoever reads it names the mistake
    if (number.ambiguous() && sign_.sign == DecimalSign::unstated) {
        refuse_two_readings(column, *found);
        return std::nullopt;
    }
    const bool grouped = number.ambiguous() && has_comma(number.form) != (sign_.sign == DecimalSign::comma);
    const std::string readable = (grouped ? number.grouped : number.decimal) + found->substr(number.length);
    note_decimals(column, *found, readable);
    return readable;
}

bool CsvReader::boolean(std::string_view column) {
    const std::string* found = filled_cell(column);
    if (found == nullptr) return false;
    const std::string word = lower_case(*found);
    const bool yes = word == "true" || word == "wahr";
    if (!yes && word != "false" && word != "falsch")
        mistake(column, fmt::format("\"{}\" is not known", *found), "Write one of: false, true.");
    else if (*found != "true" && *found != "false")
        note_once("truth", column, fmt::format("\"{}\" is read as {}", *found, yes));
    return yes;
}

std::size_t CsvReader::choice(std::string_view column, const std::vector<std::string>& words) {
    const std::string* found = filled_cell(column);
    if (found == nullptr) return 0;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == *found) return i;
    const std::string near = nearest_word(*found, words);
    mistake(column, fmt::format("\"{}\" is not known", *found),
            near.empty() ? fmt::format("Write one of: {}.", fmt::join(words, ", "))
                         : fmt::format("Did you mean \"{}\"?", near));
    return 0;
}

std::optional<std::string> CsvReader::state(std::string_view column) {
    const std::string* found = filled_cell(column);
    if (found == nullptr) return std::nullopt;
    const bool digits = found->find_first_not_of("0123456789") == std::string::npos;
    const std::string key = found->size() == 1 ? "0" + *found : *found;
    if (!digits || key.size() != 2 || key < "01" || key > "16") {
        mistake(column, fmt::format("\"{}\" is no state key (01 to 16)", *found), "Keep the leading zero.");
        return std::nullopt;
    }
    if (key != *found) note_once("state", column, fmt::format("\"{}\" is read as \"{}\"", *found, key));
    return key;
}

void CsvReader::note_unknown(const std::string& column, std::set<std::string>& explained,
                             std::vector<std::string>& left_out) {
    std::vector<std::string> absent;
    std::vector<std::string> present;
    for (const std::string& known : asked_) (columns_.count(known) == 0 ? absent : present).push_back(known);
    std::string near = nearest_word(column, absent);
    if (near.empty()) near = nearest_word(column, present);
    if (near.empty() && rules_.other_columns) {
        left_out.push_back(column);
        return;
    }
    explained.insert(near);
    mistakes_.add({{table_.file, 1, 0},
                   column,
                   fmt::format("unknown column (known: {})", fmt::join(asked_, ", ")),
                   near.empty() ? "Remove it." : fmt::format("Did you mean \"{}\"?", near)});
}

void CsvReader::finish() {
    if (table_.records.empty()) return;
    std::set<std::string> explained;
    std::vector<std::string> left_out;
    for (const std::string& column : table_.header)
        if (asked_.count(column) == 0) note_unknown(column, explained, left_out);
    for (const std::string& column : missing_) {
        if (explained.count(column) != 0) continue;
        mistakes_.add({{table_.file, 1, 0},
                       column,
                       fmt::format("column is missing (columns: {})", fmt::join(table_.header, ", ")),
                       "Add it to the header line."});
    }
    if (left_out.empty()) return;
    mistakes_.note(
        {{table_.file, 1, 0},
         "",
         fmt::format("columns left out: {} (known: {})", fmt::join(left_out, ", "), fmt::join(asked_, ", ")),
         ""});
}

}  // namespace verbund::read

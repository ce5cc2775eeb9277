#include "scenarios/read/import/export_headings.hpp"

#include <cctype>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/number_text.hpp"

namespace verbund::read {
namespace {

/// The value of a whole number, thousands parted or not.
std::optional<double> whole_value(const std::string& text) {
    const WrittenNumber number = number_at_start(text);
    const std::string value = number.ambiguous() ? number.grouped : number.decimal;
    if (number.form == NumberForm::none || number.length != text.size()) return std::nullopt;
    return number_value(value, DecimalSign::point);
}

}  // namespace

std::string plain_word(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return letters;
}

ExportColumns::ExportColumns(const CsvTable& table, Diagnostics& mistakes, std::string whole_export)
    : table_{table}, mistakes_{mistakes}, whole_export_{std::move(whole_export)} {
    for (const Diagnostic& assumed : table.notes) mistakes_.note(assumed);
}

ExportColumns::Column ExportColumns::find(const Heading& heading) const {
    for (const std::string_view called : heading.called)
        for (std::size_t i = 0; i < table_.header.size(); ++i)
            if (!called.empty() && plain_word(table_.header[i]) == called) return i;
    return std::nullopt;
}

ExportColumns::Column ExportColumns::need(const Heading& heading) {
    const Column found = find(heading);
    if (!found)
        mistakes_.add({{table_.file, 1, 0},
                       std::string{heading.shown},
                       fmt::format("column is missing (columns: {})", fmt::join(table_.header, ", ")),
                       whole_export_});
    return found;
}

double ExportColumns::whole(const CsvRecord& record, Column column, const Heading& heading) {
    const std::string& text = record.cells[*column];
    constexpr double most = 1e12;
    const std::optional<double> value = whole_value(text);
    if (value && *value >= 0.0 && *value <= most) return *value;
    mistake(record, heading, fmt::format("\"{}\" is no number of {}", text, heading.shown),
            "Write digits, thousands parted or not.");
    return 0.0;
}

void ExportColumns::mistake(const CsvRecord& record, const Heading& heading, std::string problem,
                            std::string remedy) {
    mistakes_.add(
        {{table_.file, record.line, 0}, std::string{heading.shown}, std::move(problem), std::move(remedy)});
}

}  // namespace verbund::read

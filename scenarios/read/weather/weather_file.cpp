#include "scenarios/read/weather/weather_file.hpp"

#include <optional>

#include "scenarios/read/import/encoding.hpp"
#include "scenarios/read/weather/epw_file.hpp"
#include "scenarios/read/weather/reference_year.hpp"
#include "scenarios/read/weather/weather_table.hpp"

namespace verbund::read {
namespace {

WeatherRecords records_of(std::string_view bytes, const std::string& file, Diagnostics& mistakes) {
    if (is_weather_workbook(bytes)) return read_weather_table(bytes, file, mistakes);
    const DecodedText decoded = to_utf8(bytes, file);
    if (is_epw(decoded.text)) return read_epw(decoded.text, file, mistakes);
    if (is_reference_year(decoded.text)) return read_reference_year(decoded.text, file, mistakes);
    return read_weather_table(bytes, file, mistakes);
}

}  // namespace

WeatherFile read_weather(std::string_view bytes, const std::string& file, Diagnostics& mistakes) {
    Diagnostics own;
    WeatherFile read;
    try {
        const WeatherRecords records = records_of(bytes, file, own);
        read.format = records.format;
        if (own.empty()) read.year = weather_year(records, file, own);
    } catch (const InvalidInput& error) {
        for (const Diagnostic& mistake : error.mistakes()) own.add(mistake);
    }
    for (const Diagnostic& mistake : own.sorted()) mistakes.add(mistake);
    for (const Diagnostic& assumed : own.notes()) mistakes.note(assumed);
    return read;
}

}  // namespace verbund::read

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "results/report/export/weather_json.hpp"
#include "results/report/terminal/weather_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/text_file.hpp"
#include "scenarios/read/weather/weather_file.hpp"
#include "sim/batch/import/weather_summary.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"

namespace verbund::cli {
namespace {

struct WeatherArguments {
    OutputOptions output;
    std::string file;
};

int import_weather(const WeatherArguments& arguments) {
    Diagnostics mistakes;
    const read::WeatherFile weather =
        read::read_weather(read::load_bytes(arguments.file), arguments.file, mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    const outcome::ImportedWeather found = batch::weather_summary(weather);
    print(arguments.output.json ? report::weather_json(found)
                                : report::weather_text(found, style_for(arguments.output)));
    if (!arguments.output.quiet)
        tell(
            "Next: in a study, centers: {{ID: {{weather: {0}}}}}, or facility: {{weather: {0}}} for all "
            "sites\n",
            arguments.file);
    return exit_ok;
}

}  // namespace

Command add_import_weather(CLI::App& import) {
    const auto given = std::make_shared<WeatherArguments>();
    CLI::App* command = import.add_subcommand("weather", "What a file of hourly weather holds");
    command->footer(R"(Examples:
  verbund import weather TRY2015_515708081105_Jahr.dat   a test reference year of the German weather service
  verbund import weather DEU_Kassel.104380_IWEC.epw      an EnergyPlus weather file
  verbund import weather produkt_tu_stunde.txt           hourly measurements (the last whole year counts)
A study takes such a file as it is.)");
    add_output_options(*command, given->output);
    command->add_option("FILE", given->file, "TRY (.dat), EPW, DWD measurements, or CSV")->required();
    return {command, [given] { return import_weather(*given); }};
}

}  // namespace verbund::cli

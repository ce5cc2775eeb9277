#include "results/report/terminal/availability_text.hpp"

#include <sstream>

#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using test::contains;

outcome::Run run_with_availability() {
    outcome::Run run = test::planners_run();
    outcome::AvailabilitySummary row;
    row.year = 2030;
    row.group = "critical";
    row.workplaces = 1000.0;
    row.availability = 0.99963;
    row.downtime_h = 3.24;
    row.low_h = 3.04;
    row.high_h = 3.44;
    row.outages = 0.53;
    row.over_24_h = 0.008;
    row.p95_h = 8.8;
    row.bsi_class = 2.0;
    row.worst_h = 5.1;
    row.simulated_years = 10'000.0;
    run.rows<outcome::AvailabilitySummary>().push_back(row);
    run.rows<outcome::AvailabilityCause>().push_back({0, 2030, "critical", "ransomware", 1.55, 0.48});
    run.rows<outcome::AvailabilityCause>().push_back({0, 2030, "critical", "software", 1.10, 0.34});
    run.rows<outcome::AvailabilityCause>().push_back({0, 2030, "other", "cooling", 1.10, 0.34});
    return run;
}

TEST_CASE("the terminal shows downtime, class and the largest causes of the critical services", "[report]") {
    const outcome::Run run = run_with_availability();
    const std::string german = availability_text(run, 0, Style{});
    CHECK_THAT(german, contains("kritische Dienste"));
    CHECK_THAT(german, contains("99,963"));
    CHECK_THAT(german, contains("3,04 - 3,44"));
    CHECK_THAT(german, contains("125"));  // an outage above 24 h every 1 / 0.008 years
    CHECK_THAT(german, contains("Ransomware 48 %, Software, Bedienung 34 %"));
    CHECK(german.find("Kühlung") == std::string::npos);  // of another group
    const std::string english = availability_text(run, 0, Style{Language::english, true, false, 100});
    CHECK_THAT(english, contains("Causes in 2030 (critical services): ransomware 48 %"));
    CHECK_THAT(availability_legend(run, Style{}), contains("10.000 simulierten Jahren"));
}

TEST_CASE("the availability table fits into 100 columns", "[report]") {
    std::istringstream lines{availability_text(run_with_availability(), 0, Style{})};
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(display_width(line) <= 100);
    }
}

TEST_CASE("a run without the availability engine shows nothing of it", "[report]") {
    const outcome::Run run = test::planners_run();
    CHECK(availability_text(run, 0, Style{}).empty());
    CHECK(availability_text(run_with_availability(), 1, Style{}).empty());
    CHECK(availability_legend(run, Style{}).empty());
}

}  // namespace
}  // namespace verbund::report

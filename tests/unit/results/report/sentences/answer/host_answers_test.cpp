#include "results/report/sentences/answer/host_answers.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using test::contains;

outcome::SiteHosts hosts(int year, double count, double ram_gb, const std::string& bound_by) {
    outcome::SiteHosts row;
    row.year = year;
    row.site = "home";
    row.use = "cluster";
    row.host = "one-socket";
    row.bought = 2024;
    row.cores = 64.0;
    row.ram_gb = ram_gb;
    row.count = count;
    row.idle_w = 210.0;
    row.full_w = 780.0;
    row.bound_by = bound_by;
    return row;
}

TEST_CASE("the line on hosts tells the most frequent kind and what bounds the number, largest share first",
          "[report]") {
    outcome::Run run = test::planners_run();
    const int last = run.years.back();
    run.rows<outcome::SiteHosts>() = {hosts(last, 6, 1024.0, "memory"), hosts(last, 2, 1024.0, "reserve"),
                                      hosts(last, 4, 512.0, "reserve"), hosts(last - 1, 90, 512.0, "cores")};
    Style style;
    style.language = Language::english;
    const std::string text = host_sentence(run, 0, style);
    CHECK_THAT(text,
               contains(": 12, of them 8 with 64 cores and 1,024 GB (one socket, bought 2024, 210/780 W"));
    CHECK_THAT(text, contains("reserve (N+1) 50 %, memory 50 %"));
    style.language = Language::german;
    CHECK_THAT(host_sentence(run, 0, style), contains("davon 8 mit 64 Kernen und 1.024 GB"));
    CHECK(host_sentence(run, 1, style).empty());  // no rows of it
}

}  // namespace
}  // namespace verbund::report

#include "results/report/page/html_report.hpp"

#include <limits>
#include <string>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/report/page/page_data.hpp"

namespace verbund::report::page {
namespace {

using outcome::Run;
using test::bytes_of;
using test::TemporaryFolder;
using test_data::document_of;
using test_data::run_without_engines;

/// The data of a page, read back as a browser does.
Json data_of(const std::string& page) {
    const std::string begin = R"(<script type="application/json" id="verbund-data">)";
    const std::size_t first = page.find(begin) + begin.size();
    return Json::parse(page.substr(first, page.find("</script>", first) - first));
}

TEST_CASE("numbers of the page have four significant digits, whole ones below a million all of theirs",
          "[html]") {
    CHECK(number(1.23456) == 1.235);
    CHECK(number(123456.0) == 123456);
    CHECK(number(123456.7) == 123500);
    CHECK(number(1234567.0) == 1235000);
    CHECK(number(0.000123456) == 0.0001235);
    CHECK(number(-2.0).dump() == "-2");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()).is_null());
    CHECK(number(std::numeric_limits<double>::infinity()) == "inf");
}

TEST_CASE("figures that stay the same for years are written once", "[html]") {
    CHECK(steady({2.0, 2.0, 2.0}).dump() == "2");
    CHECK(steady({2.0, 3.0}).dump() == "[2,3]");
    CHECK(steady({outcome::not_applicable, outcome::not_applicable}).is_null());
    CHECK(steady({}).dump() == "[]");
}

TEST_CASE("no content ends the element that holds the data", "[html]") {
    const std::string text = script_text(Json{{"name", "</script><!--<script>&\"'"}});
    CHECK(text.find('<') == std::string::npos);
    CHECK(Json::parse(text)["name"] == "</script><!--<script>&\"'");
    CHECK(Json::parse(script_text(Json("\xff"))) == "\uFFFD");  // ill-formed bytes are repaired
}

TEST_CASE("every section of the run is in the page, and only those that it has", "[html]") {
    Run run = run_without_engines();
    const Json full = document_of(run)["sections"];
    for (const char* id : {"answers", "summary", "map", "centers", "load", "latency", "rules", "plan",
                           "assumptions", "study"}) {
        CAPTURE(id);
        CHECK(full.contains(id));
    }
    CHECK_FALSE(full.contains("against"));
    CHECK_FALSE(full.contains("events"));
    run.rows<outcome::RuleFinding>().clear();
    run.hourly.clear();
    run.rows<outcome::BuildStep>().clear();
    run.rows<outcome::Bottleneck>().clear();
    run.rows<outcome::Refusal>().clear();
    const Json less = document_of(run)["sections"];
    for (const char* id : {"rules", "load", "plan", "efficiency"}) {
        CAPTURE(id);
        CHECK_FALSE(less.contains(id));
    }
}

TEST_CASE("a page without variants or years is still a page", "[html]") {
    Run run;
    run.title = "leer";
    const Json data = data_of(html_page(run, {}));
    CHECK(data["title"] == "leer");
    CHECK_FALSE(data["sections"].contains("summary"));
}

TEST_CASE("hostile names stay data", "[html]") {
    Run run = test::numbered_run();
    const std::string hostile = "</script><script>alert(1)</script><!--\"'{{data}}\xF0\x9F\x98\x80";
    run.title = hostile;
    run.variants[0].title = hostile;
    run.centers[0].name = hostile;
    run.resolved_study = hostile;
    const std::string page = html_page(run, {});
    CHECK(page.find("alert(1)</script>") == std::string::npos);
    CHECK(page.find("<title>&lt;/script&gt;") != std::string::npos);
    const Json data = data_of(page);
    CHECK(data["title"] == hostile);
    CHECK(data["centers"][0]["name"] == hostile);
    CHECK(data["sections"]["study"]["text"] == hostile);
}

TEST_CASE("the page names the sources that it allows, and eval is none", "[html]") {
    const std::string page = html_page(test::numbered_run(), {});
    const std::size_t policy = page.find("Content-Security-Policy");
    REQUIRE(policy != std::string::npos);
    const std::string content = page.substr(policy, page.find('>', policy) - policy);
    CHECK(content.find("default-src 'none'") != std::string::npos);
    CHECK(content.find("script-src 'sha256-") != std::string::npos);
    CHECK(content.find("unsafe") == std::string::npos);
    CHECK(content.find("http") == std::string::npos);
}

TEST_CASE("the page is written whole, and an existing one is kept without force", "[html]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "report.html";
    const Run run = test::numbered_run();
    export_html(run, {}, file, false);
    CHECK(bytes_of(file) == html_page(run, {}));
    CHECK_THROWS_AS(export_html(run, {}, file, false), RunFailed);
    CHECK_NOTHROW(export_html(run, {}, file, true));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "report.html.part"));
}

}  // namespace
}  // namespace verbund::report::page

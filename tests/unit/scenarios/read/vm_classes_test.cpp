#include "scenarios/read/import/vm_classes.hpp"

#include <string>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

std::vector<read::VmClassRule> rules_of(std::string_view text, Diagnostics& mistakes) {
    return read::read_vm_classes(read::parse_csv(text, "classes.csv"), shipped(), mistakes);
}

std::string mistake(const std::string& rows) {
    Diagnostics mistakes;
    static_cast<void>(rules_of("pattern,workload\n" + rows, mistakes));
    return mistakes.empty() ? std::string{} : to_string(mistakes.sorted().front());
}

}  // namespace

TEST_CASE("usual names of servers tell their class", "[import]") {
    Diagnostics mistakes;
    const auto built_in = rules_of(read::shipped_vm_classes(), mistakes);
    REQUIRE(mistakes.empty());
    const auto class_of = [&built_in](std::string_view name) {
        return read::vm_class_of(name, built_in).value_or("none");
    };
    CHECK(class_of("dc01") == "directory");
    CHECK(class_of("FS-01") == "file");
    CHECK(class_of("exch1") == "groupware");
    CHECK(class_of("srv-exchange-02.kreis.example") == "groupware");
    CHECK(class_of("dms; Testlauf") == "test");
    CHECK(class_of("gis-m\xC3\xBCller") == "gis");
    CHECK(class_of("ts02") == "terminal");
    CHECK(class_of("sql17") == "specialist");
    CHECK(class_of("adcos") == "none");  // a word as a whole, not what it begins with
    CHECK(class_of("x99") == "none");
    CHECK(class_of("") == "none");
}

TEST_CASE("the first rule that matches counts", "[import]") {
    Diagnostics mistakes;
    const auto own = rules_of("pattern,workload\nweb*,test\nwebmail,groupware\n", mistakes);
    CHECK(read::vm_class_of("webmail1", own) == "test");
}

TEST_CASE("rules that cannot be meant are refused", "[import]") {
    CHECK_THAT(mistake("web,portall\n"),
               Catch::Contains("classes.csv:2: workload") && Catch::Contains("portal"));
    CHECK_THAT(mistake("web1,portal\n"), Catch::Contains("is no word"));
    CHECK_THAT(mistake("*,portal\n"), Catch::Contains("is no word"));
    CHECK_THAT(mistake("Web,portal\n"), Catch::Contains("is no word"));
    CHECK_THAT(mistake("web,portal\nweb,file\n"), Catch::Contains("stands here twice"));
    CHECK_THAT(mistake("db,database-server\n"),
               Catch::Contains("is not known"));  // physical machines are no VMs
}

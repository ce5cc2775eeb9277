#include "scenarios/read/traces/usage_table.hpp"

#include <string>
#include <vector>

#include <zlib.h>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/trace_values.hpp"

using namespace verbund;
using test::values;

namespace {

const std::vector<workload::MeasuredVm> two_vms{{"a", 1.0, 2000.0, 10.0}, {"b", 2.0, 2000.0, 10.0}};

class Usage {
public:
    read::Trace read(const std::string& bytes, DecimalSign decimals = DecimalSign::unstated) {
        test::write_bytes(folder_ / "usage.csv", bytes);
        return read::read_usage_table(folder_ / "usage.csv", two_vms, decimals);
    }
    std::string refused(const std::string& bytes) {
        return test::message_of<InvalidInput>([&] { static_cast<void>(read(bytes)); });
    }
    [[nodiscard]] const test::TemporaryFolder& folder() const { return folder_; }

private:
    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a table of use is read in whatever order its rows and columns are", "[traces]") {
    Usage usage;
    const read::Trace trace = usage.read("cpu_mhz,t_s,vm\n1000,0,a\n500.5,300,b\n200,0,b\n1200,300,a\n");
    CHECK(values(trace, 0) == std::vector<double>{1000, 1200});
    CHECK(values(trace, 1) == std::vector<double>{200, 500.5});
    CHECK(trace.counts.steps.unordered == 1);
}

TEST_CASE("spreadsheets' ways to write the table are understood", "[traces]") {
    Usage usage;
    const read::Trace marked =
        usage.read("\xEF\xBB\xBFvm;t_s;cpu_mhz\r\n\"a\";0;1,5\r\n\r\na;300;1.024,5\r\n");
    CHECK(values(marked, 0) == std::vector<double>{1.5, 1024.5});
    const read::Trace blanks = usage.read("vm , t_s ,\tcpu_mhz\n a , 0 , 7 \n");
    CHECK(values(blanks, 0) == std::vector<double>{7});
    CHECK(values(usage.read("vm;t_s;cpu_mhz\na;0;1.500\n", DecimalSign::comma), 0) ==
          std::vector<double>{1500});
    CHECK_THAT(usage.refused("vm;t_s;cpu_mhz\na;0;1.500\n"),
               Catch::Contains("usage.csv:2") && Catch::Contains("--decimal"));
}

TEST_CASE("no data are no zero, and a broken last line is left out", "[traces]") {
    Usage usage;
    const read::Trace trace = usage.read("vm,t_s,cpu_mhz\na,0,1000\na,300,NaN\na,600,\na,900,10\nb,0");
    CHECK(values(trace, 0) == std::vector<double>{1000, 10});
    CHECK(trace.counts.missing == 2);
    CHECK(trace.counts.truncated == 1);
    CHECK(trace.counts.vms_without_steps == 1);
}

TEST_CASE("what cannot be meant is refused with its line", "[traces]") {
    Usage usage;
    const std::string head = "vm,t_s,cpu_mhz\na,0,1\n";
    CHECK_THAT(usage.refused(head + "c,0,1\n"),
               Catch::Contains("usage.csv:3: vm: \"c\" is not in the table of VMs"));
    CHECK_THAT(usage.refused(head + "a,300,-5\n"), Catch::Contains("usage.csv:3: cpu_mhz: -5 is below 0"));
    CHECK_THAT(usage.refused(head + "a,300,inf\n"), Catch::Contains("\"inf\" is no number"));
    CHECK_THAT(usage.refused(head + "a,300,1e300\n"), Catch::Contains("out of range"));
    CHECK_THAT(usage.refused(head + "a,,5\n"), Catch::Contains("the time is missing"));
    CHECK_THAT(usage.refused(head + "a,300\nb,0,1\n"),
               Catch::Contains("usage.csv:3: 2 cells, the header has 3"));
    CHECK_THAT(usage.refused(head + "a,\"3\"0,1\n"), Catch::Contains("misplaced quotation mark"));
    CHECK_THAT(usage.refused(std::string{"vm,t_s,cpu_mhz\na,0,1\0\n", 22}), Catch::Contains("NUL"));
    CHECK_THAT(usage.refused("vm,when,cpu_mhz\na,0,1\n"), Catch::Contains("t_s: column is missing"));
    CHECK_THAT(usage.refused(""), Catch::Contains("empty"));
    CHECK_THAT(usage.refused("vm,t_s,cpu_mhz\n\"" + std::string(200'000, 'x')), Catch::Contains("64 KiB"));
}

TEST_CASE("lines are counted through CRLF and quoted line ends", "[traces]") {
    Usage usage;
    CHECK_THAT(usage.refused("vm,t_s,cpu_mhz\r\na,0,1\r\n\r\na,300,x\r\n"), Catch::Contains("usage.csv:4:"));
    CHECK_THAT(usage.refused("vm,\"t_s\",\"cpu_mhz\"\na,\"0\n\",1\na,300,x\n"),
               Catch::Contains("usage.csv:"));
}

TEST_CASE("a table in gzip is the same table; a damaged one is told", "[traces]") {
    Usage usage;
    const std::string text = "vm,t_s,cpu_mhz\na,0,1000\na,300,1200\n";
    const std::filesystem::path packed = usage.folder() / "usage.csv.gz";
    gzFile file = gzopen(packed.c_str(), "wb");
    REQUIRE(gzwrite(file, text.data(), static_cast<unsigned>(text.size())) > 0);
    gzclose(file);
    CHECK(values(read::read_usage_table(packed, two_vms, DecimalSign::unstated), 0) ==
          std::vector<double>{1000, 1200});
    const std::string bytes = test::bytes_of(packed);
    test::write_bytes(packed, bytes.substr(0, bytes.size() - 6));
    CHECK_THAT(test::message_of<InvalidInput>([&] {
                   static_cast<void>(read::read_usage_table(packed, two_vms, DecimalSign::unstated));
               }),
               Catch::Contains("damaged"));
}

TEST_CASE("moments of a monitoring export count from each VM's first record", "[traces]") {
    Usage usage;
    const read::Trace trace = usage.read(
        "VM Name;Time;CPU|Usage (MHz)\n"
        "b;02.03.2026 00:10:00;20\na;02.03.2026 00:05:00;11\na;02.03.2026 00:00:00;10\n"
        "b;02.03.2026 00:15:00;21\n");
    CHECK(values(trace, 0) == std::vector<double>{10, 11});
    CHECK(values(trace, 1) == std::vector<double>{20, 21});
    CHECK(trace.vms[0].start_s == 0.0);
    CHECK(trace.vms[1].start_s == 600.0);
    CHECK(trace.steps->run(1, 0).first_s == 0.0);
    // The same in seconds and in milliseconds since 1970, and with a zone.
    for (const char* const text :
         {"vm,timestamp,cpu_mhz\na,1772409600,10\na,1772409900,11\nb,1772410200,20\n",
          "vm,timestamp,cpu_mhz\na,1772409600000,10\na,1772409900000,11\nb,1772410200000,20\n",
          "vm,time,cpu_mhz\na,2026-03-02T00:00:00Z,10\na,2026-03-02 01:05+01:00,11\n"
          "b,\"Mar 2, 2026 12:10:00 AM\",20\n"}) {
        const read::Trace same = usage.read(text);
        CHECK(values(same, 0) == std::vector<double>{10, 11});
        CHECK(same.vms[1].start_s == 600.0);
        CHECK(same.steps->run(0, 0).last_s == 300.0);
    }
    CHECK_THAT(usage.refused("vm,time,cpu_mhz\na,30.02.2026 00:00,10\n"),
               test::contains("usage.csv:2: time: \"30.02.2026 00:00\" is no time"));
}

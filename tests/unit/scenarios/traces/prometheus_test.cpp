#include "scenarios/read/traces/prometheus.hpp"

#include <optional>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/trace_values.hpp"

using namespace verbund;
using test::values;

namespace {

const std::vector<workload::MeasuredVm> two_vms{{"a", 2.0, 2000.0, 10.0}, {"b", 1.0, 1000.0, 10.0}};

class Answer {
public:
    read::Trace read(const std::string& result, const read::RangeQuery& query = {}) {
        return read_text(R"({"data": {"resultType": "matrix", "result": )" + result + "}}", query);
    }
    read::Trace read_text(const std::string& text, const read::RangeQuery& query = {}) {
        test::write_bytes(folder_ / "range.json", text);
        return read::read_prometheus(folder_ / "range.json", two_vms, std::nullopt, query);
    }
    std::string refused(const std::string& result) {
        return test::message_of<InvalidInput>([&] { static_cast<void>(read(result)); });
    }

private:
    test::TemporaryFolder folder_;
};

std::string series(const std::string& vm, const std::string& values) {
    return R"({"metric": {"vm": ")" + vm + R"("}, "values": [)" + values + "]}";
}

}  // namespace

TEST_CASE("a series is a VM; NaN and missing samples are no data", "[traces]") {
    Answer answer;
    const read::Trace trace =
        answer.read("[" + series("a", R"([1000, "0.5"], [1300, "NaN"], [1600, "0.5"], [2500, "0.5"])") + "," +
                    series("b", R"([1300, "0.25"], [1600, "0.25"])") + "]");
    REQUIRE(trace.vms.size() == 2);
    CHECK(trace.vms[0].start_s == 0.0);
    CHECK(trace.vms[0].duration_s == 1500.0);
    CHECK(trace.vms[1].start_s == 300.0);
    CHECK(values(trace, 0) == std::vector<double>{1000, 1000, 1000});  // cores times the VM's clock
    CHECK(values(trace, 1) == std::vector<double>{250, 250});
    CHECK(trace.counts.missing == 1);
}

TEST_CASE("samples count what the query says", "[traces]") {
    Answer answer;
    const std::string one = "[" + series("a", R"([0, "0.5"], [300, "0"])") + "]";
    CHECK(values(answer.read(one, {"vm", read::SampleUnit::share}), 0).front() == 2000.0);
    CHECK(values(answer.read(one, {"vm", read::SampleUnit::mhz}), 0).front() == 0.5);
    CHECK_THAT(test::message_of<InvalidInput>([&] {
                   static_cast<void>(answer.read(one, {"instance", read::SampleUnit::cores}));
               }),
               Catch::Contains("no label \"instance\"") && Catch::Contains("--vm-label"));
}

TEST_CASE("answers that cannot be meant are refused with their place", "[traces]") {
    Answer answer;
    const std::string good = R"([0, "1"], [300, "1"])";
    CHECK_THAT(
        answer.refused("[" + series("a", good) + "," + series("b", R"([0, "1"], [300, "+Inf"])") + "]"),
        Catch::Contains("data.result[1].values[1]: \"+Inf\" is out of range"));
    CHECK_THAT(answer.refused("[" + series("a", R"([0, "-1"])") + "]"), Catch::Contains("out of range"));
    CHECK_THAT(answer.refused("[" + series("a", R"([0, "x"])") + "]"), Catch::Contains("\"x\" is no number"));
    CHECK_THAT(answer.refused("[" + series("a", R"([300, "1"], [0, "1"])") + "]"),
               Catch::Contains("before that of the first"));
    CHECK_THAT(answer.refused("[" + series("a", R"([0])") + "]"), Catch::Contains("no sample"));
    CHECK_THAT(answer.refused("[" + series("a", "") + "]"), Catch::Contains("no samples"));
    CHECK_THAT(answer.refused("[" + series("c", good) + "]"),
               Catch::Contains("\"c\" is not in the table of VMs"));
    CHECK_THAT(answer.refused("[" + series("a", good) + "," + series("a", good) + "]"),
               Catch::Contains("sum by (vm)"));
    CHECK_THAT(answer.refused("[]"), Catch::Contains("no series"));
    CHECK_THAT(answer.refused("7"), Catch::Contains("range query"));
    CHECK_THAT(test::message_of<InvalidInput>([&] { static_cast<void>(answer.read_text("{")); }),
               Catch::Contains("no JSON"));
}

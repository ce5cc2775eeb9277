#include "results/store/usage_bundle.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <hdf5.h>

#include "models/base/diagnostics.hpp"
#include "results/store/h5.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/foreign_file.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace verbund;
using outcome::BundledUsage;

namespace {

constexpr double to_its_end = std::numeric_limits<double>::quiet_NaN();

const BundledUsage two_vms{{{"a", 2, 2000, 1024, 0, to_its_end, 2}, {"b \xC3\xBC", 1, 2500, 512, 60, 900, 1}},
                           {{3, 0.0, 300.0}, {2, 1500.0, 300.0}, {3, 7.0, 0.0}}};
const std::vector<double> two_values{1, 2, 3, 4, 5, 6, 7, 8};
const std::vector<double> two_times{7, 10, 600};

store::NumberSource source_of(const std::vector<double>& numbers) {
    return [&numbers](std::uint64_t first, std::span<double> into) {
        for (double& number : into) number = numbers.at(first++);
    };
}

class Bundle {
public:
    void write(const BundledUsage& usage = two_vms, const std::vector<double>& values = two_values,
               const std::vector<double>& times = two_times) {
        store::write_usage_bundle(file(), true, usage, source_of(values), source_of(times));
    }
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "use.h5"; }
    [[nodiscard]] std::string refused() const {
        return test::message_of<RunFailed>([&] { store::UsageBundle{file()}; });
    }

private:
    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a bundle gives back what was put into it", "[store][traces]") {
    Bundle bundle;
    bundle.write();
    const store::UsageBundle read{bundle.file()};
    REQUIRE(read.usage().vms.size() == 2);
    CHECK(read.usage().vms[1].name == "b \xC3\xBC");
    CHECK(read.usage().vms[1].start_s == 60.0);
    CHECK(read.usage().vms[1].duration_s == 900.0);
    CHECK(std::isnan(read.usage().vms[0].duration_s));
    CHECK(read.usage().vms[0].ram_mib == 1024.0);
    REQUIRE(read.usage().runs.size() == 3);
    CHECK(read.usage().runs[1].first_s == 1500.0);
    CHECK(read.usage().runs[2].timed());
    std::vector<double> numbers(4);
    read.read_values(3, numbers);
    CHECK(numbers == std::vector<double>{4, 5, 6, 7});
    numbers.resize(2);
    read.read_times(1, numbers);
    CHECK(numbers == std::vector<double>{10, 600});
}

TEST_CASE("the same use is the same bytes, in however many pieces it is written", "[store][traces]") {
    constexpr std::uint64_t steps = 300'000;
    const BundledUsage large{{{"a", 2, 2000, 1024, 0, to_its_end, 1}}, {{steps, 0.0, 300.0}}};
    const auto counted = [](std::uint64_t first, std::span<double> into) {
        for (double& number : into) number = static_cast<double>(first++ % 1000);
    };
    Bundle one;
    Bundle other;
    store::write_usage_bundle(one.file(), false, large, counted, counted);
    store::write_usage_bundle(other.file(), false, large, counted, counted);
    CHECK(test::bytes_of(one.file()) == test::bytes_of(other.file()));
    std::vector<double> numbers(2);
    store::UsageBundle{one.file()}.read_values(steps - 2, numbers);
    CHECK(numbers == std::vector<double>{998, 999});
}

TEST_CASE("a bundle that is cut or damaged is refused", "[store][traces]") {
    Bundle bundle;
    bundle.write();
    const std::string whole = test::bytes_of(bundle.file());
    test::write_bytes(bundle.file(), whole.substr(0, whole.size() - 40));
    CHECK_THAT(bundle.refused(), Catch::Contains("use.h5"));
    std::string changed = whole;
    changed[whole.size() / 2] ^= 1;
    test::write_bytes(bundle.file(), changed);
    CHECK_THAT(bundle.refused(), Catch::Contains("use.h5"));
    test::write_bytes(bundle.file(), "vm,t_s,cpu_mhz\n");
    CHECK_FALSE(bundle.refused().empty());
}

TEST_CASE("tables of a bundle that contradict each other are refused", "[store][traces]") {
    Bundle bundle;
    BundledUsage wrong = two_vms;
    wrong.vms[0].runs = 1;
    bundle.write(wrong);
    CHECK_THAT(bundle.refused(), Catch::Contains("other numbers of runs"));
    wrong.vms[0].runs = 3;
    bundle.write(wrong);
    CHECK_THAT(bundle.refused(), Catch::Contains("beside other runs") || Catch::Contains("fewer runs"));
    wrong = two_vms;
    wrong.runs[1].first_s = 600.0;  // the run before it lasts until then
    bundle.write(wrong);
    CHECK_THAT(bundle.refused(), Catch::Contains("begins before"));
    wrong = two_vms;
    wrong.vms[1].vcpus = -1.0;
    bundle.write(wrong);
    CHECK_THAT(bundle.refused(), Catch::Contains("a number that is none"));
    bundle.write();
    const store::h5::QuietErrors quiet;
    test::change_file(bundle.file(), [](hid_t file) { test::replace_text(file, "schema_version", "2.0"); });
    CHECK_THAT(bundle.refused(), Catch::Contains("schema version 2.0"));
}

TEST_CASE("times that fall between two pieces in which they are read are refused", "[store][traces]") {
    constexpr std::uint64_t steps = 300'000;
    constexpr std::uint64_t piece = 131'072;
    const BundledUsage timed{{{"a", 2, 2000, 1024, 0, to_its_end, 1}}, {{steps, 0.0, 0.0}}};
    const auto falling_at = [](std::uint64_t place) {
        return [place](std::uint64_t first, std::span<double> into) {
            for (double& number : into) number = static_cast<double>(first++ % place);
        };
    };
    Bundle bundle;
    store::write_usage_bundle(bundle.file(), true, timed, falling_at(1000), falling_at(piece));
    CHECK_THAT(bundle.refused(), Catch::Contains("do not rise"));
    store::write_usage_bundle(bundle.file(), true, timed, falling_at(1000), falling_at(steps));
    CHECK(bundle.refused().empty());
}

TEST_CASE("uses that cannot be are refused when they are read, times at once", "[store][traces]") {
    Bundle bundle;
    bundle.write(two_vms, {1, 2, -3, 4, 5, 6, 7, std::nan("")});
    const store::UsageBundle read{bundle.file()};
    std::vector<double> numbers(2);
    read.read_values(0, numbers);
    CHECK_THROWS_AS(read.read_values(1, numbers), RunFailed);
    CHECK_THROWS_AS(read.read_values(6, numbers), RunFailed);
    bundle.write(two_vms, {1, 2, 3, 4, 5, 6, 7, 1e300});
    CHECK_THROWS_AS(store::UsageBundle{bundle.file()}.read_values(6, numbers), RunFailed);
    for (const std::vector<double>& times :
         {std::vector<double>{7, 7, 600}, {7, 600, 10}, {8, 10, 600}, {7, 10, 1e300}}) {
        bundle.write(two_vms, two_values, times);
        CHECK_THAT(bundle.refused(), Catch::Contains("do not rise"));
    }
}

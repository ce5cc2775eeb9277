#include "sim/batch/sweep/value_file.hpp"

#include <array>
#include <filesystem>

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace verbund::batch {
namespace {

TEST_CASE("numbers come back from where they were put, and no file is seen", "[sweep]") {
    const test::TemporaryFolder folder;
    ValueFile file{folder.path()};
    CHECK(std::filesystem::is_empty(folder.path()));
    file.write(5, std::array{5.0, 6.0, 7.0});
    file.write(0, std::array{0.0, 1.0, 2.0, 3.0, 4.0});
    std::array<double, 4> middle{};
    file.read(3, middle);
    CHECK(middle == std::array{3.0, 4.0, 5.0, 6.0});
}

TEST_CASE("numbers that were never put, and a folder that is not there, are told", "[sweep]") {
    const test::TemporaryFolder folder;
    ValueFile file{folder.path()};
    file.write(0, std::array{1.0});
    std::array<double, 2> beyond{};
    CHECK_THROWS_AS(file.read(0, beyond), RunFailed);
    CHECK_THAT(test::message_of<RunFailed>([&] { const ValueFile none{folder / "none"}; }),
               Catch::Matchers::Contains("cannot be made"));
}

}  // namespace
}  // namespace verbund::batch

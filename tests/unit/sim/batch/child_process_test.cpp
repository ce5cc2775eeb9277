#include "sim/batch/child_process.hpp"

#include <sys/wait.h>

#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

using Bytes = std::vector<std::uint8_t>;

TEST_CASE("what a child sent just before its end is not lost", "[batch][isolation]") {
    ChildProcess child([] { return Bytes{5}; });
    // Ended, and nothing read yet.
    siginfo_t end{};
    REQUIRE(waitid(P_ALL, 0, &end, WEXITED | WNOWAIT) == 0);
    REQUIRE(child.has_ended());
    CHECK(child.take_end().bytes == Bytes{5});
}

TEST_CASE("a child that is done has closed its pipes", "[batch][isolation]") {
    ChildProcess child([] { return Bytes{}; });
    siginfo_t end{};
    REQUIRE(waitid(P_ALL, 0, &end, WEXITED | WNOWAIT) == 0);
    child.read_pipes();
    std::vector<pollfd> pipes;
    CHECK_FALSE(child.add_pipes(pipes));
    CHECK(pipes.empty());
}

}  // namespace
}  // namespace verbund::batch

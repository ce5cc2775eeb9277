#include "models/base/program_build.hpp"

#include <cctype>

#include "tests/support/catch.hpp"

namespace verbund {
namespace {

TEST_CASE("a program has the build ID that the linker gave it: a SHA-1 in hexadecimal digits", "[base]") {
    const std::string build = program_build();
    CHECK(build.size() == 40);
    for (const char c : build) CHECK(std::isxdigit(static_cast<unsigned char>(c)) != 0);
    CHECK(program_build() == build);
}

}  // namespace
}  // namespace verbund

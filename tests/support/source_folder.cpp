#include "tests/support/source_folder.hpp"

namespace verbund::test {

std::filesystem::path source_folder() { return VERBUND_SOURCE_DIR; }

}  // namespace verbund::test

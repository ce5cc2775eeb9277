#include "sim/cli/written_text.hpp"

#include "results/store/new_file.hpp"

namespace verbund::cli {

void write_text(const std::filesystem::path& target, bool overwrite, const std::string& text) {
    store::NewFile file{target, overwrite};
    file.write(text);
    file.commit();
}

}  // namespace verbund::cli

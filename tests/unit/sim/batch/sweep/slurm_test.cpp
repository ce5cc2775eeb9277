#include "sim/batch/sweep/slurm.hpp"

#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace verbund::batch {
namespace {

/// sbatch reads its lines up to the first that is no comment.
std::vector<std::string> slurm_lines(const std::filesystem::path& script) {
    std::vector<std::string> lines;
    std::istringstream stream{test::bytes_of(script)};
    for (std::string line; std::getline(stream, line) && line.starts_with('#');) lines.push_back(line);
    return lines;
}

TEST_CASE("a folder's name, whatever it has in it, changes no line that Slurm reads", "[sweep]") {
    const test::TemporaryFolder top;
    const auto scripts_in = [&top](const std::string& name) {
        const std::filesystem::path folder = top / name;
        std::filesystem::create_directory(folder);
        const SlurmFiles files = write_slurm_jobs({8, "study.yaml", folder});
        return std::pair{slurm_lines(files.array), slurm_lines(files.merge)};
    };
    const auto plain = scripts_in("plain");
    CHECK(plain.first.size() == 1 + 5);
    CHECK(plain.second.size() == 1 + 3);
    CHECK(scripts_in("two words") == plain);
    CHECK(scripts_in("100 %A %j") == plain);
    CHECK(scripts_in("its \"name\" isn't") == plain);
    CHECK(scripts_in("a\n#SBATCH --exclusive\nb") == plain);
}

}  // namespace
}  // namespace verbund::batch

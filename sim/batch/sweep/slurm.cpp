#include "sim/batch/sweep/slurm.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/new_file.hpp"
#include "sim/batch/shell_word.hpp"

namespace verbund::batch {
namespace {

std::filesystem::path this_program() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path{"verbund"} : program;
}

void write(const std::filesystem::path& file, const std::string& text) {
    store::NewFile output{file, true};
    output.write(text);
    output.commit();
}

/// What both scripts begin with.  Where the log goes is left to the shell: what Slurm makes of marks, blanks
/// and line breaks in a path of its own lines differs by version.
std::string head_of(std::string_view name, std::string_view more) {
    return fmt::format(
        "#!/bin/sh\n"
        "#SBATCH --job-name={}\n"
        "{}"
        "#SBATCH --requeue\n"
        "#SBATCH --output=/dev/null\n",
        name, more);
}

/// `log`: words of a shell.
std::string command_of(const SlurmJobs& jobs, std::string_view log) {
    return fmt::format(
        "exec >>{} 2>&1\n"
        "cd {} && exec {} sweep {} -o {} --quiet",
        log, shell_word(std::filesystem::current_path().string()), shell_word(this_program().string()),
        jobs.study_words, shell_word(jobs.folder.string()));
}

}  // namespace

SlurmFiles write_slurm_jobs(const SlurmJobs& jobs) {
    SlurmFiles files{jobs.folder / "array.sbatch", jobs.folder / "merge.sbatch"};
    const std::string task_log =
        shell_word((jobs.folder / "slurm-verbund-sweep-").string()) + "\"$SLURM_ARRAY_TASK_ID\".log";
    write(files.array, head_of("verbund-sweep",
                               fmt::format("#SBATCH --array=1-{}\n#SBATCH --cpus-per-task=1\n", jobs.tasks)) +
                           fmt::format("{} --jobs 1 --part \"$SLURM_ARRAY_TASK_ID/{}\"\n",
                                       command_of(jobs, task_log), jobs.tasks));
    write(files.merge, head_of("verbund-merge", "") +
                           command_of(jobs, shell_word((jobs.folder / "slurm-merge.log").string())) + "\n");
    return files;
}

std::string submit_command(const SlurmFiles& files) {
    return fmt::format("sbatch --dependency=afterany:$(sbatch --parsable {}) {}",
                       shell_word(files.array.string()), shell_word(files.merge.string()));
}

std::string submit_slurm_jobs(const SlurmFiles& files) {
    struct Close {
        void operator()(std::FILE* stream) const { pclose(stream); }
    };
    std::unique_ptr<std::FILE, Close> stream{popen((submit_command(files) + " 2>&1").c_str(), "r")};
    if (!stream) throw RunFailed("sbatch cannot be started");
    std::string said;
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), stream.get()) != nullptr)
        said += buffer.data();
    if (pclose(stream.release()) != 0) throw RunFailed(fmt::format("sbatch took none of the jobs: {}", said));
    return said;
}

}  // namespace verbund::batch

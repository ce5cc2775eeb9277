#include "sim/batch/sweep/slurm.hpp"

#include <array>
#include <cstdio>
#include <memory>

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

std::string command_of(const SlurmJobs& jobs) {
    return fmt::format(
        "cd {} && exec {} sweep {} -o {} --quiet", shell_word(std::filesystem::current_path().string()),
        shell_word(this_program().string()), jobs.study_words, shell_word(jobs.folder.string()));
}

}  // namespace

SlurmFiles write_slurm_jobs(const SlurmJobs& jobs) {
    SlurmFiles files{jobs.folder / "array.sbatch", jobs.folder / "merge.sbatch"};
    const std::string log = (jobs.folder / "slurm-%x-%a.log").string();
    write(files.array, fmt::format("#!/bin/sh\n"
                                   "#SBATCH --job-name=verbund-sweep\n"
                                   "#SBATCH --array=1-{}\n"
                                   "#SBATCH --cpus-per-task=1\n"
                                   "#SBATCH --requeue\n"
                                   "#SBATCH --open-mode=append\n"
                                   "#SBATCH --output={}\n"
                                   "{} --jobs 1 --part \"$SLURM_ARRAY_TASK_ID/{}\"\n",
                                   jobs.tasks, log, command_of(jobs), jobs.tasks));
    write(files.merge, fmt::format("#!/bin/sh\n"
                                   "#SBATCH --job-name=verbund-merge\n"
                                   "#SBATCH --requeue\n"
                                   "#SBATCH --open-mode=append\n"
                                   "#SBATCH --output={}\n"
                                   "{}\n",
                                   (jobs.folder / "slurm-merge.log").string(), command_of(jobs)));
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

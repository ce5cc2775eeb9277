#pragma once

#include <filesystem>
#include <string>

/// A sweep on a cluster: a Slurm job array that plays its parts, and a job that merges them.
namespace verbund::batch {

struct SlurmJobs {
    int tasks = 1;                 ///< of the array, from 1
    std::string study_words;       ///< study and options of `verbund sweep`, quoted for a shell
    std::filesystem::path folder;  ///< of the sweep, absolute, seen from all nodes
};

struct SlurmFiles {
    std::filesystem::path array;
    std::filesystem::path merge;
};

/// Writes both job scripts into the folder; the same jobs give the same bytes.  Paths inside are absolute,
/// whatever characters they have; the program is the one that runs.  A task that is ended (time limit, lost
/// node) has entered what it had played; submitted again, the array plays the rest.  The merge job plays what
/// no task has.  Throws `RunFailed` where a file cannot be written.
[[nodiscard]] SlurmFiles write_slurm_jobs(const SlurmJobs& jobs);

/// The command that submits both, the merge behind the array.
[[nodiscard]] std::string submit_command(const SlurmFiles& files);

/// Submits them; gives what sbatch says.  Throws `RunFailed` where sbatch is missing or refuses.
[[nodiscard]] std::string submit_slurm_jobs(const SlurmFiles& files);

}  // namespace verbund::batch

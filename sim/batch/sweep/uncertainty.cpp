#include "sim/batch/sweep/uncertainty.hpp"

#include <filesystem>
#include <string>
#include <system_error>

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX

#include "models/base/diagnostics.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "sim/batch/sweep/plan.hpp"
#include "sim/batch/sweep/run_sweep.hpp"

namespace verbund::batch {
namespace {

/// Goes with the object.
class WorkFolder {
public:
    WorkFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "verbund-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw RunFailed("no folder for the draws can be made where temporary files lie");
        path_ = name;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

outcome::SweepRun quick_uncertainty(const study::StudySet& set, int jobs, const Progress& progress) {
    constexpr int draws = 70;  // five for each set of twelve groups
    study::StudySet uncertain = set;
    uncertain.sweep = {};
    uncertain.sweep.draws = draws;
    uncertain.sweep.uncertain = study::Uncertain::catalog;
    const WorkFolder folder;
    SweepStatistics statistics;
    outcome::SweepRun run = run_sweep(
        uncertain, plan_sweep(uncertain),
        {.folder = folder.path(), .repeat = "verbund sweep", .jobs = jobs, .progress = progress}, statistics);
    analyse(run);
    return run;
}

}  // namespace verbund::batch

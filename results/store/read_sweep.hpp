#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/outcome/sweep.hpp"

/// Reading what a sweep found.
namespace verbund::store {

/// An outcome of every case, as the file names it: one of a newer minor version may have more than
/// `outcome::sweep_outcomes`.
struct StoredOutcome {
    std::string name;
    std::string unit;
    std::string text;
};

/// What is said of every case besides its outcomes: the number of its combination and of its draw, and the
/// values of the listed keys.
struct CaseColumn {
    std::string name;
    std::string text;
    std::variant<std::vector<std::int32_t>, std::vector<std::string>> values;  ///< [case]
};

/// The file of a sweep, open for reading.
///
/// What the cases say together is read at once, the values of single cases only when asked for, so that
/// memory does not grow with the number of outcomes.  Every function throws `RunFailed` as `read_run` does,
/// with the path and the cause, and never crashes on damage.
class SweepFile {
public:
    explicit SweepFile(const std::filesystem::path& file);
    SweepFile(SweepFile&&) noexcept;
    SweepFile& operator=(SweepFile&&) noexcept;
    ~SweepFile();

    /// Everything but `values`, which are empty.  It has a variant and a year at least.
    [[nodiscard]] const outcome::SweepRun& run() const;
    [[nodiscard]] const std::vector<StoredOutcome>& outcomes() const;
    [[nodiscard]] const std::vector<CaseColumn>& case_columns() const;
    [[nodiscard]] std::size_t cases() const;

    /// Values of an outcome, by its number in `outcomes`, in `count` cases from `first` on:
    /// [case][variant][year]; not-a-number where there is none.
    [[nodiscard]] std::vector<double> values(std::size_t outcome, std::size_t first, std::size_t count) const;
    /// The same in all cases, by its name; empty where the file has no such outcome.
    [[nodiscard]] std::vector<double> values(std::string_view outcome) const;

    /// The run with the values of all outcomes of `outcome::sweep_outcomes`, in its order: memory grows with
    /// the number of cases.
    [[nodiscard]] outcome::SweepRun whole_run() const;

private:
    friend std::variant<outcome::Run, SweepFile> read_results(const std::filesystem::path& file);
    struct Content;
    explicit SweepFile(std::unique_ptr<Content> content);

    std::unique_ptr<Content> content_;
};

/// What a file holds, whichever command wrote it.  Throws as `read_run` does.
[[nodiscard]] std::variant<outcome::Run, SweepFile> read_results(const std::filesystem::path& file);

}  // namespace verbund::store

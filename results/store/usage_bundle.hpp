#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "results/outcome/measured_usage.hpp"

/// Measured use in a compact file: format `verbund-usage` 1.0 (FORMAT.md).
namespace verbund::store {

/// Numbers of all runs, one behind the other, given in pieces from front to back.
using NumberSource = std::function<void(std::uint64_t first, std::span<double> into)>;

/// Writes a bundle; `values` are the uses of all steps, `times` those of timed runs.
/// Throws `RunFailed`; then nothing is left at `target` that was not there before.  Steps are not held.
void write_usage_bundle(const std::filesystem::path& target, bool overwrite,
                        const outcome::BundledUsage& usage, const NumberSource& values,
                        const NumberSource& times);

/// A bundle open for reading; several threads may read at once.
class UsageBundle {
public:
    /// Throws `RunFailed` for a file that is no bundle, damaged, or of another major version, and for times
    /// that do not rise.  Uses are looked at only when they are read.
    explicit UsageBundle(const std::filesystem::path& file);
    UsageBundle(const UsageBundle&) = delete;
    UsageBundle& operator=(const UsageBundle&) = delete;

    [[nodiscard]] const outcome::BundledUsage& usage() const { return usage_; }
    /// Uses in MHz from step `first` on, counted over all runs.  Throws `RunFailed` for what is no use.
    void read_values(std::uint64_t first, std::span<double> into) const;
    /// Times from the VM's start, counted over the timed runs.  Throws `RunFailed` for what
    /// does not rise; `into` lies within one run.
    void read_times(std::uint64_t first, std::span<double> into) const;

    /// Numbers one behind the other.
    struct Column {
        std::uint64_t offset = 0;  ///< in the file
        std::uint64_t count = 0;
    };

private:
    struct Descriptor {
        Descriptor() = default;
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
        ~Descriptor();

        int number = -1;
    };

    void open_tables(const std::filesystem::path& path);
    void check_runs() const;
    void check_times() const;
    void read(const Column& column, std::uint64_t first, std::span<double> into) const;
    [[noreturn]] void refuse(const std::string& problem) const;

    std::filesystem::path file_;
    outcome::BundledUsage usage_;
    Column values_;
    Column times_;
    Descriptor descriptor_;
};

}  // namespace verbund::store

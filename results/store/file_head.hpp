#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <hdf5.h>

namespace verbund::store {

/// What every file says of itself and of where it comes from.
struct FileHead {
    std::string_view format;
    int schema_major = 0;
    int schema_minor = 0;
    std::string title;
    std::string question;
    std::string program_version;
    std::string program_commit;
    std::uint64_t seed = 0;
    std::string study_sha256;
    std::string resolved_study;
};

/// Of a run or a sweep, which name these things alike.
template <class Run>
[[nodiscard]] FileHead head_of(const Run& run, std::string_view format, int schema_major, int schema_minor) {
    return {format,           schema_major,        schema_minor,       run.title,
            run.question,     run.program_version, run.program_commit, run.seed,
            run.study_sha256, run.resolved_study};
}

/// Root attributes, and group `/study`, to which `base_variant` is added where there is one.
void write_head(const FileHead& head, hid_t file, std::string_view base_variant = {});

/// Reads them back, without format and schema version.  Throws `h5::Failure`.
[[nodiscard]] FileHead read_head(hid_t file);

/// The counterpart of `head_of`.
template <class Run>
void take_head(FileHead&& head, Run& run) {
    run.title = std::move(head.title);
    run.question = std::move(head.question);
    run.program_version = std::move(head.program_version);
    run.program_commit = std::move(head.program_commit);
    run.seed = head.seed;
    run.study_sha256 = std::move(head.study_sha256);
    run.resolved_study = std::move(head.resolved_study);
}

}  // namespace verbund::store

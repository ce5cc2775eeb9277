#include "results/store/file_head.hpp"

#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "results/store/column_writer.hpp"
#include "results/store/group_reader.hpp"
#include "results/store/group_writer.hpp"
#include "results/store/h5.hpp"

namespace verbund::store {
namespace {

std::uint64_t parse_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || end != text.data() + text.size())
        throw h5::Failure{"attribute seed is not a number"};
    return seed;
}

}  // namespace

void write_head(const FileHead& head, hid_t file, std::string_view base_variant) {
    const std::int8_t complete = 1;
    h5::write_attribute(file, "Conventions", "CF-1.10");
    h5::write_attribute(file, "format", std::string{head.format});
    h5::write_attribute(file, "schema_version", fmt::format("{}.{}", head.schema_major, head.schema_minor));
    h5::write_attribute(file, "title", head.title);
    h5::write_attribute(file, "program_version", head.program_version);
    h5::write_attribute(file, "program_commit", head.program_commit);
    // As text: netCDF's classic tools have no unsigned 64-bit integer.
    h5::write_attribute(file, "seed", fmt::format("{}", head.seed));
    h5::write_attribute(file, "study_sha256", head.study_sha256);
    h5::write_attribute(file, "complete", H5T_STD_I8LE, &complete);

    GroupWriter group{file, "/study"};
    h5::write_attribute(group.id(), "title", head.title);
    h5::write_attribute(group.id(), "question", head.question);
    if (!base_variant.empty()) h5::write_attribute(group.id(), "base_variant", std::string{base_variant});
    add_counting_axis(group, {"document", "1", "document number, from 0"}, 1);
    const std::array<std::string_view, 1> axes{"document"};
    const std::vector<std::string> text{head.resolved_study};
    group.write({"resolved_study", "", "the study with every default that applied"}, axes, text);
}

FileHead read_head(hid_t file) {
    FileHead head;
    head.seed = parse_seed(read_text_attribute(file, "seed"));
    head.program_version = read_text_attribute(file, "program_version");
    head.program_commit = read_text_attribute(file, "program_commit");
    head.study_sha256 = read_text_attribute(file, "study_sha256");
    const GroupReader study{file, "/study"};
    head.title = study.text_attribute("title");
    head.question = study.text_attribute("question");
    head.resolved_study = study.texts("resolved_study", {1}).front();
    return head;
}

}  // namespace verbund::store

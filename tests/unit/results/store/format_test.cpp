#include <array>
#include <fstream>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <hdf5.h>
#include <hdf5_hl.h>

#include "results/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::store {
namespace {

using Groups = std::map<std::string, std::vector<std::string>>;  ///< group -> table rows of its datasets

herr_t add_name(hid_t, const char* name, const H5L_info_t*, void* names) {
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return 0;
}

std::vector<std::string> links_of(hid_t group) {
    std::vector<std::string> names;
    H5Literate(group, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add_name, &names);
    return names;
}

std::string text_attribute(hid_t dataset, const char* name) {
    if (H5Aexists(dataset, name) <= 0) return {};
    const hid_t attribute = H5Aopen(dataset, name, H5P_DEFAULT);
    const hid_t type = H5Aget_type(attribute);
    char* text = nullptr;
    H5Aread(attribute, type, &text);
    std::string result = text;
    H5free_memory(text);
    H5Tclose(type);
    H5Aclose(attribute);
    return result;
}

std::string type_name(hid_t dataset) {
    const hid_t type = H5Dget_type(dataset);
    const std::size_t bits = 8 * H5Tget_size(type);
    const H5T_class_t kind = H5Tget_class(type);
    H5Tclose(type);
    if (kind == H5T_STRING) return "text";
    return fmt::format("{}{}", kind == H5T_FLOAT ? "float" : "int", bits);
}

/// The link name of a dimension scale, which is the dimension's name.
herr_t add_scale(hid_t, unsigned, hid_t scale, void* names) {
    std::array<char, 256> path{};
    H5Iget_name(scale, path.data(), path.size());
    const std::string full = path.data();
    static_cast<std::vector<std::string>*>(names)->push_back(full.substr(full.rfind('/') + 1));
    return 1;
}

std::string axes_of(hid_t dataset, const std::string& name) {
    if (H5DSis_scale(dataset) > 0) return name;
    const hid_t space = H5Dget_space(dataset);
    const int rank = H5Sget_simple_extent_ndims(space);
    H5Sclose(space);
    std::vector<std::string> axes;
    for (int i = 0; i < rank; ++i)
        H5DSiterate_scales(dataset, static_cast<unsigned>(i), nullptr, add_scale, &axes);
    REQUIRE(axes.size() == static_cast<std::size_t>(rank));  // a dimension scale on every axis
    return fmt::format("{}", fmt::join(axes, ", "));
}

std::string table_row(hid_t dataset, const std::string& name) {
    return fmt::format("| `{}` | {} | {} | {} | {} |", name, type_name(dataset), axes_of(dataset, name),
                       text_attribute(dataset, "units"), text_attribute(dataset, "long_name"));
}

Groups groups_of_file(const std::filesystem::path& path) {
    Groups groups;
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    for (const std::string& group_name : links_of(file)) {
        const hid_t group = H5Gopen2(file, group_name.c_str(), H5P_DEFAULT);
        for (const std::string& name : links_of(group)) {
            const hid_t dataset = H5Dopen2(group, name.c_str(), H5P_DEFAULT);
            groups["/" + group_name].push_back(table_row(dataset, name));
            H5Dclose(dataset);
        }
        H5Gclose(group);
    }
    H5Fclose(file);
    return groups;
}

/// The table rows below each heading "## `/group`".
Groups groups_of_document() {
    Groups groups;
    std::string group;
    std::ifstream document{test::source_folder() / "results/store/FORMAT.md"};
    for (std::string line; std::getline(document, line);) {
        if (line.starts_with("## ")) {
            const bool is_group = line.starts_with("## `/");
            group = is_group ? line.substr(4, line.rfind('`') - 4) : std::string{};
        } else if (!group.empty() && line.starts_with("| `")) {
            groups[group].push_back(line);
        }
    }
    return groups;
}

std::string as_text(const Groups& groups) {
    std::string text;
    for (const auto& [group, rows] : groups)
        text += fmt::format("## `{}`\n{}\n", group, fmt::join(rows, "\n"));
    return text;
}

TEST_CASE("FORMAT.md lists every group and dataset that is written, and nothing else", "[store]") {
    const test::TemporaryFolder folder;
    write_run(test::numbered_run(), folder / "a.h5", false);
    const Groups written = groups_of_file(folder / "a.h5");
    const Groups documented = groups_of_document();
    INFO("what FORMAT.md should contain:\n" << as_text(written));
    REQUIRE(written.size() == documented.size());
    for (const auto& [group, rows] : written) {
        CAPTURE(group);
        REQUIRE(documented.count(group) == 1);
        CHECK(documented.at(group) == rows);
    }
}

TEST_CASE("every dataset of numbers is compressed, checksummed and free of time stamps", "[store]") {
    const test::TemporaryFolder folder;
    write_run(test::numbered_run(), folder / "a.h5", false);
    const hid_t file = H5Fopen((folder / "a.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    const hid_t dataset = H5Dopen2(file, "/yearly/pue", H5P_DEFAULT);
    const hid_t properties = H5Dget_create_plist(dataset);
    std::vector<H5Z_filter_t> filters;
    for (int i = 0; i < H5Pget_nfilters(properties); ++i) {
        std::size_t parameters = 0;
        filters.push_back(H5Pget_filter2(properties, static_cast<unsigned>(i), nullptr, &parameters, nullptr,
                                         0, nullptr, nullptr));
    }
    CHECK(filters ==
          std::vector<H5Z_filter_t>{H5Z_FILTER_SHUFFLE, H5Z_FILTER_DEFLATE, H5Z_FILTER_FLETCHER32});
    hbool_t tracks_times = true;
    H5Pget_obj_track_times(properties, &tracks_times);
    CHECK_FALSE(tracks_times);
    H5Pclose(properties);
    H5Dclose(dataset);
    H5Fclose(file);
}

}  // namespace
}  // namespace verbund::store

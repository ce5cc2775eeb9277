#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "results/store/h5.hpp"

namespace verbund::store {

/// Reads datasets of one group and trusts none of them: type, number of axes and every length are checked
/// before a byte is allocated.  Throws `h5::Failure` naming the dataset.
class GroupReader {
public:
    using Shape = std::vector<std::size_t>;

    GroupReader(hid_t file, const std::string& path);

    [[nodiscard]] std::vector<std::int32_t> integer_axis(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> text_axis(const std::string& name) const;

    [[nodiscard]] std::vector<double> doubles(const std::string& name, const Shape& shape) const;
    [[nodiscard]] std::vector<float> floats(const std::string& name, const Shape& shape) const;
    [[nodiscard]] std::vector<std::int32_t> integers(const std::string& name, const Shape& shape) const;
    [[nodiscard]] std::vector<std::string> texts(const std::string& name, const Shape& shape) const;

    /// Part of a dataset: `count` entries of its first axis from `first` on.  Throws `h5::Failure` when the
    /// axis is not so long.
    [[nodiscard]] std::vector<double> doubles(const std::string& name, const Shape& shape, std::size_t first,
                                              std::size_t count) const;

    [[nodiscard]] std::string text_attribute(const char* name) const;
    [[nodiscard]] int integer_attribute(const char* name) const;

    /// Names of the group's datasets, in the order in which they were written.
    [[nodiscard]] std::vector<std::string> names() const;
    /// Number of entries on each axis of a dataset, and what it holds.
    [[nodiscard]] Shape shape(const std::string& name) const;
    [[nodiscard]] H5T_class_t class_of(const std::string& name) const;
    /// A text attribute of a dataset; empty where it has none.
    [[nodiscard]] std::string text_of(const std::string& name, const char* attribute) const;

    /// Whether the file lacks a column that only later minor versions have (`added_columns`).
    [[nodiscard]] bool lacks_added(const std::string& name) const;

private:
    [[nodiscard]] h5::Handle open(const std::string& name) const;
    [[nodiscard]] h5::Handle open(const std::string& name, H5T_class_t expected) const;
    [[nodiscard]] Shape shape_of(const std::string& name, hid_t dataset) const;
    void require_shape(const std::string& name, hid_t dataset, const Shape& shape) const;
    [[nodiscard]] std::size_t axis_length(const std::string& name, hid_t dataset) const;
    template <class Value>
    [[nodiscard]] std::vector<Value> numbers(const std::string& name, hid_t dataset, hid_t type,
                                             std::size_t count) const;
    [[nodiscard]] std::vector<std::string> read_texts(const std::string& name, hid_t dataset,
                                                      std::size_t count) const;

    std::string path_;
    h5::Handle group_;
};

/// A text attribute of a group or of the file's root; throws `h5::Failure` when missing or no text.
[[nodiscard]] std::string read_text_attribute(hid_t object, const char* name);

/// An integer attribute; throws `h5::Failure` when missing or not an integer.
[[nodiscard]] int read_integer_attribute(hid_t object, const char* name);

}  // namespace verbund::store

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "results/store/h5.hpp"

namespace verbund::store {

/// How exactly numbers are stored.
enum class Precision { single, full };

/// What a dataset says about itself besides its numbers.
struct DatasetText {
    std::string name;
    std::string_view unit;  ///< empty: no `units` attribute (texts and flags)
    std::string_view long_name;
};

/// Meaning of the codes of an int8 dataset, as CF wants it: blank-separated words.
struct FlagMeanings {
    int count;
    std::string words;
};

/// Writes one group whose datasets carry a dimension scale on every axis.
///
/// The axes come first (`add_axis`), then datasets over some of them.  A dataset's numbers are given in
/// row-major order, whole or in pieces; groups are written one dataset at a time, so at most one copy of one
/// column exists.
class GroupWriter {
public:
    GroupWriter(hid_t file, const std::string& path);

    void add_axis(const DatasetText& text, std::span<const std::int32_t> values);
    void add_axis(const DatasetText& text, std::span<const std::string> values);

    using Axes = std::span<const std::string_view>;
    void write(const DatasetText& text, Axes axes, std::span<const double> values, Precision precision);
    /// In pieces, for what is not to be held whole: fills the numbers from the place `first` on.  Asked for
    /// in rising order; the file is the same as of the whole.
    using Source = std::function<void(std::size_t first, std::span<double> into)>;
    void write_pieces(const DatasetText& text, Axes axes, const Source& source);
    void write(const DatasetText& text, Axes axes, std::span<const float> values);
    void write(const DatasetText& text, Axes axes, std::span<const std::int32_t> values);
    void write(const DatasetText& text, Axes axes, std::span<const std::int8_t> values,
               const FlagMeanings& flags);
    void write(const DatasetText& text, Axes axes, std::span<const std::string> values);

    [[nodiscard]] hid_t id() const noexcept { return group_.get(); }

private:
    struct Axis {
        std::string name;
        hsize_t size;
        h5::Handle scale;
    };

    [[nodiscard]] const Axis& axis(std::string_view name) const;
    [[nodiscard]] h5::Handle create(const DatasetText& text, const std::vector<hsize_t>& sizes, hid_t type,
                                    hid_t fill_type, const void* fill);
    [[nodiscard]] std::vector<hsize_t> sizes_of(Axes axes) const;
    h5::Handle write_over(const DatasetText& text, Axes axes, hid_t file_type,
                          const std::function<void(hid_t dataset)>& fill);
    h5::Handle write_over(const DatasetText& text, Axes axes, hid_t file_type, hid_t memory_type,
                          const void* data);
    void finish_axis(const DatasetText& text, hsize_t size, h5::Handle dataset);

    std::string path_;
    h5::Handle group_;
    std::vector<Axis> axes_;
};

}  // namespace verbund::store

#include "results/store/group_writer.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include <fmt/format.h>
#include <hdf5_hl.h>

namespace verbund::store {
namespace {

using h5::check;
using h5::Handle;
using h5::own;

constexpr hsize_t chunk_elements = hsize_t{1} << 16U;
constexpr unsigned deflate_level = 2;  // higher levels cost several times the time and save a few percent

/// Whole axes from the last one on, until a chunk is full: a chunk then holds neighbouring entries of few
/// variants.
std::vector<hsize_t> chunk_sizes(const std::vector<hsize_t>& sizes) {
    std::vector<hsize_t> chunk(sizes.size(), 1);
    hsize_t room = chunk_elements;
    for (std::size_t i = sizes.size(); i-- > 0 && room > 1;) {
        chunk[i] = std::clamp<hsize_t>(sizes[i], 1, room);
        room /= chunk[i];
    }
    return chunk;
}

/// An empty axis must be declared growable: HDF5 refuses chunks longer than a fixed axis.
std::vector<hsize_t> largest_sizes(const std::vector<hsize_t>& sizes) {
    std::vector<hsize_t> largest = sizes;
    std::replace(largest.begin(), largest.end(), hsize_t{0}, H5S_UNLIMITED);
    return largest;
}

/// Texts stay without filters: what lies in the dataset are only references to them, and HDF5 refuses a
/// checksum there.
Handle creation_properties(const std::vector<hsize_t>& sizes, bool is_text) {
    const std::string purpose = "set dataset properties";
    Handle properties = own(H5Pcreate(H5P_DATASET_CREATE), purpose);
    const hid_t id = properties.get();
    check(H5Pset_obj_track_times(id, false), purpose);
    const std::vector<hsize_t> chunk = chunk_sizes(sizes);
    check(H5Pset_chunk(id, static_cast<int>(chunk.size()), chunk.data()), purpose);
    if (!is_text) {
        check(H5Pset_shuffle(id), purpose);
        check(H5Pset_deflate(id, deflate_level), purpose);
        check(H5Pset_fletcher32(id), purpose);
    }
    return properties;
}

Handle group_properties() {
    Handle properties = own(H5Pcreate(H5P_GROUP_CREATE), "set group properties");
    check(H5Pset_obj_track_times(properties.get(), false), "set group properties");
    check(H5Pset_link_creation_order(properties.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
          "set group properties");
    return properties;
}

void describe(hid_t dataset, const DatasetText& text) {
    if (!text.unit.empty()) h5::write_attribute(dataset, "units", std::string{text.unit});
    h5::write_attribute(dataset, "long_name", std::string{text.long_name});
}

std::vector<const char*> pointers_to(std::span<const std::string> texts) {
    std::vector<const char*> pointers(texts.size());
    std::transform(texts.begin(), texts.end(), pointers.begin(),
                   [](const std::string& t) { return t.c_str(); });
    return pointers;
}

}  // namespace

GroupWriter::GroupWriter(hid_t file, const std::string& path)
    : path_{path},
      group_{own(H5Gcreate2(file, path.c_str(), H5P_DEFAULT, group_properties().get(), H5P_DEFAULT),
                 "make group " + path)} {}

const GroupWriter::Axis& GroupWriter::axis(std::string_view name) const {
    const auto found =
        std::find_if(axes_.begin(), axes_.end(), [&](const Axis& a) { return a.name == name; });
    if (found == axes_.end()) throw h5::Failure{fmt::format("group {} has no axis {}", path_, name)};
    return *found;
}

Handle GroupWriter::create(const DatasetText& text, const std::vector<hsize_t>& sizes, hid_t type,
                           hid_t fill_type, const void* fill) {
    const std::string purpose = fmt::format("make dataset {}/{}", path_, text.name);
    const std::vector<hsize_t> largest = largest_sizes(sizes);
    const Handle space =
        own(H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), largest.data()), purpose);
    const Handle properties = creation_properties(sizes, H5Tis_variable_str(type) > 0);
    if (fill != nullptr) check(H5Pset_fill_value(properties.get(), fill_type, fill), purpose);
    Handle dataset = own(H5Dcreate2(group_.get(), text.name.c_str(), type, space.get(), H5P_DEFAULT,
                                    properties.get(), H5P_DEFAULT),
                         purpose);
    if (fill != nullptr) h5::write_attribute(dataset.get(), "_FillValue", type, fill);
    describe(dataset.get(), text);
    return dataset;
}

void GroupWriter::finish_axis(const DatasetText& text, hsize_t size, Handle dataset) {
    check(H5DSset_scale(dataset.get(), text.name.c_str()), "make axis " + text.name);
    axes_.push_back({text.name, size, std::move(dataset)});
}

void GroupWriter::add_axis(const DatasetText& text, std::span<const std::int32_t> values) {
    Handle dataset = create(text, {values.size()}, H5T_STD_I32LE, H5T_NATIVE_INT32, nullptr);
    if (!values.empty()) {
        check(H5Dwrite(dataset.get(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
              "write axis " + text.name);
    }
    finish_axis(text, values.size(), std::move(dataset));
}

void GroupWriter::add_axis(const DatasetText& text, std::span<const std::string> values) {
    const Handle type = h5::text_type();
    Handle dataset = create(text, {values.size()}, type.get(), type.get(), nullptr);
    if (!values.empty()) {
        check(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers_to(values).data()),
              "write axis " + text.name);
    }
    finish_axis(text, values.size(), std::move(dataset));
}

std::vector<hsize_t> GroupWriter::sizes_of(Axes axes) const {
    std::vector<hsize_t> sizes;
    for (const std::string_view name : axes) sizes.push_back(axis(name).size);
    return sizes;
}

Handle GroupWriter::write_over(const DatasetText& text, Axes axes, hid_t file_type,
                               const std::function<void(hid_t dataset)>& fill) {
    const std::vector<hsize_t> sizes = sizes_of(axes);
    const double double_fill = std::numeric_limits<double>::quiet_NaN();
    const float float_fill = std::numeric_limits<float>::quiet_NaN();
    const bool is_float = H5Tget_class(file_type) == H5T_FLOAT;
    const void* missing =
        H5Tget_size(file_type) == sizeof(float) ? static_cast<const void*>(&float_fill) : &double_fill;
    Handle dataset = create(text, sizes, file_type, file_type, is_float ? missing : nullptr);
    if (std::find(sizes.begin(), sizes.end(), hsize_t{0}) == sizes.end()) fill(dataset.get());
    for (unsigned i = 0; i < axes.size(); ++i) {
        check(H5DSattach_scale(dataset.get(), axis(axes[i]).scale.get(), i),
              "attach an axis to " + text.name);
    }
    return dataset;
}

Handle GroupWriter::write_over(const DatasetText& text, Axes axes, hid_t file_type, hid_t memory_type,
                               const void* data) {
    return write_over(
        text, axes, file_type,
        [&](hid_t dataset) {
            check(H5Dwrite(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, data),
                  fmt::format("write dataset {}/{}", path_, text.name));
        });
}

void GroupWriter::write_pieces(const DatasetText& text, Axes axes, const Source& source) {
    const std::vector<hsize_t> sizes = sizes_of(axes);
    // Rows of whole chunks, so that each chunk is compressed once.
    const hsize_t rows = chunk_sizes(sizes).front();
    const hsize_t row = std::accumulate(sizes.begin() + 1, sizes.end(), hsize_t{1}, std::multiplies<>{});
    const std::string purpose = fmt::format("write dataset {}/{}", path_, text.name);
    (void)write_over(text, axes, H5T_IEEE_F64LE, [&](hid_t dataset) {
        const Handle space = own(H5Dget_space(dataset), purpose);
        std::vector<double> values;
        std::vector<hsize_t> begin(sizes.size(), 0);
        std::vector<hsize_t> count = sizes;
        for (; begin.front() < sizes.front(); begin.front() += rows) {
            count.front() = std::min(rows, sizes.front() - begin.front());
            values.resize(count.front() * row);
            source(begin.front() * row, values);
            check(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, begin.data(), nullptr, count.data(),
                                      nullptr),
                  purpose);
            const Handle memory =
                own(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr), purpose);
            check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, memory.get(), space.get(), H5P_DEFAULT, values.data()),
                  purpose);
        }
    });
}

void GroupWriter::write(const DatasetText& text, Axes axes, std::span<const double> values,
                        Precision precision) {
    const hid_t type = precision == Precision::single ? H5T_IEEE_F32LE : H5T_IEEE_F64LE;
    (void)write_over(text, axes, type, H5T_NATIVE_DOUBLE, values.data());
}

void GroupWriter::write(const DatasetText& text, Axes axes, std::span<const float> values) {
    (void)write_over(text, axes, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, values.data());
}

void GroupWriter::write(const DatasetText& text, Axes axes, std::span<const std::int32_t> values) {
    (void)write_over(text, axes, H5T_STD_I32LE, H5T_NATIVE_INT32, values.data());
}

void GroupWriter::write(const DatasetText& text, Axes axes, std::span<const std::int8_t> values,
                        const FlagMeanings& flags) {
    const Handle dataset = write_over(text, axes, H5T_STD_I8LE, H5T_NATIVE_INT8, values.data());
    std::vector<std::int8_t> codes(static_cast<std::size_t>(flags.count));
    std::iota(codes.begin(), codes.end(), std::int8_t{0});
    h5::write_attribute(dataset.get(), "flag_values", H5T_STD_I8LE, codes.data(), codes.size());
    h5::write_attribute(dataset.get(), "flag_meanings", flags.words);
}

void GroupWriter::write(const DatasetText& text, Axes axes, std::span<const std::string> values) {
    const Handle type = h5::text_type();
    (void)write_over(text, axes, type.get(), type.get(), pointers_to(values).data());
}

}  // namespace verbund::store

#include "results/store/group_reader.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/store/layout.hpp"

namespace verbund::store {
namespace {

using h5::check;
using h5::Handle;
using h5::own;

std::size_t element_count(const GroupReader::Shape& shape) {
    return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>{});
}

std::string_view class_name(H5T_class_t kind) {
    switch (kind) {
        case H5T_FLOAT:
            return "floating-point numbers";
        case H5T_INTEGER:
            return "integers";
        case H5T_STRING:
            return "texts";
        default:
            return "something else";
    }
}

/// Frees what the library allocated for variable-length texts, whatever happens between.
class TextBuffer {
public:
    TextBuffer(std::size_t count, hid_t type, hid_t space)
        : pointers_(count, nullptr), type_{type}, space_{space} {}
    TextBuffer(const TextBuffer&) = delete;
    TextBuffer& operator=(const TextBuffer&) = delete;
    ~TextBuffer() { H5Dvlen_reclaim(type_, space_, H5P_DEFAULT, pointers_.data()); }

    [[nodiscard]] char** data() { return pointers_.data(); }
    [[nodiscard]] std::vector<std::string> copy() const {
        std::vector<std::string> texts(pointers_.size());
        std::transform(pointers_.begin(), pointers_.end(), texts.begin(),
                       [](const char* text) { return text == nullptr ? std::string{} : std::string{text}; });
        return texts;
    }

private:
    std::vector<char*> pointers_;
    hid_t type_;
    hid_t space_;
};

Handle open_attribute(hid_t object, const char* name, H5T_class_t expected) {
    const std::string purpose = fmt::format("read attribute {}", name);
    Handle attribute = own(H5Aopen(object, name, H5P_DEFAULT), purpose);
    const Handle type = own(H5Aget_type(attribute.get()), purpose);
    const Handle space = own(H5Aget_space(attribute.get()), purpose);
    const bool is_text = expected != H5T_STRING || H5Tis_variable_str(type.get()) > 0;
    if (H5Tget_class(type.get()) != expected || !is_text || H5Sget_simple_extent_npoints(space.get()) != 1)
        throw h5::Failure{fmt::format("attribute {} is not one of {}", name, class_name(expected))};
    return attribute;
}

}  // namespace

std::string read_text_attribute(hid_t object, const char* name) {
    const Handle attribute = open_attribute(object, name, H5T_STRING);
    const Handle type = h5::text_type();
    const Handle space = own(H5Aget_space(attribute.get()), "read an attribute");
    TextBuffer buffer{1, type.get(), space.get()};
    check(H5Aread(attribute.get(), type.get(), buffer.data()), fmt::format("read attribute {}", name));
    return buffer.copy().front();
}

int read_integer_attribute(hid_t object, const char* name) {
    const Handle attribute = open_attribute(object, name, H5T_INTEGER);
    int value = 0;
    check(H5Aread(attribute.get(), H5T_NATIVE_INT, &value), fmt::format("read attribute {}", name));
    return value;
}

GroupReader::GroupReader(hid_t file, const std::string& path)
    : path_{path}, group_{own(H5Gopen2(file, path.c_str(), H5P_DEFAULT), "open group " + path)} {}

std::string GroupReader::text_attribute(const char* name) const {
    return read_text_attribute(group_.get(), name);
}

int GroupReader::integer_attribute(const char* name) const {
    return read_integer_attribute(group_.get(), name);
}

std::vector<std::string> GroupReader::names() const { return h5::links_of(group_.get()); }

GroupReader::Shape GroupReader::shape(const std::string& name) const {
    return shape_of(name, open(name).get());
}

H5T_class_t GroupReader::class_of(const std::string& name) const {
    const Handle type =
        own(H5Dget_type(open(name).get()), fmt::format("read the type of {}/{}", path_, name));
    return H5Tget_class(type.get());
}

std::string GroupReader::text_of(const std::string& name, const char* attribute) const {
    const Handle dataset = open(name);
    return H5Aexists(dataset.get(), attribute) > 0 ? read_text_attribute(dataset.get(), attribute)
                                                   : std::string{};
}

Handle GroupReader::open(const std::string& name) const {
    return own(H5Dopen2(group_.get(), name.c_str(), H5P_DEFAULT),
               fmt::format("open dataset {}/{}", path_, name));
}

Handle GroupReader::open(const std::string& name, H5T_class_t expected) const {
    const std::string full = path_ + "/" + name;
    Handle dataset = open(name);
    const Handle type = own(H5Dget_type(dataset.get()), "read the type of " + full);
    const H5T_class_t found = H5Tget_class(type.get());
    const bool is_fixed_text = found == H5T_STRING && H5Tis_variable_str(type.get()) <= 0;
    if (found != expected || is_fixed_text) {
        throw h5::Failure{fmt::format("dataset {} holds {} ({} expected)", full,
                                      is_fixed_text ? "texts of fixed length" : class_name(found),
                                      class_name(expected))};
    }
    return dataset;
}

GroupReader::Shape GroupReader::shape_of(const std::string& name, hid_t dataset) const {
    const std::string purpose = fmt::format("read the size of {}/{}", path_, name);
    const Handle space = own(H5Dget_space(dataset), purpose);
    const int rank = H5Sget_simple_extent_ndims(space.get());
    check(rank, purpose);
    std::vector<hsize_t> sizes(static_cast<std::size_t>(rank));
    check(H5Sget_simple_extent_dims(space.get(), sizes.data(), nullptr), purpose);
    std::uint64_t elements = 1;
    for (const hsize_t size : sizes) {
        elements = size > max_axis ? max_elements + 1 : elements * size;
        if (elements > max_elements) {
            throw h5::Failure{fmt::format("dataset {}/{} claims an absurd size ({})", path_, name,
                                          fmt::join(sizes, " x "))};
        }
    }
    return {sizes.begin(), sizes.end()};
}

void GroupReader::require_shape(const std::string& name, hid_t dataset, const Shape& shape) const {
    const Shape found = shape_of(name, dataset);
    if (found != shape) {
        throw h5::Failure{fmt::format("dataset {}/{} has the size {} ({} expected from its axes)", path_,
                                      name, fmt::join(found, " x "), fmt::join(shape, " x "))};
    }
}

std::size_t GroupReader::axis_length(const std::string& name, hid_t dataset) const {
    const Shape shape = shape_of(name, dataset);
    if (shape.size() != 1) {
        throw h5::Failure{
            fmt::format("axis {}/{} has {} dimensions (one expected)", path_, name, shape.size())};
    }
    return shape.front();
}

template <class Value>
std::vector<Value> GroupReader::numbers(const std::string& name, hid_t dataset, hid_t type,
                                        std::size_t count) const {
    std::vector<Value> values(count);
    if (count > 0) {
        check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
              fmt::format("read dataset {}/{}", path_, name));
    }
    return values;
}

std::vector<std::string> GroupReader::read_texts(const std::string& name, hid_t dataset,
                                                 std::size_t count) const {
    if (count == 0) return {};
    const Handle type = h5::text_type();
    const Handle space = own(H5Dget_space(dataset), "read texts");
    TextBuffer buffer{count, type.get(), space.get()};
    check(H5Dread(dataset, type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, buffer.data()),
          fmt::format("read dataset {}/{}", path_, name));
    return buffer.copy();
}

std::vector<std::int32_t> GroupReader::integer_axis(const std::string& name) const {
    const Handle dataset = open(name, H5T_INTEGER);
    return numbers<std::int32_t>(name, dataset.get(), H5T_NATIVE_INT32, axis_length(name, dataset.get()));
}

std::vector<std::string> GroupReader::text_axis(const std::string& name) const {
    const Handle dataset = open(name, H5T_STRING);
    return read_texts(name, dataset.get(), axis_length(name, dataset.get()));
}

std::vector<double> GroupReader::doubles(const std::string& name, const Shape& shape) const {
    const Handle dataset = open(name, H5T_FLOAT);
    require_shape(name, dataset.get(), shape);
    return numbers<double>(name, dataset.get(), H5T_NATIVE_DOUBLE, element_count(shape));
}

std::vector<double> GroupReader::doubles(const std::string& name, const Shape& shape, std::size_t first,
                                         std::size_t count) const {
    const Handle dataset = open(name, H5T_FLOAT);
    require_shape(name, dataset.get(), shape);
    const std::string purpose = fmt::format("read dataset {}/{}", path_, name);
    if (shape.empty() || first > shape.front() || count > shape.front() - first)
        throw h5::Failure{fmt::format("cannot {}: it is not so long", purpose)};
    std::vector<hsize_t> start(shape.size(), 0);
    std::vector<hsize_t> size{shape.begin(), shape.end()};
    start.front() = first;
    size.front() = count;
    std::vector<double> values(element_count({size.begin(), size.end()}));
    if (values.empty()) return values;
    const Handle space = own(H5Dget_space(dataset.get()), purpose);
    check(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, size.data(), nullptr),
          purpose);
    const Handle memory = own(H5Screate_simple(static_cast<int>(size.size()), size.data(), nullptr), purpose);
    check(H5Dread(dataset.get(), H5T_NATIVE_DOUBLE, memory.get(), space.get(), H5P_DEFAULT, values.data()),
          purpose);
    return values;
}

std::vector<float> GroupReader::floats(const std::string& name, const Shape& shape) const {
    const Handle dataset = open(name, H5T_FLOAT);
    require_shape(name, dataset.get(), shape);
    return numbers<float>(name, dataset.get(), H5T_NATIVE_FLOAT, element_count(shape));
}

std::vector<std::int32_t> GroupReader::integers(const std::string& name, const Shape& shape) const {
    const Handle dataset = open(name, H5T_INTEGER);
    require_shape(name, dataset.get(), shape);
    return numbers<std::int32_t>(name, dataset.get(), H5T_NATIVE_INT32, element_count(shape));
}

bool GroupReader::lacks_added(const std::string& name) const {
    const bool added = std::find(added_columns.begin(), added_columns.end(),
                                 fmt::format("{}/{}", path_, name)) != added_columns.end();
    return added && H5Lexists(group_.get(), name.c_str(), H5P_DEFAULT) <= 0;
}

std::vector<std::string> GroupReader::texts(const std::string& name, const Shape& shape) const {
    const Handle dataset = open(name, H5T_STRING);
    require_shape(name, dataset.get(), shape);
    return read_texts(name, dataset.get(), element_count(shape));
}

}  // namespace verbund::store

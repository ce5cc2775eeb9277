#include "results/store/h5.hpp"

#include <fmt/format.h>

namespace verbund::store::h5 {
namespace {

/// The innermost entry of the error stack is the cause; the others say who passed it on.
herr_t keep_first(unsigned position, const H5E_error2_t* entry, void* text) {
    if (position == 0 && entry->desc != nullptr) *static_cast<std::string*>(text) = entry->desc;
    return 0;
}

[[noreturn]] void fail(const std::string& purpose) {
    std::string reason = "unknown reason";
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
    throw Failure{fmt::format("cannot {}: {}", purpose, reason)};
}

herr_t add_name(hid_t, const char* name, const H5L_info_t* link, void* names) {
    if (link->type == H5L_TYPE_HARD) static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return 0;
}

Handle attribute_space(hsize_t count) {
    return count == 1 ? own(H5Screate(H5S_SCALAR), "describe an attribute")
                      : own(H5Screate_simple(1, &count, nullptr), "describe an attribute");
}

}  // namespace

QuietErrors::QuietErrors() {
    H5Eget_auto2(H5E_DEFAULT, &function_, &data_);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietErrors::~QuietErrors() { H5Eset_auto2(H5E_DEFAULT, function_, data_); }

Handle own(hid_t id, const std::string& purpose) {
    if (id < 0) fail(purpose);
    return Handle{id};
}

void check(herr_t status, const std::string& purpose) {
    if (status < 0) fail(purpose);
}

Handle text_type() {
    Handle type = own(H5Tcopy(H5T_C_S1), "make the text type");
    check(H5Tset_size(type.get(), H5T_VARIABLE), "make the text type");
    check(H5Tset_cset(type.get(), H5T_CSET_UTF8), "make the text type");
    return type;
}

std::vector<std::string> links_of(hid_t group) {
    std::vector<std::string> names;
    check(H5Literate(group, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add_name, &names), "list a group");
    return names;
}

void write_attribute(hid_t object, const char* name, const std::string& value) {
    const Handle type = text_type();
    const char* text = value.c_str();
    write_attribute(object, name, type.get(), &text);
}

void write_attribute(hid_t object, const char* name, hid_t type, const void* value, hsize_t count) {
    const std::string purpose = fmt::format("write attribute {}", name);
    const Handle space = attribute_space(count);
    const Handle attribute =
        own(H5Acreate2(object, name, type, space.get(), H5P_DEFAULT, H5P_DEFAULT), purpose);
    check(H5Awrite(attribute.get(), type, value), purpose);
}

}  // namespace verbund::store::h5

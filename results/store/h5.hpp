#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <hdf5.h>

/// Thin, safe ground over the HDF5 C interface: owned handles, failures as exceptions, silence on stderr.
namespace verbund::store::h5 {

/// A call of the HDF5 library failed; the text names the call's purpose and the library's own innermost
/// reason.
class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Owns one identifier of any kind.
class Handle {
public:
    Handle() = default;
    explicit Handle(hid_t id) : id_{id} {}
    Handle(Handle&& other) noexcept : id_{std::exchange(other.id_, H5I_INVALID_HID)} {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Handle() {
        if (id_ >= 0) H5Idec_ref(id_);
    }
    [[nodiscard]] hid_t get() const noexcept { return id_; }

private:
    hid_t id_ = H5I_INVALID_HID;
};

/// Keeps the library from printing its error stack while it lives.
class QuietErrors {
public:
    QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    ~QuietErrors();

private:
    H5E_auto2_t function_ = nullptr;
    void* data_ = nullptr;
};

/// Takes over a new identifier, or throws `Failure` ("cannot <purpose>: <reason>").
[[nodiscard]] Handle own(hid_t id, const std::string& purpose);

/// Throws `Failure` if a call returned a negative status.
void check(herr_t status, const std::string& purpose);

/// Variable-length UTF-8 text, the only text type used.
[[nodiscard]] Handle text_type();

/// Names of what lies in a group, in the order in which it was written; links into other files are left out.
[[nodiscard]] std::vector<std::string> links_of(hid_t group);

void write_attribute(hid_t object, const char* name, const std::string& value);
void write_attribute(hid_t object, const char* name, hid_t type, const void* value, hsize_t count = 1);

}  // namespace verbund::store::h5

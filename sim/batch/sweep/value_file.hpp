#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace verbund::batch {

/// Numbers in a file without a name, which goes with the object: what is too much to be held.
class ValueFile {
public:
    /// Throws `RunFailed`, as all of it, with the folder and the cause.
    explicit ValueFile(std::filesystem::path folder);
    ValueFile(const ValueFile&) = delete;
    ValueFile& operator=(const ValueFile&) = delete;
    ~ValueFile();

    /// `first`: place of the first of them, counted in numbers.
    void write(std::size_t first, std::span<const double> values);
    void read(std::size_t first, std::span<double> into) const;

private:
    [[noreturn]] void fail(const char* action, int cause) const;

    std::filesystem::path folder_;
    int descriptor_ = -1;
};

}  // namespace verbund::batch

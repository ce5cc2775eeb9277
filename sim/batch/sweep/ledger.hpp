#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct sqlite3;

namespace verbund::batch {

/// What has been played of a sweep, by content hash, in an SQLite file: whatever happens to the program or
/// the machine, what was entered is whole, and what was not is not there.
///
/// Every failure (full disk, a folder that cannot be written, a file that is none) throws `RunFailed` with
/// the file and the cause.
class Ledger {
public:
    /// Opens the file, or makes it; the folder exists.  Throws also where another program has it open for
    /// writing.
    explicit Ledger(const std::filesystem::path& file);
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    ~Ledger();

    using Bytes = std::vector<std::uint8_t>;
    using Entry = std::pair<std::string, Bytes>;  ///< hash, outcome

    /// All of them or none; one that is there already stays.
    void enter(const std::vector<Entry>& entries);
    [[nodiscard]] bool has(const std::string& hash) const;
    [[nodiscard]] std::optional<Bytes> find(const std::string& hash) const;
    [[nodiscard]] std::size_t size() const;
    /// Takes over what another ledger has.
    void take_from(const std::filesystem::path& other);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    void run(const std::string& sql) const;
    [[noreturn]] void fail(const char* action) const;

    std::filesystem::path file_;
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace verbund::batch

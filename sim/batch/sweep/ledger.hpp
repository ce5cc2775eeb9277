#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace verbund::batch {

/// What has been played of a sweep, by the content it was played from and the program that played it, in an
/// SQLite file: whatever happens to the program or the machine, what was entered is whole, and what was not
/// is not there.
///
/// What another program entered is kept, and is not found.  Every failure (full disk, a folder that cannot be
/// written, a file that is none) throws `RunFailed` with the file and the cause.
class Ledger {
public:
    /// Opens the file, or makes it; the folder exists.  Throws also where another program has it open for
    /// writing.  `program`: whose outcomes it is asked for and given (`program_build`).
    Ledger(const std::filesystem::path& file, std::string program);
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    ~Ledger();

    using Bytes = std::vector<std::uint8_t>;
    using Entry = std::pair<std::string, Bytes>;  ///< what was played, outcome

    /// All of them or none; one that is there already stays.
    void enter(const std::vector<Entry>& entries);
    [[nodiscard]] bool has(std::string_view play) const;
    /// Whether another program has played it.
    [[nodiscard]] bool has_of_another(std::string_view play) const;
    [[nodiscard]] std::optional<Bytes> find(std::string_view play) const;
    /// Of all programs.
    [[nodiscard]] std::size_t size() const;
    /// Takes over what another ledger has.
    void take_from(const std::filesystem::path& other);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    /// A statement at work, put back for the next time when it goes.
    struct Reset {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Row = std::unique_ptr<sqlite3_stmt, Reset>;

    void open_tables();
    void run(const std::string& sql) const;
    [[nodiscard]] Statement prepare(const char* sql) const;
    /// The row of a play and this program; nothing where there is none.
    [[nodiscard]] Row row_of(const Statement& statement, std::string_view play) const;
    [[noreturn]] void fail(const char* action) const;

    std::filesystem::path file_;
    std::string program_;
    std::unique_ptr<sqlite3, Close> database_;
    Statement find_;
    Statement has_of_another_;
};

}  // namespace verbund::batch

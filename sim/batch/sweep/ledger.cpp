#include "sim/batch/sweep/ledger.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "models/base/diagnostics.hpp"

namespace verbund::batch {
namespace {

constexpr int format = 1;  ///< of the table below

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return Statement{statement};
}

void bind_text(sqlite3_stmt* statement, int at, const std::string& text) {
    sqlite3_bind_text(statement, at, text.c_str(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

}  // namespace

void Ledger::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Ledger::Ledger(const std::filesystem::path& file) : file_{file} {
    sqlite3* opened = nullptr;
    const int status =
        sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database_.reset(opened);
    if (status != SQLITE_OK) fail("cannot be opened");
    // Kept locked from the first writing on, so that a second program is refused instead of waiting.
    run("PRAGMA locking_mode = EXCLUSIVE");
    run("PRAGMA synchronous = FULL");
    run("BEGIN EXCLUSIVE");
    run("CREATE TABLE IF NOT EXISTS played(hash TEXT PRIMARY KEY, outcome BLOB NOT NULL) WITHOUT ROWID");
    const Statement version = prepare(database_.get(), "PRAGMA user_version");
    if (!version || sqlite3_step(version.get()) != SQLITE_ROW) fail("cannot be read");
    const int found = sqlite3_column_int(version.get(), 0);
    if (found != 0 && found != format) {
        throw RunFailed(fmt::format("{} is of another version of this program (format {}, this one has {})",
                                    file_.string(), found, format));
    }
    run(fmt::format("PRAGMA user_version = {}", format));
    run("COMMIT");
}

Ledger::~Ledger() = default;

void Ledger::run(const std::string& sql) const {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail("cannot be written");
}

void Ledger::fail(const char* action) const {
    const int code = database_ ? sqlite3_errcode(database_.get()) : SQLITE_NOMEM;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        throw RunFailed(fmt::format("{}: another sweep is working in this folder", file_.string()));
    throw RunFailed(fmt::format("{} {} ({})", file_.string(), action,
                                database_ ? sqlite3_errmsg(database_.get()) : "out of memory"));
}

void Ledger::enter(const std::vector<Entry>& entries) {
    run("BEGIN");
    const Statement insert = prepare(
        database_.get(), "INSERT INTO played(hash, outcome) VALUES (?, ?) ON CONFLICT(hash) DO NOTHING");
    if (!insert) fail("cannot be written");
    for (const auto& [hash, outcome] : entries) {
        bind_text(insert.get(), 1, hash);
        // Without bytes there is no address, which SQLite takes for no value.
        if (outcome.empty())
            sqlite3_bind_zeroblob(insert.get(), 2, 0);
        else
            sqlite3_bind_blob64(insert.get(), 2, outcome.data(), outcome.size(), SQLITE_STATIC);
        if (sqlite3_step(insert.get()) != SQLITE_DONE) fail("cannot be written");
        sqlite3_reset(insert.get());
    }
    run("COMMIT");
}

bool Ledger::has(const std::string& hash) const {
    const Statement select = prepare(database_.get(), "SELECT 1 FROM played WHERE hash = ?");
    if (!select) fail("cannot be read");
    bind_text(select.get(), 1, hash);
    return sqlite3_step(select.get()) == SQLITE_ROW;
}

std::optional<Ledger::Bytes> Ledger::find(const std::string& hash) const {
    const Statement select = prepare(database_.get(), "SELECT outcome FROM played WHERE hash = ?");
    if (!select) fail("cannot be read");
    bind_text(select.get(), 1, hash);
    if (sqlite3_step(select.get()) != SQLITE_ROW) return std::nullopt;
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(select.get(), 0));
    return Bytes(bytes, bytes + sqlite3_column_bytes(select.get(), 0));
}

std::size_t Ledger::size() const {
    const Statement count = prepare(database_.get(), "SELECT count(*) FROM played");
    if (!count || sqlite3_step(count.get()) != SQLITE_ROW) fail("cannot be read");
    return static_cast<std::size_t>(sqlite3_column_int64(count.get(), 0));
}

void Ledger::take_from(const std::filesystem::path& other) {
    const Statement attach = prepare(database_.get(), "ATTACH DATABASE ? AS other");
    if (!attach) fail("cannot be read");
    bind_text(attach.get(), 1, other.string());
    if (sqlite3_step(attach.get()) != SQLITE_DONE) fail("cannot be read");
    run("INSERT INTO played SELECT hash, outcome FROM other.played WHERE true ON CONFLICT(hash) DO NOTHING");
    run("DETACH DATABASE other");
}

}  // namespace verbund::batch

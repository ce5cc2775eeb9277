#include "sim/batch/sweep/ledger.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "models/base/diagnostics.hpp"

namespace verbund::batch {
namespace {

constexpr int format = 2;  ///< of the table below

void bind_bytes(sqlite3_stmt* statement, int at, std::string_view bytes) {
    sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void bind_text(sqlite3_stmt* statement, int at, std::string_view text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

}  // namespace

void Ledger::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Ledger::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Ledger::Reset::operator()(sqlite3_stmt* statement) const { sqlite3_reset(statement); }

Ledger::Ledger(const std::filesystem::path& file, std::string program)
    : file_{file}, program_{std::move(program)} {
    sqlite3* opened = nullptr;
    const int status =
        sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database_.reset(opened);
    if (status != SQLITE_OK) fail("cannot be opened");
    open_tables();
    find_ = prepare("SELECT outcome FROM played WHERE play = ? AND program = ?");
    has_of_another_ = prepare("SELECT 1 FROM played WHERE play = ? AND program <> ?");
}

void Ledger::open_tables() {
    // Kept locked from the first writing on, so that a second program is refused instead of waiting.
    run("PRAGMA locking_mode = EXCLUSIVE");
    run("PRAGMA synchronous = FULL");
    run("BEGIN EXCLUSIVE");
    const Statement version = prepare("PRAGMA user_version");
    if (sqlite3_step(version.get()) != SQLITE_ROW) fail("cannot be read");
    const int found = sqlite3_column_int(version.get(), 0);
    if (found != 0 && found != format) {
        throw RunFailed(fmt::format(
            "{} is of another version of this program (format {}, this one has {}). Remove it, and "
            "what it holds is played again.",
            file_.string(), found, format));
    }
    // Outcomes lie as they were entered, which is roughly by case, and the index beside them.
    run("CREATE TABLE IF NOT EXISTS played(id INTEGER PRIMARY KEY, play BLOB NOT NULL, program TEXT NOT "
        "NULL, "
        "outcome BLOB NOT NULL, UNIQUE(play, program))");
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

Ledger::Statement Ledger::prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        fail("cannot be read");
    return Statement{statement};
}

void Ledger::enter(const std::vector<Entry>& entries) {
    run("BEGIN");
    const Statement insert = prepare(
        "INSERT INTO played(play, program, outcome) VALUES (?, ?, ?) ON CONFLICT(play, program) DO NOTHING");
    for (const auto& [play, outcome] : entries) {
        bind_bytes(insert.get(), 1, play);
        bind_text(insert.get(), 2, program_);
        // Without bytes there is no address, which SQLite takes for no value.
        if (outcome.empty())
            sqlite3_bind_zeroblob(insert.get(), 3, 0);
        else
            sqlite3_bind_blob64(insert.get(), 3, outcome.data(), outcome.size(), SQLITE_STATIC);
        if (sqlite3_step(insert.get()) != SQLITE_DONE) fail("cannot be written");
        sqlite3_reset(insert.get());
    }
    run("COMMIT");
}

Ledger::Row Ledger::row_of(const Statement& statement, std::string_view play) const {
    bind_bytes(statement.get(), 1, play);
    bind_text(statement.get(), 2, program_);
    Row row{statement.get()};
    const int status = sqlite3_step(row.get());
    if (status == SQLITE_DONE) return {};
    if (status != SQLITE_ROW) fail("cannot be read");
    return row;
}

bool Ledger::has(std::string_view play) const { return row_of(find_, play) != nullptr; }

bool Ledger::has_of_another(std::string_view play) const { return row_of(has_of_another_, play) != nullptr; }

std::optional<Ledger::Bytes> Ledger::find(std::string_view play) const {
    const Row row = row_of(find_, play);
    if (!row) return std::nullopt;
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(row.get(), 0));
    return Bytes(bytes, bytes + sqlite3_column_bytes(row.get(), 0));
}

std::size_t Ledger::size() const {
    const Statement count = prepare("SELECT count(*) FROM played");
    if (sqlite3_step(count.get()) != SQLITE_ROW) fail("cannot be read");
    return static_cast<std::size_t>(sqlite3_column_int64(count.get(), 0));
}

void Ledger::take_from(const std::filesystem::path& other) {
    const Statement attach = prepare("ATTACH DATABASE ? AS other");
    const std::string name = other.string();
    bind_text(attach.get(), 1, name);
    if (sqlite3_step(attach.get()) != SQLITE_DONE) fail("cannot be read");
    run("INSERT INTO played(play, program, outcome) SELECT play, program, outcome FROM other.played WHERE "
        "true "
        "ORDER BY id ON CONFLICT(play, program) DO NOTHING");
    run("DETACH DATABASE other");
}

}  // namespace verbund::batch

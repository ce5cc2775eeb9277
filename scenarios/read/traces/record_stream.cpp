#include "scenarios/read/traces/record_stream.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include <csv.h>
#include <fmt/format.h>
#include <zlib.h>

#include "models/base/diagnostics.hpp"

namespace verbund::read {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{256} * 1024U;
constexpr std::size_t most_in_a_record = std::size_t{64} * 1024U;

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line, std::string problem,
                         std::string remedy) {
    throw InvalidInput{{{{file.string(), line, 0}, "", std::move(problem), std::move(remedy)}}};
}

/// A file's bytes, unpacked where it is gzip.
class Unpacked {
public:
    explicit Unpacked(std::filesystem::path file) : file_{std::move(file)} {
        std::error_code error;
        if (!std::filesystem::exists(file_, error))
            refuse(file_, 0, "the file does not exist", "Check the path.");
        if (!std::filesystem::is_regular_file(file_, error))
            refuse(file_, 0, "this is no file", "Name a file.");
        stream_.reset(gzopen(file_.c_str(), "rb"));
        if (!stream_)
            refuse(file_, 0, fmt::format("the file cannot be read ({})", std::strerror(errno)),
                   "Check its permissions.");
        gzbuffer(stream_.get(), static_cast<unsigned>(chunk_bytes));
    }

    /// The next bytes; empty at the end.
    std::string_view next(std::size_t line) {
        const int read = gzread(stream_.get(), chunk_.data(), static_cast<unsigned>(chunk_.size()));
        int state = Z_OK;
        const char* const what = gzerror(stream_.get(), &state);
        if (read < 0 || state == Z_BUF_ERROR)
            refuse(file_, line, fmt::format("the file is damaged after this line ({})", what),
                   "Unpack it once more, or copy it anew.");
        return {chunk_.data(), static_cast<std::size_t>(read)};
    }

private:
    struct Close {
        void operator()(gzFile_s* stream) const { gzclose(stream); }
    };
    std::filesystem::path file_;
    std::unique_ptr<gzFile_s, Close> stream_;
    std::vector<char> chunk_ = std::vector<char>(chunk_bytes);
};

/// libcsv, fed in chunks; collects the cells of a record and tells it when it is whole.
class Splitter {
public:
    Splitter(const std::filesystem::path& file, char separator) : file_{file} {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~Splitter() { csv_free(&parser_); }
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    void feed(std::string_view bytes, const OnRecord& record) {
        record_ = &record;
        if (csv_parse(&parser_, bytes.data(), bytes.size(), on_cell, on_end, this) != bytes.size())
            refuse(file_, line(), "misplaced quotation mark (a quoted cell ends before its separator)",
                   "Write a quotation mark inside a quoted cell twice.");
        if (text_.size() > most_in_a_record || parser_.entry_pos > most_in_a_record)
            refuse(file_, line(), "a record of more than 64 KiB", "Is this the file that was meant?");
    }
    /// The end of the file; a record that no end of line closes is told, too.
    void finish(const OnRecord& record) {
        record_ = &record;
        ended_inside_ = true;
        if (csv_fini(&parser_, on_cell, on_end, this) != 0)
            refuse(file_, line(), "quotation mark without an end", "Close the quoted cell.");
    }
    [[nodiscard]] std::size_t line() const { return lines_ + 1; }
    [[nodiscard]] bool ended_inside() const { return ended_inside_; }

private:
    static void on_cell(void* text, std::size_t length, void* data) {
        auto& self = *static_cast<Splitter*>(data);
        self.text_.append(static_cast<const char*>(text), length);
        self.ends_.push_back(self.text_.size());
    }

    static void on_end(int character, void* data) {
        auto& self = *static_cast<Splitter*>(data);
        if (!self.ends_.empty()) self.tell();
        if (character == '\n') ++self.lines_;
    }

    void tell() {
        cells_.clear();
        std::size_t begin = 0;
        for (const std::size_t end : ends_) {
            cells_.push_back(std::string_view{text_}.substr(begin, end - begin));
            begin = end;
        }
        if (text_.find('\0') != std::string::npos)
            refuse(file_, line(), "a NUL byte: this is no text", "Name a text file.");
        const auto inner = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
        if (cells_.size() > 1 || !cells_.front().empty()) (*record_)({line(), cells_});
        lines_ += inner;
        text_.clear();
        ends_.clear();
    }

    const std::filesystem::path& file_;
    csv_parser parser_{};
    const OnRecord* record_ = nullptr;
    std::string text_;
    std::vector<std::size_t> ends_;
    std::vector<std::string_view> cells_;
    std::size_t lines_ = 0;
    bool ended_inside_ = false;
};

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

char separator_of(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
    const std::string_view line = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
    return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';' : ',';
}

/// Feeds the whole file; returns whether its last record is not closed by an end of line.
void feed_all(Unpacked& bytes, std::string_view first, Splitter& splitter, const OnRecord& record) {
    for (std::string_view chunk = without_mark(first); !chunk.empty(); chunk = bytes.next(splitter.line()))
        splitter.feed(chunk, record);
    splitter.finish(record);
}

}  // namespace

StreamedText read_records(const std::filesystem::path& file, const OnHeader& header, const OnRecord& record) {
    Unpacked bytes{file};
    const std::string_view first = bytes.next(0);
    StreamedText found;
    const char separator = separator_of(without_mark(first));
    Splitter splitter{file, separator};
    std::size_t width = 0;
    feed_all(bytes, first, splitter, [&](const StreamedRecord& told) {
        std::span<const std::string_view> cells = told.cells;
        if (width == 0) {
            width = cells.size();
            header(told, separator);
            return;
        }
        while (cells.size() > width && cells.back().empty()) cells = cells.first(cells.size() - 1);
        if (cells.size() < width && splitter.ended_inside()) {
            found.truncated = true;
            return;
        }
        if (cells.size() != width)
            refuse(file, told.line, fmt::format("{} cells, the header has {}", cells.size(), width),
                   "Give every record as many cells as the header.");
        record({told.line, cells});
    });
    if (width == 0) refuse(file, 1, "the table is empty", "Write a header line and records.");
    return found;
}

void read_lines(const std::filesystem::path& file, const OnRecord& line) {
    Unpacked bytes{file};
    const std::string_view first = bytes.next(0);
    Splitter splitter{file, ','};
    feed_all(bytes, first, splitter, [&](const StreamedRecord& told) {
        if (told.cells.size() != 1)
            refuse(file, told.line, fmt::format("{} cells on a line", told.cells.size()),
                   "Write one number a line.");
        line(told);
    });
}

}  // namespace verbund::read

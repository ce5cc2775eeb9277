#include "scenarios/read/text_file.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/read/sha256.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace verbund;

namespace {

/// A folder for study files.
class Folder : public test::TemporaryFolder {
public:
    [[nodiscard]] std::filesystem::path with(const std::string& name, const std::string& content) const {
        test::write_bytes(path() / name, content);
        return path() / name;
    }
};

std::string refusal(const std::filesystem::path& file) {
    try {
        static_cast<void>(read::read_study(file, {}));
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a byte-order mark is no part of the text", "[read]") {
    const Folder folder;
    CHECK(read::load_text(folder.with("a.txt", "\xEF\xBB\xBFx")) == "x");
}

TEST_CASE("a file of 100 MB is refused by its size, at once", "[read]") {
    const Folder folder;
    const auto file = folder.with("big.yaml", "");
    std::filesystem::resize_file(file, 100'000'000);  // sparse: takes no space
    const auto start = std::chrono::steady_clock::now();
    CHECK(refusal(file) == file.string() +
                               ": has 95.4 MiB (at most 16 MiB are read). "
                               "Is this the right file? Split large tables into several files.");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{10});
}

TEST_CASE("a study of more than 4 MiB is refused", "[read]") {
    const Folder folder;
    const auto file = folder.with("long.yaml", std::string(5'000'000, '#'));
    CHECK(refusal(file).find("has 5000000 bytes (a study has at most 4194304)") != std::string::npos);
}

TEST_CASE("a file that is missing, a folder or binary is named with the cause", "[read]") {
    const Folder folder;
    CHECK(refusal(folder.path() / "none.yaml")
              .find("none.yaml: cannot be read (no such file, and no shipped study of "
                    "that name). Shipped studies: ") != std::string::npos);
    CHECK(refusal(folder.path()) ==
          folder.path().string() + ": is no file (a directory or device). Name a file.");
    const auto binary = folder.with("binary.yaml", std::string("verbund: 1\na\0b", 14));
    CHECK(refusal(binary) == binary.string() +
                                 ":2:2: byte 0x00 is no UTF-8 text (binary file, or saved in another "
                                 "encoding). Save the file as UTF-8 text.");
}

TEST_CASE("only shortest UTF-8 forms of characters are text", "[read]") {
    CHECK_NOTHROW(read::require_text("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80", "t"));
    CHECK_THROWS_AS(read::require_text("\xC0\xAF", "t"), InvalidInput);          // overlong "/"
    CHECK_THROWS_AS(read::require_text("\xED\xA0\x80", "t"), InvalidInput);      // surrogate
    CHECK_THROWS_AS(read::require_text("\xF4\x90\x80\x80", "t"), InvalidInput);  // above U+10FFFF
    CHECK_THROWS_AS(read::require_text("\xE2\x82", "t"), InvalidInput);          // cut off
}

TEST_CASE("SHA-256 gives the published digest of abc", "[read]") {
    // FIPS 180-4 example.
    CHECK(read::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

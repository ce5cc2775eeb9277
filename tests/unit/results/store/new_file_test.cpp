#include "results/store/new_file.hpp"

#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "models/base/diagnostics.hpp"
#include "results/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::store {
namespace {

using test::bytes_of;
using test::FileSizeLimit;
using test::TemporaryFolder;

std::string refusal(const std::filesystem::path& target, bool overwrite = false) {
    return test::message_of<RunFailed>([&] { check_new_file(target, overwrite); });
}

TEST_CASE("a new file appears at commit, whole, and its part is gone", "[store]") {
    const TemporaryFolder folder;
    {
        NewFile file{folder / "a.txt", false};
        file.write("one ");
        file.write("two");
        CHECK_FALSE(std::filesystem::exists(folder / "a.txt"));
        CHECK(std::filesystem::exists(folder / "a.txt.part"));
        file.commit();
    }
    CHECK(bytes_of(folder / "a.txt") == "one two");
    CHECK(folder.files() == 1);
}

TEST_CASE("a file that is not committed leaves nothing", "[store]") {
    const TemporaryFolder folder;
    { NewFile{folder / "a.txt", false}.write("half"); }
    CHECK(folder.files() == 0);
}

TEST_CASE("a part left by a killed run is overwritten", "[store]") {
    const TemporaryFolder folder;
    test::write_bytes(folder / "a.txt.part", "a long rest of an earlier run");
    NewFile file{folder / "a.txt", false};
    file.write("new");
    file.commit();
    CHECK(bytes_of(folder / "a.txt") == "new");
}

TEST_CASE("a file that appears while we write is not replaced without force", "[store]") {
    const TemporaryFolder folder;
    NewFile file{folder / "a.txt", false};
    file.write("ours");
    test::write_bytes(folder / "a.txt", "theirs");
    CHECK_THAT(test::message_of<RunFailed>([&] { file.commit(); }), test::contains("exists already"));
    CHECK(bytes_of(folder / "a.txt") == "theirs");
}

TEST_CASE("two programs cannot write the same target at once", "[store]") {
    const TemporaryFolder folder;
    NewFile first{folder / "a.txt", false};
    first.write("first");
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   NewFile{folder / "a.txt", false};
               }),
               test::contains("another program is writing it"));
    first.commit();
    CHECK(bytes_of(folder / "a.txt") == "first");
}

TEST_CASE("targets that cannot be written are told apart", "[store]") {
    const TemporaryFolder folder;
    test::write_bytes(folder / "file", "x");
    CHECK_THAT(refusal(folder / "missing" / "a.h5"), test::contains("missing does not exist"));
    CHECK_THAT(refusal(folder / "file" / "a.h5"), test::contains("a file, not a folder"));
    CHECK_THAT(refusal(folder.path()), test::contains("it is a folder"));
    CHECK_THAT(refusal(folder.path() / ""), test::contains("the name of a file is needed"));
    CHECK_THAT(refusal("/dev/full", true), test::contains("device or pipe"));
    CHECK_THAT(refusal(folder / "file"), test::contains("--force"));
    CHECK_THAT(refusal(folder / std::string(300, 'n')), test::contains("name is too long"));
    CHECK(refusal(folder / "file", true).empty());
    CHECK(refusal(folder / "new").empty());
}

TEST_CASE("a folder without permission is named", "[store]") {
    const TemporaryFolder folder;
    if (geteuid() == 0) {
        // Permissions do not bind root; a read-only pseudo file system does.
        CHECK_THAT(test::message_of<RunFailed>([] {
                       NewFile{"/proc/self/a.h5", false};
                   }),
                   test::contains("/proc/self/a.h5: cannot be"));
        return;
    }
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read);
    const std::string message = refusal(folder / "a.h5");
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
    CHECK_THAT(message, test::contains("permission denied"));
}

TEST_CASE("when the disk takes no more, the message says so and nothing stays", "[store]") {
    const TemporaryFolder folder;
    const outcome::Run run = test::numbered_run();
    std::string message;
    {
        const FileSizeLimit limit{100'000};  // the file is larger
        message = test::message_of<RunFailed>([&] { write_run(run, folder / "a.h5", false); });
    }
    CHECK_THAT(message, test::contains("a.h5: cannot be written (the file would exceed the size"));
    CHECK(folder.files() == 0);
}

TEST_CASE("when the disk is full, a result that was there before stays", "[store]") {
    const TemporaryFolder folder;
    test::write_bytes(folder / "a.h5", "before");
    {
        const FileSizeLimit limit{100'000};
        CHECK_THROWS_AS(write_run(test::numbered_run(), folder / "a.h5", true), RunFailed);
    }
    CHECK(bytes_of(folder / "a.h5") == "before");
    CHECK(folder.files() == 1);
}

}  // namespace
}  // namespace verbund::store

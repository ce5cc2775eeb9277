#include "sim/batch/sweep/ledger.hpp"

#include <filesystem>
#include <string>

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace verbund::batch {
namespace {

using Bytes = Ledger::Bytes;

TEST_CASE("what was entered is there when the ledger is opened again", "[sweep]") {
    const test::TemporaryFolder folder;
    {
        Ledger ledger{folder / "sweep.db", "p"};
        ledger.enter({{"a", Bytes{1, 2, 3}}, {"b", Bytes{}}});
        CHECK(ledger.has("a"));
    }
    const Ledger again{folder / "sweep.db", "p"};
    CHECK(again.size() == 2);
    CHECK(again.find("a") == Bytes{1, 2, 3});
    CHECK(again.find("b") == Bytes{});
    CHECK_FALSE(again.find("c"));
    CHECK_FALSE(again.has("c"));
}

TEST_CASE("an outcome that is there already stays", "[sweep]") {
    const test::TemporaryFolder folder;
    Ledger ledger{folder / "sweep.db", "p"};
    ledger.enter({{"a", Bytes{1}}});
    ledger.enter({{"a", Bytes{2}}, {"b", Bytes{3}}});
    CHECK(ledger.find("a") == Bytes{1});
    CHECK(ledger.find("b") == Bytes{3});
}

TEST_CASE("a ledger takes over what the parts have", "[sweep]") {
    const test::TemporaryFolder folder;
    {
        Ledger part{folder / "part-1-of-2.db", "p"};
        part.enter({{"a", Bytes{1}}, {"b", Bytes{2}}});
    }
    Ledger whole{folder / "sweep.db", "p"};
    whole.enter({{"b", Bytes{9}}});
    whole.take_from(folder / "part-1-of-2.db");
    CHECK(whole.size() == 2);
    CHECK(whole.find("a") == Bytes{1});
    CHECK(whole.find("b") == Bytes{9});
}

TEST_CASE("what another program has played is kept, told, and not taken for one's own", "[sweep]") {
    const test::TemporaryFolder folder;
    {
        Ledger before{folder / "sweep.db", "old"};
        before.enter({{"a", Bytes{1}}, {"b", Bytes{2}}});
    }
    {
        Ledger ledger{folder / "sweep.db", "new"};
        CHECK_FALSE(ledger.has("a"));
        CHECK_FALSE(ledger.find("a"));
        CHECK(ledger.has_of_another("a"));
        CHECK_FALSE(ledger.has_of_another("c"));
        ledger.enter({{"a", Bytes{3}}});
        CHECK(ledger.find("a") == Bytes{3});
        CHECK(ledger.size() == 3);
    }
    const Ledger back{folder / "sweep.db", "old"};
    CHECK(back.find("a") == Bytes{1});
}

TEST_CASE("a second sweep in the same folder is refused", "[sweep]") {
    const test::TemporaryFolder folder;
    Ledger first{folder / "sweep.db", "p"};
    first.enter({{"a", Bytes{1}}});
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   Ledger second{folder / "sweep.db", "p"};
               }),
               Catch::Matchers::Contains("another sweep is working in this folder"));
}

TEST_CASE("a file that is no ledger, and a folder that is not there, are told", "[sweep]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "sweep.db", std::string(4096, 'x'));
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   Ledger ledger{folder / "sweep.db", "p"};
               }),
               Catch::Matchers::Contains("sweep.db") && Catch::Matchers::Contains("not a database"));
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   Ledger ledger{folder / "none/sweep.db", "p"};
               }),
               Catch::Matchers::Contains("cannot be opened"));
}

}  // namespace
}  // namespace verbund::batch

#include "sim/batch/outside_copies.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

/// Of the small study, everyone being in center north; `more` is added to that center.
std::string told(const std::string& more = "", const std::string& from = "", const std::string& to = "") {
    std::string text = test::spoilt("commissioned: 2023-06-01\n    rooms:\n",
                                    "commissioned: 2023-06-01\n" + more + "    rooms:\n");
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    const study::StudySet set = test::read_text(text);
    return outside_copies_text(deploy::World{set, 0}, 2030);
}

TEST_CASE("it is told where the outside copies of a center lie, and whether that was stated", "[batch]") {
    // North 51.2 N, 6.69 E; south 50.11 N, 8.68 E: 185.7 km.
    CHECK_THAT(told(),
               test::contains("outside copies in 2030: north: in south, its backup site, 185.7 km away"));
    CHECK_THAT(told("    outside_copy: south\n"), test::contains("north: in south, 185.7 km away"));
    CHECK_THAT(told("    outside_copy: elsewhere\n"), test::contains("north: elsewhere;"));
    CHECK_THAT(told("    outside_copy: none\n"), test::contains("north: none;"));
    CHECK_THAT(told("", "backups:\n  north: {center: south, standby: warm}\n", ""),
               test::contains("north: elsewhere (not stated);"));
}

TEST_CASE("an outside copy on the same campus is told to be lost with what it secures", "[batch]") {
    // 0.0018 degrees of latitude: 200 m, where the BSI asks for 5 km.
    CHECK_THAT(told("", "lat: 50.11, lon: 8.68", "lat: 51.2018, lon: 6.69"),
               test::contains("in south, its backup site, 0.2 km away (one event can destroy both)"));
}

}  // namespace
}  // namespace verbund::batch

#include "scenarios/read/district_starter.hpp"

#include <set>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::read {
namespace {

using test::contains;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = load_catalog();
    return catalog;
}

TEST_CASE("a district's study is itself with its towns, a provider of its state and a center at its seat",
          "[starter]") {
    const std::string text = district_starter(shipped(), "03451");
    CHECK_THAT(text, contains("    bad-zwischenahn: {ags: \"03451002\"}"));
    const study::StudySet set = test::read_text(text);
    REQUIRE(set.variants.size() == 3);
    const study::Study& study = set.variants.front().study;
    CHECK(study.territory.administrations.size() == 7);
    CHECK(study.centers.at("district-center").at.latitude == test::Approx(53.25682));
    const study::Center& provider = study.centers.at("provider");
    REQUIRE(provider.other_load.has_value());
    CHECK(provider.other_load->provider == "kdo");
}

TEST_CASE("a study of any district or city reads without mistakes", "[starter]") {
    std::set<std::string> kinds;  // one of each kind and state
    for (const catalog::District& district : shipped().districts) {
        const bool city = district.kind == catalog::DistrictKind::city;
        if (!kinds.insert(district.state + (city ? "c" : "d")).second) continue;
        CAPTURE(district.ags);
        CHECK_NOTHROW(test::read_text(district_starter(shipped(), district.ags)));
    }
    CHECK(kinds.size() > 20);
}

TEST_CASE("a key of no district is refused with what was probably meant", "[starter]") {
    const auto message = [](const std::string& ags) {
        return test::message_of<InvalidInput>([&] { static_cast<void>(district_starter(shipped(), ags)); });
    };
    CHECK_THAT(message("3451"), contains("Did the zero in front get lost: 03451?"));
    CHECK_THAT(message("03451001"), contains("That is a town's key: its district is 03451."));
    CHECK_THAT(message("99999"), contains("`verbund catalog districts` lists them"));
}

}  // namespace
}  // namespace verbund::read

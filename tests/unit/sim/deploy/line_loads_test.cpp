#include "sim/deploy/line_loads.hpp"

#include <algorithm>
#include <random>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

TEST_CASE("the peak of any mix of profiles is that of a search over all hours of all kinds of day",
          "[deploy]") {
    const catalog::Catalog catalog = read::load_catalog();
    const workload::ProfileSet profiles{catalog.profiles};
    const PeakHours hours{profiles};
    std::mt19937 draw{1};  // the raw generator: the same numbers everywhere
    for (int n = 0; n < 200; ++n) {
        ByProfile traffic;
        for (int i = 0; i < profiles.size(); ++i) traffic.push_back(static_cast<double>(draw() % 1000));
        double most = 0.0;
        for (int type = 0; type < workload::day_types_count; ++type) {
            for (int h = 0; h < 24; ++h) {
                double sum = 0.0;
                for (int i = 0; i < profiles.size(); ++i)
                    sum += traffic[static_cast<std::size_t>(i)] * profiles.share(i, type, h);
                most = std::max(most, sum);
            }
        }
        CHECK(hours.peak(traffic) == Approx(most));
    }
}

}  // namespace
}  // namespace verbund::deploy

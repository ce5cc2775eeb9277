#include "sim/batch/row_taker.hpp"

#include <map>
#include <string_view>

namespace verbund::batch {

RowTaker::RowTaker(const deploy::World& world, std::size_t variant, const outcome::Run& run)
    : variant_{static_cast<std::int32_t>(variant)} {
    std::map<std::string_view, std::int32_t> known;
    for (std::size_t i = 0; i < run.administrations.size(); ++i)
        known.emplace(run.administrations[i].id, static_cast<std::int32_t>(i));
    for (const study::ResolvedAdministration& a : world.variant().administrations)
        administrations_.push_back(known.at(a.id));
}

}  // namespace verbund::batch

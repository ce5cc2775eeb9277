#include "results/report/export/network_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {

std::string network_json(const outcome::ImportedNetwork& found) {
    return dump({{"format", found.format},
                 {"nodes", found.nodes},
                 {"links", found.links},
                 {"without_place", found.without_place},
                 {"decisions", found.decisions}});
}

}  // namespace verbund::report

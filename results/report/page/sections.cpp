#include <array>

#include "results/report/page/section.hpp"

namespace verbund::report::page {

std::span<const SectionMaker> section_makers() {
    static constexpr std::array makers{SectionMaker{"answers", &answers_section},
                                       SectionMaker{"summary", &summary_section},
                                       SectionMaker{"against", &against_section},
                                       SectionMaker{"map", &map_section},
                                       SectionMaker{"centers", &centers_section},
                                       SectionMaker{"load", &load_section},
                                       SectionMaker{"efficiency", &efficiency_section},
                                       SectionMaker{"latency", &latency_section},
                                       SectionMaker{"cost", &cost_section},
                                       SectionMaker{"rules", &rules_section},
                                       SectionMaker{"plan", &plan_section},
                                       SectionMaker{"events", &events_section},
                                       SectionMaker{"routes", &routes_section},
                                       SectionMaker{"sites", &sites_section},
                                       SectionMaker{"assumptions", &assumptions_section},
                                       SectionMaker{"study", &study_section}};
    return makers;
}

}  // namespace verbund::report::page

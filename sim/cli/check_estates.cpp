#include "sim/cli/check_estates.hpp"

#include <fmt/format.h>

#include "scenarios/study/counted_estates.hpp"

namespace verbund::cli {
namespace {

nlohmann::ordered_json sums_json(const study::EstateSums& sums) {
    return {{"vms", sums.vms},
            {"physical_servers", sums.physical},
            {"vcpu", sums.vcpu},
            {"ram_gb", sums.ram_gb},
            {"storage_gb", sums.storage_gb}};
}

std::string sums_text(const study::EstateSums& sums) {
    constexpr double gb_per_tb = 1000.0;
    return fmt::format("{:.0f} VMs with {:.0f} vCPU and {:.0f} GB, {:.0f} physical servers, {:.3g} TB",
                       sums.vms, sums.vcpu, sums.ram_gb, sums.physical, sums.storage_gb / gb_per_tb);
}

}  // namespace

nlohmann::ordered_json counted_estates_json(const study::StudySet& set) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const study::CountedEstate& estate : study::counted_estates(set))
        rows.push_back({{"administration", estate.administration},
                        {"year", estate.year},
                        {"counted", sums_json(estate.counted)},
                        {"survey", sums_json(estate.survey)},
                        {"survey_provider_share", estate.provider_share}});
    return rows;
}

std::string counted_estates_text(const study::StudySet& set) {
    constexpr double percent_per_one = 100.0;
    std::string text;
    for (const study::CountedEstate& estate : study::counted_estates(set))
        text += fmt::format(
            "{}: inventory of {}: {}\n  the survey would say: {} (without {:.0f} % at a provider)\n",
            estate.administration, estate.year, sums_text(estate.counted), sums_text(estate.survey),
            percent_per_one * estate.provider_share);
    return text;
}

}  // namespace verbund::cli

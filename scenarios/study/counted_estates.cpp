#include "scenarios/study/counted_estates.hpp"

#include <set>

#include "scenarios/study/resolve.hpp"

namespace verbund::study {
namespace {

EstateSums sums_of(const estate::Estate& estate, double part) {
    EstateSums sums;
    for (const estate::VmGroup& group : estate.groups) {
        const double count = part * group.count;
        (group.physical ? sums.physical : sums.vms) += count;
        sums.storage_gb += part * group.storage_gb;
        if (group.physical) continue;
        sums.vcpu += count * group.vcpu;
        sums.ram_gb += count * group.ram_gb;
    }
    return sums;
}

CountedEstate compare(const EstateBook& book, const Study& study, const ResolvedAdministration& counted) {
    ResolvedAdministration surveyed = counted;
    surveyed.stated.inventory.reset();
    surveyed.stated.servers.reset();
    surveyed.stated.provider_share.reset();
    const int year = counted.stated.as_of.value_or(study.estate.base_year);
    const double at_provider = provider_share(surveyed.stated, surveyed.kind, study.estate).in(one);
    return {.administration = counted.id,
            .year = year,
            .counted = sums_of(book.of(counted, year), 1.0),
            .survey = sums_of(book.of(surveyed, year), 1.0 - at_provider),
            .provider_share = at_provider};
}

}  // namespace

std::vector<CountedEstate> counted_estates(const StudySet& set) {
    std::vector<CountedEstate> all;
    std::set<Id> told;
    for (const Variant& variant : set.variants) {
        const std::vector<catalog::WorkloadClass> workloads = resolve_workloads(variant.study, set.catalog);
        const EstateBook book{set, variant.study, workloads};
        for (const ResolvedAdministration& one : resolve_territory(variant.study, set.catalog))
            if (one.stated.inventory && told.insert(one.id).second)
                all.push_back(compare(book, variant.study, one));
    }
    return all;
}

}  // namespace verbund::study

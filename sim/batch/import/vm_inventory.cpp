#include "sim/batch/import/vm_inventory.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace verbund::batch {
namespace {

using outcome::CountedVms;
using read::ExportedVm;
using read::VmState;

constexpr double mib_per_gib = 1024.0;
constexpr double gb_per_mib = 1.048576e-3;
constexpr double tb_per_mib = 1.048576e-6;
constexpr const char* class_without_rule = "specialist";

void count(CountedVms& counted, const ExportedVm& vm) {
    ++counted.vms;
    counted.vcpus += vm.vcpus;
    counted.ram_gib += vm.ram_mib / mib_per_gib;
    counted.provisioned_tb += vm.provisioned_mib * tb_per_mib;
    counted.used_tb += vm.used_mib * tb_per_mib;
}

/// Machines of one class, by their size.
struct SizedVms {
    std::uint64_t count = 0;
    double disks_mib = 0.0;
};
using Sizes = std::map<std::tuple<double, double>, SizedVms>;  ///< by vCPUs and memory

struct ClassOfVms {
    CountedVms counted;
    Sizes sizes;
    double disks_mib = 0.0;
    double kept_mib = 0.0;  ///< of VMs that do not run
};

class InventoryMaker {
public:
    InventoryMaker(const std::vector<read::VmClassRule>& rules, CountedDisks disks)
        : rules_{rules}, disks_{disks} {}

    void add(const ExportedVm& vm) {
        ++made_.rows;
        if (vm.state == VmState::model) {
            ++made_.templates;
            return;
        }
        if (vm.state == VmState::placeholder) {
            ++made_.placeholders;
            return;
        }
        if (!names_.insert(vm.name).second) repeated_.insert(vm.name);
        const std::optional<std::string> workload = read::vm_class_of(vm.name, rules_);
        ClassOfVms& of_class = classes_[workload.value_or(class_without_rule)];
        const double disks_mib = disks_ == CountedDisks::used ? vm.used_mib : vm.provisioned_mib;
        if (vm.state == VmState::stopped) {
            count(made_.stopped, vm);
            of_class.kept_mib += disks_mib;
            return;
        }
        count(made_.running, vm);
        count(of_class.counted, vm);
        SizedVms& sized = of_class.sizes[{vm.vcpus, vm.ram_mib}];
        ++sized.count;
        sized.disks_mib += disks_mib;
        of_class.disks_mib += disks_mib;
        if (workload) return;
        made_.unmapped.push_back(vm.name);
        unmapped_vcpus_ += vm.vcpus;
    }

    outcome::ImportedInventory finish(const catalog::Catalog& catalog) {
        made_.repeated.assign(repeated_.begin(), repeated_.end());
        if (made_.running.vcpus > 0.0) made_.unmapped_vcpu_share = unmapped_vcpus_ / made_.running.vcpus;
        share_out_kept_disks();
        for (const catalog::WorkloadClass& workload : catalog.workloads) {
            const auto found = classes_.find(workload.id);
            if (found == classes_.end() || found->second.counted.vms == 0) continue;
            made_.classes.push_back({workload.id, found->second.counted});
            for (const auto& [size, vms] : found->second.sizes) {
                const auto& [vcpus, ram_mib] = size;
                made_.inventory.push_back(
                    {.workload = workload.id,
                     .count = vms.count,
                     .vcpu = vcpus,
                     .ram_gb = ram_mib / mib_per_gib,
                     .storage_gb = vms.disks_mib * gb_per_mib / static_cast<double>(vms.count)});
            }
        }
        return std::move(made_);
    }

private:
    static void add_disks(ClassOfVms& to, double mib) {
        const double before_mib = to.disks_mib;
        for (auto& [size, vms] : to.sizes) {
            const double share = before_mib > 0.0
                                     ? vms.disks_mib / before_mib
                                     : static_cast<double>(vms.count) / static_cast<double>(to.counted.vms);
            vms.disks_mib += mib * share;
        }
        to.disks_mib += mib;
    }

    void share_out_kept_disks() {
        double of_none_mib = 0.0;
        for (auto& [id, of_class] : classes_)
            if (of_class.counted.vms == 0)
                of_none_mib += of_class.kept_mib;
            else
                add_disks(of_class, of_class.kept_mib);
        for (auto& [id, of_class] : classes_) {
            if (of_class.counted.vms == 0) continue;
            const double share =
                static_cast<double>(of_class.counted.vms) / static_cast<double>(made_.running.vms);
            add_disks(of_class, of_none_mib * share);
        }
    }

    const std::vector<read::VmClassRule>& rules_;
    CountedDisks disks_;
    outcome::ImportedInventory made_;
    std::map<std::string, ClassOfVms> classes_;
    std::set<std::string> names_;
    std::set<std::string> repeated_;
    double unmapped_vcpus_ = 0.0;
};

}  // namespace

outcome::ImportedInventory vm_inventory(const std::vector<read::ExportedVm>& vms,
                                        const std::vector<read::VmClassRule>& rules,
                                        const catalog::Catalog& catalog, CountedDisks disks) {
    InventoryMaker maker{rules, disks};
    for (const ExportedVm& vm : vms) maker.add(vm);
    return maker.finish(catalog);
}

}  // namespace verbund::batch

#include "results/store/usage_bundle.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/base/diagnostics.hpp"
#include "results/store/group_reader.hpp"
#include "results/store/group_writer.hpp"
#include "results/store/h5.hpp"
#include "results/store/open_file.hpp"
#include "results/store/seal.hpp"
#include "results/store/sealed_file.hpp"

namespace verbund::store {
namespace {

using h5::check;
using h5::Handle;
using h5::own;
using outcome::BundledRun;
using outcome::BundledUsage;
using outcome::BundledVm;

constexpr std::string_view format_name = "verbund-usage";
constexpr std::string_view schema_version = "1.0";
constexpr std::string_view readable_version = "1.";
constexpr std::size_t piece = std::size_t{128} * 1024U;  // numbers

std::uint64_t steps_of(const BundledUsage& usage, bool only_timed) {
    std::uint64_t count = 0;
    for (const BundledRun& run : usage.runs)
        if (!only_timed || run.timed()) count += run.count;
    return count;
}

template <class Row, class Value>
std::vector<double> column_of(const std::vector<Row>& rows, Value Row::*member) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const Row& row : rows) values.push_back(static_cast<double>(row.*member));
    return values;
}

void write_vms(hid_t file, const std::vector<BundledVm>& vms) {
    GroupWriter group{file, "vms"};
    std::vector<std::string> names;
    for (const BundledVm& vm : vms) names.push_back(vm.name);
    group.add_axis({"vm", "", "name"}, names);
    constexpr std::string_view axes[] = {"vm"};
    const auto write = [&](const char* name, std::string_view unit, std::string_view text, auto member) {
        group.write({name, unit, text}, axes, column_of(vms, member), Precision::full);
    };
    write("vcpus", "1", "virtual processors", &BundledVm::vcpus);
    write("core_mhz", "MHz", "clock of one of them", &BundledVm::core_mhz);
    write("ram_mib", "Mibyte", "memory", &BundledVm::ram_mib);
    write("start_s", "s", "when it starts", &BundledVm::start_s);
    write("duration_s", "s", "how long it runs; NaN: until its last step", &BundledVm::duration_s);
    write("runs", "1", "its runs of steps", &BundledVm::runs);
}

void write_runs(hid_t file, const std::vector<BundledRun>& runs) {
    GroupWriter group{file, "runs"};
    std::vector<std::int32_t> numbers(runs.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    group.add_axis({"run", "1", "run, those of a VM together and in order of time"}, numbers);
    constexpr std::string_view axes[] = {"run"};
    const auto write = [&](const char* name, std::string_view unit, std::string_view text, auto member) {
        group.write({name, unit, text}, axes, column_of(runs, member), Precision::full);
    };
    write("count", "1", "steps", &BundledRun::count);
    write("first_s", "s", "time of the first one from the VM's start", &BundledRun::first_s);
    write("interval_s", "s", "between steps; 0: every step has a time in /steps/t_s",
          &BundledRun::interval_s);
}

/// Numbers as they lie in memory, one behind the other: read without the library.
void write_column(hid_t group, const char* name, std::uint64_t count, const NumberSource& source) {
    const std::string purpose = fmt::format("write {}", name);
    const hsize_t size = count;
    const Handle space = own(H5Screate_simple(1, &size, nullptr), purpose);
    const Handle creation = own(H5Pcreate(H5P_DATASET_CREATE), purpose);
    check(H5Pset_layout(creation.get(), H5D_CONTIGUOUS), purpose);
    check(H5Pset_alloc_time(creation.get(), H5D_ALLOC_TIME_EARLY), purpose);
    check(H5Pset_fill_time(creation.get(), H5D_FILL_TIME_NEVER), purpose);
    check(H5Pset_obj_track_times(creation.get(), false), purpose);
    const Handle dataset =
        own(H5Dcreate2(group, name, H5T_IEEE_F64LE, space.get(), H5P_DEFAULT, creation.get(), H5P_DEFAULT),
            purpose);
    std::vector<double> numbers;
    for (hsize_t first = 0; first < size; first += numbers.size()) {
        numbers.resize(std::min<hsize_t>(piece, size - first));
        source(first, numbers);
        const hsize_t written = numbers.size();
        const Handle memory = own(H5Screate_simple(1, &written, nullptr), purpose);
        check(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, &first, nullptr, &written, nullptr), purpose);
        check(H5Dwrite(dataset.get(), H5T_NATIVE_DOUBLE, memory.get(), space.get(), H5P_DEFAULT,
                       numbers.data()),
              purpose);
    }
}

/// A whole number that a table keeps as one with a fraction.
std::optional<std::uint64_t> whole(double value, double most) {
    if (!(value >= 0.0 && value <= most) || std::trunc(value) != value) return std::nullopt;
    return static_cast<std::uint64_t>(value);
}

/// As far as texts go, too: beyond is no time within our age, and no use of a VM.
constexpr double most_amount = 1e13;

bool is_amount(double value) { return value >= 0.0 && value <= most_amount; }

std::vector<BundledVm> read_vms(hid_t file) {
    std::vector<BundledVm> vms;
    const GroupReader group{file, "vms"};
    const std::vector<std::string> names = group.text_axis("vm");
    const auto numbers = [&](const char* name) { return group.doubles(name, {names.size()}); };
    const std::vector<double> vcpus = numbers("vcpus");
    const std::vector<double> core_mhz = numbers("core_mhz");
    const std::vector<double> ram_mib = numbers("ram_mib");
    const std::vector<double> start_s = numbers("start_s");
    const std::vector<double> duration_s = numbers("duration_s");
    const std::vector<double> runs = numbers("runs");
    for (std::size_t vm = 0; vm < names.size(); ++vm) {
        const std::optional<std::uint64_t> its_runs =
            whole(runs[vm], std::numeric_limits<std::int32_t>::max());
        if (!its_runs || !is_amount(vcpus[vm]) || !is_amount(core_mhz[vm]) || !is_amount(ram_mib[vm]) ||
            !is_amount(start_s[vm]) || (!std::isnan(duration_s[vm]) && !is_amount(duration_s[vm])))
            throw h5::Failure{fmt::format("VM {} has a number that is none", vm)};
        vms.push_back(
            {names[vm], vcpus[vm], core_mhz[vm], ram_mib[vm], start_s[vm], duration_s[vm], *its_runs});
    }
    return vms;
}

std::vector<BundledRun> read_runs(hid_t file) {
    const GroupReader group{file, "runs"};
    const std::size_t count_of_runs = group.integer_axis("run").size();
    const std::vector<double> count = group.doubles("count", {count_of_runs});
    const std::vector<double> first_s = group.doubles("first_s", {count_of_runs});
    const std::vector<double> interval_s = group.doubles("interval_s", {count_of_runs});
    std::vector<BundledRun> runs;
    constexpr double most = 9e15;  // whole numbers below are exact
    for (std::size_t run = 0; run < count_of_runs; ++run) {
        const std::optional<std::uint64_t> steps = whole(count[run], most);
        if (!steps || *steps == 0 || !is_amount(first_s[run]) || !is_amount(interval_s[run]))
            throw h5::Failure{fmt::format("run {} has a number that is none", run)};
        runs.push_back({*steps, first_s[run], interval_s[run]});
    }
    return runs;
}

UsageBundle::Column column(hid_t group, const char* name) {
    const std::string purpose = fmt::format("open {}", name);
    const Handle dataset = own(H5Dopen2(group, name, H5P_DEFAULT), purpose);
    const Handle type = own(H5Dget_type(dataset.get()), purpose);
    const Handle space = own(H5Dget_space(dataset.get()), purpose);
    const Handle creation = own(H5Dget_create_plist(dataset.get()), purpose);
    hsize_t size = 0;
    if (H5Sget_simple_extent_ndims(space.get()) != 1 ||
        H5Sget_simple_extent_dims(space.get(), &size, nullptr) != 1 ||
        H5Tequal(type.get(), H5T_IEEE_F64LE) <= 0 || H5Pget_layout(creation.get()) != H5D_CONTIGUOUS)
        throw h5::Failure{fmt::format("{} is no column of numbers", name)};
    const haddr_t offset = H5Dget_offset(dataset.get());
    if (size > 0 && offset == HADDR_UNDEF) throw h5::Failure{fmt::format("{} is not in the file", name)};
    return {size > 0 ? offset : 0, size};
}

}  // namespace

void write_usage_bundle(const std::filesystem::path& target, bool overwrite, const BundledUsage& usage,
                        const NumberSource& values, const NumberSource& times) {
    write_sealed(
        target, overwrite,
        [&](hid_t file) {
            h5::write_attribute(file, "Conventions", "CF-1.10");
            h5::write_attribute(file, "format", std::string{format_name});
            h5::write_attribute(file, "schema_version", std::string{schema_version});
            write_vms(file, usage.vms);
            write_runs(file, usage.runs);
            const GroupWriter group{file, "steps"};
            write_column(group.id(), "cpu_mhz", steps_of(usage, false), values);
            write_column(group.id(), "t_s", steps_of(usage, true), times);
        });
}

void UsageBundle::refuse(const std::string& problem) const {
    throw RunFailed{fmt::format("{}: {}", file_.string(), problem)};
}

UsageBundle::UsageBundle(const std::filesystem::path& file) : file_{file} {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) refuse("no such file");
    // Damage shows before the library sees the file; of a large one reading all would take longer than its
    // use.
    constexpr std::uintmax_t most_checked = std::uintmax_t{64} * 1024U * 1024U;
    if (std::filesystem::file_size(file, error) <= most_checked) check_seal(file);
    try {
        open_tables(file);
    } catch (const h5::Failure& failure) {
        refuse(failure.what());
    }
    check_runs();
    descriptor_.number = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat found {};
    if (descriptor_.number < 0 || fstat(descriptor_.number, &found) != 0) refuse(std::strerror(errno));
    for (const Column& column : {values_, times_}) {
        const auto bytes = static_cast<std::uint64_t>(found.st_size);
        if (column.count > 0 &&
            (column.offset > bytes || column.count > (bytes - column.offset) / sizeof(double)))
            refuse("is cut: not all steps are in the file");
    }
    check_times();
}

UsageBundle::Descriptor::~Descriptor() {
    if (number >= 0) close(number);
}

void UsageBundle::open_tables(const std::filesystem::path& path) {
    const h5::QuietErrors quiet;
    const Handle file = open_unlocked(path);
    if (H5Aexists(file.get(), "format") <= 0 || read_text_attribute(file.get(), "format") != format_name)
        throw h5::Failure{fmt::format("is HDF5, but no bundle of measured use (format \"{}\")", format_name)};
    const std::string version = read_text_attribute(file.get(), "schema_version");
    if (!version.starts_with(readable_version))
        throw h5::Failure{
            fmt::format("has schema version {}, this program reads {}x", version, readable_version)};
    usage_ = {read_vms(file.get()), read_runs(file.get())};
    const Handle group = own(H5Gopen2(file.get(), "steps", H5P_DEFAULT), "open steps");
    values_ = column(group.get(), "cpu_mhz");
    times_ = column(group.get(), "t_s");
}

/// Every VM has its runs, every run its steps, and runs of a VM follow one another.
void UsageBundle::check_runs() const {
    std::size_t next = 0;
    for (const BundledVm& vm : usage_.vms) {
        double last_s = -1.0;
        for (std::uint64_t i = 0; i < vm.runs; ++i, ++next) {
            if (next >= usage_.runs.size()) refuse("has fewer runs than its VMs say");
            const BundledRun& run = usage_.runs[next];
            if (run.timed() && vm.runs > 1) refuse(fmt::format("run {} has times beside other runs", next));
            if (run.first_s <= last_s) refuse(fmt::format("run {} begins before the one before ends", next));
            last_s = run.first_s + static_cast<double>(run.count - 1) * run.interval_s;
            if (!is_amount(last_s)) refuse(fmt::format("run {} has no end", next));
        }
    }
    if (next != usage_.runs.size() || steps_of(usage_, false) != values_.count ||
        steps_of(usage_, true) != times_.count)
        refuse("has other numbers of runs or steps than its tables say");
}

/// Times of a timed run rise from its first one on, over all its pieces.
void UsageBundle::check_times() const {
    std::uint64_t first = 0;
    std::vector<double> times;
    for (const BundledRun& run : usage_.runs) {
        if (!run.timed()) continue;
        double last_s = -1.0;
        for (std::uint64_t done = 0; done < run.count; done += times.size()) {
            times.resize(static_cast<std::size_t>(std::min<std::uint64_t>(piece, run.count - done)));
            read_times(first + done, times);
            if (done == 0 ? times.front() != run.first_s : times.front() <= last_s)
                refuse(fmt::format("times from step {} on do not rise", first + done));
            last_s = times.back();
        }
        first += run.count;
    }
}

void UsageBundle::read(const Column& column, std::uint64_t first, std::span<double> into) const {
    auto* to = reinterpret_cast<char*>(into.data());
    std::size_t left = into.size_bytes();
    auto at = static_cast<off_t>(column.offset + first * sizeof(double));
    while (left > 0) {
        const ssize_t got = pread(descriptor_.number, to, left, at);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) refuse(got < 0 ? std::strerror(errno) : "was cut while it was read");
        to += got;
        at += got;
        left -= static_cast<std::size_t>(got);
    }
}

void UsageBundle::read_values(std::uint64_t first, std::span<double> into) const {
    read(values_, first, into);
    const bool all = std::all_of(into.begin(), into.end(), is_amount);
    if (!all)
        refuse(fmt::format("a use among steps {} to {} is no number of MHz", first, first + into.size()));
}

void UsageBundle::read_times(std::uint64_t first, std::span<double> into) const {
    read(times_, first, into);
    const bool rise = std::adjacent_find(into.begin(), into.end(),
                                         [](double a, double b) { return !(a < b); }) == into.end();
    if (!rise || !std::all_of(into.begin(), into.end(), is_amount))
        refuse(fmt::format("times among steps {} to {} do not rise", first, first + into.size()));
}

}  // namespace verbund::store

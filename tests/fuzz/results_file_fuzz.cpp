#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <hdf5.h>

#include "models/base/diagnostics.hpp"
#include "results/store/h5.hpp"
#include "results/store/read_sweep.hpp"
#include "results/store/store.hpp"
#include "results/store/usage_bundle.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/foreign_file.hpp"
#include "tests/support/hand_made_sweep.hpp"
#include "tests/support/temporary_folder.hpp"

/// Files that the HDF5 library finds whole, with groups, datasets and attributes that ours never have: the
/// reader either reads all of one or throws `RunFailed`.
using namespace verbund;

namespace {

/// Same numbers on every machine.
class Spoiler {
public:
    explicit Spoiler(std::uint64_t seed) : engine_{seed} {}

    void change(hid_t file) {
        const std::vector<std::string> groups = store::h5::links_of(file);
        if (groups.empty()) return;
        const std::string group = "/" + groups[below(groups.size())];
        const std::vector<std::string> names = names_in(file, group);
        const std::string path =
            names.empty() || below(8) == 0 ? group : group + "/" + names[below(names.size())];
        switch (below(5)) {
            case 0:
                H5Ldelete(file, path.c_str(), H5P_DEFAULT);
                break;
            case 1:
                spoil_attribute(file);
                break;
            default:
                replace(file, path);
        }
    }

private:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

    static std::vector<std::string> names_in(hid_t file, const std::string& path) {
        const store::h5::Handle group{H5Gopen2(file, path.c_str(), H5P_DEFAULT)};
        return group.get() < 0 ? std::vector<std::string>{} : store::h5::links_of(group.get());
    }

    void spoil_attribute(hid_t file) {
        static const std::array names{"seed", "schema_version", "format", "title", "study_sha256"};
        static const std::array texts{"",  "1.", "1.99", "-1", "99999999999999999999", "verbund-sweep",
                                      "é", "nan"};
        test::replace_text(file, names[below(names.size())], texts[below(texts.size())]);
    }

    /// Another type, number of axes and size.
    void replace(hid_t file, const std::string& path) {
        static const std::array<hsize_t, 7> sizes{0, 1, 2, 3, 256, 512, 100'000};
        std::vector<hsize_t> shape(below(4));
        for (hsize_t& size : shape) size = sizes[below(shape.size() > 1 ? 4 : sizes.size())];
        const store::h5::Handle text = store::h5::text_type();
        const std::array<hid_t, 5> types{H5T_STD_I32LE, H5T_IEEE_F64LE, H5T_STD_I8LE, H5T_C_S1, text.get()};
        test::replace_dataset(file, path.c_str(), types[below(types.size())], shape);
    }

    std::mt19937_64 engine_;
};

/// Reads everything that the file has.
void read_all(const std::filesystem::path& path) {
    const store::SweepFile file{path};
    for (std::size_t o = 0; o < file.outcomes().size(); ++o)
        static_cast<void>(file.values(o, 0, file.cases()));
}

/// Spoils the file `whole.h5` of a folder again and again; each is read, or refused by its name.
void spoil_and_read(const test::TemporaryFolder& folder, std::uint64_t seed,
                    const std::function<void(const std::filesystem::path&)>& read) {
    const std::string whole = test::bytes_of(folder / "whole.h5");
    const store::h5::QuietErrors quiet;
    Spoiler spoiler{seed};
    int read_well = 0;
    constexpr int rounds = 400;
    for (int round = 0; round < rounds; ++round) {
        test::write_bytes(folder / "s.h5", whole);
        test::change_file(folder / "s.h5", [&](hid_t file) {
            for (int i = 0; i <= round % 3; ++i) spoiler.change(file);
        });
        try {
            read(folder / "s.h5");
            ++read_well;
        } catch (const RunFailed& refused) {
            REQUIRE_THAT(refused.what(), test::contains("s.h5: "));
        }
    }
    CHECK(read_well > 0);       // some changes are harmless: a text of the head, a table that may be absent
    CHECK(read_well < rounds);  // and most are not
}

}  // namespace

TEST_CASE("any spoilt file of a sweep is read or refused", "[fuzz]") {
    const test::TemporaryFolder folder;
    outcome::SweepRun run = test::hand_made_sweep(false);
    run.listed_keys = {"hosts.overcommit"};
    run.list_of_key = {0};
    run.combinations = {{"2"}};
    batch::analyse(run);
    store::write_sweep(run, folder / "whole.h5", false);
    spoil_and_read(folder, 6, read_all);
}

TEST_CASE("any spoilt bundle of measured use is read or refused", "[fuzz]") {
    const test::TemporaryFolder folder;
    const outcome::BundledUsage usage{{{"a", 1, 2000, 10, 0, 900, 1}, {"b", 1, 2000, 10, 5, 900, 1}},
                                      {{3, 0.0, 300.0}, {2, 7.0, 0.0}}};
    const auto rising = [](std::uint64_t first, std::span<double> into) {
        for (double& number : into) number = 7.0 + static_cast<double>(first++);
    };
    store::write_usage_bundle(folder / "whole.h5", false, usage, rising, rising);
    spoil_and_read(folder, 8, [](const std::filesystem::path& file) {
        const store::UsageBundle bundle{file};
        std::vector<double> numbers(5);
        bundle.read_values(0, numbers);
        bundle.read_times(0, std::span{numbers}.first(2));
    });
}

#include <functional>

#include <hdf5.h>

#include "models/base/diagnostics.hpp"
#include "results/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/foreign_file.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::store {
namespace {

using test::replace_dataset;
using test::replace_text;
using test::TemporaryFolder;

/// Writes a run, lets `change` loose on the open HDF5 file, seals the result anew, and returns what the
/// reader says. So the checks behind the checksum are reached, as by a file that another program wrote with
/// care.
std::string message_after(const std::function<void(hid_t)>& change) {
    const TemporaryFolder folder;
    const auto path = folder / "a.h5";
    write_run(test::numbered_run({1, 2, 2, 1, {2024, 2025}, {2025}}), path, false);
    test::change_file(path, change);
    return test::message_of<RunFailed>([&] { (void)read_run(path); });
}

TEST_CASE("a resealed file that was not changed is read", "[store]") {
    CHECK(message_after([](hid_t) {}).empty());
}

TEST_CASE("another major schema version is refused with both numbers", "[store]") {
    const std::string message =
        message_after([](hid_t file) { replace_text(file, "schema_version", "1.3"); });
    CHECK_THAT(message, test::contains("schema version 1.3"));
    CHECK_THAT(message, test::contains("reads 2.x"));
    CHECK_THAT(message, test::contains("verbund run STUDY -o FILE"));
}

TEST_CASE("a newer minor schema version is read, and tables that it added are skipped", "[store]") {
    CHECK(message_after([](hid_t file) { replace_text(file, "schema_version", "2.7"); }).empty());
    CHECK(message_after([](hid_t file) {
              H5Gclose(H5Gcreate2(file, "/later", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
          }).empty());
}

TEST_CASE("a file of an older minor schema version lacks what later ones added and is read", "[store]") {
    CHECK(message_after([](hid_t file) {
              replace_text(file, "schema_version", "2.1");
              for (const char* path :
                   {"/phases", "/waves/first_day", "/cutovers/first_day", "/purchases", "/cost_items",
                    "/budget", "/summary/cost_licences_eur", "/summary/cost_change_eur",
                    "/yearly/cost_licences_eur", "/yearly/cost_change_eur", "/administrations/cost_eur"})
                  H5Ldelete(file, path, H5P_DEFAULT);
          }).empty());
}

TEST_CASE("HDF5 files of other programs are refused", "[store]") {
    CHECK_THAT(message_after([](hid_t file) { H5Adelete(file, "format"); }),
               test::contains("not a results file"));
    CHECK_THAT(message_after([](hid_t file) { replace_text(file, "format", "weather"); }),
               test::contains("not a results file"));
    CHECK_THAT(message_after([](hid_t file) { replace_text(file, "schema_version", "one"); }),
               test::contains("schema_version is not of the form"));
    CHECK_THAT(message_after([](hid_t file) { replace_text(file, "seed", "-1"); }),
               test::contains("seed is not a number"));
}

TEST_CASE("a file that is not complete is refused", "[store]") {
    const auto mark_incomplete = [](hid_t file) {
        const hid_t id = H5Aopen(file, "complete", H5P_DEFAULT);
        const std::int8_t no = 0;
        H5Awrite(id, H5T_NATIVE_INT8, &no);
        H5Aclose(id);
    };
    CHECK_THAT(message_after(mark_incomplete), test::contains("is not complete"));
}

TEST_CASE("missing groups and datasets are named", "[store]") {
    CHECK_THAT(message_after([](hid_t file) { H5Ldelete(file, "/links", H5P_DEFAULT); }),
               test::contains("/links"));
    CHECK_THAT(message_after([](hid_t file) { H5Ldelete(file, "/yearly/pue", H5P_DEFAULT); }),
               test::contains("/yearly/pue"));
}

TEST_CASE("datasets of another type are named", "[store]") {
    CHECK_THAT(message_after([](hid_t file) {
                   replace_dataset(file, "/yearly/pue", H5T_STD_I32LE, {1, 2, 2});
               }),
               test::contains("/yearly/pue holds integers (floating-point numbers expected)"));
    CHECK_THAT(message_after([](hid_t file) { replace_dataset(file, "/links/link_from", H5T_C_S1, {1}); }),
               test::contains("texts of fixed length"));
}

TEST_CASE("datasets of another size are named with both sizes", "[store]") {
    CHECK_THAT(message_after([](hid_t file) {
                   replace_dataset(file, "/yearly/pue", H5T_IEEE_F64LE, {1, 2, 3});
               }),
               test::contains("/yearly/pue has the size 1 x 2 x 3 (1 x 2 x 2 expected"));
}

TEST_CASE("an absurd size is refused before memory is asked for", "[store]") {
    const auto blow_up = [](hid_t file) {
        H5Ldelete(file, "/findings/row", H5P_DEFAULT);
        const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
        const hsize_t chunk = 1000;
        H5Pset_chunk(properties, 1, &chunk);
        const hsize_t size = hsize_t{1} << 60U;
        const hid_t space = H5Screate_simple(1, &size, nullptr);
        H5Dclose(
            H5Dcreate2(file, "/findings/row", H5T_STD_I32LE, space, H5P_DEFAULT, properties, H5P_DEFAULT));
        H5Sclose(space);
        H5Pclose(properties);
    };
    CHECK_THAT(message_after(blow_up), test::contains("absurd size"));
}

}  // namespace
}  // namespace verbund::store

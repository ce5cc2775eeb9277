#include "results/store/read_sweep.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/store/column_reader.hpp"
#include "results/store/file_head.hpp"
#include "results/store/group_reader.hpp"
#include "results/store/open_file.hpp"
#include "results/store/run_groups.hpp"

namespace verbund::store {
namespace {

using h5::Failure;
using outcome::SweepRun;

constexpr std::array<std::string_view, 3> case_axes{"case", "variant", "year"};

bool has_group(hid_t file, const char* path) { return H5Lexists(file, path, H5P_DEFAULT) > 0; }

/// Since 1.1; before, the last year alone was a milestone.
void read_design(hid_t file, SweepRun& run) {
    if (!has_group(file, "/sweep")) {
        run.milestones = {run.years.back()};
        return;
    }
    const GroupReader group{file, "/sweep"};
    run.one_at_a_time = group.integer_attribute("one_at_a_time") != 0;
    run.sensitivity = group.integer_attribute("sensitivity") != 0;
    run.milestones = group.integer_axis("milestone");
    run.without_effect = group.text_axis("without_effect");
}

void read_combinations(hid_t file, SweepRun& run) {
    run.combinations = {{}};
    if (!has_group(file, "/combinations")) return;
    const GroupReader group{file, "/combinations"};
    run.listed_keys = group.text_axis("key");
    const std::size_t keys = run.listed_keys.size();
    run.list_of_key.resize(keys);
    std::iota(run.list_of_key.begin(), run.list_of_key.end(), std::size_t{0});
    const std::size_t combinations = group.integer_axis("combination").size();
    std::vector<std::string> values = group.texts("value", {combinations, keys});
    run.combinations.assign(combinations, std::vector<std::string>(keys));
    for (std::size_t i = 0; i < values.size(); ++i)
        run.combinations[i / keys][i % keys] = std::move(values[i]);
}

void read_draws(hid_t file, SweepRun& run) {
    if (!has_group(file, "/draws")) return;
    const GroupReader group{file, "/draws"};
    run.draws = group.integer_axis("draw").size();
    run.groups = group.text_axis("group");
    run.quantiles = group.doubles("quantile", {run.draws, run.groups.size()});
}

/// Since 1.1, as are other engines than the annual one; before, every case was played once.
void read_replications(hid_t file, SweepRun& run) {
    if (!has_group(file, "/replications")) return;
    const GroupReader group{file, "/replications"};
    run.replications = group.integer_axis("replication").size();
    if (run.replications == 0) throw Failure{"dataset /replications/replication is empty"};
    for (const std::string& seed : group.texts("seed", {run.replications})) {
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), number);
        if (error == std::errc{} && end == seed.data() + seed.size()) run.seeds.push_back(number);
    }
}

void read_engines(hid_t file, SweepRun& run) {
    if (H5Aexists_by_name(file, "/cases", "engines", H5P_DEFAULT) <= 0) return;
    std::istringstream words{GroupReader{file, "/cases"}.text_attribute("engines")};
    run.engines.assign(std::istream_iterator<std::string>{words}, {});
}

template <class Row>
void read_table(hid_t file, std::vector<Row>& rows) {
    const std::string path = fmt::format("/{}", outcome::table_of<Row>().name);
    if (has_group(file, path.c_str())) read_rows(file, path, {}, rows);
}

void read_tables(hid_t file, SweepRun& run) {
    read_table(file, run.drawn_keys);
    read_table(file, run.bands);
    read_table(file, run.sensitivities);
    read_table(file, run.chances);
    read_table(file, run.pairs);
    read_table(file, run.tornado);
    read_table(file, run.failed);
}

CaseColumn read_case_column(const GroupReader& group, const std::string& name, std::size_t cases) {
    CaseColumn column{name, group.text_of(name, "long_name"), {}};
    if (group.class_of(name) == H5T_STRING)
        column.values = group.texts(name, {cases});
    else
        column.values = group.integers(name, {cases});
    return column;
}

}  // namespace

struct SweepFile::Content {
    std::string path;
    h5::Handle file;
    SweepRun run;
    std::size_t cases = 0;
    std::vector<StoredOutcome> outcomes;
    std::vector<CaseColumn> columns;

    [[nodiscard]] GroupReader::Shape shape() const { return {cases, run.variants.size(), run.years.size()}; }

    void read() {
        take_head(read_head(file.get()), run);
        const GroupReader group{file.get(), "/cases"};
        cases = group.integer_axis("case").size();
        run.variants = group.text_axis("variant");
        run.years = group.integer_axis("year");
        if (run.variants.empty() || run.years.empty())
            throw Failure{"dataset /cases/variant or /cases/year is empty"};
        read_design(file.get(), run);
        read_combinations(file.get(), run);
        read_draws(file.get(), run);
        read_replications(file.get(), run);
        read_engines(file.get(), run);
        check_cases();
        read_case_datasets(group);
        read_tables(file.get(), run);
    }

    /// Each combination has its draws, each draw its replications.
    void check_cases() const {
        const std::size_t expected = run.cases();
        if (expected == cases) return;
        throw Failure{
            fmt::format("dataset /cases/case has {} entries ({} expected from the combinations and draws)",
                        cases, expected)};
    }

    /// Sorts what /cases has by its axes: a column of the cases, or an outcome.  What a later minor version
    /// adds on other axes is left out.
    void read_case_datasets(const GroupReader& group) {
        for (const std::string& name : group.names()) {
            if (std::find(case_axes.begin(), case_axes.end(), name) != case_axes.end()) continue;
            const GroupReader::Shape found = group.shape(name);
            if (found == GroupReader::Shape{cases} && group.class_of(name) != H5T_FLOAT)
                columns.push_back(read_case_column(group, name, cases));
            else if (found.size() == case_axes.size())
                outcomes.push_back(outcome_of(group, name, found));
        }
    }

    [[nodiscard]] StoredOutcome outcome_of(const GroupReader& group, const std::string& name,
                                           const GroupReader::Shape& found) const {
        if (found != shape() || group.class_of(name) != H5T_FLOAT) {
            throw Failure{fmt::format("dataset /cases/{} is no outcome of {} cases, {} variants and {} years",
                                      name, cases, run.variants.size(), run.years.size())};
        }
        return {name, group.text_of(name, "units"), group.text_of(name, "long_name")};
    }
};

namespace {

/// Calls `work` and names the file in what goes wrong.
template <class Work>
auto named(const std::string& path, const Work& work) {
    const h5::QuietErrors quiet;
    try {
        return work();
    } catch (const Failure& failure) {
        throw RunFailed{fmt::format("{}: {}", path, failure.what())};
    }
}

}  // namespace

SweepFile::SweepFile(std::unique_ptr<Content> content) : content_{std::move(content)} {}
SweepFile::SweepFile(SweepFile&&) noexcept = default;
SweepFile& SweepFile::operator=(SweepFile&&) noexcept = default;
SweepFile::~SweepFile() = default;

SweepFile::SweepFile(const std::filesystem::path& file) {
    std::variant<outcome::Run, SweepFile> found = read_results(file);
    if (!std::holds_alternative<SweepFile>(found)) {
        throw RunFailed{
            fmt::format("{}: is the results file of a run, and one of a sweep is needed", file.string())};
    }
    *this = std::move(std::get<SweepFile>(found));
}

const SweepRun& SweepFile::run() const { return content_->run; }
const std::vector<StoredOutcome>& SweepFile::outcomes() const { return content_->outcomes; }
const std::vector<CaseColumn>& SweepFile::case_columns() const { return content_->columns; }
std::size_t SweepFile::cases() const { return content_->cases; }

std::vector<double> SweepFile::values(std::size_t outcome, std::size_t first, std::size_t count) const {
    return named(
        content_->path,
        [&] {
            const GroupReader group{content_->file.get(), "/cases"};
            return group.doubles(content_->outcomes.at(outcome).name, content_->shape(), first, count);
        });
}

std::vector<double> SweepFile::values(std::string_view outcome) const {
    const std::vector<StoredOutcome>& all = content_->outcomes;
    const auto found = std::find_if(
        all.begin(), all.end(), [outcome](const StoredOutcome& stored) { return stored.name == outcome; });
    if (found == all.end()) return {};
    return values(static_cast<std::size_t>(found - all.begin()), 0, content_->cases);
}

SweepRun SweepFile::whole_run() const {
    SweepRun run = content_->run;
    const std::size_t size = content_->cases * run.variants.size() * run.years.size();
    std::vector<double> all;
    for (const outcome::SweepOutcome& outcome : outcome::sweep_outcomes()) {
        std::vector<double> of = values(outcome.name);
        of.resize(size, std::numeric_limits<double>::quiet_NaN());  // an outcome that the file does not have
        all.insert(all.end(), of.begin(), of.end());
    }
    run.values = std::move(all);
    return run;
}

std::variant<outcome::Run, SweepFile> read_results(const std::filesystem::path& file) {
    using Found = std::variant<outcome::Run, SweepFile>;
    return named(file.string(), [&]() -> Found {
        OpenFile opened = open_any(file);
        if (opened.kind == FileKind::run) return read_run_groups(opened.file.get());
        auto content = std::make_unique<SweepFile::Content>();
        content->path = file.string();
        content->file = std::move(opened.file);
        content->read();
        return SweepFile{std::move(content)};
    });
}

}  // namespace verbund::store

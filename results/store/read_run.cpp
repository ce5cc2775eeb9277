#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "results/store/group_reader.hpp"
#include "results/store/layout.hpp"
#include "results/store/open_file.hpp"
#include "results/store/store.hpp"

namespace verbund::store {
namespace {

using h5::Failure;
using outcome::Column;
using outcome::Resource;
using outcome::Run;
using Shape = GroupReader::Shape;

using Index = std::unordered_map<std::string, std::int32_t>;

template <class Named>
Index index_ids(const std::vector<Named>& things) {
    Index index;
    for (std::size_t i = 0; i < things.size(); ++i) index.emplace(things[i].id, static_cast<std::int32_t>(i));
    return index;
}

/// Row numbers of the things that columns name by their ids.
struct Indices {
    Index variants;
    Index administrations;
    Index transactions;

    [[nodiscard]] const Index& of(outcome::ColumnRole role) const {
        switch (role) {
            case outcome::ColumnRole::administration:
                return administrations;
            case outcome::ColumnRole::transaction:
                return transactions;
            default:
                return variants;
        }
    }
};

/// Reads a column according to the type of its member.
template <class Row>
class ColumnReader {
public:
    ColumnReader(const GroupReader& group, const Shape& shape, const Indices& indices, std::vector<Row>& rows)
        : group_{group}, shape_{shape}, indices_{indices}, rows_{rows} {}

    void read(const Column<Row>& column, const std::string& name) {
        std::visit([&](const auto& member) { read_member(column, name, member); }, column.member);
    }

private:
    template <class Member>
    void read_member(const Column<Row>& column, const std::string& name, const Member& member) {
        using Value = outcome::ValueOf<Row, Member>;
        if constexpr (std::is_same_v<Value, double>) {
            assign(
                member, group_.doubles(name, shape_), [](double value) { return value; });
        } else if constexpr (std::is_same_v<Value, std::string>) {
            assign(
                member, group_.texts(name, shape_), [](std::string& text) { return std::move(text); });
        } else if constexpr (std::is_same_v<Value, Resource>) {
            assign(
                member, group_.integers(name, shape_),
                [](std::int32_t code) { return outcome::resource_from_code(code); });
        } else if constexpr (std::is_same_v<Value, bool>) {
            assign(
                member, group_.integers(name, shape_), [](std::int32_t code) { return code != 0; });
        } else if (column.role != outcome::ColumnRole::plain) {
            const Index& index = indices_.of(column.role);
            assign(member, group_.texts(name, shape_),
                   [&](const std::string& id) { return index_of(index, id, name); });
        } else {
            assign(
                member, group_.integers(name, shape_), [](std::int32_t value) { return value; });
        }
    }

    template <class Member, class Values, class Make>
    void assign(const Member& member, Values values, const Make& make) {
        for (std::size_t i = 0; i < rows_.size(); ++i) outcome::set_value(rows_[i], member, make(values[i]));
    }

    [[nodiscard]] static std::int32_t index_of(const Index& index, const std::string& id,
                                               const std::string& name) {
        const auto found = index.find(id);
        if (found == index.end())
            throw Failure{fmt::format("dataset {} names \"{}\", which is not in the file", name, id)};
        return found->second;
    }

    const GroupReader& group_;
    Shape shape_;
    const Indices& indices_;
    std::vector<Row>& rows_;
};

/// All columns of a table, on axes of that shape.
template <class Row>
void read_columns(const GroupReader& group, const Shape& shape, const Indices& indices,
                  std::vector<Row>& rows) {
    ColumnReader<Row> reader{group, shape, indices, rows};
    for (const Column<Row>& column : outcome::columns_of<Row>()) {
        const std::string name{column.name};
        if (!group.lacks_added(name)) reader.read(column, name);
    }
}

template <class Named>
std::vector<Named> read_named_axis(const GroupReader& group, const std::string& axis) {
    std::vector<std::string> ids = group.text_axis(axis);
    std::vector<Named> things(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) things[i].id = std::move(ids[i]);
    const Indices no_indices;
    ColumnReader<Named> reader{group, {things.size()}, no_indices, things};
    for (const Column<Named>& column : outcome::columns_of<Named>())
        if (column.name != "id") reader.read(column, fmt::format("{}_{}", axis, column.name));
    return things;
}

void read_study(hid_t file, Run& run) {
    const GroupReader group{file, "/study"};
    run.title = group.text_attribute("title");
    run.question = group.text_attribute("question");
    run.base_variant = group.text_attribute("base_variant");
    run.resolved_study = group.texts("resolved_study", {1}).front();
}

void read_summary(hid_t file, Run& run) {
    const GroupReader group{file, "/summary"};
    run.variants = read_named_axis<outcome::VariantName>(group, "variant");
    run.years = group.integer_axis("year");
    const Shape shape{run.variants.size(), run.years.size()};
    run.summary.resize(run.variants.size() * run.years.size());
    read_columns(group, shape, {}, run.summary);
}

template <class Named, class Row>
void read_per_thing(hid_t file, const std::string& path, const std::string& axis, const Run& run,
                    std::vector<Named>& things, std::vector<Row>& rows) {
    const GroupReader group{file, path};
    things = read_named_axis<Named>(group, axis);
    const Shape shape{run.variants.size(), run.years.size(), things.size()};
    if (run.summary.size() * things.size() > max_elements)
        throw Failure{fmt::format("group {} claims an absurd size", path)};
    rows.resize(run.summary.size() * things.size());
    read_columns(group, shape, {}, rows);
}

/// The values of a series up to the first hour that the year does not have.
std::vector<float> hours_of(const std::vector<float>& all, std::size_t series) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(series * hours_per_leap_year);
    const auto is_missing = [](float value) { return std::isnan(value); };
    return {begin, std::find_if(begin, begin + hours_per_leap_year, is_missing)};
}

void read_hourly(hid_t file, Run& run) {
    const GroupReader group{file, "/hourly"};
    run.milestones = group.integer_axis("milestone");
    const Shape shape{run.variants.size(), run.milestones.size(), hours_per_leap_year};
    const std::vector<float> it_kw = group.floats("it_kw", shape);
    const std::vector<float> grid_kw = group.floats("grid_kw", shape);
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant) {
        for (std::size_t milestone = 0; milestone < run.milestones.size(); ++milestone) {
            const std::size_t series = variant * run.milestones.size() + milestone;
            outcome::HourlySeries hours{static_cast<std::int32_t>(variant), run.milestones[milestone],
                                        hours_of(it_kw, series), hours_of(grid_kw, series)};
            if (!hours.it_kw.empty() || !hours.grid_kw.empty()) run.hourly.push_back(std::move(hours));
        }
    }
}

void read_duration(hid_t file, Run& run) {
    const GroupReader group{file, "/duration"};
    run.duration_grid_kw = group.floats("grid_kw", {run.variants.size(), run.milestones.size(),
                                                    run.centers.size(), outcome::duration_points});
}

template <class Row>
void read_rows(hid_t file, const std::string& path, const Indices& indices, std::vector<Row>& rows) {
    const GroupReader group{file, path};
    rows.resize(group.integer_axis("row").size());
    read_columns(group, {rows.size()}, indices, rows);
}

/// Tables that a later minor version added are not in an older file.
void read_tables(hid_t file, Indices& indices, Run& run) {
    outcome::for_each_table(
        run,
        [&](const auto& table, auto& rows) {
            const std::string path = fmt::format("/{}", table.name);
            if (H5Lexists(file, path.c_str(), H5P_DEFAULT) <= 0) return;
            read_rows(file, path, indices, rows);
            using Row = typename std::decay_t<decltype(rows)>::value_type;
            if constexpr (std::is_same_v<Row, outcome::TransactionName>) {
                indices.transactions = index_ids(rows);
                indices.transactions.emplace("all", -1);
            }
        });
}

std::uint64_t parse_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || end != text.data() + text.size())
        throw Failure{"attribute seed is not a number"};
    return seed;
}

void read_root_attributes(hid_t file, Run& run) {
    run.seed = parse_seed(read_text_attribute(file, "seed"));
    run.program_version = read_text_attribute(file, "program_version");
    run.program_commit = read_text_attribute(file, "program_commit");
    run.study_sha256 = read_text_attribute(file, "study_sha256");
}

Run read_groups(hid_t file) {
    Run run;
    read_root_attributes(file, run);
    read_study(file, run);
    read_summary(file, run);
    read_per_thing(file, "/yearly", "center", run, run.centers, run.yearly);
    read_per_thing(file, "/administrations", "administration", run, run.administrations, run.administration);
    read_per_thing(file, "/links", "link", run, run.links, run.link_loads);
    read_hourly(file, run);
    read_duration(file, run);
    Indices indices{index_ids(run.variants), index_ids(run.administrations), {}};
    read_tables(file, indices, run);
    return run;
}

}  // namespace

Run read_run(const std::filesystem::path& file) {
    const h5::QuietErrors quiet;
    try {
        const h5::Handle handle = open_results(file);
        return read_groups(handle.get());
    } catch (const Failure& failure) {
        throw RunFailed{fmt::format("{}: {}", file.string(), failure.what())};
    }
}

}  // namespace verbund::store

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/store/column_writer.hpp"
#include "results/store/file_head.hpp"
#include "results/store/group_writer.hpp"
#include "results/store/h5.hpp"
#include "results/store/layout.hpp"
#include "results/store/sealed_file.hpp"
#include "results/store/store.hpp"

namespace verbund::store {
namespace {

using outcome::SweepRun;
using Axis = std::string_view;

/// What is varied in each case: the numbers of its combination, its draw and its replication.
void write_case_axis(const SweepRun& run, GroupWriter& group) {
    add_counting_axis(group, {"case", "1", "case number, from 0"}, run.cases());
    const std::size_t together = run.cases_of_combination();
    std::vector<std::int32_t> combination(run.cases());
    std::vector<std::int32_t> draw(run.cases());
    std::vector<std::int32_t> replication(run.cases());
    for (std::size_t number = 0; number < run.cases(); ++number) {
        combination[number] = static_cast<std::int32_t>(number / together);
        draw[number] = static_cast<std::int32_t>(number % together / run.replications);
        replication[number] = static_cast<std::int32_t>(number % run.replications);
    }
    const std::array<Axis, 1> axes{"case"};
    group.write({"combination", "1", "number of the listed values, see group combinations"}, axes,
                combination);
    group.write({"draw", "1", "number of the draw, see group draws"}, axes, draw);
    group.write({"replication", "1", "number of the replication, see group replications"}, axes, replication);
    for (std::size_t k = 0; k < run.listed_keys.size(); ++k) {
        std::vector<std::string> texts;
        for (std::size_t number = 0; number < run.cases(); ++number)
            texts.push_back(run.combinations[number / together][k]);
        group.write({run.listed_keys[k], "", "value of the key in the case"}, axes, texts);
    }
}

void write_cases(const SweepRun& run, hid_t file) {
    GroupWriter group{file, "/cases"};
    h5::write_attribute(group.id(), "engines", fmt::format("{}", fmt::join(run.engines, " ")));
    write_case_axis(run, group);
    group.add_axis({"variant", "", "variant of the study"}, run.variants);
    group.add_axis({"year", "1", "calendar year"},
                   std::vector<std::int32_t>(run.years.begin(), run.years.end()));
    const std::array<Axis, 3> axes{"case", "variant", "year"};
    const std::vector<outcome::SweepOutcome>& outcomes = outcome::sweep_outcomes();
    const std::size_t size = run.cases() * run.variants.size() * run.years.size();
    std::size_t begin = 0;  // of an outcome's values
    for (const outcome::SweepOutcome& outcome : outcomes) {
        group.write_pieces({std::string{outcome.name}, outcome.unit, outcome.text}, axes,
                           [&run, begin](std::size_t first, std::span<double> into) {
                               run.values.read(begin + first, into);
                           });
        begin += size;
    }
}

void write_combinations(const SweepRun& run, hid_t file) {
    if (run.listed_keys.empty()) return;
    GroupWriter group{file, "/combinations"};
    add_counting_axis(group, {"combination", "1", "number of the listed values, from 0"},
                      run.combinations.size());
    group.add_axis({"key", "", "key whose values are listed"}, run.listed_keys);
    std::vector<std::string> values;
    for (const std::vector<std::string>& of : run.combinations)
        values.insert(values.end(), of.begin(), of.end());
    const std::array<Axis, 2> axes{"combination", "key"};
    group.write({"value", "", "value of the key"}, axes, values);
}

void write_draws(const SweepRun& run, hid_t file) {
    if (run.draws == 0) return;
    GroupWriter group{file, "/draws"};
    add_counting_axis(group, {"draw", "1", "draw number, from 0"}, run.draws);
    group.add_axis({"group", "", "figures that move together"}, run.groups);
    const std::array<Axis, 2> axes{"draw", "group"};
    group.write({"quantile", "1", "quantile of every figure of the group in the draw"}, axes, run.quantiles,
                Precision::full);
}

/// Seeds are texts: readers of numbers do not all hold 64 bits.
void write_replications(const SweepRun& run, hid_t file) {
    GroupWriter group{file, "/replications"};
    add_counting_axis(group, {"replication", "1", "replication number, from 0"}, run.replications);
    std::vector<std::string> seeds;
    for (const std::uint64_t seed : run.seeds) seeds.push_back(fmt::format("{}", seed));
    const std::array<Axis, 1> axes{"replication"};
    group.write({"seed", "", "seed of the replication, of the study's own seed"}, axes, seeds);
}

/// How the cases were laid out, and what came of nothing.
void write_design(const SweepRun& run, hid_t file) {
    GroupWriter group{file, "/sweep"};
    const std::int8_t one_at_a_time = run.one_at_a_time ? 1 : 0;
    const std::int8_t sensitivity = run.sensitivity ? 1 : 0;
    h5::write_attribute(group.id(), "one_at_a_time", H5T_STD_I8LE, &one_at_a_time);
    h5::write_attribute(group.id(), "sensitivity", H5T_STD_I8LE, &sensitivity);
    group.add_axis({"milestone", "1", "calendar year that texts and tables show"},
                   std::vector<std::int32_t>(run.milestones.begin(), run.milestones.end()));
    group.add_axis({"without_effect", "", "listed key or group that changes no outcome"}, run.without_effect);
}

template <class Row>
void write_table(hid_t file, const std::vector<Row>& rows) {
    const outcome::Run no_names;
    write_rows(no_names, file, fmt::format("/{}", outcome::table_of<Row>().name), rows);
}

}  // namespace

void write_sweep(const SweepRun& run, const std::filesystem::path& target, bool overwrite) {
    write_sealed(
        target, overwrite,
        [&run](hid_t file) {
            write_head(head_of(run, sweep_format_name, sweep_schema_major, sweep_schema_minor), file);
            write_design(run, file);
            write_cases(run, file);
            write_combinations(run, file);
            write_draws(run, file);
            write_replications(run, file);
            write_table(file, run.drawn_keys);
            write_table(file, run.bands);
            write_table(file, run.sensitivities);
            write_table(file, run.chances);
            write_table(file, run.pairs);
            write_table(file, run.tornado);
            write_table(file, run.failed);
        });
}

}  // namespace verbund::store

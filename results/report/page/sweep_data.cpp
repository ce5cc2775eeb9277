#include "results/report/page/sweep_data.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>

#include "results/report/page/row_table.hpp"
#include "results/report/sentences/sweep.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report::page {
namespace {

using outcome::SweepRun;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Numbers in the page's bands: some five megabytes.
constexpr std::size_t most_numbers = 600'000;
constexpr std::size_t quantiles = 3;

template <class Value>
std::map<Value, std::size_t> numbered(const std::vector<Value>& values) {
    std::map<Value, std::size_t> numbers;
    for (std::size_t i = 0; i < values.size(); ++i) numbers.emplace(values[i], i);
    return numbers;
}

/// Quantiles of one outcome: [combination][variant][year][quantile], the sum over the horizon behind the
/// last year.
class Bands {
public:
    Bands(const SweepRun& run, std::size_t combinations)
        : variants_{run.variants.size()}, years_{run.years.size()}, combinations_{combinations} {
        values_.assign(combinations_ * variants_ * (years_ + 1) * quantiles, none);
    }

    void set(std::size_t combination, std::size_t variant, std::size_t year,
             const std::array<double, quantiles>& of) {
        std::copy(of.begin(), of.end(), values_.begin() + offset(combination, variant, year));
    }

    [[nodiscard]] bool has_sum() const {
        for (std::size_t c = 0; c < combinations_; ++c)
            for (std::size_t v = 0; v < variants_; ++v)
                if (!std::isnan(at(c, v, years_, 1))) return true;
        return false;
    }

    /// [combination][variant] {"p10": [year], "p50", "p90"}; `ends` says whether there are any but the
    /// middle.
    [[nodiscard]] Json by_year(bool ends) const {
        return each([&](std::size_t c, std::size_t v) -> Json {
            if (!ends) return {{"p50", course(c, v, 1)}};
            return {{"p10", course(c, v, 0)}, {"p50", course(c, v, 1)}, {"p90", course(c, v, 2)}};
        });
    }

    /// [combination][variant] [p10, p50, p90].
    [[nodiscard]] Json sums() const {
        return each([&](std::size_t c, std::size_t v) {
            return numbers({at(c, v, years_, 0), at(c, v, years_, 1), at(c, v, years_, 2)});
        });
    }

private:
    [[nodiscard]] std::ptrdiff_t offset(std::size_t combination, std::size_t variant,
                                        std::size_t year) const {
        return static_cast<std::ptrdiff_t>(((combination * variants_ + variant) * (years_ + 1) + year) *
                                           quantiles);
    }
    [[nodiscard]] double at(std::size_t combination, std::size_t variant, std::size_t year,
                            std::ptrdiff_t quantile) const {
        return values_[static_cast<std::size_t>(offset(combination, variant, year) + quantile)];
    }
    [[nodiscard]] Json course(std::size_t combination, std::size_t variant, std::ptrdiff_t quantile) const {
        std::vector<double> values;
        for (std::size_t y = 0; y < years_; ++y) values.push_back(at(combination, variant, y, quantile));
        return numbers(values);
    }
    template <class Make>
    [[nodiscard]] Json each(const Make& make) const {
        Json all = Json::array();
        for (std::size_t c = 0; c < combinations_; ++c) {
            Json of = Json::array();
            for (std::size_t v = 0; v < variants_; ++v) of.push_back(make(c, v));
            all.push_back(std::move(of));
        }
        return all;
    }

    std::size_t variants_;
    std::size_t years_;
    std::size_t combinations_;
    std::vector<double> values_;
};

/// By outcome, in the order in which the program lists them; those of a newer program come last.
using AllBands = std::vector<std::pair<std::string, Bands>>;

/// How many combinations the page shows.
std::size_t shown_combinations(const SweepRun& run) {
    const std::size_t of_one =
        outcome::sweep_outcomes().size() * run.variants.size() * (run.years.size() + 1) * quantiles;
    return std::min(run.combinations.size(), std::max<std::size_t>(1, most_numbers / of_one));
}

AllBands bands_of_draws(const SweepRun& run, std::size_t combinations) {
    const auto variants = numbered(run.variants);
    auto years = numbered(run.years);
    years[0] = run.years.size();
    std::map<std::string, std::size_t> known;
    AllBands all;
    for (const outcome::Band& band : run.bands) {
        const auto variant = variants.find(band.variant);
        const auto year = years.find(band.year);
        const auto combination = static_cast<std::size_t>(band.combination);
        if (variant == variants.end() || year == years.end() || combination >= combinations) continue;
        const auto [at, is_new] = known.emplace(band.outcome, all.size());
        if (is_new) all.emplace_back(band.outcome, Bands{run, combinations});
        all[at->second].second.set(combination, variant->second, year->second,
                                   {band.p10, band.p50, band.p90});
    }
    return all;
}

/// Of listed values alone: the value itself.
AllBands values_of_lists(const SweepRun& run, const OutcomeValues& values, std::size_t combinations) {
    AllBands all;
    for (const outcome::SweepOutcome& what : outcome::sweep_outcomes()) {
        const std::vector<double> found = values(what.name, combinations);
        if (std::all_of(found.begin(), found.end(), [](double value) { return std::isnan(value); })) continue;
        Bands bands{run, combinations};
        std::size_t at = 0;
        for (std::size_t c = 0; c < combinations; ++c)
            for (std::size_t v = 0; v < run.variants.size(); ++v)
                for (std::size_t y = 0; y < run.years.size(); ++y)
                    bands.set(c, v, y, {none, found[at++], none});
        all.emplace_back(what.name, std::move(bands));
    }
    return all;
}

Json outcome_json(const std::string& name, std::string_view unit) {
    const std::vector<outcome::SweepOutcome>& all = outcome::sweep_outcomes();
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&name](const outcome::SweepOutcome& o) { return o.name == name; });
    const std::string_view english = known == all.end() ? std::string_view{name} : known->text;
    const std::string_view german = column_title("summary", name, english, Language::german);
    Json json{{"name", printable(name)},
              {"unit", printable(display_unit(known == all.end() ? unit : known->unit))},
              {"de", printable(german == english ? word("sweep-outcome", name, Language::german) : german)},
              {"en", printable(english)}};
    if (known != all.end() && known->display == outcome::Display::share) json["display"] = "share";
    return json;
}

std::string unit_in(const SweepRun& run, const std::string& outcome) {
    const auto found =
        std::find_if(run.bands.begin(), run.bands.end(),
                     [&outcome](const outcome::Band& band) { return band.outcome == outcome; });
    return found == run.bands.end() ? std::string{} : found->unit;
}

void add_bands(Json& json, const SweepRun& run, const AllBands& all) {
    Json outcomes = Json::array();
    Json bands = Json::object();
    Json sums = Json::object();
    for (const auto& [name, of] : all) {
        outcomes.push_back(outcome_json(name, unit_in(run, name)));
        bands[printable(name)] = of.by_year(run.draws > 0);
        if (of.has_sum()) sums[printable(name)] = of.sums();
    }
    json["outcomes"] = std::move(outcomes);
    json["bands"] = std::move(bands);
    json["sums"] = std::move(sums);
}

/// Rows of the combinations that are shown.
template <class Row>
void add_table(Json& tables, const Source& source, const std::vector<Row>& rows, std::size_t combinations) {
    std::vector<Row> kept;
    for (const Row& row : rows) {
        if constexpr (requires { row.combination; }) {
            if (static_cast<std::size_t>(row.combination) >= combinations) continue;
        }
        kept.push_back(row);
    }
    Json columns = row_table(source, kept);
    if (!columns.is_null()) tables[std::string{outcome::table_of<Row>().name}] = std::move(columns);
}

Json tables_of(const SweepRun& run, std::size_t combinations) {
    const outcome::Run no_names;
    const Source source{no_names};
    Json tables = Json::object();
    add_table(tables, source, run.drawn_keys, combinations);
    add_table(tables, source, run.sensitivities, combinations);
    add_table(tables, source, run.chances, combinations);
    add_table(tables, source, run.pairs, combinations);
    add_table(tables, source, run.tornado, combinations);
    add_table(tables, source, run.failed, combinations);
    return tables;
}

Json texts(const std::vector<std::string>& values) {
    Json list = Json::array();
    for (const std::string& value : values) list.push_back(printable(value));
    return list;
}

Json answers_of(const SweepRun& run) {
    const std::vector<std::string> german = sweep_answers(run, german_style);
    const std::vector<std::string> english = sweep_answers(run, english_style);
    Json list = Json::array();
    for (std::size_t i = 0; i < german.size(); ++i) list.push_back(both(german[i], english[i]));
    return list;
}

}  // namespace

Json sweep_data(const SweepRun& run, const OutcomeValues& values) {
    const std::size_t combinations = shown_combinations(run);
    Json shown = Json::array();
    for (std::size_t c = 0; c < combinations; ++c) shown.push_back(texts(run.combinations[c]));
    Json without_effect = Json::array();
    for (const std::string& thing : run.without_effect) {
        without_effect.push_back(both(word("sweep-group", thing, Language::german),
                                      word("sweep-group", thing, Language::english)));
    }
    Json json{{"kind", run.draws == 0      ? "lists"
                       : run.one_at_a_time ? "ends"
                                           : "draws"},
              {"cases", run.cases()},
              {"draws", run.draws},
              {"figures", run.drawn_keys.size()},
              {"keys", texts(run.listed_keys)},
              {"combinations", std::move(shown)},
              {"left_out", run.combinations.size() - combinations},
              {"answers", answers_of(run)},
              {"without_effect", std::move(without_effect)}};
    add_bands(json, run,
              run.draws > 0 ? bands_of_draws(run, combinations) : values_of_lists(run, values, combinations));
    json["tables"] = tables_of(run, combinations);
    return json;
}

}  // namespace verbund::report::page

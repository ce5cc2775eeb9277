#include "scenarios/study/sweep_draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_conversion.hpp"
#include "models/catalog/figure_rules.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/key_path.hpp"
#include "scenarios/study/price_keys.hpp"

namespace verbund::study {
namespace {

struct Prefix {
    std::string_view prefix;
    std::string_view group;
};

/// The first that fits counts.
constexpr std::array group_prefixes{
    Prefix{"estate.growth", "growth"},
    Prefix{"estate.", "estate"},
    Prefix{"hosts.", "hosts"},
    Prefix{"storage.", "hosts"},
    Prefix{"gear.", "hosts"},
    Prefix{"facility.", "plant"},
    Prefix{"home.", "plant"},
    Prefix{"network.", "network"},
    Prefix{"events.", "operation"},
    Prefix{"availability.", "operation"},
    Prefix{"economics.price_rise.staff", "staff"},
    Prefix{"economics.price_rise.licences", "licences"},
    Prefix{"economics.price_rise.wan", "network"},
    Prefix{"economics.price_rise.hardware", "hardware-prices"},
    Prefix{"economics.price_rise", "other-prices"},
    Prefix{"economics.price", "electricity-price"},
    Prefix{"economics.emission", "emissions"},
    Prefix{"economics.renewable", "emissions"},
    Prefix{"economics.", "other-prices"},
    Prefix{"prices.licence", "licences"},
    Prefix{"prices.guest-licence", "licences"},
    Prefix{"prices.life-guest-licence", "licences"},
    Prefix{"prices.staff", "staff"},
    Prefix{"prices.host", "hardware-prices"},
    Prefix{"prices.gpu", "hardware-prices"},
    Prefix{"prices.storage", "hardware-prices"},
    Prefix{"prices.backup-storage", "hardware-prices"},
    Prefix{"prices.network-switch", "hardware-prices"},
    Prefix{"prices.firewall", "hardware-prices"},
    Prefix{"prices.maintenance-hardware", "hardware-prices"},
    Prefix{"prices.life-storage", "hardware-prices"},
    Prefix{"prices.life-network", "hardware-prices"},
    Prefix{"prices.wan", "network"},
    Prefix{"prices.wavelength", "network"},
    Prefix{"prices.ethernet", "network"},
    Prefix{"prices.access", "network"},
    Prefix{"prices.life-wan", "network"},
    Prefix{"prices.price-demand", "electricity-price"},
    Prefix{"prices.", "other-prices"},
    Prefix{"catalog.figures.embodied", "emissions"},
    Prefix{"catalog.figures.emission", "emissions"},
    Prefix{"catalog.figures.memory", "hosts"},
    Prefix{"catalog.figures.growth.memory", "hosts"},
    Prefix{"catalog.figures.size", "hosts"},
    Prefix{"catalog.figures.power", "hosts"},
    Prefix{"catalog.figures.year.local-ssd", "hosts"},
    Prefix{"catalog.figures.modules", "hosts"},
    Prefix{"catalog.figures.disks", "hosts"},
    Prefix{"catalog.figures.gpus", "hosts"},
    Prefix{"catalog.figures.share.idle", "hosts"},
    Prefix{"catalog.figures.", "operation"},
};

/// Values of a list in the unit of the first; nothing, with the reason noted, for what has none.
std::optional<std::vector<double>> in_one_unit(const std::vector<std::string>& texts, std::string& unit,
                                               std::string& problem) {
    std::vector<double> values;
    for (const std::string& text : texts) {
        const std::optional<NumberWithUnit> number = number_with_unit(text);
        if (!number) {
            problem = fmt::format("\"{}\" is no number with a unit", text);
            return std::nullopt;
        }
        if (values.empty()) unit = number->unit;
        const std::optional<double> value = in_unit(*number, unit);
        if (!value) {
            problem = fmt::format("\"{}\" and \"{}\" measure different things", texts.front(), text);
            return std::nullopt;
        }
        values.push_back(*value);
    }
    return values;
}

bool is_whole(double value) { return value == std::round(value); }

/// Years of a life are whole, and so is what is counted where all ends are.
bool only_whole(const std::vector<double>& values, const std::string& unit, ValueKind kind) {
    return kind == ValueKind::whole || (unit == "a" && std::all_of(values.begin(), values.end(), is_whole));
}

std::vector<double> cumulated(std::vector<double> weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double until = 0.0;
    for (double& w : weights) w = until += w / sum;
    return weights;
}

/// Reads the axes of a sweep.
class AxisReader {
public:
    AxisReader(const SweepAxis& axis, Diagnostics& mistakes) : axis_{axis}, mistakes_{mistakes} {}

    std::optional<DrawnKey> read() {
        key_.key = axis_.key;
        key_.group = axis_.group.value_or(axis_.key);
        if (axis_.discrete) return read_words();
        if (axis_.normal) return read_numbers(*axis_.normal, "normal", 2);
        if (axis_.lognormal) return read_lognormal();
        if (axis_.triangular) return read_numbers(*axis_.triangular, "triangular", 3);
        return read_numbers(*axis_.uniform, "uniform", 2);
    }

private:
    std::nullopt_t refuse(std::string problem, std::string remedy) {
        mistakes_.add({axis_.at, "sweep." + axis_.key, std::move(problem), std::move(remedy)});
        return std::nullopt;
    }

    std::optional<DrawnKey> read_words() {
        key_.words = *axis_.discrete;
        std::vector<double> weights = axis_.weights;
        if (weights.empty()) weights.assign(key_.words.size(), 1.0);
        if (weights.size() != key_.words.size())
            return refuse(fmt::format("has {} values but {} weights", key_.words.size(), weights.size()),
                          "State a weight for each value, or none.");
        if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 0.0)
            return refuse("has no weight above 0", "Give a weight to what may come.");
        key_.until = cumulated(std::move(weights));
        return key_;
    }

    std::optional<DrawnKey> read_lognormal() {
        const std::vector<std::string>& texts = *axis_.lognormal;
        if (texts.size() != 2) return refuse_count("lognormal", 2, texts.size());
        const std::optional<NumberWithUnit> median = number_with_unit(texts[0]);
        const std::optional<NumberWithUnit> factor = number_with_unit(texts[1]);
        if (!median || !factor || !factor->unit.empty() || median->value <= 0.0 || factor->value <= 1.0)
            return refuse("is no median above 0 and factor above 1",
                          "Write lognormal: [20 kW, 1.3]: two thirds lie between 20 / 1.3 and 20 x 1.3 kW.");
        key_.unit = median->unit;
        key_.distribution = statistics::Lognormal{median->value, factor->value};
        return key_;
    }

    std::nullopt_t refuse_count(std::string_view name, std::size_t wanted, std::size_t given) {
        return refuse(fmt::format("{} takes {} values ({} given)", name, wanted, given),
                      name == "triangular" ? "Write [least, most likely, greatest]."
                      : name == "normal"   ? "Write [mean, standard deviation]."
                      : name == "uniform"  ? "Write [least, greatest]."
                                           : "Write [median, factor].");
    }

    std::optional<DrawnKey> read_numbers(const std::vector<std::string>& texts, std::string_view name,
                                         std::size_t wanted) {
        if (texts.size() != wanted) return refuse_count(name, wanted, texts.size());
        std::string problem;
        const auto values = in_one_unit(texts, key_.unit, problem);
        if (!values) return refuse(std::move(problem), "Write all of them with the unit of the key.");
        const std::vector<double>& v = *values;
        if (name == "normal") {
            if (v[1] <= 0.0)
                return refuse(fmt::format("has a standard deviation of {}", texts[1]),
                              "State one above 0, or list the value itself.");
            key_.distribution = statistics::Normal{v[0], v[1]};
            return key_;
        }
        if (!std::is_sorted(v.begin(), v.end()) || v.front() == v.back())
            return refuse(fmt::format("[{}] does not rise", fmt::join(texts, ", ")),
                          "Write the least value first.");
        if (name == "uniform")
            key_.distribution = statistics::Uniform{v[0], v[1]};
        else
            key_.distribution = statistics::Triangular{v[0], v[1], v[2]};
        return key_;
    }

    const SweepAxis& axis_;
    Diagnostics& mistakes_;
    DrawnKey key_;
};

/// Whether a key takes whole numbers alone, in the first variant that has it.
bool takes_whole(const StudySet& set, const std::string& key) {
    const std::string_view path = take_apart(key).path;
    for (const Variant& variant : set.variants) {
        Study study = variant.study;
        const FoundField found = find_value(describe(study), path);
        if (found.field) return std::get<Scalar>(found.field->content).kind == ValueKind::whole;
    }
    return false;
}

/// A default between its ends; nothing for what is no number or word, and where both ends are one.
std::optional<DrawnKey> between(const std::string& key, const std::string& value, const Bounds& bounds,
                                ValueKind kind) {
    DrawnKey drawn;
    drawn.key = key;
    drawn.group = uncertain_group(key);
    drawn.reach = KeyReach::defaults;
    if (kind == ValueKind::choice) {
        drawn.words = {bounds.low, value, bounds.high};
        drawn.until = cumulated({1.0, 2.0, 1.0});
        return drawn;
    }
    std::string problem;
    const auto values = in_one_unit({value, bounds.low, bounds.high}, drawn.unit, problem);
    if (!values) return std::nullopt;
    const double low = std::min((*values)[1], (*values)[0]);
    const double high = std::max((*values)[2], (*values)[0]);
    if (!(low < high)) return std::nullopt;
    drawn.distribution = statistics::Triangular{low, (*values)[0], high};
    drawn.whole = only_whole(*values, drawn.unit, kind);
    return drawn;
}

/// Defaults of a study with both ends, each once.
class DefaultLister {
public:
    explicit DefaultLister(std::vector<DrawnKey>& keys) : keys_{keys} {}

    void walk(const FieldList& fields, const std::string& path) {
        for (const Field& field : fields) {
            const std::string key = path.empty() ? field.key : path + "." + field.key;
            if (const auto* group = std::get_if<Group>(&field.content)) {
                if (group->present()) walk(group->fields(), key);
            } else if (const auto* scalar = std::get_if<Scalar>(&field.content); scalar != nullptr) {
                if (field.bounds.stated()) add(key, *scalar, field.bounds);
            }
        }
    }

private:
    void add(const std::string& key, const Scalar& scalar, const Bounds& bounds) {
        if (!known_.insert(key).second) return;
        if (auto drawn = between(key, scalar.text(), bounds, scalar.kind)) keys_.push_back(std::move(*drawn));
    }

    std::vector<DrawnKey>& keys_;
    std::set<std::string> known_;
};

void add_figures(const catalog::Catalog& catalog, std::vector<DrawnKey>& keys) {
    for (const catalog::Figure& figure : catalog.figures) {
        if (figure.low.empty() || figure.high.empty()) continue;
        const std::string price = price_key(figure.id);
        const bool priced = priced_figure(price) != nullptr;
        if (catalog::figure_rule(figure.id) == nullptr) continue;  // no engine reads it
        const std::string key = priced ? "prices." + price : "catalog.figures." + figure.id;
        if (auto drawn = between(key, figure.value, {figure.low, figure.high, {}}, ValueKind::quantity))
            keys.push_back(std::move(*drawn));
    }
}

}  // namespace

std::string DrawnKey::text_at(double quantile) const {
    if (!words.empty()) {
        const auto word = std::upper_bound(until.begin(), until.end() - 1, quantile);
        return words[static_cast<std::size_t>(word - until.begin())];
    }
    const auto* triangle = std::get_if<statistics::Triangular>(&distribution);
    // To the last bit what the study has: rounding must not buy another host.
    const bool unvaried = triangle != nullptr && quantile == middle();
    const double value = unvaried ? triangle->mode : statistics::quantile_of(distribution, quantile);
    return NumberWithUnit{whole ? std::round(value) : value, unit}.text();
}

double DrawnKey::middle() const {
    if (words.empty())
        if (const auto* t = std::get_if<statistics::Triangular>(&distribution))
            return (t->mode - t->low) / (t->high - t->low);
    return 0.5;
}

double DrawnKey::low_end() const {
    const bool open = words.empty() && (std::holds_alternative<statistics::Normal>(distribution) ||
                                        std::holds_alternative<statistics::Lognormal>(distribution));
    return open ? 0.05 : 0.0;
}

std::string_view uncertain_group(std::string_view key) {
    const auto found = std::find_if(group_prefixes.begin(), group_prefixes.end(),
                                    [key](const Prefix& p) { return key.starts_with(p.prefix); });
    return found == group_prefixes.end() ? "other-prices" : found->group;
}

std::vector<DrawnKey> drawn_keys(const StudySet& set, const Sweep& sweep, Diagnostics& mistakes) {
    std::vector<DrawnKey> keys;
    for (const SweepAxis& axis : sweep.axes) {
        if (axis.values) continue;
        std::optional<DrawnKey> key = AxisReader{axis, mistakes}.read();
        if (!key) continue;
        key->whole = takes_whole(set, axis.key);
        keys.push_back(std::move(*key));
    }
    if (sweep.uncertain == Uncertain::none) return keys;
    std::vector<DrawnKey> uncertain;
    DefaultLister lister{uncertain};
    for (const Variant& variant : set.variants) {
        Study study = variant.study;
        lister.walk(describe(study), "");
    }
    add_figures(set.catalog, uncertain);
    for (DrawnKey& key : uncertain) {
        const bool listed = std::any_of(sweep.axes.begin(), sweep.axes.end(),
                                        [&](const SweepAxis& axis) { return axis.key == key.key; });
        if (!listed) keys.push_back(std::move(key));
    }
    return keys;
}

std::vector<std::string> groups_of(const std::vector<DrawnKey>& keys) {
    std::vector<std::string> groups;
    for (const DrawnKey& key : keys)
        if (std::find(groups.begin(), groups.end(), key.group) == groups.end()) groups.push_back(key.group);
    return groups;
}

}  // namespace verbund::study

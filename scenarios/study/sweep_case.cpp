#include "scenarios/study/sweep_case.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "models/catalog/figure_rules.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/key_path.hpp"

namespace verbund::study {
namespace {

constexpr std::string_view figure_prefix = "catalog.figures.";

bool states_by_itself(const Variant& variant, const std::string& path, KeyReach reach) {
    if (!variant.places.given(path)) return false;
    return reach == KeyReach::defaults || variant.places.nearest(path).key.starts_with("variants.");
}

using Setter = std::function<std::optional<ParseProblem>(const std::string&)>;

/// Of a figure of the catalog; empty for one that no engine reads.
Setter figure_setter(catalog::Catalog& catalog, std::string_view id) {
    const auto figure = std::find_if(catalog.figures.begin(), catalog.figures.end(),
                                     [id](const catalog::Figure& f) { return f.id == id; });
    const catalog::FigureRule* rule = catalog::figure_rule(id);
    if (figure == catalog.figures.end() || rule == nullptr) return {};
    return [&value = figure->value, rule](const std::string& text) -> std::optional<ParseProblem> {
        const Parsed<double> parsed = rule->read(text, PointMeaning::decimal);
        if (!parsed.value) return parsed.problem;
        if (!catalog::within(*rule, *parsed.value))
            return ParseProblem{fmt::format("is out of range ({} to {})", rule->low, rule->high),
                                "Check the value and its unit."};
        value = text;
        return std::nullopt;
    };
}

Setter seed_setter(std::uint64_t& seed) {
    return [&seed](const std::string& text) -> std::optional<ParseProblem> {
        const Parsed<std::uint64_t> parsed = Codec<std::uint64_t>::read(text);
        if (!parsed.value) return parsed.problem;
        seed = *parsed.value;
        return std::nullopt;
    };
}

}  // namespace

std::vector<CaseKey> resolve_keys(const StudySet& set,
                                  const std::vector<std::pair<std::string, KeyReach>>& keys) {
    std::vector<Study> studies;
    for (const Variant& variant : set.variants) studies.push_back(variant.study);
    std::vector<CaseKey> resolved;
    for (const auto& [key, reach] : keys) {
        CaseKey& of_key = resolved.emplace_back(CaseKey{key, {}, {}});
        const auto [variant, path] = take_apart(key);
        const bool figure = path.starts_with(figure_prefix);
        if (figure && catalog::figure_rule(path.substr(figure_prefix.size())) == nullptr) {
            of_key.problem = {"is no figure that a model reads", "`verbund catalog figures` lists them."};
            continue;
        }
        for (std::size_t v = 0; v < studies.size(); ++v) {
            const Variant& candidate = set.variants[v];
            if (key == "seed" || figure) {
                of_key.variants.push_back(v);
                continue;
            }
            if (!variant.empty() && candidate.id != variant) continue;
            const FoundField found = find_value(describe(studies[v]), path);
            if (!found.field) {
                of_key.problem = found.problem;
            } else if (variant.empty() && states_by_itself(candidate, std::string{path}, reach)) {
                of_key.problem = {"changes nothing: each variant that has it states its own value",
                                  fmt::format("Vary \"{}:{}\".", candidate.id, path)};
            } else {
                of_key.variants.push_back(v);
            }
        }
        if (of_key.variants.empty() && of_key.problem.problem.empty())
            of_key.problem = {fmt::format("names no variant \"{}\"", variant), "Name one of the study's."};
    }
    return resolved;
}

CaseValues::CaseValues(StudySet& set, std::size_t variant, const std::vector<CaseKey>& keys) {
    const FieldList fields = describe(set.variants[variant].study);
    for (const CaseKey& key : keys) {
        keys_.push_back(key.key);
        Setter& setter = setters_.emplace_back();
        if (std::find(key.variants.begin(), key.variants.end(), variant) == key.variants.end()) continue;
        const std::string_view path = take_apart(key.key).path;
        if (key.key == "seed") {
            setter = seed_setter(set.seed);
        } else if (path.starts_with(figure_prefix)) {
            setter = figure_setter(set.catalog, path.substr(figure_prefix.size()));
        } else if (const FoundField found = find_value(fields, path); found.field) {
            setter = [scalar = std::get<Scalar>(found.field->content)](const std::string& text) {
                return scalar.assign(text);
            };
        }
    }
}

void CaseValues::put(std::span<const std::string> texts, Diagnostics& mistakes) const {
    for (std::size_t k = 0; k < keys_.size(); ++k) {
        if (!setters_[k]) continue;
        if (auto problem = setters_[k](texts[k])) {
            mistakes.add({{},
                          "sweep." + keys_[k],
                          fmt::format("takes the value {}: {}", texts[k], problem->problem),
                          std::move(problem->remedy)});
        }
    }
}

bool moves_machines(std::string_view key) {
    // Parts of hosts and what their cores are licensed for decide which hosts are bought; hourly factors
    // weigh the hours of a year.
    constexpr std::array<std::string_view, 6> moving{"prices.host-",           "prices.gpu",
                                                     "economics.hourly_shape", "economics.movable_share",
                                                     "economics.hypervisor",   "economics.guest_licences"};
    constexpr std::array<std::string_view, 4> still{"prices.", "economics.", "catalog.figures.embodied.",
                                                    "catalog.figures.emission."};
    const std::string_view path = take_apart(key).path;
    const auto begins = [path](std::string_view prefix) { return path.starts_with(prefix); };
    return std::any_of(moving.begin(), moving.end(), begins) ||
           std::none_of(still.begin(), still.end(), begins);
}

}  // namespace verbund::study

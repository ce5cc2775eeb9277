#pragma once

#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "models/base/number_text.hpp"
#include "models/base/place.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/enum_words.hpp"
#include "scenarios/study/field.hpp"
#include "scenarios/study/fields.hpp"

/// Builds the field list of a struct, one `add` per member.
namespace verbund::study {

/// Where a default comes from.
struct Origin {
    std::string_view mark;
    std::string_view source;
};
inline constexpr Origin no_default{"", ""};

template <class T>
struct Optional : std::false_type {
    using Value = T;
};
template <class T>
struct Optional<std::optional<T>> : std::true_type {
    using Value = T;
};
template <class T>
using ValueOf = typename Optional<T>::Value;

template <class T>
Scalar describe_scalar(const LimitsOf<T>& limits) {
    Scalar scalar;
    scalar.kind = Codec<T>::kind;
    scalar.what = Codec<T>::what();
    if constexpr (std::is_enum_v<T>) {
        scalar.words = Codec<T>::words();
    } else if constexpr (std::is_same_v<T, std::string>) {
        scalar.pattern = limits.pattern;
        if (!limits.what.empty()) scalar.what = limits.what;
    } else if constexpr (!std::is_same_v<T, bool>) {
        if (limits.minimum) scalar.minimum = Codec<T>::write(*limits.minimum);
        if (limits.maximum) scalar.maximum = Codec<T>::write(*limits.maximum);
        if constexpr (Codec<T>::kind == ValueKind::quantity) scalar.words = quantity_units<T>();
    }
    return scalar;
}

/// Reads `text` into `target` if it is valid and within limits.
template <class T, class Target>
std::optional<ParseProblem> assign_checked(std::string_view text, const LimitsOf<T>& limits, Target& target) {
    if constexpr (std::is_same_v<T, double>) {
        if (auto problem = thousand_fold(text, limits)) return problem;
    }
    auto read = Codec<T>::read(text);
    if (!read.value) return read.problem;
    if (auto problem = outside(*read.value, limits)) return problem;
    target = std::move(*read.value);
    return std::nullopt;
}

/// Text that reads back as the same value.
template <class T>
std::string written(const T& value, const LimitsOf<T>& limits) {
    std::string text = Codec<T>::write(value);
    if constexpr (std::is_same_v<T, double>) {
        if (thousand_fold(text, limits)) return without_second_reading(std::move(text));
    }
    return text;
}

/// A scalar member; an optional one may be `auto`.
template <class M>
Scalar bind_scalar(M& member, const LimitsOf<ValueOf<M>>& limits) {
    using T = ValueOf<M>;
    Scalar scalar = describe_scalar<T>(limits);
    scalar.automatic = Optional<M>::value;
    scalar.assign = [&member, limits](std::string_view text) -> std::optional<ParseProblem> {
        if constexpr (Optional<M>::value) {
            if (text == "auto") {
                member.reset();
                return std::nullopt;
            }
        }
        return assign_checked<T>(text, limits, member);
    };
    scalar.text = [&member, limits]() -> std::string {
        if constexpr (Optional<M>::value) {
            return member ? written(*member, limits) : "auto";
        } else {
            return written(member, limits);
        }
    };
    return scalar;
}

/// A member that is a list (or an optional list) of scalars.
template <class M>
List bind_list(M& member, const LimitsOf<typename ValueOf<M>::value_type>& limits, std::size_t fewest) {
    using T = typename ValueOf<M>::value_type;
    List list;
    list.fewest = fewest;
    list.automatic = Optional<M>::value;
    list.item = describe_scalar<T>(limits);
    list.item.assign = [limits](std::string_view text) {
        T ignored{};
        return assign_checked<T>(text, limits, ignored);
    };
    list.assign = [&member, limits](const std::vector<std::string>& texts) -> std::optional<ParseProblem> {
        std::vector<T> values(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (auto problem = assign_checked<T>(texts[i], limits, values[i])) return problem;
        }
        member = std::move(values);
        return std::nullopt;
    };
    list.texts = [&member, limits]() -> std::optional<std::vector<std::string>> {
        std::vector<std::string> texts;
        if constexpr (Optional<M>::value) {
            if (!member) return std::nullopt;
            for (const T& value : *member) texts.push_back(written(value, limits));
        } else {
            for (const T& value : member) texts.push_back(written(value, limits));
        }
        return texts;
    };
    return list;
}

class FieldTable {
public:
    /// A scalar.
    template <class M>
    Field& add(std::string_view key, M& member, const LimitsOf<ValueOf<M>>& limits, std::string_view text,
               Origin origin) {
        return append(key, text, origin, bind_scalar(member, limits));
    }

    /// A list of scalars.
    template <class M>
    Field& add_list(std::string_view key, M& member, const LimitsOf<typename ValueOf<M>::value_type>& limits,
                    std::size_t fewest, std::string_view text, Origin origin) {
        return append(key, text, origin, bind_list(member, limits, fewest));
    }

    /// A list with access of its own.
    Field& add_list(std::string_view key, List list, std::string_view text, Origin origin) {
        return append(key, text, origin, std::move(list));
    }

    /// A struct with a `describe` overload, or an optional one.
    template <class M>
    Field& add_group(std::string_view key, M& member, std::string_view text) {
        Group group;
        group.automatic = Optional<M>::value;
        if constexpr (Optional<M>::value) {
            group.fields = [&member] {
                if (!member) member.emplace();
                return describe(*member);
            };
            group.present = [&member] { return member.has_value(); };
            group.clear = [&member] { member.reset(); };
        } else {
            group.fields = [&member] { return describe(member); };
            group.present = [] { return true; };
            group.clear = [] {};
        }
        return append(key, text, no_default, std::move(group));
    }

    /// A map of texts, or of structs with a `describe` overload.
    template <class T>
    Field& add_map(std::string_view key, std::map<std::string, T>& member, std::string_view thing,
                   std::string_view text, KeyRule keys = KeyRule::id) {
        Map map;
        map.keys = keys;
        map.thing = thing;
        map.entry = [&member](const std::string& id) {
            FieldTable entry;
            if constexpr (std::is_same_v<T, std::string>)
                return entry.add(id, member[id], {}, "", no_default);
            else
                return entry.add_group(id, member[id], "");
        };
        map.present = [&member] {
            std::vector<std::string> ids;
            for (const auto& [id, value] : member) ids.push_back(id);
            return ids;
        };
        return append(key, text, no_default, std::move(map));
    }

    /// A map with access of its own.
    Field& add_map(std::string_view key, Map map, std::string_view text) {
        return append(key, text, no_default, std::move(map));
    }

    [[nodiscard]] FieldList take() { return std::move(fields_); }

private:
    template <class Content>
    Field& append(std::string_view key, std::string_view text, Origin origin, Content content) {
        fields_.push_back({std::string{key},
                           std::string{text},
                           {std::string{origin.mark}, std::string{origin.source}},
                           false,
                           std::move(content)});
        return fields_.back();
    }

    FieldList fields_;
};

}  // namespace verbund::study

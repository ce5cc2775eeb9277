#include "results/report/page/row_table.hpp"

#include "results/report/lookup.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {
namespace {

/// What an index stands for, as people read it.
Json thing_name(const Source& source, outcome::ColumnRole role, std::int32_t index) {
    const outcome::Run& run = source.run;
    const auto at = static_cast<std::size_t>(index);
    if (role == outcome::ColumnRole::administration) return source.name(run.administrations.at(at).id);
    if (role == outcome::ColumnRole::transaction) {
        return index < 0 ? both(word("transaction", "all", Language::german),
                                word("transaction", "all", Language::english))
                         : both(run.rows<outcome::TransactionName>().at(at).name_de,
                                run.rows<outcome::TransactionName>().at(at).name_en);
    }
    return printable(outcome::id_of(run, role, index));
}

}  // namespace

std::size_t TextPool::number_of(const std::string& key, const std::function<Json()>& text) {
    const auto [at, is_new] = numbers_.emplace(key, numbers_.size());
    if (is_new) texts_.push_back(text());
    return at->second;
}

ColumnJson::ColumnJson(const Source& source, std::string_view name, std::string_view unit,
                       outcome::ColumnRole role)
    : source_{source}, name_{name}, unit_{unit}, role_{role} {}

void ColumnJson::add(double value) {
    kind_ = "number";
    values_.push_back(number(value));
}

void ColumnJson::add(bool value) {
    kind_ = "flag";
    values_.push_back(value ? 1 : 0);
}

void ColumnJson::add(Resource value) {
    add_text(
        "resource", std::string{outcome::resource_id(value)},
        [&] {
            return both(resource_name(value, Language::german), resource_name(value, Language::english));
        });
}

void ColumnJson::add(const std::string& value) {
    if (role_ == outcome::ColumnRole::place || role_ == outcome::ColumnRole::link) {
        add_text(
            "place", value, [&] { return source_.name(value); });
    } else {
        add_text(
            "text", value,
            [&] {
                return Json(printable(role_ == outcome::ColumnRole::unit ? display_unit(value)
                                                                         : std::string_view{value}));
            });
    }
}

void ColumnJson::add(std::int32_t value) {
    switch (role_) {
        case outcome::ColumnRole::plain:
            kind_ = "integer";
            values_.push_back(value);
            break;
        case outcome::ColumnRole::variant:
            kind_ = "variant";
            values_.push_back(value);
            break;
        default:
            add_text("thing", std::to_string(value), [&] { return thing_name(source_, role_, value); });
    }
}

void ColumnJson::add_text(const char* kind, const std::string& key, const std::function<Json()>& text) {
    kind_ = kind;
    values_.push_back(pool_.number_of(key, text));
}

Json ColumnJson::take(std::string_view german, std::string_view english) {
    Json json{
        {"name", name_}, {"unit", display_unit(unit_)}, {"kind", kind_}, {"de", german}, {"en", english}};
    if (!pool_.texts().empty()) json["texts"] = pool_.texts();
    json["values"] = std::move(values_);
    return json;
}

void ToldColumn::add(const std::string& german, const std::function<std::string()>& english) {
    values_.push_back(pool_.number_of(
        german, [&] { return both(german, english()); }));
}

Json ToldColumn::take() {
    return {{"name", "text"},
            {"unit", ""},
            {"kind", "thing"},
            {"de", word("told", "text", Language::german)},
            {"en", word("told", "text", Language::english)},
            {"texts", pool_.texts()},
            {"values", std::move(values_)}};
}

}  // namespace verbund::report::page

#include "results/outcome/columns.hpp"

namespace verbund::outcome {

std::string id_of(const Run& run, ColumnRole role, std::int32_t index) {
    const auto at = static_cast<std::size_t>(index);
    switch (role) {
        case ColumnRole::variant:
            return run.variants.at(at).id;
        case ColumnRole::administration:
            return run.administrations.at(at).id;
        case ColumnRole::transaction:
            return index < 0 ? "all" : run.transactions.at(at).id;
        case ColumnRole::plain:
            break;
    }
    return std::to_string(index);
}

template <>
const Columns<VariantName>& columns_of<VariantName>() {
    using R = VariantName;
    static const Columns<R> table{
        {"id", "", "id in the study", "Kennung", &R::id},
        {"title", "", "title", "Titel", &R::title},
        {"text", "", "description", "Beschreibung", &R::text},
    };
    return table;
}

template <>
const Columns<NamedPlace>& columns_of<NamedPlace>() {
    using R = NamedPlace;
    static const Columns<R> table{
        {"id", "", "id in the study", "Kennung", &R::id},
        {"name", "", "name", "Name", &R::name},
        {"kind", "", "kind: own, provider, shared; district, city, municipality, stated", "Art", &R::kind},
        {"latitude", "degrees_north", "latitude (WGS 84)", "Breite", &R::latitude},
        {"longitude", "degrees_east", "longitude (WGS 84)", "Länge", &R::longitude},
    };
    return table;
}

template <>
const Columns<LinkEnds>& columns_of<LinkEnds>() {
    using R = LinkEnds;
    static const Columns<R> table{
        {"id", "", "id in the study", "Kennung", &R::id},
        {"from", "", "node at one end", "Von", &R::from},
        {"to", "", "node at the other end", "Nach", &R::to},
        {"length_km", "km", "length of the route", "Länge", &R::length_km},
        {"synthetic", "", "made up from coordinates, not given", "Synthetisch", &R::synthetic},
    };
    return table;
}

template <>
const Columns<BuildStep>& columns_of<BuildStep>() {
    using R = BuildStep;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year in which it must be there", "Jahr", &R::year},
        {"site", "", "center or administration", "Standort", &R::site},
        {"resource", "", "what is built", "Ressource", &R::resource},
        {"from", "1", "capacity before, in the unit of column unit", "Von", &R::from},
        {"to", "1", "capacity after, in the unit of column unit", "Auf", &R::to},
        {"unit", "", "unit of from and to", "Einheit", &R::unit},
    };
    return table;
}

template <>
const Columns<Refusal>& columns_of<Refusal>() {
    using R = Refusal;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"site", "", "center or administration where they should run", "Standort", &R::site},
        {"administration", "", "administration that asked", "Verwaltung", &R::administration},
        {"workload", "", "workload class", "Lastklasse", &R::workload},
        {"servers", "1", "servers without a place", "Server", &R::servers},
        {"binding", "", "resource that is full", "Engpass", &R::binding},
    };
    return table;
}

template <>
const Columns<MissingStandby>& columns_of<MissingStandby>() {
    using R = MissingStandby;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"site", "", "backup site", "Ausweichstandort", &R::site},
        {"primary", "", "site whose servers it protects", "Standort", &R::primary},
        {"criticality", "", "very-critical, critical, normal or low", "Kritikalität", &R::criticality},
        {"asked", "1", "servers to be protected", "Server", &R::asked},
        {"missing", "1", "of them without a copy or standby hosts", "ohne Reserve", &R::missing},
        {"share", "1", "missing / asked", "Anteil", &R::share},
        {"binding", "", "resource that is full", "Engpass", &R::binding},
    };
    return table;
}

template <>
const Columns<WorkloadLimit>& columns_of<WorkloadLimit>() {
    using R = WorkloadLimit;
    static const Columns<R> table{
        {"id", "", "workload class in the catalog", "Lastklasse", &R::id},
        {"name_de", "", "name in German", "Name", &R::name_de},
        {"name_en", "", "name in English", "Name (englisch)", &R::name_en},
        {"rtt_limit_ms", "ms", "round trip above which work suffers", "Grenze der Umlaufzeit",
         &R::rtt_limit_ms},
    };
    return table;
}

template <>
const Columns<Bottleneck>& columns_of<Bottleneck>() {
    using R = Bottleneck;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "first calendar year in which the need exceeds the limit", "Jahr", &R::year},
        {"site", "", "center or administration", "Standort", &R::site},
        {"resource", "", "what runs out", "Ressource", &R::resource},
        {"need", "1", "need, in the unit of column unit", "Bedarf", &R::need},
        {"limit", "1", "limit, in the unit of column unit", "Grenze", &R::limit},
        {"unit", "", "unit of need and limit", "Einheit", &R::unit},
    };
    return table;
}

template <>
const Columns<RuleFinding>& columns_of<RuleFinding>() {
    using R = RuleFinding;
    static const Columns<R> table{
        {"variant", "", "variant", "Variante", &R::variant, ColumnRole::variant},
        {"year", "1", "calendar year", "Jahr", &R::year},
        {"rule", "", "rule", "Regel", &R::rule},
        {"subject", "", "what was checked", "Gegenstand", &R::subject},
        {"verdict", "", "met, missed, exempt, upcoming or info", "Urteil", &R::verdict},
        {"value", "1", "value found, in the unit of column unit", "Wert", &R::value},
        {"limit", "1", "limit of the rule, in the unit of column unit", "Grenze", &R::limit},
        {"unit", "", "unit of value and limit", "Einheit", &R::unit},
        {"since", "", "ISO date from which the rule holds", "Gilt ab", &R::since},
        {"text_de", "", "finding in German", "Text", &R::text_de},
        {"text_en", "", "finding in English", "Text (englisch)", &R::text_en},
        {"source", "", "where the rule is written", "Quelle", &R::source},
    };
    return table;
}

template <>
const Columns<AssumptionRow>& columns_of<AssumptionRow>() {
    using R = AssumptionRow;
    static const Columns<R> table{
        {"key", "", "dotted path in the study", "Schlüssel", &R::key},
        {"value", "", "value that applied", "Wert", &R::value},
        {"given", "", "stated in the study (yes) or a default (no)", "Angegeben", &R::given},
        {"text", "", "meaning", "Bedeutung", &R::text},
        {"evidence", "", "evidence mark", "Beleg", &R::evidence},
        {"source", "", "source", "Quelle", &R::source},
    };
    return table;
}

}  // namespace verbund::outcome

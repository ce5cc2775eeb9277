#include "scenarios/read/study_assembly.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/read/decode.hpp"
#include "scenarios/read/import/administrations.hpp"
#include "scenarios/read/import/inventory.hpp"
#include "scenarios/read/import/procedures.hpp"
#include "scenarios/read/sha256.hpp"
#include "scenarios/read/sweep_reader.hpp"
#include "scenarios/read/weather/weather_file.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/checks_sweep.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/hints.hpp"
#include "scenarios/study/resolved.hpp"
#include "scenarios/study/variant_mistakes.hpp"

namespace verbund::read {
namespace {

/// Notes where each cell of a table of workload classes stands, for mistakes that show when a variant is held
/// against it (see `study::workload_cell_path`).
void note_workload_cells(const CsvTable& table, study::KeyPlaces& places) {
    const auto id = std::find(table.header.begin(), table.header.end(), "id") - table.header.begin();
    for (const CsvRecord& record : table.records) {
        const std::string& workload = record.cells.at(static_cast<std::size_t>(id));
        for (const std::string& column : table.header)
            places.put(study::workload_cell_path(workload, column), {{table.file, record.line, 0}, column});
    }
}

void add_all(Diagnostics& mistakes, const std::vector<Diagnostic>& more) {
    for (const Diagnostic& mistake : more) mistakes.add(mistake);
}

}  // namespace

StudyAssembly::StudyAssembly(const StudySource& source, const StudyTree& tree, Diagnostics& mistakes)
    : source_{source}, tree_{tree}, mistakes_{mistakes}, ids_{variant_ids(tree)} {}

study::StudySet StudyAssembly::assemble() {
    read_document();
    read_catalog();
    read_variants(read_heads());
    read_sweep();
    run_checks();
    if (mistakes_.empty()) resolve();
    return std::move(set_);
}

void StudyAssembly::read_document() {
    for (const std::string& key : tree_.misspelt) document_places_.mark_broken(key);
    Decoder{ids_, document_places_, mistakes_}.read_group(tree_.document, describe(document_), "");
    set_.title = document_.title;
    set_.question = document_.question;
    set_.horizon = document_.horizon;
    set_.seed = document_.seed;
    const bool given = document_places_.given("milestones");
    if (!given) {  // the default names years that a shorter horizon does not have
        std::erase_if(document_.milestones, [&](int year) {
            return year < document_.horizon.first || year > document_.horizon.last;
        });
        if (document_.milestones.empty()) document_.milestones = {document_.horizon.last};
    }
    set_.milestones = document_.milestones;
}

void StudyAssembly::read_catalog() {
    const std::vector<std::string> known = catalog_tables();
    TableReplacements replacements;
    for (const auto& [name, file] : document_.catalog) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            ParseProblem unknown = unknown_key(known, name);
            study::Reporter report{document_places_, mistakes_};
            report("catalog." + name, std::move(unknown.problem), std::move(unknown.remedy));
        } else if (const CsvTable* given = table(file, "catalog." + name, document_places_)) {
            replacements.emplace(name, *given);
        }
    }
    try {
        set_.catalog = load_catalog(replacements, document_.csv.decimal, &mistakes_);
    } catch (const InvalidInput& error) {
        add_all(mistakes_, error.mistakes());
        throw_if_any(mistakes_);  // without the catalog every further check would mislead
    }
}

std::vector<std::string> StudyAssembly::read_heads() {
    std::vector<std::string> bases;
    for (const StudyTree::Variant& variant : tree_.variants) {
        study::VariantHead head;
        study::KeyPlaces places;
        Decoder{ids_, places, mistakes_}.read_group(variant.head, describe(head),
                                                    join_path("variants", variant.id));
        bases.push_back(head.base);
        heads_.push_back(std::move(head));
    }
    return bases;
}

void StudyAssembly::read_variants(const std::vector<std::string>& bases) {
    const auto chains = base_chains(tree_, bases, mistakes_);
    for (std::size_t i = 0; i < chains.size(); ++i)
        if (chains[i]) read_variant(i, *chains[i]);
    if (document_.base_variant.empty() && !ids_.empty()) document_.base_variant = ids_.front();
    set_.base_variant = document_.base_variant;
}

void StudyAssembly::read_variant(std::size_t index, const std::vector<std::size_t>& chain) {
    const std::string& id = ids_[index];
    study::Variant variant;
    variant.id = id;
    variant.title = heads_[index].title.empty() ? id : heads_[index].title;
    variant.text = heads_[index].text;
    study::set_precision(variant.study, document_.precision);
    for (const std::string& key : tree_.misspelt) variant.places.mark_broken(key);
    for (const std::size_t link : chain)
        for (const std::string& key : tree_.variants[link].misspelt) variant.places.mark_broken(key);
    if (document_places_.broken("horizon")) variant.places.mark_broken("horizon");
    const YamlNode sections = resolve_variant(tree_, chain, mistakes_);
    Decoder{ids_, variant.places, mistakes_}.read_group(sections, describe(variant.study), "");
    const auto classes = document_.catalog.find("workloads");
    if (classes != document_.catalog.end()) {
        const CsvTable* own = table(classes->second, "catalog.workloads", variant.places);
        if (own != nullptr) note_workload_cells(*own, variant.places);
    }
    read_administration_file(variant.study, variant.places);
    read_inventories(variant.study, variant.places);
    read_procedure_list(variant.study, variant.places);
    read_weathers(variant.study, variant.places);
    read_network(variant.study, variant.places);
    set_.variants.push_back(std::move(variant));
}

const CsvTable* StudyAssembly::table(const std::string& name, const std::string& path,
                                     study::KeyPlaces& places) {
    auto known = tables_.find(name);
    if (known == tables_.end()) known = tables_.emplace(name, load(name, path, places)).first;
    if (known->second) return &*known->second;
    places.mark_broken(path);
    return nullptr;
}

bool StudyAssembly::read_file(const std::string& name, const std::string& path, study::KeyPlaces& places,
                              const std::function<void(const std::string&)>& read) {
    try {
        const std::string bytes = load_beside(source_, name);
        hashes_[name] = sha256(bytes);
        read(bytes);
        return true;
    } catch (const InvalidInput& error) {
        study::Reporter report{places, mistakes_};
        for (const Diagnostic& mistake : error.mistakes())
            if (mistake.at.line > 0)
                mistakes_.add(mistake);
            else
                report(path, fmt::format("\"{}\" {}", mistake.at.file, mistake.problem), mistake.remedy);
    }
    places.mark_broken(path);
    return false;
}

std::optional<CsvTable> StudyAssembly::load(const std::string& name, const std::string& path,
                                            study::KeyPlaces& places) {
    std::optional<CsvTable> table;
    read_file(name, path, places, [&](const std::string& bytes) {
        table = parse_csv(bytes, name_beside(source_, name));
        for (const Diagnostic& assumed : table->notes) mistakes_.note(assumed);
    });
    return table;
}

void StudyAssembly::read_administration_file(study::Study& study, study::KeyPlaces& places) {
    if (!study.territory.file) return;
    if (const CsvTable* rows = table(*study.territory.file, "territory.file", places)) {
        read_administrations(*rows, document_.csv.decimal, study.territory.administrations, places,
                             mistakes_);
        if (rows->records.empty()) places.mark_broken("territory.file");
    }
}

void StudyAssembly::read_inventories(const study::Study& study, study::KeyPlaces& places) {
    for (const auto& [id, administration] : study.territory.administrations) {
        if (!administration.inventory || set_.inventories.count(*administration.inventory) != 0) continue;
        const std::string path = fmt::format("territory.administrations.{}.inventory", id);
        if (const CsvTable* rows = table(*administration.inventory, path, places)) {
            set_.inventories[*administration.inventory] =
                read_inventory(*rows, set_.catalog, document_.csv.decimal, mistakes_);
        }
    }
}

void StudyAssembly::read_procedure_list(const study::Study& study, study::KeyPlaces& places) {
    const study::Procedures& asked = study.estate.procedures;
    if (asked.basis != study::ProcedureBasis::file || !asked.file) return;
    const CsvTable* rows = table(*asked.file, "estate.procedures.file", places);
    if (rows == nullptr || set_.procedures.count(*asked.file) != 0) return;
    set_.procedures[*asked.file] = read_procedures(*rows, set_.catalog, document_.csv.decimal, mistakes_);
}

void StudyAssembly::read_weathers(const study::Study& study, study::KeyPlaces& places) {
    read_weather_of(study.facility.weather, "facility.weather", places);
    for (const auto& [id, center] : study.centers)
        read_weather_of(center.weather, fmt::format("centers.{}.weather", id), places);
}

void StudyAssembly::read_weather_of(const std::optional<std::string>& name, const std::string& path,
                                    study::KeyPlaces& places) {
    if (!name || set_.weathers.count(*name) != 0) return;
    if (unreadable_.count(*name) != 0) {
        places.mark_broken(path);
        return;
    }
    const bool read = read_file(*name, path, places, [&](const std::string& bytes) {
        Diagnostics found;
        facility::WeatherYear year = read_weather(bytes, name_beside(source_, *name), found).year;
        throw_if_any(found);
        for (const Diagnostic& assumed : found.notes()) mistakes_.note(assumed);
        set_.weathers.emplace(*name, std::move(year));
    });
    if (!read) unreadable_.insert(*name);
}

void StudyAssembly::read_network(study::Study& study, study::KeyPlaces& places) {
    const std::optional<std::string>& name = study.network.file;
    if (!name) return;
    const std::string path = "network.file";
    auto known = networks_.find(*name);
    if (known == networks_.end()) {
        known = networks_.emplace(*name, std::nullopt).first;
        read_file(*name, path, places, [&](const std::string& bytes) {
            known->second = read_network_file(bytes, name_beside(source_, *name));
        });
    }
    Diagnostics found;
    if (known->second) {
        std::vector<study::Id> ends = study::ids_of(study.centers);
        for (const auto& [id, administration] : study.territory.administrations) ends.push_back(id);
        add_to_network(*known->second, ends, study.network, found);
        for (const std::string& decided : decisions(*known->second))
            mistakes_.note({{name_beside(source_, *name), 0, 0}, "", decided, ""});
    }
    if (known->second && found.empty()) return;
    study::Reporter report{places, mistakes_};
    for (const Diagnostic& mistake : found.sorted()) report(path, mistake.problem, mistake.remedy);
    places.mark_broken("network.nodes");  // whatever ends at its nodes would mislead
}

void StudyAssembly::read_sweep() {
    study::KeyPlaces places;
    SweepReader{ids_, places, mistakes_}.read(tree_.sweep, set_.sweep);
    if (mistakes_.empty()) study::check_sweep(set_, mistakes_);
}

void StudyAssembly::run_checks() {
    study::Reporter report{document_places_, mistakes_};
    const bool complete = set_.variants.size() == ids_.size();
    if (complete) study::check_frame(set_, document_places_.given("milestones"), report);
    study::VariantMistakes found;
    for (const study::Variant& variant : set_.variants) {
        Diagnostics mistakes;
        study::Reporter variant_report{variant.places, mistakes};
        study::check_variant(set_, variant.study, variant_report);
        // Without all variants a name may only seem unknown.
        if (complete) study::check_named_variants(set_, variant.study, variant_report);
        found.add(variant.id, mistakes);
    }
    found.move_to(mistakes_, set_.variants.size());
}

void StudyAssembly::resolve() {
    const std::vector<std::pair<std::string, std::string>> files{hashes_.begin(), hashes_.end()};
    set_.hints = study::list_hints(set_);
    for (Diagnostic& assumed : mistakes_.notes()) set_.hints.push_back(std::move(assumed));
    set_.assumptions = list_assumptions(document_, document_places_, set_.variants);
    set_.resolved_text = resolved_text(document_, set_.variants, files);
    set_.resolved_sha256 = sha256(set_.resolved_text);
}

}  // namespace verbund::read

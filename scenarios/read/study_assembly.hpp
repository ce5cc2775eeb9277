#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/network/network_file.hpp"
#include "scenarios/read/study_source.hpp"
#include "scenarios/read/variants.hpp"
#include "scenarios/study/document.hpp"
#include "scenarios/study/key_places.hpp"

namespace verbund::read {

/// Turns a study tree into a `StudySet`, collecting mistakes on the way.
class StudyAssembly {
public:
    StudyAssembly(const StudySource& source, const StudyTree& tree, Diagnostics& mistakes);

    /// Runs all steps; the result is only meaningful when no mistakes were noted.
    [[nodiscard]] study::StudySet assemble();

private:
    void read_document();
    void read_catalog();
    [[nodiscard]] std::vector<std::string> read_heads();
    void read_variants(const std::vector<std::string>& bases);
    void read_variant(std::size_t index, const std::vector<std::size_t>& chain);
    void read_administration_file(study::Study& study, study::KeyPlaces& places);
    void read_inventories(const study::Study& study, study::KeyPlaces& places);
    void read_procedure_list(const study::Study& study, study::KeyPlaces& places);
    void read_weathers(const study::Study& study, study::KeyPlaces& places);
    void read_weather_of(const std::optional<std::string>& name, const std::string& path,
                         study::KeyPlaces& places);
    void read_network(study::Study& study, study::KeyPlaces& places);
    void read_sweep();
    void run_checks();
    void resolve();

    /// A table of the study that the key at `path` names; nothing after a noted mistake.
    [[nodiscard]] const CsvTable* table(const std::string& name, const std::string& path,
                                        study::KeyPlaces& places);
    /// Hands the bytes of a file beside the study to `read`; notes why it cannot be read and marks the key.
    bool read_file(const std::string& name, const std::string& path, study::KeyPlaces& places,
                   const std::function<void(const std::string&)>& read);
    /// Reads a table for the first time; notes why it cannot be read.
    [[nodiscard]] std::optional<CsvTable> load(const std::string& name, const std::string& path,
                                               study::KeyPlaces& places);

    const StudySource& source_;
    const StudyTree& tree_;
    Diagnostics& mistakes_;
    std::vector<std::string> ids_;
    study::Document document_;
    study::KeyPlaces document_places_;
    study::StudySet set_;
    std::vector<study::VariantHead> heads_;
    std::map<std::string, std::optional<CsvTable>> tables_;  ///< by name as written; empty = cannot be read
    std::map<std::string, std::optional<NetworkFile>> networks_;  ///< by name as written; empty = unreadable
    std::set<std::string> unreadable_;                            ///< files of weather
    std::map<std::string, std::string> hashes_;                   ///< of the files read
};

}  // namespace verbund::read

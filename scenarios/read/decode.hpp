#pragma once

#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/yaml_node.hpp"
#include "scenarios/study/field.hpp"
#include "scenarios/study/key_places.hpp"

namespace verbund::read {

/// Fills structs from YAML by their field table; notes unknown, missing, misspelt and out-of-range values.
class Decoder {
public:
    /// `variants`: names of the variants in the order of the file, for nodes that stem from one.
    Decoder(const std::vector<std::string>& variants, study::KeyPlaces& places, Diagnostics& mistakes)
        : variants_{variants}, places_{places}, mistakes_{mistakes} {}

    /// Reads a map into the struct that `fields` describes.
    void read_group(const YamlNode& node, const study::FieldList& fields, const std::string& path);

private:
    void read_field(const YamlNode& node, const study::Field& field, const std::string& path);
    void read(const YamlNode& node, const study::Scalar& scalar, const std::string& path);
    void read(const YamlNode& node, const study::List& list, const std::string& path);
    void read(const YamlNode& node, const study::Group& group, const std::string& path);
    void read(const YamlNode& node, const study::Map& map, const std::string& path);

    bool fits_kind(const YamlNode& node, const study::Scalar& scalar, const std::string& path);
    void note_unknown_keys(const std::vector<const YamlEntry*>& unknown, const study::FieldList& fields,
                           const std::string& path);
    void note_unknown_key(const YamlEntry& entry, const study::FieldList& fields, const std::string& path);
    void note_keys_of_section(const std::vector<const YamlEntry*>& keys, const study::Field& section,
                              const study::FieldList& fields, const std::string& path);
    void note_missing(const YamlNode& node, const study::FieldList& fields, const std::string& path);
    void note(const YamlNode& node, const std::string& path, std::string problem, std::string remedy);
    [[nodiscard]] std::string key_as_written(const YamlNode& node, const std::string& path) const;

    const std::vector<std::string>& variants_;
    study::KeyPlaces& places_;
    Diagnostics& mistakes_;
};

/// Problem and remedy for a key that is none of `known`: the nearest one, and where a key of that name
/// belongs.
[[nodiscard]] ParseProblem unknown_key(const std::vector<std::string>& known, const std::string& key);

}  // namespace verbund::read

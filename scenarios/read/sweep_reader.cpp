#include "scenarios/read/sweep_reader.hpp"

#include <algorithm>

#include "scenarios/read/decode.hpp"
#include "scenarios/study/fields.hpp"

namespace verbund::read {

namespace {

/// Values are texts for their key to read, also where YAML sees a number or a flag.
void take_as_text(YamlNode& node) {
    node.quoted = true;
    for (YamlNode& item : node.items) item.quoted = true;
}

}  // namespace

void SweepReader::read(const YamlNode& node, study::Sweep& sweep) {
    if (!node.is_map()) {
        mistakes_.add({node.position(), "sweep", "is no map (of keys and what they take)",
                       "Write sweep: {estate.growth.compute: [3 %/a, 6 %/a, 9 %/a]}."});
        return;
    }
    const study::FieldList fields = describe(sweep);
    YamlNode own = node;
    own.entries.clear();
    for (const YamlEntry& entry : node.entries) {
        const std::string& key = entry.key.text;
        const bool is_path = key.find('.') != std::string::npos || key == "seed";
        const bool known = std::any_of(fields.begin(), fields.end(),
                                       [&key](const study::Field& field) { return field.key == key; });
        if (!is_path || known)
            own.entries.push_back(entry);
        else
            read_axis(entry, sweep);
    }
    Decoder{variants_, places_, mistakes_}.read_group(own, fields, "sweep");
    std::sort(sweep.axes.begin(), sweep.axes.end(),
              [](const study::SweepAxis& a, const study::SweepAxis& b) { return a.key < b.key; });
}

void SweepReader::read_axis(const YamlEntry& entry, study::Sweep& sweep) {
    if (entry.value.is_null()) return;
    study::SweepAxis axis;
    axis.key = entry.key.text;
    axis.at = entry.key.position();
    const std::string path = join_path("sweep", axis.key);
    if (entry.value.is_map()) {
        YamlNode drawn = entry.value;
        for (YamlEntry& of_axis : drawn.entries)
            if (of_axis.key.text != "weights") take_as_text(of_axis.value);
        Decoder{variants_, places_, mistakes_}.read_group(drawn, describe(axis), path);
    } else {
        std::vector<std::string> values;
        if (!read_values(entry.value, path, values)) return;
        axis.values = std::move(values);
    }
    sweep.axes.push_back(std::move(axis));
}

bool SweepReader::read_values(const YamlNode& node, const std::string& path,
                              std::vector<std::string>& values) {
    if (node.is_scalar()) {
        values.push_back(node.text);
        return true;
    }
    for (const YamlNode& item : node.items) {
        if (!item.is_scalar()) {
            mistakes_.add({item.position(), path, "holds what is no single value",
                           "List single values; state a variant for each list or section."});
            return false;
        }
        values.push_back(item.text);
    }
    if (!values.empty()) return true;
    mistakes_.add({node.position(), path, "is an empty list", "List the values, or leave the key out."});
    return false;
}

}  // namespace verbund::read

#pragma once

#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/yaml_node.hpp"
#include "scenarios/study/key_places.hpp"
#include "scenarios/study/sweep.hpp"

namespace verbund::read {

/// Reads `sweep:`: its own keys, and an axis for every other key, which is a path of the study. A list (or a
/// single value) there means all of these values, a map says how they are drawn.
class SweepReader {
public:
    SweepReader(const std::vector<std::string>& variants, study::KeyPlaces& places, Diagnostics& mistakes)
        : variants_{variants}, places_{places}, mistakes_{mistakes} {}

    void read(const YamlNode& node, study::Sweep& sweep);

private:
    void read_axis(const YamlEntry& entry, study::Sweep& sweep);
    [[nodiscard]] bool read_values(const YamlNode& node, const std::string& path,
                                   std::vector<std::string>& values);

    const std::vector<std::string>& variants_;
    study::KeyPlaces& places_;
    Diagnostics& mistakes_;
};

}  // namespace verbund::read

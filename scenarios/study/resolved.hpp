#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scenarios/study/document.hpp"
#include "scenarios/study/key_places.hpp"
#include "scenarios/study/study.hpp"

/// A study with everything that holds in it written out.
namespace verbund::study {

/// Every value that enters the run, given or default.
[[nodiscard]] std::vector<Assumption> list_assumptions(const Document& document,
                                                       const KeyPlaces& document_places,
                                                       const std::vector<Variant>& variants);

/// The study as YAML with every default and each variant in full; reading it back gives the same study.
/// `files`: name and SHA-256 of each file the study brings along, noted as comments.
[[nodiscard]] std::string resolved_text(const Document& document, const std::vector<Variant>& variants,
                                        const std::vector<std::pair<std::string, std::string>>& files);

/// The sections of one variant as YAML, with every default.
[[nodiscard]] std::string resolved_sections(const Study& study);

}  // namespace verbund::study

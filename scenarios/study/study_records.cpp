#include "scenarios/study/study.hpp"

/// How the large records are made, copied and ended: compiled once, not again by every source that holds one.
namespace verbund::study {

Center::Center() = default;
Center::Center(const Center&) = default;
Center::Center(Center&&) noexcept = default;
Center& Center::operator=(const Center&) = default;
Center& Center::operator=(Center&&) noexcept = default;
Center::~Center() = default;

Study::Study() = default;
Study::Study(const Study&) = default;
Study::Study(Study&&) noexcept = default;
Study& Study::operator=(const Study&) = default;
Study& Study::operator=(Study&&) noexcept = default;
Study::~Study() = default;

Variant::Variant() = default;
Variant::Variant(const Variant&) = default;
Variant::Variant(Variant&&) noexcept = default;
Variant& Variant::operator=(const Variant&) = default;
Variant& Variant::operator=(Variant&&) noexcept = default;
Variant::~Variant() = default;

StudySet::StudySet() = default;
StudySet::StudySet(const StudySet&) = default;
StudySet::StudySet(StudySet&&) noexcept = default;
StudySet& StudySet::operator=(const StudySet&) = default;
StudySet& StudySet::operator=(StudySet&&) noexcept = default;
StudySet::~StudySet() = default;

}  // namespace verbund::study

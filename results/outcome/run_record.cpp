#include "results/outcome/outcome.hpp"

/// How the large records are made, copied and ended: compiled once, not again by every source that holds one.
namespace verbund::outcome {

Run::Run() = default;
Run::Run(const Run&) = default;
Run::Run(Run&&) noexcept = default;
Run& Run::operator=(const Run&) = default;
Run& Run::operator=(Run&&) noexcept = default;
Run::~Run() = default;

}  // namespace verbund::outcome

#include "sim/deploy/deployment.hpp"

/// How the large records are made, copied and ended: compiled once, not again by every source that holds one.
namespace verbund::deploy {

Deployment::Deployment() = default;
Deployment::Deployment(const Deployment&) = default;
Deployment::Deployment(Deployment&&) noexcept = default;
Deployment& Deployment::operator=(const Deployment&) = default;
Deployment& Deployment::operator=(Deployment&&) noexcept = default;
Deployment::~Deployment() = default;

VariantDeployment::VariantDeployment() = default;
VariantDeployment::VariantDeployment(const VariantDeployment&) = default;
VariantDeployment::VariantDeployment(VariantDeployment&&) noexcept = default;
VariantDeployment& VariantDeployment::operator=(const VariantDeployment&) = default;
VariantDeployment& VariantDeployment::operator=(VariantDeployment&&) noexcept = default;
VariantDeployment::~VariantDeployment() = default;

}  // namespace verbund::deploy

#include "models/compute/endpoint.hpp"

namespace verbund::compute {

Energy yearly_energy(const catalog::EndpointDevice& device, int workdays, int hours_of_year) {
    const double in_use_h = device.hours_per_workday * workdays;
    return device.power_w.mid * watt * (in_use_h * hours) +
           device.standby_w * watt * ((hours_of_year - in_use_h) * hours);
}

}  // namespace verbund::compute

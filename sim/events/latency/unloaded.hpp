#pragma once

#include <array>
#include <cstddef>
#include <vector>

/// Response time of a transaction that has its way to itself.
namespace verbund::events {

/// Steps of a transaction whose length is drawn.
enum Step : std::size_t { step_request, step_execution, step_storage, step_response, steps_count };

/// Lengths of the steps in multiples of their means.
using StepDraws = std::array<float, steps_count>;

/// T = constant + sum of independent exponentials:
///
///   T = round trips x RTT + request / C + cpu / speed + read / storage bandwidth + response / C,
///
/// C the narrowest capacity of the path, or window / RTT if that is less (one TCP connection).  The
/// distribution is hypoexponential and known in closed form, which is why the simulation only has to find
/// what sharing adds.
struct UnloadedTime {
    float constant_s = 0.0F;
    std::array<float, steps_count> mean_s{};  ///< of the exponential steps
};

[[nodiscard]] double mean_s(const UnloadedTime& time);
/// Of a transaction with these steps.
[[nodiscard]] double length_s(const UnloadedTime& time, const StepDraws& draws);
/// Quantiles at p = (i + 1/2) / count, i = 0 ... count - 1, ascending; relative error below 0.2 %.
///
/// P(T > t) = sum a_i exp(-t / m_i), a_i = prod over j != i of m_i / (m_i - m_j); means closer than a
/// thousandth are drawn apart by that much, means below 1e-5 of the largest count as constant.
/// Source: Ross, Introduction to Probability Models, section 5.2.4 (hypoexponential random variables).
[[nodiscard]] std::vector<float> middle_quantiles(const UnloadedTime& time, std::size_t count);

}  // namespace verbund::events

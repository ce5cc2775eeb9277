#include "models/statistics/design.hpp"

#include <numeric>
#include <stdexcept>
#include <utility>

#include <boost/random/sobol.hpp>
#include <fmt/format.h>

#include "models/base/random.hpp"

namespace verbund::statistics {
namespace {

constexpr std::size_t most_dimensions = 1000;

/// The middle of one of 2^53 cells, so that neither 0 nor 1 comes out.
double inside_unit(std::uint64_t bits) { return (static_cast<double>(bits >> 11U) + 0.5) * 0x1p-53; }

RandomStream stream_of(std::uint64_t seed, std::size_t dimension) {
    return {seed, fmt::format("design/{}", dimension)};
}

std::vector<Point> sobol(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    boost::random::sobol_engine<std::uint_least64_t, 64U> engine(dimensions);
    std::vector<std::uint64_t> shift;
    for (std::size_t d = 0; d < dimensions; ++d) shift.push_back(stream_of(seed, d).bits());
    std::vector<Point> points(count, Point(dimensions));
    // The engine leaves out the first point of the sequence, the origin, without which the rest is no net.
    for (std::size_t d = 0; d < dimensions; ++d) points.front()[d] = inside_unit(shift[d]);
    for (std::size_t i = 1; i < count; ++i)
        for (std::size_t d = 0; d < dimensions; ++d) points[i][d] = inside_unit(engine() ^ shift[d]);
    return points;
}

std::vector<Point> latin_hypercube(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    std::vector<Point> points(count, Point(dimensions));
    for (std::size_t d = 0; d < dimensions; ++d) {
        RandomStream random = stream_of(seed, d);
        std::vector<std::size_t> slice(count);
        std::iota(slice.begin(), slice.end(), std::size_t{0});
        for (std::size_t i = count; i > 1; --i) std::swap(slice[i - 1], slice[random.below(i)]);
        for (std::size_t i = 0; i < count; ++i)
            points[i][d] = (static_cast<double>(slice[i]) + random.uniform()) / static_cast<double>(count);
    }
    return points;
}

std::vector<Point> independent(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    std::vector<Point> points(count, Point(dimensions));
    for (std::size_t d = 0; d < dimensions; ++d) {
        RandomStream random = stream_of(seed, d);
        for (Point& point : points) point[d] = random.uniform();
    }
    return points;
}

}  // namespace

std::vector<Point> design(Sequence sequence, std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    if (dimensions > most_dimensions) throw std::invalid_argument("too many dimensions of a design");
    if (count == 0 || dimensions == 0) return std::vector<Point>(count);
    switch (sequence) {
        case Sequence::sobol:
            return sobol(count, dimensions, seed);
        case Sequence::latin_hypercube:
            return latin_hypercube(count, dimensions, seed);
        case Sequence::random:
            return independent(count, dimensions, seed);
        case Sequence::one_at_a_time:
            break;
    }
    throw std::invalid_argument("one at a time is no random design");
}

std::vector<Point> one_at_a_time(const Point& middle, const Point& low, const Point& high) {
    std::vector<Point> points{middle};
    for (std::size_t d = 0; d < middle.size(); ++d) {
        for (const double end : {low[d], high[d]}) {
            points.push_back(middle);
            points.back()[d] = end;
        }
    }
    return points;
}

std::vector<Point> sensitivity_design(Sequence sequence, std::size_t count, std::size_t dimensions,
                                      std::uint64_t seed) {
    // One design of twice the width, so that A and B are independent coordinates of the same sequence.
    const std::vector<Point> both = design(sequence, count, 2 * dimensions, seed);
    std::vector<Point> points;
    points.reserve(count * (dimensions + 2));
    const auto middle = static_cast<std::ptrdiff_t>(dimensions);
    for (const Point& p : both) points.emplace_back(p.begin(), p.begin() + middle);
    for (const Point& p : both) points.emplace_back(p.begin() + middle, p.end());
    for (std::size_t d = 0; d < dimensions; ++d) {
        for (const Point& p : both) {
            Point mixed(p.begin(), p.begin() + middle);
            mixed[d] = p[dimensions + d];
            points.push_back(std::move(mixed));
        }
    }
    return points;
}

}  // namespace verbund::statistics

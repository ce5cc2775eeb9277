#pragma once

#include <string>

#include "models/catalog/catalog.hpp"

namespace verbund::test {

/// A catalog of one machine of 40 cores: 60 W idle, 160 W at full load.
inline catalog::Catalog one_machine(const std::string& series, int year) {
    catalog::ServerModel row;
    row.series = series;
    row.year = year;
    row.cores = 40;
    row.height_units = 2;
    row.performance_ops = 4e6;
    for (std::size_t i = 0; i < row.power_w.size(); ++i)
        row.power_w[i] = 60.0 + 10.0 * static_cast<double>(i);
    catalog::Catalog catalog;
    catalog.servers = {row};
    return catalog;
}

}  // namespace verbund::test

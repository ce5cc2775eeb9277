#pragma once

#include <functional>
#include <string>

#include <fmt/format.h>

#include "models/base/calendar.hpp"

/// Files of weather as they are published, with made values.
namespace verbund::test {

/// A value of every hour of a year.
using OfHour = std::function<double(int hour_of_year)>;

/// Month, day and hour (1 to 24) of an hour of a year.
struct HourName {
    int month = 0;
    int day = 0;
    int hour = 0;
};
inline HourName hour_name(int year, int hour_of_year) {
    const Date day = date_from_days(days_since_epoch({year, 1, 1}) + hour_of_year / 24);
    return {day.month, day.day, hour_of_year % 24 + 1};
}

inline std::string reference_year(const OfHour& temperature) {
    std::string text =
        "Koordinatensystem : Lambert konform konisch\r\nRechtswert        : 3873500 Meter\r\n\r\n"
        "     RW      HW MM DD HH     t    p  WR   WG N    x  RF    B    D   A    E IL\r\n***\r\n";
    for (int h = 0; h < hours_in_year(2023); ++h) {
        const HourName name = hour_name(2023, h);
        text += fmt::format(
            "3873500 2755500 {:2} {:2} {:2} {:5.1f} 1003 220  3.4 6  6.0  80    0    0 300 -330  1\r\n",
            name.month, name.day, name.hour, temperature(h));
    }
    return text;
}

/// An EnergyPlus file of a common year with times `zone` hours ahead of UTC.
inline std::string energy_plus(int zone, const OfHour& temperature) {
    std::string text = fmt::format(
        "LOCATION,Kassel,HE,DEU,IWEC,104380,51.30,9.45,{:.1f},231.0\n"
        "DESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\n"
        "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,a, b\nCOMMENTS 2,\n"
        "DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31\n",
        static_cast<double>(zone));
    for (int h = 0; h < hours_in_year(2023); ++h) {
        const HourName name = hour_name(2023, h);
        text += fmt::format("1999,{},{},{},60,?9?9?9,{:.1f},1.0,85,98700,0,0\n", name.month, name.day,
                            name.hour, temperature(h));
    }
    return text;
}

/// Rows "hour name, temperature, humidity" below a header; a name is given by `named`.
inline std::string weather_rows(const std::string& header, int first, int count,
                                const std::function<std::string(int hour)>& row) {
    std::string text = header + "\n";
    for (int h = first; h < first + count; ++h) text += row(h) + "\n";
    return text;
}

}  // namespace verbund::test

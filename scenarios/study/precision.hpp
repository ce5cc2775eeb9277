#pragma once

#include "scenarios/study/study.hpp"

namespace verbund::study {

/// How much the engines that draw random numbers simulate where the study does not say it itself.
enum class Precision {
    quick,  ///< an answer for every variant within a minute: a winter workday, fewer samples
    full    ///< all kinds of typical days; the defaults of `Study`
};

/// Sets the defaults of a precision, before what the study states is read over them.
///
/// quick: of the typical days the winter workday stands for the year; of each kind of transaction of an
/// administration 20 to 120 are sampled, until the half width of the interval is 20 % of the p95; and of more
/// administrations than 100 all districts and cities and 100 others are played
/// (`LatencySampling::administrations`, `Availability::administrations`).  What is found is the same in the
/// mean, with wider intervals, which are reported.
void set_precision(Study& study, Precision precision);

}  // namespace verbund::study

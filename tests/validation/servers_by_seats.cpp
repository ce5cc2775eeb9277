#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "models/estate/estate.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/study/resolve.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::estate;
using verbund::test::Approx;

/// Servers by seats of published bodies against the laws of the estate: the table of models/estate/README.md.

namespace {

/// One published count.  Seats as stated, else by people: 4.5 per 1,000 (municipality, district), 9 (city).
struct Published {
    std::string id;
    double seats = 0.0;
    double servers = 0.0;
    int year = 2022;
};

const std::vector<Published>& municipalities() {
    // Own rooms hold what the provider share of a municipality leaves; Arnsberg runs everything itself.
    const double own = 1.0 - study::Estate{}.provider_share_by_kind.municipality.in(one);
    static const std::vector<Published> rows{
        {"F012 Hergatz", 11, 1 / own, 2021},      {"F110 Hoefen", 7.7, 2 / own, 2014},
        {"F029 Freren", 47, 6 / own, 2010},       {"F130 Schiffweiler", 65.6, 3 / own, 2017},
        {"F123 Nidderau", 90.4, 16 / own, 2013},  {"F159 Neumarkt", 178, 20 / own, 2010},
        {"F153 Roedermark", 375, 30 / own, 2020}, {"F145 Arnsberg", 1000, 208, 2020}};
    return rows;
}

const std::vector<Published>& cities() {
    static const std::vector<Published> rows{{"F118 Bracknell Forest", 1017, 100, 2008},
                                             {"F117 Hillingdon", 2340, 200, 2008},
                                             {"F120 Chesapeake", 1980, 135, 2009}};
    return rows;
}

/// Counts before virtualisation, brought to the base year by the growth of VMs.
std::vector<Published> brought_to_2022(std::vector<Published> rows) {
    for (Published& row : rows) {
        row.servers *= std::pow(1.05, 2022 - row.year);
        row.year = 2022;
    }
    return rows;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
}

/// Median of max(fitted / published, published / fitted).
double median_factor(const ServersBySeats& law, const std::vector<Published>& rows) {
    std::vector<double> factors;
    for (const Published& row : rows) {
        const double factor = law.of(row.seats) / row.servers;
        factors.push_back(std::max(factor, 1.0 / factor));
    }
    return median(factors);
}

/// Servers per seat that fit the rows best beside a base: least squares of ln(fitted / published).
double fitted_per_seat(double base, const std::vector<Published>& rows) {
    double best = 0.0;
    double least = 1e300;
    for (int step = 1; step <= 500; ++step) {
        const ServersBySeats law{base, step * 0.001};
        double sum = 0.0;
        for (const Published& row : rows) sum += std::pow(std::log(law.of(row.seats) / row.servers), 2);
        if (sum >= least) continue;
        least = sum;
        best = law.per_seat;
    }
    return best;
}

}  // namespace

TEST_CASE("the law of municipalities is the fit to eight of them, off by 1.25 in the median") {
    const ServersBySeats law = SurveyBasis{}.municipality;
    CHECK(fitted_per_seat(law.base, municipalities()) == Approx(0.207).margin(0.0005));
    CHECK(law.per_seat == Approx(0.207).epsilon(0.03));
    CHECK(median_factor(law, municipalities()) == Approx(1.25).margin(0.02));
    CHECK(median_factor(law, municipalities()) <= 1.5);
    // Brought to 2022 by the growth of VMs they fit no law as well: small rooms have not grown.
    const auto later = brought_to_2022(municipalities());
    CHECK(median_factor({law.base, fitted_per_seat(law.base, later)}, later) > 1.5);
}

TEST_CASE("the law of cities is the fit to three counts of 2008-2009 brought to 2022") {
    const ServersBySeats law = SurveyBasis{}.city;
    const auto rows = brought_to_2022(cities());
    CHECK(fitted_per_seat(law.base, rows) == Approx(law.per_seat).margin(0.0015));
    CHECK(median_factor(law, rows) == Approx(1.15).margin(0.01));
}

TEST_CASE("a town hall of 11 seats has two servers of its own, where it had three and five in all") {
    // Hergatz (F012) has one.  Wrong twin: the former law k seats^0.8 through the survey's mean of districts,
    // 154 servers at 860 seats, less 30 % at a provider.
    const double own = 1.0 - study::Estate{}.provider_share_by_kind.municipality.in(one);
    CHECK(SurveyBasis{}.municipality.of(11.0) * own < 2.5);
    const double former = 154.0 * std::pow(11.0 / 860.3, 0.8);
    CHECK(former == Approx(4.7).margin(0.05));
    CHECK(0.7 * former > 3.0);
}

TEST_CASE("districts keep the mean of the survey, and a seat in a city is worth as much as in a district") {
    const catalog::Catalog catalog = read::load_catalog();
    const SurveyBasis basis;
    const std::vector<double> seats = study::survey_district_seats(study::Study{}, catalog);
    const ServersBySeats law = calibrate(basis, seats, Body::district).servers;
    double servers = 0.0;
    for (const double n : seats) servers += law.of(n);
    CHECK(servers / static_cast<double>(seats.size()) == Approx(154.0));
    CHECK(law.per_seat == Approx(0.156).margin(0.001));
    CHECK(law.per_seat == Approx(basis.city.per_seat).epsilon(0.05));
}

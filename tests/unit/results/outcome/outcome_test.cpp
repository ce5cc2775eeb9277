#include "results/outcome/outcome.hpp"

#include <set>

#include "results/outcome/columns.hpp"
#include "tests/support/catch.hpp"

namespace verbund::outcome {
namespace {

/// Sets one metric at a time and looks whether only that metric changed.
template <class Row>
bool metrics_are_independent(const std::vector<Metric<Row>>& metrics) {
    for (const Metric<Row>& set : metrics) {
        Row row;
        set.set(row, 7.0);
        for (const Metric<Row>& other : metrics) {
            const double before = other.get(Row{});
            const double after = other.get(row);
            const bool is_same = before == after || (std::isnan(before) && std::isnan(after));
            if ((&other == &set && after != 7.0) || (&other != &set && !is_same)) {
                return false;
            }
        }
    }
    return true;
}

/// A row of n doubles (and one int8 that fills a double's place) has n or n - 1 metrics.
template <class Row>
std::size_t doubles_in() {
    return sizeof(Row) / sizeof(double);
}

template <class Row>
void require_unique_and_complete(const std::vector<Metric<Row>>& metrics) {
    std::set<std::string_view> names;
    for (const Metric<Row>& metric : metrics) {
        CAPTURE(metric.name);
        CHECK(names.insert(metric.name).second);
        CHECK_FALSE(metric.unit.empty());
        CHECK_FALSE(metric.long_name.empty());
        CHECK_FALSE(metric.label_de.empty());
    }
}

TEST_CASE("every member of an outcome has exactly one metric", "[outcome]") {
    // All members are doubles, apart from SiteYear::binding, which takes the place of one after alignment.
    CHECK(site_metrics().size() == doubles_in<SiteYear>());
    CHECK(summary_metrics().size() == doubles_in<VariantYear>());
    CHECK(administration_metrics().size() == doubles_in<AdministrationYear>());
    CHECK(link_metrics().size() == doubles_in<LinkYear>());
}

TEST_CASE("setting a metric changes its member and no other", "[outcome]") {
    CHECK(metrics_are_independent(site_metrics()));
    CHECK(metrics_are_independent(summary_metrics()));
    CHECK(metrics_are_independent(administration_metrics()));
    CHECK(metrics_are_independent(link_metrics()));
}

TEST_CASE("metrics are named once and carry unit and texts in both languages", "[outcome]") {
    require_unique_and_complete(site_metrics());
    require_unique_and_complete(summary_metrics());
    require_unique_and_complete(administration_metrics());
    require_unique_and_complete(link_metrics());
}

TEST_CASE("a need has a metric for the need and one for the limit", "[outcome]") {
    SiteYear site;
    site.cooling_kw = {12.0, 10.0};
    double need = 0.0;
    double limit = 0.0;
    for (const auto& metric : site_metrics()) {
        need = metric.name == "cooling_kw" ? metric.get(site) : need;
        limit = metric.name == "limit_cooling_kw" ? metric.get(site) : limit;
    }
    CHECK(need == 12.0);
    CHECK(limit == 10.0);
}

TEST_CASE("resources have distinct ids, and unknown codes mean none", "[outcome]") {
    std::set<std::string_view> ids;
    for (int code = 0; code < resource_count; ++code) {
        const Resource resource = resource_from_code(code);
        CHECK(static_cast<int>(resource) == code);
        CHECK(ids.insert(resource_id(resource)).second);
        CHECK(resource_id(resource).find(' ') ==
              std::string_view::npos);  // CF flag_meanings are blank-separated
        CHECK_FALSE(resource_name_de(resource).empty());
        CHECK_FALSE(resource_name_en(resource).empty());
    }
    CHECK(resource_id(Resource::height_units) == "height-units");
    CHECK(resource_from_code(-1.0) == Resource::none);
    CHECK(resource_from_code(resource_count) == Resource::none);
    CHECK(resource_from_code(not_applicable) == Resource::none);
}

}  // namespace
}  // namespace verbund::outcome

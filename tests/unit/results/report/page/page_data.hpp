#pragma once

#include "results/report/page/document.hpp"
#include "tests/unit/results/sample_run.hpp"

/// What tests of the page's data begin with.
namespace verbund::report::page::test_data {

[[nodiscard]] inline Json document_of(const outcome::Run& run) {
    return document(Source{run}, Language::german);
}

/// The sample without what the event and availability engines found.
[[nodiscard]] inline outcome::Run run_without_engines() {
    outcome::Run run = test::numbered_run();
    outcome::for_each_table(run, [](const auto& table, auto& rows) {
        if (!table.always) rows.clear();
    });
    return run;
}

}  // namespace verbund::report::page::test_data

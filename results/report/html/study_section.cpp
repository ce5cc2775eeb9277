#include "results/report/html/row_table.hpp"
#include "results/report/html/section.hpp"

namespace verbund::report::html {

Json assumptions_section(const Source& source) {
    Json rows = row_table(source, source.run.rows<outcome::AssumptionRow>());
    return rows.is_null() ? rows : Json{{"rows", std::move(rows)}};
}

Json study_section(const Source& source) {
    const outcome::Run& run = source.run;
    return {{"text", run.resolved_study},
            {"program", run.program_version},
            {"commit", run.program_commit},
            {"seed", std::to_string(run.seed)},  // more digits than a number of JavaScript holds
            {"sha256", run.study_sha256}};
}

}  // namespace verbund::report::html

#include "results/report/page/row_table.hpp"

namespace verbund::report::page {

Json thing_name(const Source& source, outcome::ColumnRole role, std::int32_t index) {
    const outcome::Run& run = source.run;
    const auto at = static_cast<std::size_t>(index);
    if (role == outcome::ColumnRole::administration) return source.name(run.administrations.at(at).id);
    if (role == outcome::ColumnRole::transaction) {
        return index < 0 ? both(word("transaction", "all", Language::german),
                                word("transaction", "all", Language::english))
                         : both(run.rows<outcome::TransactionName>().at(at).name_de,
                                run.rows<outcome::TransactionName>().at(at).name_en);
    }
    return printable(outcome::id_of(run, role, index));
}

}  // namespace verbund::report::page

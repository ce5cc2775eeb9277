#include "results/outcome/tables/metered_fits.hpp"

namespace verbund::outcome {

template <>
const Table<MeteredFit>& table_of<MeteredFit>() {
    using R = MeteredFit;
    static const Table<R> table{
        .name = "metered_fits",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year of the meters", &R::year},
                {"site", "", "center", &R::site, ColumnRole::place},
                {"stated_pue", "1", "PUE that was metered", &R::stated_pue},
                {"pue_before", "1", "PUE computed before the fit", &R::pue_before},
                {"cooling_factor", "1", "factor found, on the electricity of cooling and auxiliaries",
                 &R::cooling_factor},
                {"pue_after", "1", "PUE computed with the factor", &R::pue_after},
                {"stated_mwh", "MW h", "energy of the center that was metered", &R::stated_mwh},
                {"mwh_before", "MW h", "energy of the center computed before the fit", &R::mwh_before},
                {"other_it_kw", "kW", "IT power found beside what is stated, taken as other clients",
                 &R::other_it_kw},
                {"mwh_after", "MW h", "energy of the center computed with both", &R::mwh_after},
            },
    };
    return table;
}

}  // namespace verbund::outcome

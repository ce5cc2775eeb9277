#include "results/report/terminal/profile_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/name_list.hpp"
#include "results/report/terminal/text_table.hpp"

namespace verbund::report {
namespace {

using outcome::FittedProfile;
using outcome::FittedProfiles;

class ProfileTeller {
public:
    ProfileTeller(const FittedProfiles& found, const Style& style) : found_{found}, style_{style} {}

    [[nodiscard]] std::string text() const { return table() + together() + remarks(); }

private:
    [[nodiscard]] std::string percents(double share) const {
        return fixed_number(percent_per_one * share, 1, style_);
    }

    [[nodiscard]] std::string table() const {
        const std::vector<ColumnNames> names{{{"Klasse"}, {"Class"}, Align::left},
                                             {{"VMs"}},
                                             {{"vCPU"}},
                                             {{"Mittel", "%"}, {"Mean", "%"}},
                                             {{"Spitze", "%"}, {"Peak", "%"}},
                                             {{"bisher", "%"}, {"before", "%"}},
                                             {{"Sockel", "%"}, {"Floor", "%"}},
                                             {{"bisher", "%"}, {"before", "%"}},
                                             {{"Gleich-", "zeitigkeit"}, {"Coinci-", "dence"}},
                                             {{"Korre-", "lation"}, {"Corre-", "lation"}}};
        TextTable table{columns_in(style_.language, names)};
        for (const FittedProfile& row : found_.classes)
            table.add_row({row.workload, fixed_number(static_cast<double>(row.vms), 0, style_),
                           short_number(row.vcpus, style_), percents(row.mean), percents(row.at_peak),
                           percents(row.at_peak_before), percents(row.floor), percents(row.floor_before),
                           fixed_number(row.coincidence, 2, style_),
                           row.correlation ? fixed_number(*row.correlation, 2, style_) : "-"});
        return table.render(style_);
    }

    [[nodiscard]] std::string together() const {
        return say(
            style_.language,
            "{} Tage; Spitze aller VMs zusammen {} GHz, das {}-fache der Summe ihrer einzelnen Spitzen\n",
            "{} days; peak of all VMs together {} GHz, {} times the sum of their single peaks\n",
            short_number(found_.days, style_), short_number(found_.peak_mhz / mhz_per_ghz, style_),
            fixed_number(found_.coincidence, 2, style_));
    }

    [[nodiscard]] std::string remarks() const {
        std::string text;
        if (!found_.unmapped.empty())
            text += say(style_.language, "Ohne Regel, als specialist gezählt ({} % der vCPU): {}\n",
                        "Without a rule, counted as specialist ({} % of the vCPU): {}\n",
                        percents(found_.unmapped_share), name_list(found_.unmapped, style_));
        if (!found_.too_short.empty())
            text += say(style_.language, "Keine ganze Woche gemessen, bleibt wie im Katalog: {}\n",
                        "No whole week measured, stays as in the catalog: {}\n",
                        name_list(found_.too_short, style_));
        for (const FittedProfile& row : found_.classes)
            if (!row.missing_days.empty())
                text += say(style_.language, "{}: nicht gemessen und wie Werktage: {}\n",
                            "{}: not measured, and as workdays: {}\n", row.workload,
                            fmt::join(row.missing_days, ", "));
        const bool assumed = std::any_of(found_.classes.begin(), found_.classes.end(),
                                         [](const FittedProfile& row) { return !row.quiet_measured; });
        if (assumed)
            text += say(style_.language, "August und Weihnachten: Faktor wie im Katalog, nicht gemessen\n",
                        "August and Christmas: factor as in the catalog, not measured\n");
        return text;
    }

    static constexpr double mhz_per_ghz = 1000.0;

    const FittedProfiles& found_;
    const Style& style_;
};

}  // namespace

std::string profile_text(const FittedProfiles& found, const Style& style) {
    return ProfileTeller{found, style}.text();
}

}  // namespace verbund::report

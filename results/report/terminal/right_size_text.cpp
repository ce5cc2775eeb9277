#include "results/report/terminal/right_size_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/unit_factors.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {
namespace {

using outcome::RightSizes;
using outcome::SizedVm;

constexpr std::array<std::string_view, 4> confidences{"high", "medium", "low", "none"};

class RightSizeTeller {
public:
    RightSizeTeller(const RightSizes& found, const Style& style) : found_{found}, style_{style} {
        for (const SizedVm& vm : found_.vms) {
            if (vm.freed() > 0.0) too_large_.push_back(&vm);
            if (vm.freed() < 0.0) too_small_.push_back(&vm);
        }
        const auto more = [](const SizedVm* a, const SizedVm* b) {
            return std::abs(a->freed()) > std::abs(b->freed());
        };
        std::stable_sort(too_large_.begin(), too_large_.end(), more);
        std::stable_sort(too_small_.begin(), too_small_.end(), more);
    }

    [[nodiscard]] std::string text() const {
        return sums() + table(too_large_, "Zu groß, nach frei werdenden vCPUs", "Too large, by vCPUs freed") +
               table(too_small_, "Zu klein", "Too small");
    }

private:
    [[nodiscard]] std::string number(double value) const { return short_number(value, style_); }
    [[nodiscard]] std::string whole(std::size_t count) const {
        return fixed_number(static_cast<double>(count), 0, style_);
    }

    [[nodiscard]] std::string confidence_counts() const {
        std::vector<std::string> parts;
        for (const std::string_view confidence : confidences) {
            const auto count =
                std::count_if(found_.vms.begin(), found_.vms.end(),
                              [confidence](const SizedVm& vm) { return vm.confidence == confidence; });
            if (count > 0)
                parts.push_back(fmt::format("{} {}",
                                            word("confidence", std::string{confidence}, style_.language),
                                            whole(static_cast<std::size_t>(count))));
        }
        return fmt::format("{}", fmt::join(parts, ", "));
    }

    [[nodiscard]] std::string sums() const {
        double given = 0.0;
        double freed = 0.0;
        double added = 0.0;
        for (const SizedVm& vm : found_.vms) {
            given += vm.given_vcpus;
            freed += std::max(0.0, vm.freed());
            added += std::max(0.0, -vm.freed());
        }
        return say(
            style_.language,
            "{} VMs: {} zu groß, {} zu klein, die übrigen passen (Bedarf = {} x p{} der gemessenen Nutzung)\n"
            "vCPUs: {} vergeben, {} würden frei, {} kämen hinzu\nSicherheit der Angaben (VMs): {}\n",
            "{} VMs: {} too large, {} too small, the others fit (need = {} x p{} of the measured use)\n"
            "vCPUs: {} given, {} would be freed, {} would be added\nConfidence (VMs): {}\n",
            whole(found_.vms.size()), whole(too_large_.size()), whole(too_small_.size()),
            number(found_.comfort), number(percent_per_one * found_.percentile), number(given), number(freed),
            number(added), confidence_counts());
    }

    [[nodiscard]] std::string table(const std::vector<const SizedVm*>& vms, std::string_view german,
                                    std::string_view english) const {
        if (vms.empty()) return {};
        const std::vector<ColumnNames> names{
            {{"VM"}, {"VM"}, Align::left},
            {{"vCPU", "vergeben"}, {"vCPU", "given"}},
            {{"vCPU", "nötig"}, {"vCPU", "needed"}},
            {{"Mittel", "MHz"}, {"mean", "MHz"}},
            {{fmt::format("p{}", number(percent_per_one * found_.percentile)), "MHz"}},
            {{"Spitze", "MHz"}, {"peak", "MHz"}},
            {{"Tage"}, {"days"}},
            {{"bekannt", "%"}, {"known", "%"}},
            {{"Sicherheit"}, {"Confidence"}, Align::left}};
        TextTable rows{columns_in(style_.language, names)};
        constexpr std::size_t shown = 15;
        for (std::size_t i = 0; i < std::min(shown, vms.size()); ++i) {
            const SizedVm& vm = *vms[i];
            rows.add_row({vm.name, number(vm.given_vcpus), number(vm.needed_vcpus), number(vm.mean_mhz),
                          number(vm.percentile_mhz), number(vm.peak_mhz),
                          number(vm.length_s / seconds_per_day), number(percent_per_one * vm.completeness),
                          word("confidence", vm.confidence, style_.language)});
        }
        const std::string more = vms.size() > shown
                                     ? say(style_.language, "und {} weitere (--out schreibt alle)\n",
                                           "and {} more (--out writes all)\n", whole(vms.size() - shown))
                                     : std::string{};
        return fmt::format("\n{}\n{}{}", say(style_.language, german, english), rows.render(style_), more);
    }

    const RightSizes& found_;
    const Style& style_;
    std::vector<const SizedVm*> too_large_;
    std::vector<const SizedVm*> too_small_;
};

}  // namespace

std::string right_size_text(const RightSizes& found, const Style& style) {
    return RightSizeTeller{found, style}.text();
}

}  // namespace verbund::report

#include "scenarios/study/price_keys.hpp"

#include <algorithm>
#include <array>

namespace verbund::study {

std::string price_key(std::string_view figure) {
    constexpr std::string_view purchase = "cost.";
    constexpr std::array<std::string_view, 4> prefixes{purchase, "life.", "staff.", "price."};
    const auto prefix = std::find_if(prefixes.begin(), prefixes.end(),
                                     [figure](std::string_view p) { return figure.starts_with(p); });
    if (prefix == prefixes.end()) return {};
    if (*prefix == purchase) figure.remove_prefix(purchase.size());
    std::string key{figure};
    std::replace(key.begin(), key.end(), '.', '-');
    return key;
}

const std::vector<std::string>& price_keys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all;
        for (const catalog::FigureRule& rule : catalog::figure_rules())
            if (std::string key = price_key(rule.id); !key.empty()) all.push_back(std::move(key));
        return all;
    }();
    return keys;
}

const catalog::FigureRule* priced_figure(std::string_view key) {
    const auto rules = catalog::figure_rules();
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [key](const auto& rule) { return price_key(rule.id) == key; });
    return found == rules.end() || key.empty() ? nullptr : &*found;
}

}  // namespace verbund::study

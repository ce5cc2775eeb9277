#include "scenarios/read/import/site_candidates.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "models/network/topology.hpp"
#include "scenarios/read/import/csv_reader.hpp"
#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/field.hpp"
#include "scenarios/study/germany.hpp"
#include "scenarios/study/territory.hpp"

namespace verbund::read {
namespace {

/// A row this near to a center is a mistake: it states the center's own grounds once more, since coordinates
/// of one building differ by less from source to source (A).  A stated place farther away is meant, even in
/// the same town, and is judged by its distance.
constexpr double same_grounds_km = 1.0;

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream{text};
    return {std::istream_iterator<std::string>{stream}, {}};
}

template <class Row>
std::vector<std::string> ids_of_rows(const std::vector<Row>& rows) {
    std::vector<std::string> ids;
    for (const Row& row : rows) ids.push_back(row.id);
    return ids;
}

class CandidateReader {
public:
    CandidateReader(const CsvTable& table, const study::Study& study, const catalog::Catalog& catalog,
                    DecimalSign decimals)
        : row_{table, mistakes_, rules(decimals)}, table_{table}, study_{study}, catalog_{catalog} {
        nodes_ = study::ids_of(study.network.nodes);
        for (const auto& [id, center] : study.centers) nodes_.push_back(id);
        for (const auto& administration : study::select_administrations(study.territory, catalog)) {
            nodes_.push_back(administration.id);
            administrations_.insert(administration.id);
        }
    }

    std::vector<study::SiteCandidate> read(std::vector<Diagnostic>& notes) {
        std::vector<study::SiteCandidate> candidates;
        while (row_.next()) candidates.push_back(read_row());
        row_.finish();
        if (candidates.empty())
            mistakes_.add(
                {{table_.file, 1, 0}, "", "the table of candidates has no rows", "Add at least one."});
        throw_if_any(mistakes_);
        notes = mistakes_.notes();
        return candidates;
    }

private:
    static CsvRules rules(DecimalSign decimals) {
        return {
            {decimals,
             "--decimal comma or point",
             {"lat", "lon", "it_power", "grid_connection", "storage", "rent", "racks", "availability_class"},
             {"lat", "lon"}},
            true};
    }

    study::SiteCandidate read_row() {
        study::SiteCandidate candidate;
        candidate.id = new_id();
        candidate.name = optional_text("name");
        const auto center = study_.centers.find(candidate.id);
        const bool placed = !optional_text("lat").empty() || !optional_text("lon").empty();
        if (center != study_.centers.end()) {
            if (placed) {
                row_.mistake("id", fmt::format("\"{}\" is a center of the study", candidate.id),
                             "Leave lat and lon empty to consider that center, or choose another id.");
            }
            candidate.existing = true;
            candidate.name = center->second.name;
            candidate.at = center->second.at;
        } else {
            if (candidate.name.empty()) candidate.name = row_.name("name");
            const auto lat = row_.number_within("lat", -90.0, 90.0);
            const auto lon = row_.number_within("lon", -180.0, 180.0);
            if (lat && lon) {
                candidate.at = {*lat, *lon};
                check_place(candidate);
            }
        }
        read_limits(candidate);
        read_network(candidate);
        return candidate;
    }

    std::string new_id() {
        std::string id = row_.name("id");
        if (id.empty()) return id;
        if (const auto problem = study::check_key(study::KeyRule::site, id))
            row_.mistake("id", problem->problem, problem->remedy);
        if (!seen_.insert(id).second)
            row_.mistake("id", fmt::format("\"{}\" appears twice", id), "Remove one row.");
        if (administrations_.count(id) != 0) {
            row_.mistake("id", fmt::format("\"{}\" is an administration of the study", id),
                         "Choose another id.");
        }
        return id;
    }

    void check_place(const study::SiteCandidate& candidate) {
        if (const auto outside = study::outside_germany(candidate.at)) {
            row_.mistake("lat", outside->problem, outside->remedy);
            return;
        }
        for (const auto& [id, center] : study_.centers) {
            const double km = network::great_circle(candidate.at, center.at).in(kilometre);
            if (km >= same_grounds_km) continue;
            row_.mistake(
                "lat",
                fmt::format("\"{}\" stands {:.1f} km from center \"{}\" (whatever hits one hits both)",
                            candidate.id, km, id),
                "Name a place elsewhere; a backup site is at least 100 km away.");
        }
    }

    void read_limits(study::SiteCandidate& candidate) {
        if (!optional_text("state").empty()) candidate.state = row_.state("state");
        candidate.it_power = quantity<Power>("it_power", 100.0 * watt, "no capacity for any server");
        candidate.grid_connection =
            quantity<Power>("grid_connection", 100.0 * watt, "no power for any server");
        candidate.storage = quantity<Data>("storage", 1.0 * gigabyte, "no room for any copy");
        candidate.rent =
            quantity<MoneyRate>("rent", MoneyRate{}, "a rent is not negative").value_or(MoneyRate{});
        candidate.racks = whole("racks", 1, 10'000, "no capacity for any server");
        candidate.availability_class = whole("availability_class", 1, 4, "EN 50600 has classes 1 to 4");
        candidate.ups = known("ups", "UPS type", ids_of_rows(catalog_.ups), candidate.ups);
        candidate.cooling =
            known("cooling", "cooling plant", ids_of_rows(catalog_.cooling), candidate.cooling);
        candidate.grid_region = optional_text("grid_region");
    }

    void read_network(study::SiteCandidate& candidate) {
        candidate.links = words_of(optional_text("links"));
        candidate.ducts = words_of(optional_text("ducts"));
        for (const std::string& end : candidate.links) {
            if (std::find(nodes_.begin(), nodes_.end(), end) != nodes_.end()) continue;
            study::UnknownName unknown = study::unknown_name("node of the network", end, nodes_);
            row_.mistake("links", std::move(unknown.problem), std::move(unknown.remedy));
        }
        const bool given = study_.network.topology == study::TopologyKind::given;
        if (given && candidate.links.empty() && !candidate.existing) {
            row_.mistake("links",
                         fmt::format("\"{}\" cannot be reached (the study gives its network, and no link "
                                     "leads there)",
                                     candidate.id),
                         "Name the nodes that it is joined to, separated by spaces.");
        }
        if (!given && !(candidate.links.empty() && candidate.ducts.empty())) {
            row_.mistake("links",
                         "links and ducts need a given network (this study's is made from coordinates)",
                         "Write network: {topology: given, ...} or leave the columns empty.");
        }
    }

    std::string optional_text(std::string_view column) { return row_.has(column) ? row_.text(column) : ""; }

    template <class Q>
    std::optional<Q> quantity(std::string_view column, Q least, const std::string& why) {
        const std::string text = optional_text(column);
        if (text.empty()) return std::nullopt;
        const std::optional<Q> value = row_.quantity<Q>(column);
        if (value && *value < least) {
            row_.mistake(column, fmt::format("{} is too little ({})", text, why),
                         "State what the place offers, or leave the cell empty.");
        }
        return value;
    }

    std::optional<int> whole(std::string_view column, int least, int most, const std::string& why) {
        if (optional_text(column).empty()) return std::nullopt;
        return row_.integer_within(column, least, most, why);
    }

    std::string known(std::string_view column, const std::string& thing, const std::vector<std::string>& ids,
                      const std::string& otherwise) {
        std::string text = optional_text(column);
        if (text.empty()) return otherwise;
        if (std::find(ids.begin(), ids.end(), text) == ids.end()) {
            study::UnknownName unknown = study::unknown_name(thing, text, ids);
            row_.mistake(column, std::move(unknown.problem), std::move(unknown.remedy));
        }
        return text;
    }

    Diagnostics mistakes_;
    CsvReader row_;
    const CsvTable& table_;
    const study::Study& study_;
    const catalog::Catalog& catalog_;
    std::vector<std::string> nodes_;
    std::set<std::string> administrations_;
    std::set<std::string> seen_;
};

}  // namespace

std::vector<study::SiteCandidate> read_site_candidates(const CsvTable& table, const study::Study& study,
                                                       const catalog::Catalog& catalog, DecimalSign decimals,
                                                       std::vector<Diagnostic>& notes) {
    return CandidateReader{table, study, catalog, decimals}.read(notes);
}

}  // namespace verbund::read

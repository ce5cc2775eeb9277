#pragma once

#include "scenarios/study/document.hpp"
#include "scenarios/study/field.hpp"
#include "scenarios/study/study.hpp"

/// The field table: every key of a study file, once.
namespace verbund {
[[nodiscard]] study::FieldList describe(Place& place);
namespace continuity {
[[nodiscard]] study::FieldList describe(EmergencySupply& supply);
}
}  // namespace verbund

namespace verbund::study {

[[nodiscard]] FieldList describe(Document& document);
[[nodiscard]] FieldList describe(TableFormat& format);
[[nodiscard]] FieldList describe(VariantHead& head);
[[nodiscard]] FieldList describe(Horizon& horizon);
[[nodiscard]] FieldList describe(Study& study);
[[nodiscard]] FieldList describe(Sweep& sweep);
[[nodiscard]] FieldList describe(SweepAxis& axis);

[[nodiscard]] FieldList describe(Territory& territory);
[[nodiscard]] FieldList describe(Administration& administration);
[[nodiscard]] FieldList describe(Estate& estate);
[[nodiscard]] FieldList describe(Procedures& procedures);
[[nodiscard]] FieldList describe(Terminals& terminals);
[[nodiscard]] FieldList describe(ServersBySeats& servers);
[[nodiscard]] FieldList describe(ProviderShares& shares);
[[nodiscard]] FieldList describe(SeatsPerThousand& seats);
[[nodiscard]] FieldList describe(ServerSizes& sizes);
[[nodiscard]] FieldList describe(GrowthRates& growth);
[[nodiscard]] FieldList describe(Workload& workload);

[[nodiscard]] FieldList describe(Hosts& hosts);
[[nodiscard]] FieldList describe(Storage& storage);
[[nodiscard]] FieldList describe(Gear& gear);
[[nodiscard]] FieldList describe(Endpoint& endpoint);

[[nodiscard]] FieldList describe(Facility& facility);
[[nodiscard]] FieldList describe(Home& home);
[[nodiscard]] FieldList describe(Room& room);
[[nodiscard]] FieldList describe(OtherLoad& load);
[[nodiscard]] FieldList describe(Metered& metered);
[[nodiscard]] FieldList describe(Center& center);

[[nodiscard]] FieldList describe(Network& network);
[[nodiscard]] FieldList describe(NetworkNode& node);
[[nodiscard]] FieldList describe(NetworkLink& link);
[[nodiscard]] FieldList describe(NetworkDuct& duct);
[[nodiscard]] FieldList describe(Exchange& exchange);
[[nodiscard]] FieldList describe(Move& move);
[[nodiscard]] FieldList describe(Backup& backup);
[[nodiscard]] FieldList describe(Events& events);
[[nodiscard]] FieldList describe(LatencySampling& sampling);
[[nodiscard]] FieldList describe(SiteSpeeds& speeds);
[[nodiscard]] FieldList describe(Night& night);
[[nodiscard]] FieldList describe(Migration& migration);
[[nodiscard]] FieldList describe(Recovery& recovery);
[[nodiscard]] FieldList describe(Drill& drill);
[[nodiscard]] FieldList describe(Availability& availability);
[[nodiscard]] FieldList describe(Economics& economics);
[[nodiscard]] FieldList describe(Tariff& tariff);
[[nodiscard]] FieldList describe(PriceRise& rise);
/// Prices by the keys of the figures that they replace (`price_key`).
[[nodiscard]] Map prices_by_key(std::map<std::string, std::string>& prices);
[[nodiscard]] FieldList describe(Rules& rules);

}  // namespace verbund::study

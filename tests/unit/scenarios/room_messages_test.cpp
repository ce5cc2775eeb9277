#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;
using test::Spoilt;
using test::spoilt;

namespace {

const std::vector<Spoilt> mistakes{
    {"    rooms: {r1: {}}\n",
     "    rooms: {r1: {}}\n    other_load: {growth: 2 %/a}\n",
     {"study.yaml:19:17: centers.south.other_load: its power is not stated. State one of provider, it_power "
      "or "
      "servers."}},
    {"    rooms: {r1: {}}\n",
     "    rooms: {r1: {}}\n    other_load: {servers: 20, it_power: 8 kW}\n",
     {"study.yaml:19:17: centers.south.other_load: its power is stated in more than one way. State one of "
      "provider, it_power or servers."}},
    {"    rooms: {r1: {}}\n",
     "    rooms: {r1: {}}\n    other_load: {provider: dataprot}\n",
     {"study.yaml:19:28: centers.south.other_load.provider: no provider \"dataprot\" in the catalog. Did you "
      "mean \"dataport\"? `verbund catalog providers` lists all."}},
    {"    rooms: {r1: {}}\n",
     "    rooms: {r1: {}}\n    metered: {year: 2025}\n",
     {"study.yaml:19:14: centers.south.metered: it states no reading. State pue, energy or both."}},
    {"    rooms: {r1: {}}\n",
     "    rooms: {r1: {}}\n    metered: {pue: 1.4, year: 2019}\n",
     {"study.yaml:19:31: centers.south.metered.year: 2019 lies outside the horizon 2022 to 2030. State a "
      "reading of a year that is computed, or begin the horizon earlier."}},
    {"estate: {",
     "gear: {per_host: 20 W}\nestate: {",
     {"study.yaml:8:18: gear.per_host: it counts only beside gear.base (without, gear is the devices of "
      "catalog gear). State gear.base too (300 W stood for a pair of firewalls), or change the devices: "
      "`verbund catalog gear --csv`."}},
    {"estate: {",
     "home: {given_up: 1.5 a}\nestate: {",
     {"study.yaml:8:18: home.given_up: 1.5 a is no whole number of years (a room is given up whole years "
      "after it "
      "was emptied). "
      "Write \"1 a\" or \"2 a\"."}},
    {"estate: {",
     "endpoints: {moniter: {per_seat: 1}}\nestate: {",
     {"study.yaml:8:22: endpoints.moniter: no endpoint \"moniter\" (there are: pc, laptop, thin-client, "
      "monitor). Did you mean \"monitor\"? `verbund catalog endpoints` lists all."}},
};

}  // namespace

TEST_CASE("every mistake about other clients, meters, gear and desks has its place, cause and remedy",
          "[messages]") {
    for (const Spoilt& mistake : mistakes) {
        INFO(mistake.from << " -> " << mistake.to);
        CHECK(messages_of(spoilt(mistake.from, mistake.to)) == mistake.messages);
    }
}

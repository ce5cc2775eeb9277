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
    {"estate: {",
     "hosts: {series: entry, ram_per_core: 24 GB}\nworkloads: {groupware: {ram: 900 GB}, "
     "file: {ram: 800 GB}, dms: {ram: 700 GB}}\nestate: {",
     {"study.yaml:8:38: hosts.ram_per_core: servers of class \"groupware\" (900 GB of memory each) and of 2 "
      "more classes fit no host on offer in 2022 (the largest, entry/2022, holds 192 GB). Raise "
      "hosts.ram_per_core (now 24 GB), allow larger servers (hosts.series: automatic), or correct the "
      "class."}},
    {"estate: {",
     "hosts: {ram_per_core_least: 40 GB}\nestate: {",
     {"study.yaml:8:29: hosts.ram_per_core_least: 40 GB is more than ram_per_core_most (32 GB). State no "
      "more "
      "than ram_per_core_most, or raise that."}},
    {"estate: {",
     "estate: {growth: {memory: 9 %/a, memory_per_vm: 4 %/a}, ",
     {"study.yaml:8:49: estate.growth.memory_per_vm: the growth of RAM is stated twice (of all VMs together "
      "in "
      "memory, of each here). State one of them."}},
    {"center: south",
     "center: south, from: 2022",
     {"study.yaml:22:32: backups.north.from: \"south\" does not stand in 2022 (commissioned "
      "2023-06-01). Start later, or leave from out."}},
    {"commissioned: 2023-06-01\n    rooms:\n",
     "commissioned: 2023-06-01\n    partner: north\n    "
     "rooms:\n",
     {"study.yaml:13:14: centers.north.partner: \"north\" would be its own partner. Name another "
      "center."}},
    {"commissioned: 2023-06-01\n    rooms:\n",
     "commissioned: 2023-06-01\n    outside_copy: north\n    "
     "rooms:\n",
     {"study.yaml:13:19: centers.north.outside_copy: \"north\" would keep its own outside copy. Name another "
      "center, \"elsewhere\" or \"none\"."}},
    {"commissioned: 2023-06-01\n    rooms:\n",
     "commissioned: 2023-06-01\n    outside_copy: soth\n    "
     "rooms:\n",
     {"study.yaml:13:19: centers.north.outside_copy: no center \"soth\" (there are: north, south). Did you "
      "mean "
      "\"south\"?"}},
};

}  // namespace

TEST_CASE("every mistake about hosts, growth and partners has its place, cause and remedy", "[messages]") {
    for (const Spoilt& mistake : mistakes) {
        INFO(mistake.from << " -> " << mistake.to);
        CHECK(messages_of(spoilt(mistake.from, mistake.to)) == mistake.messages);
    }
}

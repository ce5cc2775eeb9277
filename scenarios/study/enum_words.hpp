#pragma once

#include <array>
#include <string_view>

#include "models/base/number_text.hpp"
#include "scenarios/study/codec.hpp"
#include "scenarios/study/precision.hpp"
#include "scenarios/study/study.hpp"

/// The words of a study file for every enumeration, in the order of its values.
namespace verbund::study {

template <>
struct EnumWords<DecimalSign> {
    static constexpr std::array<std::string_view, 3> words{"as-written", "point", "comma"};
};
template <>
struct EnumWords<DistrictSelection> {
    static constexpr std::array<std::string_view, 2> words{"none", "all"};
};
template <>
struct EnumWords<HostSeries> {
    static constexpr std::array<std::string_view, 4> words{"automatic", "entry", "one-socket", "two-socket"};
};
template <>
struct EnumWords<HostChoice> {
    static constexpr std::array<std::string_view, 2> words{"cost", "power"};
};
template <>
struct EnumWords<HostDetail> {
    static constexpr std::array<std::string_view, 2> words{"pool", "single"};
};
template <>
struct EnumWords<Precision> {
    static constexpr std::array<std::string_view, 2> words{"quick", "full"};
};
template <>
struct EnumWords<TypicalDay> {
    static constexpr std::array<std::string_view, 5> words{"winter-workday", "summer-workday", "saturday",
                                                           "month-end", "election-night"};
};
template <>
struct EnumWords<FirstCopy> {
    static constexpr std::array<std::string_view, 2> words{"network", "disks"};
};
template <>
struct EnumWords<TakeoverLuck> {
    static constexpr std::array<std::string_view, 3> words{"drawn", "succeeds", "fails"};
};
template <>
struct EnumWords<Care> {
    static constexpr std::array<std::string_view, 2> words{"well", "poorly"};
};
template <>
struct EnumWords<facility::Redundancy> {
    static constexpr std::array<std::string_view, 3> words{"N", "N+1", "2N"};
};
template <>
struct EnumWords<CenterRole> {
    static constexpr std::array<std::string_view, 3> words{"own", "provider", "shared"};
};
template <>
struct EnumWords<rules::SupplyPath> {
    static constexpr std::array<std::string_view, 4> words{"single", "single-redundant-parts", "multiple",
                                                           "multiple-fault-tolerant"};
};
template <>
struct EnumWords<TopologyKind> {
    static constexpr std::array<std::string_view, 2> words{"synthetic", "given"};
};
template <>
struct EnumWords<WaveOrder> {
    static constexpr std::array<std::string_view, 3> words{"ags", "population", "distance"};
};
template <>
struct EnumWords<continuity::ReplicationMode> {
    static constexpr std::array<std::string_view, 3> words{"none", "async", "sync"};
};
template <>
struct EnumWords<continuity::StandbyMode> {
    static constexpr std::array<std::string_view, 4> words{"none", "cold", "warm", "hot"};
};
template <>
struct EnumWords<continuity::StandbySizing> {
    static constexpr std::array<std::string_view, 2> words{"own", "shared"};
};
template <>
struct EnumWords<continuity::EmergencyPower> {
    static constexpr std::array<std::string_view, 3> words{"none", "own", "feed-in"};
};
template <>
struct EnumWords<ProtectedLoad> {
    static constexpr std::array<std::string_view, 3> words{"critical", "all", "critical-procedures"};
};
template <>
struct EnumWords<ProcedureBasis> {
    static constexpr std::array<std::string_view, 3> words{"none", "survey", "file"};
};
template <>
struct EnumWords<ExchangeWith> {
    static constexpr std::array<std::string_view, 2> words{"each-other", "outside"};
};
template <>
struct EnumWords<FallbackSpread> {
    static constexpr std::array<std::string_view, 2> words{"nearest", "all"};
};
template <>
struct EnumWords<economics::PathChoice> {
    static constexpr std::array<std::string_view, 3> words{"low", "mid", "high"};
};
template <>
struct EnumWords<economics::ProviderVat> {
    static constexpr std::array<std::string_view, 3> words{"exempt", "from-2027", "always"};
};
template <>
struct EnumWords<economics::Hypervisor> {
    static constexpr std::array<std::string_view, 2> words{"vendor", "open-source"};
};
template <>
struct EnumWords<economics::GuestLicences> {
    static constexpr std::array<std::string_view, 2> words{"none", "windows-datacenter"};
};
template <>
struct EnumWords<economics::StandbyLicences> {
    static constexpr std::array<std::string_view, 2> words{"all", "running"};
};
template <>
struct EnumWords<economics::ShareKey> {
    static constexpr std::array<std::string_view, 4> words{"servers", "workplaces", "inhabitants", "equal"};
};
template <>
struct EnumWords<economics::AccessProduct> {
    static constexpr std::array<std::string_view, 2> words{"administration-network", "business-fibre"};
};
template <>
struct EnumWords<rules::Proof> {
    static constexpr std::array<std::string_view, 4> words{"c5", "iso27001", "service-in-germany",
                                                           "administration-network"};
};
template <>
struct EnumWords<Uncertain> {
    static constexpr std::array<std::string_view, 2> words{"none", "catalog"};
};
template <>
struct EnumWords<SweepEngine> {
    static constexpr std::array<std::string_view, 3> words{"annual", "availability", "events"};
};
template <>
struct EnumWords<statistics::Sequence> {
    static constexpr std::array<std::string_view, 4> words{"sobol", "latin-hypercube", "random", "tornado"};
};
template <>
struct EnumWords<rules::Law> {
    static constexpr std::array<std::string_view, 2> words{"enefg-2023", "draft-2026"};
};

}  // namespace verbund::study

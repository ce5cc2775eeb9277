#include "sim/events/world/engine.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <stdexcept>

#include <fmt/format.h>
#include <simgrid/kernel/Timer.hpp>
#include <simgrid/kernel/resource/Model.hpp>
#include <simgrid/plugins/energy.h>
#include <simgrid/s4u.hpp>

namespace verbund::events {
namespace {

namespace sg = simgrid::s4u;

/// SimGrid takes a window of 0 for a rate of 0.
constexpr double unbounded_window = 1e18;

/// SimGrid reads its command line once; these switch its own output off and select the plain fluid model.
std::vector<std::string> simgrid_arguments(const EngineSettings& settings) {
    return {"verbund",
            "--log=root.thres:critical",
            "--cfg=network/model:CM02",
            "--cfg=network/crosstraffic:0",
            "--cfg=network/latency-factor:1",
            "--cfg=network/bandwidth-factor:1",
            "--cfg=network/weight-S:0",
            fmt::format("--cfg=network/TCP-gamma:{}",
                        settings.tcp_window_bytes > 0.0 ? settings.tcp_window_bytes : unbounded_window)};
}

/// Keeps the strings alive as long as SimGrid may look at them.
struct CommandLine {
    explicit CommandLine(std::vector<std::string> texts) : words{std::move(texts)} {
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        count = static_cast<int>(words.size());
    }
    std::vector<std::string> words;
    std::vector<char*> pointers;
    int count = 0;
};

void require(bool holds, const std::string& name, const char* what) {
    if (!holds) throw std::invalid_argument{fmt::format("{}: {}", name, what)};
}

std::string range_text(double a, double b) { return fmt::format("{:.17g}:{:.17g}", a, b); }

std::string states_text(const std::vector<PowerState>& states) {
    std::string text;
    for (const PowerState& s : states) {
        text +=
            fmt::format("{}{}:{:.17g}", text.empty() ? "" : ",", range_text(s.idle_w, s.floor_w), s.full_w);
    }
    return text;
}

}  // namespace

class Engine::World {
public:
    explicit World(const EngineSettings& settings)
        : arguments_{simgrid_arguments(settings)}, engine_{&arguments_.count, arguments_.pointers.data()} {
        if (settings.processor_energy) sg_host_energy_plugin_init();
        if (settings.link_energy) sg_link_energy_plugin_init();
        sg::Activity::on_completion_cb([this](const sg::Activity& activity) { ended(activity); });
        root_ = sg::create_star_zone("verbund");
        outside_ = add_child("outside", {}, {});
    }

    World(const World&) = delete;
    World& operator=(const World&) = delete;
    /// SimGrid complains about activities, and may crash, that outlive it.
    ~World() {
        for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) cancel({slot, slots_[slot].generation});
        ending_.clear();
    }

    LinkId add_link(const std::string& name, double bytes_per_s, double latency_s) {
        require(std::isfinite(bytes_per_s) && bytes_per_s > 0.0, name, "a link needs a bandwidth above zero");
        require(std::isfinite(latency_s) && latency_s >= 0.0, name, "a link's latency cannot be negative");
        sg::Link* link = root_->create_link(unique(name), bytes_per_s);
        link->set_latency(latency_s);
        links_.push_back(link);
        return LinkId{static_cast<std::uint32_t>(links_.size() - 1)};
    }

    void set_link_power(LinkId id, double idle_w, double full_w) {
        link(id)->set_property("wattage_range", range_text(idle_w, full_w));
        link(id)->set_property("wattage_off", "0");
    }

    ZoneId add_zone(const std::string& name, const std::vector<LinkId>& out, const std::vector<LinkId>& in) {
        zones_.push_back(add_child(name, out, in));
        return ZoneId{static_cast<std::uint32_t>(zones_.size() - 1)};
    }

    ProcessorId add_processor(const std::string& name, int cores, const std::vector<PowerState>& states,
                              std::optional<ZoneId> zone, bool powered) {
        require(cores > 0, name, "a processor needs at least one core");
        require(!states.empty(), name, "a processor needs at least one power state");
        std::vector<double> speeds;
        for (const PowerState& s : states) {
            require(std::isfinite(s.speed) && s.speed > 0.0, name, "a processor's speed must be above zero");
            speeds.push_back(s.speed);
        }
        sg::NetZone* where = place(zone);
        sg::Host* host = where->create_host(unique(name), speeds);
        host->set_core_count(cores);
        if (powered) {
            host->set_property("wattage_per_state", states_text(states));
            host->set_property("wattage_off", "0");
        }
        // Executions need no network, but a host without a route would make SimGrid refuse the zone.
        where->add_route(host->get_netpoint(), nullptr, nullptr, nullptr, {}, true);
        processors_.push_back(host);
        return ProcessorId{static_cast<std::uint32_t>(processors_.size() - 1)};
    }

    EndpointId add_endpoint(const std::string& name, const std::vector<LinkId>& out,
                            const std::vector<LinkId>& in, std::optional<ZoneId> zone) {
        sg::NetZone* where = place(zone);
        sg::Host* host = where->create_host(unique(name), 1.0);
        where->add_route(host->get_netpoint(), nullptr, nullptr, nullptr, route(out), false);
        where->add_route(nullptr, host->get_netpoint(), nullptr, nullptr, route(in), false);
        endpoints_.push_back(host);
        return EndpointId{static_cast<std::uint32_t>(endpoints_.size() - 1)};
    }

    void at(double time_s, Callback call) {
        seal();
        simgrid::kernel::timer::Timer::set(std::max(time_s, sg::Engine::get_clock()), std::move(call));
    }

    ActivityId transfer(EndpointId from, EndpointId to, double bytes, Callback done, double rate_limit) {
        seal();
        const sg::CommPtr comm = sg::Comm::sendto_init();
        // SimGrid counts whole bytes and never ends a flow of none.
        comm->set_payload_size(static_cast<std::uint64_t>(std::max(1.0, std::round(bytes))));
        const ActivityId id = keep(comm, std::move(done));
        comm->set_source(endpoints_[static_cast<std::size_t>(from)]);
        comm->set_destination(endpoints_[static_cast<std::size_t>(to)]);  // starts the flow
        if (rate_limit > 0.0) limit_newest_flow(rate_limit);
        return id;
    }

    ActivityId execute(ProcessorId on, double operations, Callback done, int threads, double rate_limit) {
        seal();
        const sg::ExecPtr exec = sg::Exec::init();
        constexpr double least = 1e-9;  // SimGrid never ends an execution of nothing
        exec->set_flops_amount(std::max(least, operations));
        if (threads > 1) exec->set_thread_count(threads);
        if (rate_limit > 0.0) exec->set_bound(rate_limit);
        const ActivityId id = keep(exec, std::move(done));
        slots_[id.slot].threads = threads;
        exec->set_host(processors_[static_cast<std::size_t>(on)]);
        exec->start();
        return id;
    }

    void cancel(ActivityId id) {
        Slot* slot = find(id);
        if (slot == nullptr || slot->activity == nullptr) return;
        slot->done = nullptr;
        const sg::ActivityPtr activity = slot->activity;
        activity->cancel();
        if (find(id) != nullptr) release(id.slot);
    }

    double remaining(ActivityId id) const {
        const Slot* slot = find(id);
        return slot == nullptr ? 0.0 : slot->activity->get_remaining() / slot->threads;
    }

    void set_bandwidth(LinkId id, double bytes_per_s) {
        seal();
        link(id)->set_bandwidth(bytes_per_s);
    }
    void set_power_state(ProcessorId id, int state) {
        seal();
        processors_[static_cast<std::size_t>(id)]->set_pstate(static_cast<unsigned long>(state));
    }
    double processor_energy_j(ProcessorId id) {
        seal();
        return sg_host_get_consumed_energy(processors_[static_cast<std::size_t>(id)]);
    }
    double link_energy_j(LinkId id) const { return sg_link_get_consumed_energy(link(id)); }

    void run() {
        seal();
        engine_.run();
    }
    void run_until(double time_s) {
        seal();
        engine_.run_until(time_s);
    }

    std::uint64_t started() const noexcept { return started_; }

private:
    struct Slot {
        sg::ActivityPtr activity;
        Callback done;
        std::uint32_t index = 0;
        std::uint32_t generation = 0;
        int threads = 1;  ///< SimGrid counts the work of all threads
    };

    sg::NetZone* place(std::optional<ZoneId> zone) const {
        return zone ? zones_.at(static_cast<std::size_t>(*zone)) : outside_;
    }

    /// SimGrid 3.32 forgets `Comm::set_rate` on flows between hosts, so the bound goes to the action below,
    /// the last that its network model started; the bound of the TCP window, if lower, stays.
    void limit_newest_flow(double bytes_per_s) {
        if (network_ == nullptr) network_ = network_model();
        simgrid::kernel::resource::Action& flow = network_->get_started_action_set()->back();
        const double window = flow.get_bound();
        if (window <= 0.0 || bytes_per_s < window) flow.set_bound(bytes_per_s);
    }

    simgrid::kernel::resource::Model* network_model() const {
        for (simgrid::kernel::resource::Model* model : engine_.get_all_models())
            if (model->get_name().starts_with("Network")) return model;
        throw std::logic_error{"SimGrid has no network model"};
    }

    sg::Link* link(LinkId id) const { return links_[static_cast<std::size_t>(id)]; }

    std::vector<sg::LinkInRoute> route(const std::vector<LinkId>& ids) const {
        std::vector<sg::LinkInRoute> links;
        for (const LinkId id : ids) links.emplace_back(link(id));
        return links;
    }

    /// SimGrid routes wrongly where a zone holds both hosts and zones, so everything lives in a child.
    sg::NetZone* add_child(const std::string& name, const std::vector<LinkId>& out,
                           const std::vector<LinkId>& in) {
        sg::NetZone* zone = sg::create_star_zone(unique(name));
        zone->set_parent(root_);
        simgrid::kernel::routing::NetPoint* gateway = zone->create_router(zone->get_name() + "/gateway");
        zone->add_route(gateway, nullptr, nullptr, nullptr, {}, true);
        root_->add_route(zone->get_netpoint(), nullptr, gateway, nullptr, route(out), false);
        root_->add_route(nullptr, zone->get_netpoint(), nullptr, gateway, route(in), false);
        return zone;
    }

    /// SimGrid wants names that are unique; ours are for people and may repeat.
    std::string unique(const std::string& name) { return fmt::format("{}#{}", name, names_++); }

    void seal() {
        if (sealed_) return;
        for (sg::NetZone* zone : zones_) zone->seal();
        outside_->seal();
        root_->seal();
        sealed_ = true;
    }

    /// The activity carries its slot, so that its end finds its callback.
    ActivityId keep(const sg::ActivityPtr& activity, Callback done) {
        std::uint32_t index = 0;
        if (free_.empty()) {
            index = static_cast<std::uint32_t>(slots_.size());
            slots_.emplace_back().index = index;
        } else {
            index = free_.back();
            free_.pop_back();
        }
        Slot& slot = slots_[index];
        slot.activity = activity;
        slot.done = std::move(done);
        slot.threads = 1;
        activity->set_data(&slot);
        ++started_;
        return {index, slot.generation};
    }

    Slot* find(ActivityId id) {
        return id.slot < slots_.size() && slots_[id.slot].generation == id.generation ? &slots_[id.slot]
                                                                                      : nullptr;
    }
    const Slot* find(ActivityId id) const {
        return id.slot < slots_.size() && slots_[id.slot].generation == id.generation ? &slots_[id.slot]
                                                                                      : nullptr;
    }

    void release(std::uint32_t index) {
        Slot& slot = slots_[index];
        slot.activity->set_data(nullptr);
        // SimGrid may still be inside the activities that end now, and handles one that was cancelled only
        // after it has gone on to the next time: they are dropped at the time after that.
        if (ending_since_ < sg::Engine::get_clock()) {
            ended_before_.clear();
            ended_before_.swap(ending_);
        }
        ending_since_ = sg::Engine::get_clock();
        ending_.push_back(std::move(slot.activity));
        slot.activity = nullptr;
        slot.done = nullptr;
        ++slot.generation;
        free_.push_back(index);
    }

    void ended(const sg::Activity& activity) {
        auto* slot = activity.get_data<Slot>();
        if (slot == nullptr) return;
        const Callback done = std::move(slot->done);
        release(slot->index);
        if (done && activity.get_state() == sg::Activity::State::FINISHED) done();
    }

    CommandLine arguments_;
    sg::Engine engine_;
    simgrid::kernel::resource::Model* network_ = nullptr;
    sg::NetZone* root_ = nullptr;
    sg::NetZone* outside_ = nullptr;
    std::vector<sg::Link*> links_;
    std::vector<sg::NetZone*> zones_;
    std::vector<sg::Host*> processors_;
    std::vector<sg::Host*> endpoints_;
    std::deque<Slot> slots_;  ///< activities point into it
    std::vector<std::uint32_t> free_;
    std::vector<sg::ActivityPtr> ending_;
    std::vector<sg::ActivityPtr> ended_before_;
    double ending_since_ = 0.0;
    std::uint64_t started_ = 0;
    std::uint64_t names_ = 0;
    bool sealed_ = false;
};

Engine::Engine(const EngineSettings& settings) : world_{std::make_unique<World>(settings)} {}
Engine::~Engine() = default;

LinkId Engine::add_link(const std::string& name, double bytes_per_s, double latency_s) {
    return world_->add_link(name, bytes_per_s, latency_s);
}

LinkId Engine::add_link(const std::string& name, double bytes_per_s, double latency_s, double idle_w,
                        double full_w) {
    const LinkId id = world_->add_link(name, bytes_per_s, latency_s);
    world_->set_link_power(id, idle_w, full_w);
    return id;
}

ZoneId Engine::add_zone(const std::string& name, const std::vector<LinkId>& out,
                        const std::vector<LinkId>& in) {
    return world_->add_zone(name, out, in);
}

ProcessorId Engine::add_processor(const std::string& name, int cores, double speed,
                                  std::optional<ZoneId> zone) {
    return world_->add_processor(name, cores, {PowerState{.speed = speed}}, zone, false);
}

ProcessorId Engine::add_processor(const std::string& name, int cores, const std::vector<PowerState>& states,
                                  std::optional<ZoneId> zone) {
    return world_->add_processor(name, cores, states, zone, true);
}

EndpointId Engine::add_endpoint(const std::string& name, const std::vector<LinkId>& out,
                                const std::vector<LinkId>& in, std::optional<ZoneId> zone) {
    return world_->add_endpoint(name, out, in, zone);
}

double Engine::now() const { return simgrid::s4u::Engine::get_clock(); }
void Engine::at(double time_s, Callback call) { world_->at(time_s, std::move(call)); }

ActivityId Engine::transfer(EndpointId from, EndpointId to, double bytes, Callback done, double rate_limit) {
    return world_->transfer(from, to, bytes, std::move(done), rate_limit);
}

ActivityId Engine::execute(ProcessorId on, double operations, Callback done, int threads, double rate_limit) {
    return world_->execute(on, operations, std::move(done), threads, rate_limit);
}

void Engine::cancel(ActivityId id) { world_->cancel(id); }
double Engine::remaining(ActivityId id) const { return world_->remaining(id); }
void Engine::set_bandwidth(LinkId link, double bytes_per_s) { world_->set_bandwidth(link, bytes_per_s); }
void Engine::set_power_state(ProcessorId processor, int state) { world_->set_power_state(processor, state); }
double Engine::processor_energy_j(ProcessorId processor) const {
    return world_->processor_energy_j(processor);
}
double Engine::link_energy_j(LinkId link) const { return world_->link_energy_j(link); }
void Engine::run() { world_->run(); }
void Engine::run_until(double time_s) { world_->run_until(time_s); }
std::uint64_t Engine::activities_started() const noexcept { return world_->started(); }

}  // namespace verbund::events

#include "tests/benchmark/events_bare.hpp"

#include <array>
#include <string>
#include <vector>

#include <simgrid/s4u.hpp>

namespace verbund::benchmark {
namespace {

namespace sg = simgrid::s4u;

struct Site {
    sg::Host* people = nullptr;
    sg::Host* servers = nullptr;
    sg::Host* hosts = nullptr;
    sg::Host* storage = nullptr;
};

/// SimGrid's command line: the same fluid model as the engine's, quiet.
class World {
public:
    explicit World(const SiteWork& work) : engine_{&count_, arguments_.data()} {
        sg::NetZone* root = sg::create_star_zone("root");
        for (int s = 0; s < work.sites; ++s) {
            const std::string id = std::to_string(s);
            const sg::Link* up = root->create_link("up" + id, work.bytes_per_s)->set_latency(work.latency_s);
            const sg::Link* down =
                root->create_link("down" + id, work.bytes_per_s)->set_latency(work.latency_s);
            Site site;
            site.people = root->create_host("people" + id, 1.0);
            root->add_route(site.people->get_netpoint(), nullptr, nullptr, nullptr, {sg::LinkInRoute(up)},
                            false);
            root->add_route(nullptr, site.people->get_netpoint(), nullptr, nullptr, {sg::LinkInRoute(down)},
                            false);
            site.servers = add_host(root, "servers" + id, 1.0);
            site.hosts = add_host(root, "hosts" + id, 1.0);
            site.hosts->set_core_count(SiteWork::cores);
            site.storage = add_host(root, "storage" + id, SiteWork::storage_bytes_per_s);
            sites.push_back(site);
        }
        root->seal();
    }
    void run() { engine_.run(); }

    std::vector<Site> sites;

private:
    static sg::Host* add_host(sg::NetZone* root, const std::string& name, double speed) {
        sg::Host* host = root->create_host(name, speed);
        root->add_route(host->get_netpoint(), nullptr, nullptr, nullptr, {}, true);
        return host;
    }

    std::array<std::string, 7> words_{"benchmark",
                                      "--log=root.thres:critical",
                                      "--cfg=network/model:CM02",
                                      "--cfg=network/crosstraffic:0",
                                      "--cfg=network/latency-factor:1",
                                      "--cfg=network/bandwidth-factor:1",
                                      "--cfg=network/weight-S:0"};
    std::vector<char*> arguments_{words_[0].data(), words_[1].data(), words_[2].data(), words_[3].data(),
                                  words_[4].data(), words_[5].data(), words_[6].data(), nullptr};
    int count_ = 7;
    sg::Engine engine_;
};

sg::CommPtr flow_from(sg::Host* from, double bytes) {
    const sg::CommPtr comm = sg::Comm::sendto_init();
    comm->set_payload_size(static_cast<std::uint64_t>(bytes));
    comm->set_source(from);
    return comm;
}

/// One site's transactions, driven by the ends of its activities.
class Chain {
public:
    Chain(const SiteWork& work, const Site& site) : work_{work}, site_{site} {}

    void next() {
        // SimGrid is still inside the activity that ended: it goes with the next but one.
        ended_ = std::move(now_);
        switch (step_++ % SiteWork::steps) {
            case 0:
                return started(flow_from(site_.people, SiteWork::request_bytes(done_)), site_.servers);
            case 1:
                return started(site_.hosts, SiteWork::operations(done_));
            case 2:
                return started(site_.storage, SiteWork::read_bytes(done_));
            default:
                return started(flow_from(site_.servers, SiteWork::response_bytes(done_)), site_.people);
        }
    }
    void end() {
        if (step_ % SiteWork::steps == 0) ++done_;
        if (done_ < work_.transactions) next();
    }

private:
    void started(const sg::CommPtr& comm, sg::Host* to) {
        comm->set_data(this);
        now_ = comm;
        comm->set_destination(to);
    }
    void started(sg::Host* on, double operations) {
        const sg::ExecPtr exec = sg::Exec::init();
        exec->set_flops_amount(operations);
        exec->set_data(this);
        now_ = exec;
        exec->set_host(on);
        exec->start();
    }

    const SiteWork& work_;
    Site site_;
    int step_ = 0;
    int done_ = 0;
    sg::ActivityPtr now_;
    sg::ActivityPtr ended_;
};

}  // namespace

double run_bare_callbacks(const SiteWork& work) {
    World world(work);
    std::vector<Chain> chains;
    for (const Site& site : world.sites) chains.emplace_back(work, site);
    sg::Activity::on_completion_cb([](const sg::Activity& activity) { activity.get_data<Chain>()->end(); });
    for (Chain& chain : chains) chain.next();
    world.run();
    return sg::Engine::get_clock();
}

double run_bare_actors(const SiteWork& work) {
    World world(work);
    for (const Site& site : world.sites) {
        sg::Actor::create(
            "site", site.people,
            [&work, site] {
                for (int i = 0; i < work.transactions; ++i) {
                    sg::Comm::sendto(site.people, site.servers,
                                     static_cast<std::uint64_t>(SiteWork::request_bytes(i)));
                    sg::Exec::init()->set_flops_amount(SiteWork::operations(i))->set_host(site.hosts)->wait();
                    sg::Exec::init()
                        ->set_flops_amount(SiteWork::read_bytes(i))
                        ->set_host(site.storage)
                        ->wait();
                    sg::Comm::sendto(site.servers, site.people,
                                     static_cast<std::uint64_t>(SiteWork::response_bytes(i)));
                }
            });
    }
    world.run();
    return sg::Engine::get_clock();
}

}  // namespace verbund::benchmark

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <poll.h>
#include <sys/types.h>

#include "sim/batch/case_message.hpp"

/// One forked child and the pipes from it: the working part of process_pool.hpp.
namespace verbund::batch {

/// An open file descriptor, closed with the object.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    void close();

private:
    int number_;
};

/// Throws `std::system_error` when the system has no descriptor left.
class Pipe {
public:
    Pipe() : Pipe(open()) {}

    Descriptor reading;  ///< reads what is there and does not wait for more
    Descriptor writing;

private:
    struct Ends {
        int reading;
        int writing;
    };
    explicit Pipe(Ends ends) : reading{ends.reading}, writing{ends.writing} {}
    static Ends open();
};

/// How a child ended: with bytes, or with a reason.
struct ChildEnd {
    std::optional<std::vector<std::uint8_t>> bytes;
    std::string reason;
};

/// A child at work.  Destroying the object kills the child if it still runs, and leaves no zombie.
class ChildProcess {
public:
    using Work = std::function<std::vector<std::uint8_t>()>;

    /// Forks a child that does the work and ends.  Throws `std::system_error` when the system has no process,
    /// memory or descriptor for it.  The calling thread must be the only one (see `run_isolated`).
    /// `memory_mb`: what it may allocate; 0 = as much as there is.
    explicit ChildProcess(const Work& work, std::size_t memory_mb = 0);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    /// Adds the open pipes, for poll(2); false if none is open any more.
    bool add_pipes(std::vector<pollfd>& pipes) const;
    /// Reads what has come, without waiting.  Throws `std::bad_alloc` when it does not fit into memory.
    void read_pipes();
    /// Does not wait.  Once it is true, everything the child sent has been read.
    [[nodiscard]] bool has_ended();
    /// Of a child that has ended; to be taken once.
    [[nodiscard]] ChildEnd take_end();
    /// The end of what the child wrote to stderr, at most 1 KiB.
    [[nodiscard]] std::string last_words() const;

private:
    Pipe message_pipe_;
    Pipe words_pipe_;
    pid_t process_ = -1;  ///< -1 once it has been reaped
    int status_ = 0;      ///< how it ended, as waitpid(2) says it
    CaseMessage message_;
    std::string words_;
};

}  // namespace verbund::batch

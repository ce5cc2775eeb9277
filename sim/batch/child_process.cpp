#include "sim/batch/child_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <span>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace verbund::batch {
namespace {

constexpr std::size_t kept_words = 1024;
// Enough at a time to be fast; bounded, since a child that never stops writing must not keep the parent.
constexpr int reads_at_a_time = 16;

[[noreturn]] void fail_for_lack(const char* of) {
    throw std::system_error(errno, std::generic_category(), of);
}

/// Kills this process when its parent ends, also when the parent is killed with no chance to see to it.
void die_with(pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(EXIT_FAILURE);  // it ended before the call above
}

/// Handlers were made for the parent.  As with execve(2), what was ignored stays ignored.
void drop_signal_handlers() {
    for (int signal = 1; signal < NSIG; ++signal) {
        struct sigaction action {};
        if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
        action = {};
        action.sa_handler = SIG_DFL;
        sigaction(signal, &action, nullptr);
    }
}

/// No core files, and where memory runs out a case is killed rather than the whole run.
void limit_harm() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    const int adjustment = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (adjustment < 0) return;
    constexpr std::string_view sooner_than_others = "500";  // of 1000; proc(5)
    [[maybe_unused]] const auto written =
        write(adjustment, sooner_than_others.data(), sooner_than_others.size());
    close(adjustment);
}

/// Nothing from stdin, nothing to stdout (the parent's answer goes there), stderr to the parent.
void replace_streams(int words) {
    constexpr int standard_output = 1;
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    const int nowhere = nothing >= 0 ? nothing : words;
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, standard_output);
    dup2(words, STDERR_FILENO);
}

void end_at_once(int status, void*) { _exit(status); }

bool send(int to, CaseMessage::Kind kind, std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    return CaseMessage::write(to, kind, {bytes, text.size()});
}

bool work_and_send(const ChildProcess::Work& work, int to) {
    try {
        return CaseMessage::write(to, CaseMessage::Kind::outcome, work());
    } catch (const std::bad_alloc&) {
        return send(to, CaseMessage::Kind::exception, "out of memory");
    } catch (const std::exception& e) {
        return send(to, CaseMessage::Kind::exception, e.what());
    } catch (...) {
        return send(to, CaseMessage::Kind::exception, "an exception of unknown type");
    }
}

[[noreturn]] void live(const ChildProcess::Work& work, int message, int words) noexcept {
    limit_harm();
    replace_streams(words);
    // A case that calls exit() must not run what the parent registered; the last one registered runs first.
    on_exit(end_at_once, nullptr);
    _exit(work_and_send(work, message) ? EXIT_SUCCESS : EXIT_FAILURE);
}

template <typename Take>
void drain(Descriptor& pipe, const Take& take) {
    std::array<std::uint8_t, 65536> buffer;
    for (int round = 0; pipe.is_open() && round < reads_at_a_time; ++round) {
        const ssize_t got = read(pipe.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno == EAGAIN) return;
        if (got > 0)
            take(std::span<const std::uint8_t>{buffer.data(), static_cast<std::size_t>(got)});
        else
            pipe.close();
    }
}

std::string describe_signal(int signal) {
    const char* name = strsignal(signal);
    switch (signal) {
        case SIGABRT:
        case SIGBUS:
        case SIGFPE:
        case SIGILL:
        case SIGSEGV:
        case SIGSYS:
        case SIGTRAP:
            return fmt::format("crashed (signal {}, {})", signal, name);
        case SIGKILL:
            return fmt::format("killed (signal {}, {}; the system may have run out of memory)", signal, name);
        default:
            return fmt::format("killed (signal {}, {})", signal, name);
    }
}

/// Of all that it allocates, what it has of its parent included.
void limit_memory(std::size_t memory_mb) {
    if (memory_mb == 0) return;
    constexpr rlim_t bytes_per_mb = rlim_t{1024} * 1024;
    const rlimit limit{memory_mb * bytes_per_mb, memory_mb * bytes_per_mb};
    setrlimit(RLIMIT_DATA, &limit);
}

}  // namespace

void Descriptor::close() {
    if (is_open()) ::close(number_);
    number_ = -1;
}

Pipe::Ends Pipe::open() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail_for_lack("no pipe");
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return {ends[0], ends[1]};
}

ChildProcess::ChildProcess(const Work& work, std::size_t memory_mb) {
    // Until the child has dropped the parent's handlers, none may run in it.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    const pid_t parent = getpid();
    process_ = fork();
    if (process_ == 0) {
        die_with(parent);
        drop_signal_handlers();
        sigprocmask(SIG_SETMASK, &before, nullptr);
        limit_memory(memory_mb);
        live(work, message_pipe_.writing.number(), words_pipe_.writing.number());
    }
    const int reason = errno;
    sigprocmask(SIG_SETMASK, &before, nullptr);
    errno = reason;
    if (process_ < 0) fail_for_lack("no process");
    // Else the pipes would not end with the child, and children forked later would hold them open too.
    message_pipe_.writing.close();
    words_pipe_.writing.close();
}

ChildProcess::~ChildProcess() {
    if (process_ < 0) return;
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

bool ChildProcess::add_pipes(std::vector<pollfd>& pipes) const {
    bool any = false;
    for (const Pipe* pipe : {&message_pipe_, &words_pipe_}) {
        if (!pipe->reading.is_open()) continue;
        pipes.push_back({.fd = pipe->reading.number(), .events = POLLIN, .revents = 0});
        any = true;
    }
    return any;
}

void ChildProcess::read_pipes() {
    drain(message_pipe_.reading, [this](std::span<const std::uint8_t> piece) { message_.take(piece); });
    drain(words_pipe_.reading, [this](std::span<const std::uint8_t> piece) {
        words_.append(piece.begin(), piece.end());
        if (words_.size() > kept_words) words_.erase(0, words_.size() - kept_words);
    });
}

bool ChildProcess::has_ended() {
    if (process_ < 0) return true;
    const pid_t ended = waitpid(process_, &status_, WNOHANG);
    if (ended == 0 || (ended < 0 && errno == EINTR)) return false;
    process_ = -1;
    read_pipes();  // what it wrote last
    return true;
}

ChildEnd ChildProcess::take_end() {
    if (WIFSIGNALED(status_)) return {.bytes = {}, .reason = describe_signal(WTERMSIG(status_))};
    if (WEXITSTATUS(status_) != 0)
        return {.bytes = {}, .reason = fmt::format("exit code {}", WEXITSTATUS(status_))};
    if (message_.is_empty()) return {.bytes = {}, .reason = "ended without an answer"};
    if (!message_.is_whole()) return {.bytes = {}, .reason = "ended in the middle of its answer"};
    if (message_.kind() == CaseMessage::Kind::exception)
        return {.bytes = {}, .reason = {message_.body().begin(), message_.body().end()}};
    return {.bytes = std::move(message_.body()), .reason = {}};
}

std::string ChildProcess::last_words() const {
    const auto inside_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    std::size_t first = 0;  // the cut may have gone through a character of UTF-8
    while (first < words_.size() && inside_character(words_[first])) ++first;
    return words_.substr(first);
}

}  // namespace verbund::batch

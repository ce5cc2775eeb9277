#include "sim/cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/cli/messages.hpp"

namespace verbund::cli {
namespace {

constexpr double silent_seconds = 0.5;
constexpr double redraw_seconds = 0.1;
constexpr int bar_width = 30;

}  // namespace

ProgressDisplay::ProgressDisplay(bool quiet) : quiet_{quiet}, terminal_{isatty(STDERR_FILENO) != 0} {}

double ProgressDisplay::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void ProgressDisplay::draw_bar(double share, std::string_view what) {
    const double now = seconds();
    if (now < silent_seconds || now - last_drawn_ < redraw_seconds) return;
    last_drawn_ = now;
    drawn_ = true;
    const int full = static_cast<int>(share * bar_width);
    const double left = share > 0.0 ? now / share - now : 0.0;
    tell("\r[{:#<{}}{:.<{}}] {:3.0f} %  {:.0f} s left  {:.40}\x1b[K", "", full, "", bar_width - full,
         share * 100.0, left, what);
    std::fflush(stderr);
}

void ProgressDisplay::update(double share, std::string_view what) {
    if (quiet_) return;
    if (terminal_) {
        draw_bar(share, what);
        return;
    }
    const int tenths = static_cast<int>(share * 10.0 + 1e-9);
    if (tenths <= tenths_) return;
    tenths_ = tenths;
    tell("{:3} % after {:.1f} s ({})\n", tenths * 10, seconds(), what);
}

void ProgressDisplay::finish() {
    if (drawn_) tell("\r\x1b[K");
    drawn_ = false;
}

}  // namespace verbund::cli

#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace verbund::cli {

/// Progress on stderr: a bar that renews itself on a terminal, a line per 10 % otherwise, nothing when quiet.
/// Stays silent for the first half second, so that quick work leaves no trace on a terminal.
class ProgressDisplay {
public:
    explicit ProgressDisplay(bool quiet);
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;
    ~ProgressDisplay() { finish(); }
    void update(double share, std::string_view what);
    /// Removes the bar.
    void finish();

private:
    [[nodiscard]] double seconds() const;
    void draw_bar(double share, std::string_view what);

    bool quiet_;
    bool terminal_;
    bool drawn_ = false;
    int tenths_ = 0;
    double last_drawn_ = 0.0;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace verbund::cli

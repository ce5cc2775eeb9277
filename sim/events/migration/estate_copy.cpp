#include "sim/events/migration/estate_copy.hpp"

namespace verbund::events {

EstateCopy::EstateCopy(Engine& engine, const CopyTask& task, const CopyRules& rules, Callback copied)
    : engine_{engine}, task_{task}, rules_{rules}, copied_{std::move(copied)} {}

void EstateCopy::begin(double closes_s) {
    closes_ = closes_s;
    if (!task_.seeded_since_s) {
        began_ = engine_.now();
        start_round(task_.bytes);
        return;
    }
    began_ = *task_.seeded_since_s;
    const double changed = task_.changed_per_s * (engine_.now() - *began_);
    resent_ += changed;
    start_round(changed);
}

void EstateCopy::open_window(double closes_s) {
    if (!began_ || finished_ || last_) return;
    closes_ = closes_s;
    if (waiting_)
        decide(true);
    else if (!transfer_)
        send();
}

void EstateCopy::close_window() {
    if (transfer_ && !last_) pause();
}

void EstateCopy::stop() {
    if (transfer_) pause();
}

void EstateCopy::start_round(double bytes) {
    round_bytes_ = left_ = bytes;
    round_began_ = engine_.now();
    sending_time_ = 0.0;
    send();
}

void EstateCopy::send() {
    sending_since_ = engine_.now();
    transfer_ = engine_.transfer(
        task_.from, task_.to, left_, [this] { round_ended(); }, task_.rate_limit);
}

void EstateCopy::pause() {
    left_ = engine_.remaining(*transfer_);
    sending_time_ += engine_.now() - sending_since_;
    engine_.cancel(*transfer_);
    transfer_.reset();
}

void EstateCopy::round_ended() {
    transfer_.reset();
    const double now = engine_.now();
    sending_time_ += now - sending_since_;
    if (!last_) {
        decide(false);
        return;
    }
    downtime_ = now - round_began_ + rules_.cutover_fixed_s;
    finished_ = now + rules_.cutover_fixed_s;
    copied_();
}

void EstateCopy::decide(bool window_opens) {
    const double now = engine_.now();
    const double rest = task_.changed_per_s * (now - round_began_);
    const double takes_s = rest > 0.0 ? rest * sending_time_ / round_bytes_ : 0.0;
    const bool small_enough = takes_s <= rules_.cutover_limit_s;
    waiting_ = small_enough && !window_opens && takes_s > closes_ - now;
    if (waiting_) return;
    last_ = small_enough;
    resent_ += rest;
    start_round(rest);
}

}  // namespace verbund::events

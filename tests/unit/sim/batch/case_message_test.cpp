#include "sim/batch/case_message.hpp"

#include <algorithm>

#include <unistd.h>

#include "sim/batch/child_process.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// What `write` puts into a pipe.
Bytes written(CaseMessage::Kind kind, const Bytes& body) {
    Pipe pipe;
    REQUIRE(CaseMessage::write(pipe.writing.number(), kind, body));
    Bytes bytes(1000);
    const ssize_t size = read(pipe.reading.number(), bytes.data(), bytes.size());
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return bytes;
}

TEST_CASE("a message is whole once its last byte is there, in pieces of any size", "[batch][isolation]") {
    const Bytes body{1, 0, 255, 4, 5};
    const Bytes sent = written(CaseMessage::Kind::exception, body);
    REQUIRE(sent.size() == 14);  // kind 1 + length 8 + body 5
    for (std::size_t piece = 1; piece <= sent.size(); ++piece) {
        CAPTURE(piece);
        CaseMessage message;
        CHECK(message.is_empty());
        for (std::size_t from = 0; from < sent.size(); from += piece) {
            CHECK_FALSE(message.is_whole());
            message.take(std::span{sent}.subspan(from, std::min(piece, sent.size() - from)));
            CHECK_FALSE(message.is_empty());
        }
        CHECK(message.is_whole());
        CHECK(message.kind() == CaseMessage::Kind::exception);
        CHECK(message.body() == body);
    }
}

TEST_CASE("a message without a body is whole after its header", "[batch][isolation]") {
    CaseMessage message;
    message.take(written(CaseMessage::Kind::outcome, {}));
    CHECK(message.is_whole());
    CHECK(message.kind() == CaseMessage::Kind::outcome);
    CHECK(message.body().empty());
}

}  // namespace
}  // namespace verbund::batch

#pragma once

#include <cstdio>
#include <utility>

#include <fmt/format.h>

namespace verbund::cli {

/// Says something on stderr.  Failing there (closed, full disk) is no reason to stop: nobody is left to be
/// told.
/// (`fmt::print` would throw.)
template <class... Arguments>
void tell(fmt::format_string<Arguments...> text, Arguments&&... arguments) {
    std::fputs(fmt::format(text, std::forward<Arguments>(arguments)...).c_str(), stderr);
}

}  // namespace verbund::cli

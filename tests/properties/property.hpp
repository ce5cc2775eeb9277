#pragma once

#include <sstream>
#include <string>

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

/// A test case that holds for studies drawn at random; its name is the rule.  How many are drawn, and from
/// which seed, stands in the environment variable RC_PARAMS (max_success, seed), which ctest sets.
#define PROPERTY_JOINED(a, b) a##b
#define PROPERTY_NAME(a, b) PROPERTY_JOINED(a, b)
#define PROPERTY(rule)                                                                        \
    static void PROPERTY_NAME(property_, __LINE__)();                                         \
    TEST_CASE(rule, "[properties]") { CHECK(rc::check(PROPERTY_NAME(property_, __LINE__))); } \
    static void PROPERTY_NAME(property_, __LINE__)()

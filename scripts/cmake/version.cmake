# Writes version.cpp (see models/base/version.hpp). Included by CMakeLists.txt it declares the build step; run as a
# script (cmake -P) it is that step: it asks git at each build and touches the file only when the answer changed.

if(NOT CMAKE_SCRIPT_MODE_FILE)
    function(verbund_version_source result)
        set(output ${CMAKE_BINARY_DIR}/generated/version.cpp)
        add_custom_target(verbund_version ALL
            COMMAND ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D VERSION=${PROJECT_VERSION} -D OUTPUT=${output}
                    -P ${PROJECT_SOURCE_DIR}/scripts/cmake/version.cmake
            BYPRODUCTS ${output}
            COMMENT "Asking git for the commit"
            VERBATIM)
        set(${result} ${output} PARENT_SCOPE)
    endfunction()
    return()
endif()

execute_process(COMMAND git -C ${SOURCE} rev-parse --verify --quiet --short=12 HEAD
    OUTPUT_VARIABLE COMMIT ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
if(failed OR NOT COMMIT)
    set(COMMIT unknown)
endif()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[
// Written by scripts/cmake/version.cmake.
#include "models/base/version.hpp"

namespace verbund {

std::string_view program_version() noexcept { return "@VERSION@"; }
std::string_view program_commit() noexcept { return "@COMMIT@"; }

}  // namespace verbund
]])

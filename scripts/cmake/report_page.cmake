# The report page (results/report/page) as one file inside the binary. See scripts/report-page/build.mjs.

# A static library with the page; `npm ci` runs once, and again when the lock changes.
function(verbund_report_page target)
    set(tools ${PROJECT_SOURCE_DIR}/scripts/report-page)
    set(page ${PROJECT_SOURCE_DIR}/results/report/page)
    set(words ${PROJECT_SOURCE_DIR}/results/report/words/de.json ${PROJECT_SOURCE_DIR}/results/report/words/en.json)
    set(map ${PROJECT_SOURCE_DIR}/models/catalog/germany.topojson)
    set(folder ${CMAKE_BINARY_DIR}/report-page)
    set(installed ${folder}/node_modules/.package-lock.json)
    foreach(program IN ITEMS node npm esbuild)
        find_program(VERBUND_${program} ${program} REQUIRED)
    endforeach()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${page}/*.js ${page}/*.css ${page}/*.html)
    file(MAKE_DIRECTORY ${folder})

    add_custom_command(OUTPUT ${installed}
        COMMAND ${CMAKE_COMMAND} -E copy ${tools}/package.json ${tools}/package-lock.json ${folder}
        COMMAND ${VERBUND_npm} ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
        COMMAND ${CMAKE_COMMAND} -E touch ${installed}
        WORKING_DIRECTORY ${folder}
        DEPENDS ${tools}/package.json ${tools}/package-lock.json
        COMMENT "Installing the report page's libraries"
        VERBATIM)
    add_custom_command(OUTPUT ${folder}/page.html
        COMMAND ${VERBUND_node} ${tools}/build.mjs ${page} ${folder}/node_modules ${map} ${folder}/page.html
        DEPENDS ${tools}/build.mjs ${installed} ${sources} ${words} ${map}
        COMMENT "Making the report page"
        VERBATIM)
    verbund_embed_as(${target} verbund_report_page ${folder}/page.html)
endfunction()

# Puts data files into the binary, so that `verbund` runs from any directory. See models/catalog/embedded.hpp.

# Every file that is shipped inside the binary, as a path relative to the repository top, in byte order.
function(verbund_shipped_files result)
    file(GLOB catalog CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
         ${PROJECT_SOURCE_DIR}/models/catalog/*.csv ${PROJECT_SOURCE_DIR}/models/catalog/*.topojson)
    file(GLOB_RECURSE studies CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/scenarios/*)
    list(FILTER studies INCLUDE REGEX "^scenarios/[^/]+/")
    list(FILTER studies EXCLUDE REGEX "^scenarios/(study|read|guide)/")
    list(FILTER studies EXCLUDE REGEX "(/\\.|/__pycache__/|~$|\\.(h5|part|swp|bak)$)")
    set(files ${catalog} ${studies})
    list(SORT files)
    set(${result} ${files} PARENT_SCOPE)
endfunction()

# A static library with the content (.incbin) and the table of the given files.
function(verbund_embed_files target)
    set(folder ${CMAKE_BINARY_DIR}/generated)
    set(assembly ".section .rodata\n")
    set(declarations)
    set(rows)
    set(full_paths)
    set(count 0)
    foreach(name IN LISTS ARGN)
        set(begin verbund_embedded_${count}_begin)
        set(end verbund_embedded_${count}_end)
        set(path ${PROJECT_SOURCE_DIR}/${name})
        list(APPEND full_paths ${path})
        string(APPEND assembly ".balign 16\n.globl ${begin}\n.globl ${end}\n"
               "${begin}:\n.incbin \"${path}\"\n${end}:\n.byte 0\n")
        string(APPEND declarations "extern const char ${begin}[];\nextern const char ${end}[];\n")
        string(APPEND rows "    {\"${name}\", content(${begin}, ${end})},\n")
        math(EXPR count "${count} + 1")
    endforeach()
    string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")  # no executable stack
    file(CONFIGURE OUTPUT ${folder}/embedded.s CONTENT "${assembly}" @ONLY)
    configure_file(${PROJECT_SOURCE_DIR}/scripts/cmake/embedded.cpp.in ${folder}/embedded.cpp @ONLY)
    set_source_files_properties(${folder}/embedded.s PROPERTIES OBJECT_DEPENDS "${full_paths}")
    add_library(${target} STATIC ${folder}/embedded.s ${folder}/embedded.cpp)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
endfunction()

# A static library whose symbols SYMBOL_begin and SYMBOL_end enclose the content of a file; pairs of both.
function(verbund_embed_as target)
    set(sources)
    set(pairs ${ARGN})
    while(pairs)
        list(POP_FRONT pairs symbol file)
        set(assembly ${CMAKE_BINARY_DIR}/generated/${symbol}.s)
        file(CONFIGURE OUTPUT ${assembly} CONTENT ".section .rodata
.globl ${symbol}_begin
.globl ${symbol}_end
${symbol}_begin:
.incbin \"${file}\"
${symbol}_end:
.byte 0
.section .note.GNU-stack,\"\",%progbits
" @ONLY)
        set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${file})
        list(APPEND sources ${assembly})
    endwhile()
    add_library(${target} STATIC ${sources})
    # CMake's archiver of assembly alone adds to the archive that is there: what an earlier build called otherwise would
    # stay in it, and its symbols come first.
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()

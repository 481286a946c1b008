# Installs into an empty folder, builds the consumer against nothing but that folder, and runs it.
set(work ${BUILD}/package_test)
file(REMOVE_RECURSE ${work})

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${ARGN} gave ${result}:\n${output}")
    endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/installed)
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${work}/build -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${work}/installed
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${work}/build/consumer ${SAMPLE}/notice.docx ${work}/notice.json)
run(${CMAKE_COMMAND} -E compare_files ${work}/notice.json ${SAMPLE}/expected/notice.docx.json)
run(${work}/installed/bin/mingdan --version)

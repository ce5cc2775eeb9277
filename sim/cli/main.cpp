#include "sim/cli/app.hpp"

int main(int argc, char** argv) { return verbund::cli::run_program(argc, argv); }

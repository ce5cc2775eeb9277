#include "scenarios/study/field_table.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund::study {

FieldList describe(Sweep& sweep) {
    FieldTable table;
    table
        .add_list(
            "engines", sweep.engines, {}, 1,
            "annual = capacity, energy and money, always played; availability = downtime a year; events "
            "= response times and drills. Availability and events play their years alone, by default the "
            "milestones.",
            {"A", "the other engines take many times as long"})
        .fixed("a choice of whoever plans");
    table
        .add(
            "replications", sweep.replications, {1, 10'000},
            "How often each case is played, each time with other random numbers: the first with those of the "
            "seed, and the n-th with the same in all variants and cases.",
            {"A", "one play shows what varying the values does"})
        .fixed("a choice of whoever plans");
    constexpr Origin enough{
        "A",
        "the median of 28 independent draws, of 200 in twelve groups, is known to some 9 % of probability"};
    table
        .add("draws", sweep.draws, {8, 100'000},
             "How often what has a distribution is drawn, for each combination of the lists; rounded down so "
             "that every group of figures is weighed alike.",
             enough)
        .fixed("a choice of whoever plans");
    table
        .add(
            "sequence", sweep.sequence, {},
            "sobol = low-discrepancy, latin-hypercube = one draw in each slice of every group, random = "
            "independent; tornado = no draws: every figure by itself at its low and its high end, the others "
            "as they are.",
            {"A", "for smooth outcomes a Sobol sequence needs the fewest draws"})
        .fixed("a choice of whoever plans");
    table
        .add("sensitivity", sweep.sensitivity, {},
             "Lay out the draws so that they tell how much of the spread each group carries.",
             {"A", "what to find out first is what planners ask next"})
        .fixed("a choice of whoever plans");
    table
        .add("uncertain", sweep.uncertain, {},
             "catalog = every default and price that has a low and a high end is drawn from the triangle "
             "between them, with the default as its mode; none = only what is listed.",
             {"A", "what is varied is stated"})
        .fixed("a choice of whoever plans");
    return table.take();
}

FieldList describe(SweepAxis& axis) {
    FieldTable table;
    table.add_list("values", axis.values, any_text, 1, "Every one of these values.", no_default);
    table.add("zip", axis.zip, name_of_thing,
              "Lists with the same name here go side by side instead of being crossed.", no_default);
    table.add_list("normal", axis.normal, any_text, 1, "Normal: mean and standard deviation.", no_default);
    table.add_list("lognormal", axis.lognormal, any_text, 1,
                   "Lognormal: median, and the factor that one standard deviation is.", no_default);
    table.add_list("triangular", axis.triangular, any_text, 1,
                   "Triangular: least, most likely and greatest value.", no_default);
    table.add_list("uniform", axis.uniform, any_text, 1, "Uniform: least and greatest value.", no_default);
    table.add_list("discrete", axis.discrete, any_text, 1, "One of these values.", no_default);
    table.add_list("weights", axis.weights, {0.0, {}}, 1,
                   "Weight of each value of `discrete`; default: all "
                   "alike.",
                   no_default);
    table.add("group", axis.group, name_of_thing,
              "What has the same name here moves together: low values with low ones; default: by itself.",
              no_default);
    return table.take();
}

}  // namespace verbund::study

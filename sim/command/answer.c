/* command/answer.c - the known answers, case by case. */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "textbook.h"

static const struct cmd_answer one_server[] = {
    {"wait_mean", "all", "all", cmd_textbook_wait, 0, 0},
    {"within_target", "all", "all", cmd_textbook_within, 0, 0},
    {"list_people", "all", "all", cmd_textbook_list, 0, 0},
    {"utilisation", "all", "all", cmd_textbook_use, 0, 0},
};

static const struct cmd_answer any_work[] = {
    {"wait_mean", "all", "all", cmd_textbook_server_wait, 0, 0},
    {"list_people", "all", "all", cmd_textbook_server_list, 0, 0},
};

static const struct cmd_answer strict[] = {
    {"wait_mean", "priority", "urgent", cmd_textbook_server_strict, 0, 0},
    {"wait_mean", "priority", "soon", cmd_textbook_server_strict, 0, 0},
    {"wait_mean", "priority", "routine", cmd_textbook_server_strict, 0, 0},
};

static const struct cmd_answer accumulating[] = {
    {"wait_mean", "priority", "urgent", cmd_textbook_server_accumulating, 0, 0},
    {"wait_mean", "priority", "soon", cmd_textbook_server_accumulating, 0, 0},
    {"wait_mean", "priority", "routine", cmd_textbook_server_accumulating, 0, 0},
};

static const struct cmd_answer impatience[] = {
    {"list_people", "all", "all", cmd_textbook_patience_list, 0, 0},
    {"resolved_per_year", "all", "all", cmd_textbook_patience_leave, 0, 0},
    {"declined_per_year", "all", "all", cmd_textbook_patience_leave, 0, 0},
    {"utilisation", "all", "all", cmd_textbook_patience_use, 0, 0},
};

static const struct cmd_answer series[] = {
    {"wait_mean", "team", "Team", cmd_textbook_wait, 0, 0},
    {"wait_mean", "team", "Second", cmd_textbook_wait, 0, 0},
    {"list_people", "team", "Second", cmd_textbook_list, 0, 0},
    {"utilisation", "team", "Second", cmd_textbook_use, 0, 0},
};

static const struct cmd_answer feedback[] = {
    {"wait_mean", "all", "all", cmd_textbook_wait, 0, 0},
    {"list_people", "all", "all", cmd_textbook_list, 0, 0},
    {"followups_waiting", "all", "all", cmd_textbook_followups, 0, 0},
    {"utilisation", "all", "all", cmd_textbook_use, 0, 0},
};

static const struct cmd_answer pair[] = {
    {"list_people", "team", "Team", cmd_textbook_pair, 0, 0},
    {"seen_per_year", "team", "Team", cmd_textbook_pair, 0, 0},
    {"triaged_out_per_year", "team", "Team", cmd_textbook_pair, 0, 0},
    {"utilisation", "team", "Team", cmd_textbook_pair, 0, 0},
};

static const struct cmd_answer packages[] = {
    {"care_packages", "all", "all", cmd_textbook_packages, 0, 1},
    {"care_packages", "all", "all", cmd_textbook_packages, 0, 4},
    {"care_packages", "all", "all", cmd_textbook_packages, 0, 8},
    {"care_packages", "all", "all", cmd_textbook_packages, 0, 10},
    {"care_packages", "all", "all", cmd_textbook_packages, 0, 12},
};

static const struct cmd_answer arrivals[] = {
    {"persons_per_year", "age band", "0-64", cmd_textbook_arrivals, 1, 0},
    {"persons_per_year", "age band", "0-64", cmd_textbook_arrivals, 5, 0},
    {"persons_per_year", "age band", "65-79", cmd_textbook_arrivals, 1, 0},
    {"persons_per_year", "age band", "65-79", cmd_textbook_arrivals, 3, 0},
    {"persons_per_year", "age band", "65-79", cmd_textbook_arrivals, 5, 0},
    {"persons_per_year", "age band", "80+", cmd_textbook_arrivals, 1, 0},
    {"persons_per_year", "age band", "80+", cmd_textbook_arrivals, 3, 0},
    {"persons_per_year", "age band", "80+", cmd_textbook_arrivals, 5, 0},
};

static const struct cmd_answer survival[] = {
    {"list_people", "age band", "0-59", cmd_textbook_alive, 10, 0},
    {"list_people", "age band", "60-77", cmd_textbook_alive, 1, 0},
    {"list_people", "age band", "60-77", cmd_textbook_alive, 5, 0},
    {"list_people", "age band", "60-77", cmd_textbook_alive, 10, 0},
    {"list_people", "age band", "78+", cmd_textbook_alive, 1, 0},
    {"list_people", "age band", "78+", cmd_textbook_alive, 5, 0},
    {"list_people", "age band", "78+", cmd_textbook_alive, 10, 0},
};

static const struct cmd_answer hours[] = {
    {"wait_mean", "team", "Second", cmd_textbook_hours_wait, 0, 0},
    {"list_people", "team", "Second", cmd_textbook_hours_list, 0, 0},
    {"utilisation", "team", "Second", cmd_textbook_hours_use, 0, 0},
};

static const struct cmd_answer weekend[] = {
    {"wait_mean", "all", "all", cmd_textbook_weekend_wait, 0, 0},
    {"list_people", "all", "all", cmd_textbook_weekend_list, 0, 0},
    {"utilisation", "all", "all", cmd_textbook_weekend_use, 0, 0},
};

static const struct cmd_case cases[] = {
    {"mm1", "One server, exponential work: M/M/1", "Erlang (1917); Kleinrock (1975), Queueing Systems 1, section 3.2",
     one_server, sizeof one_server / sizeof one_server[0]},
    {"mmc", "Four servers: M/M/c, Erlang C", "Erlang (1917), Elektroteknikeren 13, 5-13", one_server,
     sizeof one_server / sizeof one_server[0]},
    {"mg1-constant", "One server, constant work: M/G/1, cv 0",
     "Pollaczek (1930), Math. Z. 32, 64-100; Khinchine (1932), Mat. Sbornik 39(4), 73-84", any_work,
     sizeof any_work / sizeof any_work[0]},
    {"mg1-cv1", "One server, lognormal work: M/G/1, cv 1",
     "Pollaczek (1930), Math. Z. 32, 64-100; Khinchine (1932), Mat. Sbornik 39(4), 73-84", any_work,
     sizeof any_work / sizeof any_work[0]},
    {"mg1-cv3", "One server, gamma work: M/G/1, cv 3",
     "Pollaczek (1930), Math. Z. 32, 64-100; Khinchine (1932), Mat. Sbornik 39(4), 73-84", any_work,
     sizeof any_work / sizeof any_work[0]},
    {"priorities", "Three priorities, the most urgent first", "Cobham (1954), Operations Research 2(1), 70-76", strict,
     sizeof strict / sizeof strict[0]},
    {"accumulating", "Three priorities, accumulating with the wait",
     "Kleinrock (1964), Naval Research Logistics Quarterly 11(3), 329-341", accumulating,
     sizeof accumulating / sizeof accumulating[0]},
    {"impatience", "Three servers, people who give up: Erlang A",
     "Palm (1957), Tele 1; Garnett, Mandelbaum and Reiman (2002), M&SOM 4(3), 208-227", impatience,
     sizeof impatience / sizeof impatience[0]},
    {"series", "Two stations in series", "Jackson (1957), Operations Research 5(4), 518-521", series,
     sizeof series / sizeof series[0]},
    {"feedback", "A station to which people come back", "Jackson (1957), Operations Research 5(4), 518-521", feedback,
     sizeof feedback / sizeof feedback[0]},
    {"joint", "Two who assess together and screen apart", "balance equations of a Markov chain, theory/pair.h", pair,
     sizeof pair / sizeof pair[0]},
    {"packages", "Packages with time-varying starts: M(t)/G/infinity",
     "Eick, Massey and Whitt (1993), Operations Research 41(4), 731-742", packages,
     sizeof packages / sizeof packages[0]},
    {"arrivals", "Arrivals by year and age",
     "integral of rates times residents; Kingman (1993), Poisson Processes, 2.1", arrivals,
     sizeof arrivals / sizeof arrivals[0]},
    {"survival", "Survival by the life table", "Chiang (1984), The Life Table and its Applications, chapter 10",
     survival, sizeof survival / sizeof survival[0]},
    {"hours-mm1", "Working time: M/M/1", "Kleinrock (1975); calendar over working time, theory/hours.h", hours,
     sizeof hours / sizeof hours[0]},
    {"hours-mmc", "Working time: M/M/c", "Erlang (1917); calendar over working time, theory/hours.h", hours,
     sizeof hours / sizeof hours[0]},
    {"hours-mg1", "Working time: M/G/1, cv 1.2", "Pollaczek (1930); calendar over working time, theory/hours.h", hours,
     sizeof hours / sizeof hours[0]},
    {"hours-weekend", "Working time: a weekend's referrals", "sum over places in the queue, theory/hours.h", weekend,
     sizeof weekend / sizeof weekend[0]},
};

const struct cmd_case *cmd_cases(size_t *count) {
    *count = sizeof cases / sizeof cases[0];
    return cases;
}

struct stat_moments cmd_answer_moments(const struct cmd_answer *answer, const struct expt_results *results,
                                       int *column) {
    const struct expt_outcome *outcome = &results->outcomes[0];
    const int found = expt_column_find(outcome, answer->measure, answer->dimension, answer->subject);
    struct stat_moments moments = {0};
    if (column != NULL) {
        *column = found;
    }
    if (found < 0 || answer->month > results->month_count || answer->year > results->year_count) {
        return moments;
    }
    if (answer->month > 0) {
        return outcome->months[(size_t)found * results->month_count + answer->month - 1];
    }
    if (answer->year > 0) {
        return outcome->years[(size_t)found * results->year_count + answer->year - 1];
    }
    for (uint32_t r = 0; r < results->replications; r++) {
        stat_moments_add(&moments, outcome->values[(size_t)found * results->replications + r]);
    }
    return moments;
}

char *cmd_answer_name(const struct cmd_answer *answer, const struct expt_results *results) {
    const struct expt_outcome *outcome = &results->outcomes[0];
    const int column = expt_column_find(outcome, answer->measure, answer->dimension, answer->subject);
    const char *measure = column < 0 ? answer->measure : outcome->columns[column].name;
    const bool is_of_all = strcmp(answer->dimension, "all") == 0;
    char *of = is_of_all ? mem_text("") : mem_format(", %s", answer->subject);
    char *when = answer->month > 0  ? mem_format(", month %u", answer->month)
                 : answer->year > 0 ? mem_format(", year %u", answer->year)
                                    : mem_text("");
    char *name = mem_format("%s%s%s", measure, of, when);
    free(of);
    free(when);
    return name;
}

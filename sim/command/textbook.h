/* command/textbook.h - which textbook model a scenario is: its numbers handed to theory (inside the command layer only).
 * Each is a cmd_theory for one measure. A team is a station: the one that the answer is about, or the first. */
#ifndef SIM_COMMAND_TEXTBOOK_H
#define SIM_COMMAND_TEXTBOOK_H

#include "answer.h"
#include "theory/span.h"

/* Stations with exponential work, always open, that people visit by Poisson processes, go on from, or come back to (a
 * geometric number of follow-ups at once): M/M/1, M/M/c and networks of them. */
cmd_theory cmd_textbook_wait;           /* wait_mean */
cmd_theory cmd_textbook_within;         /* within_target */
cmd_theory cmd_textbook_list;           /* list_people */
cmd_theory cmd_textbook_followups;      /* followups_waiting */
cmd_theory cmd_textbook_use;            /* utilisation */
cmd_theory cmd_textbook_patience_list;  /* list_people where people give up */
cmd_theory cmd_textbook_patience_leave; /* resolved_per_year, declined_per_year */
cmd_theory cmd_textbook_patience_use;   /* utilisation */

/* One server, work of any spread, by priority. */
cmd_theory cmd_textbook_server_wait;         /* wait_mean of all */
cmd_theory cmd_textbook_server_list;         /* list_people */
cmd_theory cmd_textbook_server_strict;       /* wait_mean of a priority */
cmd_theory cmd_textbook_server_accumulating; /* wait_mean of a priority */

/* Two who assess together and screen apart. */
cmd_theory cmd_textbook_pair; /* list_people, seen_per_year, triaged_out_per_year, utilisation */

/* The second of two teams in working time, the first of which is always busy; a weekend's referrals. */
cmd_theory cmd_textbook_hours_wait;   /* wait_mean */
cmd_theory cmd_textbook_hours_list;   /* list_people */
cmd_theory cmd_textbook_hours_use;    /* utilisation */
cmd_theory cmd_textbook_weekend_wait; /* wait_mean */
cmd_theory cmd_textbook_weekend_list; /* list_people */
cmd_theory cmd_textbook_weekend_use;  /* utilisation */

/* People without queues. */
cmd_theory cmd_textbook_packages; /* care_packages in a month */
cmd_theory cmd_textbook_arrivals; /* persons_per_year of an age band in a year */
cmd_theory cmd_textbook_alive;    /* list_people of an age band in a year, where people leave by death alone */

/* What several of them read of a scenario. */

/* Do as many people come in every hour of the run, seasons and weekdays apart, and does nobody die or wait from before? */
bool cmd_textbook_is_steady(const struct scn_scenario *scenario);

/* Do as many come in every month and on every weekday? */
bool cmd_textbook_is_level(const struct scn_scenario *scenario);

/* Is a team as many whole people all the time: nobody ill, leaving, or there for a while only? */
bool cmd_textbook_is_constant(const struct scn_scenario *scenario, const struct svc_team *team);

/* Are all teams so, never closed, and do they nothing besides the work itself, so that they are stations of a network? */
bool cmd_textbook_has_stations(const struct scn_scenario *scenario);

/* People who come by a stream, at the start date [1/h]. */
double cmd_textbook_rate(const struct scn_scenario *scenario, size_t stream);

/* Staff of a team at the beginning [FTE]. */
double cmd_textbook_servers(const struct svc_team *team);

/* Work of a team on a need: mean and mean square [h, h^2]; NAN where the distribution has no formula here. */
struct cmd_textbook_work {
    double mean, square;
    bool is_exponential;
};
struct cmd_textbook_work cmd_textbook_work(const struct scn_scenario *scenario, const struct svc_team *team,
                                           unsigned need);

/* A distribution as theory has it; its mean is NAN where theory has no such family. */
struct theory_span cmd_textbook_span(const struct des_dist *dist);

#endif

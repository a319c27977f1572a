/* command/command.h - the subcommands of the program, and how they end (inside the command layer only). */
#ifndef SIM_COMMAND_COMMAND_H
#define SIM_COMMAND_COMMAND_H

/* Exit statuses; from 64 on as <sysexits.h> has them. */
enum cmd_status {
    CMD_OK = 0,
    CMD_FAILED = 1,        /* a check did not hold */
    CMD_USAGE = 64,        /* the command line is not understood */
    CMD_DATA = 65,         /* a scenario or data file has faults */
    CMD_CANNOT_WRITE = 73, /* results could not be written */
    CMD_INTERRUPTED = 130, /* stopped by SIGINT; what was finished is kept */
    CMD_TERMINATED = 143   /* by SIGTERM */
};

/* Each takes its own arguments, the subcommand's name first. */
int cmd_check_main(int argument_count, char **arguments);
int cmd_compare_main(int argument_count, char **arguments);
int cmd_diff_main(int argument_count, char **arguments);
int cmd_explain_main(int argument_count, char **arguments);
int cmd_run_main(int argument_count, char **arguments);
int cmd_selftest_main(int argument_count, char **arguments);
int cmd_trace_main(int argument_count, char **arguments);
int cmd_verify_main(int argument_count, char **arguments);
int cmd_template_main(int argument_count, char **arguments);

#endif

/* output/tables.h - the tidy result files of a study, long form, one value a line, with units. */
#ifndef OUTPUT_TABLES_H
#define OUTPUT_TABLES_H

#include <stdbool.h>

#include "base/err.h"
#include "experiment/study.h"
#include "output/folder.h"

/* Writes summary.csv, differences.csv, splits.csv, series.csv, waits.csv, incidence.csv, replications.csv and
 * measures.csv (the dictionary). Each line of replications.csv has the fingerprint of its replication. differences.csv and splits.csv only when there is more than one scenario. Returns false
 * after a complaint. */
bool out_tables_write(struct out_folder *folder, const struct expt_results *results, struct err_list *err);

#endif

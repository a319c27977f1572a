/* output/figures.c - figures: CSV, script, SVG and PNG of each. */
#include "output/figures.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "output/drawing.h"
#include "output/plot.h"

enum { FIGURES = 13, COMMON_SCRIPTS = 7 };

static const char *const common_scripts[] = {"style.gp",  "months.gp", "rows.gp", "parts.gp",
                                             "panels.gp", "years.gp",  "bars.gp"}; /* loaded by the others */
static const char drawing_folder[] = "figures/.drawing"; /* where gnuplot works, gone afterwards */

static const struct out_figure figures[FIGURES] = {
    {"waits", "Share of people seen against days waited for the first assessment.", false},
    {"list", "People waiting for assessment, month by month.", false},
    {"targets", "Share of people seen within the target of their priority.", false},
    {"care-hours", "Hours of care funded, and hours of care not met, month by month.", false},
    {"differences", "Differences of the headline measures from the baseline.", true},
    {"utilisation", "Work done over hours available, team by team.", false},
    {"bands", "People waiting, month by month, by how long they have waited.", false},
    {"incidence", "What has become of people by days since referral.", false},
    {"split", "Why funded care differs from the baseline, part by part.", true},
    {"uses", "Hours of staff a year, by what they are used for.", false},
    {"journey", "Days from first contact to the last help, stage by stage.", false},
    {"delayed-beds", "Hospital beds of people who are ready to go, month by month.", false},
    {"equity", "Mean wait to first assessment, locality by locality.", false},
};

static void (*const writers[FIGURES])(struct out_plot *plot) = {
    out_plot_waits,       out_plot_list,         out_plot_targets,   out_plot_care_hours, out_plot_differences,
    out_plot_utilisation, out_plot_bands,        out_plot_incidence, out_plot_split,      out_plot_uses,
    out_plot_journey,     out_plot_delayed_beds, out_plot_equity,
};

const struct out_figure *out_figures(size_t *count) {
    *count = FIGURES;
    return figures;
}

/* The whole text of a file, *length bytes; NULL after a complaint. The caller frees it. */
static char *file_text(const char *path, size_t *length, struct err_list *err) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t capacity = 0, got = 1;
    bool read;

    *length = 0;
    while (file && got > 0) {
        if (*length == capacity) {
            text = mem_resized(text, capacity += 65536, 1);
        }
        got = fread(text + *length, 1, capacity - *length, file);
        *length += got;
    }
    read = file && !ferror(file);
    if (!read) {
        err_add(err, path, 0, "this file cannot be read: %s", strerror(errno));
    }
    if (file) {
        fclose(file);
    }
    if (read) {
        return text;
    }
    free(text);
    return NULL;
}

static bool text_write(struct out_folder *folder, const char *name, const char *text, size_t length,
                       struct err_list *err) {
    FILE *out = out_folder_begin(folder, name, err);

    if (!out) {
        return false;
    }
    fwrite(text, 1, length, out);
    return out_folder_end(folder, err);
}

static bool script_copy(struct out_folder *folder, const char *plots, const char *file_name, struct err_list *err) {
    char *from = mem_format("%s/%s", plots, file_name), *to = mem_format("figures/%s", file_name);
    const bool copied = out_folder_copy(folder, from, to, err);

    free(from);
    free(to);
    return copied;
}

/* Writes CSV and script of a figure, unless it has no data. */
static bool figure_write(struct out_folder *folder, struct out_plot *plot, size_t figure, const char *plots,
                         struct err_list *err) {
    char *table = NULL, *name = mem_format("figures/%s.csv", figures[figure].name);
    char *script = mem_format("%s.gp", figures[figure].name);
    size_t length = 0;
    bool written = true;

    plot->out = open_memstream(&table, &length);
    err_require(plot->out);
    writers[figure](plot);
    err_require(fclose(plot->out) == 0);
    if (plot->lines > 0) {
        written = text_write(folder, name, table, length, err) && script_copy(folder, plots, script, err);
    }
    free(table);
    free(name);
    free(script);
    return written;
}

/* Copies of what a script reads, so that gnuplot never works where finished pictures lie. */
static bool drawing_file_copy(const struct out_folder *folder, const char *name, const char *ending,
                              struct err_list *err) {
    char *from = mem_format("%s/figures/%s%s", folder->path, name, ending);
    char *to = mem_format("%s/%s/%s%s", folder->path, drawing_folder, name, ending);
    size_t length;
    char *text = file_text(from, &length, err);
    FILE *out = text ? fopen(to, "wb") : NULL;
    bool whole = out && fwrite(text, 1, length, out) == length;

    if (out) {
        whole = fclose(out) == 0 && whole;
    }
    if (text && !whole) {
        err_add(err, to, 0, "this file could not be written to its end: %s", strerror(errno));
    }
    free(text);
    free(from);
    free(to);
    return whole;
}

static bool picture_adopt(struct out_folder *folder, const char *name, const char *ending, struct err_list *err) {
    char *from = mem_format("%s/%s/%s%s", folder->path, drawing_folder, name, ending);
    char *to = mem_format("figures/%s%s", name, ending);
    const bool adopted = out_folder_adopt(folder, from, to, err);

    free(from);
    free(to);
    return adopted;
}

static bool figure_draw(struct out_folder *folder, const char *name, struct err_list *err) {
    char *path = out_folder_path(folder, drawing_folder);
    const bool drawn = drawing_file_copy(folder, name, ".gp", err) && drawing_file_copy(folder, name, ".csv", err) &&
                       out_drawing_run(path, name, err) && picture_adopt(folder, name, ".svg", err) &&
                       picture_adopt(folder, name, ".png", err);

    free(path);
    return drawn;
}

static void drawing_file_remove(const struct out_folder *folder, const char *name, const char *ending) {
    char *path = mem_format("%s/%s/%s%s", folder->path, drawing_folder, name, ending);

    unlink(path);
    free(path);
}

static void drawing_figure_remove(const struct out_folder *folder, const char *name) {
    static const char *const endings[] = {".gp", ".csv", ".svg", ".png"};

    for (size_t j = 0; j < sizeof endings / sizeof endings[0]; j++) {
        drawing_file_remove(folder, name, endings[j]);
    }
}

static void drawing_folder_remove(const struct out_folder *folder) {
    char *path = out_folder_path(folder, drawing_folder);

    for (size_t i = 0; i < FIGURES; i++) {
        drawing_figure_remove(folder, figures[i].name);
    }
    for (size_t i = 0; i < COMMON_SCRIPTS; i++) {
        drawing_file_remove(folder, common_scripts[i], "");
    }
    drawing_file_remove(folder, "messages.txt", "");
    rmdir(path);
    free(path);
}

static bool drawing_folder_make(struct out_folder *folder, struct err_list *err) {
    char *path = out_folder_path(folder, drawing_folder);
    bool ready = mkdir(path, 0777) == 0 || errno == EEXIST;

    if (!ready) {
        err_add(err, path, 0, "this folder cannot be made: %s", strerror(errno));
    }
    for (size_t i = 0; ready && i < COMMON_SCRIPTS; i++) {
        ready = drawing_file_copy(folder, common_scripts[i], "", err);
    }
    free(path);
    return ready;
}

static bool figures_draw(struct out_folder *folder, const bool *has_data, struct err_list *err) {
    const bool ready = drawing_folder_make(folder, err);
    bool drawn = true;

    for (size_t i = 0; ready && i < FIGURES; i++) {
        if (has_data[i] && !figure_draw(folder, figures[i].name, err)) {
            drawn = false;
        }
    }
    drawing_folder_remove(folder);
    return ready && drawn;
}

static bool common_copy(struct out_folder *folder, const char *plots, struct err_list *err) {
    bool copied = true;

    for (size_t i = 0; copied && i < COMMON_SCRIPTS; i++) {
        copied = script_copy(folder, plots, common_scripts[i], err);
    }
    return copied;
}

bool out_figures_write(struct out_folder *folder, const struct expt_results *results,
                       const struct out_figure_source *source, struct err_list *err) {
    bool has_data[FIGURES] = {false}, any = false, written = true;

    for (size_t i = 0; written && i < FIGURES; i++) {
        struct out_plot plot;

        if (figures[i].compares && results->outcome_count < 2) {
            continue;
        }
        out_plot_init(&plot, NULL, results);
        plot.version = source->version;
        plot.seed = source->seed;
        plot.settings = source->settings;
        written = figure_write(folder, &plot, i, source->plots, err);
        has_data[i] = plot.lines > 0;
        any = any || has_data[i];
        out_plot_free(&plot);
    }
    if (!written || !any) {
        return written;
    }
    return common_copy(folder, source->plots, err) && out_drawing_is_possible(err) &&
           figures_draw(folder, has_data, err);
}

bool out_figures_write_table(struct out_folder *folder, const char *name, const char *table, const char *plots,
                             struct err_list *err) {
    char *csv = mem_format("figures/%s.csv", name), *script = mem_format("%s.gp", name);
    bool written = text_write(folder, csv, table, strlen(table), err) && script_copy(folder, plots, script, err) &&
                   common_copy(folder, plots, err) && out_drawing_is_possible(err);

    if (written) {
        written = drawing_folder_make(folder, err) && figure_draw(folder, name, err);
        drawing_figure_remove(folder, name);
        drawing_folder_remove(folder);
    }
    free(csv);
    free(script);
    return written;
}

/* scenario/data.c - the data files of a world. */
#include "data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "csv.h"
#include "scenario/name.h"

enum { YEAR, LOCALITY, BAND, PERSONS, VARIANT };
enum { FROM_YEARS, PER_YEAR };
enum { PLACE, PRIORITY, NEED, DAYS_WAITED };
enum { VARIANTS_SHOWN = 20 };

/* One row of residents. */
struct residents {
    int year;
    int locality, band;
    double persons;
    size_t row; /* of the file */
};

/* Index of a named row of the world; -1 after a complaint. Every kind of row begins with its name. */
static int index_of(struct scn_csv *csv, size_t row, size_t column, const struct param_rows *rows, size_t size) {
    const char *name = scn_csv_field(csv, row, column);
    const int index = world_index(rows, size, name);
    if (index >= 0 || !scn_csv_is_news(csv, row, column)) {
        return index;
    }
    const char **names = mem_zeroed(rows->count, sizeof *names);
    for (size_t i = 0; i < rows->count; i++) {
        memcpy(&names[i], (const char *)rows->rows + i * size, sizeof names[i]);
    }
    char *hint = err_suggestion(name, names, rows->count, "");
    scn_csv_complain(csv, csv->lines[row], "the scenario has no %s '%s'%s", csv->columns[column], name, hint);
    free(hint);
    free(names);
    return -1;
}

static int year_of(struct scn_csv *csv, size_t row) {
    static const struct param years = {.low = 1900, .high = 2200, .unit = "calendar year"};
    double year = years.low;
    if (scn_csv_number(csv, row, YEAR, &years, &year) && year > floor(year)) {
        scn_csv_complain(csv, csv->lines[row], "the year %s is no whole number", scn_csv_field(csv, row, YEAR));
    }
    return year >= years.low && year <= years.high ? (int)year : (int)years.low;
}

static struct residents residents_of(struct scn_csv *csv, size_t row, const struct world *world) {
    static const struct param people = {.low = 0, .high = 1e9, .unit = "people"};
    struct residents residents = {
        .row = row,
        .year = year_of(csv, row),
        .locality = index_of(csv, row, LOCALITY, &world->localities, sizeof(struct world_locality)),
        .band = index_of(csv, row, BAND, &world->bands, sizeof(struct world_band)),
    };
    scn_csv_number(csv, row, PERSONS, &people, &residents.persons);
    return residents;
}

static void set_years(struct world_population *population, const struct residents *rows, size_t count) {
    int last = rows[0].year;
    population->first_year = rows[0].year;
    for (size_t i = 1; i < count; i++) {
        population->first_year = rows[i].year < population->first_year ? rows[i].year : population->first_year;
        last = rows[i].year > last ? rows[i].year : last;
    }
    population->years = (size_t)(last - population->first_year + 1);
}

/* Puts every row into its place; a place that is taken already is a complaint. Places without a
 * row stay NAN. */
static void fill(struct world_population *population, const struct residents *rows, size_t count, struct scn_csv *csv) {
    const size_t places = population->years * population->localities * population->bands;
    population->persons = mem_zeroed(places, sizeof *population->persons);
    for (size_t i = 0; i < places; i++) {
        population->persons[i] = NAN;
    }
    for (size_t i = 0; i < count; i++) {
        const size_t year = (size_t)(rows[i].year - population->first_year);
        const size_t place =
            (year * population->localities + (size_t)rows[i].locality) * population->bands + (size_t)rows[i].band;
        if (!isnan(population->persons[place])) {
            scn_csv_complain(csv, csv->lines[rows[i].row], "%d, %s, %s is given twice", rows[i].year,
                             scn_csv_field(csv, rows[i].row, LOCALITY), scn_csv_field(csv, rows[i].row, BAND));
        }
        population->persons[place] = rows[i].persons;
    }
}

/* A year without any row is one complaint, not one for each locality and band. */
static void check_year(const struct world *world, size_t year, struct scn_csv *csv) {
    const size_t cells = world->population.localities * world->population.bands;
    const double *persons = world->population.persons + year * cells;
    const int number = world->population.first_year + (int)year;
    size_t missing = 0;
    for (size_t i = 0; i < cells; i++) {
        missing += isnan(persons[i]) ? 1 : 0;
    }
    if (missing == cells) {
        scn_csv_complain(csv, 0, "the year %d is missing: years must follow one another", number);
        return;
    }
    for (size_t i = 0; missing > 0 && i < cells; i++) {
        if (isnan(persons[i])) {
            scn_csv_complain(csv, 0, "%d has no row for locality '%s', age band '%s'", number,
                             world_locality(world, i / world->population.bands)->name,
                             world_band(world, i % world->population.bands)->name);
        }
    }
}

/* Names of variants in the file, each once and no more than a glance takes; returns how many. */
static size_t variants_of(const struct scn_csv *csv, const char *names[VARIANTS_SHOWN]) {
    size_t count = 0;
    for (size_t i = 0; i < csv->rows && count < VARIANTS_SHOWN; i++) {
        const char *name = scn_csv_field(csv, i, VARIANT);
        bool is_new = name[0] != '\0';
        for (size_t n = 0; is_new && n < count; n++) {
            is_new = strcmp(names[n], name) != 0;
        }
        if (is_new) {
            names[count++] = name;
        }
    }
    return count;
}

static void complain_variant(struct scn_csv *csv, struct scn_file_asker asker, const char *wanted,
                             const char *const *names, size_t count) {
    char *list = mem_text("");
    for (size_t i = 0; i < count; i++) {
        char *longer = mem_format("%s%s'%s'", list, i > 0 ? ", " : "", names[i]);
        free(list);
        list = longer;
    }
    char *hint = err_suggestion(wanted, names, count, "");
    csv->faults++;
    err_add(csv->err, asker.file, asker.line, "'population_variant': '%s' has no variant '%s'; it has %s%s",
            scn_name_base(csv->path), wanted, list, hint);
    free(hint);
    free(list);
}

/* A file without variants is a principal projection. */
static void check_variant(struct scn_csv *csv, struct scn_file_asker asker, const char *wanted) {
    static const char *const principal[] = {"principal"};
    const char *names[VARIANTS_SHOWN];
    const size_t count = variants_of(csv, names);
    bool is_known = count == 0 && strcmp(wanted, principal[0]) == 0;
    for (size_t i = 0; i < csv->rows && !is_known; i++) {
        is_known = strcmp(scn_csv_field(csv, i, VARIANT), wanted) == 0;
    }
    if (!is_known) {
        complain_variant(csv, asker, wanted, count > 0 ? names : principal, count > 0 ? count : 1);
    }
}

/* Rows that hold for a variant; returns how many. */
static size_t read_residents(struct scn_csv *csv, const struct world *world, struct residents *rows) {
    size_t count = 0;
    for (size_t i = 0; i < csv->rows; i++) {
        const char *variant = scn_csv_field(csv, i, VARIANT);
        if (variant[0] == '\0' || strcmp(variant, world->population_variant) == 0) {
            rows[count++] = residents_of(csv, i, world);
        }
    }
    return count;
}

static void read_population(struct scn_csv *csv, struct world *world) {
    struct world_population *population = &world->population;
    struct residents *rows = mem_zeroed(csv->rows, sizeof *rows);
    const size_t count = read_residents(csv, world, rows);
    if (csv->faults == 0) {
        population->localities = world->localities.count;
        population->bands = world->bands.count;
        set_years(population, rows, count);
        fill(population, rows, count, csv);
        for (size_t y = 0; y < population->years; y++) {
            check_year(world, y, csv);
        }
    }
    free(rows);
}

bool scn_data_population(const char *path, struct scn_file_asker asker, struct scn_file_asker chooser,
                         struct world *world, struct err_list *err) {
    static const char *const columns[] = {
        [YEAR] = "year", [LOCALITY] = "locality", [BAND] = "age_band", [PERSONS] = "persons", [VARIANT] = "variant"};
    struct scn_csv csv = {.path = path, .columns = columns, .column_count = 5, .optional_count = 1, .err = err};
    if (scn_csv_read(&csv, asker)) {
        check_variant(&csv, chooser, world->population_variant);
        read_population(&csv, world);
    }
    scn_csv_free(&csv);
    return csv.faults == 0;
}

static void read_step(struct scn_csv *csv, size_t row, double multiplier, struct world_hazard_step *steps) {
    static const struct param ages = {.low = 0, .high = 150, .unit = "years of age"};
    static const struct param rates = {.low = 0, .high = 100, .unit = "deaths per person-year"};
    const bool good = scn_csv_number(csv, row, FROM_YEARS, &ages, &steps[row].from_years);
    scn_csv_number(csv, row, PER_YEAR, &rates, &steps[row].per_year);
    steps[row].per_year *= multiplier;
    if (good && row == 0 && steps[row].from_years > 0) {
        scn_csv_complain(csv, csv->lines[row], "the first age is %s; it must be 0",
                         scn_csv_field(csv, row, FROM_YEARS));
    }
    if (good && row > 0 && steps[row].from_years <= steps[row - 1].from_years) {
        scn_csv_complain(csv, csv->lines[row], "the age %s is not above %s in the row before it: ages must rise",
                         scn_csv_field(csv, row, FROM_YEARS), scn_csv_field(csv, row - 1, FROM_YEARS));
    }
}

static void read_deaths(struct scn_csv *csv, struct world *world) {
    world->death.steps = mem_zeroed(csv->rows, sizeof *world->death.steps);
    world->death.count = csv->rows;
    for (size_t i = 0; i < csv->rows; i++) {
        read_step(csv, i, world->death_multiplier, world->death.steps);
    }
    if (csv->faults == 0) {
        world_hazard_prepare(&world->death);
    }
}

bool scn_data_deaths(const char *path, struct scn_file_asker asker, struct world *world, struct err_list *err) {
    static const char *const columns[] = {[FROM_YEARS] = "from_years", [PER_YEAR] = "per_year"};
    struct scn_csv csv = {.path = path, .columns = columns, .column_count = 2, .err = err};
    if (scn_csv_read(&csv, asker)) {
        read_deaths(&csv, world);
    }
    scn_csv_free(&csv);
    return csv.faults == 0;
}

/* Rows with a fault are complained of, and nothing is made of any. */
static struct world_starter starter_of(struct scn_csv *csv, size_t row, const struct world *world) {
    static const struct param days = {.low = 0, .high = 10000, .unit = "days"};
    struct world_starter starter = {.line = csv->lines[row]};
    starter.locality = (unsigned)index_of(csv, row, PLACE, &world->localities, sizeof(struct world_locality));
    starter.priority = (unsigned)index_of(csv, row, PRIORITY, &world->priorities, sizeof(struct world_priority));
    starter.need = (unsigned)index_of(csv, row, NEED, &world->needs, sizeof(struct world_need));
    scn_csv_number(csv, row, DAYS_WAITED, &days, &starter.days_waited);
    return starter;
}

bool scn_data_starting_list(const char *path, struct scn_file_asker asker, struct world *world, struct err_list *err) {
    static const char *const columns[] = {
        [PLACE] = "locality", [PRIORITY] = "priority", [NEED] = "need", [DAYS_WAITED] = "days_waited"};
    struct scn_csv csv = {.path = path, .columns = columns, .column_count = 4, .err = err};
    if (scn_csv_read(&csv, asker)) {
        struct world_starting_list *list = &world->starting_list;
        *list = (struct world_starting_list){mem_text(path), mem_zeroed(csv.rows, sizeof *list->rows), csv.rows};
        for (size_t i = 0; i < csv.rows; i++) {
            list->rows[i] = starter_of(&csv, i, world);
        }
    }
    scn_csv_free(&csv);
    return csv.faults == 0;
}

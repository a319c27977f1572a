/* tests/scenario/test_data.c - the data files of a world. */
#include "../../sim/scenario/data.h"

#include "fixture.h"

static struct world_locality localities[] = {{.name = (char[]){"Strath"}}, {.name = (char[]){"Glen"}}};
static struct world_band bands[] = {{.name = (char[]){"0-64"}, .to_years = 65},
                                    {.name = (char[]){"65+"}, .from_years = 65}};
static char principal[] = "principal";
static const struct scn_file_asker nobody = {NULL, 0};

static struct world empty_world(void) {
    return (struct world){
        .localities = {localities, 2}, .bands = {bands, 2}, .death_multiplier = 0.85, .population_variant = principal};
}

/* The reader of residents without a key that chooses a variant. */
static bool read_population(const char *path, struct scn_file_asker asker, struct world *world, struct err_list *err) {
    return scn_data_population(path, asker, (struct scn_file_asker){"y.cfg", 7}, world, err);
}

typedef bool reader(const char *path, struct scn_file_asker asker, struct world *world, struct err_list *err);

static bool read_text(reader *read, const char *text, struct world *world, struct err_list *err) {
    char *folder = make_folder();
    char *path = put_text(folder, "x.csv", text);
    const bool good = read(path, nobody, world, err);
    drop_file(path);
    drop_folder(folder);
    return good;
}

static void residents_find_their_places(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct world world = empty_world();
    assert_true(
        read_text(read_population,
                  "year,locality,age_band,persons\n2014,Glen,0-64,811.5\n2014,Glen,65+,233\n2014,Strath,0-64,1637\n"
                  "2014,Strath,65+,407\n2013,Strath,65+,397\n2013,Strath,0-64,1649\n2013,Glen,65+,229\n"
                  "2013,Glen,0-64,823\n",
                  &world, &err));
    static const double want[] = {1649, 397, 823, 229, 1637, 407, 811.5, 233};
    assert_int_equal(world.population.first_year, 2013);
    assert_int_equal(world.population.years, 2);
    assert_memory_equal(world.population.persons, want, sizeof want);
    world_population_free(&world.population);
}

static void check_faults(reader *read, const char *header, const char *const cases[][2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct err_list err;
        err_list_init(&err);
        struct world world = empty_world();
        char *text = mem_format("%s\n%s", header, cases[i][0]);
        assert_false(read_text(read, text, &world, &err));
        assert_true(complained(&err, cases[i][1]));
        free(text);
        world_population_free(&world.population);
        world_hazard_free(&world.death);
        err_list_free(&err);
    }
}

static void faults_of_residents_are_named(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"2013,Srtath,65+,1\n", "x.csv:2: error: the scenario has no locality 'Srtath'; did you mean 'Strath'?"},
        {"2013,Glen,56+,1\n", "x.csv:2: error: the scenario has no age_band '56+'"},
        {"2013.5,Glen,65+,1\n", "x.csv:2: error: the year 2013.5 is no whole number"},
        {"13,Glen,65+,1\n", "x.csv:2: error: 'year' = 13 is outside 1900..2200"},
        {"2013,Glen,65+,-1\n", "x.csv:2: error: 'persons' = -1 is outside 0..1000000000"},
        {"2013,Glen,65+,1\n2013,Glen,65+,1\n", "x.csv:3: error: 2013, Glen, 65+ is given twice"},
        {"2013,Glen,65+,1\n2013,Glen,0-64,1\n2013,Strath,65+,1\n",
         "x.csv: error: 2013 has no row for locality 'Strath', age band '0-64'"},
        {"2013,Glen,65+,1\n2016,Glen,65+,1\n", "x.csv: error: the year 2015 is missing"},
    };
    check_faults(read_population, "year,locality,age_band,persons", cases, sizeof cases / sizeof cases[0]);
}

static void an_unknown_name_is_named_once(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct world world = empty_world();
    assert_false(read_text(read_population,
                           "year,locality,age_band,persons\n2013,Fife,65+,1\n2014,Fife,65+,1\n2015,Fife,65+,1\n",
                           &world, &err));
    assert_int_equal(err.count, 1);
    err_list_free(&err);
}

static const char *const two_projections = "year,locality,age_band,persons,variant\n2013,Strath,0-64,1649,\n"
                                           "2013,Strath,65+,397,\n2013,Glen,0-64,823,\n2013,Glen,65+,229,\n"
                                           "2014,Strath,0-64,1637,principal\n2014,Strath,65+,407,principal\n"
                                           "2014,Glen,0-64,811,principal\n2014,Glen,65+,233,principal\n"
                                           "2014,Strath,0-64,1641,high migration\n2014,Strath,65+,409,high migration\n"
                                           "2014,Glen,0-64,817,high migration\n2014,Glen,65+,234,high migration\n";

static void one_variant_is_chosen_and_rows_without_one_hold_for_all(void **state) {
    (void)state;
    static const double want[2][8] = {{1649, 397, 823, 229, 1637, 407, 811, 233},
                                      {1649, 397, 823, 229, 1641, 409, 817, 234}};
    char *const variants[2] = {(char[]){"principal"}, (char[]){"high migration"}};
    for (size_t i = 0; i < 2; i++) {
        struct err_list err;
        err_list_init(&err);
        struct world world = empty_world();
        world.population_variant = variants[i];
        assert_true(read_text(read_population, two_projections, &world, &err));
        assert_memory_equal(world.population.persons, want[i], sizeof want[i]);
        world_population_free(&world.population);
    }
}

static void an_unknown_variant_is_named_where_it_is_chosen(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct world world = empty_world();
    world.population_variant = (char[]){"hihg migration"};
    assert_false(read_text(read_population, two_projections, &world, &err));
    assert_true(complained(&err,
                           "y.cfg:7: error: 'population_variant': 'x.csv' has no variant 'hihg migration'; it has "
                           "'principal', 'high migration'; did you mean 'high migration'?"));
    world_population_free(&world.population);
    assert_false(read_text(read_population, "year,locality,age_band,persons\n2013,Glen,65+,1\n", &world, &err));
    assert_true(complained(&err, "'x.csv' has no variant 'hihg migration'; it has 'principal'"));
    world_population_free(&world.population);
    err_list_free(&err);
}

static void the_life_table_is_multiplied_and_prepared(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct world world = empty_world();
    assert_true(read_text(scn_data_deaths, "from_years,per_year\n0,0.0013\n65,0.0192\n", &world, &err));
    assert_int_equal(world.death.count, 2);
    assert_near(world.death.steps[1].per_year, 0.85 * 0.0192, 1e-15);
    assert_near(world_hazard_accumulated(&world.death, 75), 0.85 * (65 * 0.0013 + 10 * 0.0192), 1e-12);
    world_hazard_free(&world.death);
}

static void faults_of_the_life_table_are_named(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"1,0.5\n", "x.csv:2: error: the first age is 1; it must be 0"},
        {"0,0.5\n65,0.25\n65,0.75\n", "x.csv:4: error: the age 65 is not above 65 in the row before it"},
        {"0,-0.5\n", "x.csv:2: error: 'per_year' = -0.5 is outside 0..100"},
        {"old,0.5\n", "x.csv:2: error: 'old' in column 'from_years' is no number"},
    };
    check_faults(scn_data_deaths, "from_years,per_year", cases, sizeof cases / sizeof cases[0]);
}

static void faults_of_the_starting_list_are_named(void **state) {
    (void)state;
    struct world_priority priorities[] = {{.name = (char[]){"routine"}}};
    struct world_need needs[] = {{.name = (char[]){"care"}}};
    struct err_list err;
    err_list_init(&err);
    struct world world = empty_world();
    world.priorities = (struct param_rows){priorities, 1, NULL};
    world.needs = (struct param_rows){needs, 1, NULL};
    assert_false(read_text(scn_data_starting_list,
                           "locality,priority,need,days_waited\nGlenn,routine,care,3\nGlen,urgent,care,10000\n"
                           "Glen,routine,core,0\nGlen,routine,care,10000.5\nGlen,routine,care,long\n",
                           &world, &err));
    assert_int_equal(err.count, 5);
    assert_true(complained(&err, "x.csv:2: error: the scenario has no locality 'Glenn'; did you mean 'Glen'?"));
    assert_true(complained(&err, "x.csv:3: error: the scenario has no priority 'urgent'"));
    assert_true(complained(&err, "x.csv:4: error: the scenario has no need 'core'; did you mean 'care'?"));
    assert_true(complained(&err, "x.csv:5: error: 'days_waited' = 10000.5 is outside 0..10000"));
    assert_true(complained(&err, "x.csv:6: error: 'long' in column 'days_waited' is no number"));
    world_starting_list_free(&world.starting_list);
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_find_their_places),
        cmocka_unit_test(faults_of_residents_are_named),
        cmocka_unit_test(an_unknown_name_is_named_once),
        cmocka_unit_test(one_variant_is_chosen_and_rows_without_one_hold_for_all),
        cmocka_unit_test(an_unknown_variant_is_named_where_it_is_chosen),
        cmocka_unit_test(the_life_table_is_multiplied_and_prepared),
        cmocka_unit_test(faults_of_the_life_table_are_named),
        cmocka_unit_test(faults_of_the_starting_list_are_named),
    };
    return run_chosen(tests, argc, argv);
}

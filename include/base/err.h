/* base/err.h - complaints about what a user gave us, collected until all have been found.
 * A list grows while input is read and is shown whole, so that one run names every fault. Nothing here prints.
 * Faults of our own are not complaints: they are assertions (err_require), which stay on in release builds. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

struct err_complaint {
    char *text;   /* one line, no newline at its end: "file:line: error: what, range, did you mean" */
    bool is_mild; /* there is something legal to go on with, so that what lies behind can be looked at too */
};

struct err_list {
    struct err_complaint *complaints;
    size_t count;
    size_t capacity;
};

/* Makes an empty list. The caller frees it with err_list_free. */
void err_list_init(struct err_list *list);

/* Frees the texts; the list may be used again after err_list_init. */
void err_list_free(struct err_list *list);

/* Adds one complaint in the form editors jump to.
 *   file    borrowed, copied; NULL when the complaint has no file
 *   line    first line is 1; 0 when the complaint has no line
 *   format  as for printf; what a terminal would obey, and bytes that are no UTF-8, do not get through */
void err_add(struct err_list *list, const char *file, unsigned line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Calls the last complaint mild. */
void err_soften(struct err_list *list);

/* Are all complaints mild that came when there were so many already? */
bool err_is_mild_since(const struct err_list *list, size_t count);

/* The known name that a misspelt one most likely meant, or NULL when none is near.
 *   names   borrowed array of count names
 * Near: an edit distance (insert, delete, replace, swap neighbours) of at most a third of the word's length,
 * rounded up.
 * Source: Damerau (1964), Communications of the ACM 7(3), 171-176. */
const char *err_nearest(const char *word, const char *const *names, size_t count);

/* The end of a complaint about a word that is none of the names: "; did you mean 'fte'?", or what is said otherwise where
 * none is near. The caller frees it. */
char *err_suggestion(const char *word, const char *const *names, size_t count, const char *otherwise);

/* Aborts with the place and the expression when a promise of our own code is broken. Use err_require. */
_Noreturn void err_broken(const char *file, int line, const char *expression);

/* An assertion that is never compiled away. The one macro of the house: it must name the place it stands in. */
#define err_require(expression) ((expression) ? (void)0 : err_broken(__FILE__, __LINE__, #expression))

#endif

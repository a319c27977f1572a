/* theory/pair.c - two people who assess together and screen apart. */
#include "theory/pair.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "theory/chain.h"

struct state {
    size_t assessing; /* 0 or 1 */
    size_t to_screen; /* being screened, or to be */
    size_t to_assess; /* to be assessed */
};

/* While no work is under way nobody waits: such states do not exist, and stand for the one into which they turn. */
static struct state settled(struct state state) {
    if (!state.assessing && state.to_screen == 0 && state.to_assess > 0) {
        return (struct state){1, 0, state.to_assess - 1};
    }
    return state;
}

struct making {
    const struct theory_pair *pair;
    struct state *states;
    size_t state_count;
    struct theory_move *moves;
    size_t move_count, move_capacity;
};

static size_t number_of(const struct making *making, struct state state) {
    size_t i = 0;
    while (making->states[i].assessing != state.assessing || making->states[i].to_screen != state.to_screen ||
           making->states[i].to_assess != state.to_assess) {
        i++;
    }
    return i;
}

static void add_states(struct making *making) {
    const size_t places = making->pair->places;
    making->states = mem_zeroed(2 * (places + 1) * (places + 1), sizeof *making->states);
    for (size_t assessing = 0; assessing < 2; assessing++) {
        for (size_t to_screen = 0; to_screen <= places; to_screen++) {
            for (size_t rest = 0; to_screen + rest <= places; rest++) {
                if (assessing || to_screen > 0 || rest == 0) {
                    making->states[making->state_count++] = (struct state){assessing, to_screen, rest};
                }
            }
        }
    }
}

static void add_move(struct making *making, size_t from, struct state to, double rate) {
    if (rate > 0) {
        making->moves = mem_grown(making->moves, making->move_count, &making->move_capacity, sizeof *making->moves);
        making->moves[making->move_count++] = (struct theory_move){from, number_of(making, settled(to)), rate};
    }
}

/* How many are being screened. */
static double screening_in(struct state state) {
    return state.assessing ? 0 : fmin(2, (double)state.to_screen);
}

static void add_moves(struct making *making, size_t from) {
    const struct theory_pair *pair = making->pair;
    const struct state now = making->states[from];
    const double ending = screening_in(now) / pair->screening;
    if (now.to_screen + now.to_assess < pair->places) {
        add_move(making, from, (struct state){now.assessing, now.to_screen + 1, now.to_assess}, pair->arrivals);
    }
    if (now.assessing) {
        add_move(making, from, (struct state){0, now.to_screen, now.to_assess}, 1 / pair->assessment);
    } else if (now.to_screen > 0) {
        add_move(making, from, (struct state){0, now.to_screen - 1, now.to_assess}, ending * pair->resolved);
        add_move(making, from, (struct state){0, now.to_screen - 1, now.to_assess + 1}, ending * (1 - pair->resolved));
    }
}

static struct theory_pair_answer sum_up(const struct making *making, const double *shares) {
    const struct theory_pair *pair = making->pair;
    struct theory_pair_answer answer = {0};
    for (size_t i = 0; i < making->state_count; i++) {
        const struct state *state = &making->states[i];
        const double screening = screening_in(*state);
        answer.waiting += shares[i] * (double)(state->to_screen + state->to_assess);
        answer.advised += shares[i] * screening / pair->screening * pair->resolved;
        answer.seen += shares[i] * (double)state->assessing / pair->assessment;
        answer.busy += shares[i] * (state->assessing ? 1 : screening / 2);
    }
    return answer;
}

struct theory_pair_answer theory_pair_answer(const struct theory_pair *pair) {
    struct making making = {.pair = pair};
    add_states(&making);
    for (size_t i = 0; i < making.state_count; i++) {
        add_moves(&making, i);
    }
    double *shares = mem_zeroed(making.state_count, sizeof *shares);
    theory_chain_shares(making.state_count, making.moves, making.move_count, shares);
    const struct theory_pair_answer answer = sum_up(&making, shares);
    free(shares);
    free(making.moves);
    free(making.states);
    return answer;
}

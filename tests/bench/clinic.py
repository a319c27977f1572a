# tests/bench/clinic.py - the model of clinic.cfg in SimPy 3, as its documentation would have it written: a process a person.
# Time in hours. `clinic.py 1 4` runs one replication from seed 4 on; prints what clinic.c prints, events apart.
import random
import sys

import simpy

TEAMS, STAFF = 5, 10
HORIZON, AWAY, PATIENCE = 526 * 24, 100, 500
ARRIVALS_AN_HOUR = 0.95 * STAFF / 3


class Tally:
    def __init__(self):
        self.came = self.left = 0
        self.waited, self.seen = [0.0] * 3, [0] * 3


def person(env, chance, team, tally):
    share = chance.random()
    urgency = 0 if share < 0.2 else 1 if share < 0.5 else 2
    tally.came += 1
    came = env.now
    with team.request(priority=urgency) as turn:
        yield turn | env.timeout(chance.expovariate(1 / PATIENCE))
        if not turn.triggered:
            tally.left += 1
            return
        tally.waited[urgency] += env.now - came
        tally.seen[urgency] += 1
        yield env.timeout(chance.expovariate(1))
    while chance.random() >= 1 / 3:
        yield env.timeout(chance.expovariate(1 / AWAY))
        with team.request(priority=urgency) as turn:
            yield turn
            yield env.timeout(chance.expovariate(1))


def arrivals(env, chance, team, tally):
    while True:
        yield env.timeout(chance.expovariate(ARRIVALS_AN_HOUR))
        if env.now >= HORIZON:
            return
        env.process(person(env, chance, team, tally))


def run(seed):
    env, chance, tally = simpy.Environment(), random.Random(seed), Tally()
    for _ in range(TEAMS):
        env.process(arrivals(env, chance, simpy.PriorityResource(env, STAFF), tally))
    env.run()
    waits = [waited / seen for waited, seen in zip(tally.waited, tally.seen)]
    print("%.6f %.6f %.6f %.6f %d" % (*waits, tally.left / tally.came, tally.came))


first = int(sys.argv[2])
for seed in range(first, first + int(sys.argv[1])):
    run(seed)

/* theory/network.h - stations that hand people on to one another, or to themselves. */
#ifndef THEORY_NETWORK_H
#define THEORY_NETWORK_H

#include <stddef.h>

/* Rate at which people come to each station, from outside and from all stations: solves
 * arrivals[i] = outside[i] + sum over j of arrivals[j] passes[j][i]. Where stations have exponential work and people
 * come to them from outside by Poisson processes, each station then is as if alone, with these arrivals.
 *   outside   [stations] rate
 *   passes    [stations][stations] probability of going from one to another when work ends; everybody leaves in the end
 *   arrivals  [stations] receives the rates
 * Source: Jackson (1957), Networks of waiting lines, Operations Research 5(4), 518-521. */
void theory_network_arrivals(size_t stations, const double *outside, const double *passes, double *arrivals);

#endif

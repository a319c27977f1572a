# tests/bench/agree.awk - do programs of one model agree? A file a program, a line a replication, a column a measure.
# Distances are in standard errors of a difference, from the spread between replications that all programs share; more than 4 is
# no agreement. With chance alone that happens in about one in three hundred of such tables; seeds are fixed.
#   awk -v names='caremix,written by hand' -v measures='urgent [h],soon [h]' -f agree.awk FILE FILE
FNR == 1 { programs++ }
{
    replications[programs]++
    columns = split(measures, measure, ",")
    for (c = 1; c <= columns; c++) {
        sum[programs, c] += $c
        squares[programs, c] += $c * $c
    }
}
END {
    split(names, name, ",")
    printf "%-26s", ""
    for (p = 1; p <= programs; p++) printf " %16s", name[p]
    print "   furthest apart"
    for (c = 1; c <= columns; c++) bad += !row(c)
    exit programs < 2 || bad > 0
}
function row(c,    p, q, spread, degrees, distance, furthest) {
    printf "%-26s", measure[c]
    for (p = 1; p <= programs; p++) {
        mean[p] = sum[p, c] / replications[p]
        spread += squares[p, c] - replications[p] * mean[p] ^ 2
        degrees += replications[p] - 1
        printf " %16.5g", mean[p]
    }
    for (p = 1; p <= programs; p++) {
        for (q = p + 1; q <= programs; q++) {
            distance = (mean[p] - mean[q]) / sqrt(spread / degrees * (1 / replications[p] + 1 / replications[q]))
            if (distance < 0) distance = -distance
            if (distance > furthest) furthest = distance
        }
    }
    printf "   %.1f standard errors%s\n", furthest, (furthest > 4 ? ": NO AGREEMENT" : "")
    return furthest <= 4
}

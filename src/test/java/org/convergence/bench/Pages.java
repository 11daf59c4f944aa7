package org.convergence.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Measures each page against its own queries, on the small and the large installation in turn. */
final class Pages {

    private static final int WARM_UP = Integer.getInteger("bench.warm", 150);
    private static final int TIMES = Integer.getInteger("bench.times", 60);
    private static final double ALLOWANCE = 15;
    private static final double TIMES_SQL = 3;
    private static final double TENFOLD = 1.3;
    private static final double SEARCH = 150;

    private final Installation small;
    private final Installation large;
    private final Findings findings;

    Pages(Installation small, Installation large, Findings findings) {
        this.small = small;
        this.large = large;
        this.findings = findings;
    }

    /** The address of a page on an installation. */
    interface Address {
        String on(Database database) throws SQLException, IOException;
    }

    void measure(String what, Visitor onSmall, Visitor onLarge, Address address) throws Exception {
        String here = address.on(small.database());
        String there = address.on(large.database());
        if (!onSmall.has(here)) {
            findings.missing(what, "not there yet");
            return;
        }
        PageSql sqlHere = PageSql.of(small.database(), () -> onSmall.open(here));
        PageSql sqlThere = PageSql.of(large.database(), () -> onLarge.open(there));
        try (Connection dbHere = small.database().application();
                Connection dbThere = large.database().application()) {
            List<Double> medians = Stopwatch.medians(
                    WARM_UP,
                    TIMES,
                    () -> onSmall.open(here),
                    () -> sqlHere.ask(dbHere),
                    () -> onLarge.open(there),
                    () -> sqlThere.ask(dbThere));
            add(what, "small", medians.get(0), medians.get(1), sqlHere);
            add(what, "large", medians.get(2), medians.get(3), sqlThere);
            tenfold(what, medians.get(0), medians.get(2));
        }
    }

    private void add(String what, String size, double page, double sql, PageSql queries) {
        double bar = Math.max(sql + ALLOWANCE, TIMES_SQL * sql);
        findings.add(
                what + ", " + size,
                Findings.ms(page),
                Findings.ms(sql) + " for its " + queries.queries().size() + " queries",
                "≤ " + Findings.ms(bar),
                page <= bar);
    }

    private void tenfold(String what, double here, double there) {
        String ratio = String.format(Locale.ROOT, "× %.2f", there / here);
        if (what.startsWith("search")) {
            findings.add(
                    what + ", tenfold", Findings.ms(there), Findings.ms(here) + " small", "< 150 ms", there < SEARCH);
        } else {
            findings.add(what + ", tenfold", ratio, "the same page on small", "≤ × 1.3", there / here <= TENFOLD);
        }
    }
}

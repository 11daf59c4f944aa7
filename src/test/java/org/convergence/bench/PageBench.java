package org.convergence.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Measures each page against its own queries, on the small and the large installation in turn. */
final class PageBench {

    private static final int WARM_UP = Integer.getInteger("bench.warm", 150);
    private static final int TIMES = Integer.getInteger("bench.times", 60);
    private static final double ALLOWANCE = 15;
    private static final double TIMES_SQL = 3;
    private static final double TENFOLD = 1.3;
    private static final double SEARCH = 150;

    private final BenchInstallation small;
    private final BenchInstallation large;
    private final BenchReport findings;

    PageBench(BenchInstallation small, BenchInstallation large, BenchReport findings) {
        this.small = small;
        this.large = large;
        this.findings = findings;
    }

    /** The address of a page on an installation. */
    interface BenchPageAddress {
        String on(BenchDatabase database) throws SQLException, IOException;
    }

    void measure(String what, HttpVisitor onSmall, HttpVisitor onLarge, BenchPageAddress address) throws Exception {
        String here = address.on(small.database());
        String there = address.on(large.database());
        if (!onSmall.exists(here)) {
            findings.addMissing(what, "not there yet");
            return;
        }
        PageQueries sqlHere = PageQueries.record(small.database(), () -> onSmall.open(here));
        PageQueries sqlThere = PageQueries.record(large.database(), () -> onLarge.open(there));
        try (Connection dbHere = small.database().application();
                Connection dbThere = large.database().application()) {
            List<Double> medians = MedianTimer.medians(
                    WARM_UP,
                    TIMES,
                    () -> onSmall.open(here),
                    () -> sqlHere.runAll(dbHere),
                    () -> onLarge.open(there),
                    () -> sqlThere.runAll(dbThere));
            add(what, "small", medians.get(0), medians.get(1), sqlHere);
            add(what, "large", medians.get(2), medians.get(3), sqlThere);
            addTenfold(what, medians.get(0), medians.get(2));
        }
    }

    private void add(String what, String size, double page, double sql, PageQueries queries) {
        double bar = Math.max(sql + ALLOWANCE, TIMES_SQL * sql);
        findings.add(
                what + ", " + size,
                BenchReport.ms(page),
                BenchReport.ms(sql) + " for its " + queries.queries().size() + " queries",
                "≤ " + BenchReport.ms(bar),
                page <= bar);
    }

    private void addTenfold(String what, double here, double there) {
        String ratio = String.format(Locale.ROOT, "× %.2f", there / here);
        if (what.startsWith("search")) {
            findings.add(
                    what + ", tenfold",
                    BenchReport.ms(there),
                    BenchReport.ms(here) + " small",
                    "< 150 ms",
                    there < SEARCH);
        } else {
            findings.add(what + ", tenfold", ratio, "the same page on small", "≤ × 1.3", there / here <= TENFOLD);
        }
    }
}

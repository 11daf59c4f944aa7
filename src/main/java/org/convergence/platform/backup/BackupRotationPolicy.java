package org.convergence.platform.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Selects the scheduled backups to keep: the last of each of 7 days, 4 weeks and 6 months that have one. */
final class BackupRotationPolicy {

    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 6;

    private BackupRotationPolicy() {}

    static Set<Instant> selectKept(List<Instant> made, ZoneId zone) {
        List<Instant> newestFirst = new ArrayList<>(made);
        newestFirst.sort(Comparator.reverseOrder());
        var kept = new HashSet<Instant>();
        keep(newestFirst, DAYS, moment -> LocalDate.ofInstant(moment, zone), kept);
        keep(newestFirst, WEEKS, moment -> week(LocalDate.ofInstant(moment, zone)), kept);
        keep(newestFirst, MONTHS, moment -> YearMonth.from(LocalDate.ofInstant(moment, zone)), kept);
        return kept;
    }

    private static void keep(
            List<Instant> newestFirst, int periods, Function<Instant, Object> period, Set<Instant> kept) {
        var seen = new HashSet<Object>();
        for (Instant moment : newestFirst) {
            if (seen.size() < periods && seen.add(period.apply(moment))) {
                kept.add(moment);
            }
        }
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}

package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** The number of a resolution as one writes it: {@code CA-2026-11-03} (R-GOV-12). */
final class ResolutionLabel {

    private ResolutionLabel() {}

    static String of(String series, int sequence) {
        return String.format(Locale.ROOT, "%s-%02d", series, sequence);
    }

    /** The series of a meeting; a second one of the body in the same month is {@code CA-2026-11b}. */
    static String series(String code, java.time.LocalDate day, int rank) {
        String month = String.format(Locale.ROOT, "%s-%04d-%02d", code, day.getYear(), day.getMonthValue());
        return rank == 0 ? month : rank < 26 ? month + (char) ('a' + rank) : month + "x" + rank;
    }
}

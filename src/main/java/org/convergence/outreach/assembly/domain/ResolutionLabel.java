package org.convergence.outreach.assembly.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a resolution: {@code CA-2026-11-03} (R-GOV-12). */
final class ResolutionLabel {

    private static final Pattern WRITTEN =
            Pattern.compile("([A-Z][A-Z0-9]*-\\d{4}-\\d{2})([a-z]|x\\d+)?-(\\d{1,6})", Pattern.CASE_INSENSITIVE);

    private ResolutionLabel() {}

    /** A position in a series. */
    record ResolutionPosition(String series, int sequence) {}

    /** Parses a number, ignoring case; empty if it is not one. */
    static Optional<ResolutionPosition> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String rank = written.group(2) == null ? "" : written.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(new ResolutionPosition(
                written.group(1).toUpperCase(Locale.ROOT) + rank, Integer.parseInt(written.group(3))));
    }

    static String format(String series, int sequence) {
        return series + (sequence < 10 ? "-0" : "-") + sequence;
    }

    /** The series of a meeting; a second one of the body in the same month is {@code CA-2026-11b}. */
    static String series(String code, java.time.LocalDate day, int rank) {
        String month = String.format(Locale.ROOT, "%s-%04d-%02d", code, day.getYear(), day.getMonthValue());
        return rank == 0 ? month : rank < 26 ? month + (char) ('a' + rank) : month + "x" + rank;
    }
}

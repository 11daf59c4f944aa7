package org.convergence.education.tool.domain;

import java.time.LocalDate;

/** Rules of legal deposit, stock and numbers of editions. */
public final class ToolPolicy {

    /** Days after the publication within which copies are deposited (R-EDU-6). */
    public static final int DEPOSIT_DAYS = 7;

    private static final int ISBN_DIGITS = 13;

    private ToolPolicy() {}

    /** The last day for the legal deposit. */
    public static LocalDate depositDue(LocalDate publishedOn) {
        return publishedOn.plusDays(DEPOSIT_DAYS);
    }

    /** Whether text is an ISBN of 13 digits whose check digit is right; spaces and hyphens do not count. */
    public static boolean isIsbn(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{" + ISBN_DIGITS + "}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ISBN_DIGITS; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** Whether a hand-out takes more copies than are left, so that it is asked once more. */
    public static boolean exceedsStock(int copies, int left) {
        return copies > left;
    }
}

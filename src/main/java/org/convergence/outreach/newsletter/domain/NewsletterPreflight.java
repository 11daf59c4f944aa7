package org.convergence.outreach.newsletter.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was checked before an issue leaves, what failed, and what cannot be checked from here (R-MAIL-2).
 *
 * @param obstacles what stands in the way, as message keys
 * @param isMailSet whether letters leave
 * @param size the length of the largest letter, in bytes
 * @param sizeText the same, as a reader reads it
 * @param baseUrl the address that the stop link begins with
 * @param letters the number of letters
 * @param perDay the most letters of 24 hours; 0 for no limit
 */
public record NewsletterPreflight(
        List<String> obstacles, boolean isMailSet, int size, String sizeText, String baseUrl, int letters, int perDay) {

    /** The obstacle that the check of the stop link tells with its address. */
    static final String ADDRESS = "newsletter.lacks.address";

    /** Gmail cuts off what is longer. */
    private static final int HEAVY = 100 * 1024;

    /** The result of a check. */
    public enum PreflightResult {
        OK,
        FAILED,
        UNKNOWN;

        /** The message key of its word. */
        public String key() {
            return "newsletter.check." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A check, as a message key with its arguments. */
    public record PreflightCheck(PreflightResult result, String key, List<Object> arguments) {}

    /** Whether mail programs would cut off a letter of this length, in bytes. */
    public static boolean isHeavy(int size) {
        return size > HEAVY;
    }

    /** All checks, those that failed for lack of a text first. */
    public List<PreflightCheck> checks() {
        List<PreflightCheck> checks = new ArrayList<>();
        obstacles.stream()
                .filter(each -> !each.equals(ADDRESS))
                .forEach(each -> checks.add(check(PreflightResult.FAILED, each)));
        if (!isMailSet) {
            checks.add(check(PreflightResult.FAILED, "newsletter.check.mail"));
        }
        checks.add(check(
                isHeavy(size) ? PreflightResult.FAILED : PreflightResult.OK,
                isHeavy(size) ? "newsletter.check.heavy" : "newsletter.check.size",
                sizeText));
        boolean opens = opensElsewhere(baseUrl);
        checks.add(
                opens
                        ? check(PreflightResult.OK, "newsletter.check.stop")
                        : check(PreflightResult.FAILED, "newsletter.check.address", baseUrl));
        if (perDay > 0 && letters > perDay) {
            checks.add(check(PreflightResult.OK, "newsletter.check.days", letters, perDay, (letters - 1) / perDay + 1));
        }
        checks.add(check(PreflightResult.UNKNOWN, "newsletter.check.domain"));
        return checks;
    }

    private static PreflightCheck check(PreflightResult result, String key, Object... arguments) {
        return new PreflightCheck(result, key, List.of(arguments));
    }

    /** Whether a reader’s mail program can open the stop link: not on this machine, and by https alone. */
    static boolean opensElsewhere(String baseUrl) {
        return baseUrl.startsWith("https://")
                && !baseUrl.matches("https://(localhost|127\\.[0-9.]+|\\[::1]|[^/]+\\.localhost)(:[0-9]+)?/?");
    }
}

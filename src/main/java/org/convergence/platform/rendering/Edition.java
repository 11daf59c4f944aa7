package org.convergence.platform.rendering;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a paper leaves the house.
 *
 * @param size the sheet
 * @param base the address of this site, to which paths in links are added, such as {@code https://plan.exemple.org}; if
 *     empty, those links are words only
 */
public record Edition(PaperSize size, String base) {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])\\P{Cntrl}*");

    /** On letter paper, with links to the site. */
    public static Edition at(String base) {
        return new Edition(PaperSize.LETTER, base);
    }

    /** Where a link leads once outside of the house; empty if nowhere. */
    String address(String link) {
        if (isAbsolute(link)) {
            return isWritten(link) ? link : "";
        }
        return isPath(link) && !base.isEmpty() && isWritten(link) ? base.replaceAll("/+$", "") + link : "";
    }

    /** Whether it is written as addresses are: with a blank in it, a file could not be opened. */
    private static boolean isWritten(String link) {
        try {
            return !new URI(link).toString().isEmpty();
        } catch (URISyntaxException no) {
            return false;
        }
    }

    /** Whether it stays on this site: what begins with two slashes of either kind, also with a tab between, does not. */
    static boolean isPath(String link) {
        return PATH.matcher(link).matches();
    }

    static boolean isAbsolute(String link) {
        String start = link.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") || start.startsWith("mailto:");
    }
}

package org.convergence.platform.rendering;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.convergence.platform.settings.Letterhead;

/**
 * Options of a rendered file.
 *
 * @param size the sheet
 * @param base the address of this site, added to paths in links, such as {@code https://plan.exemple.org}; if empty,
 *     such links become plain text
 * @param letterhead what the paper shows of its sender besides the name
 */
public record RenderingOptions(PaperSize size, String base, Letterhead letterhead) {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])\\P{Cntrl}*");

    /** On letter paper, with links to the site. */
    public static RenderingOptions letterPaper(String base, Letterhead letterhead) {
        return new RenderingOptions(PaperSize.LETTER, base, letterhead);
    }

    /** The absolute address of a link; empty if it leads nowhere outside the site. */
    String resolveLink(String link) {
        if (isAbsolute(link)) {
            return isWritten(link) ? link : "";
        }
        return isPath(link) && !base.isEmpty() && isWritten(link) ? base.replaceAll("/+$", "") + link : "";
    }

    /** Whether it is a valid address: with a blank in it, some programs cannot open the file. */
    private static boolean isWritten(String link) {
        try {
            return !new URI(link).toString().isEmpty();
        } catch (URISyntaxException no) {
            return false;
        }
    }

    /**
     * Whether it is a path of this site: an address that begins with two slashes of either kind, even with a tab
     * between, is not.
     */
    static boolean isPath(String link) {
        return PATH.matcher(link).matches();
    }

    static boolean isAbsolute(String link) {
        String start = link.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") || start.startsWith("mailto:");
    }
}

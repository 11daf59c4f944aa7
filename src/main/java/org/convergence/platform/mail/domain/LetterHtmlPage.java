package org.convergence.platform.mail.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/** The HTML of a letter (template {@code platform.mail.html}). */
public record LetterHtmlPage(String language, String subject, String organisation, List<LetterBlock> blocks) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)»]");
    private static final int LONGEST_ADDRESS = 50;

    /** Outlook on Windows knows no largest width, and reads these comments, which templates would leave out. */
    public static final SafeHtml OUTLOOK_BEGIN = new SafeHtml("<!--[if mso]><table role=\"presentation\" width=\"600\""
            + " cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->");

    public static final SafeHtml OUTLOOK_END = new SafeHtml("<!--[if mso]></td></tr></table><![endif]-->");

    /**
     * A part of a paragraph.
     *
     * @param isLineBreak whether a line begins before it
     * @param url what it opens; {@code null} for plain words
     */
    public record TextPiece(String text, @Nullable String url, boolean isLineBreak) {}

    /** The words and the addresses of a text, line by line. */
    public static List<TextPiece> pieces(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        for (String line : text.split("\\n", -1)) {
            boolean first = !pieces.isEmpty();
            int at = 0;
            for (Matcher address = ADDRESS.matcher(line); address.find(); at = address.end(), first = false) {
                pieces.add(new TextPiece(line.substring(at, address.start()), null, first));
                pieces.add(new TextPiece(shortened(address.group()), address.group(), false));
            }
            pieces.add(new TextPiece(line.substring(at), null, first));
        }
        return pieces;
    }

    private static String shortened(String url) {
        return TextShortener.shorten(url.replaceFirst("https?://", ""), LONGEST_ADDRESS);
    }

    /** An address that a letter may link to; the empty address in place of any other scheme. */
    public static String safeUrl(String url) {
        return url.matches("(?i)(https?://|mailto:)\\S+") ? url : "";
    }
}

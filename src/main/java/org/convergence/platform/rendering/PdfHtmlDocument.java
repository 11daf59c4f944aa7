package org.convergence.platform.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;

/** The whole paper as one HTML document for the PDF layout: head, bookmarks, title, contents, sections. */
final class PdfHtmlDocument {

    private static final int LISTED_LEVELS = 2;

    /** More sections than this take a second page of contents, unless they are set closer. */
    private static final int FULL = 22;

    private static final String STYLE = style();

    private final Paper paper;
    private final Words words;
    private final RenderingOptions edition;
    private final StringBuilder out = new StringBuilder(64 * 1024);
    private int sections;

    private PdfHtmlDocument(Paper paper, Words words, RenderingOptions edition) {
        this.paper = paper;
        this.words = words;
        this.edition = edition;
    }

    static String html(Paper paper, Words words, RenderingOptions edition, PdfMedium medium) {
        return new PdfHtmlDocument(paper, words, edition).html(medium);
    }

    private String html(PdfMedium medium) {
        out.append("<html lang=\"").append(words.language().tag()).append("\"><head><title>");
        escaped(paper.title());
        out.append("</title>");
        meta("description", paper.description());
        meta("author", paper.organisation());
        meta("subject", paper.subtitle());
        out.append("<style>").append(page()).append(STYLE).append(widths()).append("</style><bookmarks>");
        paper.sections().forEach(this::bookmark);
        out.append("</bookmarks></head><body class=\"")
                .append(paper.layout().name().toLowerCase(Locale.ROOT))
                .append("\"><div class=\"cover\">");
        letterhead(medium);
        out.append("<h1>");
        escaped(paper.title());
        out.append("</h1>");
        if (!paper.subtitle().isEmpty()) {
            out.append("<p class=\"subtitle\">");
            escaped(paper.subtitle());
            out.append("</p>");
        }
        out.append("</div>");
        contents();
        PaperHtmlWriter writer = new PaperHtmlWriter(medium);
        paper.sections().forEach(section -> writer.section(section, 2));
        return out.append(writer.html()).append("</body></html>").toString();
    }

    /** The sender: its name, and on other papers than a single sheet its logo and details. */
    private void letterhead(PdfMedium medium) {
        boolean whole = paper.layout() != Paper.Layout.SHEET;
        out.append("<div class=\"letterhead\">");
        if (whole) {
            out.append(medium.logo(edition.letterhead().logo(), paper.organisation()));
        }
        out.append("<p class=\"organisation\">");
        escaped(paper.organisation());
        out.append("</p>");
        if (whole && !edition.letterhead().lines().isEmpty()) {
            out.append("<p class=\"sender\">");
            out.append(SafeHtml.escape(edition.letterhead().inTwoLines()).replace("\n", "<br/>"));
            out.append("</p>");
        }
        out.append("</div>");
    }

    /** The sender at the foot of a page: a single sheet has its contact details there. */
    private String foot() {
        String contact = edition.letterhead().contact();
        return paper.layout() == Paper.Layout.SHEET && !contact.isEmpty()
                ? paper.organisation() + " · " + contact
                : paper.organisation();
    }

    private void meta(String name, String content) {
        out.append("<meta name=\"").append(name).append("\" content=\"");
        escaped(content);
        out.append("\"/>");
    }

    private void bookmark(Section section) {
        sections++;
        boolean named = !section.heading().isEmpty();
        if (named) {
            out.append("<bookmark href=\"#s").append(sections).append("\" name=\"");
            escaped(section.heading());
            out.append("\">");
        }
        section.sections().forEach(this::bookmark);
        out.append(named ? "</bookmark>" : "");
    }

    private void contents() {
        if (paper.layout() != Paper.Layout.CONTENTS) {
            return;
        }
        out.append(sections > FULL ? "<div class=\"contents long\"><h2>" : "<div class=\"contents\"><h2>");
        escaped(words.say("rendering.contents"));
        out.append("</h2>");
        sections = 0;
        listed(paper.sections(), 1);
        out.append("</div>");
    }

    private void listed(List<Section> parts, int level) {
        boolean shown = level <= LISTED_LEVELS && !parts.isEmpty();
        out.append(shown ? "<ul class=\"toc" + level + "\">" : "");
        for (Section part : parts) {
            int number = ++sections;
            if (shown) {
                out.append("<li class=\"entry\"><a class=\"listed\" href=\"#s")
                        .append(number)
                        .append("\" title=\"");
                escaped(part.heading());
                out.append("\">");
                escaped(part.heading());
                out.append("</a>");
            }
            listed(part.sections(), level + 1);
            out.append(shown ? "</li>" : "");
        }
        out.append(shown ? "</ul>" : "");
    }

    private String page() {
        String counted = words.say("rendering.page", "\u0001", "\u0002");
        String numbers = "\"" + quoted(counted.substring(0, counted.indexOf('\u0001'))) + "\" counter(page) \""
                + quoted(counted.substring(counted.indexOf('\u0001') + 1, counted.indexOf('\u0002')))
                + "\" counter(pages)";
        return "@page{size:" + edition.size().width() + "mm " + edition.size().height()
                + "mm;margin:"
                + (paper.layout() == Paper.Layout.SHEET ? "12mm 16mm 15mm 16mm;" : "24mm 22mm 22mm 22mm;")
                + "@top-left{content:\"" + quoted(shortened(paper.title())) + "\";" + SMALL + "}"
                + "@bottom-left{content:\"" + quoted(shortened(foot())) + "\";" + SMALL + "}"
                + "@bottom-right{content:" + numbers + ";" + SMALL + "}}"
                + "@page:first{@top-left{content:normal}}";
    }

    private static final String SMALL = "font-family:Sans;font-size:8.5pt;color:#5b6470";

    private static String shortened(String text) {
        return TextShortener.shorten(text, 90);
    }

    /** Text within a quoted string of a style sheet: every character that is not a letter or figure is escaped. */
    private static String quoted(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            boolean plain = letter < 128 && Character.isLetterOrDigit(letter);
            if (plain) {
                safe.appendCodePoint(letter);
            } else {
                safe.append(String.format(Locale.ROOT, "\\%06x", letter));
            }
        });
        return safe.toString();
    }

    private static String widths() {
        StringBuilder widths = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            widths.append("col.w").append(i).append("{width:").append(i).append("%}");
        }
        return widths.toString();
    }

    private void escaped(String text) {
        out.append(SafeHtml.escape(text));
    }

    private static String style() {
        try (InputStream in = PdfHtmlDocument.class.getResourceAsStream("paper.css")) {
            if (in == null) {
                throw new IllegalStateException("The style sheet of documents is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.convergence.platform.text;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Converts the Markdown of longer fields: paragraphs, headings, lists, emphasis and links. HTML is shown as text,
 * pictures are left out, links lead only to http, https and mail, and to paths of this site.
 */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    /** An address that begins with two slashes, of either kind, leads to another site without showing it. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?://|mailto:)\\P{Cntrl}+|/(?![/\\\\])\\P{Cntrl}*|#\\P{Cntrl}*");

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote")
            .allowElements("em", "strong", "code", "pre", "a")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,6}"))
            .onElements("ol")
            .allowStandardUrlProtocols()
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    /**
     * The text as safe HTML.
     *
     * @param headingsDownBy levels by which headings move down: 1 shows the first level as {@code h2}
     */
    public static SafeHtml toHtml(String text, int headingsDownBy) {
        Node document = parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + headingsDownBy));
                visitChildren(heading);
            }
        });
        return new SafeHtml(SAFE.sanitize(HTML.render(document)));
    }

    /** The plain text, blocks separated by an empty line. */
    public static String toText(String text) {
        return TEXT.render(parse(text)).strip();
    }

    /** The blocks parsed by commonmark, for renderers of formats other than HTML. */
    public static Node parse(String text) {
        return PARSER.parse(text);
    }
}

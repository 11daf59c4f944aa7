package org.convergence.platform.rendering;

import java.util.List;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;

/** Renders a paper as an HTML fragment of a page. */
public final class PageRenderer {

    private PageRenderer() {}

    /** The sections, the first level as {@code h2}, without the paper's title, which the page shows itself. */
    public static SafeHtml html(Paper paper, Words words) {
        PaperHtmlWriter writer = writer(words);
        paper.sections().forEach(section -> writer.section(section, 2));
        return html(writer);
    }

    /** Some blocks as HTML, under a title of the page. */
    public static SafeHtml html(List<Block> blocks, Words words) {
        PaperHtmlWriter writer = writer(words);
        blocks.forEach(block -> writer.block(block, 3));
        return html(writer);
    }

    private static SafeHtml html(PaperHtmlWriter writer) {
        return new SafeHtml("<div class=\"paper\">" + writer.html() + "</div>");
    }

    private static PaperHtmlWriter writer(Words words) {
        return new PaperHtmlWriter(new PaperHtmlWriter.HtmlMedium() {
            @Override
            public boolean describesLinks() {
                return false;
            }

            @Override
            public String link(String address) {
                return RenderingOptions.isPath(address) || RenderingOptions.isAbsolute(address) ? address : "";
            }

            @Override
            public String chart(Block.Chart chart) {
                return chart.drawing().figure(words).html();
            }

            @Override
            public String photograph(Block.Photograph photograph) {
                return "<img loading=\"lazy\" src=\"" + SafeHtml.escape(link(photograph.address())) + "\" alt=\""
                        + SafeHtml.escape(photograph.description()) + "\">";
            }
        });
    }
}

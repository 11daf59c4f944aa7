package org.convergence.platform.rendering;

import java.util.List;
import org.convergence.platform.text.SafeHtml;

/** Writes sections as HTML that is also XML, for the page and for the PDF; all text is escaped. */
final class PaperHtmlWriter {

    /** The differences between the page and the PDF. */
    interface HtmlMedium {

        /** The target of a link; empty if it becomes plain text. */
        String link(String address);

        /** Whether a link carries its words as a description besides, as PDF/UA asks. */
        boolean describesLinks();

        /** A chart, with its own title. */
        String chart(Block.Chart chart);

        /** The picture without its caption. */
        String photograph(Block.Photograph photograph);
    }

    /** The most characters of a key figure in the largest type. */
    private static final int WIDE = 8;

    /** As many key figures stand two by two: three and one would leave a hole. */
    private static final int PAIRS = 4;

    private final HtmlMedium medium;
    private final StringBuilder out = new StringBuilder(32 * 1024);
    private int sections;

    /** The last heading, which the caption of a table does not repeat. */
    private String heading = "";

    PaperHtmlWriter(HtmlMedium medium) {
        this.medium = medium;
    }

    String html() {
        return out.toString();
    }

    /** Writes a section and its subsections; they are numbered {@code s1}, {@code s2} … in reading order. */
    void section(Section section, int level) {
        out.append("<section id=\"s").append(++sections).append("\">");
        int inside = level;
        if (!section.heading().isEmpty()) {
            heading(section.heading(), level, beginsWithText(section));
            inside++;
        }
        blocks(section.blocks(), inside);
        for (Section part : section.sections()) {
            section(part, inside);
        }
        out.append("</section>");
    }

    /** Text needs less room under its title than a table, a chart or another title. */
    private static boolean beginsWithText(Section section) {
        return !section.blocks().isEmpty() && isText(section.blocks().get(0));
    }

    private static boolean isText(Block block) {
        return block instanceof Block.Paragraph || block instanceof Block.ItemList || block instanceof Block.Note;
    }

    private void heading(String text, int level, boolean beforeText) {
        heading = text;
        int most = Math.min(6, level);
        out.append("<h").append(most).append(beforeText ? " class=\"before-text\">" : ">");
        escaped(text);
        out.append("</h").append(most).append('>');
    }

    /** Writes blocks; photographs that follow each other stay together. */
    private void blocks(List<Block> blocks, int level) {
        boolean open = false;
        for (Block block : blocks) {
            boolean picture = block instanceof Block.Photograph;
            if (picture != open) {
                out.append(picture ? "<div class=\"pictures\">" : "</div>");
                open = picture;
            }
            block(block, level);
        }
        out.append(open ? "</div>" : "");
    }

    void block(Block block, int level) {
        if (block instanceof Block.Paragraph paragraph) {
            out.append("<p>");
            inlines(paragraph.parts());
            out.append("</p>");
        } else if (block instanceof Block.Subheading subheading) {
            heading(subheading.text(), level, false);
        } else if (block instanceof Block.ItemList items) {
            items(items, level);
        } else if (block instanceof Block.Quote quote) {
            out.append("<blockquote>");
            quote.blocks().forEach(part -> block(part, level));
            out.append("</blockquote>");
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figures figures) {
            out.append(figures.figures().size() == PAIRS ? "<div class=\"figures pairs\">" : "<div class=\"figures\">");
            figures.figures().forEach(this::figure);
            out.append("</div>");
        } else if (block instanceof Block.Chart chart) {
            out.append(medium.chart(chart));
        } else if (block instanceof Block.Photograph photograph) {
            photograph(photograph);
        } else if (block instanceof Block.Note note) {
            out.append("<p class=\"note\">");
            inlines(note.parts());
            out.append("</p>");
        } else if (block instanceof Block.PageBreak) {
            out.append("<div class=\"page-break\"></div>");
        }
    }

    private void items(Block.ItemList items, int level) {
        out.append(items.numbered() ? "<ol>" : "<ul>");
        for (List<Block> item : items.items()) {
            out.append("<li>");
            if (item.size() == 1 && item.get(0) instanceof Block.Paragraph only) {
                inlines(only.parts());
            } else {
                item.forEach(part -> block(part, level));
            }
            out.append("</li>");
        }
        out.append(items.numbered() ? "</ol>" : "</ul>");
    }

    private void table(Block.Table table) {
        out.append("<div class=\"scroll")
                .append(table.isShort() ? " short" : "")
                .append("\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escaped(table.caption());
        out.append("\"><table class=\"table\">");
        if (!table.caption().isEmpty() && !table.caption().equals(heading)) {
            out.append("<caption>");
            escaped(table.caption());
            out.append("</caption>");
        }
        List<Integer> widths = ColumnWidths.compute(table);
        out.append("<colgroup>");
        widths.forEach(width -> out.append("<col class=\"w").append(width).append("\"/>"));
        out.append("</colgroup><thead><tr>");
        for (Block.Column column : table.columns()) {
            out.append(column.figures() ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            escaped(column.title());
            out.append("</th>");
        }
        out.append("</tr></thead><tbody>");
        table.rows().forEach(row -> row(table, row));
        out.append("</tbody></table></div>");
    }

    private void row(Block.Table table, List<Block.Cell> row) {
        out.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            String element = i == 0 ? "th" : "td";
            out.append('<').append(element).append(i == 0 ? " scope=\"row\"" : "");
            out.append(table.columns().get(i).figures() ? " class=\"number\">" : ">");
            inlines(row.get(i).parts());
            out.append("</").append(element).append('>');
        }
        out.append("</tr>");
    }

    private void figure(Block.Figure figure) {
        out.append(figure.figure().length() > WIDE ? "<p class=\"figure wide\"><b>" : "<p class=\"figure\"><b>");
        escaped(figure.figure());
        out.append("</b><span>");
        escaped(figure.caption());
        out.append("</span>");
        if (!figure.evidence().isEmpty()) {
            out.append("<span class=\"evidence\">");
            inlines(figure.evidence());
            out.append("</span>");
        }
        out.append("</p>");
    }

    private void photograph(Block.Photograph photograph) {
        out.append("<figure class=\"photograph\">").append(medium.photograph(photograph));
        if (!photograph.caption().isEmpty()) {
            out.append("<figcaption>");
            escaped(photograph.caption());
            out.append("</figcaption>");
        }
        out.append("</figure>");
    }

    private void inlines(List<Inline> parts) {
        for (Inline part : parts) {
            if (part instanceof Inline.InlineText words) {
                escaped(words.text());
            } else if (part instanceof Inline.Strong strong) {
                out.append("<strong>");
                inlines(strong.parts());
                out.append("</strong>");
            } else if (part instanceof Inline.Emphasis emphasis) {
                out.append("<em>");
                inlines(emphasis.parts());
                out.append("</em>");
            } else if (part instanceof Inline.Link link) {
                link(link);
            } else {
                out.append("<br/>");
            }
        }
    }

    private void link(Inline.Link link) {
        String address = medium.link(link.address());
        if (address.isEmpty()) {
            inlines(link.parts());
            return;
        }
        out.append("<a href=\"");
        escaped(address);
        if (medium.describesLinks()) {
            out.append("\" title=\"");
            escaped(Inline.text(link.parts()));
        }
        out.append(RenderingOptions.isAbsolute(address) ? "\" rel=\"noopener noreferrer\">" : "\">");
        inlines(link.parts());
        out.append("</a>");
    }

    private void escaped(String words) {
        out.append(SafeHtml.escape(words));
    }
}

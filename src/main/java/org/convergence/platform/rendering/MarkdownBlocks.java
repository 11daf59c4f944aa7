package org.convergence.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.convergence.platform.text.Markdown;

/** Converts Markdown to blocks. HTML becomes plain text; a picture becomes its description. */
public final class MarkdownBlocks {

    /** Deeper nesting is read as plain text. */
    private static final int DEEPEST = 12;

    private MarkdownBlocks() {}

    /** The blocks of a text; none for an empty one. */
    public static List<Block> parse(String markdown) {
        return blocks(Markdown.parse(markdown), 0);
    }

    private static List<Block> blocks(Node parent, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                blocks.add(new Block.Paragraph(inlines(node, depth)));
            } else if (node instanceof Heading) {
                blocks.add(new Block.Subheading(Inline.text(inlines(node, depth))));
            } else if (node instanceof BulletList || node instanceof OrderedList) {
                blocks.add(items(node, depth));
            } else if (node instanceof BlockQuote && depth < DEEPEST) {
                blocks.add(new Block.Quote(blocks(node, depth + 1)));
            } else if (node instanceof FencedCodeBlock code) {
                blocks.add(Block.text(code.getLiteral().strip()));
            } else if (node instanceof IndentedCodeBlock code) {
                blocks.add(Block.text(code.getLiteral().strip()));
            } else if (node instanceof HtmlBlock html) {
                blocks.add(Block.text(html.getLiteral().strip()));
            }
        }
        return blocks;
    }

    private static Block items(Node list, int depth) {
        List<List<Block>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(depth < DEEPEST ? blocks(item, depth + 1) : List.of(Block.text("…")));
        }
        return new Block.ItemList(list instanceof OrderedList, items);
    }

    private static List<Inline> inlines(Node parent, int depth) {
        List<Inline> parts = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null && depth < DEEPEST * 4; node = node.getNext()) {
            if (node instanceof Text text) {
                parts.add(new Inline.InlineText(text.getLiteral()));
            } else if (node instanceof Code code) {
                parts.add(new Inline.InlineText(code.getLiteral()));
            } else if (node instanceof HtmlInline html) {
                parts.add(new Inline.InlineText(html.getLiteral()));
            } else if (node instanceof SoftLineBreak) {
                parts.add(new Inline.InlineText(" "));
            } else if (node instanceof HardLineBreak) {
                parts.add(new Inline.Break());
            } else if (node instanceof StrongEmphasis) {
                parts.add(new Inline.Strong(inlines(node, depth + 1)));
            } else if (node instanceof Emphasis) {
                parts.add(new Inline.Emphasis(inlines(node, depth + 1)));
            } else if (node instanceof Link link) {
                parts.add(new Inline.Link(link.getDestination(), inlines(node, depth + 1)));
            } else if (node instanceof Image) {
                parts.addAll(inlines(node, depth + 1));
            }
        }
        return parts;
    }
}

package org.convergence.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.text.BoundNumbers;

/**
 * Keeps a number and the word after it on one line of a paper, in its text and in the cells of its tables:
 * “43 organisations”, “8 mars”, “1 250 $”. Titles stay as they are.
 */
final class NumberBinder {

    private final String text;
    private int read;

    private NumberBinder(List<Inline> parts) {
        text = BoundNumbers.bind(Inline.text(parts));
    }

    /** The block with its numbers bound, at every depth. */
    static Block bind(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(bind(paragraph.parts()));
        }
        if (block instanceof Block.Note note) {
            return new Block.Note(bind(note.parts()));
        }
        if (block instanceof Block.Quote quote) {
            return new Block.Quote(
                    quote.blocks().stream().map(NumberBinder::bind).toList());
        }
        if (block instanceof Block.ItemList list) {
            return new Block.ItemList(
                    list.numbered(),
                    list.items().stream()
                            .map(item -> item.stream().map(NumberBinder::bind).toList())
                            .toList());
        }
        if (block instanceof Block.Table table) {
            return new Block.Table(
                    table.caption(),
                    table.columns(),
                    table.rows().stream()
                            .map(row -> row.stream().map(NumberBinder::bind).toList())
                            .toList());
        }
        return block;
    }

    private static Block.Cell bind(Block.Cell cell) {
        return new Block.Cell(bind(cell.parts()), cell.value());
    }

    static List<Inline> bind(List<Inline> parts) {
        return new NumberBinder(parts).rewrite(parts);
    }

    /** The same parts with the bound text, which has as many characters. */
    private List<Inline> rewrite(List<Inline> parts) {
        List<Inline> bound = new ArrayList<>();
        for (Inline part : parts) {
            if (part instanceof Inline.InlineText words) {
                int from = read;
                read += words.text().length();
                bound.add(new Inline.InlineText(text.substring(from, read)));
            } else if (part instanceof Inline.Strong strong) {
                bound.add(new Inline.Strong(rewrite(strong.parts())));
            } else if (part instanceof Inline.Emphasis emphasis) {
                bound.add(new Inline.Emphasis(rewrite(emphasis.parts())));
            } else if (part instanceof Inline.Link link) {
                bound.add(new Inline.Link(link.address(), rewrite(link.parts())));
            } else {
                read++;
                bound.add(part);
            }
        }
        return bound;
    }
}

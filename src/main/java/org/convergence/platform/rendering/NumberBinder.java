package org.convergence.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps a number and the word after it on one line of a paper, in its text and in the cells of its tables:
 * “43 organisations”, “8 mars”, “1 250 $”. Titles stay as they are.
 */
final class NumberBinder {

    /** A year has no noun: in “1er octobre 2025 au 31 mai” it stays with its month. */
    private static final Pattern SPACE_AFTER_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,:/-])(?!(?:19|20)\\d{2} )(\\d+(?:[.,:\u00a0\u202f]\\d+)*(?:er|re|e)?) (?=[\\p{L}$€%]|\\d{3}\\b)");

    /** “July 14”: the year may begin a line. */
    private static final Pattern SPACE_AFTER_MONTH =
            Pattern.compile("\\b(January|February|March|April|May|June|July|August|September|October|November|December) "
                    + "(?=\\d{1,2}\\b)");

    private final String text;
    private int read;

    private NumberBinder(List<Inline> parts) {
        String bound = SPACE_AFTER_NUMBER.matcher(Inline.text(parts)).replaceAll("$1\u00a0");
        text = SPACE_AFTER_MONTH.matcher(bound).replaceAll("$1\u00a0");
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

package org.convergence.platform.mail.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.BulletItem;
import org.convergence.platform.mail.LetterContent;

/** Finds the blocks of a letter that was written as plain text: paragraphs, lists, and addresses that stand alone. */
final class PlainLetterParser {

    private static final Pattern ADDRESS = Pattern.compile("\\s*(https?://\\S+|\\[\\[(?:link|stop)]])\\s*");
    private static final Pattern BULLET = Pattern.compile("\\s*[-–•] (.*)");
    private static final int LONGEST_LABEL = 60;

    private final List<LetterBlock> blocks = new ArrayList<>();
    private final String open;
    private final String stop;
    private boolean footer;

    private PlainLetterParser(String open, String stop) {
        this.open = open;
        this.stop = stop;
    }

    /**
     * The letter with its blocks, in the language that its words belong to.
     *
     * @param stop the address that ends such letters, which gets no button; empty for none
     */
    static LetterContent parse(String text, String stop) {
        LetterLanguage language = LetterLanguage.guess(text);
        return new PlainLetterParser(language.open(), stop).read(text, language.tag());
    }

    /**
     * The letter with its blocks.
     *
     * @param open the words of a button that has none of its own
     */
    static LetterContent parse(String text, String language, String open) {
        return new PlainLetterParser(open, "").read(text, language);
    }

    private LetterContent read(String text, String language) {
        for (String part : text.strip().split("\\n{2,}", -1)) {
            add(part.split("\\n", -1));
        }
        return new LetterContent(language, blocks);
    }

    private void add(String[] lines) {
        List<String> open = new ArrayList<>();
        List<BulletItem> items = new ArrayList<>();
        for (String line : lines) {
            Matcher bullet = BULLET.matcher(line);
            Matcher address = ADDRESS.matcher(line);
            if (line.equals("—")) {
                endLines(open);
                footer = true;
            } else if (bullet.matches()) {
                endHeading(open);
                items.add(new BulletItem(bullet.group(1), null));
            } else if (address.matches()
                    && !items.isEmpty()
                    && items.get(items.size() - 1).url() == null) {
                items.set(
                        items.size() - 1,
                        new BulletItem(items.get(items.size() - 1).text(), address.group(1)));
            } else if (address.matches() && address.group(1).equals(stop)) {
                blocks.add(new LetterBlock.QuietNote(String.join("\n", open) + "\n" + stop));
                open.clear();
            } else if (address.matches() && !footer) {
                endItems(items);
                addButton(open, address.group(1));
            } else {
                endItems(items);
                open.add(line);
            }
        }
        endItems(items);
        endLines(open);
    }

    /** A short line before the address says what it opens. */
    private void addButton(List<String> open, String url) {
        String last = open.isEmpty() ? "" : open.get(open.size() - 1);
        String label = last.replaceAll("[\\s\\u00a0]*[:.]$", "");
        boolean isLabel = open.size() == 1 && label.length() <= LONGEST_LABEL && !label.isBlank();
        if (isLabel) {
            open.clear();
        }
        endLines(open);
        blocks.add(new LetterBlock.Button(isLabel ? label : this.open, url));
    }

    /** A short line before a list is its heading. */
    private void endHeading(List<String> open) {
        if (!footer && open.size() == 1 && open.get(0).length() <= LONGEST_LABEL) {
            blocks.add(new LetterBlock.LetterSubheading(open.remove(0)));
        }
        endLines(open);
    }

    private void endLines(List<String> open) {
        if (!open.isEmpty()) {
            String text = String.join("\n", open);
            blocks.add(footer ? new LetterBlock.QuietNote(text) : new LetterBlock.LetterParagraph(text));
            open.clear();
        }
    }

    private void endItems(List<BulletItem> items) {
        if (!items.isEmpty()) {
            blocks.add(new LetterBlock.Bullets(items));
            items.clear();
        }
    }

    /** The language of a letter that does not say it. */
    private enum LetterLanguage {
        FRENCH("fr-CA", "Ouvrir", " le la les vous de des pour est une votre "),
        ENGLISH("en-CA", "Open", " the you to of and for is your this with "),
        SPANISH("es", "Abrir", " el los usted de para es una su que con ");

        private final String tag;
        private final String open;
        private final List<String> frequent;

        LetterLanguage(String tag, String open, String frequent) {
            this.tag = tag;
            this.open = open;
            this.frequent = List.of(frequent.strip().split(" ", -1));
        }

        String tag() {
            return tag;
        }

        String open() {
            return open;
        }

        static LetterLanguage guess(String text) {
            List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
            LetterLanguage best = FRENCH;
            for (LetterLanguage each : values()) {
                best = each.count(words) > best.count(words) ? each : best;
            }
            return best;
        }

        private long count(List<String> words) {
            return words.stream().filter(frequent::contains).count();
        }
    }
}

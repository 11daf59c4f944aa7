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

    private static final Pattern ADDRESS = Pattern.compile("\\s*(https?://\\S+)\\s*");
    private static final Pattern BULLET = Pattern.compile("\\s*[-–•] (.*)");
    private static final int LONGEST_LABEL = 60;

    private final List<LetterBlock> blocks = new ArrayList<>();
    private final String open;
    private boolean footer;

    private PlainLetterParser(String open) {
        this.open = open;
    }

    /** The letter with its blocks; buttons without words of their own say “open” in its language. */
    static LetterContent parse(String text) {
        LetterLanguage language = LetterLanguage.guess(text);
        PlainLetterParser parser = new PlainLetterParser(language.open());
        for (String part : text.strip().split("\\n{2,}", -1)) {
            parser.add(part.split("\\n", -1));
        }
        return new LetterContent(language.tag(), parser.blocks);
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
                endLines(open);
                items.add(new BulletItem(bullet.group(1), null));
            } else if (address.matches() && !items.isEmpty() && items.get(items.size() - 1).url() == null) {
                items.set(items.size() - 1, new BulletItem(items.get(items.size() - 1).text(), address.group(1)));
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

    private void endLines(List<String> open) {
        if (!open.isEmpty()) {
            String text = String.join("\n", open);
            blocks.add(footer ? new LetterBlock.Note(text) : new LetterBlock.Paragraph(text));
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

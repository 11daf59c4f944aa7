package org.convergence.platform.mail;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a letter, from which both its HTML and its plain text are made. Texts may contain {@code [[name]]} marks,
 * which are replaced at sending.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LetterBlock.LetterParagraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = LetterBlock.LetterSubheading.class, name = "heading"),
    @JsonSubTypes.Type(value = LetterBlock.Button.class, name = "button"),
    @JsonSubTypes.Type(value = LetterBlock.Bullets.class, name = "bullets"),
    @JsonSubTypes.Type(value = LetterBlock.LetterPicture.class, name = "picture"),
    @JsonSubTypes.Type(value = LetterBlock.AmountTable.class, name = "amounts"),
    @JsonSubTypes.Type(value = LetterBlock.QuietNote.class, name = "note"),
    @JsonSubTypes.Type(value = LetterBlock.Signature.class, name = "signature"),
    @JsonSubTypes.Type(value = LetterBlock.SenderFooter.class, name = "sender")
})
public sealed interface LetterBlock {

    /** The block in the plain text of the letter. */
    String plainText();

    /** The block with another text in place of each of its own. */
    LetterBlock map(UnaryOperator<String> change);

    /** A paragraph; its lines stay lines, and addresses in it become links. */
    record LetterParagraph(String text) implements LetterBlock {

        @Override
        public String plainText() {
            return text;
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new LetterParagraph(change.apply(text));
        }
    }

    /** A heading. */
    record LetterSubheading(String text) implements LetterBlock {

        @Override
        public String plainText() {
            return text;
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new LetterSubheading(change.apply(text));
        }
    }

    /**
     * A link that the letter is about. Plain text has the address alone, so the paragraph before says what it opens.
     *
     * @param label a verb
     */
    record Button(String label, String url) implements LetterBlock {

        @Override
        public String plainText() {
            return url;
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new Button(change.apply(label), change.apply(url));
        }
    }

    /** A list. */
    record Bullets(List<BulletItem> items) implements LetterBlock {

        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public String plainText() {
            return items.stream()
                    .map(each -> "– " + each.text() + (each.url() == null ? "" : "\n  " + each.url()))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new Bullets(items.stream()
                    .map(each -> new BulletItem(
                            change.apply(each.text()), each.url() == null ? null : change.apply(each.url())))
                    .toList());
        }
    }

    /**
     * A line of a list.
     *
     * @param url what it opens; {@code null} for nothing
     */
    record BulletItem(String text, @Nullable String url) {}

    /**
     * A picture at an address that is the same for all recipients. Its words stand in for it where it is not loaded, and in
     * the plain text.
     *
     * @param width at which it is shown, in pixels
     * @param caption author and licence
     */
    record LetterPicture(String url, int width, int height, String alternative, String caption) implements LetterBlock {

        @Override
        public String plainText() {
            return "[" + alternative + "]\n" + caption;
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new LetterPicture(url, width, height, change.apply(alternative), change.apply(caption));
        }
    }

    /**
     * A small table of amounts or dates.
     *
     * @param sentence the same facts in the plain text; {@code null} for one line for each row
     */
    record AmountTable(List<AmountRow> rows, @Nullable String sentence) implements LetterBlock {

        public AmountTable {
            rows = List.copyOf(rows);
        }

        @Override
        public String plainText() {
            return sentence != null
                    ? sentence
                    : rows.stream()
                            .map(row -> row.label() + " : " + row.amount())
                            .collect(Collectors.joining("\n"));
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new AmountTable(
                    rows.stream()
                            .map(row -> new AmountRow(change.apply(row.label()), change.apply(row.amount())))
                            .toList(),
                    sentence == null ? null : change.apply(sentence));
        }
    }

    /** A row of a table of amounts. */
    record AmountRow(String label, String amount) {}

    /** A note in small type. */
    record QuietNote(String text) implements LetterBlock {

        @Override
        public String plainText() {
            return text;
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new QuietNote(change.apply(text));
        }
    }

    /** The name that signs the letter. */
    record Signature(String text) implements LetterBlock {

        @Override
        public String plainText() {
            return text;
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new Signature(change.apply(text));
        }
    }

    /**
     * The sender of a mailing, and how to stop it (R-CASL-9, R-CASL-11).
     *
     * @param sender name, mailing address and another contact, one a line
     * @param stop a sentence before the address
     * @param label the words of the link
     */
    record SenderFooter(String sender, String stop, String label, String url) implements LetterBlock {

        @Override
        public String plainText() {
            return String.join("\n", "—", sender, "", stop, url);
        }

        @Override
        public LetterBlock map(UnaryOperator<String> change) {
            return new SenderFooter(change.apply(sender), change.apply(stop), change.apply(label), change.apply(url));
        }
    }

    /** The paragraphs of a text, which are separated by empty lines. */
    static List<LetterBlock> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\n{2,}", -1))
                .<LetterBlock>map(LetterParagraph::new)
                .toList();
    }
}

package org.convergence.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.text.Words;

/**
 * What a letter says, written once: the message has it as HTML and as plain text.
 *
 * @param language tag of the text’s language, such as {@code fr-CA}
 */
public record LetterContent(String language, List<LetterBlock> blocks) {

    public LetterContent {
        blocks = List.copyOf(blocks);
    }

    /** A letter in the language of the words. */
    public static LetterContent of(Words t, List<LetterBlock> blocks) {
        return new LetterContent(t.language().tag(), blocks);
    }

    /** The plain text, with a blank line between blocks. */
    public String plainText() {
        return blocks.stream().map(LetterBlock::plainText).collect(Collectors.joining("\n\n"));
    }

    /** The same letter with one more block. */
    public LetterContent with(LetterBlock block) {
        return new LetterContent(
                language, Stream.concat(blocks.stream(), Stream.of(block)).toList());
    }

    /** The same letter without a picture, whose address ends so. */
    public LetterContent withoutPicture(String path) {
        return new LetterContent(
                language,
                blocks.stream()
                        .filter(each -> !(each instanceof LetterBlock.LetterPicture picture
                                && picture.url().endsWith(path)))
                        .toList());
    }

    /** The same letter with blocks in place of each paragraph that is a {@code [[name]]} mark alone. */
    public LetterContent fill(Map<String, List<LetterBlock>> marks) {
        return new LetterContent(
                language,
                blocks.stream()
                        .flatMap(each -> each instanceof LetterBlock.LetterParagraph paragraph
                                        && marks.containsKey(nameOf(paragraph.text()))
                                ? marks.getOrDefault(nameOf(paragraph.text()), List.of()).stream()
                                : Stream.of(each))
                        .toList());
    }

    private static String nameOf(String text) {
        return text.startsWith("[[") && text.endsWith("]]") ? text.substring(2, text.length() - 2) : "";
    }

    /** The same letter with another text in place of each of its own. */
    public LetterContent map(UnaryOperator<String> change) {
        return new LetterContent(
                language, blocks.stream().map(each -> each.map(change)).collect(Collectors.toList()));
    }
}

package org.convergence.outreach.newsletter.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.BulletItem;
import org.convergence.platform.mail.LetterBlock.Bullets;
import org.convergence.platform.mail.LetterBlock.Button;
import org.convergence.platform.mail.LetterBlock.LetterParagraph;
import org.convergence.platform.mail.LetterBlock.LetterPicture;
import org.convergence.platform.mail.LetterBlock.LetterSubheading;
import org.convergence.platform.mail.LetterBlock.QuietNote;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes an issue as the blocks of a letter, from which its HTML and its plain text are made. */
final class LetterBlockWriter {

    /** A line of a list, as typed, or as pasted from Word with a sign of its own fonts and a tab. */
    private static final Pattern ITEM =
            Pattern.compile("(?:[-–•·*▪◦\\uf0a7\\uf0b7\\uf0d8]|o(?=\\t))[ \\t\\u00a0]+(.+)");

    private LetterBlockWriter() {}

    /**
     * The letter in the language of the words; a block without text in it is left out.
     *
     * @param baseUrl of the addresses of pictures
     */
    static List<LetterBlock> write(List<NewsletterBlock> blocks, String baseUrl, Words t) {
        List<LetterBlock> all = new ArrayList<>();
        for (NewsletterBlock block : blocks) {
            block.text(t.language().code())
                    .map(LetterBlockWriter::clean)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> write(block, text, baseUrl, t, all));
        }
        return all;
    }

    private static void write(NewsletterBlock block, BlockText text, String baseUrl, Words t, List<LetterBlock> all) {
        String url = block.url();
        switch (block.kind()) {
            case SUBJECT -> {
                // The subject is no part of the text.
            }
            case LEAD -> {
                picture(block, baseUrl, t, all);
                paragraphs(text.body(), all);
            }
            case DATE -> {
                all.add(new LetterSubheading(
                        block.happensOn() == null
                                ? text.title()
                                : t.say(
                                        "public.newsletter.date",
                                        t.capital(t.dayAndDate(block.happensOn())),
                                        text.title())));
                picture(block, baseUrl, t, all);
                paragraphs(text.body(), all);
                link(url, t.say("public.newsletter.more"), all);
            }
            case RELAY -> {
                all.add(new LetterSubheading(t.say("public.newsletter.relay", text.title())));
                all.add(new QuietNote(t.say("public.newsletter.relay.help")));
                picture(block, baseUrl, t, all);
                paragraphs(text.body(), all);
                link(url, t.say("public.newsletter.more"), all);
            }
            case APPEAL -> {
                all.add(new LetterSubheading(text.title()));
                picture(block, baseUrl, t, all);
                paragraphs(text.body(), all);
                if (url != null) {
                    all.add(new Button(t.say("public.newsletter.act"), url));
                }
            }
            case ARTICLE -> {
                all.add(new LetterSubheading(text.title()));
                picture(block, baseUrl, t, all);
                paragraphs(text.body(), all);
                link(url, t.say("public.newsletter.more"), all);
            }
        }
    }

    private static void picture(NewsletterBlock block, String baseUrl, Words t, List<LetterBlock> all) {
        NewsletterPicture picture = block.picture();
        if (picture != null) {
            picture.alternative(t.language().code())
                    .ifPresent(alternative -> all.add(new LetterPicture(
                            baseUrl + picture.path(),
                            picture.shownWidth(),
                            picture.shownHeight(),
                            alternative,
                            t.say("public.newsletter.picture", picture.credit()))));
        }
    }

    private static void link(@Nullable String url, String label, List<LetterBlock> all) {
        if (url != null) {
            all.add(new Bullets(List.of(new BulletItem(label, url))));
        }
    }

    /** Takes the signs of a word processor out of a text: soft hyphens, signs without width, line ends of its own. */
    private static BlockText clean(BlockText text) {
        return new BlockText(text.language(), text.translates(), clean(text.title()), clean(text.body()));
    }

    private static String clean(String text) {
        return text.replaceAll("[\u00ad\u200b\ufeff]", "")
                .replaceAll("[\u000b\u2028\u2029]", "\n")
                .strip();
    }

    /** Paragraphs are separated by empty lines; lines that begin with a dash or a bullet are a list. */
    private static void paragraphs(String body, List<LetterBlock> all) {
        for (String part : body.split("\\n\\s*\\n", -1)) {
            List<String> lines = part.strip().lines().map(String::strip).toList();
            int begin = 0;
            for (int end = 1; end <= lines.size(); end++) {
                if (end == lines.size() || isItem(lines, end) != isItem(lines, begin)) {
                    all.add(block(lines.subList(begin, end), isItem(lines, begin)));
                    begin = end;
                }
            }
        }
    }

    /** Whether a line is of a list. A dash alone among lines of text is none: so may a name below a greeting begin. */
    private static boolean isItem(List<String> lines, int at) {
        boolean alone = (at == 0 || !ITEM.matcher(lines.get(at - 1)).matches())
                && (at + 1 == lines.size() || !ITEM.matcher(lines.get(at + 1)).matches());
        return ITEM.matcher(lines.get(at)).matches()
                && (lines.size() == 1 || !alone || !lines.get(at).matches("[-–*].*"));
    }

    private static LetterBlock block(List<String> lines, boolean isList) {
        return isList
                ? new Bullets(lines.stream()
                        .map(line -> new BulletItem(
                                ITEM.matcher(line).replaceFirst("$1").replace('\t', ' '), null))
                        .toList())
                : new LetterParagraph(String.join("\n", lines).replace('\t', ' '));
    }
}

package org.convergence.outreach.newsletter.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.BulletItem;
import org.convergence.platform.mail.LetterBlock.Bullets;
import org.convergence.platform.mail.LetterBlock.Button;
import org.convergence.platform.mail.LetterBlock.LetterParagraph;
import org.convergence.platform.mail.LetterBlock.LetterSubheading;
import org.convergence.platform.mail.LetterBlock.QuietNote;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes an issue as the blocks of a letter, from which its HTML and its plain text are made. */
public final class LetterBlockWriter {

    private LetterBlockWriter() {}

    /** The letter in the language of the words; a block without text in it is left out. */
    public static List<LetterBlock> write(List<NewsletterBlock> blocks, Words t) {
        List<LetterBlock> all = new ArrayList<>();
        for (NewsletterBlock block : blocks) {
            block.text(t.language().code())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> write(block, text, t, all));
        }
        return all;
    }

    private static void write(NewsletterBlock block, BlockText text, Words t, List<LetterBlock> all) {
        String url = block.url();
        switch (block.kind()) {
            case SUBJECT -> {
                // The subject is no part of the text.
            }
            case LEAD -> paragraphs(text.body(), all);
            case DATE -> {
                all.add(new LetterSubheading(
                        block.happensOn() == null
                                ? text.title()
                                : t.say(
                                        "public.newsletter.date",
                                        t.capital(t.dayAndDate(block.happensOn())),
                                        text.title())));
                paragraphs(text.body(), all);
                link(url, t.say("public.newsletter.more"), all);
            }
            case RELAY -> {
                all.add(new LetterSubheading(t.say("public.newsletter.relay", text.title())));
                all.add(new QuietNote(t.say("public.newsletter.relay.help")));
                paragraphs(text.body(), all);
                link(url, t.say("public.newsletter.more"), all);
            }
            case APPEAL -> {
                all.add(new LetterSubheading(text.title()));
                paragraphs(text.body(), all);
                if (url != null) {
                    all.add(new Button(t.say("public.newsletter.act"), url));
                }
            }
            case ARTICLE -> {
                all.add(new LetterSubheading(text.title()));
                paragraphs(text.body(), all);
                link(url, t.say("public.newsletter.more"), all);
            }
        }
    }

    private static void link(@Nullable String url, String label, List<LetterBlock> all) {
        if (url != null) {
            all.add(new Bullets(List.of(new BulletItem(label, url))));
        }
    }

    /** Paragraphs are separated by empty lines; lines that begin with a dash are a list. */
    private static void paragraphs(String body, List<LetterBlock> all) {
        for (String part : body.strip().split("\\n\\s*\\n", -1)) {
            List<String> lines = part.strip().lines().map(String::strip).toList();
            if (!lines.isEmpty() && lines.stream().allMatch(line -> line.matches("[-–•*] .+"))) {
                all.add(new Bullets(lines.stream()
                        .map(line -> new BulletItem(line.substring(2).strip(), null))
                        .toList()));
            } else if (!part.isBlank()) {
                all.add(new LetterParagraph(String.join("\n", lines)));
            }
        }
    }
}

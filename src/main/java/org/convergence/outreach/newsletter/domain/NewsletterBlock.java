package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block of an issue.
 *
 * @param revision of the text in the first language
 * @param url where it leads; {@code null} for nowhere
 * @param happensOn its day; {@code null} if it has none
 * @param picture {@code null} if it has none
 */
public record NewsletterBlock(
        UUID id,
        int version,
        int position,
        NewsletterBlockKind kind,
        int revision,
        @Nullable String url,
        @Nullable LocalDate happensOn,
        @Nullable NewsletterPicture picture,
        List<BlockText> texts) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 200;

    /** The longest text, in characters. */
    public static final int LONGEST_BODY = 10_000;

    public NewsletterBlock {
        texts = List.copyOf(texts);
    }

    /**
     * The block in a language.
     *
     * @param translates the revision of the block that it says
     */
    public record BlockText(String language, int translates, String title, String body) {

        /** Whether nothing is written. */
        public boolean isEmpty() {
            return title.isBlank() && body.isBlank();
        }
    }

    /** The text in a language. */
    public Optional<BlockText> text(String language) {
        return texts.stream().filter(each -> each.language().equals(language)).findFirst();
    }

    /** The title in a language; empty if there is none. */
    public String title(String language) {
        return text(language).map(BlockText::title).orElse("");
    }

    /** The kind of a block. */
    public enum NewsletterBlockKind {
        /** The subject of the letter; its title alone. */
        SUBJECT,
        /** The opening words. */
        LEAD,
        ARTICLE,
        /** Something to do, with a link. */
        APPEAL,
        /** Something that happens on a day. */
        DATE,
        /** Something to pass on to one's own members. */
        RELAY;

        /** The kinds that can be added. */
        public static final List<NewsletterBlockKind> ADDED = List.of(ARTICLE, APPEAL, DATE, RELAY);

        /** Whether there is one in each issue. */
        public boolean isFixed() {
            return this == SUBJECT || this == LEAD;
        }

        /** Whether it has a title. */
        public boolean hasTitle() {
            return this != LEAD;
        }

        /** Whether it has a text below the title. */
        public boolean hasBody() {
            return this != SUBJECT;
        }

        /** Message key of its name. */
        public String key() {
            return "newsletter.block." + name();
        }
    }
}

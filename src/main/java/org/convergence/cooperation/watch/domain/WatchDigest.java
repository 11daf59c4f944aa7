package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.CreoleTexts;
import org.jspecify.annotations.Nullable;

/**
 * A digest: what we learned, told to members, or what happens here, told to partners.
 *
 * @param language fr, en or es; ht only for partners
 * @param handedOn when it became a draft of the newsletter; {@code null} if it did not
 * @param sharedOn when it was sent otherwise; {@code null} if it was not
 */
public record WatchDigest(
        WatchDigestId id,
        WatchAudience audience,
        String language,
        LocalDate madeOn,
        String title,
        String body,
        @Nullable LocalDate handedOn,
        @Nullable LocalDate sharedOn) {

    /** The languages of digests for an audience. */
    public static List<String> languages(WatchAudience audience) {
        return audience == WatchAudience.PARTNERS
                ? List.of("fr", "en", "es", CreoleTexts.CODE)
                : List.of("fr", "en", "es");
    }

    /** Whether newsletters are written in its language. */
    public boolean mayBeNewsletter() {
        return !language.equals(CreoleTexts.CODE);
    }

    /**
     * A line that a digest may hold.
     *
     * @param words in the language of the digest; empty if nothing is written in it yet
     * @param isFixed whether the words are a partner's, to which she said yes as they are
     * @param isRefutation whether an earlier digest told it, and it turned out to be wrong
     * @param names people of the directory that the words name
     */
    public record DigestLine(WatchItem item, String words, boolean isFixed, boolean isRefutation, List<String> names) {

        /** The words as typed, with their source and how sure they are; a note without the name of the partner. */
        String tell(String typed, DigestWords t) {
            String source = item.isNote() ? t.say("public.watch.partner") : item.source();
            String how = isRefutation ? "REFUTED" : item.reliability().name();
            return t.say("public.watch.line." + how, onOneLine(typed))
                    + (source.isEmpty() ? "" : " (" + source + ")")
                    + (item.url() == null || item.isNote() ? "" : " " + item.url());
        }

        static String onOneLine(String words) {
            return words.strip().replaceAll("\\s*\\n\\s*", " ");
        }

        /** @throws Refused if nothing is typed, or other words than the partner's */
        void requireWords(String typed) {
            if (typed.isBlank()) {
                throw new Refused("watch.refused.no-words", item.title());
            }
            if (isFixed && !typed.equals(words)) {
                throw new Refused("watch.refused.her-words");
            }
        }
    }

    /** A line as chosen, with its words. */
    public record ChosenLine(WatchItemId item, String words) {}

    /** A digest for members or partners. */
    public record WatchDigestId(UUID value) implements Identifier {}
}

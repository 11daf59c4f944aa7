package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a block (R-MAIL-15).
 *
 * @param width of the stored file, in pixels
 * @param credit author and licence, shown below it
 * @param consent where the consent of the people shown is kept; empty if nobody can be recognised
 * @param consentUntil its last day; {@code null} if it has no end
 * @param alternatives what it shows in words, by language
 */
public record NewsletterPicture(
        UUID id,
        int version,
        UUID block,
        DocumentId document,
        int width,
        int height,
        String credit,
        PicturedPeople people,
        String consent,
        @Nullable LocalDate consentUntil,
        List<PictureAlternative> alternatives) {

    /** The beginning of its address, the same for all readers. */
    public static final String PATH = "/public/newsletter/pictures/";

    /** The longest words for it, in characters. */
    public static final int LONGEST_ALTERNATIVE = 500;

    /** The widest that it is shown in a letter, in pixels. */
    private static final int WIDEST = 536;

    /** The longest side of its file, in pixels: sharp on fine screens, and light where the network is slow. */
    public static final int LONGEST_SIDE = 2 * WIDEST;

    public NewsletterPicture {
        alternatives = List.copyOf(alternatives);
    }

    /** What it shows, in a language. */
    public record PictureAlternative(String language, String alternative) {}

    /** The people who can be recognised in a picture. */
    public enum PicturedPeople {
        NOBODY,
        /** All of them agreed to be shown. */
        AGREED;

        /** Message key of its name. */
        public String key() {
            return "newsletter.picture." + name();
        }
    }

    /** What the form says. */
    public record NewsletterPictureFacts(
            String credit,
            PicturedPeople people,
            String consent,
            @Nullable LocalDate consentUntil,
            List<PictureAlternative> alternatives) {

        public NewsletterPictureFacts {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** What it shows, in a language. */
    public Optional<String> alternative(String language) {
        return alternatives.stream()
                .filter(each -> each.language().equals(language))
                .map(PictureAlternative::alternative)
                .findFirst();
    }

    /** Whether the people shown agree on a day. */
    boolean isAllowedOn(LocalDate day) {
        return consentUntil == null || !consentUntil.isBefore(day);
    }

    /** The width in a letter, in pixels: never more than that of the file. */
    int shownWidth() {
        return Math.min(width, WIDEST);
    }

    /** The height in a letter, in pixels. */
    int shownHeight() {
        return Math.max(1, Math.round((float) height * shownWidth() / width));
    }

    /** Its address without the server's. */
    String path() {
        return PATH + id;
    }
}

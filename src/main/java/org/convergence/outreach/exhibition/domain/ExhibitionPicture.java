package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A photograph of an exhibition, with the consent by which it is shown.
 *
 * @param document {@code null} once its file was deleted after a withdrawal
 * @param consent where the consent is kept, without a name
 * @param consentUntil {@code null} if it has no end
 */
public record ExhibitionPicture(
        ExhibitionPictureId id,
        int version,
        ExhibitionId exhibition,
        int number,
        @Nullable DocumentId document,
        String credit,
        String consent,
        ConsentScope consentScope,
        @Nullable LocalDate consentUntil,
        @Nullable LocalDate withdrawnOn,
        List<PictureText> texts) {

    /** Where the consent allows to show it. */
    public enum ConsentScope {
        ONLINE,
        /** On printed panels alone. */
        PANELS,
        BOTH;

        /** Message key of its name. */
        public String key() {
            return "exhibition.scope." + name();
        }
    }

    /** Where it stands on a day. */
    public enum PictureState {
        /** Its consent allows to show it online. */
        SHOWN(Tone.OK),
        /** Its consent is for panels alone: it never was online. */
        PANELS_ONLY(Tone.REST),
        EXPIRED(Tone.BAD),
        WITHDRAWN(Tone.BAD);

        private final Tone tone;

        PictureState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "exhibition.picture." + name();
        }
    }

    /**
     * Its words in a language.
     *
     * @param alternative tells what is seen to a person who does not see it
     * @param caption may be empty
     */
    public record PictureText(String language, String title, String alternative, String caption) {}

    /** What the form says. */
    public record PictureFacts(
            int number,
            String credit,
            String consent,
            ConsentScope consentScope,
            @Nullable LocalDate consentUntil,
            List<PictureText> texts) {}

    public PictureState state(LocalDate day) {
        if (withdrawnOn != null) {
            return PictureState.WITHDRAWN;
        }
        if (consentUntil != null && consentUntil.isBefore(day)) {
            return PictureState.EXPIRED;
        }
        return consentScope == ConsentScope.PANELS ? PictureState.PANELS_ONLY : PictureState.SHOWN;
    }

    /** Its words in a language, else in the first that it has. */
    public PictureText textIn(String language) {
        return find(language).orElse(texts.get(0));
    }

    /** Its words in a language, if they are written. */
    public Optional<PictureText> find(String language) {
        return texts.stream().filter(each -> each.language().equals(language)).findFirst();
    }

    /** A photograph of an exhibition. */
    public record ExhibitionPictureId(UUID value) implements Identifier {}
}

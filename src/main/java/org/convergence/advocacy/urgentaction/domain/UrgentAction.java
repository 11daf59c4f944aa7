package org.convergence.advocacy.urgentaction.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.SegmentId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An urgent action.
 *
 * @param title for the team; the public words are in {@link PublicText}
 * @param country ISO 3166-1, two capital letters
 * @param person the person concerned, if the directory knows her
 * @param happened the alert as the partner gave it; never public
 * @param riskBy the account that chose the risk tier
 * @param wording rises with each change of the public words
 * @param consent the last yes; {@code null} before the first, and after it was taken back
 * @param account what came of it, for those who signed and for the partner; may be empty
 * @param frozen the counts kept at expiry or closing
 * @param reportedAt when the account was sent
 */
public record UrgentAction(
        UrgentActionId id,
        int version,
        int year,
        int number,
        String title,
        OrganisationId partner,
        String partnerName,
        String country,
        @Nullable PersonId person,
        @Nullable PersonId responsible,
        String happened,
        LocalDate receivedOn,
        IdentityDegree degree,
        RiskTier risk,
        UUID riskBy,
        LocalDate expiresOn,
        @Nullable SegmentId segment,
        @Nullable ActionId line,
        int wording,
        @Nullable WordingConsent consent,
        @Nullable RiskCheck checked,
        UrgentActionState state,
        @Nullable Instant sentAt,
        @Nullable LocalDate withdrawnOn,
        @Nullable LocalDate closedOn,
        @Nullable UrgentActionOutcome outcome,
        String account,
        @Nullable SignOnCount frozen,
        @Nullable Instant reportedAt) {

    /** The source of a yes. */
    public enum WordingConsentGiver {
        PERSON,
        ORGANISATION;

        /** The message key of its name. */
        public String key() {
            return "urgentaction.consent.giver." + name();
        }
    }

    /**
     * A yes to one wording.
     *
     * @param name who said it
     * @param how such as « au téléphone, à la présidente »
     * @param until the last day for which it was said
     */
    public record WordingConsent(
            WordingConsentGiver giver, String name, String how, LocalDate givenOn, LocalDate until, int wording) {}

    /** The check of a risk tier by a second person. */
    public record RiskCheck(String by, LocalDate on, RiskTier risk) {}

    /**
     * What the form of an alert says.
     *
     * @param segment the people to whom it goes; {@code null} if not chosen yet
     * @param line the line of the plan that it serves
     */
    public record AlertFacts(
            String title,
            OrganisationId partner,
            String country,
            @Nullable PersonId person,
            String happened,
            LocalDate receivedOn,
            IdentityDegree degree,
            RiskTier risk,
            LocalDate expiresOn,
            @Nullable SegmentId segment,
            @Nullable ActionId line) {}

    /**
     * The public words in a language.
     *
     * @param letter the model letter, without salutation
     */
    public record PublicText(String language, String title, String story, String subject, String letter) {}

    /**
     * A person in office who gets letters.
     *
     * @param decisionMaker of the directory, from whose last mandate the rest is read; {@code null} for one typed here
     * @param until the last day in office, where it is known
     */
    public record TargetInOffice(
            @Nullable UUID decisionMaker,
            String name,
            String office,
            String mail,
            String salutation,
            @Nullable LocalDate until) {

        /** A person who is not in the directory of decision-makers. */
        public TargetInOffice(String name, String office, String mail, String salutation, @Nullable LocalDate until) {
            this(null, name, office, mail, salutation, until);
        }

        /** Whether the person still holds the office. */
        public boolean isInOffice(LocalDate today) {
            return until == null || !until.isBefore(today);
        }
    }

    /**
     * The public words and the people who get letters.
     *
     * @param texts at most one for each language
     */
    public record PublicWording(List<PublicText> texts, List<TargetInOffice> targets) {

        /** The text in a language, else the first. */
        public Optional<PublicText> textIn(String language) {
            return texts.stream()
                    .filter(each -> each.language().equals(language))
                    .findFirst()
                    .or(() -> texts.stream().findFirst());
        }
    }

    /**
     * News of an urgent action; may be empty in Spanish and English.
     *
     * @param agreed who said yes to these words, and how
     */
    public record ActionUpdate(Instant postedAt, String agreed, String fr, String es, String en) {

        /** The text in a language, else in French. */
        public String text(String language) {
            String text = language.equals("es") ? es : language.equals("en") ? en : fr;
            return text.isEmpty() ? fr : text;
        }
    }

    /** Its state as pages tell it: one that was withdrawn stays so when it is closed. */
    public UrgentActionState shownState() {
        return withdrawnOn == null ? state : UrgentActionState.WITHDRAWN;
    }

    /** Whether it left and its last day is past: its page is no longer public, and its outcome is to be noted. */
    public boolean isPast(LocalDate today) {
        return shownState() == UrgentActionState.OUT && expiresOn.isBefore(today);
    }

    /** The tone of its state on a day, or of how it ended: only a good end is shown as good. */
    public Tone shownTone(LocalDate today) {
        if (isPast(today)) {
            return Tone.WARN;
        }
        boolean endedOtherwise = withdrawnOn == null && outcome != null && outcome != UrgentActionOutcome.WELL;
        return endedOtherwise ? Tone.REST : shownState().tone();
    }

    /** The message key of its state on a day, or of how it ended. */
    public String stateKey(LocalDate today) {
        return outcome == null || withdrawnOn != null
                ? isPast(today) ? "urgentaction.state.PAST" : shownState().key()
                : outcome.key();
    }

    /** Its number in addresses: {@code 2026-3}. */
    public String code() {
        return year + "-" + number;
    }

    /** How far the public words identify the person concerned. */
    public enum IdentityDegree {
        /** Only her organisation is named. */
        ORGANISATION,
        /** A code name stands for her. */
        CODE_NAME,
        /** Her name is published. */
        NAMED;

        /** The message key of its name. */
        public String key() {
            return "urgentaction.degree." + name();
        }
    }

    /** What the person concerned risks from the publication. A second person checks it (R-ADV-10). */
    public enum RiskTier {
        LOW,
        MEDIUM,
        HIGH;

        /** The message key of its name. */
        public String key() {
            return "urgentaction.risk." + name();
        }
    }

    /** How an urgent action ended. */
    public enum UrgentActionOutcome {
        WELL,
        PARTLY,
        BADLY,
        UNKNOWN;

        /** The message key of its name. */
        public String key() {
            return "urgentaction.outcome." + name();
        }
    }

    /** The state of an urgent action. */
    public enum UrgentActionState {
        DRAFT(Tone.AHEAD),
        OUT(Tone.ACTIVE),
        /** The yes was taken back, or a person named in it was protected or erased. */
        WITHDRAWN(Tone.BAD),
        CLOSED(Tone.OK);

        private final Tone tone;

        UrgentActionState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "urgentaction.state." + name();
        }
    }

    /** An urgent action. */
    public record UrgentActionId(UUID value) implements Identifier {}
}

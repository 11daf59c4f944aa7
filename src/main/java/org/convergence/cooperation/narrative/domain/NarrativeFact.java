package org.convergence.cooperation.narrative.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A fact of today that can be inserted in a report.
 *
 * @param label its name in a list
 * @param text the sentence to insert, in the language of the report
 * @param url the page of its evidence
 * @param isUnexplained whether it is below its target, and nobody said why
 * @param isApproved whether its value is approved
 * @param claims filed reports to other funders that have it too
 * @param partner that told it or is told of: it goes in this partner's passage only; {@code null} for none
 */
public record NarrativeFact(
        FactReference reference,
        String label,
        String text,
        String url,
        boolean isUnexplained,
        boolean isApproved,
        List<FactClaim> claims,
        @Nullable OrganisationId partner) {

    /** The reference of the participations of all activities. */
    public static final String PARTICIPATIONS = "participations";

    /** The longest sentence, in characters. */
    static final int LONGEST = 6_000;

    /** The longest label, in characters. */
    static final int LONGEST_LABEL = 300;

    NarrativeFact ofPartner(OrganisationId told) {
        return new NarrativeFact(reference, label, text, url, isUnexplained, isApproved, claims, told);
    }

    /**
     * Which fact it is.
     *
     * @param reference an id, or a word, within its kind
     */
    public record FactReference(FactKind kind, String reference) {

        /** As one word, for forms. */
        public String key() {
            return kind + ":" + reference;
        }
    }

    /** A filed report to another funder that has the same activity. */
    public record FactClaim(String reference, String funder, LocalDate filedOn) {}

    /**
     * A fact inserted in a section, and the same fact today.
     *
     * @param today {@code null} if the fact is gone
     */
    public record InsertedFact(
            NarrativeQueries.InsertionRow insertion,
            @Nullable NarrativeFact today) {

        /** Whether the fact says something else today, or is gone. */
        public boolean isChanged() {
            return today == null || !today.text().equals(insertion.body());
        }
    }

    /** A kind of fact that can be inserted in a report. */
    public enum FactKind {
        /** An indicator with its target, value, variance and explanation. */
        RESULT,
        /** People by sex: participations, or people counted once. */
        PEOPLE,
        /** A realisation. */
        ACTIVITY,
        /** What is told of a realisation, in which nobody is named. */
        STORY,
        /** What must hold for a result. */
        RISK;

        /** The message key of its name. */
        public String key() {
            return "narrative.fact." + name();
        }
    }

    /** A fact inserted in a section. */
    public record NarrativeInsertionId(UUID value) implements Identifier {}
}

package org.convergence.directory.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.ExcludedAddressee;
import org.jspecify.annotations.Nullable;

/** The people of segments, for modules that write to many. Protected and erased people are in no segment. */
public interface SegmentAudience {

    /** The people that {@link #findAll} reads in one query. */
    int AT_ONCE = 500;

    /**
     * A letter to a segment.
     *
     * @param concernsFunction whether it concerns the functions of its recipients, as R-CASL-7 asks of letters to
     *     published addresses
     * @param on the day on which it leaves: consent, functions and the week between two letters count from it; {@code
     *     null} for today
     * @param mailing the id of the letters sent together, so that they do not exclude each other
     * @param isWeekly whether it is one of the mailings of which an organisation gets one a week (R-MAIL-13)
     */
    record AudienceQuestion(
            SegmentId segment,
            Purpose purpose,
            boolean concernsFunction,
            UUID mailing,
            @Nullable LocalDate on,
            boolean isWeekly) {

        /** A letter that leaves on a day; urgent actions do not wait for a week. */
        public AudienceQuestion(
                SegmentId segment, Purpose purpose, boolean concernsFunction, UUID mailing, @Nullable LocalDate on) {
            this(segment, purpose, concernsFunction, mailing, on, purpose != Purpose.ACTIONS);
        }

        /** A letter that leaves today. */
        public AudienceQuestion(SegmentId segment, Purpose purpose, boolean concernsFunction, UUID mailing) {
            this(segment, purpose, concernsFunction, mailing, null);
        }

        /** The same letter, on whichever day others left. */
        public AudienceQuestion atAnyTime() {
            return new AudienceQuestion(segment, purpose, concernsFunction, mailing, on, false);
        }
    }

    /**
     * A person of the segment.
     *
     * @param address the address that a letter goes to; {@code null} for none
     * @param language the code of the preferred language, {@code null} where unknown
     * @param organisations those in which the person holds a function today
     * @param basis the basis on which the letter goes; {@code null} if excluded
     * @param until the last day of the basis; {@code null} where it has no end
     * @param exclusion {@code null} if a letter may go
     * @param freeOn the first day on which no letter to an organisation of the person excludes them; {@code null} for
     *     none
     */
    record AudiencePerson(
            PersonId person,
            String name,
            @Nullable String address,
            @Nullable String language,
            List<OrganisationId> organisations,
            @Nullable Basis basis,
            @Nullable LocalDate until,
            @Nullable AudienceExclusion exclusion,
            @Nullable LocalDate freeOn) {

        /** The person as a mailing addresses her. */
        public Addressee addressee() {
            return new Addressee(person.value(), name, address);
        }

        /** The excluded people among some, with the reason, as a preview shows them. */
        public static List<ExcludedAddressee> leftOut(Collection<AudiencePerson> people) {
            List<ExcludedAddressee> leftOut = new ArrayList<>();
            for (AudiencePerson each : people) {
                if (each.exclusion() != null) {
                    leftOut.add(new ExcludedAddressee(
                            each.addressee(), each.exclusion().key()));
                }
            }
            return leftOut;
        }
    }

    /**
     * An audience in numbers.
     *
     * @param languages the people who get a letter by preferred language, {@code ""} where unknown
     * @param exclusions the others by reason
     * @param freeOn the first day on which none of them is excluded by another letter; {@code null} if none is
     */
    record AudienceSummary(
            int allowed,
            Map<String, Integer> languages,
            Map<AudienceExclusion, Integer> exclusions,
            @Nullable LocalDate freeOn) {}

    /** A segment to choose. */
    record SegmentChoice(SegmentId id, String name) {}

    /** All segments by name. */
    List<SegmentChoice> findAll();

    /** The number of people in a segment, whether they may be written to or not. */
    long count(SegmentId segment);

    /** The next people in the order of their ids, in a few queries whatever their number. */
    List<AudiencePerson> findNext(AudienceQuestion question, @Nullable PersonId after, int limit);

    /** All people of a letter in the order of their ids, for letters that are written at once. */
    default List<AudiencePerson> findAll(AudienceQuestion question) {
        List<AudiencePerson> all = new ArrayList<>();
        List<AudiencePerson> batch;
        do {
            batch = findNext(
                    question, all.isEmpty() ? null : all.get(all.size() - 1).person(), AT_ONCE);
            all.addAll(batch);
        } while (batch.size() == AT_ONCE);
        return all;
    }

    /** The people of a letter with these ids; those who are not in the segment are left out. */
    List<AudiencePerson> findByIds(AudienceQuestion question, Collection<PersonId> people);

    /** The audience in numbers; memory use does not grow with it. */
    AudienceSummary summarize(AudienceQuestion question);

    /** As {@link #recordLetters(UUID, Collection, LocalDate)}, for letters of today. */
    default void recordLetters(UUID mailing, Collection<OrganisationId> organisations) {
        recordLetters(mailing, organisations, null);
    }

    /**
     * Records that organisations get letters of a mailing: others are excluded in the week before and the week after. In
     * the caller's transaction.
     *
     * @param on the day on which they leave; {@code null} for today
     */
    void recordLetters(UUID mailing, Collection<OrganisationId> organisations, @Nullable LocalDate on);

    /** Forgets the letters of a mailing that does not leave. In the caller's transaction. */
    void forgetLetters(UUID mailing);

    /** Forgets the letters of a mailing that do not leave to these organisations. In the caller's transaction. */
    void forgetLetters(UUID mailing, Collection<OrganisationId> organisations);
}

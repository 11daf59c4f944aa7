package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.tool.ToolId;
import org.convergence.education.workshop.WorkshopChannel;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * What is asked.
 *
 * @param workshop {@code null} if not chosen yet
 * @param organisation the organisation of the directory; {@code null} until it is recognised
 * @param asker the organisation or group in its own words, 1 to 200 characters
 * @param language code of the language in which to answer
 * @param region code of a place; {@code null} if unknown
 * @param place at most 300 characters
 * @param wished {@code null} for no date
 * @param people {@code null} if unknown
 * @param purpose at most 2,000 characters
 * @param access needs, at most 1,000 characters
 * @param responsible the person who answers
 * @param order what is ordered; {@code null} unless copies are
 */
public record WorkshopRequestFacts(
        WorkshopRequestKind kind,
        WorkshopChannel channel,
        @Nullable WorkshopId workshop,
        @Nullable OrganisationId organisation,
        String asker,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "contact_")
        RequestContact contact,

        String language,
        @Nullable String region,
        String place,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "wished_") @Nullable
        WishedDays wished,

        @Nullable Integer people,
        String purpose,
        String access,
        @Nullable PersonId responsible,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "order_") @Nullable
        CopyOrder order) {

    /** Printed copies of a tool. */
    public record CopyOrder(ToolId tool, Integer copies) {}

    /**
     * The person to answer; a name is empty once it is erased.
     *
     * @param name at most 200 characters
     */
    public record RequestContact(
            String name, @Nullable String mail, @Nullable String phone) {}

    /** Up to three dates. */
    public record WishedDays(
            @Nullable LocalDate first,
            @Nullable LocalDate second,
            @Nullable LocalDate third) {

        /** The dates without gaps; {@code null} for none. */
        public static @Nullable WishedDays of(List<LocalDate> days) {
            return days.isEmpty()
                    ? null
                    : new WishedDays(
                            days.get(0), days.size() > 1 ? days.get(1) : null, days.size() > 2 ? days.get(2) : null);
        }

        public List<LocalDate> days() {
            return Stream.of(first, second, third).filter(Objects::nonNull).toList();
        }
    }

    /** The same, without a workshop that the catalogue does not have. */
    public WorkshopRequestFacts withoutWorkshop() {
        return new WorkshopRequestFacts(
                kind,
                channel,
                null,
                organisation,
                asker,
                contact,
                language,
                region,
                place,
                wished,
                people,
                purpose,
                access,
                responsible,
                order);
    }

    /** The dates that are wished for; may be empty. */
    public List<LocalDate> wishedDays() {
        return wished == null ? List.of() : wished.days();
    }
}

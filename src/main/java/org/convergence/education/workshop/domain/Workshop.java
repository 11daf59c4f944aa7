package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A workshop of the catalogue.
 *
 * @param retiredOn since when it is no longer given; {@code null} while it is
 * @param with the organisation with which it is written; {@code null} for none
 */
@Table(schema = "education", value = "workshop")
public record Workshop(
        @Id UUID id,
        @Version int version,
        String title,
        String theme,
        int minutes,
        List<String> languages,
        String outline,
        int revision,
        LocalDate revisedOn,
        boolean published,
        @Nullable String kitUrl,
        @Nullable ActionId action,
        @Nullable LocalDate retiredOn,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "with_") @Nullable
        CoCreation with) {

    static final String TABLE = "education.workshop";

    /**
     * What the catalogue says of a workshop.
     *
     * @param title 1 to 200 characters
     * @param theme 1 to 100 characters
     * @param languages codes of the languages in which it is given
     * @param outline 1 to 10,000 characters; another text is a new revision
     * @param published whether it is in the public catalogue
     * @param kitUrl where the material is; {@code null} for nowhere
     * @param action the line of the plan that it serves
     * @param with the organisation with which it is written; {@code null} for none
     */
    public record WorkshopFacts(
            String title,
            String theme,
            int minutes,
            List<String> languages,
            String outline,
            boolean published,
            @Nullable String kitUrl,
            @Nullable ActionId action,
            @Nullable CoCreation with) {

        /** A workshop of ours alone. */
        public WorkshopFacts(
                String title,
                String theme,
                int minutes,
                List<String> languages,
                String outline,
                boolean published,
                @Nullable String kitUrl,
                @Nullable ActionId action) {
            this(title, theme, minutes, languages, outline, published, kitUrl, action, null);
        }
    }

    /**
     * A workshop written with a member or a partner.
     *
     * @param reviewedOn when the organisation reviewed the outline; {@code null} before it did
     * @param licence {@code null} before it is agreed
     */
    public record CoCreation(
            OrganisationId partner,
            @Nullable String weBring,
            @Nullable String theyBring,
            @Nullable LocalDate reviewedOn,
            @Nullable String licence) {

        /** Whether the outline may be public. */
        public boolean isAgreed() {
            return reviewedOn != null && licence != null;
        }
    }

    static Workshop create(WorkshopFacts facts, LocalDate today) {
        return of(Ids.next(), 0, facts, 1, today);
    }

    private static Workshop of(UUID id, int version, WorkshopFacts facts, int revision, LocalDate revisedOn) {
        return new Workshop(
                id,
                version,
                facts.title(),
                facts.theme(),
                facts.minutes(),
                facts.languages(),
                facts.outline(),
                revision,
                revisedOn,
                facts.published(),
                facts.kitUrl(),
                facts.action(),
                null,
                facts.with());
    }

    /** The workshop as changed: another outline is a new revision, of today. */
    Workshop with(WorkshopFacts facts, LocalDate today) {
        boolean revised = !facts.outline().equals(outline);
        return of(id, version, facts, revised ? revision + 1 : revision, revised ? today : revisedOn)
                .retired(retiredOn);
    }

    Workshop retired(@Nullable LocalDate on) {
        return new Workshop(
                id, version, title, theme, minutes, languages, outline, revision, revisedOn, published, kitUrl, action,
                on, with);
    }

    public WorkshopId typedId() {
        return new WorkshopId(id);
    }
}

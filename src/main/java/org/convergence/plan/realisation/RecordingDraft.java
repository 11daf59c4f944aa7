package org.convergence.plan.realisation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by a module that knows of something which happened and which nobody recorded yet (a forwarded mail, a
 * calendar's entry): a bean of this type. « C'est fait » begins with it at {@code /plan/realisation/new?draft=<kind>/<id>},
 * so that nothing personal stands in an address; nothing is recorded until somebody saves the form.
 */
public interface RecordingDraft {

    /** The kind of drafts, and of the owner of their files, for instance {@code plan.mailbox}. */
    String kind();

    /** What is known of one; empty where there is none that the current actor may record. */
    Optional<Begun> of(UUID id);

    /**
     * It was recorded, in this transaction. Called before its files are attached, so that it lets them go.
     *
     * @throws org.convergence.platform.database.NotFound where it went meanwhile: nothing is recorded then
     */
    void recorded(UUID id, RealisationId realisation);

    /**
     * With what the form begins.
     *
     * @param title what; may be empty
     * @param when {@code null} for today
     * @param place {@code null} for the usual one
     * @param actions served as far as it is known; none to let the title propose them
     * @param files of the owner {@code <kind>/<id>}, brought in in the name of the current actor
     * @param hours of staff that it took; {@code null} where nobody knows
     */
    record Begun(
            String title,
            @Nullable Days when,
            @Nullable Place place,
            List<OrganisationId> organisations,
            Set<ActionId> actions,
            List<DocumentId> files,
            @Nullable BigDecimal hours) {

        public Begun {
            organisations = List.copyOf(organisations);
            actions = Set.copyOf(actions);
            files = List.copyOf(files);
        }

        /** Of which nobody knows how long it took. */
        public Begun(
                String title,
                @Nullable Days when,
                @Nullable Place place,
                List<OrganisationId> organisations,
                Set<ActionId> actions,
                List<DocumentId> files) {
            this(title, when, place, organisations, actions, files, null);
        }
    }
}

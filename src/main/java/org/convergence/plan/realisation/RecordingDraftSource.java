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
 * Prefills the recording form from another module's item (a forwarded mail, a calendar's entry): a bean of this type. «
 * C'est fait » opens at {@code /plan/realisation/new?draft=<kind>/<id>}, so that an address holds nothing personal;
 * nothing is recorded until the form is saved.
 */
public interface RecordingDraftSource {

    /** The kind of drafts, and of the owner of their files, for instance {@code plan.mailbox}. */
    String kind();

    /** The draft; empty if the current actor may not record one with this id. */
    Optional<DraftValues> find(UUID id);

    /**
     * Called in the transaction that records it, before its files are attached, so that it releases them.
     *
     * @throws org.convergence.platform.database.NotFound if it was deleted meanwhile: nothing is recorded then
     */
    void recorded(UUID id, RealisationId realisation);

    /**
     * The first values of the form.
     *
     * @param title may be empty
     * @param when {@code null} for today
     * @param place {@code null} for the usual one
     * @param actions lines served, if known; if empty, the title proposes them
     * @param files of the owner {@code <kind>/<id>}, uploaded under the name of the current actor
     * @param hours of staff; {@code null} if unknown
     */
    record DraftValues(
            String title,
            @Nullable DayRange when,
            @Nullable Place place,
            List<OrganisationId> organisations,
            Set<ActionId> actions,
            List<DocumentId> files,
            @Nullable BigDecimal hours) {

        public DraftValues {
            organisations = List.copyOf(organisations);
            actions = Set.copyOf(actions);
            files = List.copyOf(files);
        }

        /** Creates values with unknown hours. */
        public DraftValues(
                String title,
                @Nullable DayRange when,
                @Nullable Place place,
                List<OrganisationId> organisations,
                Set<ActionId> actions,
                List<DocumentId> files) {
            this(title, when, place, organisations, actions, files, null);
        }
    }
}

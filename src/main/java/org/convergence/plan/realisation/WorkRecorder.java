package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.RecipientWords;
import org.springframework.stereotype.Component;

/**
 * Records work without participants where it is entered: an application sent, a call issued, copies handed out. Its
 * line is proposed: the one that this kind of work served last, else the one that its title suggests.
 */
@Component
public class WorkRecorder {

    private final RealisationRecorder realisations;
    private final RecipientWords words;

    WorkRecorder(RealisationRecorder realisations, RecipientWords words) {
        this.realisations = realisations;
        this.words = words;
    }

    /**
     * Records it under a title in the organisation's language.
     *
     * @param title key of a message, whose words before a colon name the kind of work
     */
    public void record(RealisationSource source, RealisationKind kind, LocalDate day, String title, Object... args) {
        record(source, kind, day, Set.of(), Amounts.UNKNOWN, title, args);
    }

    /** The same, with organisations and amounts. */
    public void record(
            RealisationSource source,
            RealisationKind kind,
            LocalDate day,
            Set<OrganisationId> organisations,
            Amounts amounts,
            String title,
            Object... args) {
        asRecorder(() -> realisations.record(RecordRealisationCommand.forLine(
                source,
                RealisationDetails.on(day, kind, words.forOrganisation().say(title, args), organisations),
                amounts,
                null)));
    }

    /** The same, from a whole command. */
    public void record(RecordRealisationCommand command) {
        asRecorder(() -> realisations.record(command));
    }

    /** Replaces its amounts, if it was recorded; one that was withdrawn counts again. */
    public void correct(RealisationSource source, Amounts amounts) {
        asRecorder(() -> realisations.correct(source, amounts));
    }

    /** Withdraws it, if it was recorded. */
    public void withdraw(RealisationSource source) {
        asRecorder(() -> realisations.withdraw(source));
    }

    /**
     * The use case of the calling module required a permission of its own: an accountant who sends a claim may not record
     * what others do, but the claim counts.
     */
    private static void asRecorder(Runnable work) {
        Actor actor = CurrentActor.get();
        Set<String> held = new HashSet<>(actor.permissions());
        held.add(RealisationPermissions.RECORD);
        CurrentActor.runAs(
                actor.may(RealisationPermissions.RECORD)
                        ? actor
                        : new Actor(actor.id(), actor.label(), actor.personId(), actor.language(), held),
                work);
    }
}

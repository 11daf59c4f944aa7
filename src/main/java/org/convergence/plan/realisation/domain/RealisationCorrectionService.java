package org.convergence.plan.realisation.domain;

import java.time.Clock;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects, confirms, withdraws and restores a realisation; allowed to its author, or with the permission to correct
 * those of others.
 */
@Service
@Transactional
@Requires(RealisationPermissions.RECORD)
public class RealisationCorrectionService {

    private final RealisationRepository store;
    private final RealisationLinkRepository links;
    private final RealisationEventPublisher realisationEventPublisher;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final Clock clock;

    RealisationCorrectionService(
            RealisationRepository store,
            RealisationLinkRepository links,
            RealisationEventPublisher realisationEventPublisher,
            PeopleDirectory people,
            OrganisationSettings settings,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.realisationEventPublisher = realisationEventPublisher;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Replaces the content of a realisation. If it was entered by hand, its days decide whether it is planned or done.
     *
     * @param version the version that the form was opened on
     * @throws org.convergence.platform.database.EditConflict if it was changed meanwhile
     */
    @Transactional(label = "realisation.correct")
    public void correct(RealisationId id, int version, RealisationEntry entry) {
        Realisation before = loadCorrectable(id);
        OptimisticLock.requireSameVersion(Realisation.TABLE, before.id(), version, before.version());
        if (before.state() == RealisationState.WITHDRAWN) {
            throw new Refused("realisation.withdrawn-first");
        }
        Realisation now = before.withAttribution(entry.telling());
        boolean others = links.setActions(before.id(), entry.telling().actions());
        if (before.origin().source() == null) {
            RealisationDetails happening = entry.withNewcomers(people::findOrCreateOrganisation);
            now = byHand(now.happening(happening, entry.amounts()));
            others |= links.setOrganisations(before.id(), happening.organisations());
        }
        if (others || !now.equals(before)) {
            realisationEventPublisher.changed(save(now, version));
        }
    }

    /**
     * Confirms that a realisation took place as planned.
     *
     * @throws Refused if its last day is in the future
     */
    @Transactional(label = "realisation.confirm")
    public void confirm(RealisationId id) {
        Realisation it = loadCorrectable(id);
        if (it.state() == RealisationState.PLANNED && it.origin().source() == null) {
            RealisationRecordingPolicy.requirePossible(RealisationState.DONE, it.days(), settings.today());
            realisationEventPublisher.changed(save(it.withState(RealisationState.DONE, null), it.version()));
        }
    }

    /**
     * Withdraws a realisation everywhere except from filed reports.
     *
     * @param reason why, 1 to 2,000 characters
     */
    @Transactional(label = "realisation.withdraw")
    public void withdraw(RealisationId id, String reason) {
        Realisation it = loadCorrectable(id);
        if (it.origin().source() != null) {
            throw new Refused("realisation.withdraw-at-source");
        }
        if (it.state() != RealisationState.WITHDRAWN) {
            realisationEventPublisher.withdrawn(save(it.withState(RealisationState.WITHDRAWN, reason), it.version()));
        }
    }

    /**
     * Withdraws a realisation if it is unchanged since its import; a withdrawn one stays withdrawn.
     *
     * @param version the imported version
     * @throws org.convergence.platform.database.EditConflict if it was changed since
     */
    public void withdrawUnchanged(RealisationId id, int version, String reason) {
        Realisation it = load(id);
        if (it.state() != RealisationState.WITHDRAWN) {
            OptimisticLock.requireSameVersion(Realisation.TABLE, it.id(), version, it.version());
            withdraw(id, reason);
        }
    }

    /** Restores a withdrawn realisation. */
    @Transactional(label = "realisation.restore")
    public void restore(RealisationId id) {
        Realisation it = loadCorrectable(id);
        if (it.state() == RealisationState.WITHDRAWN && it.origin().source() == null) {
            realisationEventPublisher.changed(save(byHand(it.withState(RealisationState.DONE, null)), it.version()));
        }
    }

    /**
     * Undoes the author's own recording.
     *
     * @throws Refused once a day has passed
     */
    @Transactional(label = "realisation.take-back")
    public void undo(RealisationId id, String reason) {
        Realisation it = load(id);
        if (!RealisationRecordingPolicy.mayUndo(
                CurrentActor.get(), it.origin().recordedBy(), it.origin().recordedAt(), clock.instant())) {
            throw new Refused("realisation.take-back-late");
        }
        withdraw(id, reason);
    }

    private Realisation byHand(Realisation it) {
        boolean ahead = it.what().endsOn().isAfter(settings.today());
        return it.withState(ahead ? RealisationState.PLANNED : RealisationState.DONE, null);
    }

    private Realisation loadCorrectable(RealisationId id) {
        Realisation it = load(id);
        if (!RealisationRecordingPolicy.mayCorrect(
                CurrentActor.get(), it.origin().recordedBy())) {
            throw new AccessDeniedException("Recorded by someone else");
        }
        return it;
    }

    private Realisation load(RealisationId id) {
        return store.findHeldById(id.value()).orElseThrow(() -> new NotFound("realisation"));
    }

    private Realisation save(Realisation it, int version) {
        return OptimisticLock.save(store, it, Realisation.TABLE, it.id(), version);
    }
}

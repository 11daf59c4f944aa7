package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, assigns and closes follow-ups. An open one returns on each agenda of its body. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class FollowUpService {

    private final EditableMeetings open;
    private final FollowUpRepository followUps;
    private final ResolutionRepository resolutions;
    private final OrganisationSettings settings;

    FollowUpService(
            EditableMeetings open,
            FollowUpRepository followUps,
            ResolutionRepository resolutions,
            OrganisationSettings settings) {
        this.open = open;
        this.followUps = followUps;
        this.resolutions = resolutions;
        this.settings = settings;
    }

    /**
     * Adds a follow-up under an item of a meeting.
     *
     * @param resolution of the same meeting that asks for it; {@code null} for none
     */
    public UUID create(UUID itemId, @Nullable UUID resolution, FollowUpFacts facts) {
        AgendaItem item = open.findItem(itemId);
        Meeting meeting = open.lockHeld(new MeetingId(item.meeting()));
        boolean strange = resolution != null
                && resolutions
                        .findById(resolution)
                        .filter(one -> one.meeting().equals(meeting.id()))
                        .isEmpty();
        if (strange) {
            throw new NotFound("resolution");
        }
        return followUps.save(FollowUp.of(meeting, itemId, resolution, facts)).id();
    }

    /** Corrects task, assignee and due date; also after the minutes are signed, since the work continues. */
    public void correct(UUID id, int version, FollowUpFacts facts) {
        FollowUp before = load(id);
        OptimisticLock.requireSameVersion(FollowUp.TABLE, id, version, before.version());
        OptimisticLock.save(followUps, before.withFacts(facts), FollowUp.TABLE, id, version);
    }

    /**
     * Closes a follow-up today.
     *
     * @param done whether it was done; otherwise it is dropped
     * @param outcome the result or the reason; may be empty, except where a resolution is not taken up again
     * @throws Refused if it is closed, drops a resolution without a reason, or says done what only a vote decides
     */
    public void close(UUID id, boolean done, String outcome) {
        FollowUp before = findOpen(id);
        if (before.retakes() && done) {
            throw new Refused("assembly.refused.retake-vote");
        }
        if (before.retakes() && outcome.isBlank()) {
            throw new Refused("assembly.refused.retake-reason");
        }
        LocalDate today = settings.today();
        LocalDate day = today.isBefore(before.openedOn()) ? before.openedOn() : today;
        followUps.save(before.withState(done ? FollowUpState.DONE : FollowUpState.DROPPED, day, outcome));
    }

    /**
     * Assigns it to the current actor.
     *
     * @throws Refused if it has an assignee, or is closed
     */
    public void assignToActor(UUID id) {
        FollowUp now = findOpen(id);
        if (now.person() != null || now.who() != null) {
            throw new Refused("assembly.refused.taken");
        }
        followUps.save(now.withFacts(assignedTo(now, CurrentActor.get())));
    }

    /** Unassigns it from the current actor; does nothing if assigned to another person. */
    public void unassignFromActor(UUID id) {
        FollowUp now = load(id);
        if (now.equals(now.withFacts(assignedTo(now, CurrentActor.get())))) {
            followUps.save(now.withFacts(new FollowUpFacts(now.what(), null, null, now.dueOn())));
        }
    }

    private static FollowUpFacts assignedTo(FollowUp it, Actor actor) {
        UUID person = actor.personId();
        return person == null
                ? new FollowUpFacts(it.what(), null, actor.label(), it.dueOn())
                : new FollowUpFacts(it.what(), new PersonId(person), null, it.dueOn());
    }

    /** Reopens a follow-up: it returns on agendas. */
    public void reopen(UUID id) {
        followUps.save(load(id).withState(FollowUpState.OPEN, null, ""));
    }

    private FollowUp findOpen(UUID id) {
        FollowUp it = load(id);
        if (it.state() != FollowUpState.OPEN) {
            throw new Refused("assembly.refused.closed-already");
        }
        return it;
    }

    private FollowUp load(UUID id) {
        return followUps.findById(id).orElseThrow(() -> new NotFound("follow-up"));
    }
}

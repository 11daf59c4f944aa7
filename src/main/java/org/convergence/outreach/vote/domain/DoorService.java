package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DelegateArrival;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Delegate.ExpectedDelegate;
import org.convergence.outreach.vote.domain.Delegate.Movement;
import org.convergence.outreach.vote.domain.Delegate.MovementKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of an assembly: who came for which delegation, with which cards (R-VOTE-3, R-VOTE-3b). */
@Service
@Transactional
@Requires(VotePermissions.CHECK_IN)
public class DoorService {

    private final DoorRepository door;
    private final MandateRightQueries rights;
    private final MeetingQueries meetings;
    private final MinutesService minutes;
    private final OrganisationSettings settings;
    private final Clock clock;

    DoorService(
            DoorRepository door,
            MandateRightQueries rights,
            MeetingQueries meetings,
            MinutesService minutes,
            OrganisationSettings settings,
            Clock clock) {
        this.door = door;
        this.rights = rights;
        this.meetings = meetings;
        this.minutes = minutes;
        this.settings = settings;
        this.clock = clock;
    }

    /** The delegations of a meeting, by name. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public List<DoorDelegation> findDelegations(MeetingId meeting) {
        return door.findDelegations(meeting);
    }

    /** A delegation. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public DoorDelegation findDelegation(DoorDelegationId id) {
        return door.findDelegation(id);
    }

    /** Its delegates, in the order in which they came. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public List<Delegate> findDelegates(DoorDelegationId delegation) {
        return door.findDelegates(delegation);
    }

    /** The people named in the mandate letters of a meeting who have not come. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public List<ExpectedDelegate> findExpected(MeetingId meeting) {
        return door.findExpected(meeting);
    }

    /** A delegate. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public Delegate findDelegate(DelegateId id) {
        return door.findDelegate(id);
    }

    /** The latest changes of voting rights. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public List<Movement> findMovements(MeetingId meeting) {
        return door.findMovements(meeting, 100);
    }

    /**
     * Opens the door: the delegations of the meeting's day with their rights. Opened again, it adds new members and brings
     * rights up to date, except below the cards that are given.
     *
     * @return the number of delegations
     */
    @Transactional(label = "vote.open-door")
    @Requires(VotePermissions.COUNT)
    public int open(MeetingId id) {
        Meeting meeting = requireEditable(id);
        door.saveRights(id, rights.findAll(meeting));
        return door.findDelegations(id).size();
    }

    /**
     * Checks a delegate in. The same name twice in one delegation is one delegate: the second phone is told, and a delegate
     * who is out is back.
     *
     * @throws Refused if the delegation has no right, all its delegates came, or its cards are given
     */
    @Transactional(label = "vote.check-in")
    public DelegateArrival checkIn(DoorDelegationId id, DelegateFacts facts) {
        return checkIn(id, facts, clock.instant());
    }

    /** As {@link #checkIn(DoorDelegationId, DelegateFacts)}, at a time that a phone noted. */
    @Transactional(label = "vote.check-in")
    public DelegateArrival checkIn(DoorDelegationId id, DelegateFacts facts, Instant at) {
        DoorDelegation delegation = door.lock(id);
        requireEditable(delegation.meeting());
        List<Delegate> there = door.findDelegates(id);
        String name = TextNormalizer.fold(facts.name());
        for (Delegate each : there) {
            if (TextNormalizer.fold(each.name()).equals(name)) {
                if (!at.isBefore(each.changedAt())) {
                    move(each, true, at);
                }
                return new DelegateArrival(each, each.arrivedAt());
            }
        }
        if (delegation.delegates() == 0) {
            throw new Refused("vote.refused.ground." + delegation.ground());
        }
        if (there.size() >= delegation.delegates()) {
            throw new Refused("vote.refused.full", delegation.delegates());
        }
        int left = delegation.votes() - delegation.given();
        int cards = facts.cards() == null ? nextCards(delegation) : facts.cards();
        if (cards > left) {
            throw new Refused("vote.refused.cards", cards, left, delegation.votes());
        }
        return new DelegateArrival(door.insert(delegation, facts.name(), facts.letterSeen(), cards, at), null);
    }

    /** The cards proposed to the next delegate of a delegation. */
    public static int nextCards(DoorDelegation it) {
        return VotePolicy.nextCards(it.votes(), it.delegates(), it.given(), it.came());
    }

    /**
     * A substitute takes the seat whole: the cards stay, the mandate letter is the substitute's, and the voting link of
     * the bearer before opens nothing any more.
     */
    @Transactional(label = "vote.substitute")
    public void substitute(DelegateId id, String name, boolean letterSeen) {
        substituteAt(id, name, letterSeen, clock.instant());
    }

    /**
     * As {@link #substitute}, at a time that a phone noted; false if a later change of the seat is known, which holds.
     */
    @Transactional(label = "vote.substitute")
    public boolean substituteAt(DelegateId id, String name, boolean letterSeen, Instant at) {
        Delegate it = lock(id);
        if (at.isBefore(it.changedAt())) {
            return false;
        }
        String folded = TextNormalizer.fold(name);
        if (door.findDelegates(it.delegation()).stream()
                .anyMatch(each -> TextNormalizer.fold(each.name()).equals(folded))) {
            throw new Refused("vote.refused.same-person", name);
        }
        door.save(it.withBearer(name, letterSeen), MovementKind.SUBSTITUTED, at);
        door.deleteLink(id);
        return true;
    }

    /**
     * Leaving suspends the cards, returning restores them. A gesture made twice changes nothing.
     *
     * @return the delegate as it was before
     */
    @Transactional(label = "vote.move")
    public Delegate setPresent(DelegateId id, boolean present) {
        Delegate it = lock(id);
        move(it, present, clock.instant());
        return it;
    }

    /**
     * As {@link #setPresent}, at a time that a phone noted; false if a later change of the delegate is known, which holds.
     */
    @Transactional(label = "vote.move")
    public boolean setPresentAt(DelegateId id, boolean present, Instant at) {
        Delegate it = lock(id);
        if (at.isBefore(it.changedAt())) {
            return false;
        }
        move(it, present, at);
        return true;
    }

    private void move(Delegate it, boolean present, Instant at) {
        if (it.present() != present) {
            door.save(it.withPresence(present), present ? MovementKind.RETURNED : MovementKind.LEFT, at);
        }
    }

    /**
     * Takes back a check-in that was a mistake; false if a later change of the delegate is known, which holds.
     *
     * @throws Refused if the delegate is on the roll of a vote
     */
    @Transactional(label = "vote.undo-check-in")
    public boolean undoCheckIn(DelegateId id, Instant at) {
        Delegate it = lock(id);
        if (at.isBefore(it.changedAt())) {
            return false;
        }
        door.delete(it);
        return true;
    }

    /** As {@link #undoCheckIn(DelegateId, Instant)}, now. */
    @Transactional(label = "vote.undo-check-in")
    public void undoCheckIn(DelegateId id) {
        undoCheckIn(id, clock.instant());
    }

    private Delegate lock(DelegateId id) {
        DoorDelegation delegation = door.lock(door.findDelegate(id).delegation());
        requireEditable(delegation.meeting());
        return door.findDelegate(id);
    }

    /**
     * The delegation of a member at a meeting, whose door is opened if it is not yet.
     *
     * @throws NotFound if the organisation is no member on that day, or the door is closed and the actor may not open it
     */
    @Transactional(label = "vote.open-door")
    public DoorDelegationId findOrOpen(MeetingId meeting, OrganisationId member) {
        if (door.findDelegations(meeting).isEmpty() && CurrentActor.get().may(VotePermissions.COUNT)) {
            open(meeting);
        }
        return door.findDelegations(meeting).stream()
                .filter(each -> member.equals(each.organisation()))
                .findFirst()
                .orElseThrow(() -> new NotFound("delegation"))
                .id();
    }

    /** Notes the quorum of now, unless the meeting is held already. */
    @Transactional(label = "vote.note-quorum")
    @Requires(VotePermissions.COUNT)
    public void noteFirstQuorum(MeetingId id) {
        if (requireEditable(id).state() != MeetingState.HELD) {
            noteQuorum(id);
        }
    }

    /** Notes the quorum of now in the minutes, which marks the meeting as held. */
    @Transactional(label = "vote.note-quorum")
    @Requires(VotePermissions.COUNT)
    public QuorumResult noteQuorum(MeetingId id) {
        Meeting meeting = requireEditable(id);
        LocalDateTime now = settings.now();
        return minutes.recordQuorum(id, now.toLocalDate().equals(meeting.day()) ? now : null);
    }

    /** @throws Refused if the meeting is cancelled, or its minutes are signed */
    Meeting requireEditable(MeetingId id) {
        Meeting meeting = meetings.findById(id);
        if (meeting.state() == MeetingState.CANCELLED || meeting.minutesState() == MinutesState.SIGNED) {
            throw new Refused(
                    meeting.state() == MeetingState.CANCELLED
                            ? "assembly.refused.cancelled"
                            : "assembly.refused.signed");
        }
        return meeting;
    }
}

package org.convergence.outreach.vote.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DelegateArrival;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Delegate.ExpectedDelegate;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.door.DoorSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The door of an assembly on a phone: delegations, whose delegates are named when they arrive. */
@Component
@Requires(VotePermissions.CHECK_IN)
record VoteDoor(
        DoorService door,
        DoorRepository repository,
        MeetingQueries meetings,
        MinutesQueries minutes,
        OrganisationSettings settings)
        implements DoorSource {

    @Override
    public String name() {
        return "assembly";
    }

    @Override
    public String linkPermission() {
        return VotePermissions.COUNT;
    }

    @Override
    public Set<String> linkPermissions() {
        return Set.of(VotePermissions.READ, VotePermissions.CHECK_IN, AssemblyPermissions.READ);
    }

    @Override
    public DoorSubject findSubject(UUID subject, Words t) {
        var agenda = meetings.findAgenda(new MeetingId(subject));
        Meeting meeting = agenda.meeting();
        return new DoorSubject(
                AssemblyFormatter.formatTitle(agenda, t),
                meeting.day(),
                "/outreach/vote/meetings/" + subject,
                meeting.state() != MeetingState.CANCELLED && meeting.minutesState() != MinutesState.SIGNED);
    }

    @Override
    public List<DoorGuest> findGuests(UUID subject, Words t) {
        MeetingId meeting = new MeetingId(subject);
        Map<DoorDelegationId, String> names = door.findDelegations(meeting).stream()
                .collect(Collectors.toMap(DoorDelegation::id, DoorDelegation::name));
        Stream<DoorGuest> expected = repository.findExpected(meeting).stream()
                .map(each -> new DoorGuest(
                        each.id(),
                        each.substitute() ? t.say("vote.door.substitute", each.name()) : each.name(),
                        each.delegation().value(),
                        names.getOrDefault(each.delegation(), ""),
                        "",
                        DoorState.EXPECTED));
        return Stream.concat(
                        expected,
                        repository.findAllDelegates(meeting).stream()
                                .map(each -> new DoorGuest(
                                        each.id().value(),
                                        each.name(),
                                        each.delegation().value(),
                                        names.getOrDefault(each.delegation(), ""),
                                        "",
                                        each.present() ? DoorState.IN : DoorState.OUT)))
                .toList();
    }

    @Override
    public List<DoorGroup> findGroups(UUID subject) {
        return door.findDelegations(new MeetingId(subject)).stream()
                .filter(each -> each.delegates() > 0)
                .map(each -> new DoorGroup(each.id().value(), each.name(), Math.max(0, each.delegates() - each.came())))
                .toList();
    }

    @Override
    public List<String> count(UUID subject, Words t) {
        MeetingId meeting = new MeetingId(subject);
        List<DoorDelegation> all = door.findDelegations(meeting);
        List<String> figures = new ArrayList<>();
        if (all.isEmpty()) {
            return figures;
        }
        figures.add(t.say(
                "vote.door.inside",
                all.stream().mapToInt(DoorDelegation::present).sum(),
                all.stream().mapToInt(DoorDelegation::delegates).sum()));
        figures.add(t.say(
                "vote.door.cards",
                all.stream().mapToInt(DoorDelegation::cards).sum(),
                all.stream().mapToInt(DoorDelegation::votes).sum()));
        figures.add(t.say(
                "vote.door.complete",
                all.stream()
                        .filter(each -> each.delegates() > 0 && each.came() >= each.delegates())
                        .count(),
                all.stream().filter(each -> each.delegates() > 0).count()));
        figures.add(AssemblyFormatter.formatQuorumResult(
                settings.now().toLocalTime(), minutes.findAttendance(meeting).quorum(), t));
        return figures;
    }

    @Override
    public DoorResult apply(UUID subject, DoorGesture gesture) {
        MeetingId meeting = new MeetingId(subject);
        if (gesture.move() == DoorMove.ADD) {
            return add(meeting, gesture);
        }
        DelegateId delegate = new DelegateId(gesture.guest());
        Optional<ExpectedDelegate> named = gesture.move() != DoorMove.ENTER
                ? Optional.empty()
                : repository.findExpected(meeting).stream()
                        .filter(each -> each.id().equals(gesture.guest()))
                        .findFirst();
        if (named.isPresent()) {
            ExpectedDelegate it = named.get();
            return checkIn(it.delegation(), new DelegateFacts(it.name(), it.hasLetter(), null), gesture.at());
        }
        requireAt(meeting, door.findDelegate(delegate).delegation());
        DoorOutcome outcome =
                switch (gesture.move()) {
                    case UNDO ->
                        !gesture.isOnly()
                                ? DoorOutcome.DOUBLE
                                : door.undoCheckIn(delegate, gesture.at()) ? DoorOutcome.DONE : DoorOutcome.LATE;
                    case SUBSTITUTE -> substitute(delegate, gesture);
                    case ENTER -> {
                        door.setPresentAt(delegate, true, gesture.at());
                        yield DoorOutcome.DOUBLE;
                    }
                    default ->
                        door.setPresentAt(delegate, gesture.move() == DoorMove.RETURN, gesture.at())
                                ? DoorOutcome.DONE
                                : DoorOutcome.LATE;
                };
        return new DoorResult(outcome, gesture.guest());
    }

    private DoorOutcome substitute(DelegateId delegate, DoorGesture gesture) {
        String name = requireName(gesture);
        boolean isBearer =
                TextNormalizer.fold(door.findDelegate(delegate).name()).equals(TextNormalizer.fold(name));
        boolean isDone = isBearer
                ? door.setPresentAt(delegate, true, gesture.at())
                : door.substituteAt(delegate, name, gesture.letterSeen(), gesture.at());
        return isDone ? DoorOutcome.DONE : DoorOutcome.LATE;
    }

    private static String requireName(DoorGesture gesture) {
        String name = gesture.name();
        if (name == null) {
            throw new Refused("vote.refused.name");
        }
        return name;
    }

    private DoorResult add(MeetingId meeting, DoorGesture gesture) {
        DoorDelegationId delegation = new DoorDelegationId(gesture.guest());
        requireAt(meeting, delegation);
        return checkIn(delegation, new DelegateFacts(requireName(gesture), gesture.letterSeen(), null), gesture.at());
    }

    private DoorResult checkIn(DoorDelegationId delegation, DelegateFacts facts, Instant at) {
        DelegateArrival done = door.checkIn(delegation, facts, at);
        return new DoorResult(
                done.before() == null ? DoorOutcome.DONE : DoorOutcome.DOUBLE,
                done.delegate().id().value());
    }

    private void requireAt(MeetingId meeting, DoorDelegationId delegation) {
        if (!door.findDelegation(delegation).meeting().equals(meeting)) {
            throw new NotFound("delegation");
        }
    }
}

package org.convergence.outreach.vote.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Delegate.Movement;
import org.convergence.outreach.vote.domain.DoorService;
import org.convergence.outreach.vote.domain.VotingCardService;
import org.convergence.outreach.vote.web.VotePage.AssemblyDoorPage;
import org.convergence.outreach.vote.web.VotePage.AssemblyDoorPage.DelegateRow;
import org.convergence.outreach.vote.web.VotePage.AssemblyDoorPage.DelegationPage;
import org.convergence.outreach.vote.web.VotePage.AssemblyDoorPage.DoorRow;
import org.convergence.outreach.vote.web.VotePage.AssemblyDoorPage.VoteLinkPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.QrCode;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The door of an assembly, on a phone: delegations, and the delegates of one. */
@Controller
@RequestMapping("/outreach/vote")
@Requires(VotePermissions.CHECK_IN)
record DoorController(
        DoorService door,
        MeetingQueries meetings,
        MinutesQueries minutes,
        OrganisationSettings settings,
        BallotService ballots,
        VotingCardService cards,
        BaseUrl baseUrl) {

    static String doorUrl(MeetingId meeting) {
        return "/outreach/vote/meetings/" + meeting.value();
    }

    private static String url(DoorDelegationId delegation) {
        return "/outreach/vote/delegations/" + delegation.value();
    }

    @GetMapping("/meetings/{meeting}")
    @Requires(VotePermissions.READ)
    ModelAndView show(@PathVariable MeetingId meeting, Form search, Words t) {
        Agenda agenda = meetings.findAgenda(meeting);
        List<DoorDelegation> all = door.findDelegations(meeting);
        String asked = TextNormalizer.fold(search.value("q"));
        int cards = all.stream().mapToInt(DoorDelegation::cards).sum();
        int votes = all.stream().mapToInt(DoorDelegation::votes).sum();
        var quorum = minutes.findAttendance(meeting).quorum();
        return PageView.of(
                "outreach/vote/door",
                new AssemblyDoorPage(
                        doorUrl(meeting),
                        AssemblyFormatter.formatTitle(agenda, t),
                        "/outreach/assembly/meetings/" + meeting.value(),
                        MandateListController.url(meeting),
                        all.isEmpty() ? null : AssemblyFormatter.formatQuorumResult(hour(agenda.meeting()), quorum, t),
                        quorum.isReached(),
                        t.say("vote.door.cards", cards, votes),
                        search,
                        all.stream()
                                .filter(each -> TextNormalizer.fold(each.name()).contains(asked))
                                .map(each -> row(each, t))
                                .toList(),
                        door.findMovements(meeting).stream()
                                .map(each -> format(each, t))
                                .toList(),
                        CurrentActor.get().may(VotePermissions.COUNT),
                        !all.isEmpty(),
                        CurrentActor.get().may(VotePermissions.CHECK_IN)
                                ? "/platform/door/assembly/" + meeting.value()
                                : null));
    }

    /** The hour of the quorum: now on the day of the meeting, afterwards as it was noted. */
    private LocalTime hour(Meeting meeting) {
        LocalDateTime noted = meeting.sitting().quorumAt();
        return meeting.day().equals(settings.today())
                ? settings.now().toLocalTime()
                : (noted == null ? meeting.plan().begins() : noted).toLocalTime();
    }

    private static DoorRow row(DoorDelegation it, Words t) {
        Tone tone = it.present() > 0 ? Tone.OK : it.came() > 0 ? Tone.WARN : Tone.AHEAD;
        return new DoorRow(
                url(it.id()),
                it.name(),
                right(it, t),
                it.delegates() == 0 ? Tone.REST : tone,
                it.delegates() == 0
                        ? t.say("vote.door.no-right")
                        : t.say("vote.door.present", it.present(), it.delegates(), it.cards(), it.came()));
    }

    private static String right(DoorDelegation it, Words t) {
        return it.delegates() == 0
                ? t.say("vote.ground." + it.ground())
                : t.say("vote.door.right", it.delegates(), it.votes());
    }

    private static String format(Movement it, Words t) {
        return t.say("vote.movement." + it.kind(), time(it.at(), t), it.name(), it.delegation(), it.cards());
    }

    static String time(Instant at, Words t) {
        return t.time(at.atZone(t.zone()).toLocalTime());
    }

    @PostMapping("/meetings/{meeting}/door")
    @Requires(VotePermissions.COUNT)
    ModelAndView open(@PathVariable MeetingId meeting) {
        return SeeOther.to(doorUrl(meeting)).withNotice("vote.door.opened", door.open(meeting));
    }

    @PostMapping("/meetings/{meeting}/quorum")
    @Requires(VotePermissions.COUNT)
    ModelAndView noteQuorum(@PathVariable MeetingId meeting) {
        SeeOther next = SeeOther.to(doorUrl(meeting));
        return door.noteQuorum(meeting).isReached()
                ? next.withNotice("vote.quorum.noted")
                : next.withWarning("vote.quorum.short");
    }

    @GetMapping("/delegations/{id}")
    @Requires(VotePermissions.READ)
    ModelAndView show(@PathVariable DoorDelegationId id, Words t) {
        DoorDelegation delegation = door.findDelegation(id);
        return page(delegation, nextForm(delegation), null, t);
    }

    private static Form nextForm(DoorDelegation delegation) {
        return Form.blank()
                .with("cards", DoorService.nextCards(delegation))
                .with("name", delegation.person() == null ? null : delegation.name());
    }

    /** A form of a delegate that was refused: that of the cards, or that of a substitute. */
    private record TypedForm(DelegateId delegate, boolean ofCards, Form form) {}

    private static Form formOf(Delegate row, boolean ofCards, @Nullable TypedForm typed) {
        if (typed != null && typed.delegate().equals(row.id()) && typed.ofCards() == ofCards) {
            return typed.form();
        }
        String name = row.id().value().toString().substring(24);
        return ofCards ? Form.named("c" + name).with("cards", row.cards()) : Form.named("s" + name);
    }

    private ModelAndView page(DoorDelegation it, Form next, @Nullable TypedForm typed, Words t) {
        List<DelegateRow> delegates = door.findDelegates(it.id()).stream()
                .map(each -> new DelegateRow(
                        "/outreach/vote/delegates/" + each.id().value(),
                        each.name(),
                        t.say(
                                each.letterSeen() ? "vote.delegate.detail" : "vote.delegate.detail.no-letter",
                                each.cards(),
                                time(each.arrivedAt(), t)),
                        each.present() ? Tone.OK : Tone.WARN,
                        each.present()
                                ? t.say("vote.delegate.present")
                                : t.say("vote.delegate.left", time(each.changedAt(), t)),
                        each.present(),
                        formOf(each, false, typed),
                        formOf(each, true, typed)))
                .toList();
        String obstacle = it.delegates() == 0
                ? t.say("vote.refused.ground." + it.ground())
                : it.came() >= it.delegates() ? t.say("vote.refused.full", it.delegates()) : null;
        return PageView.of(
                "outreach/vote/delegation",
                new DelegationPage(
                        url(it.id()),
                        doorUrl(it.meeting()),
                        it.name(),
                        right(it, t),
                        delegates,
                        obstacle == null
                                ? door.findExpected(it.meeting()).stream()
                                        .filter(each -> each.delegation().equals(it.id()))
                                        .toList()
                                : List.of(),
                        obstacle,
                        it.present() == 0 ? 0 : Math.max(0, it.votes() - it.given()),
                        next,
                        CurrentActor.get().may(VotePermissions.CHECK_IN)));
    }

    @PostMapping("/delegations/{id}")
    ModelAndView checkIn(@PathVariable DoorDelegationId id, Form form, Words t) {
        return form.submit(
                VoteForm::readDelegate,
                facts -> {
                    var done = door.checkIn(id, facts);
                    Delegate it = done.delegate();
                    SeeOther next = SeeOther.to(url(id));
                    if (done.before() != null) {
                        return next.withWarning("vote.checked-in.before", it.name(), time(done.before(), t));
                    }
                    return (it.letterSeen()
                                    ? next.withNotice("vote.checked-in", it.name(), it.cards())
                                    : next.withWarning("vote.checked-in.no-letter", it.name(), it.cards()))
                            .withUndo("/outreach/vote/delegates/" + it.id().value() + "/undo");
                },
                () -> page(door.findDelegation(id), form, null, t));
    }

    @PostMapping("/delegates/{id}/undo")
    ModelAndView undoCheckIn(@PathVariable DelegateId id) {
        Delegate it = door.findDelegate(id);
        door.undoCheckIn(id);
        return SeeOther.to(url(it.delegation())).withNotice("vote.check-in.undone", it.name());
    }

    @PostMapping("/delegations/{id}/cards")
    ModelAndView handCards(@PathVariable DoorDelegationId id) {
        return SeeOther.to(url(id)).withNotice("vote.cards.handed", cards.handRemaining(id));
    }

    @PostMapping("/delegates/{id}/cards")
    ModelAndView setCards(@PathVariable DelegateId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(VoteForm.HELD),
                held -> {
                    Delegate it = cards.setCards(id, held);
                    return SeeOther.to(url(it.delegation())).withNotice("vote.cards.set", it.name(), it.cards());
                },
                () -> refused(new TypedForm(id, true, form), t));
    }

    private ModelAndView refused(TypedForm typed, Words t) {
        DoorDelegation delegation =
                door.findDelegation(door.findDelegate(typed.delegate()).delegation());
        return page(delegation, nextForm(delegation), typed, t);
    }

    @PostMapping("/delegates/{id}/leave")
    ModelAndView leave(@PathVariable DelegateId id) {
        return move(id, false, "vote.left");
    }

    @PostMapping("/delegates/{id}/return")
    ModelAndView comeBack(@PathVariable DelegateId id) {
        return move(id, true, "vote.returned");
    }

    private ModelAndView move(DelegateId id, boolean present, String notice) {
        Delegate it = door.setPresent(id, present);
        return SeeOther.to(url(it.delegation())).withNotice(notice, it.name(), it.cards());
    }

    /** Hands over the voting link of a delegate, who reads it with their phone; a new one closes the one before. */
    @PostMapping("/delegates/{id}/link")
    ModelAndView link(@PathVariable DelegateId id) {
        Delegate it = door.findDelegate(id);
        String link = baseUrl.value() + ballots.issueLink(id);
        QrCode qr = QrCode.of(link);
        return PageView.of(
                "outreach/vote/handed", new VoteLinkPage(url(it.delegation()), it.name(), link, qr.path(), qr.size()));
    }

    @PostMapping("/delegates/{id}/substitute")
    ModelAndView substitute(@PathVariable DelegateId id, Form form, Words t) {
        return form.submit(
                answers -> new DelegateFacts(answers.get(VoteForm.NAME), answers.get(VoteForm.LETTER), null),
                facts -> {
                    door.substitute(id, facts.name(), facts.letterSeen());
                    Delegate it = door.findDelegate(id);
                    return SeeOther.to(url(it.delegation())).withNotice("vote.substituted", it.name(), it.cards());
                },
                () -> refused(new TypedForm(id, false, form), t));
    }
}

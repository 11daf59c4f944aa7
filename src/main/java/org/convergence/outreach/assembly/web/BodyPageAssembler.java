package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.BodyQueries.StoredRules;
import org.convergence.outreach.assembly.domain.GovernancePolicy;
import org.convergence.outreach.assembly.domain.MeetingListQueries;
import org.convergence.outreach.assembly.domain.MeetingPolicy;
import org.convergence.outreach.assembly.domain.Requisition;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionState;
import org.convergence.outreach.assembly.domain.RequisitionPolicy;
import org.convergence.outreach.assembly.domain.RequisitionService;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.outreach.assembly.domain.SeatAttendanceQueries;
import org.convergence.outreach.assembly.domain.SeatAttendanceQueries.SeatAttendanceCount;
import org.convergence.outreach.assembly.domain.SeatOnDay;
import org.convergence.outreach.assembly.web.BodyPage.BodyFact;
import org.convergence.outreach.assembly.web.BodyPage.RequisitionRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a body. */
@Component
record BodyPageAssembler(
        BodyQueries bodies,
        MeetingListQueries meetings,
        SeatAttendanceQueries attendances,
        RequisitionService requisitions,
        AssemblyConflictBuilder versions,
        OrganisationSettings settings) {

    private static final int MEETINGS = 6;
    private static final int LONGEST = 200;

    BodyPage assemble(BodyId id, LocalDate day, Words t) {
        Body body = bodies.findById(id);
        boolean keeps = CurrentActor.get().may(AssemblyPermissions.KEEP);
        List<SeatOnDay> seats = bodies.findSeats(id, day);
        Map<UUID, SeatAttendanceCount> attended = attendances.countByBody(id, day);
        return new BodyPage(
                body.id(),
                body.name(),
                t.say(body.kind().key()) + " · " + body.code(),
                body.endedOn() == null ? null : t.say("assembly.body.ended", body.endedOn()),
                rules(bodies.findRules(id), day, keeps, t),
                day,
                seats.stream()
                        .map(seat -> seat(seat, attended.get(seat.id()), t))
                        .toList(),
                (int) seats.stream().filter(seat -> seat.holder() == null).count(),
                meetings.findLatestForList(id, null, MEETINGS).stream()
                        .map(line -> MeetingRow.of(line, settings.now(), t))
                        .toList(),
                body.standing(),
                keeps,
                CurrentActor.get().may(AssemblyPermissions.PREPARE),
                checks(body, seats, day, t),
                body.kind() != BodyKind.GENERAL
                        ? null
                        : requisitions.findByBody(id).stream()
                                .map(each -> requisition(each, t))
                                .toList(),
                ChangeHistory.of(
                        bodies.findChanges(id),
                        "assembly",
                        t,
                        (column, value) -> column.equals("line") ? versions.lineName(value) : value));
    }

    private RequisitionRow requisition(Requisition it, Words t) {
        RequisitionState state = RequisitionPolicy.findState(it, settings.today());
        LocalDate last = RequisitionPolicy.lastDay(it.receivedOn());
        String call = AssemblyUrls.HOME + "/meetings/new?body=" + it.body().value() + "&requisition="
                + it.id().value();
        return new RequisitionRow(
                TextShortener.shorten(it.business(), LONGEST),
                t.say("assembly.requisition.detail", it.members(), it.entitled(), it.receivedOn())
                        + (state == RequisitionState.TO_HOLD
                                ? " · "
                                        + t.say(
                                                "assembly.requisition.notice-by",
                                                MeetingPolicy.deadline(
                                                        last,
                                                        bodies.findRulesOn(it.body(), last)
                                                                .noticeDays()))
                                : ""),
                state.tone(),
                t.say(
                        "assembly.requisition.state." + state,
                        last,
                        it.meetingDay() == null ? "" : t.date(it.meetingDay()),
                        it.withdrawnOn() == null ? "" : t.date(it.withdrawnOn()),
                        String.valueOf(it.byMembers())),
                AssemblyUrls.HOME + "/requisitions/" + it.id().value(),
                it.meeting() == null ? null : AssemblyUrls.meeting(it.meeting()),
                state.isForBoard() ? call : null,
                state.isForMembers() ? call + "&members=yes" : null);
    }

    private List<String> checks(Body body, List<SeatOnDay> seats, LocalDate day, Words t) {
        int directors = body.kind() != BodyKind.EXECUTIVE
                ? 0
                : bodies.findAll().stream()
                        .filter(each -> each.kind() == BodyKind.BOARD && each.endedOn() == null)
                        .mapToInt(each -> bodies.findSeats(each.typedId(), day).size())
                        .sum();
        return GovernancePolicy.checkBody(body.kind(), bodies.findRulesOn(body.typedId(), day), seats, directors, day)
                .stream()
                .map(each -> t.say(
                        each.key(),
                        each.arguments().stream()
                                .map(argument -> argument instanceof GovernancePolicy.WarningNames names
                                        ? t.list(names.all())
                                        : argument)
                                .toArray()))
                .toList();
    }

    private static List<BodyPage.RuleRow> rules(List<StoredRules> all, LocalDate day, boolean keeps, Words t) {
        List<BodyPage.RuleRow> rows = new ArrayList<>();
        boolean found = false;
        for (StoredRules ruled : all) {
            boolean current = !found && !ruled.set().since().isAfter(day);
            found |= current;
            rows.add(new BodyPage.RuleRow(
                    t.say("assembly.rules.since", ruled.set().since()),
                    current,
                    facts(ruled.set(), t),
                    keeps ? AssemblyUrls.rules(ruled.id()) : null));
        }
        return rows;
    }

    static List<BodyFact> facts(RuleSet set, Words t) {
        List<BodyFact> facts = new ArrayList<>();
        facts.add(new BodyFact(t.say("assembly.field.notice_days"), t.say("assembly.days", set.noticeDays())));
        facts.add(new BodyFact(
                t.say("assembly.field.quorum"), t.capital(AssemblyFormatter.formatQuorum(set.quorum(), t))));
        facts.add(new BodyFact(t.say("assembly.field.majority"), t.say("assembly.majority.simple")));
        set.majorities()
                .forEach(each -> facts.add(new BodyFact(each.article(), AssemblyFormatter.formatMajority(each, t))));
        if (set.termMonths() != null) {
            facts.add(new BodyFact(t.say("assembly.field.term_months"), t.say("assembly.months", set.termMonths())));
        }
        if (set.onSiteOnly()) {
            facts.add(new BodyFact(t.say("assembly.fact.distance"), t.say("assembly.fact.distance.forbidden")));
        }
        if (set.source() != null) {
            facts.add(new BodyFact(t.say("assembly.field.source"), set.source()));
        }
        return facts;
    }

    private static BodyPage.SeatRow seat(SeatOnDay seat, @Nullable SeatAttendanceCount attended, Words t) {
        return new BodyPage.SeatRow(
                AssemblyFormatter.formatSeat(seat, t),
                sitting(seat.holder(), t),
                sitting(seat.substitute(), t),
                attended == null ? null : formatAttendance(attended, t),
                AssemblyUrls.seat(seat.id()));
    }

    /** « Présences de l’année : 6 sur 8 rencontres, 1 sur 2 formations ». */
    static String formatAttendance(SeatAttendanceCount it, Words t) {
        return t.say("assembly.seat.attendance", it.present(), it.held(), it.presentAtTrainings(), it.trainings());
    }

    private static BodyPage.@Nullable SeatHolderRow sitting(SeatOnDay.@Nullable SeatMandate sitting, Words t) {
        return sitting == null
                ? null
                : new BodyPage.SeatHolderRow(
                        sitting.name(),
                        CurrentActor.get().may(PeoplePermissions.READ_PEOPLE) ? PartyUrls.of(sitting.person()) : null,
                        AssemblyFormatter.formatPeriod(sitting.since(), sitting.until(), t),
                        AssemblyUrls.mandate(sitting.mandate()));
    }
}

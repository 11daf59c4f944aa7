package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PartyPage;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.BodyReading.Ruled;
import org.convergence.outreach.assembly.domain.GovernancePolicy;
import org.convergence.outreach.assembly.domain.MeetingList;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.outreach.assembly.domain.Saying;
import org.convergence.outreach.assembly.domain.SeatOn;
import org.convergence.outreach.assembly.web.BodyPage.Fact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.History;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a body. */
@Component
class BodyPages {

    private static final int MEETINGS = 6;

    private final BodyReading reading;
    private final MeetingList meetings;
    private final OrganisationSettings settings;

    BodyPages(BodyReading reading, MeetingList meetings, OrganisationSettings settings) {
        this.reading = reading;
        this.meetings = meetings;
        this.settings = settings;
    }

    BodyPage of(BodyId id, LocalDate day, Words t) {
        Body body = reading.one(id);
        boolean keeps = CurrentActor.get().may(AssemblyPermissions.KEEP);
        List<SeatOn> seats = reading.seats(id, day);
        return new BodyPage(
                body.id(),
                body.name(),
                t.say(body.kind().key()) + " · " + body.code(),
                body.endedOn() == null ? null : t.say("assembly.body.ended", body.endedOn()),
                rules(reading.rules(id), day, keeps, t),
                day,
                seats.stream().map(seat -> seat(seat, t)).toList(),
                (int) seats.stream().filter(seat -> seat.holder() == null).count(),
                meetings.latest(id, null, MEETINGS).stream()
                        .map(line -> MeetingRow.of(line, settings.today(), t))
                        .toList(),
                body.standing(),
                keeps,
                CurrentActor.get().may(AssemblyPermissions.PREPARE),
                checks(body, seats, day, t),
                History.of(reading.changes(id), "assembly", t));
    }

    private List<String> checks(Body body, List<SeatOn> seats, LocalDate day, Words t) {
        int directors = body.kind() != BodyKind.EXECUTIVE
                ? 0
                : reading.all().stream()
                        .filter(each -> each.kind() == BodyKind.BOARD && each.endedOn() == null)
                        .mapToInt(each -> reading.seats(each.typedId(), day).size())
                        .sum();
        return GovernancePolicy.ofBody(body.kind(), reading.rulesOn(body.typedId(), day), seats, directors, day)
                .stream()
                .map(each -> t.say(
                        each.key(),
                        each.arguments().stream()
                                .map(argument -> argument instanceof GovernancePolicy.Names names
                                        ? t.list(names.all())
                                        : argument)
                                .toArray()))
                .toList();
    }

    private static List<BodyPage.RuleRow> rules(List<Ruled> all, LocalDate day, boolean keeps, Words t) {
        List<BodyPage.RuleRow> rows = new ArrayList<>();
        boolean found = false;
        for (Ruled ruled : all) {
            boolean current = !found && !ruled.set().since().isAfter(day);
            found |= current;
            rows.add(new BodyPage.RuleRow(
                    t.say("assembly.rules.since", ruled.set().since()),
                    current,
                    facts(ruled.set(), t),
                    keeps ? Urls.rules(ruled.id()) : null));
        }
        return rows;
    }

    static List<Fact> facts(RuleSet set, Words t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("assembly.field.notice_days"), t.say("assembly.days", set.noticeDays())));
        facts.add(new Fact(t.say("assembly.field.quorum"), t.capital(Saying.quorum(set.quorum(), t))));
        facts.add(new Fact(t.say("assembly.field.majority"), t.say("assembly.majority.simple")));
        set.majorities().forEach(each -> facts.add(new Fact(each.article(), Saying.majority(each, t))));
        if (set.termMonths() != null) {
            facts.add(new Fact(t.say("assembly.field.term_months"), t.say("assembly.months", set.termMonths())));
        }
        if (set.source() != null) {
            facts.add(new Fact(t.say("assembly.field.source"), set.source()));
        }
        return facts;
    }

    private static BodyPage.SeatRow seat(SeatOn seat, Words t) {
        return new BodyPage.SeatRow(
                Saying.seat(seat, t), sitting(seat.holder(), t), sitting(seat.substitute(), t), Urls.seat(seat.id()));
    }

    private static BodyPage.@Nullable Sitting sitting(SeatOn.@Nullable Sitting sitting, Words t) {
        return sitting == null
                ? null
                : new BodyPage.Sitting(
                        sitting.name(),
                        PartyPage.of(sitting.person()),
                        Saying.span(sitting.since(), sitting.until(), t),
                        Urls.mandate(sitting.mandate()));
    }
}

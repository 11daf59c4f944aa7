package org.convergence.safety.mission.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.handover.PastDepartures;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.RecordExpenses;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.CountryGuides;
import org.convergence.safety.guide.CountryGuides.GuideSummary;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionIncidentSource;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.MissionState;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.convergence.safety.mission.domain.Mission;
import org.convergence.safety.mission.domain.Mission.MissionApproval;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionLeg;
import org.convergence.safety.mission.domain.MissionPolicy;
import org.convergence.safety.mission.domain.MissionPolicy.ApprovalNeed;
import org.convergence.safety.mission.domain.MissionQueries;
import org.convergence.safety.mission.domain.MissionService;
import org.convergence.safety.mission.web.MissionPage.AdvisoryRow;
import org.convergence.safety.mission.web.MissionPage.MissionFact;
import org.convergence.safety.mission.web.MissionPage.MissionLegRow;
import org.convergence.safety.mission.web.MissionPage.NamedMissionPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a mission. Check-ins are on a page of their own, for the people named on it. */
@Component
record MissionPageAssembler(
        MissionService service,
        MissionQueries queries,
        Checklists checklists,
        PeopleDirectory people,
        ActionPlans plans,
        List<MissionIncidentSource> incidents,
        RecordExpenses expenses,
        CountryGuides guides,
        PastDepartures departures,
        OrganisationSettings settings) {

    /** More open items than this are counted, not named: the checklist stands just below. */
    private static final int OPEN_NAMED = 3;

    MissionPage assemble(MissionId id, @Nullable Form approve, @Nullable Form end, Words t) {
        Mission mission = service.findById(id);
        MissionFacts facts = service.findFacts(id);
        List<CountryAdvisory> advisories = service.findAdvisories(id);
        Map<Country, GuideSummary> written = guides.findSummaries(
                advisories.stream().map(CountryAdvisory::country).toList());
        AdvisoryLevel worst = AdvisoryLevel.worst(
                advisories.stream().map(CountryAdvisory::worst).toList());
        ApprovalNeed need = MissionPolicy.need(worst, mission.risk());
        Actor actor = CurrentActor.get();
        boolean ongoing = !mission.state().isOver();
        boolean mayEdit = ongoing && actor.may(MissionPermissions.PREPARE);
        boolean mayApprove = ongoing && actor.may(MissionPermissions.APPROVE);
        ChecklistPart checklist = checklists.part(MissionService.KIND, id.value(), mayEdit, t);
        String alert = queries.findOwnAlerts().get(id);
        boolean mayReturn = mission.state() == MissionState.APPROVED
                && mayEdit
                && !settings.today().isBefore(mission.startsOn());
        List<AuditEntry> changes = queries.findChanges(id);
        Form returned = Form.named("return")
                .atVersion(mission.version())
                .with(MissionForm.RETURNED_ON.name(), settings.today());
        return new MissionPage(
                MissionPage.url(id),
                mission.title(),
                t.period(mission.startsOn(), mission.endsOn()) + " · "
                        + t.say(mission.kind().key()),
                mission.state().tone(),
                t.say(mission.state().key()),
                alert == null ? null : t.say("mission.alert." + alert),
                warnings(mission, facts, changes, worst, t),
                facts(mission, facts, t),
                facts.legs().stream().map(each -> leg(each, t)).toList(),
                advisories.stream()
                        .map(each -> advisory(each, written.get(each.country()), t))
                        .toList(),
                t.say(need.key()),
                approval(mission, t),
                checklist,
                isNamed(facts, actor) ? MissionPage.url(id) + "/watch" : null,
                mayEdit,
                need == ApprovalNeed.RESOLUTION,
                checklist.open().isEmpty()
                        ? null
                        : t.say(
                                need == ApprovalNeed.PERSON ? "mission.open-items" : "mission.open-items.needed",
                                checklist.open().size(),
                                checklist.open().size() > OPEN_NAMED ? "none" : t.list(checklist.open())),
                !mayApprove ? null : approve != null ? approve : Form.blank().atVersion(mission.version()),
                !mayReturn ? null : end != null ? end : returned,
                mission.report(),
                Stream.concat(
                                incidents.stream().flatMap(each -> each.show(id, t).stream()),
                                expenses.show("safety.mission/" + id.value(), t).stream())
                        .toList(),
                ChangeHistory.of(changes, "mission", t));
    }

    NamedMissionPage assembleNamed(CheckInView view, Words t) {
        Mission mission = view.mission();
        return new NamedMissionPage(
                mission.title(),
                t.period(mission.startsOn(), mission.endsOn()),
                mission.state().tone(),
                t.say(mission.state().key()),
                view.legs().stream().map(each -> leg(each, t)).toList(),
                approval(mission, t),
                MissionPage.url(mission.typedId()) + "/watch");
    }

    private static boolean isNamed(MissionFacts facts, Actor actor) {
        PersonId me = actor.personId() == null ? null : new PersonId(actor.personId());
        return me != null
                && (me.equals(facts.lead())
                        || me.equals(facts.president())
                        || facts.travellers().contains(me));
    }

    private static boolean endsApproval(AuditEntry change) {
        return change.fields().stream()
                .anyMatch(field -> field.name().equals("state")
                        && field.before() != null
                        && field.before().asString().equals(MissionState.APPROVED.name())
                        && field.after() != null
                        && field.after().asString().equals(MissionState.PREPARED.name()));
    }

    private List<String> warnings(
            Mission mission, MissionFacts facts, List<AuditEntry> changes, AdvisoryLevel worst, Words t) {
        List<String> warnings = new ArrayList<>();
        LocalDate today = settings.today();
        MissionApproval approval = mission.approval();
        if (mission.state() == MissionState.APPROVED
                && approval != null
                && MissionPolicy.isOutdated(approval.level(), worst)) {
            warnings.add(t.say("mission.outdated.text", t.say(approval.level().key()), t.say(worst.key())));
        }
        if (mission.state() == MissionState.PREPARED && !today.isBefore(mission.startsOn())) {
            String when = today.equals(mission.startsOn()) ? "TODAY" : "PAST";
            warnings.add(changes.stream()
                    .filter(MissionPageAssembler::endsApproval)
                    .findFirst()
                    .map(each -> t.say("mission.approval-ended", settings.dayOf(each.at()), each.who(), when))
                    .orElseGet(() -> t.say("mission.not-approved", when)));
        }
        if (!mission.state().isOver() && mission.endsOn().isBefore(today)) {
            warnings.add(t.say("mission.late-return"));
        }
        if (!mission.state().isOver()) {
            Map<PersonId, LocalDate> left = departures.findLastDays(facts.travellers());
            Map<PersonId, PersonName> names = people.personNames(left.keySet());
            left.forEach((person, day) -> {
                if (day.isBefore(mission.endsOn())) {
                    warnings.add(t.say("mission.left", name(person, names, t), day));
                }
            });
        }
        queries.findOverlaps(mission.typedId())
                .forEach(each ->
                        warnings.add(t.say("mission.overlap", each.title(), t.period(each.startsOn(), each.endsOn()))));
        if (!mission.state().isOver() && (mission.lead() == null || mission.president() == null)) {
            warnings.add(t.say("mission.nobody-watches"));
        }
        return warnings;
    }

    private List<MissionFact> facts(Mission mission, MissionFacts facts, Words t) {
        Set<PersonId> all = Stream.concat(
                        facts.travellers().stream(),
                        Stream.of(facts.lead(), facts.president()).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        Map<PersonId, PersonName> names = people.personNames(all);
        List<MissionFact> shown = new ArrayList<>();
        shown.add(new MissionFact(
                t.say("mission.field.travellers"),
                t.list(facts.travellers().stream()
                        .map(each -> name(each, names, t))
                        .sorted(t.order())
                        .toList())));
        shown.add(new MissionFact(t.say("mission.field.purpose"), mission.purpose()));
        shown.add(new MissionFact(
                t.say("mission.field.risk"), t.say(mission.risk().key())));
        shown.add(new MissionFact(t.say("mission.field.lead"), name(facts.lead(), names, t)));
        shown.add(new MissionFact(t.say("mission.field.president"), name(facts.president(), names, t)));
        List<String> lines = plans.findLinesById(facts.lines()).values().stream()
                .map(PlanLine::label)
                .toList();
        if (!lines.isEmpty()) {
            shown.add(new MissionFact(t.say("mission.field.line"), String.join("; ", lines)));
        }
        return shown;
    }

    private static String name(@Nullable PersonId person, Map<PersonId, PersonName> names, Words t) {
        PersonName name = person == null ? null : names.get(person);
        return name == null ? t.say("mission.nobody") : name.name();
    }

    private static MissionLegRow leg(MissionLeg leg, Words t) {
        return new MissionLegRow(
                leg.place() + ", " + leg.country().name(t),
                t.period(leg.arrivesOn(), leg.leavesOn()),
                t.say("mission.leg.zone", TimeZones.city(leg.zone(), t.language())));
    }

    private static AdvisoryRow advisory(CountryAdvisory advisory, @Nullable GuideSummary guide, Words t) {
        return new AdvisoryRow(
                advisory.country().name(t),
                "/safety/guide/" + advisory.country().code(),
                guide == null
                        ? t.say("guide.section.none")
                        : t.say("guide.state", guide.parts(), guide.stale(), guide.reviewedOn()),
                advisory.source() == null
                        ? t.say("guide.unknown")
                        : t.say("guide.published", advisory.source(), advisory.publishedOn(), advisory.checkedOn()),
                advisory.worst().tone(),
                t.say(advisory.worst().key()));
    }

    private @Nullable String approval(Mission mission, Words t) {
        MissionApproval approval = mission.approval();
        if (approval == null) {
            return null;
        }
        String level = t.say(approval.level().key());
        Integer items = approval.openItems();
        String open = (items == null ? "" : " · " + t.say("mission.approval.open-items", items))
                + (approval.on().isAfter(mission.startsOn()) ? " · " + t.say("mission.approval.late") : "");
        if (approval.resolution() != null) {
            return t.say("mission.approval.resolution", approval.resolution(), approval.on(), level) + open;
        }
        PersonId by = approval.givenBy();
        return t.say(
                        "mission.approval.person",
                        by == null ? t.say("mission.nobody") : name(by, people.personNames(List.of(by)), t),
                        approval.on(),
                        level)
                + open;
    }
}

package org.convergence.safety.incident.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.PrivacyIncidents;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.plan.checklist.ChecklistPermissions;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.IncidentDossier;
import org.convergence.safety.incident.domain.IncidentDossier.IncidentNotice;
import org.convergence.safety.incident.domain.IncidentDossier.ToldContent;
import org.convergence.safety.incident.domain.IncidentDossier.ToldEntry;
import org.convergence.safety.incident.domain.SafetyIncident;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.convergence.safety.incident.domain.SafetyIncidentQueries;
import org.convergence.safety.incident.domain.SafetyIncidentQueries.IncidentRow;
import org.convergence.safety.incident.domain.SafetyIncidentService;
import org.convergence.safety.incident.web.SafetyIncidentPage.IncidentFact;
import org.convergence.safety.incident.web.SafetyIncidentPage.IncidentItem;
import org.convergence.safety.incident.web.SafetyIncidentPage.LessonsPage;
import org.convergence.safety.incident.web.SafetyIncidentPage.NoticeRow;
import org.convergence.safety.incident.web.SafetyIncidentPage.ToldRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an incident. */
@Component
record SafetyIncidentPageAssembler(
        SafetyIncidentQueries queries,
        Checklists checklists,
        PrivacyIncidents register,
        PeopleDirectory people,
        OrganisationSettings settings) {

    static IncidentItem item(IncidentRow row, Words t) {
        IncidentSeverity severity = row.severity();
        boolean isOpen = row.closedOn() == null;
        List<String> detail = new ArrayList<>(List.of(t.date(row.happenedOn())));
        if (severity != null) {
            detail.add(t.say(severity.key()));
        }
        if (row.nearMiss()) {
            detail.add(t.say("incident.near-miss"));
        }
        return new IncidentItem(
                row.code() + " · " + t.say(row.kind().key()),
                SafetyIncidentPage.url(row.id()),
                String.join(" · ", detail),
                !isOpen || severity == null ? Tone.REST : severity.tone(),
                t.say(isOpen ? "incident.state.open" : "incident.state.closed"));
    }

    SafetyIncidentPage assemble(
            SafetyIncidentId id,
            @Nullable Form entry,
            @Nullable Form notice,
            @Nullable Form register,
            @Nullable Form close,
            Words t) {
        IncidentDossier dossier = queries.findDossier(id);
        SafetyIncident incident = dossier.incident();
        SafetyIncidentFacts facts = incident.facts();
        Actor actor = CurrentActor.get();
        boolean isOpen = incident.closedOn() == null;
        boolean isRestricted = facts.isRestricted();
        IncidentSeverity severity = facts.severity();
        boolean owesRegister = isOpen && facts.privacy() && incident.privacyIncident() == null;
        return new SafetyIncidentPage(
                SafetyIncidentPage.url(id),
                t.say("incident.title", incident.code()),
                t.say(facts.kind().key()) + (facts.nearMiss() ? " · " + t.say("incident.near-miss") : ""),
                severity == null ? Tone.REST : severity.tone(),
                t.say(severity == null ? "incident.restricted" : severity.key()),
                isOpen ? next(dossier, t) : t.say("incident.closed-on", Objects.requireNonNull(incident.closedOn())),
                facts(dossier, t),
                readers(dossier, t),
                dossier.told().stream().map(each -> told(each, t)).toList(),
                dossier.notices().stream()
                        .map(each -> notice(each, isOpen, SafetyIncidentPage.url(id), t))
                        .toList(),
                (isOpen && severity != null && severity.isSerious() && !facts.nearMiss())
                                || dossier.has(IncidentMoment.DECISION)
                        ? CrisisCellController.url(id)
                        : null,
                isRestricted || !actor.may(ChecklistPermissions.READ)
                        ? null
                        : checklists.part(
                                SafetyIncidentService.KIND,
                                id.value(),
                                actor.may(ChecklistPermissions.EDIT) && actor.may(IncidentPermissions.NOTE),
                                t),
                owesRegister ? Objects.requireNonNullElseGet(register, () -> Form.named("register")) : null,
                owesRegister && actor.may(ConsentPermissions.PRIVACY) ? registered(t) : List.of(),
                isOpen,
                isRestricted,
                entry != null
                        ? entry
                        : Form.blank()
                                .with(
                                        SafetyIncidentForm.MOMENT.name(),
                                        dossier.has(IncidentMoment.WRITTEN)
                                                ? IncidentMoment.UPDATE
                                                : IncidentMoment.WRITTEN),
                notice != null ? notice : Form.named("notice").with(SafetyIncidentForm.DUE_ON.name(), settings.today()),
                close != null
                        ? close
                        : isOpen && (isRestricted || dossier.has(IncidentMoment.AFTER))
                                ? Form.named("close").atVersion(incident.version())
                                : null);
    }

    /** @throws NotFound if there is no such incident */
    LessonsPage assembleLessons(SafetyIncidentId id, Words t) {
        ChecklistPart lessons = checklists.part(
                SafetyIncidentService.KIND, id.value(), CurrentActor.get().may(ChecklistPermissions.EDIT), t);
        if (lessons.items().isEmpty() && !queries.mayHaveLessons(id)) {
            throw new NotFound("lessons");
        }
        return new LessonsPage(t.say("incident.lessons"), lessons);
    }

    private List<Option> registered(Words t) {
        return register.findRecent().stream()
                .map(each -> Option.of(
                        each.id(), t.date(each.knownOn()) + " · " + TextShortener.shorten(each.circumstances(), 80)))
                .toList();
    }

    private static @Nullable String next(IncidentDossier dossier, Words t) {
        SafetyIncident incident = dossier.incident();
        LocalDate written = incident.writtenDueOn();
        LocalDate review = incident.reviewDueOn();
        if (dossier.has(IncidentMoment.AFTER) || written == null || review == null) {
            LocalDate followUp = incident.facts().followUpOn();
            return followUp == null ? null : t.say("incident.next.follow-up", followUp);
        }
        return dossier.has(IncidentMoment.WRITTEN)
                ? t.say("incident.next.review", review)
                : t.say("incident.next.written", written);
    }

    private static List<IncidentFact> facts(IncidentDossier dossier, Words t) {
        SafetyIncident incident = dossier.incident();
        SafetyIncidentFacts facts = incident.facts();
        List<IncidentFact> shown = new ArrayList<>();
        shown.add(new IncidentFact(t.say("incident.field.happened_on"), happened(facts, t)));
        if (dossier.mission() != null) {
            shown.add(new IncidentFact(t.say("incident.field.mission"), dossier.mission()));
        }
        if (facts.privacy()) {
            shown.add(new IncidentFact(
                    t.say("incident.register"),
                    t.say(incident.privacyIncident() == null ? "incident.register.owed" : "incident.register.done")));
        }
        return shown;
    }

    /** The day, and the time of the place with that of Greenwich (R-SEC-9). */
    private static String happened(SafetyIncidentFacts facts, Words t) {
        Optional<LocalDateTime> local = facts.happenedTime() == null
                ? Optional.empty()
                : TextParser.dateTime(facts.happenedOn() + "T" + facts.happenedTime());
        return local.flatMap(at -> TimeZones.find(facts.zone())
                        .map(zone -> t.say(
                                "incident.at",
                                t.dateTime(at),
                                TimeZones.city(zone, t.language()),
                                t.dateTime(at.atZone(zone)
                                        .withZoneSameInstant(ZoneOffset.UTC)
                                        .toLocalDateTime()))))
                .orElse(t.date(facts.happenedOn()));
    }

    private String readers(IncidentDossier dossier, Words t) {
        SafetyIncidentFacts facts = dossier.incident().facts();
        Set<PersonId> all = Stream.concat(
                        Stream.of(Optional.ofNullable(facts.lead()), Optional.ofNullable(facts.president()))
                                .flatMap(Optional::stream),
                        dossier.readers().stream())
                .collect(Collectors.toSet());
        Map<PersonId, PersonName> names = people.personNames(all);
        return t.say(
                "incident.readers",
                t.list(names.values().stream()
                        .map(PersonName::name)
                        .sorted(t.order())
                        .toList()));
    }

    static ToldRow told(ToldEntry entry, Words t) {
        ToldContent content = entry.content();
        String at = t.dateTime(entry.writtenAt());
        String moment = t.say(entry.moment().key());
        if (content == null) {
            return new ToldRow(moment, at, t.say("incident.no-keys"));
        }
        String detail = at + " · " + content.by();
        return new ToldRow(moment, content.place() == null ? detail : detail + " · " + content.place(), content.text());
    }

    private NoticeRow notice(IncidentNotice notice, boolean isOpen, String url, Words t) {
        LocalDate told = notice.toldOn();
        boolean isLate = told == null && notice.dueOn().isBefore(settings.today());
        return new NoticeRow(
                t.say(notice.kind().key()),
                told == null ? t.say("incident.notice.due", notice.dueOn()) : t.say("incident.notice.told", told),
                told != null ? Tone.OK : isLate ? Tone.BAD : Tone.AHEAD,
                t.say(
                        told != null
                                ? "incident.notice.state.told"
                                : isLate ? "incident.notice.state.late" : "incident.notice.state.due"),
                told == null && isOpen ? url + "/notices/" + notice.kind() : null);
    }
}

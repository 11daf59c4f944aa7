package org.convergence.safety.incident.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Form.FieldProblem;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.domain.IncidentDossier;
import org.convergence.safety.incident.domain.SafetyIncident;
import org.convergence.safety.incident.domain.SafetyIncidentFacts;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.convergence.safety.incident.domain.SafetyIncidentService;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.risk.ThreatKind;
import org.springframework.stereotype.Component;

/** The fields of incidents. No field asks for a name; one that is found in a text is pointed out. */
@Component
public record SafetyIncidentForm(SafetyIncidentService service, PartyChooser chooser, OrganisationSettings settings) {

    private static final int LONGEST = 6_000;

    public static final Field<ThreatKind> KIND = Field.choice(
            "kind",
            "incident.field.kind",
            Arrays.stream(ThreatKind.values())
                    .filter(each -> each != ThreatKind.SEXUAL_VIOLENCE)
                    .toList(),
            ThreatKind::key);
    public static final Field<IncidentSeverity> SEVERITY = Field.choice(
            "severity", "incident.field.severity", List.of(IncidentSeverity.values()), IncidentSeverity::key);
    public static final Field<Boolean> NEAR_MISS = Field.checkbox("nearMiss", "incident.field.near_miss");
    public static final Field<LocalDate> HAPPENED_ON = Field.date("happenedOn", "incident.field.happened_on");
    public static final Field<Boolean> PRIVACY = Field.checkbox("privacy", "incident.field.privacy");
    public static final Field<String> PLACE =
            Field.text("place", "incident.field.place", 200).optional();
    public static final Field<String> TOLD = Field.text("told", "incident.field.told", LONGEST);
    public static final Field<String> DECISION = Field.text("decision", "incident.field.decision", 1_000);
    public static final Field<String> WISHES = Field.text("wishes", "incident.field.wishes", LONGEST);
    public static final Field<String> OFFERED =
            Field.text("offered", "incident.field.offered", 3_000).optional();
    public static final Field<String> AGREED =
            Field.text("agreed", "incident.field.agreed", 1_000).optional();
    public static final Field<LocalDate> FOLLOW_UP_ON =
            Field.date("followUpOn", "incident.field.follow_up_on").optional();
    public static final Field<IncidentMoment> MOMENT = Field.choice(
            "moment",
            "incident.field.moment",
            List.of(IncidentMoment.WRITTEN, IncidentMoment.UPDATE, IncidentMoment.AFTER),
            IncidentMoment::key);
    public static final Field<IncidentNoticeKind> NOTICE = Field.choice(
            "notice", "incident.field.notice", List.of(IncidentNoticeKind.values()), IncidentNoticeKind::key);
    public static final Field<LocalDate> DUE_ON = Field.date("dueOn", "incident.field.due_on");

    static final String LEAD = "lead";
    static final String PRESIDENT = "president";
    static final String READERS = "readers";
    static final String MISSION = "mission";
    static final String ZONE = "zone";
    static final String TIME = "happenedTime";

    private static final String KEEP_NAMES = "keepNames";
    private static final String NAMES = "incident.names";

    SafetyIncidentFacts read(FormValues answers, boolean restricted) {
        String here = settings.current().zone().getId();
        if (restricted) {
            return SafetyIncidentFacts.restricted(answers.get(HAPPENED_ON), here, answers.find(FOLLOW_UP_ON));
        }
        String time = answers.optionalText(TIME, 5);
        if (time != null && !time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            answers.reject(TIME, "incident.refused.time");
        }
        String zone = Objects.requireNonNullElse(answers.optionalText(ZONE, 60), here);
        if (TimeZones.find(zone).isEmpty()) {
            answers.reject(ZONE, "shell.form.choice");
        }
        UUID mission = answers.optionalId(MISSION);
        return new SafetyIncidentFacts(
                answers.get(KIND),
                answers.get(SEVERITY),
                answers.get(NEAR_MISS),
                answers.get(HAPPENED_ON),
                time,
                zone,
                mission == null ? null : new MissionId(mission),
                chooser.chosenPersons(answers.form(), LEAD, 1).first(),
                chooser.chosenPersons(answers.form(), PRESIDENT, 1).first(),
                answers.get(PRIVACY),
                null);
    }

    Set<PersonId> readReaders(FormValues answers) {
        return new LinkedHashSet<>(chooser.chosenPersons(answers.form(), READERS, SafetyIncidentService.MOST_READERS)
                .known());
    }

    /** A text in which full names of the directory are pointed out once, and kept only if that is confirmed. */
    String readTold(FormValues answers, Field<String> field) {
        String text = answers.get(field);
        pointOutNames(answers, field, text);
        return text;
    }

    private void pointOutNames(FormValues answers, Field<String> field, String text) {
        List<String> names = service.findNames(text);
        if (!names.isEmpty() && !answers.checkbox(KEEP_NAMES)) {
            answers.reject(field.name(), NAMES, String.join(", ", names));
        }
    }

    /** What the restricted form tells, under its headings. */
    String readWishes(FormValues answers, Words t) {
        return Stream.of(WISHES, OFFERED, AGREED)
                .map(field -> {
                    String text = field.isOptional() ? answers.find(field) : answers.get(field);
                    // Those with whom it may be shared are named on purpose.
                    if (text != null && !field.equals(AGREED)) {
                        pointOutNames(answers, field, text);
                    }
                    return text == null ? null : t.say(field.label()) + "\n" + text;
                })
                .filter(Objects::nonNull)
                .reduce((first, second) -> first + "\n\n" + second)
                .orElse("");
    }

    /** Whether the form asks if names stay. */
    public static boolean asksAboutNames(Form form) {
        return form.filled(KEEP_NAMES)
                || form.problems().stream().map(FieldProblem::key).anyMatch(NAMES::equals);
    }

    static Form fill(IncidentDossier dossier) {
        SafetyIncident incident = dossier.incident();
        SafetyIncidentFacts facts = incident.facts();
        return Form.blank()
                .atVersion(incident.version())
                .with(KIND.name(), facts.kind())
                .with(SEVERITY.name(), facts.severity())
                .with(NEAR_MISS.name(), facts.nearMiss())
                .with(HAPPENED_ON.name(), facts.happenedOn())
                .with(TIME, facts.happenedTime())
                .with(ZONE, facts.zone())
                .with(MISSION, facts.mission())
                .with(LEAD, facts.lead())
                .with(PRESIDENT, facts.president())
                .with(PRIVACY.name(), facts.privacy())
                .with(READERS, dossier.readers())
                .with(FOLLOW_UP_ON.name(), facts.followUpOn());
    }
}

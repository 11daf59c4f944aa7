package org.convergence.outreach.congress.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.outreach.congress.domain.Passport;
import org.convergence.outreach.congress.domain.Passport.PassportFacts;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PassportText;
import org.convergence.outreach.congress.domain.Passport.PathFacts;
import org.convergence.outreach.congress.domain.Passport.PathLevel;
import org.convergence.outreach.congress.domain.Passport.PathState;
import org.convergence.outreach.congress.domain.Passport.StepFacts;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.springframework.stereotype.Component;

/** The fields of a passport, its paths and their steps. */
@Component
public record PassportForm(CongressForm shared, PublicLanguages languages) {

    public static final Field<PathLevel> LEVEL =
            Field.choice("level", "congress.field.level", List.of(PathLevel.values()), PathLevel::key);
    public static final Field<LocalDate> EMERGENCY_ON =
            Field.date("emergencyOn", "congress.field.emergency-on").optional();
    public static final Field<String> EMERGENCY_FACT =
            Field.text("emergencyFact", "congress.field.emergency-fact", 1_000).optional();

    public static final Field<PathState> STATE =
            Field.choice("state", "congress.field.state", List.of(PathState.values()), PathState::key);
    public static final Field<LocalDate> ON = Field.date("on", "congress.field.on");
    public static final Field<String> EVIDENCE = Field.text("evidence", "congress.field.evidence", 1_000);
    public static final Field<String> BINDS_TO =
            Field.text("bindsTo", "congress.field.binds-to", 1_000).optional();
    public static final Field<LocalDate> FOLLOW_UP_ON =
            Field.date("followUpOn", "congress.field.follow-up-on").optional();
    public static final Field<String> FOUND = Field.text("followUp", "congress.field.found", 2_000);

    public static final int LONGEST = 10_000;
    public static final int LONGEST_SHORT = 2_000;

    static final String CARRIER = "carrier";

    static Form open(Passport it, List<PassportText> texts) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with(CongressForm.TITLE.name(), it.title())
                .with(CongressForm.ACTION, it.action());
        texts.forEach(each -> form.with("why-" + each.language(), each.why())
                .with("resolved-" + each.language(), each.resolved())
                .with("short-" + each.language(), each.shortText()));
        return form;
    }

    /** The texts in the languages that are written; if none is, the first one is required. */
    PassportFacts read(FormValues answers) {
        List<String> all = languages.codes();
        boolean none = all.stream().noneMatch(each -> isWritten(answers.form(), each));
        List<PassportText> texts = all.stream()
                .filter(each -> none ? each.equals(all.get(0)) : isWritten(answers.form(), each))
                .map(language -> new PassportText(
                        language,
                        answers.text("why-" + language, LONGEST),
                        answers.text("resolved-" + language, LONGEST),
                        Objects.requireNonNullElse(answers.optionalText("short-" + language, LONGEST_SHORT), "")))
                .toList();
        return new PassportFacts(answers.get(CongressForm.TITLE), texts, CongressForm.readLine(answers));
    }

    private static boolean isWritten(Form form, String language) {
        return form.filled("why-" + language)
                || form.filled("resolved-" + language)
                || form.filled("short-" + language);
    }

    static Form open(PassportPath it) {
        return Form.blank()
                .atVersion(it.version())
                .with(CongressForm.ORGANISATION, it.organisation())
                .with(LEVEL.name(), it.level())
                .with(CongressForm.GATHERING, it.gathering())
                .with(CARRIER, it.carrier())
                .with(EMERGENCY_ON.name(), it.emergencyOn())
                .with(EMERGENCY_FACT.name(), it.emergencyFact())
                .with(BINDS_TO.name(), it.bindsTo())
                .with(FOUND.name(), it.followUp());
    }

    PathFacts readPath(FormValues answers) {
        LocalDate emergencyOn = answers.find(EMERGENCY_ON);
        String fact = answers.find(EMERGENCY_FACT);
        if (emergencyOn == null && fact != null) {
            answers.reject(EMERGENCY_ON.name(), "shell.form.required");
        }
        if (emergencyOn != null && fact == null) {
            answers.reject(EMERGENCY_FACT.name(), "shell.form.required");
        }
        return new PathFacts(
                shared.readOrganisation(answers, CongressForm.ORGANISATION, true),
                answers.get(LEVEL),
                CongressForm.readGathering(answers),
                shared.readOrganisation(answers, CARRIER, false),
                emergencyOn,
                fact);
    }

    static StepFacts readStep(FormValues answers) {
        return new StepFacts(
                answers.get(STATE),
                answers.get(ON),
                answers.get(EVIDENCE),
                CongressForm.readLink(answers),
                answers.find(BINDS_TO),
                answers.find(FOLLOW_UP_ON));
    }
}

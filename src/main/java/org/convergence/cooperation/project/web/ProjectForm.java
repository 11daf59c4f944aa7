package org.convergence.cooperation.project.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectService.ProjectFacts;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a project and of its partners. */
@Component
public record ProjectForm(PartyChooser chooser) {

    public static final Field<String> TITLE = Field.text("title", "project.field.title", 300);
    public static final Field<ProjectRole> ROLE =
            Field.choice("role", "project.field.role", List.of(ProjectRole.values()), ProjectRole::key);
    public static final Field<ProjectRole> ANY_ROLE = ROLE.optional();
    public static final Field<String> SUMMARY =
            Field.text("summary", "project.field.summary", 4_000).optional();
    public static final Field<String> COUNTRIES =
            Field.text("countries", "project.field.countries", 500).optional();
    public static final Field<Integer> REACH =
            Field.wholeNumber("reach", "project.field.reach", 0, 10_000_000).optional();
    public static final Field<String> REACHED =
            Field.text("reached", "project.field.reached", 300).optional();
    public static final Field<LocalDate> FROM =
            Field.date("from", "project.field.starts_on").optional();
    public static final Field<LocalDate> TO =
            Field.date("to", "project.field.ends_on").optional();
    public static final Field<String> BRINGS =
            Field.text("brings", "project.field.brings", 500).optional();

    static final String LEAD = "lead";
    static final int LEVELS = 5;

    static Form open(ProjectRow it, Words t) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(ROLE.name(), it.role())
                .with(SUMMARY.name(), it.summary())
                .with(COUNTRIES.name(), CountryNames.format(it.countries(), t))
                .with(REACH.name(), it.reach())
                .with(REACHED.name(), it.reached())
                .with(FROM.name(), it.startsOn())
                .with(TO.name(), it.endsOn())
                .with(LEAD, it.lead());
        for (int i = 0; i < it.levels().size(); i++) {
            form.with("level" + i, it.levels().get(i));
        }
        return form;
    }

    ProjectFacts read(FormValues answers) {
        return facts(
                answers,
                answers.get(ROLE),
                chooser.chosenPersons(answers.form(), LEAD, 1).first());
    }

    /** The fields that page and API read alike. */
    static ProjectFacts facts(FormValues answers, ProjectRole role, @Nullable PersonId lead) {
        LocalDate from = answers.find(FROM);
        LocalDate to = answers.find(TO);
        if (from != null && to != null && to.isBefore(from)) {
            answers.reject(TO.name(), "project.refused.days");
        }
        return new ProjectFacts(
                answers.get(TITLE).replaceAll("\\s+", " "),
                role,
                text(answers, SUMMARY),
                CountryNames.read(answers, COUNTRIES),
                answers.find(REACH),
                text(answers, REACHED),
                from,
                to,
                lead,
                levels(answers));
    }

    static String text(FormValues answers, Field<String> field) {
        return answers.textOrEmpty(field);
    }

    private static List<String> levels(FormValues answers) {
        String[] words = new String[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            words[i] = Objects.requireNonNullElse(answers.optionalText("level" + i, 60), "");
        }
        return Arrays.stream(words).allMatch(String::isEmpty) ? List.of() : List.of(words);
    }
}

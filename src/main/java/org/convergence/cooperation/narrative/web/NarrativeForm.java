package org.convergence.cooperation.narrative.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativePassage;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageContent;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeReportService.NewNarrativeReport;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.platform.text.PastedQuestions.PastedQuestion;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueId;
import org.jspecify.annotations.Nullable;

/** The fields of reports, sections and passages, and their input. */
public final class NarrativeForm {

    /** The day on which the report was handed in. */
    public static final Field<LocalDate> HANDED_ON = Field.date("on", "narrative.field.handed_on");

    /** The way in which it was handed in. */
    public static final Field<String> HANDED_HOW = Field.text("how", "narrative.field.handed_how", 200);

    /** The languages in which a report can be written. */
    public enum ReportLanguage {
        FRENCH(Language.FRENCH),
        ENGLISH(Language.ENGLISH),
        SPANISH(Language.SPANISH);

        private final Language language;

        ReportLanguage(Language language) {
            this.language = language;
        }

        String key() {
            return "narrative.language." + name();
        }
    }

    public static final Field<UUID> PROJECT = Field.id("project", "narrative.field.project");
    public static final Field<UUID> DUE = Field.id("due", "narrative.field.due").optional();
    public static final Field<String> TITLE = Field.text("title", "narrative.field.title", 300);
    public static final Field<ReportLanguage> LANGUAGE =
            Field.choice("language", "narrative.field.language", List.of(ReportLanguage.values()), ReportLanguage::key);
    public static final Field<LocalDate> FROM =
            Field.date("from", "narrative.field.starts_on").inColumn("starts_on");
    public static final Field<LocalDate> TO =
            Field.date("to", "narrative.field.ends_on").inColumn("ends_on");

    public static final Field<String> SECTIONS =
            Field.text("sections", "narrative.sections.paste", 100_000).optional();
    public static final Field<UUID> EARLIER =
            Field.id("earlier", "narrative.sections.earlier").optional();

    public static final Field<String> BODY =
            Field.text("body", "narrative.field.body", NarrativeSection.LONGEST).optional();
    public static final Field<String> HEADING =
            Field.text("heading", "narrative.field.heading", NarrativeSection.LONGEST_HEADING);
    public static final Field<String> INSTRUCTION = Field.text(
                    "instruction", "narrative.field.instruction", PastedQuestions.LONGEST)
            .optional();
    public static final Field<Integer> MOST = Field.wholeNumber("most", "narrative.field.most", 1, AnswerLimit.LARGEST)
            .optional();
    public static final Field<CountUnit> UNIT = Field.choice(
                    "unit", "narrative.field.unit", List.of(CountUnit.values()), CountUnit::key)
            .optional();

    public static final Field<String> PASSAGE = Field.text("body", "narrative.field.passage", NarrativePassage.LONGEST)
            .optional();
    public static final Field<String> TRANSLATION = Field.text(
                    "translation", "narrative.field.translation", NarrativePassage.LONGEST)
            .optional();

    static final String FUNDER = "funder";

    private static final FormFields<NarrativeSectionContent> SECTION = FormFields.of(
            BODY.from(NarrativeSectionContent::body),
            HEADING.from(NarrativeSectionContent::heading),
            INSTRUCTION.from(NarrativeSectionContent::instruction),
            MOST.from(NarrativeSectionContent::most),
            UNIT.from(NarrativeSectionContent::unit));

    private static final FormFields<PassageContent> PASSAGE_FIELDS =
            FormFields.of(PASSAGE.from(PassageContent::body), TRANSLATION.from(PassageContent::translation));

    private NarrativeForm() {}

    /** A section as typed, and the version on which its form was opened. */
    record SectionInput(int version, NarrativeSectionContent content) {}

    /** A passage as typed, and the version on which its form was opened. */
    record PassageInput(int version, PassageContent content) {}

    /** @param earlier the report whose sections are taken up; {@code null} if they are pasted */
    record NewSections(
            List<PastedQuestion> pasted, @Nullable NarrativeReportId earlier) {}

    static NewNarrativeReport read(FormValues answers, @Nullable OrganisationId funder) {
        LocalDate from = answers.get(FROM);
        LocalDate to = answers.get(TO);
        if (to.isBefore(from)) {
            answers.reject(TO.name(), "narrative.refused.days");
        }
        UUID due = answers.find(DUE);
        return new NewNarrativeReport(
                new ProjectId(answers.get(PROJECT)),
                due == null ? null : new AgreementDueId(due),
                funder,
                answers.get(TITLE),
                answers.get(LANGUAGE).language,
                from,
                to);
    }

    static NewSections readSections(FormValues answers) {
        String text = answers.find(SECTIONS);
        UUID earlier = answers.find(EARLIER);
        if ((text == null) == (earlier == null)) {
            answers.reject(SECTIONS.name(), text == null ? "shell.form.required" : "narrative.refused.both");
        }
        List<PastedQuestion> pasted = text == null ? List.of() : PastedQuestions.parse(text);
        pasted.stream()
                .filter(each -> each.text().codePointCount(0, each.text().length()) > PastedQuestions.LONGEST)
                .findFirst()
                .ifPresent(each -> answers.reject(
                        SECTIONS.name(),
                        "narrative.refused.long",
                        each.text().substring(0, 60),
                        PastedQuestions.LONGEST));
        return new NewSections(pasted, earlier == null ? null : new NarrativeReportId(earlier));
    }

    static Form open(NarrativeSection it) {
        return SECTION.open(it.content()).atVersion(it.version());
    }

    static SectionInput readSection(FormValues answers) {
        return SECTION.read(answers, () -> {
            Integer most = answers.find(MOST);
            CountUnit unit = answers.find(UNIT);
            if (most == null != (unit == null)) {
                answers.reject(most == null ? MOST.name() : UNIT.name(), "narrative.refused.limit");
            }
            return new SectionInput(
                    answers.version(),
                    new NarrativeSectionContent(
                            answers.get(HEADING), text(answers, INSTRUCTION), most, unit, text(answers, BODY)));
        });
    }

    static String text(FormValues answers, Field<String> field) {
        return Objects.requireNonNullElse(answers.find(field), "");
    }

    static Conflict compare(Form mine, NarrativeSection stands, int since, NarrativeQueries queries, Words t) {
        return SECTION.compare(mine, queries.findOpened(NarrativeSection.TABLE, stands.id(), since), open(stands), t);
    }

    static Form open(NarrativePassage it) {
        return PASSAGE_FIELDS.open(it.content()).atVersion(it.version());
    }

    static PassageInput readPassage(FormValues answers) {
        return PASSAGE_FIELDS.read(
                answers,
                () -> new PassageInput(
                        answers.version(), new PassageContent(text(answers, PASSAGE), text(answers, TRANSLATION))));
    }

    static Conflict compare(Form mine, NarrativePassage stands, int since, NarrativeQueries queries, Words t) {
        return PASSAGE_FIELDS.compare(
                mine, queries.findOpened(NarrativePassage.TABLE, stands.id(), since), open(stands), t);
    }
}

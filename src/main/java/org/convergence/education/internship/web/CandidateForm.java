package org.convergence.education.internship.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InternshipFile.CandidateFacts;
import org.convergence.education.internship.domain.ReturnActivity;
import org.convergence.education.internship.domain.ReturnActivity.ReturnFacts;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;

/** The fields of a file, and of a return activity. */
public final class CandidateForm {

    /** The longest answer to a criterion, in characters. */
    public static final int LONGEST_ANSWER = 4_000;

    public static final Field<String> NAME = Field.text("name", "public.internship.name", 200);
    public static final Field<String> MAIL = Field.text("mail", "public.internship.mail", 200);
    public static final Field<String> PHONE =
            Field.text("phone", "public.internship.phone", 40).optional();
    public static final Field<String> UNION_NAME =
            Field.text("unionName", "public.internship.union-name", 200).optional();
    public static final Field<Boolean> CONSENT = Field.checkbox("consent", "public.internship.consent");
    public static final Field<String> TITLE = Field.text("title", "public.internship.return.title", 200);
    public static final Field<RealisationKind> KIND =
            Field.choice("kind", "public.internship.return.kind", ReturnActivity.KINDS, CandidateForm::kindKey);
    public static final Field<LocalDate> ON = Field.date("on", "public.internship.return.on");
    public static final Field<Integer> PEOPLE = Field.wholeNumber(
                    "people", "public.internship.return.people", 0, 100_000)
            .optional();

    private CandidateForm() {}

    static String kindKey(RealisationKind kind) {
        return "public.internship.kind." + kind;
    }

    static String answer(InternshipCriterion criterion) {
        return "answer-" + criterion.id();
    }

    /** A file as it was typed; {@code submit} where it is to be sent. */
    record FileInput(int version, CandidateFacts facts, Map<UUID, String> answers, boolean submit) {}

    static CandidateFacts readFacts(FormValues answers, String language) {
        String mail = answers.get(MAIL);
        if (answers.form().problem(MAIL.name()) == null && !mail.matches("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+")) {
            answers.reject(MAIL.name(), "public.internship.refused.mail");
        }
        UUID union = answers.optionalId("union");
        return new CandidateFacts(
                answers.get(NAME).replaceAll("\\s+", " "),
                mail,
                answers.find(PHONE),
                language,
                union == null ? null : new OrganisationId(union),
                answers.find(UNION_NAME));
    }

    static CandidateFacts readBeginning(FormValues answers, String language) {
        if (!answers.checkbox(CONSENT.name())) {
            answers.reject(CONSENT.name(), "public.internship.refused.consent");
        }
        return readFacts(answers, language);
    }

    static FileInput readFile(FormValues answers, List<InternshipCriterion> criteria, String language) {
        Map<UUID, String> written = new HashMap<>();
        for (InternshipCriterion each : criteria) {
            String text = answers.optionalText(answer(each), LONGEST_ANSWER);
            if (text != null) {
                written.put(each.id(), text);
            }
        }
        return new FileInput(answers.version(), readFacts(answers, language), written, answers.checkbox("submit"));
    }

    static Form open(InternshipFile file, List<InternshipCriterion> criteria, Map<UUID, String> answers) {
        Form form = Form.blank()
                .atVersion(file.version())
                .with(NAME.name(), file.name())
                .with(MAIL.name(), file.mail())
                .with(PHONE.name(), file.phone())
                .with("union", file.organisation())
                .with(UNION_NAME.name(), file.organisation() == null ? file.unionName() : null);
        criteria.forEach(each -> form.with(answer(each), answers.get(each.id())));
        return form;
    }

    /** What another device saved since this form was opened, where it differs; the form then has the present version. */
    static List<InternshipFact> mergeSaved(
            Form form, InternshipFile file, List<InternshipCriterion> criteria, Map<UUID, String> answers, Words t) {
        List<InternshipFact> saved = new ArrayList<>();
        if (form.value("version").equals(String.valueOf(file.version()))) {
            return saved;
        }
        form.atVersion(file.version());
        Map<String, String> labels = new LinkedHashMap<>();
        criteria.forEach(each -> labels.put(answer(each), each.name(t)));
        List.of(NAME, MAIL, PHONE, UNION_NAME).forEach(each -> labels.put(each.name(), t.say(each.label())));
        Form now = open(file, criteria, answers);
        labels.forEach((name, label) -> {
            String text = now.value(name);
            if (!text.isEmpty() && !text.equals(form.value(name))) {
                saved.add(new InternshipFact(label, text));
            }
        });
        if (file.organisation() != null && !now.value("union").equals(form.value("union"))) {
            saved.add(new InternshipFact(t.say("public.internship.union"), file.unionName()));
        }
        return saved;
    }

    static ReturnFacts readActivity(FormValues answers) {
        return new ReturnFacts(answers.get(TITLE), answers.get(KIND), answers.get(ON), answers.find(PEOPLE));
    }
}

package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    private static final Field<String> TITLE = Field.text("title", "shell.cancel", 5);
    private static final Field<LocalDate> DUE =
            Field.date("due", "shell.cancel").optional().inColumn("due_on");
    private static final Field<Tone> TONE =
            Field.choice("tone", "shell.cancel", List.of(Tone.OK, Tone.BAD), tone -> "shell.cancel");
    private static final Field<Set<Tone>> TONES =
            Field.multipleChoice("tones", "shell.cancel", Tone.class, tone -> "shell.cancel");

    private record Loan(String title, LocalDate due, Tone tone, Set<Tone> tones) {}

    private static final FormFields<Loan> FIELDS =
            FormFields.of(TITLE.from(Loan::title), DUE.from(Loan::due), TONE.from(Loan::tone), TONES.from(Loan::tones));

    private static final Loan LOAN = new Loan("Kit", LocalDate.of(2026, 3, 1), Tone.OK, Set.of(Tone.OK, Tone.BAD));

    private static Loan read(FormValues answers) {
        return FIELDS.read(
                answers,
                () -> new Loan(
                        answers.get(TITLE),
                        LocalDate.EPOCH.equals(answers.find(DUE)) ? LocalDate.MIN : LocalDate.MAX,
                        answers.get(TONE),
                        Set.copyOf(answers.get(TONES))));
    }

    @Test
    void opensFormFromRecord() {
        Form form = FIELDS.open(LOAN);
        assertThat(form.value("title")).isEqualTo("Kit");
        assertThat(form.value("due")).isEqualTo("2026-03-01");
        assertThat(form.values("tones")).containsExactly("BAD", "OK");
        assertThat(FormFields.remembered(form)).containsExactly("before-tones");
    }

    @Test
    void enforcesDeclaredLimits() {
        Form form = FIELDS.open(new Loan("Trousse", LocalDate.EPOCH, Tone.WARN, Set.of(Tone.OK)));
        assertThatThrownBy(() -> form.read(FormFieldsTest::read)).isInstanceOf(FieldsRefused.class);
        assertThat(form.problems()).extracting(Form.FieldProblem::field).containsExactly("title", "tone");
    }

    @Test
    void unreadDeclaredFieldIsAnError() {
        assertThatThrownBy(() -> FIELDS.open(LOAN).read(answers -> FIELDS.read(answers, () -> answers.get(TITLE))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("due");
        assertThatThrownBy(() -> FIELDS.open(LOAN).read(answers -> answers.get(DUE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mergesTwoEditorsFieldByField() {
        Form mine = FIELDS.open(LOAN).atVersion(1).with("title", "Mien");
        Form theirs = FIELDS.open(new Loan("Sien", LocalDate.of(2026, 4, 1), Tone.OK, Set.of(Tone.BAD)))
                .atVersion(2);
        OpenedRow opened =
                new OpenedRow(1, Json.of(Map.of("title", "Kit", "due_on", "2026-03-01", "tone", "OK")), "Ana");
        Words french = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);
        Conflict conflict = FIELDS.compare(mine, opened, theirs, french);
        assertThat(conflict.differences())
                .extracting(Conflict.FieldConflict::field)
                .containsExactly("title");
        assertThat(mine.value("due")).isEqualTo("2026-04-01");
        assertThat(mine.values("tones")).containsExactly("BAD");
    }

    @Test
    void writesFilterIntoAddress() {
        Form form = Form.blank().with("title", "a b").with("tone", Tone.OK);
        assertThat(FIELDS.address("/x", form)).hasToString("/x?title=a+b&tone=OK");
        assertThat(FIELDS.activeFilters(form)).extracting(Field::name).containsExactly("title", "tone");
    }
}

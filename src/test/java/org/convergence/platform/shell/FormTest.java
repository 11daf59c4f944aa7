package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.servlet.ModelAndView;

class FormTest {

    private record Done(
            String what, LocalDate day, @Nullable BigDecimal hours) {}

    private final List<Done> recorded = new ArrayList<>();

    @Test
    void actsOnceOnValidForm() {
        Form form = typed("what", " Atelier ", "when", "2025-01-14", "hours", "3 h 30");
        assertThat(submit(form).getViewName()).isNull();
        assertThat(recorded).containsExactly(new Done("Atelier", LocalDate.of(2025, 1, 14), new BigDecimal("3.50")));
    }

    @Test
    void showsInvalidFormAgainWithoutActing() {
        Form form = typed("what", "", "when", "le 14", "hours", "beaucoup");
        ModelAndView shown = submit(form);
        assertThat(status(shown)).isEqualTo(422);
        assertThat(recorded).isEmpty();
        assertThat(form.value("when")).isEqualTo("le 14");
        assertThat(form.problems()).extracting(Form.FieldProblem::field).containsExactly("what", "when", "hours");
    }

    @Test
    void refusesAnEmptyFileAmongTheChosenOnes() {
        Form form = Form.ofRequest(
                Map.of(),
                Map.of(
                        "papers",
                        List.of(
                                new MockMultipartFile("papers", "plein.txt", null, new byte[] {65}),
                                new MockMultipartFile("papers", "vide.txt", null, new byte[0])),
                        "none",
                        List.of(new MockMultipartFile("none", "", null, new byte[0]))));
        form.submit(
                answers -> List.of(answers.files("papers"), answers.files("none")),
                files -> {
                    throw new IllegalStateException("acted on " + files);
                },
                () -> new ModelAndView("again"));
        assertThat(form.problems())
                .containsExactly(new Form.FieldProblem("papers", "shell.form.empty-file", List.of("vide.txt")));
    }

    @Test
    void limitsValuesOfField() {
        String[] many = new String[Form.MOST_VALUES + 1];
        Arrays.setAll(many, i -> new UUID(7, i).toString());
        Form form = Form.ofRequest(Map.of("organisations", many), Map.of());
        ModelAndView shown = form.submit(
                answers -> answers.ids("organisations"),
                ids -> {
                    throw new IllegalStateException("acted on " + ids.size());
                },
                () -> new ModelAndView("again"));
        assertThat(status(shown)).isEqualTo(422);
        assertThat(form.values("organisations")).hasSize(Form.MOST_VALUES);
        assertThat(form.problem("organisations"))
                .extracting(Form.FieldProblem::key)
                .isEqualTo("shell.form.too-many");
    }

    @Test
    void showsRefusalOnForm() {
        Form form = typed("what", "Atelier", "when", "2025-01-14");
        ModelAndView shown = form.submit(
                FormTest::read,
                done -> {
                    throw new Refused("realisation.plan_closed", 2024);
                },
                () -> new ModelAndView("again"));
        assertThat(status(shown)).isEqualTo(422);
        assertThat(form.problems())
                .containsExactly(new Form.FieldProblem(null, "realisation.plan_closed", List.of(2024)));
    }

    @Test
    void countsTextInCodePoints() {
        Form form = typed("what", "🌱".repeat(60) + "\r\n", "when", "2025-01-14");
        submit(form);
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void showsBothVersionsInConflict() {
        Form before = form(3, "Ateliers", "Au printemps", "M");
        Form now = form(4, "Ateliers offerts", "À l’automne", "M");
        Form mine = typed("version", "3", "title", "Ateliers donnés", "note", "Au printemps", "size", "L");
        List<Conflict> conflicts = new ArrayList<>();

        ModelAndView shown = mine.submit(
                answers -> answers.text("title", 100),
                title -> {
                    throw new EditConflict("plan.actionplan_action", new UUID(0, 1), 3);
                },
                () -> new ModelAndView("again"),
                since -> {
                    conflicts.add(Conflict.merge(
                            mine, before, now, since, null, List.of("title", "note", "size"), (field, value) -> value));
                    return new ModelAndView("again");
                });

        assertThat(status(shown)).isEqualTo(409);
        assertThat(conflicts.get(0).differences())
                .as("both changed the title")
                .containsExactly(new Conflict.FieldConflict("title", "Ateliers donnés", "Ateliers offerts"));
        assertThat(mine.value("title")).isEqualTo("Ateliers donnés");
        assertThat(mine.value("note")).as("only the other one changed it").isEqualTo("À l’automne");
        assertThat(mine.value("size")).as("only I changed it").isEqualTo("L");
        assertThat(mine.value("version")).isEqualTo("4");
    }

    @Test
    void conflictWithoutPageKeepsTypedValues() {
        Form mine = typed("version", "3", "title", "Ateliers donnés");
        ModelAndView shown = mine.submit(
                answers -> answers.text("title", 100),
                title -> {
                    throw new EditConflict("plan.actionplan_action", new UUID(0, 1), 3);
                },
                () -> new ModelAndView("again"));
        assertThat(status(shown)).isEqualTo(409);
        assertThat(mine.value("title")).isEqualTo("Ateliers donnés");
    }

    private static Form form(int version, String title, String note, String size) {
        return Form.blank()
                .atVersion(version)
                .with("title", title)
                .with("note", note)
                .with("size", size);
    }

    private ModelAndView submit(Form form) {
        return form.submit(
                FormTest::read,
                done -> {
                    recorded.add(done);
                    return SeeOther.to("/done");
                },
                () -> new ModelAndView("again"));
    }

    private static Done read(FormValues answers) {
        return new Done(answers.text("what", 60), answers.date("when"), answers.optionalHours("hours", 24));
    }

    private static int status(ModelAndView answer) {
        return Objects.requireNonNull(answer.getStatus()).value();
    }

    private static Form typed(String... pairs) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return Form.ofRequest(parameters, Map.of());
    }
}

package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.delegation.domain.Bylaw;
import org.convergence.resources.delegation.domain.StepTable;
import org.convergence.resources.delegation.domain.StepTable.BylawLine;
import org.convergence.resources.delegation.domain.StepTable.DelegationStep;
import org.convergence.resources.membership.HeadcountReader;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.jspecify.annotations.Nullable;

/** Reads and fills the form of a table. Line i is the i-th value of four fields. */
final class BylawForm {

    static final String FROM = "from";
    static final String TO = "to";
    static final String DELEGATES = "delegates";
    static final String VOTES = "votes";
    static final int MOST = 30;
    private static final StepTable STAND_IN = new StepTable(List.of(new DelegationStep(0, 0, 0)));

    private BylawForm() {}

    /** The fields of the form. */
    record BylawInput(
            int version,
            LocalDate since,
            StepTable table,
            @Nullable String article,
            Decision decision) {}

    static Form toForm(Bylaw bylaw) {
        List<DelegationStep> steps = bylaw.table().steps();
        Form form = Form.blank()
                .atVersion(bylaw.version())
                .with("since", bylaw.since())
                .with("article", bylaw.article())
                .with(FROM, steps.stream().map(DelegationStep::from).toList())
                .with(
                        TO,
                        steps.stream()
                                .map(step -> bylaw.table().lineFor(step.from()).to())
                                .map(to -> to == null ? "" : to.toString())
                                .toList())
                .with(DELEGATES, steps.stream().map(DelegationStep::delegates).toList())
                .with(VOTES, steps.stream().map(DelegationStep::votes).toList());
        return DecisionForm.fill(form, bylaw.decision());
    }

    static BylawInput read(Form form, FormValues answers) {
        return new BylawInput(
                answers.version(),
                answers.date("since"),
                table(form),
                answers.optionalText("article", 300),
                DecisionForm.read(answers));
    }

    /** Blank lines are skipped; a fault is reported on the whole table. */
    private static StepTable table(Form form) {
        List<BylawLine> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, form.values(FROM).size()); i++) {
            if (isBlank(form, i)) {
                continue;
            }
            Optional<BylawLine> line = line(form, i);
            if (line.isEmpty()) {
                form.reject(FROM, "delegation.refused.line", i + 1);
                return STAND_IN;
            }
            lines.add(line.get());
        }
        if (lines.isEmpty()) {
            form.reject(FROM, "delegation.refused.empty");
            return STAND_IN;
        }
        Optional<StepTable.StepTableFault> fault = StepTable.findFault(lines);
        if (fault.isPresent()) {
            form.reject(FROM, fault.get().key(), fault.get().from(), fault.get().to());
            return STAND_IN;
        }
        return StepTable.fromLines(lines);
    }

    private static boolean isBlank(Form form, int place) {
        return (valueAt(form, FROM, place)
                        + valueAt(form, TO, place)
                        + valueAt(form, DELEGATES, place)
                        + valueAt(form, VOTES, place))
                .isBlank();
    }

    private static Optional<BylawLine> line(Form form, int place) {
        Optional<Integer> from = number(valueAt(form, FROM, place), CategoryFacts.MOST);
        Optional<Integer> to = number(valueAt(form, TO, place), CategoryFacts.MOST);
        Optional<Integer> delegates = number(valueAt(form, DELEGATES, place), DelegationStep.MOST);
        Optional<Integer> votes = number(valueAt(form, VOTES, place), DelegationStep.MOST);
        boolean unread = to.isEmpty() && !valueAt(form, TO, place).isBlank();
        return from.isEmpty() || delegates.isEmpty() || votes.isEmpty() || unread
                ? Optional.empty()
                : Optional.of(new BylawLine(from.get(), to.orElse(null), delegates.get(), votes.get()));
    }

    private static Optional<Integer> number(String typed, int most) {
        return HeadcountReader.read(typed).filter(read -> read <= most);
    }

    static String valueAt(Form form, String field, int place) {
        List<String> values = form.values(field);
        return place < values.size() ? values.get(place) : "";
    }
}

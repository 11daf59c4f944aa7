package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.directory.people.Decision;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.resources.delegation.domain.Bylaw;
import org.convergence.resources.delegation.domain.Step;
import org.convergence.resources.delegation.domain.StepTable;
import org.convergence.resources.delegation.domain.StepTable.Written;
import org.convergence.resources.membership.HeadcountReader;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.jspecify.annotations.Nullable;

/** Reads and fills the form of a table. Line i is the i-th value of four fields. */
final class BylawForms {

    static final String FROM = "from";
    static final String TO = "to";
    static final String DELEGATES = "delegates";
    static final String VOTES = "votes";
    static final int MOST = 30;
    private static final StepTable STAND_IN = new StepTable(List.of(new Step(0, 0, 0)));

    private BylawForms() {}

    /** The fields of the form. */
    record Said(
            int version,
            LocalDate since,
            StepTable table,
            @Nullable String article,
            Decision decision) {}

    static Form of(Bylaw bylaw) {
        List<Step> steps = bylaw.table().steps();
        Form form = Form.blank()
                .at(bylaw.version())
                .with("since", bylaw.since())
                .with("article", bylaw.article())
                .with(FROM, steps.stream().map(Step::from).toList())
                .with(
                        TO,
                        steps.stream()
                                .map(step -> bylaw.table().at(step.from()).to())
                                .map(to -> to == null ? "" : to.toString())
                                .toList())
                .with(DELEGATES, steps.stream().map(Step::delegates).toList())
                .with(VOTES, steps.stream().map(Step::votes).toList());
        return CitedDecisions.fill(form, bylaw.decision());
    }

    static Said read(Form form, Answers answers) {
        return new Said(
                answers.version(),
                answers.date("since"),
                table(form),
                answers.optionalText("article", 300),
                CitedDecisions.read(answers));
    }

    /** Blank lines are skipped; a fault is reported on the whole table. */
    private static StepTable table(Form form) {
        List<Written> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, form.values(FROM).size()); i++) {
            if (isBlank(form, i)) {
                continue;
            }
            Optional<Written> line = line(form, i);
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
        Optional<StepTable.Fault> fault = StepTable.fault(lines);
        if (fault.isPresent()) {
            form.reject(FROM, fault.get().key(), fault.get().from(), fault.get().to());
            return STAND_IN;
        }
        return StepTable.of(lines);
    }

    private static boolean isBlank(Form form, int place) {
        return (at(form, FROM, place) + at(form, TO, place) + at(form, DELEGATES, place) + at(form, VOTES, place))
                .isBlank();
    }

    private static Optional<Written> line(Form form, int place) {
        Optional<Integer> from = number(at(form, FROM, place), CategoryFacts.MOST);
        Optional<Integer> to = number(at(form, TO, place), CategoryFacts.MOST);
        Optional<Integer> delegates = number(at(form, DELEGATES, place), Step.MOST);
        Optional<Integer> votes = number(at(form, VOTES, place), Step.MOST);
        boolean unread = to.isEmpty() && !at(form, TO, place).isBlank();
        return from.isEmpty() || delegates.isEmpty() || votes.isEmpty() || unread
                ? Optional.empty()
                : Optional.of(new Written(from.get(), to.orElse(null), delegates.get(), votes.get()));
    }

    private static Optional<Integer> number(String typed, int most) {
        return HeadcountReader.read(typed).filter(read -> read <= most);
    }

    static String at(Form form, String field, int place) {
        List<String> values = form.values(field);
        return place < values.size() ? values.get(place) : "";
    }
}

package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.domain.WorkingWeek;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of a contract, written and read. */
final class ContractForm {

    private static final int DAY = 24;

    private ContractForm() {}

    static Form blank(LocalDate today) {
        return fill(
                Form.blank(),
                new ContractTerms(
                        new PersonId(new UUID(0, 0)),
                        today,
                        null,
                        ContractSource.PERMANENT,
                        WorkingWeek.fiveDays("7"),
                        ContractTerms.USUAL_OFFICE_SHARE,
                        false,
                        null));
    }

    static Form fill(Form form, ContractTerms facts) {
        List<BigDecimal> days = facts.week().days();
        for (int i = 0; i < days.size(); i++) {
            form.with("day" + i, days.get(i).signum() == 0 ? null : days.get(i));
        }
        return form.with("source", facts.source())
                .with("from", facts.from())
                .with("to", facts.to())
                .with("office", facts.officeShare())
                .with("beside", facts.beside())
                .with(
                        "approver",
                        facts.approver() == null ? null : facts.approver().value());
    }

    /** The typed values; dates in the wrong order and a week without hours are noted beside their fields. */
    static ContractTerms read(FormValues answers, Form form, PersonId person, @Nullable PersonId approver) {
        ContractSource source = answers.choice("source", ContractSource.class);
        LocalDate from = answers.date("from");
        LocalDate to = answers.optionalDate("to");
        if (to != null && to.isBefore(from)) {
            form.reject("to", "time.refused.period");
        }
        List<BigDecimal> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            days.add(Objects.requireNonNullElse(answers.optionalHours("day" + i, DAY), BigDecimal.ZERO));
        }
        if (days.stream().allMatch(day -> day.signum() == 0) && form.problems().isEmpty()) {
            form.reject("day0", "time.refused.no-hours");
        }
        int office = answers.wholeNumber("office", 0, 100);
        if (!form.problems().isEmpty()) {
            throw new IllegalArgumentException("fields to correct");
        }
        return new ContractTerms(
                person, from, to, source, WorkingWeek.of(days), office, answers.checkbox("beside"), approver);
    }

    static List<Option> sources(Words t) {
        return Arrays.stream(ContractSource.values())
                .map(source -> Option.of(source, t.say("time.source", source.name())))
                .toList();
    }
}

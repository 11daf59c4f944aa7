package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.domain.BodyFacts;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.SeatFacts;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads and fills the forms of bodies, seats and mandates. */
final class BodyForm {

    static final List<String> FACTS = List.of("name", "code", "specialCode", "kind", "line", "standing");

    private static final int NAME = 200;
    private static final int STANDING = 12_000;

    private BodyForm() {}

    static Form toForm(BodyFacts facts) {
        return Form.blank()
                .with("name", facts.name())
                .with("code", facts.code())
                .with("specialCode", facts.specialCode())
                .with("kind", facts.kind())
                .with("line", facts.line())
                .with("standing", String.join("\n", facts.standing()));
    }

    static BodyFacts facts(Form form, FormValues answers) {
        String special = answers.optionalText("specialCode", 10);
        String code = code(form, "code", answers.text("code", 10));
        List<String> standing = lines(form, answers);
        String other = special == null ? null : code(form, "specialCode", special);
        return new BodyFacts(
                answers.text("name", NAME),
                code,
                code.equals(other) ? null : other,
                answers.choice("kind", BodyKind.class),
                standing,
                Optional.ofNullable(answers.optionalId("line"))
                        .map(ActionId::new)
                        .orElse(null));
    }

    private static String code(Form form, String field, String typed) {
        String code = typed.toUpperCase(Locale.ROOT);
        if (!code.matches(BodyFacts.CODE)) {
            if (form.problem(field) == null) {
                form.reject(field, "assembly.refused.code");
            }
            return "A";
        }
        return code;
    }

    private static List<String> lines(Form form, FormValues answers) {
        String text = answers.optionalText("standing", STANDING);
        List<String> lines = text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.size() > BodyFacts.MOST_STANDING || lines.stream().anyMatch(line -> line.length() > NAME)) {
            form.reject("standing", "assembly.refused.standing", BodyFacts.MOST_STANDING, NAME);
            return List.of();
        }
        return lines;
    }

    static List<Option> kinds(Words t) {
        return Arrays.stream(BodyKind.values())
                .map(kind -> Option.of(kind, t.say(kind.key())))
                .toList();
    }

    static Form toForm(SeatFacts facts) {
        return Form.blank()
                .with("title", facts.title())
                .with("since", facts.since())
                .with("until", facts.until())
                .with("organisation", facts.organisation());
    }

    static SeatFacts seat(Form form, FormValues answers, @Nullable OrganisationId organisation) {
        DaySpan span = span(form, answers);
        return new SeatFacts(answers.optionalText("title", NAME), organisation, span.since(), span.until());
    }

    /** A first and a last day. */
    record DaySpan(LocalDate since, @Nullable LocalDate until) {}

    static DaySpan span(Form form, FormValues answers) {
        LocalDate since = answers.date("since");
        LocalDate until = answers.optionalDate("until");
        if (until != null && until.isBefore(since)) {
            if (form.problem("since") == null) {
                form.reject("until", "assembly.refused.order");
            }
            until = since;
        }
        return new DaySpan(since, until);
    }
}

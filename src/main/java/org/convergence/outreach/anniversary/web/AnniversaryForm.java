package org.convergence.outreach.anniversary.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.AnniversaryRow;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries.PartOption;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryFacts;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryId;
import org.convergence.outreach.anniversary.domain.AnniversaryService.PartFacts;
import org.convergence.outreach.anniversary.domain.AnniversaryService.PartKind;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The fields of an anniversary, and of a part of it. */
@Component
public record AnniversaryForm(AnniversaryQueries queries, PlanLineOptions lines) {

    public static final Field<String> NAME = Field.text("name", "anniversary.field.name", 200);
    public static final Field<LocalDate> STARTS = Field.date("startsOn", "anniversary.field.starts_on");
    public static final Field<LocalDate> ENDS = Field.date("endsOn", "anniversary.field.ends_on");
    public static final Field<String> POST =
            Field.text("post", "anniversary.field.post", 200).optional();
    public static final Field<Boolean> HIRED = Field.checkbox("hired", "anniversary.field.hired");

    public static final Field<String> TITLE =
            Field.text("title", "anniversary.field.title", 200).optional();
    public static final Field<String> URL =
            Field.text("url", "anniversary.field.url", 1_000).optional();
    public static final Field<LocalDate> DAY =
            Field.date("day", "anniversary.field.day").optional();
    public static final Field<Boolean> NEEDS_POST = Field.checkbox("needsPost", "anniversary.field.needs_post");

    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999.99");
    private static final String BODY = "body";
    private static final String LINE = "line";
    private static final String TARGET = "target";
    private static final String PART = "part";

    private static final FormFields<AnniversaryRow> FIELDS = FormFields.of(
            NAME.from(AnniversaryRow::name),
            STARTS.from(AnniversaryRow::startsOn),
            ENDS.from(AnniversaryRow::endsOn),
            POST.from(AnniversaryRow::post),
            HIRED.from(AnniversaryRow::hired));

    static Form open(AnniversaryRow it) {
        return FIELDS.open(it)
                .atVersion(it.version())
                .with(BODY, it.body())
                .with(LINE, it.line())
                .with(TARGET, it.target());
    }

    static AnniversaryFacts read(FormValues answers) {
        BigDecimal target = answers.optionalNumber(TARGET, BigDecimal.ZERO, MOST_MONEY);
        if (target != null && target.stripTrailingZeros().scale() > 2) {
            answers.reject(TARGET, "shell.form.number");
        }
        UUID line = answers.optionalId(LINE);
        return new AnniversaryFacts(
                answers.get(NAME).replaceAll("\\s+", " "),
                answers.get(STARTS),
                answers.get(ENDS),
                answers.optionalId(BODY),
                line == null ? null : new ActionId(line),
                target == null || target.signum() == 0 ? null : target,
                answers.textOrEmpty(POST),
                answers.get(HIRED));
    }

    /** Reads a part: a record that is offered, or words of our own. */
    PartFacts readPart(AnniversaryId id, FormValues answers) {
        String chosen = answers.optionalText(PART, 60);
        String title = answers.find(TITLE);
        String url = answers.find(URL);
        if (url != null && !url.matches("https?://[^\\s<>\"]+")) {
            answers.reject(URL.name(), "anniversary.refused.url");
        }
        if ((chosen == null) == (title == null)) {
            answers.reject(PART, "anniversary.refused.part");
        }
        boolean needsPost = answers.get(NEEDS_POST);
        if (chosen == null) {
            return new PartFacts(
                    PartKind.WORDS, null, Objects.requireNonNullElse(title, ""), url, answers.find(DAY), needsPost);
        }
        PartOption option = queries.findOption(id, chosen).orElse(null);
        if (option == null) {
            answers.reject(PART, "anniversary.refused.gone");
            return new PartFacts(PartKind.WORDS, null, "", null, null, needsPost);
        }
        return new PartFacts(option.kind(), option.subject(), null, null, null, needsPost);
    }

    List<Option> parts(AnniversaryId id, Words t) {
        return queries.findOptions(id).stream()
                .map(each -> new Option(
                        each.choice(),
                        t.say("anniversary.part", t.say(each.kind().key()), each.title())))
                .toList();
    }

    List<Option> bodies() {
        return queries.findBodies().stream()
                .map(each -> Option.of(each.id(), each.name()))
                .toList();
    }

    List<Option> lineOptions(Form form) {
        return lines.find(form, LINE);
    }
}

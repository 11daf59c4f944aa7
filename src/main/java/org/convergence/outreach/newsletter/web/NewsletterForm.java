package org.convergence.outreach.newsletter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterSendingService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.domain.NewsletterService.BlockInput;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewsletterSettings;
import org.convergence.outreach.newsletter.web.NewsletterPage.SendingInput;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and fills the forms of issues. */
@Component
public record NewsletterForm(
        NewsletterService newsletters, SegmentAudience audience, PlanLineOptions lines, PublicLanguages languages) {

    /** The day on which it leaves, also for the template. */
    public static final Field<LocalDate> ON =
            Field.date("on", "newsletter.field.on").optional();

    /** The hour at which it leaves. */
    public static final Field<Integer> HOUR =
            Field.wholeNumber("hour", "newsletter.field.hour", 0, 23).optional();

    /** Refused letters after which it pauses. */
    public static final Field<Integer> ERRORS = Field.wholeNumber("errors", "newsletter.field.errors", 1, 10_000);

    /** Where a block leads. */
    public static final Field<String> LINK = Field.text("url", "newsletter.field.url", PlanAttribution.LONGEST_LINK)
            .optional();

    /** The day of a block. */
    public static final Field<LocalDate> DAY =
            Field.date("happens", "newsletter.field.happens").optional();

    /** Replies received. */
    public static final Field<Integer> REPLIES = Field.wholeNumber("replies", "newsletter.field.replies", 0, 100_000);

    private static final int USUAL_HOUR = 9;

    List<Option> segments() {
        return audience.findAll().stream()
                .map(each -> Option.of(each.id(), each.name()))
                .toList();
    }

    List<Option> actions(Form form) {
        return lines.find(form, "action");
    }

    String languageName(String code) {
        return languages.options().stream()
                .filter(each -> each.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }

    Form settings(Newsletter issue) {
        return Form.blank()
                .with("version", issue.version())
                .with("first", issue.firstLanguage())
                .with("others", issue.languages().subList(1, issue.languages().size()))
                .with("segment", issue.segment())
                .with("function", issue.concernsFunction() ? "true" : null)
                .with("action", issue.action());
    }

    NewsletterSettings readSettings(FormValues answers) {
        List<String> chosen = new ArrayList<>();
        String first = answers.form().value("first");
        chosen.add(PublicLanguages.isSupported(first) ? first : newsletters.firstLanguage());
        answers.form().values("others").stream()
                .filter(PublicLanguages::isSupported)
                .filter(code -> !chosen.contains(code))
                .forEach(chosen::add);
        UUID segment = answers.optionalId("segment");
        UUID action = answers.optionalId("action");
        if (segment != null
                && audience.findAll().stream()
                        .noneMatch(each -> each.id().value().equals(segment))) {
            answers.reject("segment", "shell.form.choice");
        }
        return new NewsletterSettings(
                chosen,
                segment == null ? null : new SegmentId(segment),
                answers.checkbox("function"),
                action == null ? null : new ActionId(action));
    }

    Form block(Newsletter issue, NewsletterBlock block) {
        Form form = Form.blank()
                .with("version", block.version())
                .with("url", block.url())
                .with("happens", block.happensOn());
        for (String language : issue.languages()) {
            block.text(language)
                    .ifPresent(
                            text -> form.with("title-" + language, text.title()).with("body-" + language, text.body()));
        }
        return form;
    }

    /**
     * A title is needed as soon as there is a text in the first language; where nothing is written, the block is left
     * out. The other languages may be half done: they are to be reviewed until they have a title.
     */
    BlockInput readBlock(FormValues answers, Newsletter issue, NewsletterBlockKind kind) {
        Map<String, BlockText> texts = new LinkedHashMap<>();
        List<String> confirmed = new ArrayList<>();
        for (String language : issue.languages()) {
            String title = kind.hasTitle() ? optional(answers, "title-" + language, NewsletterBlock.LONGEST_TITLE) : "";
            String body = kind.hasBody() ? optional(answers, "body-" + language, NewsletterBlock.LONGEST_BODY) : "";
            if (language.equals(issue.firstLanguage()) && kind.hasTitle() && title.isEmpty() && !body.isEmpty()) {
                answers.reject("title-" + language, "shell.form.required");
            }
            texts.put(language, new BlockText(language, 0, title, body));
            if (answers.checkbox("same-" + language)) {
                confirmed.add(language);
            }
        }
        String url = answers.find(LINK);
        if (url != null && !PlanAttribution.isLink(url)) {
            answers.reject("url", "newsletter.refused.url");
        }
        return new BlockInput(url, answers.find(DAY), texts, confirmed);
    }

    private static String optional(FormValues answers, String field, int longest) {
        return Objects.requireNonNullElse(answers.optionalText(field, longest), "");
    }

    Form departure(Newsletter issue) {
        return Form.blank().with("version", issue.version()).with("errors", NewsletterSendingService.USUAL_ERRORS);
    }

    SendingInput readDeparture(FormValues answers) {
        @Nullable Integer hour = answers.find(HOUR);
        return new SendingInput(
                answers.version(), answers.find(ON), hour == null ? USUAL_HOUR : hour, answers.get(ERRORS));
    }
}

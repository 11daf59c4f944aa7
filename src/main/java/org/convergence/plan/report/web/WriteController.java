package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Contents.Standing;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.EarlierText;
import org.convergence.plan.report.domain.NoteWriting;
import org.convergence.plan.report.domain.NoteWriting.Text;
import org.convergence.plan.report.domain.NoteWriting.Why;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Writes a short report on one page: every section with its facts, saved in one transaction. */
@Controller
@RequestMapping("/plan/report/{report}/write")
@Requires(ReportPermissions.WRITE)
class WriteController {

    private static final int LONGEST = 60_000;
    private static final int LONGEST_REASON = 2_000;

    private final ReportViews views;
    private final ReportReading reading;
    private final NoteWriting writing;

    WriteController(ReportViews views, ReportReading reading, NoteWriting writing) {
        this.views = views;
        this.reading = reading;
        this.writing = writing;
    }

    private record Changes(List<Text> texts, List<Why> reasons) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        Form form = Form.blank();
        now(draft(shown)).forEach((field, stands) -> stands.open(form, field));
        return page(shown, form, null, t);
    }

    @PostMapping
    ModelAndView write(@PathVariable UUID report, Form form, Words t) {
        Shown shown = views.of(report);
        Draft draft = draft(shown);
        if (form.filled("earlier")) {
            return takeUp(shown, form, t);
        }
        return form.submit(
                answers -> changes(draft, form, answers),
                said -> {
                    writing.write(new ReportId(report), said.texts(), said.reasons());
                    return Go.to(shown.url("")).saying("report.written-whole");
                },
                () -> page(shown, form, null, t),
                since -> page(shown, form, together(draft(views.of(report)), form, since), t));
    }

    /** Appends the text of the previous report to the typed one; nothing is saved. */
    private ModelAndView takeUp(Shown shown, Form form, Words t) {
        String field = form.value("earlier");
        SectionRef.find(field.replaceFirst("^text-", ""))
                .map(reading.earlierTexts(draft(shown))::get)
                .map(EarlierText::text)
                .ifPresent(text -> form.with(
                        field, form.filled(field) ? form.value(field).stripTrailing() + "\n\n" + text : text));
        return page(shown, form, null, t);
    }

    /**
     * The stored value of a field.
     *
     * @param version that of the section or of the explanation
     */
    private record Stands(int version, String words) {

        /** Fills the field: the text, its version, and the text as opened. */
        void open(Form form, String field) {
            form.with(field, words).with("b-" + field, words).with("v-" + field, version);
        }
    }

    private static Map<String, Stands> now(Draft draft) {
        Map<String, Stands> now = new LinkedHashMap<>();
        for (Part part : draft.contents().parts()) {
            var written = draft.written(part.ref());
            now.put(WritePages.field(part.ref()), new Stands(written.version(), written.text()));
            for (Standing late : part.standing(ActionState.LATE)) {
                var gap = draft.gap(late.action());
                now.put(WritePages.whyField(late), new Stands(gap.version(), gap.words()));
            }
        }
        return now;
    }

    /** Only the fields changed on this page; concurrent changes to other fields are kept. */
    private static Changes changes(Draft draft, Form form, Answers answers) {
        List<Text> texts = new ArrayList<>();
        List<Why> reasons = new ArrayList<>();
        for (Part part : draft.contents().parts()) {
            String field = WritePages.field(part.ref());
            String words = words(answers.optionalText(field, LONGEST));
            if (isChanged(form, answers, field, words)) {
                texts.add(new Text(part.ref(), version(answers, field), words));
            }
            for (Standing late : part.standing(ActionState.LATE)) {
                String why = WritePages.whyField(late);
                String said = words(answers.optionalText(why, LONGEST_REASON));
                if (isChanged(form, answers, why, said)) {
                    reasons.add(new Why(new ActionId(late.action()), version(answers, why), said));
                }
            }
        }
        return new Changes(texts, reasons);
    }

    private static boolean isChanged(Form form, Answers answers, String field, String words) {
        return !form.values(field).isEmpty() && !words.equals(words(answers.optionalText("b-" + field, LONGEST)));
    }

    private static int version(Answers answers, String field) {
        Integer version = answers.optionalWhole("v-" + field, 0, Integer.MAX_VALUE - 1);
        return version == null ? 0 : version;
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static Conflict together(Draft draft, Form form, int since) {
        Map<String, Stands> now = now(draft);
        Form before = Form.blank();
        Form theirs = Form.blank();
        now.forEach((field, stands) -> {
            before.with(field, form.value("b-" + field));
            theirs.with(field, stands.words());
            form.with("v-" + field, stands.version());
        });
        return Conflict.between(form, before, theirs, since, null, now.keySet(), (field, value) -> value);
    }

    private ModelAndView page(Shown shown, Form form, @Nullable Conflict conflict, Words t) {
        Draft draft = draft(shown);
        WritePages pages = new WritePages(draft, reading.earlierTexts(draft), t);
        return Page.of(
                "plan/report/write",
                new WritePage(
                        views.frame(shown, null, t),
                        form,
                        shown.url("/write"),
                        pages.essential(),
                        pages.rows(),
                        conflict));
    }

    private static Draft draft(Shown shown) {
        Draft draft = shown.draft();
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft;
    }
}

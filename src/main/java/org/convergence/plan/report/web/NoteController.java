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
import org.convergence.plan.report.domain.EarlierText;
import org.convergence.plan.report.domain.NoteService;
import org.convergence.plan.report.domain.NoteService.DelayReason;
import org.convergence.plan.report.domain.NoteService.NoteText;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
class NoteController {

    private static final int LONGEST = 60_000;
    private static final int LONGEST_REASON = 2_000;

    private final ReportFrameAssembler frames;
    private final ReportQueries reports;
    private final NoteService noteService;

    NoteController(ReportFrameAssembler frames, ReportQueries reports, NoteService noteService) {
        this.frames = frames;
        this.reports = reports;
        this.noteService = noteService;
    }

    private record NoteChange(List<NoteText> texts, List<DelayReason> reasons) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        Form form = Form.blank();
        now(draft(shown)).forEach((field, stands) -> stands.open(form, field));
        return page(shown, form, null, t);
    }

    @PostMapping
    ModelAndView write(@PathVariable UUID report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        ReportDraft draft = draft(shown);
        if (form.filled("earlier")) {
            return takeUp(shown, form, t);
        }
        return form.submit(
                answers -> changes(draft, form, answers),
                said -> {
                    noteService.write(new ReportId(report), said.texts(), said.reasons());
                    return SeeOther.to(shown.url("")).withNotice("report.written-whole");
                },
                () -> page(shown, form, null, t),
                since -> page(shown, form, together(draft(frames.find(report)), form, since), t));
    }

    /** Appends the text of the previous report to the typed one; nothing is saved. */
    private ModelAndView takeUp(ShownReport shown, Form form, Words t) {
        String field = form.value("earlier");
        SectionRef.fromSlug(field.replaceFirst("^text-", ""))
                .map(reports.earlierTexts(draft(shown))::get)
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
    private record StoredText(int version, String words) {

        /** Fills the field: the text, its version, and the text as opened. */
        void open(Form form, String field) {
            form.with(field, words).with("b-" + field, words).with("v-" + field, version);
        }
    }

    private static Map<String, StoredText> now(ReportDraft draft) {
        Map<String, StoredText> now = new LinkedHashMap<>();
        for (ReportPart part : draft.contents().parts()) {
            var written = draft.findSection(part.ref());
            now.put(NotePageAssembler.field(part.ref()), new StoredText(written.version(), written.text()));
            for (DelayedAction late : part.actionsInState(ActionState.LATE)) {
                var gap = draft.gap(late.action());
                now.put(NotePageAssembler.whyField(late), new StoredText(gap.version(), gap.words()));
            }
        }
        return now;
    }

    /** Only the fields changed on this page; concurrent changes to other fields are kept. */
    private static NoteChange changes(ReportDraft draft, Form form, FormValues answers) {
        List<NoteText> texts = new ArrayList<>();
        List<DelayReason> reasons = new ArrayList<>();
        for (ReportPart part : draft.contents().parts()) {
            String field = NotePageAssembler.field(part.ref());
            String words = words(answers.optionalText(field, LONGEST));
            if (isChanged(form, answers, field, words)) {
                texts.add(new NoteText(part.ref(), version(answers, field), words));
            }
            for (DelayedAction late : part.actionsInState(ActionState.LATE)) {
                String why = NotePageAssembler.whyField(late);
                String said = words(answers.optionalText(why, LONGEST_REASON));
                if (isChanged(form, answers, why, said)) {
                    reasons.add(new DelayReason(new ActionId(late.action()), version(answers, why), said));
                }
            }
        }
        return new NoteChange(texts, reasons);
    }

    private static boolean isChanged(Form form, FormValues answers, String field, String words) {
        return !form.values(field).isEmpty() && !words.equals(words(answers.optionalText("b-" + field, LONGEST)));
    }

    private static int version(FormValues answers, String field) {
        Integer version = answers.optionalWholeNumber("v-" + field, 0, Integer.MAX_VALUE - 1);
        return version == null ? 0 : version;
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static Conflict together(ReportDraft draft, Form form, int since) {
        Map<String, StoredText> now = now(draft);
        Form before = Form.blank();
        Form theirs = Form.blank();
        now.forEach((field, stands) -> {
            before.with(field, form.value("b-" + field));
            theirs.with(field, stands.words());
            form.with("v-" + field, stands.version());
        });
        return Conflict.merge(form, before, theirs, since, null, now.keySet(), (field, value) -> value);
    }

    private ModelAndView page(ShownReport shown, Form form, @Nullable Conflict conflict, Words t) {
        ReportDraft draft = draft(shown);
        NotePageAssembler pages = new NotePageAssembler(draft, reports.earlierTexts(draft), t);
        return PageView.of(
                "plan/report/write",
                new ReportNotePage(
                        frames.frame(shown, null, t),
                        form,
                        shown.url("/write"),
                        pages.essential(),
                        pages.rows(),
                        conflict));
    }

    private static ReportDraft draft(ShownReport shown) {
        ReportDraft draft = shown.draft();
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft;
    }
}

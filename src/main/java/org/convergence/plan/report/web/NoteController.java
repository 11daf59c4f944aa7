package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.BoardSummary;
import org.convergence.plan.report.domain.LineBlocks;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportDraftingService;
import org.convergence.plan.report.domain.ReportDraftingService.DelayReason;
import org.convergence.plan.report.domain.ReportDraftingService.NoteText;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportQueries.EarlierText;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.web.ReportNotePage.NoteField;
import org.convergence.plan.report.web.ReportNotePage.NoteRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.SafeHtml;
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
record NoteController(ReportFrameAssembler frames, ReportQueries reports, ReportDraftingService reportDraftingService) {

    private static final int LONGEST = 60_000;
    private static final int LONGEST_REASON = 2_000;

    private record NoteChange(List<NoteText> texts, List<DelayReason> reasons) {}

    @GetMapping
    ModelAndView show(@PathVariable ReportId report, Words t) {
        ShownReport shown = frames.find(report);
        Form form = Form.blank();
        now(shown.requireDraft()).forEach((field, stands) -> stands.open(form, field));
        return page(shown, form, null, t);
    }

    @PostMapping
    ModelAndView write(@PathVariable ReportId report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        ReportDraft draft = shown.requireDraft();
        if (form.filled("earlier")) {
            return takeUp(shown, form, t);
        }
        return form.submit(
                answers -> changes(draft, form, answers),
                said -> {
                    reportDraftingService.write(report, said.texts(), said.reasons());
                    return SeeOther.to(shown.url("")).withNotice("report.written-whole");
                },
                () -> page(shown, form, null, t),
                since -> page(shown, form, together(frames.find(report).requireDraft(), form, since), t));
    }

    /** Appends the text of the previous report to the typed one; nothing is saved. */
    private ModelAndView takeUp(ShownReport shown, Form form, Words t) {
        String field = form.value("earlier");
        SectionRef.fromSlug(field.replaceFirst("^text-", ""))
                .map(reports.earlierTexts(shown.requireDraft())::get)
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
        ReportDraft draft = shown.requireDraft();
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

    /** Assembles the rows of the page on which a short report is written: each with its facts above the text fields. */
    static final class NotePageAssembler {

        private final Audience audience;
        private final ReportDraft draft;
        private final Map<SectionRef, EarlierText> earlier;
        private final Words t;

        NotePageAssembler(ReportDraft draft, Map<SectionRef, EarlierText> earlier, Words t) {
            this.audience = draft.report().audience();
            this.draft = draft;
            this.earlier = earlier;
            this.t = t;
        }

        /** The generated summary. */
        SafeHtml essential() {
            return html(List.of(new BoardSummary(draft.contents(), t).paragraph()));
        }

        List<NoteRow> rows() {
            List<NoteRow> rows = new ArrayList<>();
            for (ReportPart part : draft.contents().parts()) {
                // An objective needs no text: its means have one. An existing text is kept.
                if (part.kind() != ReportSectionKind.OBJECTIVE || !part.text().isBlank()) {
                    rows.add(row(part));
                } else {
                    rows.add(new NoteRow(
                            part.ref().slug(), PartHeadingFormatter.format(part, t), null, null, List.of()));
                }
            }
            return rows;
        }

        private NoteRow row(ReportPart part) {
            boolean means = part.kind() == ReportSectionKind.MEANS;
            return new NoteRow(
                    part.ref().slug(),
                    PartHeadingFormatter.format(part, t),
                    means ? html(new LineBlocks(draft.contents(), t).facts(part)) : null,
                    new NoteField(
                            field(part.ref()),
                            SectionPageAssembler.usualInstruction(audience, part.ref(), t),
                            draft.findSection(part.ref()).limit(ReportShape.of(audience)),
                            means ? 2 : 4,
                            before(part.ref())),
                    part.actionsInState(ActionState.LATE).stream()
                            .map(this::why)
                            .toList());
        }

        private NoteField why(ReportContents.DelayedAction late) {
            return new NoteField(whyField(late), t.say("report.write.why", late.label()), 2_000, 1, null);
        }

        private @Nullable String before(SectionRef ref) {
            EarlierText text = earlier.get(ref);
            return text == null ? null : text.text();
        }

        static String field(SectionRef ref) {
            return "text-" + ref.slug();
        }

        static String whyField(ReportContents.DelayedAction late) {
            return "why-" + late.action();
        }

        private SafeHtml html(List<Block> blocks) {
            return PageRenderer.html(blocks, t);
        }
    }
}

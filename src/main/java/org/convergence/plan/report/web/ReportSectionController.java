package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.ReportDrafting;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.plan.report.domain.Written;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A section of a report: its text, its figures, its lacks. */
@Controller
@RequestMapping("/plan/report/{report}/section/{section}")
class ReportSectionController {

    /** The limit of the column; a text too long for the report is shown as such, and only prevents the filing. */
    private static final int LONGEST = 60_000;

    private final ReportViews views;
    private final SectionPages pages;
    private final ReportDrafting drafting;
    private final ReportReading reading;

    ReportSectionController(ReportViews views, SectionPages pages, ReportDrafting drafting, ReportReading reading) {
        this.views = views;
        this.pages = pages;
        this.drafting = drafting;
        this.reading = reading;
    }

    private record Writing(int version, String text, boolean takes) {}

    @GetMapping
    @Requires(ReportPermissions.READ)
    ModelAndView show(@PathVariable UUID report, @PathVariable String section, Words t) {
        Shown shown = views.of(report);
        SectionRef ref = ref(section);
        Draft draft = shown.draft();
        Form form = draft == null ? Form.blank() : now(draft, ref);
        return pages.page(shown, ref, form, null, t);
    }

    @PostMapping
    @Requires(ReportPermissions.WRITE)
    ModelAndView write(@PathVariable UUID report, @PathVariable String section, Form form, Words t) {
        SectionRef ref = ref(section);
        boolean takes = form.value("gesture").equals("take");
        return form.submit(
                answers -> {
                    String text = answers.optionalText("text", LONGEST);
                    return new Writing(answers.version(), text == null ? "" : text, takes);
                },
                writing -> write(new ReportId(report), ref, writing),
                () -> pages.page(draft(report), ref, form, null, t),
                since -> {
                    Shown shown = draft(report);
                    Written now = written(shown, ref);
                    Form before = Form.blank().with("text", reading.textAt(now.id(), since));
                    String who = reading.history(now.id(), 1).stream()
                            .findFirst()
                            .map(entry -> entry.who())
                            .orElse(null);
                    Conflict both = Conflict.between(
                            form,
                            before,
                            Form.blank().with("text", now.text()).at(now.version()),
                            since,
                            who,
                            List.of("text"),
                            (field, value) -> value);
                    return pages.page(shown, ref, form, both, t);
                });
    }

    private ModelAndView write(ReportId report, SectionRef ref, Writing writing) {
        String url = Shown.url(report, "/section/" + ref.slug());
        if (writing.takes()) {
            drafting.takeLastYears(report, ref, writing.version(), writing.text());
            return Go.to(url).saying("report.taken").undo(url + "/restore/" + writing.version());
        }
        drafting.write(report, ref, writing.version(), writing.text());
        return Go.to(url).saying("report.written");
    }

    /** Restores the text of a version, if it was not changed meanwhile. */
    @PostMapping("/restore/{version}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView restore(@PathVariable UUID report, @PathVariable String section, @PathVariable int version) {
        SectionRef ref = ref(section);
        Written now = written(draft(report), ref);
        if (now.version() != version + 1) {
            throw new Refused("report.refused.written-since");
        }
        drafting.write(new ReportId(report), ref, now.version(), reading.textAt(now.id(), version));
        return Go.to(Shown.url(new ReportId(report), "/section/" + ref.slug())).saying("report.restored");
    }

    private static Form now(Draft draft, SectionRef ref) {
        Written written = draft.written(ref);
        return Form.blank().with("text", written.text()).at(written.version());
    }

    private Shown draft(UUID report) {
        Shown shown = views.of(report);
        if (shown.draft() == null) {
            throw new Refused("report.refused.filed");
        }
        return shown;
    }

    private static Written written(Shown shown, SectionRef ref) {
        Draft draft = shown.draft();
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft.written(ref);
    }

    static SectionRef ref(String section) {
        return SectionRef.find(section).orElseThrow(() -> new NotFound("section"));
    }
}
